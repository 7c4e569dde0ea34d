package brokerage_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"hankeverkko/graph"
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
			for r, counts := range roles.Counts {
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
			for r, counts := range roles.Counts {
				if counts[b] != want[brokerage.Role(r)] {
					t.Fatalf("role %d of %d is %v, want %v", r, b, counts[b], want[brokerage.Role(r)])
				}
			}
		}
	})
}

// What is expected, and its deviation, are those of all ways to deal out the
// groups of the others.
func TestExpectedRolesAgainstAllDeals(t *testing.T) {
	for name, g := range map[string]*graph.OneMode{
		"star": nets.Star(6), "path": nets.Path(6), "two cliques": nets.TwoCliques(3),
		"some ties": graph.NewOneMode(6, []graph.Edge{{U: 0, V: 1, Weight: 1}, {U: 0, V: 2, Weight: 1}, {U: 0, V: 3, Weight: 1}, {U: 0, V: 4, Weight: 1}, {U: 1, V: 2, Weight: 1}, {U: 4, V: 5, Weight: 1}}),
	} {
		for _, group := range [][]int32{{0, 0, 0, 1, 1, 2}, {1, 0, 0, 0, 2, 2}, {0, 0, 0, 0, 0, 0}, {0, 1, 2, 3, 4, 5}, {0, 0, 1, 1, 1, -1}} {
			got, err := brokerage.Roles(t.Context(), g, group)
			if err != nil {
				t.Fatal(err)
			}
			for b := range g.Len() {
				if group[b] < 0 {
					continue
				}
				sums, squares, deals := [4]float64{}, [4]float64{}, 0.0
				var others []int
				for v, k := range group {
					if v != b && k >= 0 {
						others = append(others, v)
					}
				}
				permute(others, func(order []int) {
					dealt := slices.Clone(group)
					for i, v := range others {
						dealt[v] = group[order[i]]
					}
					drawn, err := brokerage.Roles(t.Context(), g, dealt)
					if err != nil {
						t.Fatal(err)
					}
					deals++
					for r := range sums {
						x := drawn.Counts[r][b]
						sums[r] += x
						squares[r] += x * x
					}
				})
				for r := range sums {
					mean := sums[r] / deals
					deviation := math.Sqrt(max(0, squares[r]/deals-mean*mean))
					if math.Abs(got.Expected[r][b]-mean) > 1e-9 {
						t.Errorf("%s %v: role %d of %d expects %v, want %v", name, group, r, b, got.Expected[r][b], mean)
					}
					z := (got.Counts[r][b] - mean) / deviation
					if deviation < 1e-6 {
						z = math.NaN()
					}
					if math.IsNaN(z) != math.IsNaN(got.Z[r][b]) || math.Abs(z-got.Z[r][b]) > 1e-6 {
						t.Errorf("%s %v: role %d of %d has z %v, want %v", name, group, r, b, got.Z[r][b], z)
					}
				}
			}
		}
	}
}

// permute calls with every order of the values.
func permute(values []int, each func([]int)) {
	var swap func(order []int, at int)
	swap = func(order []int, at int) {
		if at == len(order) {
			each(order)
			return
		}
		for i := at; i < len(order); i++ {
			order[at], order[i] = order[i], order[at]
			swap(order, at+1)
			order[at], order[i] = order[i], order[at]
		}
	}
	swap(slices.Clone(values), 0)
}
