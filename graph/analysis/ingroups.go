package analysis

import (
	"context"

	"hankeverkko/graph/brokerage"
)

// inGroups tells what an actor is to the groups of the lens.
func inGroups() []Measure {
	return []Measure{
		role("coordinator", brokerage.Coordinator),
		role("gatekeeper", brokerage.Gatekeeper),
		role("itinerant", brokerage.Itinerant),
		role("liaison", brokerage.Liaison),
		{
			ID: "participation", Name: "measure.participation", Question: "measure.participation.question", Network: Projection, Weighting: Unweighted,
			Reference: "Guimera & Amaral 2005", Conventions: "measure.convention.participation", Grouped: true,
			Score: func(_ context.Context, s *Subject) ([]float64, error) {
				return brokerage.Participation(s.byCount(), s.group), nil
			},
		},
		{
			ID: "participation_expected", Name: "measure.participation-expected", Question: "measure.participation-expected.question",
			Network: Projection, Weighting: Unweighted, Reference: "Guimera & Amaral 2005", Conventions: "measure.convention.participation-expected", Grouped: true,
			Score: func(_ context.Context, s *Subject) ([]float64, error) {
				return brokerage.ParticipationExpected(s.byCount(), s.group), nil
			},
		},
		{
			ID: "within_group", Name: "measure.within-group", Question: "measure.within-group.question", Network: Projection, Weighting: Unweighted,
			Reference: "Guimera & Amaral 2005", Conventions: "measure.convention.within-group", Grouped: true,
			Score: func(_ context.Context, s *Subject) ([]float64, error) {
				return brokerage.WithinGroup(s.byCount(), s.group), nil
			},
		},
	}
}

func role(name string, r brokerage.Role) Measure {
	return Measure{
		ID: "role_" + name, Name: "measure.role-" + name, Question: "measure.role-" + name + ".question", Network: Projection, Weighting: Unweighted,
		Reference: "Gould & Fernandez 1989", Conventions: "measure.convention.role", Grouped: true,
		Score: func(ctx context.Context, s *Subject) ([]float64, error) { return s.role(ctx, r) },
	}
}
