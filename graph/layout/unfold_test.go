package layout_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"hankeverkko/graph/layout"
)

// hub is a web around one actor: every project has some partners, and every
// seventh project shares one with the project before it.
func hub(projects, partners int) layout.Web {
	w := layout.Web{Marks: []layout.Mark{{ID: "hub", Label: "Lapin ammattikorkeakoulu", Shape: layout.Diamond, Centre: true, Named: true}}}
	add := func(m layout.Mark, to ...int) int {
		w.Marks = append(w.Marks, m)
		at := len(w.Marks) - 1
		for _, t := range to {
			w.Ties = append(w.Ties, [2]int{t, at})
		}
		return at
	}
	last := 0
	for i := range projects {
		p := add(layout.Mark{ID: fmt.Sprint("p", i), Label: fmt.Sprintf("Arktisen kiertotalouden ja puurakentamisen osaamiskeskittymä, osahanke %d", i)}, 0)
		for k := range partners {
			to := []int{p}
			shape := layout.Circle
			if i%7 == 6 && k == 0 {
				to, shape = append(to, last), layout.Diamond
			}
			add(layout.Mark{ID: fmt.Sprint("a", i, "-", k), Label: "Rovaniemen kaupunki", Shape: shape, Named: len(to) > 1}, to...)
		}
		last = p
	}
	w.Shown = len(w.Marks)
	return w
}

// pieces is a web of projects that share nothing.
func pieces(n int) layout.Web {
	w := layout.Web{}
	for i := range n {
		w.Marks = append(w.Marks,
			layout.Mark{ID: fmt.Sprint("a", i), Label: "Kemi-Tornionlaakson koulutuskuntayhtymä Lappia", Shape: layout.Circle, Named: true},
			layout.Mark{ID: fmt.Sprint("p", i), Label: "Puurakentaminen"})
		w.Ties = append(w.Ties, [2]int{2 * i, 2*i + 1})
	}
	w.Shown = len(w.Marks)
	return w
}

var webs = []struct {
	name string
	web  layout.Web
}{
	{"nothing", layout.Web{}}, {"one", hub(0, 0)}, {"pair", hub(1, 0)}, {"small", hub(2, 3)}, {"star", hub(35, 0)},
	{"hub", hub(14, 3)}, {"large", hub(24, 4)}, {"pieces", pieces(30)},
}

func TestUnfoldedHasNoOverlaps(t *testing.T) {
	for _, e := range webs {
		for _, s := range sizes {
			web := e.web
			web.Size = s.size
			p := layout.Unfold(web)
			if len(p.Marks) != len(web.Marks) {
				t.Errorf("%s, %s: %d of %d marks", e.name, s.name, len(p.Marks), len(web.Marks))
			}
			for _, fault := range layout.UnfoldedOverlaps(p) {
				t.Errorf("%s, %s: %s", e.name, s.name, fault)
			}
		}
	}
}

// Those that are shown stand still when twelve more are asked for.
func TestMoreMarksMoveNothing(t *testing.T) {
	for _, e := range webs {
		for _, s := range sizes {
			web := e.web
			web.Size = s.size
			var before layout.Unfolded
			for shown := 12; shown <= len(web.Marks); shown += 12 {
				web.Shown = shown
				p := layout.Unfold(web)
				if len(p.Marks) != shown {
					t.Fatalf("%s, %s: %d marks, want %d", e.name, s.name, len(p.Marks), shown)
				}
				for i, m := range before.Marks {
					if now := p.Marks[i]; now.X != m.X || now.Y != m.Y {
						t.Errorf("%s, %s: with %d marks %s moves from %g, %g to %g, %g", e.name, s.name, shown, m.ID, m.X, m.Y, now.X, now.Y)
					}
				}
				before = p
			}
		}
	}
}

func TestTheCentreAndBridgesAreNamedFirst(t *testing.T) {
	web := hub(14, 3)
	for _, s := range sizes {
		web.Size = s.size
		for i, m := range layout.Unfold(web).Marks {
			if web.Marks[i].Named && len(m.Label.Lines) == 0 {
				t.Errorf("%s: %s has no label", s.name, m.ID)
			}
		}
	}
}

// Marks that share a project stand nearer to each other than those that share
// nothing, on the whole.
func TestDistancesFollowTies(t *testing.T) {
	web := hub(14, 3)
	p := layout.Unfold(web)
	tied := map[[2]int]bool{}
	for _, tie := range web.Ties {
		tied[tie] = true
	}
	var near, far, nears, fars float64
	for i := range p.Marks {
		for j := i + 1; j < len(p.Marks); j++ {
			d := math.Hypot(p.Marks[i].X-p.Marks[j].X, p.Marks[i].Y-p.Marks[j].Y)
			if tied[[2]int{i, j}] {
				near, nears = near+d, nears+1
			} else {
				far, fars = far+d, fars+1
			}
		}
	}
	if near/nears > 0.6*far/fars {
		t.Errorf("tied marks are %.0f apart, others %.0f", near/nears, far/fars)
	}
}

func TestUnfoldProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		web := layout.Web{Size: rapid.SampledFrom([]layout.Size{layout.Wide, layout.Office, layout.Phone}).Draw(t, "size")}
		for i := range rapid.IntRange(0, 60).Draw(t, "marks") {
			web.Marks = append(web.Marks, layout.Mark{
				ID: fmt.Sprint(i), Label: name.Draw(t, "label"), Shape: layout.Shape(rapid.IntRange(0, 2).Draw(t, "shape")),
				Centre: i == 0, Named: rapid.Bool().Draw(t, "named"),
			})
			for _, j := range rapid.SliceOfNDistinct(rapid.IntRange(0, 59), 0, 3, rapid.ID[int]).Draw(t, "ties") {
				if j < i {
					web.Ties = append(web.Ties, [2]int{j, i})
				}
			}
		}
		web.Shown = rapid.IntRange(0, 70).Draw(t, "shown")
		p := layout.Unfold(web)
		if len(p.Marks) != min(web.Shown, len(web.Marks)) {
			t.Fatalf("%d marks shown of %d, asked for %d", len(p.Marks), len(web.Marks), web.Shown)
		}
		for _, fault := range layout.UnfoldedOverlaps(p) {
			t.Error(fault)
		}
		if diff := cmp.Diff(p, layout.Unfold(web)); diff != "" {
			t.Errorf("the same web gives another picture:\n%s", diff)
		}
	})
}

func TestGoldenUnfolded(t *testing.T) {
	for _, c := range []struct {
		name string
		web  layout.Web
	}{{"unfolded-hub-wide", hub(14, 3)}, {"unfolded-pieces-phone", pieces(30)}} {
		if c.name == "unfolded-pieces-phone" {
			c.web.Size = layout.Phone
		}
		p := layout.Unfold(c.web)
		file := filepath.Join("testdata", c.name+".json")
		if *update {
			written, err := json.MarshalIndent(p, "", " ")
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, append(written, '\n'), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		read, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var want layout.Unfolded
		if err := json.Unmarshal(read, &want); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, p); diff != "" {
			t.Errorf("%s: the picture changed (-want +got):\n%s", file, diff)
		}
	}
}
