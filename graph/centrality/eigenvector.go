package centrality

import (
	"context"
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"

	"hankeverkko/graph"
	"hankeverkko/graph/parallel"
)

// Eigenvector returns the leading eigenvector of the tie weights, scaled so
// that the greatest score is 1: a vertex counts for as much as its neighbours,
// by weight, together count for. In a network of several parts it is that of
// the largest part, or of each of several equally large ones by itself, and 0
// elsewhere, since scores of different parts cannot be held against each other;
// a network without ties has only zeros. Weights are positive, or it is
// ErrInvalid. It stops once the residual is no more than tolerance times the
// eigenvalue. Bonacich (1972).
//
// The method is Lanczos', begun anew from the best vector found (Saad 2011,
// chapter 6). Unlike repeated steps it does not slow down much where the
// second eigenvalue is near the first, nor stop where the last is its negative.
func Eigenvector(ctx context.Context, g *graph.Rows, tolerance float64) ([]float64, error) {
	for i, w := range g.Weights {
		if !(w > 0 && w <= math.MaxFloat64) {
			return nil, fmt.Errorf("edge to %d has weight %v: %w", g.Targets[i], w, graph.ErrInvalid)
		}
	}
	scores := make([]float64, g.Len())
	if len(g.Targets) == 0 {
		return scores, nil
	}
	for _, members := range largestParts(g) {
		part := partOf(g, members)
		x, err := newKrylov(part).leading(ctx, tolerance)
		if err != nil {
			return nil, err
		}
		top := 0.0
		for _, a := range x {
			top = max(top, a)
		}
		for i, v := range members {
			scores[v] = max(0, x[i]/top) // rounding may pass below nothing
		}
	}
	return scores, nil
}

// largestParts returns the members, rising, of all parts that are as large as
// the largest.
func largestParts(g *graph.Rows) (parts [][]int32) {
	component, count := Components(g) // by falling size
	members := make([][]int32, count)
	for v, c := range component {
		members[c] = append(members[c], int32(v))
	}
	for _, m := range members {
		if len(m) == len(members[0]) {
			parts = append(parts, m)
		}
	}
	return parts
}

// partOf returns the network of whole components, numbered along members.
func partOf(g *graph.Rows, members []int32) *graph.Rows {
	if len(members) == g.Len() {
		return g
	}
	number := make(map[int32]int32, len(members))
	for i, v := range members {
		number[v] = int32(i)
	}
	part := &graph.Rows{Offsets: make([]int32, 1, len(members)+1)}
	for _, v := range members {
		for _, u := range g.Row(int(v)) {
			part.Targets = append(part.Targets, number[u])
		}
		part.Weights = append(part.Weights, g.RowWeights(int(v))...) // stays nil without weights
		part.Offsets = append(part.Offsets, int32(len(part.Targets)))
	}
	return part
}

const (
	// krylovSize is how many vectors stand between two beginnings.
	krylovSize     = 24
	mostBeginnings = 500
)

// krylov looks for an eigenvector in the span of x, Ax, AAx and so on, whose
// orthonormal basis makes A tridiagonal.
type krylov struct {
	g             *graph.Rows
	bounds        []int
	basis         [][]float64
	diagonal, off []float64
}

func newKrylov(g *graph.Rows) *krylov {
	k := &krylov{g: g, bounds: parallel.Blocks(g.Offsets, pageRankBlocks)}
	for range min(krylovSize, g.Len()) + 1 {
		k.basis = append(k.basis, make([]float64, g.Len()))
	}
	return k
}

// leading returns the eigenvector of the greatest eigenvalue of a connected
// network with ties, its largest entries positive.
func (k *krylov) leading(ctx context.Context, tolerance float64) ([]float64, error) {
	x := Strength(k.g)
	for range mostBeginnings {
		if err := k.span(ctx, x); err != nil {
			return nil, err
		}
		value, weights, err := k.best()
		if err != nil {
			return nil, err
		}
		clear(x)
		for i, w := range weights {
			addScaled(x, w, k.basis[i])
		}
		last := len(weights) - 1
		if math.Abs(k.off[last]*weights[last]) <= tolerance*value {
			break
		}
	}
	return x, nil
}

// span fills the basis from x. The last of off leads out of it, 0 when nothing does.
func (k *krylov) span(ctx context.Context, x []float64) error {
	k.diagonal, k.off = k.diagonal[:0], k.off[:0]
	copy(k.basis[0], x)
	scale(k.basis[0], 1/math.Sqrt(dot(x, x)))
	for j := range len(k.basis) - 1 {
		next := k.basis[j+1]
		if err := k.multiply(ctx, k.basis[j], next); err != nil {
			return err
		}
		size := math.Sqrt(dot(next, next))
		k.diagonal = append(k.diagonal, dot(k.basis[j], next))
		for range 2 { // once leaves rounding behind
			for _, q := range k.basis[:j+1] {
				addScaled(next, -dot(q, next), q)
			}
		}
		rest := math.Sqrt(dot(next, next))
		if rest <= 1e-14*size {
			k.off = append(k.off, 0)
			return nil
		}
		k.off = append(k.off, rest)
		scale(next, 1/rest)
	}
	return nil
}

// best returns the greatest eigenvalue within the span and the weights of its
// eigenvector along the basis, which point as x did.
func (k *krylov) best() (float64, []float64, error) {
	n := len(k.diagonal)
	inside := mat.NewSymDense(n, nil)
	for i, d := range k.diagonal {
		inside.SetSym(i, i, d)
		if i > 0 {
			inside.SetSym(i, i-1, k.off[i-1])
		}
	}
	var found mat.EigenSym
	if !found.Factorize(inside, true) {
		return 0, nil, fmt.Errorf("eigenvalues of %d by %d do not converge", n, n)
	}
	var vectors mat.Dense
	found.VectorsTo(&vectors)
	weights := mat.Col(nil, n-1, &vectors) // values rise
	if weights[0] < 0 {
		scale(weights, -1)
	}
	return found.Values(nil)[n-1], weights, nil
}

// multiply sets image to the weights times x.
func (k *krylov) multiply(ctx context.Context, x, image []float64) error {
	return parallel.Do(ctx, parallel.Workers(), len(k.bounds)-1, func(_, block int) {
		for v := k.bounds[block]; v < k.bounds[block+1]; v++ {
			sum, row := 0.0, k.g.Row(v)
			if weights := k.g.RowWeights(v); weights != nil {
				for i, u := range row {
					sum += weights[i] * x[u]
				}
			} else {
				for _, u := range row {
					sum += x[u]
				}
			}
			image[v] = sum
		}
	})
}

func dot(a, b []float64) (sum float64) {
	for i, x := range a {
		sum += x * b[i]
	}
	return sum
}

func scale(a []float64, by float64) {
	for i := range a {
		a[i] *= by
	}
}

func addScaled(to []float64, by float64, a []float64) {
	for i, x := range a {
		to[i] += by * x
	}
}
