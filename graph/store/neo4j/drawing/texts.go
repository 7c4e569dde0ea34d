package drawing

import (
	"slices"
	"strings"

	"hankeverkko/graph"
)

// themes draws keywords and themes of the sources as one: who looks for a
// theme does not care in which column it stood.
func themes(n *graph.Network, projects *Nodes) (*Nodes, *Relationships) {
	nodes, said := texts("Theme", len(n.Projects), func(p int, add func(string)) {
		for _, word := range n.Projects[p].Keywords {
			add(word)
		}
		for _, word := range n.Projects[p].Themes {
			add(word)
		}
	})
	return nodes, &Relationships{Type: "ABOUT", From: projects, To: nodes, Ends: said, Properties: none}
}

// texts draws the texts that each of n things says, and who says which, rising.
func texts(label string, n int, of func(i int, add func(string))) (*Nodes, []Ends) {
	var all []string
	for i := range n {
		of(i, func(s string) { all = append(all, s) })
	}
	slices.SortFunc(all, func(a, b string) int { return strings.Compare(KeyOf(a), KeyOf(b)) })
	all = slices.Compact(all)
	s := &Nodes{Label: label, Names: []string{"name"}, Properties: func(i int) Properties { return Properties{}.text("name", all[i]) }}
	position := make(map[string]int32, len(all))
	for i, t := range all {
		s.Keys = append(s.Keys, KeyOf(t))
		position[t] = int32(i)
	}
	var said []Ends
	for i := range n {
		of(i, func(s string) { said = append(said, Ends{int32(i), position[s]}) })
	}
	slices.SortFunc(said, Ends.compare)
	return s, slices.Compact(said)
}
