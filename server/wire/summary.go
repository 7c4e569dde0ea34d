package wire

import (
	"hankeverkko/graph"
	"hankeverkko/graph/view"
	"hankeverkko/server/api"
)

// Summary shapes a region's summary.
func Summary(s *view.Slice, sum *view.Summary, today graph.Date, lang string) api.Summary {
	out := api.Summary{
		Revision: string(s.Revision), Region: region(s.RegionCounts(), lang), Date: s.Date.String(), Today: today.String(),
		DateReason: api.SummaryDateReason(s.DateReason), Dataset: datasetOf(s.View), Counts: counts(sum.Counts),
		Started: sum.Started, Ending: sum.Ending, Actors: sum.Actors, OwnActors: sum.Own, OutsideActors: sum.Outside,
		UnknownSeatActors: sum.UnknownSeat, Basis: basis(sum.Basis), Thin: sum.Thin,
		Belonging: api.Belonging{Effect: sum.ByEffect, Seat: sum.BySeat, Both: sum.ByBoth, Wider: sum.Wider},
		Sentences: sentencesOf(s, lang, sum.Sentences), Notes: sentencesOf(s, lang, sum.Notes),
		Aid: api.AidCount{Projects: s.Aid(), LeftOut: s.LeftOut() > 0}, Parts: s.Parts(), Funds: []api.FundCount{}, Questions: []api.Question{},
	}
	if sum.Granted.Known {
		out.Granted = api.Money{Cents: sum.Granted.Cents, Projects: sum.GrantedProjects}
	}
	for _, f := range sum.Funds {
		out.Funds = append(out.Funds, api.FundCount{Name: f.Value, Projects: f.Count})
	}
	for _, q := range sum.Questions {
		out.Questions = append(out.Questions, api.Question{Id: q.ID, Fact: sentenceOf(s, lang, q.Fact), Link: link(q.Link)})
	}
	return out
}

// datasetOf shapes what the view was made of.
func datasetOf(v *view.View) api.Dataset {
	d := api.Dataset{Example: v.Example(), AsOf: v.AsOf.String(), Projects: len(v.Network.Projects), Sources: []api.DatasetSource{}}
	for _, s := range v.Sources {
		d.Sources = append(d.Sources, api.DatasetSource{Id: string(s.ID), Name: s.Name, AsOf: s.AsOf.String(), Credit: s.Credit})
		d.Name = s.Name
	}
	return d
}

// Regions shapes the list of regions to choose from.
func Regions(v *view.View, date graph.Date, list []view.RegionCounts, lang string) api.Regions {
	out := api.Regions{Revision: string(v.Revision), Date: date.String(), Dataset: datasetOf(v), Regions: make([]api.Region, 0, len(list))}
	for _, r := range list {
		out.Regions = append(out.Regions, region(r, lang))
	}
	return out
}

func region(r view.RegionCounts, lang string) api.Region {
	name := RegionName(r.Area, lang)
	out := api.Region{
		Id: name.Id, Kind: name.Kind, Name: name.Name, In: locative(r.Area, lang), Programme: r.Programme,
		Maakunta: string(r.Area.Maakunta), Municipalities: len(r.Area.Municipalities),
		Counts: counts(r.Counts), Actors: r.Actors, Basis: basis(r.Basis),
	}
	for _, other := range []string{r.Area.Names.Fi, r.Area.Names.Sv, r.Area.Names.En} {
		if other != "" && other != name.Name {
			out.Names = append(out.Names, other)
		}
	}
	return out
}
