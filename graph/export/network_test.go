package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"hankeverkko/graph"
)

var update = flag.Bool("update", false, "write the golden files anew")

// small has two projects and two actors with names that no format should
// stumble over.
func small() Network {
	return networkOf(`=1+1 <&"'> ]]>`, "Ö\x00l\x0bjy\ufffe", "rivi\nrivi;,#")
}

func networkOf(project, actor, text string) Network {
	rows := func(list ...Row) func(func(Row) bool) { return slices.Values(list) }
	return Network{
		Facts: []Fact{{"region", "fi"}, {"basis", map[string]int{"alone": 0, "listed": 1, "unknown": 1}}},
		Projects: Sheet{
			Named: [2]Attribute{{ID: "id", Meaning: "Id"}, {ID: "name", Meaning: "Name"}},
			Attributes: []Attribute{
				{"from", DateType, "First day"}, {"keywords", ListType, "What it is about"}, {"actors", NumberType, `"Known" actors`}, {"group", TextType, "Group"},
			},
			Rows: rows(
				Row{ID: "t:a", Name: project, From: 20160501, To: 20180630, Cells: []Cell{Date(20160501), List([]string{text, "b"}), Number(2), Text("g")}, Place: &Place{-12.345, 1e3}},
				Row{ID: "t:b", Name: "Takaperin", From: 20180101, To: 20170101, Cells: []Cell{Date(0), List(nil), Number(1), {}}},
			),
		},
		Actors: Sheet{
			Named:      [2]Attribute{{ID: "id", Meaning: "Id"}, {ID: "name", Meaning: "Name"}},
			Attributes: []Attribute{{"own", FlagType, "From the region"}, {"group", TextType, "Group"}},
			Rows:       rows(Row{ID: "name:a", Name: actor, Cells: []Cell{Flag(true), Text("g")}}, Row{ID: "name:b", Name: "Kemi", Cells: []Cell{{}, {}}}),
		},
		Ties: Sheet{
			Named:      [2]Attribute{{ID: "project", Meaning: "Project"}, {ID: "actor", Meaning: "Actor"}},
			Attributes: []Attribute{{"part", TextType, "Part"}, {"granted", ScoreType, "Euros"}},
			Rows: rows(
				Row{Project: "t:a", Actor: "name:a", From: 20160501, Cells: []Cell{Text("lead"), Score(1234567.25)}},
				Row{Project: "t:a", Actor: "name:b", Cells: []Cell{Text(text), Score(0)}},
				Row{Project: "t:b", Actor: "name:b", Cells: []Cell{Text("partner"), {}}},
			),
		},
	}
}

var networkWriters = map[string]func(io.Writer, Network) error{
	"graphml": GraphML,
	"gexf":    func(w io.Writer, n Network) error { return GEXF(w, n, graph.Date(20190630)) },
	"json":    NetworkJSON,
}

func TestNetworkGolden(t *testing.T) {
	for format, write := range networkWriters {
		var got bytes.Buffer
		if err := write(&got, small()); err != nil {
			t.Fatal(err)
		}
		name := filepath.Join("testdata", "small."+format)
		if *update {
			if err := os.WriteFile(name, got.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Bytes(), want) {
			t.Errorf("%s is not as in %s:\n%s", format, name, &got)
		}
	}
}

// Whatever the names hold, the files are well formed, and what a reader finds
// is what was written but for characters that XML cannot hold.
func TestNetworksReadBack(t *testing.T) {
	readers := map[string]func(failer, []byte) read{"graphml": readGraphML, "gexf": readGEXF}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"]]>", "&amp;", "<!--", "\x00\x1f\x7f", "\xff\xfe", "\ud7ff\ue000\U0010ffff"}))
		project, actor, word := text.Draw(t, "project"), text.Draw(t, "actor"), text.Draw(t, "word")
		for format, reader := range readers {
			var file bytes.Buffer
			if err := networkWriters[format](&file, networkOf(project, actor, word)); err != nil {
				t.Fatal(err)
			}
			r := reader(t, file.Bytes())
			if len(r.labels) != 4 || len(r.edges) != 3 || r.labels["t:a"] != legal(project) || r.labels["name:a"] != legal(actor) || r.values["t:a"]["keywords"] != legal(word)+"; b" ||
				format == "gexf" && (len(r.places) != 1 || r.places["t:a"] != [2]float64{-12.35, 1000}) {
				t.Fatalf("%s: %+v", format, r)
			}
		}
	})
}

func TestNetworkJSONReadsBack(t *testing.T) {
	var file bytes.Buffer
	if err := NetworkJSON(&file, small()); err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Region   string
		Basis    map[string]int
		Codebook map[string]map[string]string
		Projects []struct {
			ID, Name, From string
			Keywords       []string
			Actors         int
		}
		Actors []struct {
			ID, Name string
			Own      *bool
		}
		Ties []struct {
			Project, Actor, Part string
			Granted              *float64
		}
	}
	if err := json.Unmarshal(file.Bytes(), &doc); err != nil {
		t.Fatalf("%v\n%s", err, &file)
	}
	if doc.Region != "fi" || doc.Basis["listed"] != 1 || len(doc.Projects) != 2 || len(doc.Actors) != 2 || len(doc.Ties) != 3 {
		t.Errorf("%+v", doc)
	}
	if !*doc.Actors[0].Own || doc.Actors[1].Own != nil || *doc.Ties[0].Granted != 1234567.25 || *doc.Ties[1].Granted != 0 || doc.Ties[2].Granted != nil {
		t.Errorf("known and unknown values: %+v", doc)
	}
	// Every attribute that a row has is in the codebook.
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(file.Bytes(), &raw); err != nil {
		t.Fatal(err)
	}
	for sheet, meanings := range doc.Codebook {
		var rows []map[string]any
		if err := json.Unmarshal(raw[sheet], &rows); err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			for name := range row {
				if meanings[name] == "" {
					t.Errorf("%s of %s has no meaning", name, sheet)
				}
			}
		}
	}
}

// broken fails after so many bytes.
type broken struct{ left int }

func (b *broken) Write(p []byte) (int, error) {
	if b.left -= len(p); b.left < 0 {
		return 0, io.ErrShortWrite
	}
	return len(p), nil
}

func TestAFullDiskIsTold(t *testing.T) {
	for format, write := range networkWriters {
		for _, left := range []int{0, 600} {
			if err := write(&broken{left}, small()); !errors.Is(err, io.ErrShortWrite) {
				t.Errorf("%s after %d bytes: %v", format, left, err)
			}
		}
	}
}
