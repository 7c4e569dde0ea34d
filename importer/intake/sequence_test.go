package intake_test

import (
	"context"
	"fmt"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/graph/store"
	"hankeverkko/graph/store/memory"
	"hankeverkko/graph/store/sqlite"
	"hankeverkko/importer"
	"hankeverkko/importer/intake"
)

var noon = time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)

// state is what a person sees: sources and rows as stored, and the network that
// they make with the journal.
type state struct {
	sources, records, network []string
	actors                    []graph.ActorID
}

func stateOf(t *rapid.T, s store.Store) state {
	content, err := store.ReadAll(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	network, err := identity.Apply(content.Records, content.Journal, content.Sources...)
	if err != nil {
		t.Fatal(err)
	}
	var out state
	for _, s := range content.Sources {
		out.sources = append(out.sources, fmt.Sprintf("%+v", s))
	}
	for _, p := range network.Projects {
		out.network = append(out.network, fmt.Sprintf("%+v", p))
	}
	for _, a := range network.Actors {
		out.network, out.actors = append(out.network, fmt.Sprintf("%+v", a)), append(out.actors, a.ID)
	}
	for _, t := range network.Ties {
		out.network = append(out.network, fmt.Sprintf("%+v", t))
	}
	for _, r := range content.Records {
		out.records = append(out.records, fmt.Sprint(r.Source, r.Key, r.Hash, r.Run, r.Row))
	}
	return out
}

// Sequences of imports, merges, splits and the like, each taken back at some
// time, newest first: every taking back gives the exact state before.
func TestSequencesAreTakenBack(t *testing.T) {
	open := map[string]func(t *testing.T) func(*rapid.T) store.Store{
		"memory": func(*testing.T) func(*rapid.T) store.Store {
			return func(*rapid.T) store.Store { return memory.Open() }
		},
		"sqlite": func(t *testing.T) func(*rapid.T) store.Store {
			dir, n := t.TempDir(), 0
			return func(r *rapid.T) store.Store {
				n++
				s, err := sqlite.Open(filepath.Join(dir, strconv.Itoa(n)+".db"))
				if err != nil {
					r.Fatal(err)
				}
				return s
			}
		},
	}
	for name, opener := range open {
		t.Run(name, func(t *testing.T) {
			fresh := opener(t)
			rapid.Check(t, func(r *rapid.T) {
				s := fresh(r)
				defer s.Close()
				sequence(r, s)
			})
		})
	}
}

var names = []string{"Lapin AMK", "Lapin ammattikorkeakoulu Oy", "Oulun yliopisto", "Oulun yliopisto / Thule", "Redu", "Kemi"}

func sequence(t *rapid.T, s store.Store) {
	type step struct {
		before state
		back   func()
	}
	var steps []step
	for range rapid.IntRange(2, 12).Draw(t, "steps") {
		before := stateOf(t, s)
		actors := before.actors
		switch what := rapid.SampledFrom([]string{"import", "import", "decide", "back"}).Draw(t, "what"); {
		case what == "import":
			if run := importSheet(t, s); run.ID != "" {
				steps = append(steps, step{before, func() { undoRun(t, s, run) }})
			}
		case what == "decide" && len(actors) > 1:
			if n := decide(t, s, actors); n > 0 {
				steps = append(steps, step{before, func() {
					must(t, s.Append(context.Background(), graph.Decision{Kind: graph.DecideUndo, Value: strconv.Itoa(n), Who: "curator", At: noon}))
				}})
			}
		case what == "back" && len(steps) > 0:
			last := steps[len(steps)-1]
			steps = steps[:len(steps)-1]
			last.back()
			same(t, stateOf(t, s), last.before)
		}
	}
	for i := len(steps) - 1; i >= 0; i-- {
		steps[i].back()
		same(t, stateOf(t, s), steps[i].before)
	}
}

func must(t *rapid.T, err error) {
	if err != nil {
		t.Fatal(err)
	}
}

func same(t *rapid.T, got, want state) {
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("taken back, yet not as before:\n%s", cmp.Diff(want, got, cmp.AllowUnexported(state{})))
	}
}

// importSheet imports a drawn sheet; a run without a name changed nothing.
func importSheet(t *rapid.T, s store.Store) graph.Run {
	var sheet strings.Builder
	sheet.WriteString("hanke;toimija;kunta;kuvaus\n")
	for range rapid.IntRange(1, 8).Draw(t, "rows") {
		fmt.Fprintf(&sheet, "Hanke %d;%s;%s;%s\n", rapid.IntRange(1, 4).Draw(t, "project"), rapid.SampledFrom(names).Draw(t, "actor"),
			rapid.SampledFrom([]string{"", "Kemi", "Oulu"}).Draw(t, "town"), rapid.SampledFrom([]string{"", "yksi", "kaksi"}).Draw(t, "text"))
	}
	source := rapid.SampledFrom([]graph.SourceID{"a", "b"}).Draw(t, "source")
	reading, err := importer.Read(string(source)+".csv", strings.NewReader(sheet.String()), importer.Options{Source: source})
	must(t, err)
	base, err := s.Revision(context.Background())
	must(t, err)
	plan, err := intake.New(context.Background(), s, reading, intake.Options{Add: rapid.Bool().Draw(t, "add")})
	must(t, err)
	run, err := plan.Commit(context.Background(), s, noon)
	must(t, err)
	now, err := s.Revision(context.Background())
	must(t, err)
	if now == base {
		return graph.Run{}
	}
	return run
}

func undoRun(t *rapid.T, s store.Store, run graph.Run) {
	plan, err := intake.Undo(context.Background(), s, run.Source, run.ID)
	must(t, err)
	if len(plan.Conflicts) > 0 {
		t.Fatalf("conflicts with nothing: %v", plan.Conflicts)
	}
	_, err = plan.Commit(context.Background(), s, noon)
	must(t, err)
}

// decide appends a drawn decision that fits and returns its number, 0 for none.
func decide(t *rapid.T, s store.Store, actors []graph.ActorID) int {
	content, err := store.ReadAll(context.Background(), s)
	must(t, err)
	two := rapid.Permutation(actors).Draw(t, "actors")[:2]
	kind := rapid.SampledFrom([]graph.DecisionKind{
		graph.DecideMerge, graph.DecideMerge, graph.DecideSplit, graph.DecideKeepApart, graph.DecidePartOf, graph.DecideSuccessorOf,
	}).Draw(t, "kind")
	d := graph.Decision{Kind: kind, Actors: two, Who: "curator", At: noon}
	if kind == graph.DecideSplit {
		d.Actors = two[:1]
		if rapid.Bool().Draw(t, "by seat") {
			d.Value = identity.BySeat
		}
	}
	ledger, err := identity.Open(content.Records, content.Journal, identity.Options{Sources: content.Sources})
	must(t, err)
	if ledger.Check(d) != nil {
		return 0
	}
	must(t, s.Append(context.Background(), d))
	return len(content.Journal) + 1
}
