package view

import (
	"context"
	"fmt"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/graph/store"
)

// NetworkOf reads a store and makes its network: the first half of Load.
func NetworkOf(ctx context.Context, reader store.Reader) (graph.Revision, *graph.Network, error) {
	c, err := store.ReadAll(ctx, reader)
	if err != nil {
		return "", nil, err
	}
	network, err := identity.Apply(c.Records, c.Journal, c.Sources...)
	if err != nil {
		return "", nil, fmt.Errorf("network of revision %s: %w", c.Revision, err)
	}
	return c.Revision, network, nil
}
