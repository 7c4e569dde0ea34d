package identity

import (
	"maps"
	"slices"

	"hankeverkko/graph"
)

// mention is an actor named in a row: the row's own, or one in its list of partners.
type mention struct {
	row  *row
	name string
	part graph.Part
	// own tells that the row's cells (number, seat, money) are about this actor.
	own bool
	// ofPart tells that the row names a part of the actor that it counts for.
	ofPart bool
	ids    []graph.ActorID // the row's numbers, strongest first, else the id of the name
	id     graph.ActorID   // who it is, after linking and decisions
}

// identify finds the actors that rows name and tells who they are. Mentions
// come in the order of the rows.
func identify(rows []row, d *decisions) ([]mention, *sets) {
	var mentions []mention
	forms := formsOf{}
	for i := range rows {
		mentions = appendMentions(mentions, &rows[i], forms)
	}
	same := link(mentions, d)
	aliases := map[graph.ActorID][]graph.ActorID{} // a numbered actor -> the name ids of its spellings
	for i := range mentions {
		m := &mentions[i]
		m.id = same.find(m.ids[0])
		if form := forms.id(m.name); m.numbered() && form != "" && !slices.Contains(aliases[m.id], form) {
			aliases[m.id] = append(aliases[m.id], form)
		}
	}
	for inProject := range runs(mentions, (*mention).project) {
		meanNumbered(inProject, aliases, d)
		acrossSources(inProject, aliases, d)
	}
	return mentions, same
}

func (m *mention) project() graph.ProjectID { return m.row.record.Project }

func (m *mention) source() graph.SourceID { return m.row.record.Source }

func (m *mention) numbered() bool { return strength(m.ids[0]) < strengthOfName }

func appendMentions(mentions []mention, r *row, forms formsOf) []mention {
	c := r.record.Cells
	if ids := idsOf(c, forms); len(ids) > 0 {
		mentions = append(mentions, mention{row: r, name: c[graph.FieldActor], part: r.part, own: true, ids: ids})
	}
	for _, name := range r.list(graph.FieldPartners) {
		if id := forms.id(name); id != "" {
			mentions = append(mentions, mention{row: r, name: name, part: graph.Partner, ids: []graph.ActorID{id}})
		}
	}
	return mentions
}

// idsOf returns all numbers that hold, strongest first, else the id of the name.
func idsOf(c graph.Cells, forms formsOf) []graph.ActorID {
	var ids []graph.ActorID
	for _, id := range [...]graph.ActorID{
		ActorIDOf(c[graph.FieldBusinessID], "", c[graph.FieldVAT], ""),
		ActorIDOf("", c[graph.FieldPIC], "", ""),
		ActorIDOf("", "", c[graph.FieldVAT], ""),
	} {
		// A Finnish VAT number beside another business id is not this actor's.
		if id != "" && !slices.ContainsFunc(ids, func(other graph.ActorID) bool { return strength(other) == strength(id) }) {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, stronger)
	if len(ids) == 0 {
		if id := forms.id(c[graph.FieldActor]); id != "" {
			ids = append(ids, id)
		}
	}
	return ids
}

// link joins the numbers that rows give to one actor, and what people have
// merged. A weaker number that stands beside several actors tells nothing of any.
func link(mentions []mention, d *decisions) *sets {
	beside := map[graph.ActorID][]graph.ActorID{}
	for _, m := range mentions {
		for i, id := range m.ids[1:] {
			if stronger := m.ids[i]; !slices.Contains(beside[id], stronger) {
				beside[id] = append(beside[id], stronger)
			}
		}
	}
	same := &sets{parent: map[graph.ActorID]graph.ActorID{}}
	for _, id := range slices.SortedFunc(maps.Keys(beside), stronger) {
		others := beside[id]
		if !slices.ContainsFunc(others, func(other graph.ActorID) bool {
			return same.find(other) != same.find(others[0]) || d.isApart(id, other)
		}) {
			same.join(id, others[0])
		}
	}
	for id, group := range d.groups {
		same.join(id, group.ids[0])
	}
	return same
}

// formsOf remembers the ids of names, since most stand in many rows.
type formsOf map[string]graph.ActorID

func (f formsOf) id(name string) graph.ActorID {
	id, ok := f[name]
	if !ok {
		id = ActorIDOf("", "", "", name)
		f[name] = id
	}
	return id
}
