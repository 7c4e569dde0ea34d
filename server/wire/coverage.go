package wire

import (
	"hankeverkko/graph"
	"hankeverkko/graph/place"
	"hankeverkko/graph/view"
	"hankeverkko/server/api"
	"hankeverkko/words"
)

// Coverage says what a slice rests on. Runs are those of each source, newest first.
func Coverage(s *view.Slice, c *view.Coverage, runs map[graph.SourceID][]graph.Run, lang string) api.Coverage {
	out := api.Coverage{
		Revision: string(s.Revision), Region: RegionName(s.Area, lang), Date: s.Date.String(), Projects: c.Projects, Actors: c.Actors,
		Sources: []api.CoverageSource{}, Missing: sentencesOf(s, lang, c.Missing), Warnings: sentencesOf(s, lang, c.Warnings),
		Aid:     api.AidCount{Projects: c.Aid, LeftOut: s.LeftOut() > 0},
		Persons: api.PersonCount{Persons: c.Persons, Hidden: c.Hidden},
		ByYear:  coverageRows(c.ByYear, func(key string) string { return key }, lang),
		ByFund:  coverageRows(c.ByFund, func(key string) string { return key }, lang),
		ByRegion: coverageRows(c.ByMaaku, func(key string) string {
			area, _ := place.Find(graph.AreaID(key))
			return RegionName(area, lang).Name
		}, lang),
	}
	for i := range c.Sources {
		out.Sources = append(out.Sources, coverageSource(&c.Sources[i], runs[c.Sources[i].ID], lang))
	}
	return out
}

func coverageSource(c *view.CoverageSource, runs []graph.Run, lang string) api.CoverageSource {
	share := func(s view.Share) api.Share { return api.Share{Count: s.Count, Of: s.Of} }
	out := api.CoverageSource{
		Id: string(c.ID), Name: c.Name, Format: c.Format, FormatName: words.Text(lang, "format."+c.Format, nil), AsOf: c.AsOf.String(), Credit: c.Credit,
		Example: c.Example, Runs: len(runs), Projects: c.Projects, Actors: c.Actors, Ties: c.Ties,
		Share: api.CoverageShares{
			BusinessId: share(c.BusinessID), Place: share(c.Place), Partners: share(c.Partners), TargetGroup: share(c.TargetGroup), Dates: share(c.Dates),
		},
	}
	if len(runs) > 0 {
		r := runs[0]
		out.LastRun = api.CoverageRun{Id: string(r.ID), At: r.At, File: r.File, AsOf: r.AsOf.String(), Restored: r.Restored}
	}
	return out
}

func coverageRows(rows []view.CoverageRow, name func(string) string, lang string) []api.CoverageRow {
	list := []api.CoverageRow{}
	for _, r := range rows {
		row := api.CoverageRow{
			Key: r.Key, Name: words.Text(lang, "coverage.unknown", nil), Projects: r.Projects, Thin: r.Thin(),
			Listed: r.Basis.Listed, Alone: r.Basis.Alone, Unknown: r.Basis.Unknown,
		}
		if r.Key != "" {
			row.Name = name(r.Key)
		}
		list = append(list, row)
	}
	return list
}
