package analysis

import (
	"math"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/nets"
)

// Beyond its limit betweenness is sampled, and says so; other measures stay exact.
func TestBetweennessIsSampledBeyondItsLimit(t *testing.T) {
	n := nets.SouthernWomen()
	subject := func(exact int) *Subject {
		s, err := NewSubject(n, graph.Select(n, graph.Query{}), nil)
		if err != nil {
			t.Fatal(err)
		}
		s.exact = exact
		return s
	}
	small, large := subject(mostExact), subject(10)
	for _, id := range []string{"betweenness", "betweenness_projected", "degree"} {
		m, err := Find(id)
		if err != nil {
			t.Fatal(err)
		}
		exact, err := small.Compute(t.Context(), m)
		if err != nil {
			t.Fatal(err)
		}
		sampled, err := large.Compute(t.Context(), m)
		if err != nil {
			t.Fatal(err)
		}
		if exact.Sampled || sampled.Sampled != (id != "degree") {
			t.Errorf("%s: %v, %v", id, exact.Sampled, sampled.Sampled)
		}
		vertices := float64(len(n.Actors))
		if m.Network == TwoMode {
			vertices += float64(len(n.Projects))
		}
		for a := range exact.Scores {
			if off := math.Abs(exact.Scores[a] - sampled.Scores[a]); off > SampleAccuracy.Within*vertices*(vertices-1)/2 {
				t.Errorf("%s of %d is %v off", id, a, off)
			}
		}
	}
}
