package analysis

import (
	"context"

	"hankeverkko/graph/centrality"
)

// damping is PageRank's usual chance to go on; tolerance bounds the change of
// all scores together in the last step.
const (
	damping   = 0.85
	tolerance = 1e-12
)

// importance tells whether an actor works with those that matter, and how
// close-knit they are.
func importance() []Measure {
	return []Measure{
		{
			ID: "pagerank", Name: "measure.pagerank", Question: "measure.pagerank.question", Network: Projection, Weighting: ByNewman,
			Reference: "Brin & Page 1998", Conventions: "measure.convention.pagerank",
			Score: func(ctx context.Context, s *Subject) ([]float64, error) {
				return centrality.PageRankOfActors(ctx, s.network.TwoMode(), damping, tolerance)
			},
		},
		{
			ID: "eigenvector", Name: "measure.eigenvector", Question: "measure.eigenvector.question", Network: Projection, Weighting: ByNewman,
			Reference: "Bonacich 1972", Conventions: "measure.convention.eigenvector",
			Score: func(ctx context.Context, s *Subject) ([]float64, error) {
				return centrality.Eigenvector(ctx, &s.byNewman().Rows, tolerance)
			},
		},
		{
			ID: "coreness", Name: "measure.coreness", Question: "measure.coreness.question", Network: Projection, Weighting: Unweighted,
			Reference: "Seidman 1983; Batagelj & Zaversnik 2003", Conventions: "measure.convention.degree",
			Score: func(_ context.Context, s *Subject) ([]float64, error) {
				return centrality.Coreness(&s.byCount().Rows), nil
			},
		},
		{
			ID: "clustering", Name: "measure.clustering", Question: "measure.clustering.question", Network: Projection, Weighting: Unweighted,
			Reference: "Watts & Strogatz 1998", Conventions: "measure.convention.clustering",
			Score: func(ctx context.Context, s *Subject) ([]float64, error) {
				return centrality.Clustering(ctx, &s.byCount().Rows)
			},
		},
	}
}
