package wire

import (
	"cmp"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/analysis"
	"hankeverkko/graph/export"
	"hankeverkko/graph/lens"
	"hankeverkko/graph/view"
	"hankeverkko/words"
)

// AnalysisTable is the table of measures as a file for statistics programs:
// columns are ids, a column stands there when it was computed, and the facts
// hold everything needed to compute it again.
func AnalysisTable(a *view.Analysis, versions Versions, lang string) ([]export.Fact, export.Table) {
	t := export.Table{Columns: []string{"id", "name", "kind", "municipality", "own", "projects", "partners"}}
	before, after := split(a.Results)
	for _, r := range before {
		t.Columns = append(t.Columns, r.Measure.ID)
	}
	t.Columns = append(t.Columns, "group", "group_name")
	if a.Boundary != nil {
		t.Columns = append(t.Columns, "boundary", "also", "also_share")
	}
	if a.Joins != nil {
		t.Columns = append(t.Columns, "joins_topics")
	}
	for _, r := range after {
		t.Columns = append(t.Columns, r.Measure.ID)
	}
	for i, stat := range a.Actors {
		actor := &a.Network.Actors[stat.Actor]
		row := []export.Cell{
			export.Text(string(actor.ID)), export.Text(actor.NameIn(lang)), export.Text(actor.Kind.String()), export.Text(municipality(actor.Seat, lang).Name),
			own(stat.Standing), export.Number(len(stat.Projects)), export.Number(stat.Partners),
		}
		for _, r := range before {
			row = append(row, export.Score(r.Scores[i]))
		}
		row = append(row, groupCells(a.Slice, a.Groups[i], lang)...)
		if b := a.Boundary; b != nil {
			row = append(append(row, boundaryCell(b, stat.Actor, a.Groups[i])), alsoCells(b, stat.Actor)...)
		}
		if a.Joins != nil {
			row = append(row, export.Score(a.Joins[i]))
		}
		for _, r := range after {
			row = append(row, export.Score(r.Scores[i]))
		}
		t.Rows = append(t.Rows, row)
	}
	return analysisFacts(a, versions, lang), t
}

// ScanTable is what is found at several resolutions, as a file for statistics
// programs.
func ScanTable(s *view.Slice, rows []lens.ScanRow, versions Versions, lang string) ([]export.Fact, export.Table) {
	t := export.Table{Columns: []string{"resolution", "groups", "largest", "modularity", "agreement"}}
	for _, r := range rows {
		t.Rows = append(t.Rows, []export.Cell{
			export.Score(r.Resolution), export.Number(r.Groups), export.Number(r.Largest), export.Score(r.Modularity), export.Score(r.Agreement),
		})
	}
	facts := append(scopeFacts(s, graph.BasisOf(s.Network, s.Selection.Projects), lang), export.Fact{Name: "versions", Value: versions})
	return facts, t
}

// Columns of measures that programs rely on, before and after those of the
// group; other measures come last.
var (
	beforeGroup = []string{"degree", "strength", "betweenness", "betweenness_projected", "pagerank", "constraint", "effective_size"}
	afterGroup  = []string{"role_coordinator", "role_gatekeeper", "role_itinerant", "role_liaison", "sole_connector"}
)

// split puts the measures in the order of their columns, those that stand
// before the group apart. The number of projects stands among the first columns.
func split(results []*analysis.Result) (before, after []*analysis.Result) {
	var last []*analysis.Result
	for _, r := range results {
		switch id := r.Measure.ID; {
		case slices.Contains(beforeGroup, id):
			before = append(before, r)
		case slices.Contains(afterGroup, id):
			after = append(after, r)
		case id != "projects":
			last = append(last, r)
		}
	}
	by := func(order []string) func(a, b *analysis.Result) int {
		return func(a, b *analysis.Result) int {
			return cmp.Compare(slices.Index(order, a.Measure.ID), slices.Index(order, b.Measure.ID))
		}
	}
	slices.SortFunc(before, by(beforeGroup))
	slices.SortFunc(after, by(afterGroup))
	return before, append(after, last...)
}

