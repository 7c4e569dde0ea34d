package community

const (
	// fewestMembers have a majority that says something.
	fewestMembers = 4
	// fewestApart runs must have told two communities apart.
	fewestApart = 20
)

// astride tells with which other community vertex v stood instead of its own
// most often. Only runs count that told the two apart: over half of the members
// of each stood together, and not with those of the other. A run that joins
// them or breaks one up says nothing of v. The method is that of co-assignment
// (Lancichinetti & Fortunato 2012), asked of majorities in place of pairs.
func (j *judging) astride(v int, own int32, runs []Partition, tables []contingency, sizes []int32) (share float64, other int32) {
	other = -1
	if own < 0 || sizes[own] < fewestMembers {
		return share, other
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
		apart := 0
		for r, run := range runs {
			if t := &tables[r]; run[v] >= 0 && t.home[own] >= 0 && t.home[c] >= 0 && t.home[own] != t.home[c] {
				apart++
			}
		}
		part := float64(j.stood[c]) / float64(apart)
		j.stood[c] = 0
		if apart >= fewestApart && (other < 0 || part > share || part == share && c < other) {
			share, other = part, c
		}
	}
	j.touched = touched
	return share, other
}
