package place

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hankeverkko/graph"
)

// AmbiguousError says that a text names several areas.
type AmbiguousError struct {
	Text string
	IDs  []graph.AreaID // in the order of Areas
}

func (e *AmbiguousError) Error() string {
	ids := make([]string, len(e.IDs))
	for i, id := range e.IDs {
		ids[i] = string(id)
	}
	return fmt.Sprintf("%q names several areas: %s", e.Text, strings.Join(ids, ", "))
}

func (e *AmbiguousError) Unwrap() error { return graph.ErrInvalid }

// nameIndex finds areas by folded name, then by name without marks.
type nameIndex struct{ folded, bare map[string][]graph.AreaID }

func (x nameIndex) add(id graph.AreaID, names ...string) {
	for _, name := range names {
		add := func(index map[string][]graph.AreaID, key string) {
			if key != "" && !slices.Contains(index[key], id) {
				index[key] = append(index[key], id)
			}
		}
		add(x.folded, Fold(name))
		add(x.bare, bare(name))
	}
}

func readNames(areas []Area) nameIndex {
	x := nameIndex{map[string][]graph.AreaID{}, map[string][]graph.AreaID{}}
	listed := by("code", rows("seutukunnat"))
	for _, a := range areas {
		x.add(a.ID, a.Names.Fi, a.Names.Sv, a.Names.En)
		switch a.Kind {
		case Maakunta:
			x.add(a.ID, a.NUTS2021...)
			x.add(a.ID, a.NUTS2024...)
		case Seutukunta:
			s := listed[string(a.ID[len("seutukunta:"):])]
			x.add(a.ID, s["fi"], s["sv"], s["en"])
		}
	}
	// A NUTS 2 area of one maakunta alone (FI1B, FI20) is that maakunta.
	alone := map[string][]string{}
	for _, m := range rows("maakunnat") {
		alone[m["nuts2"]] = append(alone[m["nuts2"]], m["code"])
	}
	for nuts2, codes := range alone {
		if len(codes) == 1 {
			x.add(graph.AreaID("maakunta:"+codes[0]), nuts2)
		}
	}
	for _, alias := range rows("aliases") {
		x.add(graph.AreaID(alias["area"]), alias["name"])
	}
	return x
}

// Resolve returns the area that a person means by an id ("kunta:145"), a NUTS
// code of 2021 or 2024, or a name in one of the three languages, in any case,
// with or without the dots of ä and ö. A name that fits several areas, such as
// "Raahe", is an *AmbiguousError; one that fits none wraps graph.ErrNotFound.
func Resolve(text string) (Area, error) {
	r := official()
	folded := Fold(text)
	if a, ok := Find(graph.AreaID(folded)); ok {
		return a, nil
	}
	ids := r.names.folded[folded]
	if len(ids) == 0 {
		ids = r.names.bare[bare(text)]
	}
	switch len(ids) {
	case 0:
		return Area{}, fmt.Errorf("place: no area is called %q: %w", text, graph.ErrNotFound)
	case 1:
		a, _ := Find(ids[0])
		return a, nil
	}
	ids = slices.Clone(ids)
	slices.SortFunc(ids, func(a, b graph.AreaID) int { return cmp.Compare(r.byID[a], r.byID[b]) })
	return Area{}, &AmbiguousError{Text: text, IDs: ids}
}
