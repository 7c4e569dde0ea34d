package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/analysis"
	"hankeverkko/graph/store"
	"hankeverkko/graph/store/memory"
	"hankeverkko/graph/view"
)

// contractColumns are those of the contract, and after them the measures that it does not name.
const contractColumns = "id,name,kind,municipality,own,projects,partners,degree,strength,betweenness,betweenness_projected," +
	"pagerank,constraint,effective_size,group,group_name,boundary,also,also_share,role_coordinator,role_gatekeeper,role_itinerant,role_liaison," +
	"sole_connector,closeness,harmonic,eigenvector,coreness,clustering,redundancy,efficiency,hierarchy," +
	"role_coordinator_expected,role_gatekeeper_expected,role_itinerant_expected,role_liaison_expected," +
	"role_coordinator_z,role_gatekeeper_z,role_itinerant_z,role_liaison_z,participation,participation_expected,within_group"

func table(t *testing.T, text string) (facts, rows [][]string) {
	t.Helper()
	for line := range strings.Lines(text) {
		if name, value, ok := strings.Cut(strings.TrimPrefix(strings.TrimSpace(line), "# "), ": "); ok && strings.HasPrefix(line, "# ") {
			facts = append(facts, []string{name, value})
		}
	}
	reader := csv.NewReader(strings.NewReader(text))
	reader.Comment = '#'
	rows, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return facts, rows
}

// Partner networks of one period are matched with those of the next; topics
// are the same in both.
func TestChangesOfTheExample(t *testing.T) {
	store := exampleStore(t)
	kinds := map[string]int{}
	facts, rows := table(t, output(t, "analyse", "--changes", "2017-07-01", "--region", "Uusimaa", "--lens", "cooperation", "--store", store))
	for _, row := range rows[1:] {
		kinds[row[0]]++
	}
	if kinds["continues"] == 0 || kinds["born"] == 0 || !slices.ContainsFunc(facts, func(f []string) bool { return f[0] == "comparable" && f[1] == "true" }) {
		t.Errorf("%v %v", kinds, facts)
	}
	_, rows = table(t, output(t, "analyse", "--changes", "2016-07-01", "--from", "2015-01-01", "--region", "Lappi", "--store", store))
	for _, row := range rows[1:] {
		if row[0] != "continues" && row[0] != "born" && row[0] != "ended" || row[0] == "continues" && row[1] != row[4] {
			t.Errorf("topics: %v", row)
		}
	}
	if code, _, _ := hanke(t, "analyse", "--changes", "2014-01-01", "--from", "2015-01-01", "--store", store); code != exitUsage {
		t.Errorf("a day before the period: exit %d", code)
	}
}

func TestScanOfTheExample(t *testing.T) {
	store := exampleStore(t)
	facts, rows := table(t, output(t, "analyse", "--scan", "--region", "Uusimaa", "--lens", "cooperation", "--store", store))
	if strings.Join(rows[0], ",") != "resolution,groups,largest,modularity,agreement" || len(rows) != 10 || rows[5][0] != "1" {
		t.Errorf("%v", rows)
	}
	if !slices.ContainsFunc(facts, func(f []string) bool { return f[0] == "lens" && f[1] == "cooperation" }) {
		t.Errorf("%v", facts)
	}
}

func TestAnalyseOfTheExample(t *testing.T) {
	store, dir := exampleStore(t), t.TempDir()
	lenses := []string{"topics", "cooperation"}
	if testing.Short() { // the run without it does both
		lenses = lenses[1:]
	}
	for _, lens := range lenses {
		file := filepath.Join(dir, lens+".csv")
		code, _, stderr := hanke(t, "analyse", "--region", "Lappi", "--lens", lens, "--out", file, "--store", store)
		if code != exitDone {
			t.Fatalf("exit %d: %s", code, stderr)
		}
		if !strings.Contains(stderr, fmt.Sprintf("%[1]d/%[1]d within_group", len(analysis.Measures()))) {
			t.Errorf("progress:\n%s", stderr)
		}
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		facts, rows := table(t, string(raw))
		for _, name := range []string{"region", "lens", "basis", "revision", "data_as_of", "sources", "seed", "resolution", "whole", "measures", "versions"} {
			if !slices.ContainsFunc(facts, func(f []string) bool { return f[0] == name && f[1] != "" }) {
				t.Errorf("%s is not told: %v", name, facts)
			}
		}
		want := contractColumns
		if lens == "topics" {
			want = strings.Replace(want, "also_share,", "also_share,joins_topics,", 1)
		}
		if strings.Join(rows[0], ",") != want {
			t.Errorf("columns %v", rows[0])
		}
		at := func(row []string, column string) string { return row[slices.Index(rows[0], column)] }
		words := map[string]int{}
		for _, row := range rows[1:] {
			if at(row, "degree") != at(row, "partners") || !strings.HasPrefix(at(row, "group"), lens+":") {
				t.Errorf("%s row %v", lens, row)
			}
			if alone := at(row, "degree") == "0"; alone != (at(row, "constraint") == "") || alone != (at(row, "effective_size") == "") {
				t.Errorf("constraint is undefined exactly without partners: %v", row)
			}
			if own := at(row, "own"); own != "true" && own != "false" && own != "" {
				t.Errorf("own is %q", own)
			}
		}
		for _, row := range rows[1:] {
			words[at(row, "boundary")]++
		}
		if words["open"]+words["fairly-clear"]+words["clear"] < len(rows)/2 || len(words) > 4 || words["open"] == 0 {
			t.Errorf("%s: boundaries %v", lens, words)
		}
		// Run again, and to standard output: not a byte differs.
		if again := output(t, "analyse", "--region", "Lappi", "--lens", lens, "--store", store); again != string(raw) {
			t.Errorf("%s: another run gives another table", lens)
		}
	}
}

