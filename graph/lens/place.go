package lens

import (
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/text"
)

// place gives the topics that have a name their slots on the ring. The largest
// stands at the top; the twelve largest have every other slot, ordered so that
// neighbours are most alike, and a colour each; a further topic goes between
// two of them, where it is most alike, and takes the colour from across the ring.
func (t *Topics) place(n *graph.Network, near [][]text.Neighbour) {
	named := 0
	for i := range t.List {
		t.List[i].Slot, t.List[i].Colour = -1, -1
		if !t.List[i].Misc && i < 2*Colours {
			named = i + 1
		}
	}
	if named == 0 {
		return
	}
	places := seat(t.likeness(n, near, named))
	t.Slots = 2 * min(Colours, named)
	for i, at := range places {
		t.List[i].Slot, t.List[i].Colour = at.slot, at.colour
	}
}

// seating is a place on the ring and one of the Colours.
type seating struct{ slot, colour int }

// seat gives groups, largest first and at most twice as many as there are
// colours, their places on the ring by how much they are alike.
func seat(alike [][]float64) []seating {
	places := make([]seating, len(alike))
	large := ring(alike, min(Colours, len(alike)))
	for place, group := range large {
		places[group] = seating{2 * place, group}
	}
	taken := make([]bool, len(large))
	for small := len(large); small < len(alike); small++ {
		best := -1
		for gap := range large {
			if !taken[gap] && (best < 0 || draw(alike, large, gap, small) > draw(alike, large, best, small)) {
				best = gap
			}
		}
		taken[best] = true
		places[small] = seating{2*best + 1, large[(best+len(large)/2)%len(large)]}
	}
	return places
}

// draw is how alike a group is to those on both sides of a gap.
func draw(alike [][]float64, large []int, gap, group int) float64 {
	return alike[group][large[gap]] + alike[group][large[(gap+1)%len(large)]]
}

// likeness sums the similarity between the projects of two topics and the
// actors they share, over the geometric mean of their sizes.
func (t *Topics) likeness(n *graph.Network, near [][]text.Neighbour, named int) [][]float64 {
	alike := make([][]float64, named)
	for i := range alike {
		alike[i] = make([]float64, named)
	}
	add := func(a, b int32, weight float64) {
		if a != b && int(a) < named && int(b) < named {
			weight /= float64(len(t.List[a].Projects) + len(t.List[b].Projects))
			alike[a][b] += weight
			alike[b][a] += weight
		}
	}
	for v, list := range near {
		for _, other := range list {
			add(t.Of[v], t.Of[other.Document], other.Similarity)
		}
	}
	for a := range n.Actors {
		ties := n.ActorTies(a)
		for i, x := range ties {
			for _, y := range ties[i+1:] {
				add(t.Of[n.Ties[x].P], t.Of[n.Ties[y].P], 0.1/float64(len(ties)))
			}
		}
	}
	return alike
}

// exact is the size up to which all orders are tried.
const exact = 9

// ring orders 0..size-1 around a circle, 0 first, so that the likeness of
// neighbours adds up to most: by trying all orders up to nine, then by 2-opt
// from the nearest-neighbour order.
func ring(alike [][]float64, size int) []int {
	order := make([]int, size)
	for i := range order {
		order[i] = i
	}
	if size <= 3 {
		return order
	}
	if size <= exact {
		best, most := slices.Clone(order), total(alike, order)
		permute(order[1:], func() {
			if sum := total(alike, order); sum > most+1e-12 {
				most, best = sum, slices.Clone(order)
			}
		})
		return best
	}
	for i := 1; i < size; i++ {
		next := i
		for j := i + 1; j < size; j++ {
			if alike[order[i-1]][order[j]] > alike[order[i-1]][order[next]] {
				next = j
			}
		}
		order[i], order[next] = order[next], order[i]
	}
	for improved := true; improved; {
		improved = false
		for i := 1; i < size-1; i++ {
			for j := i + 1; j < size; j++ {
				before := total(alike, order)
				slices.Reverse(order[i : j+1])
				if total(alike, order) > before+1e-12 {
					improved = true
					continue
				}
				slices.Reverse(order[i : j+1])
			}
		}
	}
	return order
}

func total(alike [][]float64, order []int) float64 {
	sum := 0.0
	for i, v := range order {
		sum += alike[v][order[(i+1)%len(order)]]
	}
	return sum
}

// permute calls visit for every order of list (Heap's algorithm).
func permute(list []int, visit func()) {
	var step func(k int)
	step = func(k int) {
		if k <= 1 {
			visit()
			return
		}
		for i := range k {
			step(k - 1)
			if k%2 == 0 {
				list[i], list[k-1] = list[k-1], list[i]
			} else {
				list[0], list[k-1] = list[k-1], list[0]
			}
		}
	}
	step(len(list))
}