// own is empty where the seat is unknown: that is not elsewhere.
func own(s graph.Standing) export.Cell {
	if s == graph.SeatUnknown {
		return export.Cell{}
	}
	return export.Flag(s == graph.Own)
}

func groupCells(s *view.Slice, g *view.Group, lang string) []export.Cell {
	if g == nil {
		return []export.Cell{{}, {}}
	}
	return []export.Cell{export.Text(g.ID), export.Text(s.GroupName(g, lang))}
}

// boundaryCell is empty where the group was not judged.
func boundaryCell(b *view.Boundary, actor int32, g *view.Group) export.Cell {
	if !b.Told(g) {
		return export.Cell{}
	}
	return export.Text(b.WordOfActor(actor, g).String())
}

// alsoCells name the group that an actor is of as well and the share of the
// runs that says so; empty where it is of one, and through the lens of topics.
func alsoCells(b *view.Boundary, actor int32) []export.Cell {
	stands, told := b.ActorStands(actor)
	if !told || stands.Also == nil {
		return []export.Cell{{}, {}}
	}
	return []export.Cell{export.Text(stands.Also.ID), export.Score(stands.Astride.Share())}
}

func analysisFacts(a *view.Analysis, versions Versions, lang string) []export.Fact {
	facts := append(scopeFacts(a.Slice, a.Basis, lang),
		export.Fact{Name: "seed", Value: a.Seed}, export.Fact{Name: "resolution", Value: a.Resolution})
	if a.Boundary != nil {
		m := a.Boundary.Method
		facts = append(facts, export.Fact{Name: "boundary", Value: map[string]any{
			"runs": m.Runs, "share": m.Share, "seed": m.Seed, "samples": m.Samples, "chanceGroups": m.Groups, "indicative": a.Boundary.Indicative(),
		}})
	}
	type measure struct {
		ID          string `json:"id"`
		Name        string `json:"name"`
		Network     string `json:"network"`
		Weighting   string `json:"weighting"`
		Conventions string `json:"conventions"`
		// Enough known partners, and whether so many are known.
		Enough    float64 `json:"enough"`
		Trusted   bool    `json:"trusted"`
		Reference string  `json:"reference"`
		// Within and Failure tell how far a sampled score may be off, as a share of
		// pairs, and the chance that one is further; not there for exact ones.
		Within  float64 `json:"within,omitempty"`
		Failure float64 `json:"failure,omitempty"`
	}
	measures := []measure{}
	for _, r := range a.Results {
		m := r.Measure
		measures = append(measures, measure{
			ID: m.ID, Name: words.Text(lang, m.Name, nil), Network: string(m.Network), Weighting: string(m.Weighting),
			Conventions: words.Text(lang, m.Conventions, nil), Reference: m.Reference, Enough: analysis.Enough(m.ID), Trusted: r.Trusted(),
		})
		if r.Sampled {
			last := &measures[len(measures)-1]
			last.Within, last.Failure = analysis.SampleAccuracy.Within, analysis.SampleAccuracy.Failure
		}
	}
	if a.Whole != nil {
		facts = append(facts, export.Fact{Name: "whole", Value: wholeFacts(a.Whole)})
	}
	return append(facts, export.Fact{Name: "measures", Value: measures}, export.Fact{Name: "versions", Value: versions})
}

// wholeFacts are the figures of the whole network; null is undefined.
func wholeFacts(found []analysis.WholeResult) any {
	type figure struct {
		ID        string   `json:"id"`
		Value     *float64 `json:"value"`
		Expected  *float64 `json:"expected"`
		Deviation *float64 `json:"deviation"`
		Chance    string   `json:"chance"`
		Reference string   `json:"reference"`
	}
	var figures []figure
	for _, f := range found {
		figures = append(figures, figure{f.Figure.ID, defined(f.Value), defined(f.Expected), defined(f.Over), string(f.Figure.Chance), f.Figure.Reference})
	}
	return map[string]any{"draws": analysis.Draws, "seed": view.StructureSeed, "figures": figures}
}
