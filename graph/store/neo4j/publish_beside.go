package neo4j

import (
	"fmt"
	"slices"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

const (
	// hidden is the label of nodes that are not shown yet, or no more. It
	// outlives a publication that was cut off; the next one deletes them.
	hidden = "HankeverkkoHidden"
	// coming before a label makes the one by which new nodes are found until
	// they are shown.
	coming = "HankeverkkoComing"
)

// buildBeside makes a change that is too much for one transaction. New nodes
// and what joins them to each other are written first, in transactions of
// their own, under labels that nobody asks for. Then the publication's
// transaction shows them, joins them to what stays, and hides what goes, which
// clean deletes. When even the joints to what stays are more than limit, they
// hang on hidden nodes meanwhile, where only a pattern finds them that names no
// label at one end.
func (p *publication) buildBeside(c *change, limit int) error {
	joints := 0
	for _, r := range c.relationships {
		joints += len(r.loose) + len(r.between(oneNew))
	}
	for _, n := range c.nodes {
		if err := n.build(p.beside, hidden+":"+coming+n.Label, n.create); err != nil {
			return err
		}
	}
	for _, r := range c.relationships {
		if err := r.buildHidden(p.beside, joints > limit); err != nil {
			return err
		}
	}
	for _, n := range c.nodes {
		if err := n.write(p.run, nil); err != nil {
			return err
		}
		show := "MATCH (n:" + coming + n.Label + ") SET n:" + n.Label + " REMOVE n:" + hidden + ":" + coming + n.Label
		if _, err := p.run(show, nil); err != nil {
			return fmt.Errorf("showing %s: %w", n.Label, err)
		}
		hide := "UNWIND $rows AS element MATCH (n:" + n.Label + ") WHERE elementId(n) = element SET n:" + hidden + " REMOVE n:" + n.Label
		if err := inPortions(p.run, hide, n.remove, itself, nil); err != nil {
			return fmt.Errorf("hiding %s: %w", n.Label, err)
		}
	}
	for _, r := range c.relationships {
		remove, create := r.remove, r.between(noneNew)
		if joints <= limit {
			remove, create = append(remove, r.loose...), append(create, r.between(oneNew)...)
		}
		if err := r.write(p.run, remove, create); err != nil {
			return err
		}
	}
	return nil
}

// buildHidden creates the relationships that only hidden nodes have, and with
// joints those as well that join one to a node that is shown.
func (r *relationshipChange) buildHidden(run statement, joints bool) error {
	if err := r.build(run, coming+r.From.Label, coming+r.To.Label, r.between(bothNew)); err != nil || !joints {
		return err
	}
	var fromNew, toNew []int
	for _, i := range r.between(oneNew) {
		if r.from.isNew[r.Ends[i].From] {
			fromNew = append(fromNew, i)
		} else {
			toNew = append(toNew, i)
		}
	}
	if err := r.build(run, coming+r.From.Label, r.To.Label, fromNew); err != nil {
		return err
	}
	return r.build(run, r.From.Label, coming+r.To.Label, toNew)
}

// newness of the two nodes of a relationship. A node that is only renamed
// counts with those that wait for the transaction.
type newness uint8

const (
	noneNew newness = iota
	oneNew
	bothNew
)

// between returns the relationships to create between such nodes.
func (r *relationshipChange) between(which newness) []int {
	return slices.DeleteFunc(slices.Clone(r.create), func(i int) bool {
		e, is := r.Ends[i], noneNew
		from, to := r.from.isNew[e.From], r.to.isNew[e.To]
		switch {
		case from && to:
			is = bothNew
		case from && !r.to.renamed[e.To], to && !r.from.renamed[e.From]:
			is = oneNew
		}
		return is != which
	})
}

const cleanQuery = "MATCH (n:" + hidden + ") WITH n LIMIT $rows DETACH DELETE n RETURN count(*) AS deleted"

// clean deletes hidden nodes. While the publication has the lock, nobody else
// is building.
func (p *publication) clean() error {
	for {
		records, err := p.query(cleanQuery, map[string]any{"rows": together}, driver.ExecuteQueryWithWritersRouting())
		if err != nil {
			return fmt.Errorf("deleting what is hidden: %w", err)
		}
		if len(records) == 0 || number(records[0], "deleted") == 0 {
			return nil
		}
	}
}
