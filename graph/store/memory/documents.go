package memory

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
)

func (s *Store) Document(ctx context.Context, kind, id string) (graph.Document, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if err := s.usable(ctx); err != nil {
		return graph.Document{}, err
	}
	d, ok := s.documents[name{kind, id}]
	if !ok {
		return graph.Document{}, fmt.Errorf("memory: document %s/%s: %w", kind, id, graph.ErrNotFound)
	}
	d.Body = bytes.Clone(d.Body)
	return d, nil
}

func (s *Store) Documents(ctx context.Context, kind string) ([]graph.Document, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if err := s.usable(ctx); err != nil {
		return nil, err
	}
	var documents []graph.Document
	for _, d := range s.documents {
		if d.Kind == kind {
			d.Body = bytes.Clone(d.Body)
			documents = append(documents, d)
		}
	}
	slices.SortFunc(documents, func(a, b graph.Document) int { return cmp.Compare(a.ID, b.ID) })
	return documents, nil
}

func (s *Store) PutDocument(ctx context.Context, d graph.Document) (graph.Document, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.usable(ctx); err != nil {
		return graph.Document{}, err
	}
	if err := store.ValidateDocument(d); err != nil {
		return graph.Document{}, fmt.Errorf("memory: %w", err)
	}
	if now := s.documents[name{d.Kind, d.ID}].Version; now != d.Version {
		return graph.Document{}, fmt.Errorf("memory: document %s/%s: version %d replaces %d, now %d: %w",
			d.Kind, d.ID, d.Version+1, d.Version, now, graph.ErrConflict)
	}
	d.Version++
	d.Body = bytes.Clone(d.Body)
	s.documents[name{d.Kind, d.ID}] = d
	d.Body = bytes.Clone(d.Body)
	return d, nil
}
