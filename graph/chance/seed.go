package chance

import (
	"math"
	"math/rand/v2"
	"slices"
)

// Seed derives the seed of one of many runs. Neighbouring runs get unrelated
// seeds, different runs always different ones. The mixer is SplitMix64
// (Steele, Lea & Flood 2014).
func Seed(seed uint64, run int) uint64 {
	x := seed + (uint64(run)+1)*0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// Stream returns the random numbers that belong to a seed. Purposes that
// share a seed take different streams.
func Stream(seed, purpose uint64) *rand.Rand {
	return rand.New(rand.NewPCG(seed, purpose))
}

// Sample draws a share of the positions 0..n-1 without replacement, rising,
// every set of that size being equally likely. The size is share*n, rounded.
func Sample(random *rand.Rand, n int, share float64) []int32 {
	size := int(math.Round(math.Min(math.Max(share, 0), 1) * float64(n)))
	positions := make([]int32, n)
	for i := range positions {
		positions[i] = int32(i)
	}
	for i := range size {
		j := i + random.IntN(n-i)
		positions[i], positions[j] = positions[j], positions[i]
	}
	sample := positions[:size:size]
	slices.Sort(sample)
	return sample
}
