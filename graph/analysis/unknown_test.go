package analysis_test

import (
	"bytes"
	"cmp"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"hankeverkko/example"
	"hankeverkko/graph"
	"hankeverkko/graph/analysis"
	"hankeverkko/graph/chance"
	"hankeverkko/graph/identity"
	"hankeverkko/graph/whatif"
	"hankeverkko/importer"
)

// known is the example with the projects whose partners are known alone: the
// truth of what follows.
func known(t testing.TB) *graph.Network {
	t.Helper()
	reading, err := importer.Read(example.File, bytes.NewReader(example.CSV), importer.Options{Source: example.Source, AsOf: example.AsOf})
	if err != nil {
		t.Fatal(err)
	}
	n, err := identity.Apply(reading.Records, nil)
	if err != nil {
		t.Fatal(err)
	}
	return partly(t, n, func(p int) bool { return n.Projects[p].Partners != graph.PartnersUnknown }, func(int) bool { return false })
}

// partly keeps some projects, and of those whose partners are hidden the lead alone.
func partly(t testing.TB, n *graph.Network, kept, hidden func(p int) bool) *graph.Network {
	t.Helper()
	var projects []graph.Project
	var ties []graph.Tie
	for p := range n.Projects {
		if !kept(p) {
			continue
		}
		project := n.Projects[p]
		for _, tie := range n.ProjectTies(p) {
			if !hidden(p) || tie.Part == graph.Lead {
				ties = append(ties, tie)
			}
		}
		if hidden(p) {
			project.Partners = graph.PartnersUnknown
		}
		projects = append(projects, project)
	}
	part, err := graph.New(projects, n.Actors, ties)
	if err != nil {
		t.Fatal(err)
	}
	return part
}

// scores computes all measures that need no groups, by the position of actors,
// NaN for those without a project.
func scores(t testing.TB, n *graph.Network) map[string][]float64 {
	t.Helper()
	selection := graph.Select(n, graph.Query{})
	subject, err := analysis.NewSubject(n, selection, make([]int32, len(selection.Actors)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]float64{}
	for _, m := range analysis.Measures() {
		if m.Grouped {
			continue
		}
		result, err := subject.Compute(t.Context(), m)
		if err != nil {
			t.Fatal(err)
		}
		row := slices.Repeat([]float64{math.NaN()}, len(n.Actors))
		for i, a := range selection.Actors {
			row[a] = result.Scores[i]
		}
		all[m.ID] = row
	}
	return all
}

// spearman is the rank correlation over the actors that have both scores.
func spearman(x, y []float64) float64 {
	var a, b []float64
	for i := range x {
		if !math.IsNaN(x[i]) && !math.IsNaN(y[i]) {
			a, b = append(a, x[i]), append(b, y[i])
		}
	}
	return pearson(ranks(a), ranks(b))
}

// ranks gives equal values the mean of their places.
func ranks(x []float64) []float64 {
	order := make([]int, len(x))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(x[a], x[b]) })
	rank := make([]float64, len(x))
	for i := 0; i < len(order); {
		j := i
		for j < len(order) && x[order[j]] == x[order[i]] {
			j++
		}
		for _, at := range order[i:j] {
			rank[at] = float64(i+j-1) / 2
		}
		i = j
	}
	return rank
}

func pearson(x, y []float64) float64 {
	var mx, my, xy, xx, yy float64
	for i := range x {
		mx, my = mx+x[i]/float64(len(x)), my+y[i]/float64(len(y))
	}
	for i := range x {
		xy += (x[i] - mx) * (y[i] - my)
		xx += (x[i] - mx) * (x[i] - mx)
		yy += (y[i] - my) * (y[i] - my)
	}
	return xy / math.Sqrt(xx*yy)
}

// top are the ten actors with the highest scores; of constraint the lowest, since
// that is where brokers are. Of equals the first in the network.
func top(id string, x []float64) []int {
	var order []int
	for i, v := range x {
		if !math.IsNaN(v) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if id == "constraint" {
			return cmp.Compare(x[a], x[b])
		}
		return cmp.Compare(x[b], x[a])
	})
	return order[:min(10, len(order))]
}

// soleConnectors are the actors whose leaving makes others lose touch.
func soleConnectors(t testing.TB, n *graph.Network) map[int32]bool {
	t.Helper()
	g, sole := n.TwoMode(), map[int32]bool{}
	for a := range int32(len(n.Actors)) {
		r, err := whatif.Remove(t.Context(), g, a)
		if err != nil {
			t.Fatal(err)
		}
		if r.SoleConnector() {
			sole[a] = true
		}
	}
	return sole
}

// loss is what hiding some partner lists does to a measure.
type loss struct{ correlation, common float64 }

