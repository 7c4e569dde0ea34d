package importer

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"errors"
	"io"
	"strings"
	"testing"
)

// Each limit of a file holds at itself and one below, and not one above. Those of
// a workbook's parts are tested where it is read, MaxBytes and MaxStrings with it.
func TestEachLimitOfAFile(t *testing.T) {
	const head, one = "hanke;toimija", `{"hanke":"A","toimija":"B"}`
	for name, c := range map[string]struct {
		limit int
		code  string
		make  func(n int) string
		slow  bool
	}{
		"rows of text":    {MaxRows, "too-many-rows", func(n int) string { return head + "\n" + strings.Repeat("A;B\n", n) }, true},
		"columns of text": {MaxColumns, "too-many-columns", func(n int) string { return head + strings.Repeat(";x", n-2) + "\nA;B\n" }, false},
		"rows of JSON":    {MaxRows, "too-many-rows", func(n int) string { return "[" + strings.Repeat(one+",", n-1) + one + "]" }, true},
		"columns of JSON": {MaxColumns, "too-many-columns", func(n int) string { return `[{"hanke":"A","toimija":"B"` + keysOf(n-2) + "}]" }, false},
		"depth of JSON": {MaxDepth, "json-broken", func(n int) string {
			return `[{"hanke":"A","toimija":"B","x":` + strings.Repeat("[", n) + strings.Repeat("]", n) + "}]"
		}, false},
		"bodies of a page": {MaxRows, "too-many-rows", func(n int) string {
			return "Hankekoodi: A79104\nHakijan virallinen nimi: A\nOsatoteuttajat\n" + strings.Repeat("B\n", n-1)
		}, true},
		"lines of a page": {MaxPageLines, "page-too-large", func(n int) string {
			return "<html><p>Hankekoodi: A79104<p>Hakijan virallinen nimi: A<h1>x" + strings.Repeat("<p>x", n-3)
		}, true},
		"files of an archive": {MaxInArchive, "archive-too-many", func(n int) string { return string(many(n)) }, false},
	} {
		if c.slow && testing.Short() {
			continue
		}
		for _, n := range []int{c.limit - 1, c.limit, c.limit + 1} {
			_, err := Read("tiedosto", strings.NewReader(c.make(n)), Options{})
			var file *FileError
			switch {
			case n <= c.limit && err != nil:
				t.Errorf("%s: %d of %d: %.200v", name, n, c.limit, err)
			case n > c.limit && (!errors.As(err, &file) || file.Code != c.code):
				t.Errorf("%s: %d of %d: %.200v, want %s", name, n, c.limit, err, c.code)
			}
		}
	}
	for name, read := range map[string]func(n int) *Reading{
		"of text": func(n int) *Reading { return mustRead(t, []byte(head+";kuvaus\nA;B;"+strings.Repeat("ä", n)+"\n")) },
		"of JSON": func(n int) *Reading {
			return mustRead(t, []byte(`[{"hanke":"A","toimija":"B","kuvaus":"`+strings.Repeat("ä", n)+`"}]`))
		},
		"of a page": func(n int) *Reading {
			return mustRead(t, []byte("<html><p>Hankekoodi: A79104<p>Hakijan virallinen nimi: A<p>Tiivistelmä: "+strings.Repeat("ä", n)))
		},
	} {
		for _, n := range []int{MaxCell - 1, MaxCell, MaxCell + 1} {
			rows, want := read(n).Report.Rows, Rows{Read: 1, Stored: 1}
			if n > MaxCell {
				want = Rows{Read: 1, Rejected: 1}
			}
			if rows != want {
				t.Errorf("a cell %s of %d letters: %+v", name, n, rows)
			}
		}
	}
}

// What a file inside an archive, or one that is packed alone, unpacks to. The
// bytes pack well enough to be uploaded and badly enough to be believed.
func TestLimitsOfWhatIsPacked(t *testing.T) {
	if testing.Short() {
		t.Skip("unpacks some hundred megabytes")
	}
	text := wellPacked(MaxInside + 1)
	for _, n := range []int{MaxInside - 1, MaxInside, MaxInside + 1} {
		_, _, err := unpack("a.zip", quickZip(t, text[:n]))
		if n <= MaxInside && err != nil || n > MaxInside && (err == nil || err.Code != "archive-file-too-large") {
			t.Errorf("zip, %d of %d: %v", n, MaxInside, err)
		}
		_, _, err = unpack("a.gz", quickGzip(t, text[:n]))
		if n <= MaxInside && err != nil || n > MaxInside && (err == nil || err.Code != "archive-too-big") {
			t.Errorf("gzip, %d of %d: %v", n, MaxInside, err)
		}
	}
}

// quickZip packs a text without looking for repetitions, as there are hundreds of
// megabytes to pack.
func quickZip(t *testing.T, text string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	w.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) { return flate.NewWriter(out, flate.HuffmanOnly) })
	file, err := w.Create("a.txt")
	if err == nil {
		_, err = io.WriteString(file, text)
	}
	if err := errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func quickGzip(t *testing.T, text string) []byte {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.HuffmanOnly)
	if err == nil {
		_, err = io.WriteString(w, text)
	}
	if err := errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// wellPacked is text of four letters without order.
func wellPacked(n int) string {
	b := make([]byte, n)
	x := uint32(2463534242)
	for i := range b {
		x ^= x << 13
		x ^= x >> 17
		x ^= x << 5
		b[i] = "abcd"[x>>7&3]
	}
	return string(b)
}

// keysOf writes so many more keys of an object.
func keysOf(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(`,"k` + plainNumber(i) + `":1`)
	}
	return b.String()
}
