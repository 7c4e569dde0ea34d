package main

import (
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"hankeverkko/example"
	"hankeverkko/graph"
	"hankeverkko/graph/store"
	"hankeverkko/graph/view"
	"hankeverkko/importer"
)

// The same data give the same bytes, on the command line and, from another
// store that read the rows in another order, over HTTP.
func TestExportsAreEqualByteByByte(t *testing.T) {
	one, other := exampleStore(t), turnedStore(t)
	web := serving(t, other)
	for _, file := range []struct{ what, format, lens string }{
		{"network", "csv", "topics"}, {"network", "json", "cooperation"}, {"network", "graphml", "topics"}, {"network", "gexf", "cooperation"},
		{"pairs", "csv", "topics"},
	} {
		first := output(t, "export", "--what", file.what, "--format", file.format, "--region", "Lappi", "--lens", file.lens, "--store", one)
		response, err := http.Get(web.base + "/api/v1/export?what=" + file.what + "&region=Lappi&format=" + file.format + "&lens=" + file.lens)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(response.Body)
		response.Body.Close()
		if err != nil || string(body) != first {
			t.Errorf("%+v differs (%v)", file, err)
		}
		if nodes, places := strings.Count(first, "<node "), strings.Count(first, "<viz:position "); file.format == "gexf" && (nodes == 0 || places != nodes) {
			t.Errorf("%d of %d nodes have a place", places, nodes)
		}
	}
}

// turnedStore holds the example read from its last row to its first.
func turnedStore(t *testing.T) string {
	t.Helper()
	rows := strings.Split(strings.TrimRight(strings.ReplaceAll(string(example.CSV), "\r\n", "\n"), "\n"), "\n")
	slices.Reverse(rows[1:])
	reading, err := importer.Read(example.File, strings.NewReader(strings.Join(rows, "\n")), importer.Options{
		Source: example.Source, Name: example.Name, AsOf: example.AsOf,
	})
	if err != nil {
		t.Fatal(err)
	}
	reading.Source.Example, reading.Source.Credit = true, example.Credit
	p := &program{}
	p.config.Store = "sqlite:" + filepath.Join(t.TempDir(), "turned.db")
	s, err := openStore(p.config)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	base, err := s.Revision(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Commit(t.Context(), base, store.Commit{Source: reading.Source, Change: graph.Diff(nil, reading.Records, false)}); err != nil {
		t.Fatal(err)
	}
	return p.config.Store
}

// The sheet of ties is a file that import reads: the network comes back, in
// every language, but for seats that were read out of another spelling of a
// name, which a sheet with one name an actor does not keep.
func TestSheetOfTiesComesBack(t *testing.T) {
	store := exampleStore(t)
	want := networkOf(t, store)
	for _, lang := range []string{"fi", "sv", "en"} {
		dir := t.TempDir()
		file, back := filepath.Join(dir, "ties.csv"), "sqlite:"+filepath.Join(dir, "back.db")
		output(t, "export", "-o", file, "--lang", lang, "--store", store)
		r := importJSON(t, exitDone, file, "--source", example.Source, "--as-of", "2019-06-30", "--store", back)
		if r.Projects.New != len(want.Projects) || r.Actors.New != len(want.Actors) || r.Ties.New != len(want.Ties) || len(r.Issues) != 0 {
			t.Errorf("%s: %+v", lang, r)
		}
		got := networkOf(t, back)
		for i := range want.Projects {
			a, b := want.Projects[i], got.Projects[i]
			a.Records, b.Records = nil, nil
			if !reflect.DeepEqual(a, b) {
				t.Errorf("%s: %+v came back as %+v", lang, a, b)
			}
		}
		for i, a := range want.Ties {
			b := got.Ties[i]
			if a.Project != b.Project || a.Actor != b.Actor || a.Part != b.Part || a.Granted != b.Granted || a.Paid != b.Paid || a.Seat != b.Seat && a.SeatRung != graph.RungName {
				t.Errorf("%s: %+v came back as %+v", lang, a, b)
			}
		}
		for i, a := range want.Actors {
			if b := got.Actors[i]; a.ID != b.ID || a.Name != b.Name || a.Kind != b.Kind || a.BusinessID != b.BusinessID || a.Site != b.Site {
				t.Errorf("%s: %+v came back as %+v", lang, a, b)
			}
		}
	}
}

func networkOf(t *testing.T, store string) *graph.Network {
	t.Helper()
	p := &program{}
	p.config.Store = store
	s, err := openStore(p.config)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	v, err := view.Load(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	return v.Network
}

// A file is written whole or not at all, and its ending is enough to name the format.
func TestExportIntoAFile(t *testing.T) {
	store, dir := exampleStore(t), t.TempDir()
	for _, c := range []struct{ what, file string }{
		{"network", "n.json"}, {"network", "n.gexf"}, {"network", "n.graphml"}, {"network", "n.csv"},
		{"projects", "p.csv"}, {"actors", "a.xlsx"},
	} {
		file := filepath.Join(dir, c.file)
		if text := output(t, "export", "--what", c.what, "-o", file, "--store", store); text != "" {
			t.Errorf("%s: also on standard output: %.80q", c.file, text)
		}
		if info, err := os.Stat(file); err != nil || info.Size() < 10_000 {
			t.Errorf("%s: %v, %v", c.file, info, err)
		}
	}
	var doc struct {
		Revision string
		Sources  []struct{ Name, AsOf, Credit string }
		Basis    struct{ Listed, Alone, Unknown int }
	}
	raw, err := os.ReadFile(filepath.Join(dir, "n.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &doc); err != nil {
		t.Fatal(err)
	}
	if doc.Revision == "" || len(doc.Sources) != 1 || doc.Sources[0].Credit != example.Credit || doc.Sources[0].AsOf != "2019-06-30" || doc.Basis.Unknown != 184 {
		t.Errorf("%+v", doc)
	}
	if left, err := filepath.Glob(filepath.Join(dir, ".hankeverkko-*")); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
