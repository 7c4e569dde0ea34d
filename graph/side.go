package graph

// Side names one of the two kinds of vertices of the two-mode network.
type Side uint8

const (
	Projects Side = iota
	Actors
)

// Vertices returns the first vertex of a side and the one after its last.
func (g *TwoMode) Vertices(side Side) (from, to int) {
	if side == Projects {
		return 0, g.Projects
	}
	return g.Projects, g.Len()
}