// hideSome returns what hiding a share of the partner lists does: by measure,
// and which part of the sole connectors named then are none, and which part of
// the true ones is not named.
func hideSome(t testing.TB, n *graph.Network, share float64, byYear bool, seed uint64) (measures map[string]loss, wrong, missed float64) {
	t.Helper()
	hidden := make([]bool, len(n.Projects))
	size := int(math.Round(share * float64(len(n.Projects))))
	if byYear {
		order := make([]int, len(n.Projects))
		for p := range order {
			order[p] = p
		}
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(n.Projects[b].From, n.Projects[a].From) })
		for _, p := range order[:size] {
			hidden[p] = true
		}
	} else {
		for _, p := range chance.Sample(chance.Stream(seed, 8), len(n.Projects), share) {
			hidden[p] = true
		}
	}
	part := partly(t, n, func(int) bool { return true }, func(p int) bool { return hidden[p] })
	before, after := scores(t, n), scores(t, part)
	measures = map[string]loss{}
	for id, x := range before {
		common := 0
		best := top(id, x)
		for _, a := range top(id, after[id]) {
			if slices.Contains(best, a) {
				common++
			}
		}
		measures[id] = loss{spearman(x, after[id]), float64(common)}
	}
	was, is := soleConnectors(t, n), soleConnectors(t, part)
	for a := range is {
		if !was[a] {
			wrong += 1 / float64(len(is))
		}
	}
	for a := range was {
		if !is[a] {
			missed += 1 / float64(len(was))
		}
	}
	return measures, wrong, missed
}

func TestRankCorrelation(t *testing.T) {
	if r := spearman([]float64{1, 2, 3, 4, math.NaN()}, []float64{10, 20, 30, 40, 5}); r != 1 {
		t.Errorf("%v", r)
	}
	// scipy.stats.spearmanr([1, 2, 2, 4], [4, 3, 1, 1])
	if r := spearman([]float64{1, 2, 2, 4}, []float64{4, 3, 1, 1}); math.Abs(r - -0.8333333333333334) > 1e-12 {
		t.Errorf("%v", r)
	}
}

// Hiding nothing changes nothing; hiding half of the lists makes sole
// connectors that are none, so nothing may be said of them then.
func TestHidingPartners(t *testing.T) {
	n := known(t)
	measures, wrong, missed := hideSome(t, n, 0, false, 1)
	for id, l := range measures {
		if math.Abs(l.correlation-1) > 1e-12 || l.common != 10 {
			t.Errorf("%s: %+v", id, l)
		}
	}
	if wrong != 0 || missed != 0 {
		t.Errorf("%v wrong, %v missed", wrong, missed)
	}
	if _, wrong, _ = hideSome(t, n, 0.5, false, 1); wrong == 0 {
		t.Error("half of the lists hidden, and every sole connector is one")
	}
}

// The shares of enough.go hold on the example: at each the order is kept.
func TestEnoughIsEnough(t *testing.T) {
	n := known(t)
	draws := 12
	if testing.Short() {
		draws = 5
	}
	for _, m := range analysis.Measures() {
		if share := analysis.Enough(m.ID); share < 0.5 || share > 1 {
			t.Errorf("%s asks for %v", m.ID, share)
		}
	}
	for _, share := range []float64{0.5, 0.6, 0.7, 0.8, 0.9} {
		sums := map[string]loss{}
		for seed := range uint64(draws) {
			measures, _, _ := hideSome(t, n, 1-share, false, 100+seed)
			for id, l := range measures {
				s := sums[id]
				sums[id] = loss{s.correlation + l.correlation/float64(draws), s.common + l.common/float64(draws)}
			}
		}
		for id, l := range sums {
			// Other draws than those that the shares were read from, so with some leeway.
			if analysis.Enough(id) == share && (l.correlation < 0.88 || l.common < 6.5) {
				t.Errorf("%s with %.0f %% known: %+v", id, 100*share, l)
			}
		}
	}
}

// BenchmarkUnknownPartners prints the table of docs/method.md.
func BenchmarkUnknownPartners(b *testing.B) {
	n := known(b)
	for b.Loop() {
		for _, byYear := range []bool{false, true} {
			draws := 20
			if byYear {
				draws = 1
			}
			var text strings.Builder
			fmt.Fprintf(&text, "\nby start year %v\n", byYear)
			var ids []string
			for _, m := range analysis.Measures() {
				if !m.Grouped {
					ids = append(ids, m.ID)
				}
			}
			rows := map[string]string{}
			for _, share := range []float64{0.1, 0.2, 0.3, 0.4, 0.5, 0.6} {
				sums := map[string]loss{}
				wrong, missed := 0.0, 0.0
				for seed := range uint64(draws) {
					measures, w, m := hideSome(b, n, share, byYear, seed)
					for id, l := range measures {
						s := sums[id]
						sums[id] = loss{s.correlation + l.correlation/float64(draws), s.common + l.common/float64(draws)}
					}
					wrong, missed = wrong+w/float64(draws), missed+m/float64(draws)
				}
				for _, id := range ids {
					rows[id] += fmt.Sprintf(" %.2f, %.1f |", sums[id].correlation, sums[id].common)
				}
				rows["sole connectors: wrong, missed"] += fmt.Sprintf(" %.2f, %.2f |", wrong, missed)
			}
			for _, id := range append(ids, "sole connectors: wrong, missed") {
				fmt.Fprintf(&text, "| %s |%s\n", id, rows[id])
			}
			fmt.Fprintln(os.Stderr, text.String()) // a log would be cut
		}
	}
}
