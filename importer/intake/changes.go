package intake

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/importer"
)

// Changes is what becomes of the network, by name.
type Changes struct {
	Projects, Actors, Ties Lists
}

// Lists name what is new, changed and gone, each at most Most; Counts count all
// of them.
type Lists struct {
	New, Changed, Gone []Thing
	Counts             importer.Tally
}

// Most is the length of a list.
const Most = 50

// Thing is a project, an actor, or a tie of the two by their names.
type Thing struct {
	ID   string
	Name string
	What []FieldChange
	// Person tells a name that is kept from the public.
	Person bool
}

// FieldChange is a field that says something else.
type FieldChange struct {
	Field         graph.Field
	Before, After string
}

func changesOf(before, after *graph.Network) (c Changes) {
	if before == nil {
		before = &graph.Network{}
	}
	if after == nil {
		after = &graph.Network{}
	}
	c.Projects = compare(before.Projects, after.Projects, func(a, b *graph.Project) int { return cmp.Compare(a.ID, b.ID) },
		func(p *graph.Project) Thing { return Thing{ID: string(p.ID), Name: p.Name} }, projectFields)
	c.Actors = compare(before.Actors, after.Actors, func(a, b *graph.Actor) int { return cmp.Compare(a.ID, b.ID) },
		func(a *graph.Actor) Thing { return Thing{ID: string(a.ID), Name: a.Name, Person: a.Hidden()} }, actorFields)
	c.Ties = compare(tiesOf(before), tiesOf(after), func(a, b *tie) int {
		return cmp.Or(cmp.Compare(a.Project, b.Project), cmp.Compare(a.Actor, b.Actor))
	}, (*tie).thing, tieFields)
	return c
}

// field is one that is compared.
type field[T any] struct {
	name graph.Field
	text func(*T) string
}

// compare walks two lists that are sorted alike.
func compare[T any](before, after []T, order func(a, b *T) int, thing func(*T) Thing, fields []field[T]) (l Lists) {
	for len(before) > 0 || len(after) > 0 {
		which := 0
		switch {
		case len(after) == 0:
			which = -1
		case len(before) == 0:
			which = 1
		default:
			which = order(&before[0], &after[0])
		}
		switch {
		case which < 0:
			l.Counts.Gone++
			l.Gone = put(l.Gone, thing(&before[0]))
			before = before[1:]
		case which > 0:
			l.Counts.New++
			l.New = put(l.New, thing(&after[0]))
			after = after[1:]
		default:
			var what []FieldChange
			for _, f := range fields {
				if was, is := f.text(&before[0]), f.text(&after[0]); was != is {
					what = append(what, FieldChange{f.name, was, is})
				}
			}
			if len(what) == 0 {
				l.Counts.Same++
			} else {
				l.Counts.Changed++
				changed := thing(&after[0])
				changed.What = what
				l.Changed = put(l.Changed, changed)
			}
			before, after = before[1:], after[1:]
		}
	}
	return l
}

func put(list []Thing, t Thing) []Thing {
	if len(list) < Most {
		list = append(list, t)
	}
	return list
}

var projectFields = []field[graph.Project]{
	{graph.FieldProject, func(p *graph.Project) string { return p.Name }},
	{graph.FieldCode, func(p *graph.Project) string { return p.Code }},
	{graph.FieldDescription, func(p *graph.Project) string { return p.Description }},
	{graph.FieldFrom, func(p *graph.Project) string { return p.From.String() }},
	{graph.FieldTo, func(p *graph.Project) string { return p.To.String() }},
	{graph.FieldFund, func(p *graph.Project) string { return p.Fund }},
	{graph.FieldPriority, func(p *graph.Project) string { return p.Priority }},
	{graph.FieldObjective, func(p *graph.Project) string { return p.Objective }},
	{graph.FieldFunder, func(p *graph.Project) string { return p.Funder }},
	{graph.FieldAuthority, func(p *graph.Project) string { return p.Authority }},
	{graph.FieldStatus, func(p *graph.Project) string { return p.Status }},
	{graph.FieldKeywords, func(p *graph.Project) string { return strings.Join(p.Keywords, "; ") }},
	{graph.FieldThemes, func(p *graph.Project) string { return strings.Join(p.Themes, "; ") }},
	{graph.FieldTargetGroups, func(p *graph.Project) string { return strings.Join(p.TargetGroups, "; ") }},
	{graph.FieldPlaces, func(p *graph.Project) string { return placesText(p.Places) }},
	{graph.FieldLink, func(p *graph.Project) string { return p.Link }},
	{graph.FieldPartners, func(p *graph.Project) string { return p.Partners.String() }},
}

var actorFields = []field[graph.Actor]{
	{graph.FieldActor, func(a *graph.Actor) string { return a.Name }},
	{graph.FieldBusinessID, func(a *graph.Actor) string { return a.BusinessID }},
	{graph.FieldPIC, func(a *graph.Actor) string { return a.PIC }},
	{graph.FieldActorKind, func(a *graph.Actor) string { return a.KindWritten }},
	{graph.FieldSite, func(a *graph.Actor) string { return a.Site }},
	{graph.FieldCountry, func(a *graph.Actor) string { return a.Country }},
}

var tieFields = []field[tie]{
	{graph.FieldPart, func(t *tie) string { return t.Part.String() }},
	{graph.FieldSeat, func(t *tie) string { return string(t.Seat) }},
	{graph.FieldGranted, func(t *tie) string { return moneyText(t.Granted) }},
	{graph.FieldPaid, func(t *tie) string { return moneyText(t.Paid) }},
}

// tie is a tie with the names of its ends.
type tie struct {
	*graph.Tie
	project, actor string
	person         bool
}

func (t *tie) thing() Thing {
	return Thing{ID: string(t.Project) + "|" + string(t.Actor), Name: t.actor + " – " + t.project, Person: t.person}
}

func tiesOf(n *graph.Network) []tie {
	ties := make([]tie, len(n.Ties))
	for i := range n.Ties {
		t := &n.Ties[i]
		actor := &n.Actors[t.A]
		ties[i] = tie{t, n.Projects[t.P].Name, actor.Name, actor.Hidden()}
	}
	slices.SortFunc(ties, func(a, b tie) int { return cmp.Or(cmp.Compare(a.Project, b.Project), cmp.Compare(a.Actor, b.Actor)) })
	return ties
}

func placesText(places []graph.Place) string {
	var names []string
	for _, p := range places {
		names = append(names, p.Written)
	}
	return strings.Join(names, "; ")
}

// moneyText writes an amount as cells do: 1234.5, empty when unknown.
func moneyText(m graph.Money) string {
	if !m.Known {
		return ""
	}
	return strconv.FormatFloat(float64(m.Cents)/100, 'f', -1, 64)
}
