package centrality

import "slices"

// ones has 1 in the lanes of a set of sources.
var ones = func() (table [1 << lanes]lane) {
	for which := range table {
		for l := range lanes {
			table[which][l] = float64(which >> l & 1)
		}
	}
	return table
}()

// collect runs back from the farthest level and adds to total the share of
// every class in the paths from the sources.
func (s *sweeper) collect(b *batch, total []float64) {
	var weight lane
	for l, v := range b.sources {
		weight[l] = s.behind[v]
	}
	last := len(s.levels) - 1
	atOnce := block
	if len(b.sides) == 1 {
		atOnce = len(s.sums)
	}
	for d := last; d > 0; d-- {
		near := s.visits[s.levels[d].start:s.levels[d].end]
		if d < last {
			deep := s.levels[d+1]
			if sendingBack*deep.arcs < s.levels[d].arcs {
				s.sendBack(s.visits[deep.start:deep.end], near)
				s.close(near, total, &weight)
			} else {
				for some := range slices.Chunk(near, atOnce) {
					for i, x := range some {
						s.sums[i].gather(s.back, s.row(x.v))
					}
					s.close(some, total, &weight)
				}
			}
		} else {
			clear(s.sums[:len(near)])
			s.close(near, total, &weight)
		}
	}
}

// close takes the sums of some visits for what their classes pass on.
func (s *sweeper) close(visits []visit, total []float64, weight *lane) {
	var unpacked lane
	for i, x := range visits {
		sum, paths, back, on := &s.sums[i], &s.paths.lanes[x.v], &s.back[x.v], &ones[x.which]
		if !s.paths.wide {
			paths = &unpacked
			s.paths.packed[x.v].unpack(paths)
		}
		behind, members := s.behind[x.v], s.members[x.v]
		x0 := sum[0] * on[0]
		x1 := sum[1] * on[1]
		x2 := sum[2] * on[2]
		x3 := sum[3] * on[3]
		x4 := sum[4] * on[4]
		x5 := sum[5] * on[5]
		x6 := sum[6] * on[6]
		x7 := sum[7] * on[7]
		total[x.v] += ((paths[0]*x0*weight[0] + paths[1]*x1*weight[1]) + (paths[2]*x2*weight[2] + paths[3]*x3*weight[3])) +
			((paths[4]*x4*weight[4] + paths[5]*x5*weight[5]) + (paths[6]*x6*weight[6] + paths[7]*x7*weight[7]))
		back[0] += (behind*on[0]/paths[0] + x0) * members
		back[1] += (behind*on[1]/paths[1] + x1) * members
		back[2] += (behind*on[2]/paths[2] + x2) * members
		back[3] += (behind*on[3]/paths[3] + x3) * members
		back[4] += (behind*on[4]/paths[4] + x4) * members
		back[5] += (behind*on[5]/paths[5] + x5) * members
		back[6] += (behind*on[6]/paths[6] + x6) * members
		back[7] += (behind*on[7]/paths[7] + x7) * members
	}
}

// sendBack adds what the deep level passes on to its neighbours at the near one.
func (s *sweeper) sendBack(deep, near []visit) {
	clear(s.sums[:len(near)])
	for i, x := range near {
		s.due[x.v], s.slot[x.v] = x.which, int32(i)
	}
	due, slot, sums := s.due, s.slot, s.sums
	for _, x := range deep {
		back := &s.back[x.v]
		for _, u := range s.row(x.v) {
			if due[u]&x.which != 0 {
				sums[slot[u]].add(back)
			}
		}
	}
	for _, x := range near {
		s.due[x.v] = 0
	}
}

// gather sets the sum to that of the values of all neighbours of v and returns
// the sources that one of them is active for. Lanes of others mean nothing. To
// look first whether a neighbour matters costs more than it saves.
func (s *sweeper) gather(sum *lane, values []lane, v int32) (found uint8) {
	var a0, a1, a2, a3, a4, a5, a6, a7 float64
	active := s.active
	values = values[:len(active)]
	for _, u := range s.row(v) {
		found |= active[u]
		f := &values[u]
		a0 += f[0]
		a1 += f[1]
		a2 += f[2]
		a3 += f[3]
		a4 += f[4]
		a5 += f[5]
		a6 += f[6]
		a7 += f[7]
	}
	// Not as one value, which would be put together in memory first.
	sum[0], sum[1], sum[2], sum[3] = a0, a1, a2, a3
	sum[4], sum[5], sum[6], sum[7] = a4, a5, a6, a7
	return found
}

// gather sets the lanes to the sum of the values of all vertices of a row.
func (l *lane) gather(values []lane, row []int32) {
	var a0, a1, a2, a3, a4, a5, a6, a7 float64
	for _, u := range row {
		f := &values[u]
		a0 += f[0]
		a1 += f[1]
		a2 += f[2]
		a3 += f[3]
		a4 += f[4]
		a5 += f[5]
		a6 += f[6]
		a7 += f[7]
	}
	// By parts, as a whole value would be put together in memory first.
	l[0], l[1], l[2], l[3] = a0, a1, a2, a3
	l[4], l[5], l[6], l[7] = a4, a5, a6, a7
}

func (l *lane) add(m *lane) {
	l[0] += m[0]
	l[1] += m[1]
	l[2] += m[2]
	l[3] += m[3]
	l[4] += m[4]
	l[5] += m[5]
	l[6] += m[6]
	l[7] += m[7]
}
