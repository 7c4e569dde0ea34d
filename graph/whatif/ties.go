package whatif

import (
	"context"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/parallel"
)

// ties are the pairs of actors by Newman's weights as they stand, with room for
// a change laid over them: apply writes what becomes other, undo takes it back,
// so that neither costs more than the change. Rows with new pairs move behind
// the others for as long as the change holds.
type ties struct {
	start, end    []int32 // of each row among the arcs
	target, back  []int32 // back is the arc of the same pair in the other row
	before, after []float64
	arcs          int // those that stand; the rest is of rows moved

	// Newman's weights give every actor 1 for each of its projects of several.
	strength, strengthAfter []float64
	heaviest, heaviestAfter []float64
	contacts, contactsAfter []int32

	changed []int32 // vertices with a tie that is changed, rising
	marked  []bool  // by vertex, of those
	moved   []movedRow
	adding  []*adding
}

type movedRow struct{ v, start, end int32 }

// adding is what a worker adds up the changes of a row on.
type adding struct {
	sum []float64
	met []int32
}

func newTies(g *graph.TwoMode, actors *graph.OneMode) *ties {
	n, arcs := actors.Len(), len(actors.Targets)
	t := &ties{
		start: slices.Clone(actors.Offsets[:n]), end: slices.Clone(actors.Offsets[1:]), arcs: arcs,
		target: slices.Clone(actors.Targets), back: actors.BackArcs(),
		before: slices.Clone(actors.Weights), after: slices.Clone(actors.Weights),
		strength: make([]float64, n), heaviest: make([]float64, n), contacts: make([]int32, n), marked: make([]bool, n),
		adding: make([]*adding, parallel.Workers()),
	}
	for v := range n {
		for k := t.start[v]; k < t.end[v]; k++ {
			t.heaviest[v] = max(t.heaviest[v], t.before[k])
		}
		t.contacts[v] = t.end[v] - t.start[v]
		for _, p := range g.Row(g.Projects + v) {
			if len(g.Row(int(p))) > 1 {
				t.strength[v]++
			}
		}
	}
	t.strengthAfter, t.heaviestAfter, t.contactsAfter = slices.Clone(t.strength), slices.Clone(t.heaviest), slices.Clone(t.contacts)
	return t
}

func (t *ties) len() int { return len(t.start) }

// find returns the arc from v to u, -1 for none.
func (t *ties) find(v, u int32) int32 {
	at, found := slices.BinarySearch(t.target[t.start[v]:t.end[v]], u)
	if !found {
		return -1
	}
	return t.start[v] + int32(at)
}

// apply lays a change over the ties. It does not look at the context once it
// has begun, and is to be followed by undo whatever happens.
func (t *ties) apply(recasts []graph.Recast) {
	t.move(recasts)
	of := make(map[int32][]int32, len(recasts)) // of each actor, the projects recast, rising
	note := func(a int32, i int) {
		list := of[a]
		if len(list) == 0 {
			t.changed = append(t.changed, a)
		}
		if len(list) == 0 || list[len(list)-1] != int32(i) {
			of[a] = append(list, int32(i))
		}
	}
	for i, r := range recasts {
		if len(r.Before) > 1 {
			for _, a := range r.Before {
				note(a, i)
				t.strengthAfter[a]--
			}
		}
		if len(r.After) > 1 {
			for _, a := range r.After {
				note(a, i)
				t.strengthAfter[a]++
			}
		}
	}
	slices.Sort(t.changed)
	for _, v := range t.changed {
		t.marked[v] = true
	}
	const together = 8
	everything := context.Background() // takes some milliseconds
	_ = parallel.Do(everything, len(t.adding), (len(t.changed)+together-1)/together, func(worker, block int) {
		if t.adding[worker] == nil {
			t.adding[worker] = &adding{sum: make([]float64, t.len())}
		}
		for _, v := range t.changed[block*together : min(len(t.changed), (block+1)*together)] {
			t.rewrite(t.adding[worker], v, recasts, of[v])
		}
	})
}

