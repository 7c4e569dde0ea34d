package analysis

import (
	"context"
	"strings"

	"hankeverkko/graph/brokerage"
)

// inGroups tells what an actor is to the groups of the lens.
func inGroups() []Measure {
	return append(roles(), []Measure{
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
	}...)
}

// roles are the counts of each role, then what chance would give and how far
// the count lies from it.
func roles() (all []Measure) {
	const counts, expected, z = "", "_expected", "_z"
	for _, of := range []string{counts, expected, z} {
		for r, name := range []string{"coordinator", "gatekeeper", "itinerant", "liaison"} {
			word := "measure.role-" + name
			question, conventions := word+".question", "measure.convention.role"
			if of != counts {
				question, conventions = "measure.role"+strings.ReplaceAll(of, "_", "-")+".question", "measure.convention.role"+strings.ReplaceAll(of, "_", "-")
			}
			all = append(all, Measure{
				ID: "role_" + name + of, Name: word + strings.ReplaceAll(of, "_", "-"), Question: question, Network: Projection, Weighting: Unweighted,
				Reference: "Gould & Fernandez 1989", Conventions: conventions, Grouped: true,
				Score: func(ctx context.Context, s *Subject) ([]float64, error) {
					census, err := s.census(ctx)
					switch {
					case err != nil:
						return nil, err
					case of == expected:
						return census.Expected[r], nil
					case of == z:
						return census.Z[r], nil
					}
					return census.Counts[r], nil
				},
			})
		}
	}
	return all
}
