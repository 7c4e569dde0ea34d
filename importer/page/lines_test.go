package page_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hankeverkko/importer/page"
)

func TestLines(t *testing.T) {
	const far = 1 << 20
	for name, c := range map[string]struct {
		text string
		want []page.Line
	}{
		"a table, cells over lines, an entity": {
			"<html><table><tr><th>Kunnat<td>Kemi<br>Sal<b>la</b></tr><tr><td> Tuki &amp; raha </table><p>loppu",
			[]page.Line{{Cells: []string{"Kunnat", "Kemi\nSalla"}, Table: 1}, {Cells: []string{"Tuki & raha"}, Table: 1}, {Cells: []string{"loppu"}}},
		},
		"headings, paragraphs, a bold label": {
			"<!DOCTYPE html><h2>1 Hanke</h2><div><p><b>Nimi</b>  Valo\n ja varjo</p>a<br>b</div>",
			[]page.Line{{Cells: []string{"1 Hanke"}, Heading: true}, {Cells: []string{"Nimi", "Valo ja varjo"}}, {Cells: []string{"a"}}, {Cells: []string{"b"}}},
		},
		"terms and what they mean": {
			"<html><dl><dt>Alkaa<dd>1.1.2020<dt>Päättyy<dd><p>2.2.2021</p></dl>",
			[]page.Line{{Cells: []string{"Alkaa", "1.1.2020"}}, {Cells: []string{"Päättyy", "2.2.2021"}}},
		},
		"nothing runs, boxes are marks": {
			`<html><script>alert("<p>x")</script><style>p{}</style><!-- <p>y --><p><input type=checkbox checked> A <input type="checkbox"> B<input type=text value=z>`,
			[]page.Line{{Cells: []string{"☒  A  ☐  B"}}},
		},
		"a table in a table": {
			"<html><table><tr><td>a<table><tr><td>b</table>c<tr><td>d</table>",
			[]page.Line{{Cells: []string{"a"}, Table: 1}, {Cells: []string{"b"}, Table: 2}, {Cells: []string{"c"}, Table: 1}, {Cells: []string{"d"}, Table: 1}},
		},
		"text with tabs and wide gaps": {
			"Nimi:\tValo\r\n\r\nAlkaa   1.1.2020\u00a0\u00a0\u00a0Päättyy",
			[]page.Line{{Cells: []string{"Nimi:", "Valo"}}, {Cells: []string{""}}, {Cells: []string{"Alkaa", "1.1.2020", "Päättyy"}}},
		},
	} {
		got, err := page.Lines(c.text, far, far)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestLimits(t *testing.T) {
	for name, write := range map[string]func(int) string{
		"lines of text":   func(n int) string { return strings.Repeat("a\n", n-1) + "a" },
		"lines of a page": func(n int) string { return "<html>" + strings.Repeat("<p>a", n) },
	} {
		if lines, err := page.Lines(write(50), 50, 1000); err != nil || len(lines) != 50 {
			t.Errorf("%s at the limit: %d, %v", name, len(lines), err)
		}
		if _, err := page.Lines(write(51), 50, 1000); !errors.Is(err, page.ErrLimit) {
			t.Errorf("%s beyond it: %v", name, err)
		}
	}
	for name, write := range map[string]func(int) string{
		"a line of text": func(n int) string { return strings.Repeat("a", n) },
		"a tag":          func(n int) string { return `<html><p title="` + strings.Repeat("a", n-len(`<p title="">`)) + `">` },
	} {
		if _, err := page.Lines(write(2500), 50, 5000); err != nil { // the reader of tags holds some of what stands before
			t.Errorf("%s below the limit: %v", name, err)
		}
		if _, err := page.Lines(write(50_000), 50, 5000); !errors.Is(err, page.ErrLimit) {
			t.Errorf("%s beyond it: %v", name, err)
		}
	}
}

func FuzzLines(f *testing.F) {
	f.Add("<html><table><tr><th>Kunnat<td>Kemi<br>Salla</tr></table><dl><dt>a<dd>b</dl><h1>c")
	f.Add("Nimi:\tValo\n\nAlkaa   1.1.2020")
	f.Fuzz(func(t *testing.T, text string) {
		lines, err := page.Lines(text, 1000, 1<<16)
		if err != nil {
			return
		}
		for _, l := range lines {
			if len(l.Cells) == 0 || page.IsHTML(text) && l.Blank() {
				t.Fatalf("%+v", lines)
			}
		}
	})
}
