package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

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
				Row{ID: "t:a", Name: project, From: 20160501, To: 20180630, Cells: []Cell{Date(20160501), List([]string{text, "b"}), Number(2), Text("g")}},
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

// read is what a strict reader finds in a network file.
type read struct {
	labels map[string]string            // of nodes
	edges  [][2]string                  // source and target
	values map[string]map[string]string // of nodes
}

// readGraphML follows the rules of the format: keys are declared once, data
// belong to a declared key of their domain and are of its type, ids are unique
// and edges join nodes.
func readGraphML(t interface{ Fatalf(string, ...any) }, file []byte) read {
	var doc struct {
		XMLName xml.Name `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
		Keys    []struct {
			ID   string `xml:"id,attr"`
			For  string `xml:"for,attr"`
			Name string `xml:"attr.name,attr"`
			Type string `xml:"attr.type,attr"`
		} `xml:"key"`
		Graph struct {
			Default string `xml:"edgedefault,attr"`
			Nodes   []struct {
				ID   string `xml:"id,attr"`
				Data []data `xml:"data"`
			} `xml:"node"`
			Edges []struct {
				Source string `xml:"source,attr"`
				Target string `xml:"target,attr"`
				Data   []data `xml:"data"`
			} `xml:"edge"`
			Data []data `xml:"data"`
		} `xml:"graph"`
	}
	strictly(t, file, &doc)
	type key struct{ domain, name, kind string }
	keys := map[string]key{}
	for _, k := range doc.Keys {
		if _, twice := keys[k.ID]; twice {
			t.Fatalf("key %s stands twice", k.ID)
		}
		keys[k.ID] = key{k.For, k.Name, k.Type}
	}
	check := func(domain string, list []data) map[string]string {
		values := map[string]string{}
		for _, d := range list {
			k, ok := keys[d.Key]
			if !ok || k.domain != domain {
				t.Fatalf("%s of a %s is not declared", d.Key, domain)
			}
			typed(t, k.kind, d.Text)
			values[k.name] = d.Text
		}
		return values
	}
	if doc.Graph.Default != "undirected" {
		t.Fatalf("edgedefault %q", doc.Graph.Default)
	}
	r := read{map[string]string{}, nil, map[string]map[string]string{}}
	check("graph", doc.Graph.Data)
	for _, n := range doc.Graph.Nodes {
		if _, twice := r.values[n.ID]; twice {
			t.Fatalf("node %s stands twice", n.ID)
		}
		r.values[n.ID] = check("node", n.Data)
		r.labels[n.ID] = r.values[n.ID]["label"]
	}
	for _, e := range doc.Graph.Edges {
		check("edge", e.Data)
		r.edges = append(r.edges, [2]string{e.Source, e.Target})
	}
	r.join(t)
	return r
}

type data struct {
	Key  string `xml:"key,attr"`
	Text string `xml:",chardata"`
}

// readGEXF does the same for GEXF.
func readGEXF(t interface{ Fatalf(string, ...any) }, file []byte) read {
	type value struct {
		For   string `xml:"for,attr"`
		Value string `xml:"value,attr"`
	}
	var doc struct {
		XMLName xml.Name `xml:"http://gexf.net/1.3 gexf"`
		Version string   `xml:"version,attr"`
		Graph   struct {
			Attributes []struct {
				Class string `xml:"class,attr"`
				List  []struct {
					ID   string `xml:"id,attr"`
					Type string `xml:"type,attr"`
				} `xml:"attribute"`
			} `xml:"attributes"`
			Nodes []struct {
				ID     string  `xml:"id,attr"`
				Label  string  `xml:"label,attr"`
				Start  string  `xml:"start,attr"`
				End    string  `xml:"end,attr"`
				Values []value `xml:"attvalues>attvalue"`
			} `xml:"nodes>node"`
			Edges []struct {
				ID     string  `xml:"id,attr"`
				Source string  `xml:"source,attr"`
				Target string  `xml:"target,attr"`
				Values []value `xml:"attvalues>attvalue"`
			} `xml:"edges>edge"`
		} `xml:"graph"`
	}
	strictly(t, file, &doc)
	kinds := map[string]string{}
	for _, list := range doc.Graph.Attributes {
		for _, a := range list.List {
			if _, twice := kinds[list.Class+" "+a.ID]; twice {
				t.Fatalf("%s attribute %s stands twice", list.Class, a.ID)
			}
			kinds[list.Class+" "+a.ID] = a.Type
		}
	}
	check := func(class string, list []value) map[string]string {
		values := map[string]string{}
		for _, v := range list {
			kind, ok := kinds[class+" "+v.For]
			if !ok {
				t.Fatalf("%s attribute %s is not declared", class, v.For)
			}
			typed(t, kind, v.Value)
			values[v.For] = v.Value
		}
		return values
	}
	r := read{map[string]string{}, nil, map[string]map[string]string{}}
	for _, n := range doc.Graph.Nodes {
		for _, day := range []string{n.Start, n.End} {
			if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
				t.Fatalf("day %q of node %s", day, n.ID)
			}
		}
		if n.Start != "" && n.End != "" && n.End < n.Start {
			t.Fatalf("node %s ends before it begins", n.ID)
		}
		r.labels[n.ID], r.values[n.ID] = n.Label, check("node", n.Values)
	}
	ids := map[string]bool{}
	for _, e := range doc.Graph.Edges {
		if ids[e.ID] {
			t.Fatalf("edge %s stands twice", e.ID)
		}
		ids[e.ID] = true
		check("edge", e.Values)
		r.edges = append(r.edges, [2]string{e.Source, e.Target})
	}
	r.join(t)
	return r
}

// strictly reads XML to its end.
func strictly(t interface{ Fatalf(string, ...any) }, file []byte, doc any) {
	decoder := xml.NewDecoder(bytes.NewReader(file))
	if err := decoder.Decode(doc); err != nil {
		t.Fatalf("%v\n%s", err, file)
	}
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if text, ok := token.(xml.CharData); err != nil || !ok || strings.TrimSpace(string(text)) != "" {
			t.Fatalf("after the end: %v, %v", token, err)
		}
	}
}

func typed(t interface{ Fatalf(string, ...any) }, kind, text string) {
	var err error
	switch kind {
	case "string":
	case "long":
		_, err = strconv.ParseInt(text, 10, 64)
	case "double":
		_, err = strconv.ParseFloat(text, 64)
	case "boolean":
		if text != "true" && text != "false" {
			t.Fatalf("%q is no boolean", text)
		}
	default:
		t.Fatalf("type %q", kind)
	}
	if err != nil {
		t.Fatalf("%v", err)
	}
}

func (r read) join(t interface{ Fatalf(string, ...any) }) {
	for _, e := range r.edges {
		if r.values[e[0]]["mode"] != "project" || r.values[e[1]]["mode"] != "actor" {
			t.Fatalf("edge %v joins no project and actor", e)
		}
	}
}

// Whatever the names hold, the files are well formed, and what a reader finds
// is what was written but for characters that XML cannot hold.
func TestNetworksReadBack(t *testing.T) {
	readers := map[string]func(interface{ Fatalf(string, ...any) }, []byte) read{"graphml": readGraphML, "gexf": readGEXF}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"]]>", "&amp;", "<!--", "\x00\x1f\x7f", "\xff\xfe", "\ud7ff\ue000\U0010ffff"}))
		project, actor, word := text.Draw(t, "project"), text.Draw(t, "actor"), text.Draw(t, "word")
		for format, reader := range readers {
			var file bytes.Buffer
			if err := networkWriters[format](&file, networkOf(project, actor, word)); err != nil {
				t.Fatal(err)
			}
			r := reader(t, file.Bytes())
			if len(r.labels) != 4 || len(r.edges) != 3 || r.labels["t:a"] != legal(project) || r.labels["name:a"] != legal(actor) || r.values["t:a"]["keywords"] != legal(word)+"; b" {
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

var measured = Table{
	Columns: []string{"id", "name", "projects", "score", "own", "since"},
	Rows: [][]Cell{
		{Text("name:a"), Text("# ei kommentti, \"lainaus\""), Number(2), Score(1.0 / 3), Flag(true), Date(20160501)},
		{Text("name:b"), Text("=1+1"), Number(0), Score(0), {}, {}},
	},
}

func TestPlainGolden(t *testing.T) {
	var b bytes.Buffer
	if err := Plain(&b, []Fact{{"region", "Koko\nSuomi"}, {"seed", 7}}, measured); err != nil {
		t.Fatal(err)
	}
	want := "# region: Koko Suomi\n# seed: 7\nid,name,projects,score,own,since\n" +
		"name:a,\"# ei kommentti, \"\"lainaus\"\"\",2,0.333333333333,true,2016-05-01\nname:b,'=1+1,0,0,,\n"
	if b.String() != want {
		t.Errorf("got  %q\nwant %q", b.String(), want)
	}
}

func TestPlainReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.String().Draw(t, "name")
		var b bytes.Buffer
		if err := Plain(&b, []Fact{{"note", rapid.String().Draw(t, "note")}}, Table{Columns: []string{"name", "n"}, Rows: [][]Cell{{Text(name), Number(1)}}}); err != nil {
			t.Fatal(err)
		}
		reader := csv.NewReader(&b)
		reader.Comment = '#'
		rows, err := reader.ReadAll()
		// A reader of CSV takes a carriage return before a line feed away.
		want := strings.ReplaceAll(Harmless(name), "\r\n", "\n")
		if err != nil || len(rows) != 2 || rows[1][0] != want || rows[1][1] != "1" {
			t.Fatalf("%q is read as %q (%v)", want, rows, err)
		}
	})
}

func TestJSONTable(t *testing.T) {
	var b bytes.Buffer
	if err := JSON(&b, []Fact{{"seed", 7}}, "actors", measured); err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Seed   int
		Actors []map[string]any
	}
	if err := json.Unmarshal(b.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	if doc.Seed != 7 || len(doc.Actors) != 2 || doc.Actors[0]["own"] != true || doc.Actors[1]["own"] != nil || doc.Actors[1]["score"] != 0.0 || doc.Actors[1]["name"] != "=1+1" {
		t.Errorf("%+v", doc)
	}
	if !strings.Contains(b.String(), `{"id":"name:a","name":`) {
		t.Errorf("columns in another order:\n%s", &b)
	}
}
