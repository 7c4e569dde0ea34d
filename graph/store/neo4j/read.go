package neo4j

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"slices"
	"time"
	"unicode/utf8"

	"hankeverkko/graph"
	"hankeverkko/graph/store"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

func (s *Store) Revision(ctx context.Context) (revision graph.Revision, err error) {
	err = s.read(ctx, func(c *call) error {
		now, err := c.holds()
		revision = now.digest.Revision()
		return err
	})
	if err != nil {
		return "", fmt.Errorf("neo4j: revision: %w", err)
	}
	return revision, nil
}

// feed is one change of a source and the source as it was right after it.
type feed struct {
	number int64
	// change is the number of the write.
	change int64
	run    graph.Run
	there  bool
	source graph.Source
}

const (
	sourcesQuery = `MATCH (r:HankeverkkoRun {space: $space}) WHERE r.change <= $change
		WITH r.feed AS feed, max(r.number) AS newest
		MATCH (r:HankeverkkoRun {feed: feed, number: newest}) WHERE r.there
		RETURN r AS run`
	historyQuery = `MATCH (r:HankeverkkoRun {feed: $feed}) WHERE r.change <= $change
		RETURN r AS run ORDER BY r.number DESC LIMIT $limit`
)

// everything is no limit.
const everything = 1<<63 - 1

