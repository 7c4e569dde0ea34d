package identity

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"hankeverkko/graph"
)

// A ledger that runs ahead of its network refuses the same and tells the same
// of entries and pairs as one made anew.
func TestAheadIsAsMadeAnew(t *testing.T) {
	var records []graph.Record
	var ids []graph.ActorID
	for i, name := range []string{"Alfa ry", "Beeta ry", "Gamma ry", "Delta ry", "Epsilon ry"} {
		records = append(records, graph.NewRecord("s", graph.ProjectID(fmt.Sprintf("s:%d", i)), name, graph.Cells{graph.FieldActor: name}, i))
		ids = append(ids, ActorIDOf("", "", "", name))
	}
	kinds := []graph.DecisionKind{graph.DecideMerge, graph.DecideKeepApart, graph.DecideLater, graph.DecidePartOf, graph.DecideSuccessorOf, graph.DecideActorKind}
	rapid.Check(t, func(r *rapid.T) {
		var journal []graph.Decision
		ahead, err := Open(records, nil, Options{})
		if err != nil {
			r.Fatal(err)
		}
		for range rapid.IntRange(1, 12).Draw(r, "decisions") {
			d := graph.Decision{Kind: rapid.SampledFrom(kinds).Draw(r, "kind")}
			a := rapid.IntRange(0, len(ids)-1).Draw(r, "a")
			b := (a + rapid.IntRange(1, len(ids)-1).Draw(r, "b")) % len(ids)
			d.Actors = []graph.ActorID{ids[a], ids[b]}
			if d.Kind == graph.DecideActorKind {
				d.Actors, d.Value = d.Actors[:1], rapid.SampledFrom([]string{"company", "association"}).Draw(r, "value")
			}
			whole, err := Open(records, journal, Options{})
			if err != nil {
				r.Fatal(err)
			}
			want, got := fmt.Sprint(whole.Check(d)), fmt.Sprint(ahead.Check(d))
			if want != got {
				r.Fatalf("%v: %s, want %s", d, got, want)
			}
			if diff := cmp.Diff(whole.Entries(), ahead.Entries()); diff != "" {
				r.Fatal(diff)
			}
			for i := range ids {
				for j := range ids {
					x, _ := whole.Actor(ids[i])
					y, _ := whole.Actor(ids[j])
					p, _ := ahead.Actor(ids[i])
					q, _ := ahead.Actor(ids[j])
					if x.ID != p.ID || whole.Same(ids[i], ids[j]) != ahead.Same(ids[i], ids[j]) || whole.Related(x, y) != ahead.Related(p, q) ||
						x.ID != y.ID && (whole.Apart(x, y) != ahead.Apart(p, q) || whole.Later(x, y) != ahead.Later(p, q)) {
						r.Fatalf("%s and %s are told otherwise after %v", ids[i], ids[j], journal)
					}
				}
			}
			if whole.Check(d) != nil {
				continue
			}
			next, ok, err := ahead.Ahead(d)
			if err != nil || !ok {
				r.Fatalf("%v, %t", err, ok)
			}
			ahead, journal = next, append(journal, d)
		}
	})
}
