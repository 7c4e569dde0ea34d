package importer

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hankeverkko/importer/workbook/workbooktest"
)

func zipOf(parts ...string) []byte {
	var all []workbooktest.Part
	for i := 0; i < len(parts); i += 2 {
		all = append(all, workbooktest.Part{Name: parts[i], Text: parts[i+1]})
	}
	return workbooktest.Zip(all...)
}

func gzipOf(text string) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	io.WriteString(w, text)
	w.Close()
	return b.Bytes()
}

func readAll(t *testing.T, name string, raw []byte) []*Reading {
	t.Helper()
	all, err := ReadAll([]File{{name, bytes.NewReader(raw)}}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// The register's own packing: six tables, and two that are not read.
func TestCordisArchive(t *testing.T) {
	parts := []string{
		"project.csv", cordisProject, "organization.csv", cordisOrganization, "euroSciVoc.csv", cordisSciVoc, "topics.csv", cordisTopics, "webLink.csv", cordisLinks,
		"legalBasis.csv", cordisLegal, "information.pdf", "%PDF-1.7 …",
	}
	all := readAll(t, "cordis-HORIZONprojects-csv.zip", zipOf(parts...))
	if len(all) != 1 || all[0].Source.ID != "cordis" || all[0].Report.Rows != (Rows{Read: 13, Stored: 13}) {
		t.Fatalf("%d readings, %+v", len(all), all[0].Report)
	}
	var texts []string
	for i := 1; i < len(parts)-2; i += 2 {
		texts = append(texts, parts[i])
	}
	apart, err := ReadAll(cordisFiles(texts...), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(contentsOf(apart[0]), contentsOf(all[0]), cmp.AllowUnexported(recordKey{})); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]LeftOut{{File: "information.pdf", Code: "not-table"}}, all[0].Report.Dropped.Files); diff != "" {
		t.Error(diff)
	}
	if text := all[0].Report.Text("fi"); !strings.Contains(text, "information.pdf: Tiedosto ei ole taulukko.") {
		t.Error(text)
	}
}

func TestArchiveOfSeveralSources(t *testing.T) {
	book := string(goodBook(t))
	raw := zipOf("kansio/", "", "kansio/eka.csv", "hanke;toimija\nValo;Kemin kaupunki\n", "toka.json", `[{"hanke":"Varjo","toimija":"Sallan kunta"}]`,
		"kirja.xlsx", book, "__MACOSX/._eka.csv", "\x00\x05", "kuva.png", "\x89PNG\r\n\x1a\n", "lueminut.txt", "Hei!\n", "sisempi.zip", string(zipOf("a.csv", "hanke;toimija\nA;B\n")), "tyhja.csv", "")
	all := readAll(t, "C:\\data\\omat.zip", raw)
	var sources []string
	for _, r := range all {
		sources = append(sources, string(r.Source.ID)+" "+r.Report.File)
	}
	if diff := cmp.Diff([]string{"eka omat.zip/kansio/eka.csv", "toka omat.zip/toka.json", "kirja omat.zip/kirja.xlsx"}, sources); diff != "" {
		t.Error(diff)
	}
	var left []string
	for _, l := range all[0].Report.Dropped.Files {
		left = append(left, l.File+" "+l.Code)
		if text := l.Text("en"); strings.Contains(text, "error.") {
			t.Error(text)
		}
	}
	want := []string{"__MACOSX/._eka.csv litter", "kuva.png not-table", "lueminut.txt columns-missing-both", "sisempi.zip archive-inside", "tyhja.csv empty"}
	if diff := cmp.Diff(want, left); diff != "" {
		t.Error(diff)
	}
	var file *FileError
	if _, err := Read("omat.zip", bytes.NewReader(raw), Options{}); !errors.As(err, &file) || file.Code != "archive-several" {
		t.Error(err)
	}
}

// goodBook is a workbook of one project.
func goodBook(t *testing.T) []byte {
	t.Helper()
	return workbooktest.Book{Sheets: []workbooktest.Sheet{{Name: "Hankkeet", Rows: workbooktest.Row(1, "hanke", "toimija") + workbooktest.Row(2, "Kirja", "Oulun kaupunki")}}}.Bytes()
}

// What is wrong with one file of an archive that holds data refuses them all.
func TestBadArchives(t *testing.T) {
	good := zipOf("eka.csv", "hanke;toimija\nValo;Kemin kaupunki\n")
	packed := func(text string) string { return string(gzipOf(text)) }
	for name, c := range map[string]struct{ raw, code, file string }{
		"cut off":                    {string(good[:len(good)-5]), "archive-broken", "a.zip"},
		"a bit turned":               {strings.Replace(string(good), "eka.csv", "ekb.csv", 1), "archive-broken", "a.zip"},
		"something behind it":        {string(good) + "x", "archive-broken", "a.zip"},
		"one name twice":             {string(zipOf("a.csv", "hanke;toimija\nA;B\n", "A.CSV", "hanke;toimija\nA;B\n")), "archive-named", "a.zip"},
		"a bomb":                     {string(zipOf("a.csv", "hanke;toimija\n"+strings.Repeat("A;B\n", 1_000_000))), "archive-too-dense", "a.zip"},
		"nothing in it":              {string(zipOf("kansio/", "")), "archive-nothing", "a.zip"},
		"pictures only":              {string(zipOf("a.png", "\x89PNG", "b.gif", "GIF8")), "archive-nothing", "a.zip"},
		"a broken workbook inside":   {string(zipOf("a.csv", "hanke;toimija\nA;B\n", "b.xlsx", string(goodBook(t)[:300])+"[Content_Types].xml")), "workbook-broken", "a.zip/b.xlsx"},
		"too wide a table inside":    {string(zipOf("a.csv", "hanke;toimija\nA;B\n", "b.csv", "hanke;toimija"+strings.Repeat(";x", MaxColumns)+"\n")), "too-many-columns", "a.zip/b.csv"},
		"gzip cut off":               {packed("hanke;toimija\nA;B\n")[:25], "archive-broken", "a.zip"},
		"gzip that is none":          {"\x1F\x8Bxxxxxxxxxxxx", "archive-broken", "a.zip"},
		"a gzip bomb":                {packed("hanke;toimija\n" + strings.Repeat("A;B\n", 1_000_000)), "archive-too-dense", "a.zip"},
		"a picture in gzip":          {packed("\x89PNG"), "not-table", "a.zip"},
		"a password":                 {string(encrypted(good)), "archive-encrypted", "a.zip"},
		"more files than are opened": {string(many(MaxInArchive + 1)), "archive-too-many", "a.zip"},
	} {
		_, err := ReadAll([]File{{"a.zip", strings.NewReader(c.raw)}}, Options{})
		var file *FileError
		if !errors.As(err, &file) || file.Code != c.code || file.File != c.file {
			t.Errorf("%s: %v, want %s of %s", name, err, c.code, c.file)
			continue
		}
		for _, lang := range []string{"fi", "sv", "en"} {
			if text := file.Text(lang); strings.Contains(text, "error.") || strings.Contains(text, "cure.") || strings.Contains(text, "{{") {
				t.Errorf("%s in %s: %q", file.Code, lang, text)
			}
		}
	}
	if all := readAll(t, "a.zip", many(MaxInArchive)); len(all) != 1 || len(all[0].Report.Dropped.Files) != MaxInArchive-1 {
		t.Errorf("%d readings", len(all))
	}
}

// encrypted sets the flag of a password, in both places.
func encrypted(raw []byte) []byte {
	raw = slices.Clone(raw)
	raw[6] |= 1
	raw[bytes.Index(raw, []byte("PK\x01\x02"))+8] |= 1
	return raw
}

// many is an archive of so many files, of which the first is read.
func many(n int) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := range n {
		f, _ := w.CreateHeader(&zip.FileHeader{Name: plainNumber(i), Method: zip.Store})
		if i == 0 {
			io.WriteString(f, "hanke;toimija\nA;B\n")
		}
	}
	w.Close()
	return b.Bytes()
}