func (s *Store) Sources(ctx context.Context) (sources []graph.Source, err error) {
	err = s.read(ctx, func(c *call) error {
		now, err := c.holds()
		if err != nil {
			return err
		}
		feeds, err := feedsOf(c.ask(sourcesQuery, map[string]any{"space": s.options.Space, "change": now.change}))
		for _, f := range feeds {
			sources = append(sources, f.source)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("neo4j: sources: %w", err)
	}
	slices.SortFunc(sources, func(a, b graph.Source) int { return cmp.Compare(a.ID, b.ID) })
	return sources, nil
}

func (s *Store) Runs(ctx context.Context, id graph.SourceID) (runs []graph.Run, err error) {
	err = s.read(ctx, func(c *call) error {
		now, err := c.holds()
		if err != nil {
			return err
		}
		feeds, err := feedsOf(c.ask(historyQuery, s.history(id, now, everything)))
		for _, f := range feeds {
			runs = append(runs, f.run)
		}
		if err == nil && len(runs) == 0 {
			err = graph.ErrNotFound
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("neo4j: source %s: %w", id, err)
	}
	return runs, nil
}

// history asks for the newest changes of a source, at most limit, newest first.
func (s *Store) history(id graph.SourceID, now state, limit int64) map[string]any {
	return map[string]any{"feed": identity(s.options.Space, string(id)), "change": now.change, "limit": limit}
}

func feedsOf(records []*driver.Record, err error) ([]feed, error) {
	if err != nil {
		return nil, err
	}
	feeds := make([]feed, len(records))
	for i, r := range records {
		if feeds[i], err = feedOf(value[driver.Node](r, "run")); err != nil {
			return nil, err
		}
	}
	return feeds, nil
}

const recordsQuery = `MATCH (r:HankeverkkoRecord) USING INDEX SEEK r:HankeverkkoRecord(place)
	WHERE r.place STARTS WITH $space AND r.added <= $change AND (r.removed IS NULL OR r.removed > $change)
	RETURN r.place AS place, r.source AS source, r.key AS key, r.hash AS hash, r.project AS project,
		r.cells AS cells, r.read AS read, r.row AS row
	ORDER BY r.place`

// Records reads what held at one change, in the order of an index, so that
// neither side gathers it.
func (s *Store) Records(ctx context.Context) iter.Seq2[graph.Record, error] {
	return func(yield func(graph.Record, error) bool) {
		c, err := s.begin(ctx)
		if err == nil {
			defer c.end()
			if err = s.prepare(c); err == nil {
				err = c.records(yield)
			}
			err = c.finish(err)
		}
		if err != nil {
			yield(graph.Record{}, fmt.Errorf("neo4j: records: %w", err))
		}
	}
}

// records yields until there are no more or the caller has enough.
func (c *call) records(yield func(graph.Record, error) bool) error {
	now, err := c.holds()
	if err != nil {
		return err
	}
	session := c.store.session(driver.AccessModeRead)
	defer session.Close(c)
	result, err := session.Run(c, recordsQuery, map[string]any{
		"space": joined(c.store.options.Space), "change": now.change,
	}, driver.WithTxTimeout(longest))
	if err != nil {
		return err
	}
	var tied []graph.Record // of one place, which the index does not order
	var at string
	give := func() bool {
		slices.SortFunc(tied, order)
		for _, r := range tied {
			if !yield(r, nil) {
				return false
			}
		}
		tied = tied[:0]
		return true
	}
	for result.Next(c) {
		c.rest()
		row := result.Record()
		r, err := recordOf(row)
		if err != nil {
			return err
		}
		here := text(row, "place")
		if here != at && !give() {
			return nil
		}
		at, tied = here, append(tied, r)
		if utf8.RuneCountInString(here) < placed && !give() {
			return nil
		}
		c.heard()
	}
	if err := result.Err(); err != nil {
		return err
	}
	give()
	return nil
}

func order(a, b graph.Record) int {
	return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Key, b.Key), cmp.Compare(a.Hash, b.Hash))
}

func recordOf(row *driver.Record) (graph.Record, error) {
	r := graph.Record{
		Source: graph.SourceID(text(row, "source")), Project: graph.ProjectID(text(row, "project")),
		Key: text(row, "key"), Hash: graph.Hash(text(row, "hash")), Row: int(number(row, "row")),
	}
	r.Run = store.RunName(r.Source, int(number(row, "read")))
	var err error
	if r.Cells, err = store.ParseCells(text(row, "cells")); err != nil {
		return r, fmt.Errorf("record %q: %w", r.Key, err)
	}
	return r, nil
}

const recordsAfterQuery = `MATCH (r:HankeverkkoRecord) USING INDEX SEEK r:HankeverkkoRecord(place)
	WHERE r.place STARTS WITH $place AND r.source = $source AND r.added <= $then AND (r.removed IS NULL OR r.removed > $then)
	RETURN r.source AS source, r.project AS project, r.key AS key, r.hash AS hash, r.row AS row, r.read AS read, r.cells AS cells`

func (s *Store) RecordsAfter(ctx context.Context, id graph.SourceID, run graph.RunID) (records []graph.Record, err error) {
	err = s.read(ctx, func(c *call) error {
		now, err := c.holds()
		if err != nil {
			return err
		}
		changes, err := feedsOf(c.ask(historyQuery, s.history(id, now, everything)))
		if err == nil && len(changes) == 0 {
			err = graph.ErrNotFound
		}
		if err != nil {
			return err
		}
		then, err := stateAfter(changes, id, run)
		if err != nil || run == "" {
			return err
		}
		rows, err := c.ask(recordsAfterQuery, map[string]any{
			"place": place(s.options.Space, string(id)), "source": string(id), "then": then.change,
		})
		for _, row := range rows {
			r, err := recordOf(row)
			if err != nil {
				return err
			}
			records = append(records, r)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("neo4j: source %s: run %q: %w", id, run, err)
	}
	slices.SortFunc(records, order)
	return records, nil
}

const journalQuery = `MATCH (d:HankeverkkoDecision {space: $space}) WHERE d.position < $decisions
	RETURN d.kind AS kind, d.actors AS actors, d.project AS project, d.value AS value,
		coalesce(d.lang, "") AS lang, coalesce(d.from, 0) AS from, coalesce(d.to, 0) AS to, d.who AS who, d.at AS at, d.why AS why
	ORDER BY d.position`

func (s *Store) Journal(ctx context.Context) (journal []graph.Decision, err error) {
	err = s.read(ctx, func(c *call) error {
		now, err := c.holds()
		if err != nil {
			return err
		}
		records, err := c.ask(journalQuery, map[string]any{"space": s.options.Space, "decisions": now.decisions})
		if err != nil {
			return err
		}
		for _, r := range records {
			d := graph.Decision{
				Kind: graph.DecisionKind(number(r, "kind")), Project: graph.ProjectID(text(r, "project")),
				Value: text(r, "value"), Lang: text(r, "lang"), From: graph.Date(number(r, "from")), To: graph.Date(number(r, "to")),
				Who: text(r, "who"), Why: text(r, "why"),
			}
			for _, actor := range list(r, "actors") {
				d.Actors = append(d.Actors, graph.ActorID(actor))
			}
			if d.At, err = time.Parse(time.RFC3339Nano, text(r, "at")); err != nil {
				return err
			}
			journal = append(journal, d)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("neo4j: journal: %w", err)
	}
	return journal, nil
}
