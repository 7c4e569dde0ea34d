package layout_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"hankeverkko/graph/layout"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

func TestExamplesHaveNoOverlaps(t *testing.T) {
	for _, e := range examples {
		for _, s := range sizes {
			p := layout.Ring(e.input(s.size))
			for _, fault := range layout.Overlaps(p) {
				t.Errorf("%s, %s: %s", e.name, s.name, fault)
			}
		}
	}
}

// A screen of 1280 x 720 shows the picture without scrolling whatever the names.
func TestOfficeKeepsItsHeight(t *testing.T) {
	for _, e := range examples {
		if p := layout.Ring(e.input(layout.Office)); p.Width != 760 || p.Height > 430 {
			t.Errorf("%s: %g x %g", e.name, p.Width, p.Height)
		}
	}
}

func TestAllActorsFitTheWidePicture(t *testing.T) {
	for _, e := range examples {
		if p := layout.Ring(e.input(layout.Wide)); p.Dropped != 0 {
			t.Errorf("%s: %d actors dropped", e.name, p.Dropped)
		}
	}
}

func TestGoldenPictures(t *testing.T) {
	for _, c := range []struct{ example, size string }{{"lappi", "wide"}, {"uusimaa", "office"}, {"raahe", "phone"}} {
		e := examples[slices.IndexFunc(examples, func(e example) bool { return e.name == c.example })]
		s := sizes[slices.IndexFunc(sizes, func(s namedSize) bool { return s.name == c.size })]
		p := layout.Ring(e.input(s.size))
		file := filepath.Join("testdata", c.example+"-"+c.size+".json")
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
		var want layout.Picture
		if err := json.Unmarshal(read, &want); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, p); diff != "" {
			t.Errorf("%s: the picture changed (-want +got):\n%s", file, diff)
		}
	}
}

func TestBubblesGrowByArea(t *testing.T) {
	p := layout.Ring(layout.Input{Slots: 3, Groups: []layout.Group{
		group(0, 4, "Neljä", ""), group(1, 16, "Kuusitoista", ""), group(2, 36, "Kolmekymmentäkuusi", ""),
	}})
	for i, times := range []float64{1, 2, 3} {
		if got := p.Groups[i].R / p.Groups[0].R; math.Abs(got-times) > 0.02 {
			t.Errorf("%d projects: radius %.2f times that of 4, want %g", int(4*times*times), got, times)
		}
	}
}

// A picture in which dots stand for some projects only would lie.
func TestTooManyDotsAreNotDrawn(t *testing.T) {
	in := layout.Input{Slots: 12}
	for slot := range 12 {
		in.Groups = append(in.Groups, group(slot, 900, "Suuri aihe", ""))
	}
	p := layout.Ring(in)
	for _, g := range p.Groups {
		if p.DotRadius != 0 || len(g.Dots) != 0 {
			t.Errorf("%s: %d dots of radius %g, want none", g.ID, len(g.Dots), p.DotRadius)
		}
	}
}

func TestDotsKeepTheirOrderFromTheMiddleOut(t *testing.T) {
	p := layout.Ring(layout.Input{Slots: 1, Groups: []layout.Group{group(0, 30, "Puurakentaminen", "")}})
	g, last := p.Groups[0], 0.0
	for k, d := range g.Dots {
		if want := fmt.Sprintf("g0/%d", k); d.ID != want {
			t.Errorf("dot %d is %s, want %s", k, d.ID, want)
		}
		away := math.Hypot(d.X-g.X, d.Y-g.Y)
		if away < last-0.2 {
			t.Errorf("dot %d is nearer to the middle than the one before it", k)
		}
		last = away
	}
}

func TestSubIsSaidShorterBeforeTheNameSuffers(t *testing.T) {
	for _, e := range examples {
		for _, s := range sizes {
			p := layout.Ring(e.input(s.size))
			for i, g := range p.Groups {
				if got, want := letters(g.Label.Lines...), letters(e.groups[i].Name); got != want {
					t.Errorf("%s, %s: name %q, want %q", e.name, s.name, got, want)
				}
				ways := e.groups[i].Sub
				if got := letters(g.Label.Sub...); !slices.ContainsFunc(ways, func(way string) bool { return letters(way) == got }) {
					t.Errorf("%s, %s: sub %q of %q", e.name, s.name, got, ways)
				}
			}
		}
	}
}

// letters is text without what wrapping may add or take.
func letters(lines ...string) string {
	return strings.NewReplacer(" ", "", "-", "", "·", "").Replace(strings.Join(lines, ""))
}

func TestEmpty(t *testing.T) {
	for _, s := range sizes {
		p := layout.Ring(layout.Input{Size: s.size})
		if p.Width <= 0 || p.Height <= 0 || len(p.Groups)+len(p.Actors)+len(p.Ties) != 0 {
			t.Errorf("%s: %+v", s.name, p)
		}
	}
}

func TestRingProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := input(t)
		p := layout.Ring(in)
		for _, fault := range layout.Overlaps(p) {
			t.Error(fault)
		}
		if again := layout.Ring(in); !reflect.DeepEqual(p, again) {
			t.Error("the same input gave another picture")
		}
		if len(p.Groups) != len(in.Groups) || len(p.Actors)+p.Dropped != len(in.Actors) {
			t.Errorf("%d of %d groups, %d and %d of %d actors", len(p.Groups), len(in.Groups), len(p.Actors), p.Dropped, len(in.Actors))
		}
		for i, g := range p.Groups {
			if g.ID != in.Groups[i].ID {
				t.Errorf("group %d is %s, want %s", i, g.ID, in.Groups[i].ID)
			}
			if p.DotRadius > 0 && len(g.Dots) != len(in.Groups[i].Projects) || p.DotRadius == 0 && len(g.Dots) > 0 {
				t.Errorf("%s has %d dots for %d projects", g.ID, len(g.Dots), len(in.Groups[i].Projects))
			}
		}
		for i, a := range p.Actors {
			if a.ID != in.Actors[i].ID {
				t.Errorf("actor %d is %s, want %s", i, a.ID, in.Actors[i].ID)
			}
		}
		for _, tie := range p.Ties {
			g := p.Groups[slices.IndexFunc(p.Groups, func(g layout.PlacedGroup) bool { return g.ID == tie.Group })]
			if away := math.Hypot(tie.X2-g.X, tie.Y2-g.Y); math.Abs(away-g.R) > 0.3 {
				t.Errorf("a tie of %s ends %.1f from the edge of %s", tie.Actor, away-g.R, g.ID)
			}
		}
	})
}

// A topic stands at the same place of the ring whichever others a region has:
// the direction from the middle of two opposite slots stays.
func TestSlotsDoNotDependOnOtherGroups(t *testing.T) {
	for _, s := range sizes {
		with := func(slots ...int) map[string]point {
			in := layout.Input{Size: s.size, Slots: 12}
			for _, slot := range slots {
				in.Groups = append(in.Groups, group(slot, 5, "Aihe", ""))
			}
			at := make(map[string]point)
			for _, g := range layout.Ring(in).Groups {
				at[g.ID] = point{g.X, g.Y}
			}
			return at
		}
		few, many := with(0, 3, 6, 9), with(0, 1, 3, 5, 6, 8, 9)
		for _, pair := range [][2]string{{"g0", "g6"}, {"g3", "g9"}} {
			for _, at := range []map[string]point{few, many} {
				a, b := at[pair[0]], at[pair[1]]
				if across := min(math.Abs(a.x-b.x), math.Abs(a.y-b.y)); across > 0.3 {
					t.Errorf("%s: %s and %s are not opposite: %v %v", s.name, pair[0], pair[1], a, b)
				}
			}
		}
	}
}

type point struct{ x, y float64 }

var (
	wordPiece = rapid.SampledFrom([]string{"kier", "to", "ta", "lous", "vä", "hä", "hii", "li", "syys", "työ", "elä", "mä", "osaa", "minen", "kehit", "täm", "ut", "veck", "ling", "skärgård", "ship", "growth", "ö", "ww", "7", "–", "-", "/", "漢"})
	word      = rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(wordPiece, 1, 9).Draw(t, "pieces"), "")
	})
	name = rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(word, 0, 5).Draw(t, "words"), rapid.SampledFrom([]string{" ", " ", " · ", ", ", "\t"}).Draw(t, "between"))
	})
)

func input(t *rapid.T) layout.Input {
	in := layout.Input{
		Size:  rapid.SampledFrom([]layout.Size{layout.Wide, layout.Office, layout.Phone}).Draw(t, "size"),
		Slots: rapid.IntRange(0, 13).Draw(t, "slots"),
	}
	most := rapid.SampledFrom([]int{1, 6, 40, 800}).Draw(t, "most")
	for i := range rapid.IntRange(0, 14).Draw(t, "groups") {
		g := group(rapid.IntRange(-1, 12).Draw(t, "slot"), rapid.IntRange(0, most).Draw(t, "projects"), name.Draw(t, "name"), name.Draw(t, "sub"))
		g.ID = fmt.Sprintf("g%d", i)
		in.Groups = append(in.Groups, g)
	}
	for i := range rapid.IntRange(0, 14).Draw(t, "actors") {
		a := actor(name.Draw(t, "label"), rapid.Bool().Draw(t, "own"), rapid.SliceOfNDistinct(rapid.IntRange(0, 14), 0, 6, rapid.ID[int]).Draw(t, "serves")...)
		a.ID = fmt.Sprintf("a%d", i)
		in.Actors = append(in.Actors, a)
	}
	return in
}
