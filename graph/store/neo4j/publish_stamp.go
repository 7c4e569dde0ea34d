package neo4j

import (
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/store/neo4j/drawing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// stamp is what the one node beside the graph says of it.
type stamp struct {
	revision graph.Revision
	format   int64
	// measures are the properties written back, all for this revision.
	measures []string
}

const (
	stampQuery = `MATCH (s:HankeverkkoPublished {` + drawing.Key + `: 'graph'})
		RETURN s.revision AS revision, s.format AS format, s.measures AS measures`
	lockStampQuery = `MERGE (s:HankeverkkoPublished {` + drawing.Key + `: 'graph'}) SET s.at = datetime()`
	signQuery      = `MATCH (s:HankeverkkoPublished {` + drawing.Key + `: 'graph'}) SET s += $set, s.at = datetime()`
)

func stampOf(records []*driver.Record, err error) (stamp, error) {
	if err != nil || len(records) == 0 {
		return stamp{}, err
	}
	r := records[0]
	return stamp{graph.Revision(text(r, "revision")), number(r, "format"), list(r, "measures")}, nil
}

// lock waits for others that draw, then reads the stamp, in this order.
func (p *publication) lock() error {
	_, err := p.run(lockStampQuery, nil)
	if err == nil {
		p.stamp, err = stampOf(p.run(stampQuery, nil))
	}
	return err
}

// shows tells whether the graph is of a revision, drawn as this program draws.
func (s stamp) shows(revision graph.Revision) bool {
	return s.format == drawing.Format && s.revision == revision
}

// staleAt returns the measures that do not hold at a revision.
func (s stamp) staleAt(revision graph.Revision) []string {
	if s.revision == revision {
		return nil
	}
	return s.measures
}

// sign stamps the graph with what it shows.
func (p *publication) sign(revision graph.Revision, n *graph.Network) error {
	set := map[string]any{
		"revision": string(revision), "format": drawing.Format,
		"projects": len(n.Projects), "actors": len(n.Actors), "ties": len(n.Ties),
	}
	if p.stamp.revision != revision {
		set["measures"] = nil
	}
	_, err := p.run(signQuery, map[string]any{"set": set})
	return err
}

// constrain makes keys unique within a label, which also makes them quick to
// find. It asks for no more than Community edition has.
func (s *Store) constrain(c *call) error {
	records, err := c.ask("SHOW CONSTRAINTS YIELD name", nil)
	if err != nil {
		return err
	}
	var there []string
	for _, r := range records {
		there = append(there, text(r, "name"))
	}
	labels := []string{"HankeverkkoPublished"}
	for _, label := range drawing.Labels {
		labels = append(labels, label, coming+label)
	}
	for _, label := range labels {
		name := "hankeverkko_graph_" + label
		if slices.Contains(there, name) {
			continue
		}
		statement := "CREATE CONSTRAINT " + name + " IF NOT EXISTS FOR (n:" + label + ") REQUIRE n." + drawing.Key + " IS UNIQUE"
		if _, err := c.query(statement, nil, driver.ExecuteQueryWithWritersRouting()); err != nil {
			return err
		}
	}
	return nil
}
