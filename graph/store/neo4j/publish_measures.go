package neo4j

import (
	"context"
	"fmt"
	"regexp"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
	"hankeverkko/graph/store/neo4j/drawing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

var measureName = regexp.MustCompile(`^[a-z][A-Za-z0-9]*$`)

// WriteBack sets measures as properties of the nodes, in one transaction. A
// name that the graph uses itself, or that is no plain property name, is
// graph.ErrInvalid; an actor or project that the graph does not show is
// graph.ErrNotFound.
func (s *Store) WriteBack(ctx context.Context, revision graph.Revision, measures []store.Measured) error {
	err := validMeasures(measures)
	if err == nil {
		err = s.redraw(ctx, func(p *publication) error {
			if !p.stamp.shows(revision) {
				return fmt.Errorf("the graph shows revision %q: %w", p.stamp.revision, graph.ErrConflict)
			}
			return p.writeBack(measures)
		})
	}
	if err != nil {
		return fmt.Errorf("neo4j: measures of revision %s: %w", revision, err)
	}
	return nil
}

func validMeasures(measures []store.Measured) error {
	taken := map[string]bool{drawing.Key: true}
	for _, s := range drawing.Of(&graph.Network{}).Nodes {
		for _, name := range s.Names {
			taken[name] = true
		}
	}
	for _, m := range measures {
		if taken[m.Name] || !measureName.MatchString(m.Name) {
			return fmt.Errorf("%q cannot name a measure: %w", m.Name, graph.ErrInvalid)
		}
		taken[m.Name] = true
	}
	return nil
}

func (p *publication) writeBack(measures []store.Measured) error {
	names := p.stamp.measures
	none := map[string]any{}
	actors, projects := map[graph.ActorID]map[string]any{}, map[graph.ProjectID]map[string]any{}
	for _, m := range measures {
		if !slices.Contains(names, m.Name) {
			names = append(names, m.Name)
		}
		none[m.Name] = nil
		for id, value := range m.Actors {
			actors[id] = with(actors[id], m.Name, value)
		}
		for id, value := range m.Projects {
			projects[id] = with(projects[id], m.Name, value)
		}
	}
	if err := setMeasures(p, "Actor", none, actors); err != nil {
		return err
	}
	if err := setMeasures(p, "Project", none, projects); err != nil {
		return err
	}
	_, err := p.run(signQuery, map[string]any{"set": map[string]any{"measures": names}})
	return err
}

// setMeasures takes the measures away from all nodes of a label and sets them
// where they have a value.
func setMeasures[ID ~string](p *publication, label string, none map[string]any, values map[ID]map[string]any) error {
	ours := "MATCH (n:" + label + ") WHERE n." + drawing.Key + " IS NOT NULL"
	clear := ours + " AND any(name IN keys($none) WHERE n[name] IS NOT NULL) SET n += $none"
	if _, err := p.run(clear, map[string]any{"none": none}); err != nil {
		return err
	}
	ids := make([]ID, 0, len(values))
	for id := range values {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	set := "UNWIND $rows AS row MATCH (n:" + label + " {" + drawing.Key + ": row.key}) SET n += row.set RETURN count(n) AS found"
	return inPortions(p.run, set, ids, func(id ID) any {
		return map[string]any{"key": drawing.KeyOf(id), "set": values[id]}
	}, func(rows int, records []*driver.Record) error {
		if len(records) != 1 || number(records[0], "found") != int64(rows) {
			return fmt.Errorf("not all of %d nodes of %s are there: %w", rows, label, graph.ErrNotFound)
		}
		return nil
	})
}