// Old programs wrote names in the code page of the screen.
func TestArchiveNames(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, _ := w.CreateHeader(&zip.FileHeader{Name: "..\\h\x84t\x84.csv", NonUTF8: true})
	io.WriteString(f, "hanke;toimija\nA;B\n")
	w.Close()
	if r := readAll(t, "a.zip", b.Bytes())[0]; r.Source.ID != "hätä" || r.Report.File != "a.zip/../hätä.csv" {
		t.Errorf("%s %q", r.Source.ID, r.Report.File)
	}
}

func TestGzip(t *testing.T) {
	r := readAll(t, "hankkeet.csv.gz", gzipOf("hanke;toimija\nA;B\n"))[0]
	if r.Source.ID != "hankkeet" || r.Report.Rows != (Rows{Read: 1, Stored: 1}) || r.Report.File != "hankkeet.csv" {
		t.Errorf("%+v %+v", r.Source, r.Report)
	}
}

// A real table, packed as the register packs it.
func TestRealArchive(t *testing.T) {
	var parts []string
	for _, name := range []string{"project", "organization", "topics", "legalBasis", "euroSciVoc", "webLink"} {
		raw, err := io.ReadAll(shared(t, "cordis/horizon-"+name+".head100.csv"))
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, name+".csv", string(raw))
	}
	all := readAll(t, "cordis-HORIZONprojects-csv.zip", zipOf(parts...))
	if len(all) != 1 || all[0].Report.Rows.Read != 600 || all[0].Report.Rows.Rejected != 0 {
		for _, r := range all {
			t.Errorf("%s: %+v %v %v", r.Report.File, r.Report.Rows, r.Report.Dropped.Files, r.Report.Issues[:min(3, len(r.Report.Issues))])
		}
	}
}
