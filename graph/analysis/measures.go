package analysis

import (
	"context"
	"fmt"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/brokerage"
	"hankeverkko/graph/centrality"
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

// damping is PageRank's usual chance to go on; tolerance bounds the change of
// all scores together in the last step.
const (
	damping   = 0.85
	tolerance = 1e-12
)

// Measures returns the table, in the order a person meets them.
func Measures() []Measure {
	return []Measure{
		{
			ID: "projects", Name: "measure.projects", Question: "measure.projects.question", Network: TwoMode, Weighting: Unweighted,
			Reference: "Borgatti & Everett 1997", Conventions: "measure.convention.projects",
			Score: func(_ context.Context, s *Subject) ([]float64, error) {
				return s.ofActors(centrality.Degree(&s.network.TwoMode().Rows)), nil
			},
		},
		{
			ID: "degree", Name: "measure.degree", Question: "measure.degree.question", Network: Projection, Weighting: Unweighted,
			Reference: "Freeman 1979", Conventions: "measure.convention.degree",
			Score: func(_ context.Context, s *Subject) ([]float64, error) {
				return centrality.Degree(&s.byCount().Rows), nil
			},
		},
		{
			ID: "strength", Name: "measure.strength", Question: "measure.strength.question", Network: Projection, Weighting: ByNewman,
			Reference: "Newman 2001", Conventions: "measure.convention.newman",
			Score: func(_ context.Context, s *Subject) ([]float64, error) {
				return centrality.Strength(&s.byNewman().Rows), nil
			},
		},
		{
			ID: "betweenness", Name: "measure.betweenness", Question: "measure.betweenness.question", Network: TwoMode, Weighting: Unweighted,
			Reference: "Freeman 1977; Faust 1997", Conventions: "measure.convention.betweenness",
			Score: func(ctx context.Context, s *Subject) ([]float64, error) {
				scores, err := centrality.Betweenness(ctx, &s.network.TwoMode().Rows)
				if err != nil {
					return nil, err
				}
				return s.ofActors(scores), nil
			},
		},
		{
			ID: "betweenness_projected", Name: "measure.betweenness-projected", Question: "measure.betweenness-projected.question",
			Network: Projection, Weighting: Unweighted, Reference: "Freeman 1977; Brandes 2001", Conventions: "measure.convention.betweenness",
			Score: func(ctx context.Context, s *Subject) ([]float64, error) {
				return centrality.Betweenness(ctx, &s.byCount().Rows)
			},
		},
		{
			ID: "pagerank", Name: "measure.pagerank", Question: "measure.pagerank.question", Network: Projection, Weighting: ByNewman,
			Reference: "Brin & Page 1998", Conventions: "measure.convention.pagerank",
			Score: func(ctx context.Context, s *Subject) ([]float64, error) {
				return centrality.PageRank(ctx, &s.byNewman().Rows, damping, tolerance)
			},
		},
		{
			ID: "constraint", Name: "measure.constraint", Question: "measure.constraint.question", Network: Projection, Weighting: ByNewman,
			Reference: "Burt 1992", Conventions: "measure.convention.constraint",
			Score: func(ctx context.Context, s *Subject) ([]float64, error) {
				return brokerage.Constraint(ctx, s.byNewman())
			},
		},
		{
			ID: "effective_size", Name: "measure.effective-size", Question: "measure.effective-size.question", Network: Projection, Weighting: ByNewman,
			Reference: "Burt 1992; Borgatti 1997", Conventions: "measure.convention.effective-size",
			Score: func(ctx context.Context, s *Subject) ([]float64, error) {
				return brokerage.EffectiveSize(ctx, s.byNewman())
			},
		},
		role("coordinator", brokerage.Coordinator),
		role("gatekeeper", brokerage.Gatekeeper),
		role("itinerant", brokerage.Itinerant),
		role("liaison", brokerage.Liaison),
	}
}

func role(name string, r brokerage.Role) Measure {
	return Measure{
		ID: "role_" + name, Name: "measure.role-" + name, Question: "measure.role-" + name + ".question", Network: Projection, Weighting: Unweighted,
		Reference: "Gould & Fernandez 1989", Conventions: "measure.convention.role", Grouped: true,
		Score: func(ctx context.Context, s *Subject) ([]float64, error) { return s.role(ctx, r) },
	}
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
