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
// transaction shows them, joins them to what was there before, and hides what
// is gone.
func (p *publication) buildBeside(c *change) error {
	for _, n := range c.nodes {
		if err := n.build(p.beside, hidden+":"+coming+n.Label, n.create); err != nil {
			return err
		}
	}
	for _, r := range c.relationships {
		if err := r.build(p.beside, coming, r.amongNew(true)); err != nil {
			return err
		}
	}
	for _, n := range c.nodes {
		if err := n.write(p.run, nil); err != nil {
			return err
		}
		show := "MATCH (n:" + coming + n.Label + ") SET n:" + n.Label + " REMOVE n:" + hidden + ":" + coming + n.Label
		if err := p.run(show, nil); err != nil {
			return fmt.Errorf("showing %s: %w", n.Label, err)
		}
		hide := "UNWIND $rows AS element MATCH (n:" + n.Label + ") WHERE elementId(n) = element SET n:" + hidden + " REMOVE n:" + n.Label
		if err := inPortions(p.run, hide, n.remove, itself); err != nil {
			return fmt.Errorf("hiding %s: %w", n.Label, err)
		}
	}
	for _, r := range c.relationships {
		if err := r.write(p.run, r.amongNew(false)); err != nil {
			return err
		}
	}
	return nil
}

// amongNew returns the relationships to create whose nodes are both new, or
// the others.
func (r *relationshipChange) amongNew(both bool) []int {
	return slices.DeleteFunc(slices.Clone(r.create), func(i int) bool {
		e := r.Ends[i]
		return (r.from.isNew[e.From] && r.to.isNew[e.To]) != both
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
