package graph

// Basis says on how many projects a figure rests, by what is known of their partners.
type Basis struct{ Listed, Alone, Unknown int }

// BasisOf counts the projects at the given positions.
func BasisOf(n *Network, projects []int32) Basis {
	var b Basis
	for _, p := range projects {
		switch n.Projects[p].Partners {
		case PartnersListed:
			b.Listed++
		case PartnersAlone:
			b.Alone++
		default:
			b.Unknown++
		}
	}
	return b
}

// Known returns the share of projects whose partners are known, 0 for no projects.
func (b Basis) Known() float64 {
	if total := b.Listed + b.Alone + b.Unknown; total > 0 {
		return float64(b.Listed+b.Alone) / float64(total)
	}
	return 0
}
