package backbone

import (
	"context"
	_ "embed"
	"encoding/json"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hankeverkko/graph"
)

//go:embed testdata/reference.json
var reference []byte

// testdata/reference.py made these by slow and plain means.
type referenced struct {
	Name             string
	Projects, Actors int
	Pairs            [][2]int32
	Chances          [][]float64
	Values           [][3]float64
	Tested           int
	Above            [][2]int
}

func references(t *testing.T) []referenced {
	var list []referenced
	if err := json.Unmarshal(reference, &list); err != nil || len(list) < 8 {
		t.Fatalf("%d networks: %v", len(list), err)
	}
	return list
}

func TestChancesEqualReference(t *testing.T) {
	for _, r := range references(t) {
		g := graph.NewTwoMode(r.Projects, r.Actors, r.Pairs)
		projects, ofProject := classes(g, graph.Projects)
		actors, ofActor := classes(g, graph.Actors)
		c, err := newCells(context.Background(), projects, actors)
		if err != nil {
			t.Errorf("%s: %v", r.Name, err)
			continue
		}
		for p, row := range r.Chances {
			for a, want := range row {
				if got := c.row(int(ofProject[p]))[ofActor[a]]; math.Abs(got-want) > 1e-9 {
					t.Errorf("%s: project %d, actor %d: chance %v, want %v", r.Name, p, a, got, want)
				}
			}
		}
	}
}

func TestFindEqualsReference(t *testing.T) {
	for _, r := range references(t) {
		ties, err := Find(context.Background(), graph.NewTwoMode(r.Projects, r.Actors, r.Pairs), Alpha)
		if err != nil {
			t.Errorf("%s: %v", r.Name, err)
			continue
		}
		if ties.Tested != r.Tested || ties.TooFew() != (r.Tested == 0) {
			t.Errorf("%s: %d pairs tested, want %d", r.Name, ties.Tested, r.Tested)
		}
		if len(ties.P) != 2*len(r.Values) {
			t.Errorf("%s: %d pairs, want %d", r.Name, len(ties.P)/2, len(r.Values))
		}
		above := [][2]int{}
		for _, value := range r.Values {
			u, v, want := int(value[0]), int(value[1]), value[2]
			got, flagged := ties.Of(u, v)
			other, too := ties.Of(v, u)
			if math.Abs(got-want) > 1e-9*max(want, 1e-5) || got != other || flagged != too {
				t.Errorf("%s: %d and %d: P-value %v and %v, want %v", r.Name, u, v, got, other, want)
			}
			if flagged {
				above = append(above, [2]int{u, v})
			}
		}
		if r.Above == nil {
			r.Above = [][2]int{}
		}
		if diff := cmp.Diff(r.Above, above); diff != "" {
			t.Errorf("%s: above chance (-want +got):\n%s", r.Name, diff)
		}
	}
}
