package backbone_test

import (
	"bytes"
	"flag"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"hankeverkko/example"
	"hankeverkko/graph"
	"hankeverkko/graph/backbone"
	"hankeverkko/graph/chance"
	"hankeverkko/graph/identity"
	"hankeverkko/graph/place"
	"hankeverkko/importer"
)

// The figures of docs/method.md:
//
//	go test ./graph/backbone -run 'FalseFlags|PlantedPairs' -v -networks 2000
var draws = flag.Int("networks", 60, "random networks to hold the level against")

// listed returns the projects of a region whose partners are listed, and their actors.
func listed(t testing.TB, region graph.AreaID) *graph.TwoMode {
	t.Helper()
	reading, err := importer.Read(example.File, bytes.NewReader(example.CSV), importer.Options{Source: example.Source, AsOf: example.AsOf})
	if err != nil {
		t.Fatal(err)
	}
	n, err := identity.Apply(reading.Records, nil)
	if err != nil {
		t.Fatal(err)
	}
	var q graph.Query
	if region != "" {
		area, ok := place.Find(region)
		if !ok {
			t.Fatal(region)
		}
		q.Region = area.Municipalities
	}
	s := graph.Select(n, q)
	s.Projects = slices.DeleteFunc(s.Projects, func(p int32) bool { return n.Projects[p].Partners != graph.PartnersListed })
	return s.TwoMode(n)
}

// popular makes a network of projects whose actors are drawn by popularity.
func popular(projects, actors int, skew float64, seed uint64) *graph.TwoMode {
	random := chance.Stream(seed, 3)
	var pairs [][2]int32
	for p := range int32(projects) {
		size := 2 + int(random.ExpFloat64()*2)
		row := map[int32]bool{}
		for range size {
			row[int32(float64(actors)*math.Pow(random.Float64(), skew))] = true
		}
		for a := range row {
			pairs = append(pairs, [2]int32{p, a})
		}
	}
	slices.SortFunc(pairs, func(a, b [2]int32) int { return slices.Compare(a[:], b[:]) })
	return graph.NewTwoMode(projects, actors, pairs)
}

// interval is Wilson's for a share, 95 %.
func interval(k, n int) (low, high float64) {
	const z = 1.959964
	p, m := float64(k)/float64(n), float64(n)
	middle, half := p+z*z/(2*m), z*math.Sqrt(p*(1-p)/m+z*z/(4*m*m))
	return (middle - half) / (1 + z*z/m), (middle + half) / (1 + z*z/m)
}

func above(ties *backbone.Ties) int {
	n := 0
	for _, is := range ties.Above {
		if is {
			n++
		}
	}
	return n / 2
}

// In networks that chance made, with the numbers of ties of a given one, some
// pair is called above chance no more often than the level says.
func TestFalseFlagsKeepTheLevel(t *testing.T) {
	for _, test := range []struct {
		name string
		g    *graph.TwoMode
		few  bool
	}{
		{"example", listed(t, ""), false},
		{"example, Uusimaa", listed(t, "maakunta:01"), false},
		{"example, Lapland", listed(t, "maakunta:19"), true},
		{"made up, 300 projects of 150 actors", popular(300, 150, 2, 1), false},
		{"made up, 60 projects of 30 actors", popular(60, 30, 2, 2), false},
		{"made up, 300 projects of 20 actors", popular(300, 20, 1, 3), false},
	} {
		ties, err := backbone.Find(t.Context(), test.g, backbone.Alpha)
		if err != nil {
			t.Fatal(err)
		}
		if test.few != ties.TooFew() {
			t.Errorf("%s: %d pairs tested", test.name, ties.Tested)
		}
		flagged := 0
		for i := range *draws {
			random := chance.Curveball(chance.Stream(chance.Seed(11, i), 4), test.g)
			found, err := backbone.Find(t.Context(), random, backbone.Alpha)
			if err != nil {
				t.Fatal(err)
			}
			if above(found) > 0 {
				flagged++
			}
		}
		low, high := interval(flagged, *draws)
		t.Logf("%s: %d projects, %d actors; %d of %d pairs tested, %d above chance; by chance in %d of %d networks, %.2f %% (%.2f-%.2f)", test.name, ties.Projects, ties.Actors,
			ties.Tested, ties.Pairs, above(ties), flagged, *draws, 100*float64(flagged)/float64(*draws), 100*low, 100*high)
		if low > backbone.Alpha {
			t.Errorf("%s: %d of %d networks by chance have a pair above it", test.name, flagged, *draws)
		}
	}
}

