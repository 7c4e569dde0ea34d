package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

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
