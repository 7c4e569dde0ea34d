package neo4j

import (
	"fmt"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/store/neo4j/drawing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Labels, types and property names in the statements below are the fixed ones
// of package drawing; all that comes from data is a parameter.

// statement runs in the publication's transaction or beside it.
type statement func(text string, parameters map[string]any) ([]*driver.Record, error)

// writeAll makes the whole change in the transaction.
func (p *publication) writeAll(c *change) error {
	for _, n := range c.nodes {
		if err := n.write(p.run, n.create); err != nil {
			return err
		}
	}
	for _, r := range c.relationships {
		if err := r.write(p.run, r.remove, r.create); err != nil {
			return err
		}
	}
	for _, n := range c.nodes {
		remove := "UNWIND $rows AS element MATCH (n:" + n.Label + ") WHERE elementId(n) = element DETACH DELETE n"
		err := inPortions(p.run, remove, n.remove, itself, nil)
		if err != nil {
			return fmt.Errorf("removing %s: %w", n.Label, err)
		}
	}
	return nil
}

// write brings nodes up to date and creates those at the positions.
func (n *nodeChange) write(run statement, create []int) error {
	err := inPortions(run, "UNWIND $rows AS row MATCH (n:"+n.Label+") WHERE elementId(n) = row.element SET n += row.set", n.set, setting.row, nil)
	if err != nil {
		return fmt.Errorf("updating %s: %w", n.Label, err)
	}
	return n.build(run, n.Label, create)
}

func (n *nodeChange) build(run statement, labels string, create []int) error {
	err := inPortions(run, "UNWIND $rows AS row CREATE (n:"+labels+") SET n = row RETURN count(n) AS made", create, func(i int) any {
		row := n.Properties(i)
		row[drawing.Key] = n.Keys[i]
		return map[string]any(row)
	}, allMade)
	if err != nil {
		return fmt.Errorf("creating %s: %w", n.Label, err)
	}
	return nil
}

// write removes relationships, brings others up to date and creates those at
// the positions.
func (r *relationshipChange) write(run statement, remove []string, create []int) error {
	one := " MATCH ()-[r:" + r.Type + "]->() WHERE elementId(r) = "
	err := inPortions(run, "UNWIND $rows AS element"+one+"element DELETE r", remove, itself, nil)
	if err == nil {
		err = inPortions(run, "UNWIND $rows AS row"+one+"row.element SET r += row.set", r.set, setting.row, nil)
	}
	if err != nil {
		return fmt.Errorf("updating %s: %w", r.Type, err)
	}
	return r.build(run, r.From.Label, r.To.Label, create)
}

func (r *relationshipChange) build(run statement, from, to string, create []int) error {
	query := "UNWIND $rows AS row" +
		" MATCH (a:" + from + " {" + drawing.Key + ": row.from})" +
		" MATCH (b:" + to + " {" + drawing.Key + ": row.to})" +
		" CREATE (a)-[r:" + r.Type + "]->(b) SET r = row.set RETURN count(r) AS made"
	err := inPortions(run, query, create, func(i int) any {
		e := r.Ends[i]
		return map[string]any{"from": r.From.Keys[e.From], "to": r.To.Keys[e.To], "set": map[string]any(r.Properties(i))}
	}, allMade)
	if err != nil {
		return fmt.Errorf("creating %s: %w", r.Type, err)
	}
	return nil
}

func (s setting) row() any { return map[string]any{"element": s.element, "set": s.properties} }

func itself(element string) any { return element }

// together is how many rows go with one statement.
const together = 5000

// inPortions runs a statement over the items; check, when given, looks at what
// it returns for so many rows.
func inPortions[T any](run statement, text string, items []T, row func(T) any, check func(rows int, records []*driver.Record) error) error {
	for part := range slices.Chunk(items, together) {
		rows := make([]any, len(part))
		for i, item := range part {
			rows[i] = row(item)
		}
		records, err := run(text, map[string]any{"rows": rows})
		if err == nil && check != nil {
			err = check(len(rows), records)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// allMade wants as many made as there were rows: a node that somebody has
// deleted meanwhile must not make a relationship vanish in silence.
func allMade(rows int, records []*driver.Record) error {
	if len(records) != 1 || number(records[0], "made") != int64(rows) {
		return fmt.Errorf("not all of %d rows were made, somebody changes the graph: %w", rows, graph.ErrConflict)
	}
	return nil
}
