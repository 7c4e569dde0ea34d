package force

// bits of a place along each axis that order tells apart.
const bits = 16

// order is the vertices along a Z-shaped curve, on which those of a square of
// the tree follow each other. Morton (1966).
type order struct {
	vertices   []int32
	keys       []uint32 // along vertices
	otherPlace []int32
	otherKeys  []uint32
}

func (o *order) sort(at []Point) {
	n := len(at)
	if cap(o.keys) < n {
		o.vertices, o.otherPlace = make([]int32, n), make([]int32, n)
		o.keys, o.otherKeys = make([]uint32, n), make([]uint32, n)
	}
	o.vertices, o.otherPlace, o.keys, o.otherKeys = o.vertices[:n], o.otherPlace[:n], o.keys[:n], o.otherKeys[:n]
	low, high := at[0], at[0]
	for _, p := range at {
		low.X, low.Y = min(low.X, p.X), min(low.Y, p.Y)
		high.X, high.Y = max(high.X, p.X), max(high.Y, p.Y)
	}
	scale := 0.0
	if side := max(high.X-low.X, high.Y-low.Y); side > 0 {
		scale = (1<<bits - 1) / side
	}
	for v, p := range at {
		o.vertices[v] = int32(v)
		o.keys[v] = spread(uint32((p.X-low.X)*scale)) | spread(uint32((p.Y-low.Y)*scale))<<1
	}
	for shift := 0; shift < 2*bits; shift += digit {
		o.pass(shift)
	}
}

// digit is how many bits a pass sorts by.
const digit = 11

// pass sorts by the digit at shift and keeps the order otherwise.
func (o *order) pass(shift int) {
	var start [1<<digit + 1]int32
	for _, k := range o.keys {
		start[k>>shift&(1<<digit-1)+1]++
	}
	for i := range len(start) - 1 {
		start[i+1] += start[i]
	}
	for i, k := range o.keys {
		d := k >> shift & (1<<digit - 1)
		o.otherKeys[start[d]], o.otherPlace[start[d]] = k, o.vertices[i]
		start[d]++
	}
	o.keys, o.otherKeys = o.otherKeys, o.keys
	o.vertices, o.otherPlace = o.otherPlace, o.vertices
}

// part returns the end of the part of the bodies from..to-1 that begins at
// start: those whose key has the same two bits at shift, or, where keys are all
// the same, a quarter.
func (o *order) part(start, from, to int32, shift int) int32 {
	if shift < 0 {
		return min(to, start+(to-from+3)/4)
	}
	own := o.keys[start] >> shift
	low, high := start+1, to
	for low < high {
		if middle := (low + high) / 2; o.keys[middle]>>shift == own {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// spread puts a 0 before every bit.
func spread(x uint32) uint32 {
	x = (x | x<<8) & 0x00ff00ff
	x = (x | x<<4) & 0x0f0f0f0f
	x = (x | x<<2) & 0x33333333
	return (x | x<<1) & 0x55555555
}