// plant makes two actors share so many projects, everybody keeping the number
// of ties; false where that cannot be.
func plant(random *rand.Rand, g *graph.TwoMode, u, v int32, shared int) (*graph.TwoMode, bool) {
	rows := make([][]int32, g.Projects)
	for p := range rows {
		rows[p] = slices.Clone(g.Row(p))
	}
	has := func(p, a int32) bool { return slices.Contains(rows[p], a) }
	swap := func(p, a, b int32) { rows[p][slices.Index(rows[p], a)] = b }
	var both int
	var ofU, ofV []int32 // of one alone
	for p := range int32(g.Projects) {
		switch {
		case has(p, u) && has(p, v):
			both++
		case has(p, u):
			ofU = append(ofU, p)
		case has(p, v):
			ofV = append(ofV, p)
		}
	}
	random.Shuffle(len(ofU), func(i, j int) { ofU[i], ofU[j] = ofU[j], ofU[i] })
	random.Shuffle(len(ofV), func(i, j int) { ofV[i], ofV[j] = ofV[j], ofV[i] })
	for both < shared {
		done := false
		for i, p := range ofU {
			for j, q := range ofV {
				w := slices.IndexFunc(rows[p], func(w int32) bool { return w != u && w != v && !has(q, w) })
				if w < 0 {
					continue
				}
				moved := rows[p][w]
				swap(p, moved, v)
				swap(q, v, moved)
				ofU, ofV, done = slices.Delete(ofU, i, i+1), slices.Delete(ofV, j, j+1), true
				both++
				break
			}
			if done {
				break
			}
		}
		if !done {
			return nil, false
		}
	}
	var pairs [][2]int32
	for p, row := range rows {
		slices.Sort(row)
		for _, a := range row {
			pairs = append(pairs, [2]int32{int32(p), a - int32(g.Projects)})
		}
	}
	return graph.NewTwoMode(g.Projects, g.Len()-g.Projects, pairs), true
}

// Two actors of ten projects each, in networks that chance made of the
// example, come out when they share enough of them.
func TestPlantedPairsComeOut(t *testing.T) {
	g := listed(t, "")
	var able []int32
	for a := g.Projects; a < g.Len(); a++ {
		if k := len(g.Row(a)); k >= 8 && k <= 12 {
			able = append(able, int32(a))
		}
	}
	if len(able) < 2 {
		t.Fatalf("%d actors of 8 to 12 projects", len(able))
	}
	found := map[int]int{}
	for _, shared := range []int{2, 3, 4, 5, 6, 8} {
		tried := 0
		for i := range *draws {
			stream := chance.Stream(chance.Seed(13, i), 5)
			random := chance.Curveball(stream, g)
			x, y := stream.IntN(len(able)), stream.IntN(len(able)-1)
			if y >= x {
				y++
			}
			planted, ok := plant(stream, random, able[x], able[y], shared)
			if !ok {
				continue
			}
			ties, err := backbone.Find(t.Context(), planted, backbone.Alpha)
			if err != nil {
				t.Fatal(err)
			}
			tried++
			if _, is := ties.Of(int(able[x])-g.Projects, int(able[y])-g.Projects); is {
				found[shared]++
			}
		}
		low, high := interval(found[shared], tried)
		if tried < *draws/2 || shared == 8 && high < 0.95 {
			t.Errorf("%d shared: found in %d of %d", shared, found[shared], tried)
		}
		t.Logf("%d shared: found in %d of %d, %.1f %% (%.1f-%.1f)", shared, found[shared], tried, 100*float64(found[shared])/float64(tried), 100*low, 100*high)
	}
}