// rewrite gives the row of v its weights after the change. Both ends of a tie
// add up the same terms in the same order, and so agree to the last bit.
func (t *ties) rewrite(sums *adding, v int32, recasts []graph.Recast, of []int32) {
	sums.met = sums.met[:0]
	for _, i := range of {
		sums.add(v, recasts[i].Before, -1)
		sums.add(v, recasts[i].After, 1)
	}
	from, to := t.start[v], t.end[v]
	// No pair with a project in common weighs less than this twice.
	least := 0.5 / float64(t.len())
	write := func(k, u int32) {
		w := t.before[k] + sums.sum[u]
		if w < least {
			w = 0
		}
		t.after[k] = w
		sums.sum[u] = 0
	}
	if int(to-from) > 16*len(sums.met) {
		for _, u := range sums.met {
			if sums.sum[u] != 0 {
				write(t.find(v, u), u)
			}
		}
	} else {
		for k := from; k < to; k++ {
			if u := t.target[k]; sums.sum[u] != 0 {
				write(k, u)
			}
		}
	}
	heaviest, contacts := 0.0, int32(0)
	for _, w := range t.after[from:to] {
		heaviest = max(heaviest, w)
		if w > 0 {
			contacts++
		}
	}
	t.heaviestAfter[v], t.contactsAfter[v] = heaviest, contacts
}

func (s *adding) add(v int32, members []int32, sign float64) {
	if _, in := slices.BinarySearch(members, v); !in || len(members) < 2 {
		return
	}
	w := sign / float64(len(members)-1)
	for _, u := range members {
		if u == v {
			continue
		}
		if s.sum[u] == 0 {
			s.met = append(s.met, u)
		}
		s.sum[u] += w
	}
}

// move makes room, without weight yet, for pairs that have no tie before.
func (t *ties) move(recasts []graph.Recast) {
	fresh := map[int32][]int32{}
	for _, r := range recasts {
		if len(r.After) <= len(r.Before) { // nobody came
			continue
		}
		for _, a := range r.After {
			for _, b := range r.After {
				if a != b && t.find(a, b) < 0 {
					fresh[a] = append(fresh[a], b)
				}
			}
		}
	}
	rows := make([]int32, 0, len(fresh))
	for v := range fresh {
		rows = append(rows, v)
	}
	slices.Sort(rows)
	for _, v := range rows {
		old := movedRow{v, t.start[v], t.end[v]}
		t.moved = append(t.moved, old)
		t.start[v] = int32(len(t.target))
		slices.Sort(fresh[v])
		more := slices.Compact(fresh[v])
		for k := old.start; k < old.end || len(more) > 0; {
			at := int32(len(t.target))
			if k == old.end || len(more) > 0 && more[0] < t.target[k] {
				t.target, t.back = append(t.target, more[0]), append(t.back, -1)
				t.before, more = append(t.before, 0), more[1:]
			} else {
				t.target, t.back = append(t.target, t.target[k]), append(t.back, t.back[k])
				t.before = append(t.before, t.before[k])
				t.back[t.back[k]] = at
				k++
			}
		}
		t.end[v] = int32(len(t.target))
	}
	t.after = append(t.after, t.before[len(t.after):]...)
	for _, v := range rows {
		for k := t.start[v]; k < t.end[v]; k++ {
			if t.back[k] < 0 {
				t.back[k] = t.find(t.target[k], v)
			}
		}
	}
}

// undo makes the ties what they were before apply.
func (t *ties) undo() {
	for _, v := range t.changed {
		if s, e := t.start[v], t.end[v]; int(s) < t.arcs {
			copy(t.after[s:e], t.before[s:e])
		}
		t.strengthAfter[v], t.heaviestAfter[v], t.contactsAfter[v] = t.strength[v], t.heaviest[v], t.contacts[v]
		t.marked[v] = false
	}
	t.changed = t.changed[:0]
	for _, m := range t.moved {
		t.start[m.v], t.end[m.v] = m.start, m.end
		// In the order in which they moved: then what these point to is what it was.
		for k := m.start; k < m.end; k++ {
			t.back[t.back[k]] = k
		}
	}
	t.moved = t.moved[:0]
	t.target, t.back, t.before, t.after = t.target[:t.arcs], t.back[:t.arcs], t.before[:t.arcs], t.after[:t.arcs]
}
