package view

import (
	"cmp"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/layout"
	"hankeverkko/graph/lens"
)

// The folded picture shows at most so many actors inside the ring, the list
// beside it so many bridge-builders, and the matrix so many rows.
const (
	pictureActors = 10
	listedBridges = 20
	matrixActors  = 15
)

// Landscape is the folded picture of a slice.
type Landscape struct {
	Picture layout.Picture
	Groups  []GroupHere
	// Across are the actors inside the ring: those whose projects lie in
	// several topics, or the bridge-builders between partner networks.
	Across []ActorStat
	// Bridges are the first bridge-builders, the region's own before others;
	// none through the lens of topics.
	Bridges     []Bridge
	MoreBridges int
	// ListFirst tells that the partners of too many projects are unknown for
	// the picture to stand first.
	ListFirst bool
	Notes     []Sentence
	// FoldedGroups and FoldedProjects stand in the rest group, FoldedActors
	// are in no picture.
	FoldedGroups, FoldedProjects, FoldedActors int
	Matrix                                     Matrix
	Basis                                      graph.Basis
	// Cooperation says how partner networks were found, nil for topics.
	Cooperation *lens.Cooperation
}

// Matrix says who does what: a row for each actor, a column for each group.
type Matrix struct {
	Rows []MatrixRow
	More int
}

// MatrixRow counts an actor's projects along Landscape.Groups.
type MatrixRow struct {
	Stat  ActorStat
	Cells []int
}

// Landscape lays the slice out for a size of screen, with labels in a language.
func (s *Slice) Landscape(lang string, size layout.Size) *Landscape {
	l := &Landscape{
		Groups: s.Groups(), Notes: s.cooperationNotes(), Basis: graph.BasisOf(s.Network, s.Selection.Projects),
		Cooperation: s.scope.cooperation,
	}
	l.Bridges, l.MoreBridges = firstOf(s.scope.bridges, listedBridges)
	l.ListFirst = l.Cooperation != nil && l.Cooperation.Thin()
	column := make(map[*Group]int, len(l.Groups))
	for i, g := range l.Groups {
		column[g.Group] = i
		if g.Kind == GroupRest {
			l.FoldedGroups, l.FoldedProjects = g.Folded, len(g.Here)
		}
	}
	ranked := s.rankedActors()
	l.Across = s.across(ranked)
	l.FoldedActors = len(ranked) - len(l.Across)
	l.Matrix.More = max(0, len(ranked)-matrixActors)
	for _, stat := range ranked[:min(matrixActors, len(ranked))] {
		row := MatrixRow{Stat: stat, Cells: make([]int, len(l.Groups))}
		for _, share := range s.Folded(stat) {
			row.Cells[column[share.Group]] = share.Projects
		}
		l.Matrix.Rows = append(l.Matrix.Rows, row)
	}
	l.Picture = layout.Ring(s.layoutInput(l, lang, size))
	return l
}

// across returns the actors that stand inside the ring, the most important
// first: each has ties to two groups of the picture or more.
func (s *Slice) across(ranked []ActorStat) []ActorStat {
	var across []ActorStat
	add := func(stat ActorStat) {
		if len(across) < pictureActors && len(s.Folded(stat)) > 1 {
			across = append(across, stat)
		}
	}
	if s.Lens != LensCooperation {
		for _, stat := range ranked {
			add(stat)
		}
		return across
	}
	for _, b := range s.scope.bridges {
		if stat, here := s.ActorStat(b.Actor); here {
			add(stat)
		}
	}
	return across
}

// rankedActors orders actors for picture and matrix: the region's own first,
// then by number of topics, then of projects, then by name.
func (s *Slice) rankedActors() []ActorStat {
	ranked := slices.Clone(s.actors())
	slices.SortFunc(ranked, func(a, b ActorStat) int {
		return cmp.Or(
			cmp.Compare(s.abroad(a.Actor), s.abroad(b.Actor)),
			cmp.Compare(len(b.Groups), len(a.Groups)),
			cmp.Compare(len(b.Projects), len(a.Projects)),
			cmp.Compare(s.actorRank[a.Actor], s.actorRank[b.Actor]),
		)
	})
	return ranked
}

func (s *Slice) layoutInput(l *Landscape, lang string, size layout.Size) layout.Input {
	in := layout.Input{Size: size, Slots: s.scope.ring}
	for _, g := range l.Groups {
		group := layout.Group{ID: g.ID, Slot: s.scope.places[g.at], Name: s.GroupLabel(g.Group, lang), Sub: s.subLines(g, lang)}
		projects := slices.Clone(g.Here)
		s.sortProjects(projects, "state", false)
		for _, p := range projects {
			project := &s.Network.Projects[p]
			group.Projects = append(group.Projects, layout.Dot{ID: string(project.ID), State: project.StateAt(s.Date)})
		}
		in.Groups = append(in.Groups, group)
	}
	for _, stat := range l.Across {
		actor := &s.Network.Actors[stat.Actor]
		shown := layout.Actor{ID: string(actor.ID), Label: cmp.Or(actor.Short, actor.NameIn(lang)), Own: s.abroad(stat.Actor) == 0}
		for _, share := range s.Folded(stat) {
			shown.Weights = append(shown.Weights, layout.Weight{Group: share.ID, Projects: share.Projects})
		}
		in.Actors = append(in.Actors, shown)
	}
	return in
}

// Folded returns an actor's projects by group of the picture, most first.
func (s *Slice) Folded(stat ActorStat) []GroupShare { return s.scope.folded(stat.Groups) }
