package view_test

import (
	"bytes"
	"context"
	"slices"
	"sync"
	"testing"
	"time"

	"hankeverkko/example"
	"hankeverkko/graph"
	"hankeverkko/graph/layout"
	"hankeverkko/graph/place"
	"hankeverkko/graph/store"
	"hankeverkko/graph/store/memory"
	"hankeverkko/graph/view"
	"hankeverkko/importer"
	"hankeverkko/words"
)

// exampleOnce is the bundled example, read once for all tests.
var exampleOnce = sync.OnceValues(func() (*view.View, error) { return viewOfExample(false) })

func exampleView(t testing.TB) *view.View {
	t.Helper()
	v, err := exampleOnce()
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// viewOfExample reads the example, its records in the other order when turned.
func viewOfExample(turned bool) (*view.View, error) {
	reading, err := importer.Read(example.File, bytes.NewReader(example.CSV), importer.Options{Source: example.Source, Name: example.Name, AsOf: example.AsOf})
	if err != nil {
		return nil, err
	}
	if turned {
		slices.Reverse(reading.Records)
	}
	s, ctx := memory.Open(), context.Background()
	base, err := s.Revision(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := s.Commit(ctx, base, store.Commit{
		Source: reading.Source, Change: graph.Diff(nil, reading.Records, false), Run: graph.Run{At: time.Unix(0, 0), File: example.File},
	}); err != nil {
		return nil, err
	}
	return view.Load(ctx, s)
}

// No label lies over another, over a bubble or a diamond, or leaves the
// canvas: every region with projects, both lenses, three languages, three
// sizes. In short mode the maakunta stand for all.
func TestNoLabelOverlapsInAnyRegion(t *testing.T) {
	v := exampleView(t)
	for _, through := range []view.Lens{view.LensTopics, view.LensCooperation} {
		pictures := 0
		for _, area := range append([]place.Area{{}}, place.Areas()...) {
			if testing.Short() && area.Kind != place.Maakunta || v.ProjectsIn(area.ID) == 0 && area.ID != "" {
				continue
			}
			s, err := v.Slice(t.Context(), view.Ask{Area: area.ID, Lens: through}, example.AsOf)
			if err != nil {
				t.Fatal(err)
			}
			named := 0
			for _, g := range s.Groups() {
				if g.Kind == view.GroupNamed || g.Kind == view.GroupMisc {
					named++
				}
			}
			if named > 12 {
				t.Errorf("%s, %s: %d groups with a name", area.Names.Fi, through, named)
			}
			for _, lang := range words.Languages {
				for _, size := range []layout.Size{layout.Wide, layout.Office, layout.Phone} {
					pictures++
					if found := layout.Overlaps(s.Landscape(lang, size).Picture); len(found) > 0 {
						t.Errorf("%s, %s, %s, size %d: %v", area.Names.Fi, through, lang, size, found)
					}
				}
			}
		}
		if pictures < 150 {
			t.Errorf("%s: only %d pictures were looked at", through, pictures)
		}
	}
}

// A topic has one place and one colour, whatever the region.
func TestTopicsKeepPlaceAndColour(t *testing.T) {
	v := exampleView(t)
	type look struct{ slot, colour int }
	looks := map[string]look{}
	for _, id := range append(place.Programme(), "") {
		s, err := v.Slice(t.Context(), view.Ask{Area: id}, example.AsOf)
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range s.Groups() {
			if known, ok := looks[g.ID]; ok && known != (look{g.Slot, g.Colour}) {
				t.Errorf("%s moves from %+v to %d, %d in %s", g.ID, known, g.Slot, g.Colour, id)
			}
			looks[g.ID] = look{g.Slot, g.Colour}
		}
	}
	if len(looks) < 13 {
		t.Errorf("only %d groups were seen", len(looks))
	}
}

// The list of regions counts in one pass what each region's own page selects.
func TestRegionsOfTheExampleAgreeWithTheirPages(t *testing.T) {
	v := exampleView(t)
	filled := 0
	for _, r := range v.Regions(example.AsOf) {
		s, err := v.Slice(t.Context(), view.Ask{Area: r.Area.ID, Date: example.AsOf}, example.AsOf)
		if err != nil {
			t.Fatal(err)
		}
		if own := s.RegionCounts(); own.Counts != r.Counts || own.Actors != r.Actors || own.Basis != r.Basis {
			t.Errorf("%s: %+v in the list, %+v on its page", r.Area.ID, r, own)
		}
		if r.Area.ID != "" && v.ProjectsIn(r.Area.ID) != r.Counts.Projects {
			t.Errorf("%s: %d projects, %d in the list", r.Area.ID, v.ProjectsIn(r.Area.ID), r.Counts.Projects)
		}
		if r.Counts.Projects > 0 {
			filled++
		}
	}
	if filled < 50 {
		t.Errorf("only %d regions have projects", filled)
	}
}
