package identity

import (
	"cmp"
	"slices"

	"hankeverkko/graph"
)

// Spelling is a name as a source writes it, in how many rows.
type Spelling struct {
	Name   string
	Source graph.SourceID
	Rows   int
}

// Spellings returns the names that rows give to an actor of the ledger, that
// of most rows first.
func (l *Ledger) Spellings(id graph.ActorID) []Spelling {
	type key struct {
		name   string
		source graph.SourceID
	}
	rows := map[key]int{}
	for _, m := range l.mentionsOf(id) {
		if name := l.mentions[m].name; name != "" {
			rows[key{name, l.mentions[m].source()}]++
		}
	}
	list := make([]Spelling, 0, len(rows))
	for k, n := range rows {
		list = append(list, Spelling{k.name, k.source, n})
	}
	slices.SortFunc(list, func(a, b Spelling) int {
		return cmp.Or(cmp.Compare(b.Rows, a.Rows), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Source, b.Source))
	})
	return list
}

// TitleOf names an id for people: as the rows that bear it write it most often,
// also when others are the same actor by now; where no row writes it, as its
// actor is called. known is false where the data hold neither.
func (l *Ledger) TitleOf(id graph.ActorID, lang string) (title string, known bool) {
	a, known := l.Actor(id)
	if known && a.ID == id && len(a.OtherIDs) == 0 {
		return a.NameIn(lang), true
	}
	rows := map[string]int{}
	for _, i := range l.mentionsOf(id) {
		if m := &l.mentions[i]; m.name != "" && slices.Contains(m.ids, id) {
			rows[m.name]++
		}
	}
	for name, n := range rows {
		if best := rows[title]; n > best || n == best && name < title {
			title = name
		}
	}
	switch {
	case title != "":
		return title, true
	case known:
		return a.NameIn(lang), true
	}
	return "", false
}

// RecordsOf returns the records that name an actor, in the order of projects.
func (l *Ledger) RecordsOf(id graph.ActorID) []*graph.Record {
	var records []*graph.Record
	for _, m := range l.mentionsOf(id) {
		if r := l.mentions[m].row.record; len(records) == 0 || records[len(records)-1] != r {
			records = append(records, r)
		}
	}
	return records
}

// RecordsIn returns the records of a project.
func (l *Ledger) RecordsIn(project graph.ProjectID) []*graph.Record {
	var records []*graph.Record
	from, _ := slices.BinarySearchFunc(l.rows, project, func(r row, p graph.ProjectID) int { return cmp.Compare(r.record.Project, p) })
	for ; from < len(l.rows) && l.rows[from].record.Project == project; from++ {
		records = append(records, l.rows[from].record)
	}
	return records
}

// RecordsBetween returns the records that a tie came from.
func (l *Ledger) RecordsBetween(project graph.ProjectID, actor graph.ActorID) []*graph.Record {
	return slices.DeleteFunc(l.RecordsOf(actor), func(r *graph.Record) bool { return r.Project != project })
}

// mentionsOf returns the places of an actor's mentions, in order.
func (l *Ledger) mentionsOf(id graph.ActorID) []int32 {
	l.once.Do(func() {
		l.byActor = map[graph.ActorID][]int32{}
		for i := range l.mentions {
			l.byActor[l.mentions[i].id] = append(l.byActor[l.mentions[i].id], int32(i))
		}
	})
	if mentions, ok := l.byActor[id]; ok {
		return mentions
	}
	return l.byActor[l.same.find(id)]
}
