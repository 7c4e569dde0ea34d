package neo4j

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/store"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

const (
	documentQuery = `MATCH (d:HankeverkkoDocument {id: $id})
		RETURN d.name AS id, d.version AS version, d.body AS body`
	shelfQuery = `MATCH (d:HankeverkkoDocument {shelf: $shelf})
		RETURN d.name AS id, d.version AS version, d.body AS body`
	putQuery = `MERGE (d:HankeverkkoDocument {id: $id})
		SET d.shelf = $shelf, d.kind = $kind, d.name = $name, d.version = $version, d.body = $body`
)

func (s *Store) Document(ctx context.Context, kind, id string) (d graph.Document, err error) {
	err = s.read(ctx, func(c *call) error {
		records, err := c.ask(documentQuery, map[string]any{"id": identity(s.options.Space, kind, id)})
		switch {
		case err != nil:
			return err
		case len(records) == 0:
			return graph.ErrNotFound
		}
		d = documentOf(kind, records[0])
		return nil
	})
	if err != nil {
		return graph.Document{}, fmt.Errorf("neo4j: document %s/%s: %w", kind, id, err)
	}
	return d, nil
}

func (s *Store) Documents(ctx context.Context, kind string) (documents []graph.Document, err error) {
	err = s.read(ctx, func(c *call) error {
		records, err := c.ask(shelfQuery, map[string]any{"shelf": identity(s.options.Space, kind)})
		for _, r := range records {
			documents = append(documents, documentOf(kind, r))
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("neo4j: documents %s: %w", kind, err)
	}
	slices.SortFunc(documents, func(a, b graph.Document) int { return cmp.Compare(a.ID, b.ID) })
	return documents, nil
}

func documentOf(kind string, r *driver.Record) graph.Document {
	return graph.Document{Kind: kind, ID: text(r, "id"), Version: int(number(r, "version")), Body: []byte(text(r, "body"))}
}

func (s *Store) PutDocument(ctx context.Context, d graph.Document) (graph.Document, error) {
	err := store.ValidateDocument(d)
	if err == nil {
		err = s.write(ctx, func(t *transaction) error { return t.put(d) })
	}
	if err != nil {
		return graph.Document{}, fmt.Errorf("neo4j: document %s/%s: %w", d.Kind, d.ID, err)
	}
	d.Version++
	d.Body = slices.Clone(d.Body)
	return d, nil
}

func (t *transaction) put(d graph.Document) error {
	id, now := identity(t.store.options.Space, d.Kind, d.ID), 0
	records, err := t.run(documentQuery, map[string]any{"id": id})
	if err != nil {
		return err
	}
	if len(records) > 0 {
		now = int(number(records[0], "version"))
	}
	if now != d.Version {
		return fmt.Errorf("version %d replaces %d, now %d: %w", d.Version+1, d.Version, now, graph.ErrConflict)
	}
	_, err = t.do(putQuery, map[string]any{
		"id": id, "shelf": identity(t.store.options.Space, d.Kind), "kind": d.Kind, "name": d.ID,
		"version": d.Version + 1, "body": string(d.Body),
	})
	return err
}
