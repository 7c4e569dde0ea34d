package view

import (
	"cmp"
	"slices"
	"strconv"

	"hankeverkko/graph"
	"hankeverkko/graph/place"
	"hankeverkko/words"
)

// Coverage is what a slice rests on, and what is known to be missing.
type Coverage struct {
	Projects, Actors        int
	Sources                 []CoverageSource
	ByYear, ByFund, ByMaaku []CoverageRow
	// Aid counts the projects that are aid to one company, Persons the sole
	// traders and private persons of the slice, Hidden those of them that the
	// public does not see by name.
	Aid, Persons, Hidden int
	Missing, Warnings    []Sentence
}

// CoverageSource is what a source tells of the slice.
type CoverageSource struct {
	graph.Source
	Projects, Actors, Ties                          int
	BusinessID, Place, Partners, TargetGroup, Dates Share
}

// Share is for how many something is known, of how many.
type Share struct{ Count, Of int }

func (s *Share) add(known bool) {
	s.Of++
	if known {
		s.Count++
	}
}

// Thin tells that it is known for under 60 %.
func (s Share) Thin() bool { return s.Of > 0 && float64(s.Count) < thinShare*float64(s.Of) }

// CoverageRow is a part of the slice by what is known of partners. Key is a
// year, a fund or the id of a region; empty is unknown.
type CoverageRow struct {
	Key      string
	Projects int
	Basis    graph.Basis
}

// Thin tells that partners are known for under 60 % of the projects.
func (r CoverageRow) Thin() bool { return r.Projects > 0 && r.Basis.Known() < thinShare }

// Coverage counts the slice.
func (s *Slice) Coverage() *Coverage {
	c := &Coverage{Projects: len(s.Selection.Projects), Actors: len(s.Selection.Actors), Aid: s.Aid()}
	years, funds := map[string][]int32{}, map[string][]int32{}
	for _, p := range s.Selection.Projects {
		project := &s.Network.Projects[p]
		year := ""
		if project.From != 0 {
			year = strconv.Itoa(project.From.Year())
		}
		years[year] = append(years[year], p)
		funds[project.Fund] = append(funds[project.Fund], p)
	}
	for _, a := range s.Selection.Actors {
		if s.Network.Actors[a].Person {
			c.Persons++
		}
		if s.Network.Actors[a].Hidden() {
			c.Hidden++
		}
	}
	c.ByYear, c.ByFund, c.ByMaaku = s.coverageRows(years), s.coverageRows(funds), s.coverageByRegion()
	slices.SortFunc(c.ByFund, func(a, b CoverageRow) int {
		return cmp.Or(cmp.Compare(b.Projects, a.Projects), cmp.Compare(a.Key, b.Key))
	})
	for _, source := range s.Sources {
		c.Sources = append(c.Sources, s.coverageOf(source))
	}
	c.Missing, c.Warnings = s.missing(c), s.thin(c)
	return c
}

// Warnings says where the slice is thin, with the numbers.
func (s *Slice) Warnings() []Sentence { return s.Coverage().Warnings }

func (s *Slice) coverageRows(by map[string][]int32) []CoverageRow {
	rows := make([]CoverageRow, 0, len(by))
	for key, projects := range by {
		rows = append(rows, CoverageRow{key, len(projects), graph.BasisOf(s.Network, projects)})
	}
	slices.SortFunc(rows, func(a, b CoverageRow) int { return cmp.Compare(a.Key, b.Key) })
	return rows
}

// coverageByRegion looks at the regions that have projects of the slice.
func (s *Slice) coverageByRegion() []CoverageRow {
	var rows []CoverageRow
	for i, area := range place.Areas() {
		if area.Kind != place.Maakunta {
			continue
		}
		var here []int32
		for _, p := range s.held().projects[i] {
			if s.Selection.HasProject(int(p)) {
				here = append(here, p)
			}
		}
		if len(here) > 0 {
			rows = append(rows, CoverageRow{string(area.ID), len(here), graph.BasisOf(s.Network, here)})
		}
	}
	return rows
}

func (s *Slice) coverageOf(source graph.Source) CoverageSource {
	c := CoverageSource{Source: source}
	tells := func(records []graph.RecordRef) bool {
		return slices.ContainsFunc(records, func(r graph.RecordRef) bool { return r.Source == source.ID })
	}
	actors := map[int32]bool{}
	for _, p := range s.Selection.Projects {
		project := &s.Network.Projects[p]
		if !tells(project.Records) {
			continue
		}
		c.Projects++
		c.Place.add(slices.ContainsFunc(project.Places, func(at graph.Place) bool { return len(at.Municipalities) > 0 }))
		c.Partners.add(project.Partners != graph.PartnersUnknown)
		c.TargetGroup.add(len(project.TargetGroups) > 0)
		c.Dates.add(project.From != 0 && project.To != 0)
		for _, t := range s.Network.ProjectTies(int(p)) {
			if !tells(t.Records) {
				continue
			}
			c.Ties++
			actors[t.A] = true
			if a := &s.Network.Actors[t.A]; !a.Hidden() && !a.Abroad() {
				c.BusinessID.add(a.BusinessID != "")
			}
		}
	}
	c.Actors = len(actors)
	return c
}

