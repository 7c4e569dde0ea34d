package importer

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"hankeverkko/graph"
)

// The corpus is files as nobody should write them, but somebody does. Each is
// made here, and testdata/corpus/manifest.tsv says how its reading ends: why the
// file is refused, or how many rows became what and which were found wanting.
type badFile struct {
	name, what string
	raw        []byte
}

const corpusManifest = "testdata/corpus/manifest.tsv"

// Bounds on the reading of any file, that no file may take hours or all memory:
// many times what the slowest takes, so that a busy machine keeps them.
const (
	corpusTime   = 20 * time.Second
	corpusMemory = 200 << 20 // bytes of heap beyond four times the file
)

func corpus() []badFile {
	return slices.Concat(corpusDialect(), corpusShape(), corpusValues(), corpusNames(), corpusPrivacy(), corpusBooks(), corpusArchives(), corpusOthers())
}

func TestCorpus(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: large files, of one goroutine each, are read in the run without it")
	}
	all := corpus()
	var got strings.Builder
	got.WriteString("file\twhat is wrong with it\thow reading it ends\n")
	seen := map[string]bool{}
	for _, f := range all {
		if seen[f.name] {
			t.Errorf("%s stands twice", f.name)
		}
		seen[f.name] = true
		fmt.Fprintf(&got, "%s\t%s\t%s\n", f.name, f.what, corpusEnd(t, f))
	}
	if len(all) < 100 {
		t.Errorf("%d files", len(all))
	}
	if err := os.MkdirAll("testdata/corpus", 0o755); err != nil {
		t.Fatal(err)
	}
	golden(t, corpusManifest, []byte(got.String()))
}

// corpusEnd reads a file within its bounds and tells how that ended. The law of
// rows holds for each, each finding has a place and words in three languages, and
// nothing that is personal is in what is kept or told.
func corpusEnd(t *testing.T, f badFile) string {
	t.Helper()
	peak, stop := heapPeak()
	start := time.Now()
	all, err := ReadAll([]File{{f.name, bytes.NewReader(f.raw)}}, Options{Lang: "fi"})
	took, used := time.Since(start), stop(peak)
	if took > corpusTime || used > corpusMemory+4*uint64(len(f.raw)) {
		t.Errorf("%s (%d bytes): %s and %d MB", f.name, len(f.raw), took, used>>20)
	}
	var file *FileError
	switch {
	case err != nil && (!errors.As(err, &file) || !errors.Is(err, graph.ErrInvalid)):
		t.Errorf("%s: %v", f.name, err)
		return "?"
	case err != nil:
		for _, lang := range [...]string{"fi", "sv", "en"} {
			inWords(t, f.name, file.Text(lang))
		}
		return "refused: " + file.Code + place(file.Row, file.Column)
	}
	var ends []string
	for _, r := range all {
		if err := r.Report.Rows.check(); err != nil {
			t.Errorf("%s: %v", f.name, err)
		}
		ends = append(ends, readingEnd(t, f, r))
	}
	return strings.Join(ends, " // ")
}

func readingEnd(t *testing.T, f badFile, r *Reading) string {
	t.Helper()
	rows := r.Report.Rows
	end := fmt.Sprintf("%d rows: %d stored, %d unchanged, %d rejected, %d blank, %d repaired", rows.Read, rows.Stored, rows.Unchanged, rows.Rejected, rows.Blank, rows.Repaired)
	told := map[string]int{}
	var order []string
	for _, i := range r.Report.Issues {
		if i.Rejected && i.Row == 0 {
			t.Errorf("%s: %s has no row", f.name, i.Code)
		}
		for _, lang := range [...]string{"fi", "sv", "en"} {
			inWords(t, f.name, i.Text(lang)+i.Cure(lang))
		}
		one := i.Code + place(i.Row, i.Column)
		if i.Rejected {
			one += "!"
		}
		if told[i.Code]++; told[i.Code] <= 20 {
			order = append(order, one)
		}
	}
	for code, n := range told {
		if n > 20 {
			order = append(order, fmt.Sprintf("%s in all %d", code, n))
		}
	}
	slices.Sort(order)
	if len(order) > 0 {
		end += "; " + strings.Join(order, ", ")
	}
	if n := len(r.Report.Dropped.Files); n > 0 {
		end += fmt.Sprintf("; %d files left out", n)
	}
	kept := fmt.Sprint(r.Records)
	json, err := r.Report.JSON("fi")
	if err != nil {
		t.Error(err)
	}
	for _, secret := range [...]string{"maija", "Maija", "123 4567", "131052-308T"} {
		if strings.Contains(kept+string(json), secret) {
			t.Errorf("%s: %q got through", f.name, secret)
		}
	}
	return end
}

func place(row int, column string) string {
	switch {
	case row > 0 && column != "":
		return fmt.Sprintf(" (row %d, %s)", row, column)
	case row > 0:
		return fmt.Sprintf(" (row %d)", row)
	case column != "":
		return " (" + column + ")"
	}
	return ""
}

// inWords tells that a text is one: no key without words, no value left open.
func inWords(t *testing.T, file, text string) {
	t.Helper()
	for _, raw := range [...]string{"{{", "error.", "cure.", "issue."} {
		if strings.Contains(text, raw) {
			t.Errorf("%s: %q", file, text)
		}
	}
}

// heapPeak watches the heap until it is stopped, which tells how far it rose.
func heapPeak() (before uint64, stop func(uint64) uint64) {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	done, most := make(chan struct{}), make(chan uint64)
	go func() {
		peak := uint64(0)
		for tick := time.NewTicker(20 * time.Millisecond); ; {
			select {
			case <-tick.C:
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				peak = max(peak, m.HeapAlloc)
			case <-done:
				tick.Stop()
				most <- peak
				return
			}
		}
	}()
	return m.HeapAlloc, func(before uint64) uint64 {
		close(done)
		return max(<-most, before) - before
	}
}
