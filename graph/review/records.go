package review

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/graph/view"
	"hankeverkko/words"
)

// Records returns the source rows behind a project, an actor, or the tie
// between the two, as the view knows them. For the public, hidden persons are
// masked. What the view does not hold is graph.ErrNotFound.
func (d *Desk) Records(v *view.View, project graph.ProjectID, actor graph.ActorID, public bool) ([]graph.Record, error) {
	var found []*graph.Record
	switch {
	case actor == "":
		p, err := v.FindProject(project)
		if err != nil {
			return nil, err
		}
		found = d.refer(v.Network.Projects[p].Records)
	default:
		a, err := v.FindActor(actor)
		if err != nil {
			return nil, err
		}
		p := int32(-1)
		if project != "" {
			if p, err = v.FindProject(project); err != nil {
				return nil, err
			}
		}
		var refs []graph.RecordRef
		for _, t := range v.Network.ActorTies(int(a)) {
			if tie := &v.Network.Ties[t]; p < 0 || tie.P == p {
				refs = append(refs, tie.Records...)
			}
		}
		if len(refs) == 0 {
			return nil, fmt.Errorf("no tie between %s and %s: %w", project, actor, graph.ErrNotFound)
		}
		found = d.refer(refs)
	}
	masks := map[graph.ProjectID]identity.Mask{}
	records := make([]graph.Record, 0, len(found))
	for _, r := range found {
		shown := *r
		if public {
			shown.Cells = d.masked(r, masks)
		}
		records = append(records, shown)
	}
	return records, nil
}

// refer finds records by what points to them; of equal ones each once.
func (d *Desk) refer(refs []graph.RecordRef) []*graph.Record {
	type key struct {
		source graph.SourceID
		hash   graph.Hash
		row    int
	}
	d.once.Do(func() {
		d.byRef = make(map[any]*graph.Record, len(d.content.Records))
		for i := range d.content.Records {
			r := &d.content.Records[i]
			d.byRef[key{r.Source, r.Hash, r.Row}] = r
		}
	})
	var found []*graph.Record
	for _, ref := range refs {
		if r := d.byRef[key{ref.Source, ref.Hash, ref.Row}]; r != nil && !slices.Contains(found, r) {
			found = append(found, r)
		}
	}
	slices.SortStableFunc(found, func(a, b *graph.Record) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Row, b.Row))
	})
	return found
}

// ofPerson are the cells that tell who a person is.
var ofPerson = []graph.Field{
	graph.FieldBusinessID, graph.FieldVAT, graph.FieldPIC, graph.FieldSite, graph.FieldPostalCode, graph.FieldActorKind,
}

// masked returns the cells of a record without the names of hidden persons.
func (d *Desk) masked(r *graph.Record, masks map[graph.ProjectID]identity.Mask) graph.Cells {
	mask, known := masks[r.Project]
	n := d.Ledger.Network
	if !known {
		if p, ok := n.FindProject(r.Project); ok {
			for _, t := range n.ProjectTies(p) {
				if a := &n.Actors[t.A]; a.Hidden() {
					mask = append(mask, identity.MaskOf(a)...)
				}
			}
		}
		masks[r.Project] = mask
	}
	if len(mask) == 0 {
		return r.Cells
	}
	cells := maps.Clone(r.Cells)
	for f, text := range cells {
		cells[f] = mask.Text(text)
	}
	if d.tellsOfHidden(r) {
		cells[graph.FieldActor] = words.Text(words.Languages[0], "actor.person", nil)
		for _, f := range ofPerson {
			delete(cells, f)
		}
	}
	return cells
}

// tellsOfHidden tells whether the row's own actor is hidden.
func (d *Desk) tellsOfHidden(r *graph.Record) bool {
	n := d.Ledger.Network
	p, ok := n.FindProject(r.Project)
	if !ok {
		return false
	}
	for _, t := range n.ProjectTies(p) {
		if a := &n.Actors[t.A]; a.Hidden() && slices.ContainsFunc(t.Records, func(ref graph.RecordRef) bool {
			return ref.Source == r.Source && ref.Hash == r.Hash && ref.Row == r.Row
		}) && !isPartner(r, a) {
			return true
		}
	}
	return false
}

// isPartner tells whether the row names the actor in its list of partners only.
func isPartner(r *graph.Record, a *graph.Actor) bool {
	own := r.Cells[graph.FieldActor]
	return !slices.ContainsFunc(a.Aliases, func(s graph.Alias) bool { return s.Name == own }) &&
		slices.ContainsFunc(a.Aliases, func(s graph.Alias) bool { return strings.Contains(r.Cells[graph.FieldPartners], s.Name) })
}