func TestAnalyseAsJSON(t *testing.T) {
	store := exampleStore(t)
	body := output(t, "analyse", "--json", "--measure", "betweenness,constraint", "--from", "2016-01-01", "--to", "2017-12-31", "--seed", "7", "--store", store)
	var doc struct {
		Lens, From, To, Revision string
		Seed                     int
		Basis                    struct{ Listed, Alone, Unknown int }
		Measures                 []struct{ ID, Weighting, Conventions, Reference string }
		Actors                   []map[string]any
	}
	if err := json.Unmarshal([]byte(body), &doc); err != nil {
		t.Fatal(err)
	}
	if doc.Lens != "topics" || doc.Seed != 7 || doc.From != "2016-01-01" || doc.To != "2017-12-31" || doc.Revision == "" || doc.Basis.Listed == 0 {
		t.Errorf("%+v", doc)
	}
	if len(doc.Measures) != 2 || doc.Measures[1].Weighting != "newman" || doc.Measures[1].Reference != "Burt 1992" {
		t.Errorf("%+v", doc.Measures)
	}
	if len(doc.Actors) == 0 || len(doc.Actors) >= 329 {
		t.Errorf("%d actors, of fewer than all projects", len(doc.Actors))
	}
	for _, a := range doc.Actors {
		if _, ok := a["pagerank"]; ok || a["betweenness"] == nil {
			t.Fatalf("%v", a)
		}
	}
}

func TestAnalyseStops(t *testing.T) {
	store, file := exampleStore(t), filepath.Join(t.TempDir(), "a.csv")
	ctx, stop := context.WithCancel(t.Context())
	stop()
	var stderr bytes.Buffer
	code := run(ctx, []string{"analyse", "--out", file, "--lang", "en", "--store", store}, strings.NewReader(""), &bytes.Buffer{}, &stderr)
	if _, err := os.Stat(file); code != exitFailed || stderr.String() != "Stopped.\n" || !os.IsNotExist(err) {
		t.Errorf("exit %d, %q, file: %v", code, &stderr, err)
	}
}

// graphStore is a store that shows a graph, and remembers what it was told.
type graphStore struct {
	store.Store
	shown    graph.Revision
	measures map[string]store.Measured
}

func (g *graphStore) Published(context.Context) (graph.Revision, error) { return g.shown, nil }

func (g *graphStore) Publish(_ context.Context, revision graph.Revision, _ *graph.Network) error {
	g.shown = revision
	return nil
}

func (g *graphStore) WriteBack(_ context.Context, revision graph.Revision, measures []store.Measured) error {
	if revision != g.shown {
		return graph.ErrConflict
	}
	g.measures = map[string]store.Measured{}
	for _, m := range measures {
		g.measures[m.Name] = m
	}
	return nil
}

// Measures and groups reach a store that shows a graph, after the network of
// their revision; what is undefined has no value there.
func TestWriteBack(t *testing.T) {
	inner := memory.Open()
	cells := func(project, actor string) graph.Cells {
		return graph.Cells{graph.FieldProject: project, graph.FieldActor: actor, graph.FieldPart: "lead"}
	}
	records := []graph.Record{
		graph.NewRecord("t", "t:a", "1", cells("A", "Kemi"), 1), graph.NewRecord("t", "t:a", "2", cells("A", "Tornio"), 2),
		graph.NewRecord("t", "t:b", "3", cells("B", "Oulu"), 3),
	}
	base, err := inner.Revision(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := inner.Commit(t.Context(), base, store.Commit{Source: graph.Source{ID: "t", Name: "T"}, Change: graph.Diff(nil, records, false)}); err != nil {
		t.Fatal(err)
	}
	v, err := view.Load(t.Context(), inner)
	if err != nil {
		t.Fatal(err)
	}
	p := &program{stdout: &bytes.Buffer{}, stderr: &bytes.Buffer{}}
	asked, err := p.analysisOf(analyseFlags{lens: "topics"})
	if err != nil {
		t.Fatal(err)
	}
	result, err := p.analyse(t.Context(), v, asked)
	if err != nil {
		t.Fatal(err)
	}
	g := &graphStore{Store: inner}
	if err := p.writeBack(t.Context(), g, result); err != nil {
		t.Fatal(err)
	}
	if g.shown != v.Revision {
		t.Errorf("the graph shows %q", g.shown)
	}
	constraint := g.measures["constraint"].Actors
	if _, defined := constraint["name:oulu"]; defined || constraint["name:kemi"] != 1.0 {
		t.Errorf("constraint %v", constraint)
	}
	for _, name := range []string{"betweennessProjected", "roleLiaison", "group", "groupName", "measuredIn"} {
		if _, ok := g.measures[name]; !ok {
			t.Errorf("%s is not written", name)
		}
	}
	if len(g.measures["group"].Projects) != 2 || strconv.Itoa(len(g.measures["measuredIn"].Actors)) != "3" {
		t.Errorf("%v", g.measures["group"])
	}
}
