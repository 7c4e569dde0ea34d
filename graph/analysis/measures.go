package analysis

import (
	"context"
	"fmt"
	"slices"

	"hankeverkko/graph"
)

// NetworkKind says on which network a measure is computed.
type NetworkKind string

const (
	TwoMode    NetworkKind = "two-mode"
	Projection NetworkKind = "projection"
)

// Weighting says what a tie of a projection weighs.
type Weighting string

const (
	Unweighted Weighting = "unweighted"
	ByNewman   Weighting = "newman" // 1/(k-1) for each shared project of k actors
)

// Measure is one row of the table. Name, Question and Conventions are keys of
// the word files.
type Measure struct {
	ID          string
	Name        string
	Question    string
	Network     NetworkKind
	Weighting   Weighting
	Reference   string
	Conventions string
	// Grouped measures ask in which group each actor is.
	Grouped bool
	// Score returns one value for each actor of the subject.
	Score func(ctx context.Context, s *Subject) ([]float64, error)
}

// Measures returns the table, in the order a person meets them.
func Measures() []Measure {
	return slices.Concat(activity(), reach(), importance(), bridging(), openness(), inGroups())
}

// Find returns a measure by its id; an unknown one is graph.ErrNotFound.
func Find(id string) (Measure, error) {
	all := Measures()
	i := slices.IndexFunc(all, func(m Measure) bool { return m.ID == id })
	if i < 0 {
		return Measure{}, fmt.Errorf("measure %q: %w", id, graph.ErrNotFound)
	}
	return all[i], nil
}
