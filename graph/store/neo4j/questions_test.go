package neo4j_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"hankeverkko/example"
	"hankeverkko/graph"
	"hankeverkko/graph/place"
	"hankeverkko/graph/store"
	"hankeverkko/graph/store/memory"
	"hankeverkko/graph/view"
	"hankeverkko/importer"
)

var update = flag.Bool("update", false, "write the answers into docs/neo4j.md")

// day is the viewing date of the example.
const day = graph.Date(20190630)

const page = "../../../docs/neo4j.md"

// question is a query of the page with its answer beneath it.
var question = regexp.MustCompile("(?s)### (\\d)\\. [^\n]*\n\n```cypher\n(.*?)```\n((?:\n\\|[^\n]*(?:\n\\|[^\n]*)*\n)?)")

// The answers on the page are what its queries give on a real server, and what
// the program itself says.
func TestQuestionsOfThePage(t *testing.T) {
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	v := exampleView(t)
	s := openShown(t)
	s.publish(t, atOnce, v.Network)
	program := map[string]func(*testing.T, *view.View, []map[string]any){
		"1": mostProjects, "2": sharedProjects, "3": stepsBetween, "4": endingSoon, "5": themesOfRegion, "6": basis,
	}
	asked := 0
	now := question.ReplaceAllStringFunc(string(text), func(found string) string {
		parts := question.FindStringSubmatch(found)
		number, query, written := parts[1], parts[2], parts[3]
		rows, table := s.ask(t, query)
		if len(rows) == 0 {
			t.Fatalf("question %s has no answer", number)
		}
		t.Run("question "+number, func(t *testing.T) {
			asked++
			program[number](t, v, rows)
			if !*update && written != "\n"+table {
				t.Errorf("the page says%s\nand the server\n\n%s", written, table)
			}
		})
		return strings.TrimSuffix(found, written) + "\n" + table
	})
	if asked != len(program) {
		t.Errorf("%d questions were found on the page, want %d", asked, len(program))
	}
	if *update {
		if err := os.WriteFile(page, []byte(now), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// ask returns the rows of a query by name, and as a table.
func (s *shown) ask(t *testing.T, query string) ([]map[string]any, string) {
	t.Helper()
	result, err := s.result(query, nil)
	if err != nil {
		t.Fatal(query, err)
	}
	table := "| " + strings.Join(result.Keys, " | ") + " |\n|" + strings.Repeat(" --- |", len(result.Keys)) + "\n"
	var rows []map[string]any
	for _, r := range result.Records {
		rows = append(rows, r.AsMap())
		for _, value := range r.Values {
			table += fmt.Sprintf("| %v ", value)
		}
		table += "|\n"
	}
	return rows, table
}

func exampleView(t *testing.T) *view.View {
	t.Helper()
	reading, err := importer.Read(example.File, bytes.NewReader(example.CSV), importer.Options{
		Source: example.Source, Name: example.Name, AsOf: example.AsOf,
	})
	if err != nil {
		t.Fatal(err)
	}
	m := memory.Open()
	base, err := m.Revision(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	_, err = m.Commit(t.Context(), base, store.Commit{
		Source: reading.Source, Run: graph.Run{At: time.Now()}, Change: graph.Diff(nil, reading.Records, false),
	})
	if err != nil {
		t.Fatal(err)
	}
	v, err := view.Load(t.Context(), m)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func slice(t *testing.T, v *view.View, area graph.AreaID) *view.Slice {
	t.Helper()
	s, err := v.Slice(context.Background(), view.Ask{Area: area, Date: day}, day)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func mostProjects(t *testing.T, v *view.View, rows []map[string]any) {
	list, err := slice(t, v, "maakunta:19").Actors(t.Context(), view.ActorFilter{}, "projects", true)
	if err != nil {
		t.Fatal(err)
	}
	of := map[string]int{}
	for _, stat := range list.Actors {
		of[v.Network.Actors[stat.Actor].Name] = len(stat.Projects)
	}
	for i, row := range rows {
		if want := len(list.Actors[i].Projects); row["projects"] != int64(want) {
			t.Errorf("place %d: %v, the program says %d", i+1, row, want)
		}
		if want := of[row["actor"].(string)]; row["projects"] != int64(want) {
			t.Errorf("%v: the program says %d", row, want)
		}
	}
}

// actor finds the one actor of a name.
func actor(t *testing.T, v *view.View, name string) int32 {
	t.Helper()
	for a := range v.Network.Actors {
		if v.Network.Actors[a].Name == name {
			return int32(a)
		}
	}
	t.Fatalf("no actor is called %s", name)
	return 0
}

func sharedProjects(t *testing.T, v *view.View, rows []map[string]any) {
	one, other := actor(t, v, "Lapin yliopisto"), actor(t, v, "Lapin ammattikorkeakoulu Oy")
	of := map[string]graph.Project{}
	for p := range v.Network.Projects {
		both := 0
		for _, tie := range v.Network.ProjectTies(p) {
			if tie.A == one || tie.A == other {
				both++
			}
		}
		if both == 2 {
			of[v.Network.Projects[p].Code] = v.Network.Projects[p]
		}
	}
	if len(rows) != len(of) {
		t.Errorf("%d projects, the program says %d", len(rows), len(of))
	}
	for _, row := range rows {
		p := of[row["code"].(string)]
		if row["project"] != p.Name || fmt.Sprint(row["begins"]) != p.From.String() || fmt.Sprint(row["ends"]) != p.To.String() {
			t.Errorf("%v: the program says %s, %s to %s", row, p.Name, p.From, p.To)
		}
	}
	for _, partner := range slice(t, v, "").ActorCard(one).Partners {
		if partner.Actor == other && partner.Projects != len(rows) {
			t.Errorf("%d projects, the card says %d", len(rows), partner.Projects)
		}
	}
}

func stepsBetween(t *testing.T, v *view.View, rows []map[string]any) {
	path, err := slice(t, v, "").Path(t.Context(),
		view.PathEnd{Actor: actor(t, v, "Kemi-Tornionlaakson koulutuskuntayhtymä Lappia")}, view.PathEnd{Actor: actor(t, v, "Tampereen kaupunki")})
	if err != nil {
		t.Fatal(err)
	}
	if want := path.Routes[0].Length() / 2; len(rows) != 1 || rows[0]["steps"] != int64(want) {
		t.Errorf("%v: the program says %d steps", rows, want)
	}
	way := rows[0]["way"].([]any)
	for i := 1; i < len(way); i += 2 {
		for _, name := range []any{way[i-1], way[i+1]} {
			if !takesPart(v.Network, actor(t, v, name.(string)), way[i].(string)) {
				t.Errorf("%v takes no part in %v", name, way[i])
			}
		}
	}
}

func takesPart(n *graph.Network, actor int32, code string) bool {
	for _, i := range n.ActorTies(int(actor)) {
		if n.Projects[n.Ties[i].P].Code == code {
			return true
		}
	}
	return false
}

func endingSoon(t *testing.T, v *view.View, rows []map[string]any) {
	most := 0
	for _, area := range place.Areas() {
		if area.Kind != place.Kunta {
			continue
		}
		list, err := slice(t, v, area.ID).Projects(t.Context(), view.ProjectFilter{State: "ending"}, "name", false)
		if err != nil {
			t.Fatal(err)
		}
		most = max(most, len(list.Projects))
		for _, row := range rows {
			if row["municipality"] == area.Names.Fi && row["projects"] != int64(len(list.Projects)) {
				t.Errorf("%v: the program says %d", row, len(list.Projects))
			}
		}
	}
	if rows[0]["projects"] != int64(most) {
		t.Errorf("the most is %v, the program says %d", rows[0], most)
	}
}

func themesOfRegion(t *testing.T, v *view.View, rows []map[string]any) {
	of := map[string]int{}
	most := 0
	for _, p := range slice(t, v, "maakunta:19").Selection.Projects {
		for _, word := range v.Network.Projects[p].Keywords {
			of[word]++
			most = max(most, of[word])
		}
	}
	for _, row := range rows {
		if want := of[row["theme"].(string)]; row["projects"] != int64(want) {
			t.Errorf("%v: the program says %d", row, want)
		}
	}
	if rows[0]["projects"] != int64(most) {
		t.Errorf("the most is %v, the program says %d", rows[0], most)
	}
}

func basis(t *testing.T, v *view.View, rows []map[string]any) {
	b := slice(t, v, "").RegionCounts().Basis
	want := map[string]int{"listed": b.Listed, "alone": b.Alone, "unknown": b.Unknown}
	if len(rows) != len(want) {
		t.Errorf("%v", rows)
	}
	for _, row := range rows {
		if n := want[row["partners"].(string)]; row["projects"] != int64(n) {
			t.Errorf("%v: the program says %d", row, n)
		}
	}
}
