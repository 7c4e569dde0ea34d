package graph

// Restrict returns the network of a selection: its projects, its actors and
// the ties between them. Positions run along s.Projects and s.Actors.
func Restrict(n *Network, s *Selection) (*Network, error) {
	projects := make([]Project, 0, len(s.Projects))
	var ties []Tie
	for _, p := range s.Projects {
		projects = append(projects, n.Projects[p])
		ties = append(ties, n.ProjectTies(int(p))...)
	}
	actors := make([]Actor, 0, len(s.Actors))
	for _, a := range s.Actors {
		actors = append(actors, n.Actors[a])
	}
	return New(projects, actors, ties)
}
