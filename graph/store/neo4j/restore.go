package neo4j

import (
	"context"
	"fmt"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
)

func (s *Store) Restore(ctx context.Context, base graph.Revision, r store.Restoration) (run graph.Run, err error) {
	if err = r.Validate(); err == nil {
		err = s.write(ctx, func(t *transaction) (err error) {
			run, err = t.restore(base, r)
			return err
		})
	}
	if err != nil {
		return graph.Run{}, fmt.Errorf("neo4j: source %s: restore %q: %w", r.Source, r.To, err)
	}
	return run, nil
}

func (t *transaction) restore(base graph.Revision, r store.Restoration) (graph.Run, error) {
	if err := t.at(base); err != nil {
		return graph.Run{}, err
	}
	changes, err := feedsOf(t.run(historyQuery, t.store.history(r.Source, t.now, everything)))
	if err != nil {
		return graph.Run{}, err
	}
	if len(changes) == 0 {
		return graph.Run{}, graph.ErrNotFound
	}
	now := changes[0]
	then, err := stateAfter(changes, r.Source, r.To)
	if err != nil {
		return graph.Run{}, err
	}
	lost, removed, err := t.since(r.Source, then.change)
	if err != nil {
		return graph.Run{}, err
	}
	if same(now, then) && len(lost)+len(removed) == 0 {
		return now.run, nil
	}
	next := feed{number: now.number + 1, change: t.number(), there: then.there, source: then.source}
	next.run = graph.Run{
		ID: store.RunName(r.Source, int(next.number)), Source: r.Source, At: r.At.Round(0).UTC(), AsOf: then.run.AsOf,
		Added: len(lost), Removed: len(removed), Restored: true, Restores: r.To,
	}
	if err := t.turn(now, next); err != nil {
		return graph.Run{}, err
	}
	if err := t.bringBack(lost); err != nil {
		return graph.Run{}, err
	}
	return next.run, t.remove(removed)
}

// stateAfter finds a source as it was right after a run; before the first run
// there was nothing.
func stateAfter(changes []feed, id graph.SourceID, run graph.RunID) (feed, error) {
	if run == "" {
		return feed{}, nil
	}
	n, ok := store.RunNumber(id, run)
	if !ok || n > len(changes) {
		return feed{}, graph.ErrNotFound
	}
	return changes[len(changes)-n], nil
}

// gone is a record that was live once, by the node that tells of it.
type gone struct {
	node   string
	record graph.Record
}

// Of one content at most one record was live then, and at most one is now.
const sinceQuery = `MATCH (r:HankeverkkoRecord) USING INDEX SEEK r:HankeverkkoRecord(place)
	WHERE r.place STARTS WITH $place AND r.source = $source
		AND (r.removed IS NULL AND r.added > $then OR r.removed > $then AND r.added <= $then)
	RETURN elementId(r) AS node, r.key AS key, r.hash AS hash, r.removed IS NULL AS live`

// since finds what was live right after change then and is not, by content,
// now, and what is live now and was not then.
func (t *transaction) since(source graph.SourceID, then int64) (lost []gone, added []graph.Record, err error) {
	records, err := t.run(sinceQuery, map[string]any{
		"place": place(t.store.options.Space, string(source)), "source": string(source), "then": then,
	})
	if err != nil {
		return nil, nil, err
	}
	type content struct{ key, hash string }
	node, live := make(map[content]string), make(map[content]bool)
	for _, r := range records {
		c := content{text(r, "key"), text(r, "hash")}
		if value[bool](r, "live") {
			live[c] = true
		} else {
			node[c] = text(r, "node")
		}
	}
	for c, n := range node {
		if !live[c] {
			lost = append(lost, gone{n, graph.Record{Source: source, Key: c.key, Hash: graph.Hash(c.hash)}})
		}
	}
	for c := range live {
		if _, ok := node[c]; !ok {
			added = append(added, graph.Record{Source: source, Key: c.key, Hash: graph.Hash(c.hash)})
		}
	}
	return lost, added, nil
}

const bringBackQuery = `UNWIND $rows AS row
	MATCH (old:HankeverkkoRecord) WHERE elementId(old) = row.node
	CREATE (r:HankeverkkoRecord) SET r = properties(old), r.live = row.live, r.added = $change, r.removed = null
	RETURN count(r) AS count`

// bringBack makes records live again, with the run and row they were first read in.
func (t *transaction) bringBack(lost []gone) error {
	slices.SortFunc(lost, func(a, b gone) int { return order(a.record, b.record) })
	for portion := range slices.Chunk(lost, portion) {
		rows := make([]map[string]any, len(portion))
		for i, g := range portion {
			rows[i] = map[string]any{"node": g.node, "live": t.store.live(g.record)}
			t.next.digest.AddRecord(g.record)
		}
		if _, err := t.do(bringBackQuery, map[string]any{"rows": rows, "change": t.number()}); err != nil {
			return err
		}
	}
	return nil
}
