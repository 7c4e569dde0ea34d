package identity

import (
	"cmp"
	"slices"
	"strings"

	"hankeverkko/graph"
)

// Several sources may tell of one project. For each field one of them is
// believed, whatever the order of the imports:
//
//	name, code, fund, priority axis, objective,     the register that has given the project
//	funder, authority, description, link, granted   its code; then the source known to the
//	                                                latest day; then the one that tells most
//	state, first and last day, paid                 the source known to the latest day; then
//	                                                the register; then the one that tells most
//
// The last resort is the id of the source. A field that the believed source
// leaves empty is taken from the next. Within one source a row about the project
// alone comes first, then the lead's row, then one that names the project, then the
// lowest hash. Lists (keywords,
// themes, target groups, places) are united. What is not believed stays in the
// records, and with the project as Differing.

// register is a format whose publisher gives projects their codes.
type register struct {
	scheme string // of the project ids
	// all tells that it names all who take part.
	all bool
}

var registers = map[string]register{
	"eura-2007-list":  {scheme: "eura"},
	"eura-2014-list":  {scheme: "eura"},
	"eura-2021-list":  {scheme: "eura"},
	"eura-2014-pages": {scheme: "eura"},
	"cordis":          {scheme: "cordis", all: true},
}

// feed is a source seen from one project.
type feed struct {
	id       graph.SourceID
	register bool // that gave the project its code
	all      bool // names all who take part
	asOf     graph.Date
	told     int // fields
}

// lasting orders sources for what a register decides once, first the one that
// is believed.
func lasting(a, b feed) int {
	return cmp.Or(cmp.Compare(rankOf(a.register), rankOf(b.register)), cmp.Compare(b.asOf, a.asOf), cmp.Compare(b.told, a.told), cmp.Compare(a.id, b.id))
}

// passing orders them for what time changes.
func passing(a, b feed) int {
	return cmp.Or(cmp.Compare(b.asOf, a.asOf), cmp.Compare(rankOf(a.register), rankOf(b.register)), cmp.Compare(b.told, a.told), cmp.Compare(a.id, b.id))
}

func rankOf(first bool) int {
	if first {
		return 0
	}
	return 1
}

// order puts the rows of one project in the lasting order of their sources.
func order(ofProject []row, sources map[graph.SourceID]graph.Source) {
	feeds := feedsOf(ofProject, sources)
	if len(feeds) == 1 {
		for i := range ofProject {
			ofProject[i].feed = feeds[0]
		}
		return
	}
	for i := range feeds {
		feeds[i].told = fieldsTold(ofProject, feeds[i].id)
	}
	slices.SortStableFunc(feeds, lasting)
	place := make(map[graph.SourceID]int, len(feeds))
	for i, f := range feeds {
		place[f.id] = i
	}
	slices.SortStableFunc(ofProject, func(a, b row) int {
		return cmp.Compare(place[a.record.Source], place[b.record.Source])
	})
	for i := range ofProject {
		ofProject[i].feed = feeds[place[ofProject[i].record.Source]]
	}
}

// feedsOf lists the sources of a project's rows.
func feedsOf(ofProject []row, sources map[graph.SourceID]graph.Source) []feed {
	scheme, _, _ := strings.Cut(string(ofProject[0].record.Project), ":")
	var feeds []feed
	for i := range ofProject {
		id := ofProject[i].record.Source
		if slices.ContainsFunc(feeds, func(f feed) bool { return f.id == id }) {
			continue
		}
		s := sources[id]
		of := registers[s.Format]
		own := of.scheme != "" && of.scheme == scheme
		feeds = append(feeds, feed{id: id, register: own, all: own && of.all, asOf: s.AsOf})
	}
	return feeds
}

func fieldsTold(rows []row, source graph.SourceID) int {
	told := map[graph.Field]bool{}
	for i := range rows {
		if rows[i].record.Source == source {
			for f := range rows[i].record.Cells {
				told[f] = true
			}
		}
	}
	return len(told)
}

// newest puts rows, which are in lasting order, into the passing order.
func newest(rows []row) []row {
	if len(rows) == 0 || rows[0].feed.id == rows[len(rows)-1].feed.id {
		return rows // of one source
	}
	rows = slices.Clone(rows)
	slices.SortStableFunc(rows, func(a, b row) int { return passing(a.feed, b.feed) })
	return rows
}

// changing are the fields that time changes.
var changing = map[graph.Field]bool{graph.FieldStatus: true, graph.FieldFrom: true, graph.FieldTo: true}

// single are the fields of which a project has one value.
var single = [...]graph.Field{
	graph.FieldCode, graph.FieldProject, graph.FieldDescription, graph.FieldFund, graph.FieldPriority, graph.FieldObjective,
	graph.FieldFunder, graph.FieldAuthority, graph.FieldStatus, graph.FieldFrom, graph.FieldTo, graph.FieldLink,
}

// believed returns for each single field what the first row that tells it
// says, and what other sources say instead: of each its own first row.
func believed(rows []row) (values graph.Cells, differing []graph.Told) {
	values = graph.Cells{}
	latest := newest(rows)
	for _, f := range single {
		from := rows
		if changing[f] {
			from = latest
		}
		var asked graph.SourceID
		for i := range from {
			value, source := from[i].cell(f), from[i].record.Source
			if value == "" || source == asked {
				continue
			}
			asked = source // the rows of a source stand together
			switch taken := values[f]; {
			case taken == "":
				values[f] = value
			case NameForm(taken) != NameForm(value):
				differing = append(differing, graph.Told{Field: f, Source: source, Value: value})
			}
		}
	}
	return values, differing
}
