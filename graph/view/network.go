package view

import (
	"context"
	"fmt"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/graph/store"
)

// NetworkOf reads a store and makes the network that others may be shown: of
// all its projects, with persons hidden.
func NetworkOf(ctx context.Context, reader store.Reader) (graph.Revision, *graph.Network, error) {
	c, err := store.ReadAll(ctx, reader)
	if err != nil {
		return "", nil, err
	}
	network, err := identity.Apply(c.Records, c.Journal, c.Sources...)
	if err != nil {
		return "", nil, fmt.Errorf("network of revision %s: %w", c.Revision, err)
	}
	if network, err = identity.Masked(network); err != nil {
		return "", nil, fmt.Errorf("network of revision %s: %w", c.Revision, err)
	}
	return c.Revision, network, nil
}

// Whole returns the network with the projects that the edition leaves out.
func (v *View) Whole() *graph.Network { return v.whole }

// LeftOut counts the projects that the edition leaves out: aid to one company.
func (v *View) LeftOut() int { return len(v.whole.Projects) - len(v.Network.Projects) }

// Hidden counts the persons of the revision whose names the edition keeps back.
func (v *View) Hidden() int {
	if v.Edition.Named {
		return 0
	}
	return v.hidden
}

// Parts tells whether some actors of the revision are parts of others.
func (v *View) Parts() bool { return v.parts }