// missing says what is known not to be in the data.
func (s *Slice) missing(c *Coverage) (list []Sentence) {
	source := func(key string, of *CoverageSource, lacks Share, noun string, link Link) {
		if gap := lacks.Of - lacks.Count; gap > 0 {
			list = append(list, Sentence{Key: key, Values: []Value{
				{Name: "source", Text: of.Name}, counted("missing", noun, gap, link), counted("of", "count.plain", lacks.Of, Link{}),
			}})
		}
	}
	for i := range c.Sources {
		of := &c.Sources[i]
		source("coverage.missing.partners", of, of.Partners, "count.projects", Link{Kind: LinkProjects, Filter: Filter{Partners: "unknown"}})
		source("coverage.missing.business-id", of, of.BusinessID, "count.ties", Link{})
		source("coverage.missing.place", of, of.Place, "count.projects", Link{})
		source("coverage.missing.target-group", of, of.TargetGroup, "count.projects", Link{})
		source("coverage.missing.dates", of, of.Dates, "count.projects", Link{})
	}
	list = append(list, s.missingYears(c.ByYear)...)
	return append(list, s.noteAid()...)
}

// missingYears names the years between the first and the last of which no
// project starts.
func (s *Slice) missingYears(rows []CoverageRow) []Sentence {
	var gaps []string
	last := 0
	for _, row := range rows {
		year, err := strconv.Atoi(row.Key)
		if err != nil {
			continue // start unknown
		}
		if last != 0 && year > last+1 {
			gap := strconv.Itoa(last + 1)
			if year > last+2 {
				gap += "–" + strconv.Itoa(year-1)
			}
			gaps = append(gaps, gap)
		}
		last = year
	}
	var list []Sentence
	for _, gap := range gaps {
		list = append(list, Sentence{Key: "coverage.missing.years", Values: []Value{{Name: "years", Text: gap}}})
	}
	return list
}

// fewProjects is how many a slice needs for its numbers to tell of more than
// single projects.
const fewProjects = 10

// thin says where numbers rest on little: in all, by source, year, fund and
// region, the largest first.
func (s *Slice) thin(c *Coverage) []Sentence {
	if c.Projects == 0 {
		return nil
	}
	var list []Sentence
	if c.Projects < fewProjects {
		list = append(list, Sentence{Key: "coverage.thin.few", Values: []Value{counted("projects", "count.projects", c.Projects, Link{Kind: LinkProjects})}})
	}
	all := CoverageRow{Projects: c.Projects, Basis: graph.BasisOf(s.Network, s.Selection.Projects)}
	if all.Thin() {
		list = append(list, thinSentence("coverage.thin.partners", all, Value{}))
	}
	var places Share
	for i := range c.Sources {
		places.Count, places.Of = places.Count+c.Sources[i].Place.Count, places.Of+c.Sources[i].Place.Of
	}
	if places.Thin() {
		list = append(list, Sentence{Key: "coverage.thin.place", Values: []Value{
			counted("known", "count.plain", places.Count, Link{}), counted("projects", "count.projects-of", places.Of, Link{}),
		}})
	}
	for _, row := range largestThin(c.ByYear) {
		list = append(list, thinSentence("coverage.thin.year", row, Value{Name: "year", Text: row.Key}))
	}
	for _, row := range largestThin(c.ByFund) {
		list = append(list, thinSentence("coverage.thin.fund", row, Value{Name: "fund", Text: row.Key}))
	}
	for _, row := range largestThin(c.ByMaaku) {
		if area, ok := place.Find(graph.AreaID(row.Key)); ok && area.ID != s.Area.ID {
			names := map[string]string{}
			for _, lang := range words.Languages {
				names[lang] = area.Names.In(lang)
			}
			list = append(list, thinSentence("coverage.thin.region", row, Value{Name: "region", Text: area.Names.Fi, Names: names}))
		}
	}
	return list
}

// mostThin is how many years, funds and regions are warned of; the table has all.
const mostThin = 3

func largestThin(rows []CoverageRow) []CoverageRow {
	thin := slices.DeleteFunc(slices.Clone(rows), func(r CoverageRow) bool { return !r.Thin() || r.Key == "" })
	slices.SortStableFunc(thin, func(a, b CoverageRow) int { return cmp.Compare(b.Basis.Unknown, a.Basis.Unknown) })
	return thin[:min(mostThin, len(thin))]
}

func thinSentence(key string, row CoverageRow, of Value) Sentence {
	known := row.Basis.Listed + row.Basis.Alone
	values := []Value{
		counted("known", "count.plain", known, Link{}), counted("projects", "count.projects-of", row.Projects, Link{}),
	}
	if of.Name != "" {
		values = append(values, of)
	}
	return Sentence{Key: key, Values: values}
}
