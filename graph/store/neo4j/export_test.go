package neo4j

import (
	"context"

	"hankeverkko/graph"
)

// PublishWithin is Publish with another number of changes that go into one
// transaction; it returns how many there were.
func (s *Store) PublishWithin(ctx context.Context, limit int, revision graph.Revision, n *graph.Network) (int, error) {
	return s.publish(ctx, revision, n, limit)
}
