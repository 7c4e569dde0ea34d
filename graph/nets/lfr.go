package nets

import (
	"math"
	"math/rand/v2"
	"slices"

	"hankeverkko/graph"
)

// LFR are the choices of a benchmark network with planted groups of unequal
// size among vertices of unequal degree.
type LFR struct {
	Vertices int
	// Degrees and Sizes are the exponents of the two power laws.
	Degrees, Sizes float64
	// Mixing is the share of a vertex's edges that leave its group.
	Mixing                    float64
	MeanDegree                float64
	MaxDegree                 int
	SmallestGroup, LargestOne int
	Seed                      uint64
}

// Build returns the network and the group of every vertex. Edges that cannot be
// placed without a loop or a double after many tries are left out: under one in a
// hundred at the usual choices. A vertex whose inner edges fit no group has as
// many as the largest group takes. Lancichinetti, Fortunato & Radicchi,
// Physical Review E 78, 046110 (2008).
func (o LFR) Build() (*graph.OneMode, []int32) {
	random := rand.New(rand.NewPCG(o.Seed, 3))
	degrees := o.degrees(random)
	sizes := o.sizes(random)
	inner := make([]int, o.Vertices)
	for v, k := range degrees {
		inner[v] = min(int(math.Round(float64(k)*(1-o.Mixing))), slices.Max(sizes)-1)
	}
	group := place(random, inner, sizes)
	w := wiring{random: random, taken: map[[2]int32]bool{}}
	members := make([][]int32, len(sizes))
	for v, c := range group {
		members[c] = append(members[c], int32(v))
	}
	for _, list := range members {
		var stubs []int32
		for _, v := range list {
			stubs = append(stubs, slices.Repeat([]int32{v}, inner[v])...)
		}
		w.pair(stubs, func(u, v int32) bool { return true })
	}
	var stubs []int32
	for v, k := range degrees {
		stubs = append(stubs, slices.Repeat([]int32{int32(v)}, k-inner[v])...)
	}
	w.pair(stubs, func(u, v int32) bool { return group[u] != group[v] })
	return unweighted(o.Vertices, w.edges), group
}

// powerLaw draws from x^-exponent between low and high.
func powerLaw(random *rand.Rand, exponent, low, high float64) float64 {
	if exponent == 1 {
		return low * math.Pow(high/low, random.Float64())
	}
	a, b := math.Pow(low, 1-exponent), math.Pow(high, 1-exponent)
	return math.Pow(a+(b-a)*random.Float64(), 1/(1-exponent))
}

// degrees are drawn between the largest and the least that gives the mean.
func (o LFR) degrees(random *rand.Rand) []int {
	high := float64(o.MaxDegree)
	mean := func(low float64) float64 {
		integral := func(power float64) float64 {
			if power == -1 {
				return math.Log(high / low)
			}
			return (math.Pow(high, power+1) - math.Pow(low, power+1)) / (power + 1)
		}
		return integral(1-o.Degrees) / integral(-o.Degrees)
	}
	least, most := 1.0, high
	for range 60 {
		if middle := (least + most) / 2; mean(middle) < o.MeanDegree {
			least = middle
		} else {
			most = middle
		}
	}
	degrees := make([]int, o.Vertices)
	for v := range degrees {
		degrees[v] = int(math.Round(powerLaw(random, o.Degrees, least, high)))
	}
	return degrees
}

// sizes are drawn until they hold all vertices; what is too much comes off the
// last, or off all when that would be too small.
func (o LFR) sizes(random *rand.Rand) []int {
	var sizes []int
	sum := 0
	for sum < o.Vertices {
		size := int(math.Round(powerLaw(random, o.Sizes, float64(o.SmallestGroup), float64(o.LargestOne))))
		sizes, sum = append(sizes, size), sum+size
	}
	last := len(sizes) - 1
	if size := sizes[last] - (sum - o.Vertices); size >= o.SmallestGroup || last == 0 {
		sizes[last] = size
		return sizes
	}
	missing := o.Vertices - (sum - sizes[last])
	sizes = sizes[:last]
	for i := 0; missing > 0; i = (i + 1) % len(sizes) {
		sizes[i]++
		missing--
	}
	return sizes
}

// place puts every vertex into a group that has room for its inner edges; one
// that finds a full group takes the place of another, which is placed again.
func place(random *rand.Rand, inner, sizes []int) []int32 {
	group := make([]int32, len(inner))
	members := make([][]int32, len(sizes))
	waiting := make([]int32, len(inner))
	for i, v := range random.Perm(len(inner)) {
		waiting[i] = int32(v)
	}
	for len(waiting) > 0 {
		v := waiting[len(waiting)-1]
		waiting = waiting[:len(waiting)-1]
		c := random.IntN(len(sizes))
		for sizes[c] <= inner[v] {
			c = random.IntN(len(sizes))
		}
		if len(members[c]) == sizes[c] {
			out := random.IntN(len(members[c]))
			waiting = append(waiting, members[c][out])
			members[c][out] = v
		} else {
			members[c] = append(members[c], v)
		}
		group[v] = int32(c)
	}
	return group
}

// wiring pairs stubs into edges that stand once each.
type wiring struct {
	random *rand.Rand
	taken  map[[2]int32]bool
	edges  [][2]int32
}

const pairingRounds = 100

// pair joins stubs at random, and those that would make a loop, a double or
// what may not be again with edges made before.
func (w *wiring) pair(stubs []int32, may func(u, v int32) bool) {
	first := len(w.edges)
	for round := 0; round < pairingRounds && len(stubs) > 1; round++ {
		w.random.Shuffle(len(stubs), func(i, j int) { stubs[i], stubs[j] = stubs[j], stubs[i] })
		var left []int32
		for i := 0; i+1 < len(stubs); i += 2 {
			u, v := min(stubs[i], stubs[i+1]), max(stubs[i], stubs[i+1])
			if u == v || w.taken[[2]int32{u, v}] || !may(u, v) {
				left = append(left, u, v)
				continue
			}
			w.taken[[2]int32{u, v}] = true
			w.edges = append(w.edges, [2]int32{u, v})
		}
		if len(stubs)%2 == 1 {
			left = append(left, stubs[len(stubs)-1])
		}
		// Free some edges, so that what is left finds other ends.
		for range len(left) / 2 {
			if len(w.edges) > first && round < pairingRounds-1 {
				i := first + w.random.IntN(len(w.edges)-first)
				edge := w.edges[i]
				delete(w.taken, edge)
				w.edges[i] = w.edges[len(w.edges)-1]
				w.edges = w.edges[:len(w.edges)-1]
				left = append(left, edge[0], edge[1])
			}
		}
		stubs = left
	}
}
