package workbook_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"hankeverkko/importer/workbook"
	"hankeverkko/importer/workbook/workbooktest"
)

// cell is what a test puts into a cell, and the text that it must come back as.
type cell struct {
	value any
	style int // of the workbook's styles; the first are days
	text  string
}

func cellGenerator() *rapid.Generator[cell] {
	text := rapid.StringMatching(`[ -~åäöÅÄÖ€\n\t<>&"'_x0D]{0,20}|=1\+1|課題|😀`).Filter(func(s string) bool { return !escape.MatchString(s) })
	return rapid.Custom(func(t *rapid.T) cell {
		switch rapid.IntRange(0, 5).Draw(t, "kind") {
		case 0:
			return cell{}
		case 1:
			n := rapid.Int64Range(-1e14, 1e14).Draw(t, "number")
			return cell{value: n, text: fmt.Sprint(n)}
		case 2:
			cents := rapid.Int64Range(0, 1e12).Draw(t, "cents")
			return cell{value: float64(cents) / 100, text: strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%d.%02d", cents/100, cents%100), "0"), ".")}
		case 3:
			day := time.Date(rapid.IntRange(1901, 2100).Draw(t, "year"), time.Month(rapid.IntRange(1, 12).Draw(t, "month")), rapid.IntRange(1, 28).Draw(t, "day"), 0, 0, 0, 0, time.UTC)
			return cell{value: day, style: rapid.IntRange(1, 3).Draw(t, "style"), text: day.Format("2006-01-02")}
		case 4:
			truth := rapid.Bool().Draw(t, "truth")
			return cell{value: truth, text: strings.ToUpper(fmt.Sprint(truth))}
		}
		s := text.Draw(t, "text")
		return cell{value: s, text: s}
	})
}

// escape stands for another sign, which excelize writes as it is given.
var escape = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// byExcelize writes cells as excelize does, cell by cell or as a stream.
func byExcelize(t *rapid.T, sheet [][]cell, stream bool) []byte {
	f := excelize.NewFile()
	defer f.Close()
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	styles := []int{0}
	for _, format := range []string{"yyyy-mm-dd", "d.m.yyyy", `dd\.mm\.yyyy;@`} {
		id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
		must(err)
		styles = append(styles, id)
	}
	if stream {
		w, err := f.NewStreamWriter("Sheet1")
		must(err)
		for i, row := range sheet {
			values := make([]any, len(row))
			for j, c := range row {
				if values[j] = c.value; c.style > 0 {
					values[j] = excelize.Cell{StyleID: styles[c.style], Value: c.value}
				}
			}
			must(w.SetRow(workbooktest.Reference(0, i+1), values))
		}
		must(w.Flush())
	} else {
		for i, row := range sheet {
			for j, c := range row {
				if at := workbooktest.Reference(j, i+1); c.value != nil {
					must(f.SetCellValue("Sheet1", at, c.value))
					must(f.SetCellStyle("Sheet1", at, at, styles[c.style]))
				}
			}
		}
	}
	var b bytes.Buffer
	must(f.Write(&b))
	return b.Bytes()
}

// What excelize writes comes back cell by cell, and as excelize reads it.
func TestExcelizeWritesWhatIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sheet := rapid.SliceOfN(rapid.SliceOfN(cellGenerator(), 0, 6), 1, 6).Draw(t, "sheet")
		raw := byExcelize(t, sheet, rapid.Bool().Draw(t, "stream"))
		book, err := workbook.Open(raw, limits)
		if err != nil {
			t.Fatal(err)
		}
		other, err := excelize.OpenReader(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		defer other.Close()
		got := map[string]string{}
		if err := book.Sheets[0].Rows(func(r workbook.Row) bool {
			for i, text := range r.Cells {
				got[workbooktest.Reference(i, r.Number)] = text
			}
			return true
		}); err != nil {
			t.Fatal(err)
		}
		for i, row := range sheet {
			for j, c := range row {
				at := workbooktest.Reference(j, i+1)
				if got[at] != c.text {
					t.Fatalf("%s: %q, want %q", at, got[at], c.text)
				}
				if _, isText := c.value.(string); !isText {
					continue
				}
				if theirs, err := other.GetCellValue("Sheet1", at); err != nil || theirs != c.text {
					t.Fatalf("%s: excelize reads %q, %v; want %q", at, theirs, err, c.text)
				}
			}
		}
	})
}

// A workbook that is changed in one byte is read as it was or refused; it is
// never read as something else.
func TestNoByteChangesAWord(t *testing.T) {
	raw := good.Bytes()
	want, err := told(t, raw, limits)
	if err != nil {
		t.Fatal(err)
	}
	for at := range raw {
		for _, bit := range []byte{0x01, 0x20, 0x80} {
			spoilt := bytes.Clone(raw)
			spoilt[at] ^= bit
			if got, err := told(t, spoilt, limits); err == nil && strings.Join(got, "\n") != strings.Join(want, "\n") {
				t.Errorf("byte %d: %q", at, got)
			}
		}
	}
}
