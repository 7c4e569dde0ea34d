package wire

import (
	"cmp"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/analysis"
	"hankeverkko/graph/lens"
	"hankeverkko/graph/view"
	"hankeverkko/server/api"
	"hankeverkko/words"
)

// Measures shapes the table of measures.
func Measures(v *view.View, measures []analysis.Measure, lang string) api.Measures {
	out := api.Measures{Revision: string(v.Revision), Measures: []api.Measure{}}
	for _, m := range measures {
		out.Measures = append(out.Measures, api.Measure{
			Id: m.ID, Name: words.Text(lang, m.Name, nil), Question: words.Text(lang, m.Question, nil),
			Network: api.MeasureNetwork(m.Network), Reference: m.Reference,
		})
	}
	return out
}

// MeasureResult shapes one page of scores, highest first, undefined ones last
// and as null.
func MeasureResult(s *view.Slice, r *analysis.Result, page Page, lang string) api.MeasureResult {
	order := make([]int, len(r.Actors))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(r.Scores[b], r.Scores[a]) })
	shown, truncated := rows(order, page)
	out := api.MeasureResult{
		Measure: r.Measure.ID, Basis: basis(r.Basis), Conventions: words.Text(lang, r.Measure.Conventions, nil),
		Enough: analysis.Enough(r.Measure.ID), Trusted: r.Trusted(), Total: len(order), Truncated: truncated, Values: []api.MeasureValue{},
	}
	for _, i := range shown {
		actor := &s.Network.Actors[r.Actors[i]]
		out.Values = append(out.Values, api.MeasureValue{
			Id: string(actor.ID), Name: actor.NameIn(lang), Standing: api.Standing(s.Selection.StandingOf(int(r.Actors[i])).String()), Value: defined(r.Scores[i]),
		})
	}
	return out
}

// Modularity shapes a modularity beside that of networks by chance.
func Modularity(s lens.Significance) api.Modularity {
	return api.Modularity{
		Value: defined(s.Q), Expected: defined(s.Mean), Deviation: defined(s.SD), Z: defined(s.Z), Samples: s.Samples,
	}
}

// Structure shapes the figures of a whole network.
func Structure(s *view.Slice, found []analysis.WholeResult, lang string) api.Structure {
	out := api.Structure{Revision: string(s.Revision), Basis: basis(graph.BasisOf(s.Network, s.Selection.Projects)), Draws: analysis.Draws, Seed: view.StructureSeed, Figures: []api.Figure{}}
	for _, f := range found {
		name, question, conventions := f.Figure.Words()
		out.Figures = append(out.Figures, api.Figure{
			Id: f.Figure.ID, Name: words.Text(lang, name, nil), Question: words.Text(lang, question, nil), Conventions: words.Text(lang, conventions, nil),
			Reference: f.Figure.Reference, Value: defined(f.Value), Expected: defined(f.Expected), Deviation: defined(f.Over),
		})
	}
	return out
}
