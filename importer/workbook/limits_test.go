package workbook_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"hankeverkko/importer/workbook"
	"hankeverkko/importer/workbook/workbooktest"
)

// Each limit holds at itself and one below, and not one above.
func TestEachLimit(t *testing.T) {
	const shape = "<row><c t=\"str\"><v>%s</v></c></row>"
	for name, c := range map[string]struct {
		limit int
		code  workbook.Code
		set   func(*workbook.Limits, int)
		make  func(n int) []byte // that reaches n
	}{
		"parts": {20, workbook.TooMany, func(l *workbook.Limits, n int) { l.Parts = n }, func(n int) []byte {
			parts := good.Parts()
			for len(parts) < n {
				parts = append(parts, workbooktest.Part{Name: fmt.Sprintf("xl/%d", len(parts))})
			}
			return workbooktest.Zip(parts...)
		}},
		"bytes unpacked": {100_000, workbook.TooBig, func(l *workbook.Limits, n int) { l.Unpacked = int64(n) }, func(n int) []byte {
			parts := good.Parts()
			total := 0
			for _, p := range parts {
				total += len(p.Text)
			}
			return workbooktest.Zip(append(parts, workbooktest.Part{Name: "xl/media/a", Text: noise(n - total)})...)
		}},
		"bytes unpacked for one packed": {200_000, workbook.TooDense, func(l *workbook.Limits, n int) {
			// The part packs to some size; so many of these are n bytes.
			l.Ratio, l.RatioFrom = 1, int64(n)
		}, func(n int) []byte {
			return workbooktest.Zip(append(good.Parts(), workbooktest.Part{Name: "xl/media/a", Text: strings.Repeat("a", n)})...)
		}},
		"depth": {8, workbook.BadXML, func(l *workbook.Limits, n int) { l.Depth = n }, func(n int) []byte {
			// The sheet, its extensions, and what lies in them.
			book := good
			book.Sheets = []workbooktest.Sheet{{Name: "x", After: "<extLst>" + strings.Repeat("<x>", n-2) + strings.Repeat("</x>", n-2) + "</extLst>"}}
			return book.Bytes()
		}},
		"bytes of a text": {5_000, workbook.BadXML, func(l *workbook.Limits, n int) { l.Token = n }, func(n int) []byte {
			// The reader sees the sign that ends the text with it.
			return cells(fmt.Sprintf(shape, noise(n-1))).Bytes()
		}},
		"shared strings": {50, workbook.TooMany, func(l *workbook.Limits, n int) { l.Strings = n }, func(n int) []byte {
			book := good
			book.Strings = make([]string, n)
			return book.Bytes()
		}},
		"merged areas": {30, workbook.TooMany, func(l *workbook.Limits, n int) { l.Merged = n }, func(n int) []byte {
			var merged []string
			for i := range n {
				merged = append(merged, fmt.Sprintf("A%d:B%d", i+1, i+1))
			}
			return workbooktest.Book{Sheets: []workbooktest.Sheet{{Name: "x", Merged: merged}}}.Bytes()
		}},
	} {
		l := limits
		c.set(&l, c.limit)
		for _, n := range []int{c.limit - 1, c.limit, c.limit + 1} {
			_, err := told(t, c.make(n), l)
			var fault *workbook.Fault
			switch {
			case n <= c.limit && err != nil:
				t.Errorf("%s: %d of %d: %v", name, n, c.limit, err)
			case n > c.limit && (!errors.As(err, &fault) || fault.Code != c.code):
				t.Errorf("%s: %d of %d: %v, want %s", name, n, c.limit, err, c.code)
			}
		}
	}
}

// The ratio counts from a size on, and what is exactly at it passes.
func TestRatio(t *testing.T) {
	part := strings.Repeat("a", 200_000)
	raw := workbooktest.Zip(append(good.Parts(), workbooktest.Part{Name: "xl/media/a", Text: part})...)
	packed := workbooktest.Packed(raw, "xl/media/a")
	for _, c := range []struct {
		ratio, from int64
		ok          bool
	}{
		{int64(len(part))/packed + 1, 100, true}, {int64(len(part)) / packed, 100, int64(len(part))%packed == 0}, {1, int64(len(part)), true}, {1, int64(len(part)) - 1, false},
	} {
		l := limits
		l.Ratio, l.RatioFrom = c.ratio, c.from
		if _, err := told(t, raw, l); (err == nil) != c.ok {
			t.Errorf("%d:1 from %d on: %v", c.ratio, c.from, err)
		}
	}
}
