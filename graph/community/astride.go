package community

const (
	// fewestMembers have a majority that says something.
	fewestMembers = 4
	// fewestApart runs must have told two communities apart.
	fewestApart = 20
)

// Astride counts the runs in which a vertex stood with another community
// instead of its own.
type Astride struct {
	// Other is that community, -1 where there is none or too little is known; the
	// rest is 0 then.
	Other int32
	// Of the runs the vertex had a part in, Apart told the two communities apart
	// and Stood of these had it with Other; Joined made one of the two and so say
	// nothing of it. Runs that broke one of them up are in none of these.
	Stood, Apart, Joined int32
}

// Share is Stood over Apart, 0 for no other community.
func (a Astride) Share() float64 {
	if a.Apart == 0 {
		return 0
	}
	return float64(a.Stood) / float64(a.Apart)
}

// astride tells with which other community vertex v stood instead of its own
// most often. Only runs count that told the two apart: over half of the members
// of each stood together, and not with those of the other. A run that joins
// them or breaks one up says nothing of v. The method is that of co-assignment
// (Lancichinetti & Fortunato 2012), asked of majorities in place of pairs.
func (j *judging) astride(v int, own int32, runs []Partition, tables []contingency, sizes []int32) Astride {
	best := Astride{Other: -1}
	if own < 0 || sizes[own] < fewestMembers {
		return best
	}
	touched := j.touched[:0]
	for r, run := range runs {
		at, t := run[v], &tables[r]
		if at < 0 || t.home[own] < 0 || t.home[own] == at {
			continue
		}
		for _, c := range t.community[t.offsets[at]:t.offsets[at+1]] {
			if t.home[c] == at && sizes[c] >= fewestMembers {
				if j.stood[c] == 0 {
					touched = append(touched, c)
				}
				j.stood[c]++
			}
		}
	}
	for _, c := range touched {
		found := Astride{Other: c, Stood: int32(j.stood[c])}
		for r, run := range runs {
			switch t := &tables[r]; {
			case run[v] < 0 || t.home[own] < 0 || t.home[c] < 0:
			case t.home[own] != t.home[c]:
				found.Apart++
			default:
				found.Joined++
			}
		}
		j.stood[c] = 0
		if share := found.Share(); found.Apart >= fewestApart && (best.Other < 0 || share > best.Share() || share == best.Share() && c < best.Other) {
			best = found
		}
	}
	j.touched = touched
	return best
}
