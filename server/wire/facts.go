package wire

import (
	"hankeverkko/graph"
	"hankeverkko/graph/export"
	"hankeverkko/graph/view"
)

// Versions names the programs that made a file: "hankeverkko" and others.
type Versions map[string]string

// scopeFacts say what part of which data a file holds, and whom to credit.
// They hold no day of making: the same data give the same file.
func scopeFacts(s *view.Slice, b graph.Basis, lang string) []export.Fact {
	type source struct {
		Name   string `json:"name"`
		AsOf   string `json:"asOf,omitempty"`
		Credit string `json:"credit,omitempty"`
	}
	sources := []source{}
	for _, of := range s.Sources {
		sources = append(sources, source{of.Name, of.AsOf.String(), of.Credit})
	}
	region := RegionName(s.Area, lang)
	facts := []export.Fact{
		{Name: "program", Value: "Hankeverkko"},
		{Name: "region", Value: region.Id}, {Name: "region_name", Value: region.Name},
		{Name: "lens", Value: string(s.Lens)},
	}
	facts = append(facts, narrowFacts(s.Narrowed())...)
	return append(facts,
		export.Fact{Name: "basis", Value: basis(b)},
		export.Fact{Name: "revision", Value: string(s.Revision)},
		export.Fact{Name: "data_as_of", Value: s.AsOf.String()},
		export.Fact{Name: "sources", Value: sources},
	)
}

// narrowFacts name what keeps a part of the projects, by the names of the
// interface.
func narrowFacts(q graph.Query) (facts []export.Fact) {
	add := func(name string, value any, asked bool) {
		if asked {
			facts = append(facts, export.Fact{Name: name, Value: value})
		}
	}
	add("from", q.From.String(), q.From != 0)
	add("to", q.To.String(), q.To != 0)
	add("ledHere", q.LedHere, q.LedHere)
	add("fund", q.Funds, len(q.Funds) > 0)
	add("theme", q.Themes, len(q.Themes) > 0)
	add("target", q.Targets, len(q.Targets) > 0)
	var kinds []string
	for _, k := range q.Kinds {
		kinds = append(kinds, k.String())
	}
	add("kind", kinds, len(kinds) > 0)
	add("source", q.Sources, len(q.Sources) > 0)
	var parts []string
	for _, p := range q.Parts {
		parts = append(parts, p.String())
	}
	add("part", parts, len(parts) > 0)
	return facts
}
