package store

import (
	"context"

	"hankeverkko/graph"
)

// Publisher is a store that also shows the network to people who ask it in
// another way than through this program. What it shows may be behind the
// store; who has computed the network of a revision publishes it.
type Publisher interface {
	// Published returns the revision that is shown, "" for none.
	Published(ctx context.Context) (graph.Revision, error)
	// Publish shows the network of a revision, whole or not at all, and leaves
	// alone what others have added. Publishing again mends what others have
	// changed. When the store is at another revision it is graph.ErrConflict.
	Publish(ctx context.Context, revision graph.Revision, n *graph.Network) error
	// WriteBack shows measures of the published network at its actors and
	// projects. Those of an earlier call that are named again are replaced, and
	// taken away where they have no value now; all go with the revision. When
	// another revision is shown it is graph.ErrConflict.
	WriteBack(ctx context.Context, revision graph.Revision, measures []Measured) error
}

// Measured is one measure, named as people will ask for it: "betweenness".
type Measured struct {
	Name string
	// Actors and Projects hold a string, an int64 or a float64 for each that
	// has a value.
	Actors   map[graph.ActorID]any
	Projects map[graph.ProjectID]any
}
