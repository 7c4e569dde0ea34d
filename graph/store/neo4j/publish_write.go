package neo4j

import (
	"fmt"
	"slices"

	"hankeverkko/graph/store/neo4j/drawing"
)

// Labels, types and property names in the statements below are the fixed ones
// of package drawing; all that comes from data is a parameter.

// statement runs with parameters in the publication's transaction or beside it.
type statement func(text string, parameters map[string]any) error

// writeAll makes the whole change in the transaction.
func (p *publication) writeAll(c *change) error {
	for _, n := range c.nodes {
		if err := n.write(p.run, n.create); err != nil {
			return err
		}
	}
	for _, r := range c.relationships {
		if err := r.write(p.run, r.create); err != nil {
			return err
		}
	}
	for _, n := range c.nodes {
		err := inPortions(p.run, "UNWIND $rows AS element MATCH (n:"+n.Label+") WHERE elementId(n) = element DETACH DELETE n", n.remove, itself)
		if err != nil {
			return fmt.Errorf("removing %s: %w", n.Label, err)
		}
	}
	return nil
}

// write brings nodes up to date and creates those at the positions.
func (n *nodeChange) write(run statement, create []int) error {
	err := inPortions(run, "UNWIND $rows AS row MATCH (n:"+n.Label+") WHERE elementId(n) = row.element SET n += row.set", n.set, setting.row)
	if err != nil {
		return fmt.Errorf("updating %s: %w", n.Label, err)
	}
	return n.build(run, n.Label, create)
}

func (n *nodeChange) build(run statement, labels string, create []int) error {
	err := inPortions(run, "UNWIND $rows AS row CREATE (n:"+labels+") SET n = row", create, func(i int) any {
		row := n.Properties(i)
		row[drawing.Key] = n.Keys[i]
		return map[string]any(row)
	})
	if err != nil {
		return fmt.Errorf("creating %s: %w", n.Label, err)
	}
	return nil
}

// write brings relationships up to date and creates those at the positions.
func (r *relationshipChange) write(run statement, create []int) error {
	one := " MATCH ()-[r:" + r.Type + "]->() WHERE elementId(r) = "
	err := inPortions(run, "UNWIND $rows AS element"+one+"element DELETE r", r.remove, itself)
	if err == nil {
		err = inPortions(run, "UNWIND $rows AS row"+one+"row.element SET r += row.set", r.set, setting.row)
	}
	if err != nil {
		return fmt.Errorf("updating %s: %w", r.Type, err)
	}
	return r.build(run, "", create)
}

func (r *relationshipChange) build(run statement, prefix string, create []int) error {
	query := "UNWIND $rows AS row" +
		" MATCH (a:" + prefix + r.From.Label + " {" + drawing.Key + ": row.from})" +
		" MATCH (b:" + prefix + r.To.Label + " {" + drawing.Key + ": row.to})" +
		" CREATE (a)-[r:" + r.Type + "]->(b) SET r = row.set"
	err := inPortions(run, query, create, func(i int) any {
		e := r.Ends[i]
		return map[string]any{"from": r.From.Keys[e.From], "to": r.To.Keys[e.To], "set": map[string]any(r.Properties(i))}
	})
	if err != nil {
		return fmt.Errorf("creating %s: %w", r.Type, err)
	}
	return nil
}

func (s setting) row() any { return map[string]any{"element": s.element, "set": s.properties} }

func itself(element string) any { return element }

// together is how many rows go with one statement.
const together = 5000

func inPortions[T any](run statement, text string, items []T, row func(T) any) error {
	for part := range slices.Chunk(items, together) {
		rows := make([]any, len(part))
		for i, item := range part {
			rows[i] = row(item)
		}
		if err := run(text, map[string]any{"rows": rows}); err != nil {
			return err
		}
	}
	return nil
}
