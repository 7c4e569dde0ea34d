package brokerage_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"hankeverkko/graph/brokerage"
	"hankeverkko/graph/nets"
)

// The centre of a star joins every pair of its five leaves: of groups 0 0 1 1 2
// seen from a centre of group 0, one pair is 0-0, one 1-1, six have one 0, two
// have none and differ.
func TestRolesByHand(t *testing.T) {
	g := nets.Star(6)
	for _, c := range []struct {
		name  string
		group []int32
		want  [4]float64 // coordinator, gatekeeper, itinerant, liaison
	}{
		{"by group", []int32{0, 0, 0, 1, 1, 2}, [4]float64{1, 6, 1, 2}},
		{"a leaf without a group is in no pair", []int32{0, 0, 0, 1, 1, -1}, [4]float64{1, 4, 1, 0}},
		{"a broker without a group has no role", []int32{-1, 0, 0, 1, 1, 2}, [4]float64{math.NaN(), math.NaN(), math.NaN(), math.NaN()}},
	} {
		roles, err := brokerage.Roles(t.Context(), g, c.group)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(c.name, func(t *testing.T) {
			for r, counts := range roles {
				equal(t, "role", counts[:1], c.want[r:r+1])
				if counts[1] != 0 && c.group[1] >= 0 {
					t.Errorf("a leaf joins %v pairs", counts[1])
				}
			}
		})
	}
}

// A pair counts in exactly one role: the roles add up to the open pairs.
func TestRolesAgainstEveryPair(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawOneMode(t)
		group := rapid.SliceOfN(rapid.Int32Range(-1, 3), g.Len(), g.Len()).Draw(t, "groups")
		roles, err := brokerage.Roles(t.Context(), g, group)
		if err != nil {
			t.Fatal(err)
		}
		tied := func(a, b int32) bool { return slices.Contains(g.Row(int(a)), b) }
		for b := range g.Len() {
			if group[b] < 0 {
				continue
			}
			want := map[brokerage.Role]float64{}
			for i, a := range g.Row(b) {
				for _, c := range g.Row(b)[:i] {
					if tied(a, c) || group[a] < 0 || group[c] < 0 {
						continue
					}
					switch inA, inC := group[a] == group[b], group[c] == group[b]; {
					case inA && inC:
						want[brokerage.Coordinator]++
					case inA || inC:
						want[brokerage.Gatekeeper]++
					case group[a] == group[c]:
						want[brokerage.Itinerant]++
					default:
						want[brokerage.Liaison]++
					}
				}
			}
			for r, counts := range roles {
				if counts[b] != want[brokerage.Role(r)] {
					t.Fatalf("role %d of %d is %v, want %v", r, b, counts[b], want[brokerage.Role(r)])
				}
			}
		}
	})
}
