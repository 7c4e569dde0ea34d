package view

import (
	"cmp"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/layout"
	"hankeverkko/words"
)

// The folded picture shows at most so many actors inside the ring, and the
// matrix so many rows.
const (
	pictureActors = 10
	matrixActors  = 15
)

// Landscape is the folded picture of a slice.
type Landscape struct {
	Picture layout.Picture
	Groups  []Group
	// Across are the actors inside the ring: those whose projects lie in
	// several groups.
	Across []ActorStat
	// FoldedGroups and FoldedProjects stand in the rest group, FoldedActors
	// are in no picture.
	FoldedGroups, FoldedProjects, FoldedActors int
	Matrix                                     Matrix
	Basis                                      graph.Basis
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
	l := &Landscape{Groups: s.Groups(), Basis: graph.BasisOf(s.Network, s.Selection.Projects)}
	for _, local := range s.Local {
		if !s.shown[local.Topic] {
			l.FoldedGroups++
			l.FoldedProjects += len(local.Projects)
		}
	}
	column := make(map[string]int, len(l.Groups))
	for i, g := range l.Groups {
		column[g.ID] = i
	}
	ranked := s.rankedActors()
	for _, stat := range ranked {
		if len(stat.Groups) > 1 && len(l.Across) < pictureActors {
			l.Across = append(l.Across, stat)
		}
	}
	l.FoldedActors = len(ranked) - len(l.Across)
	l.Matrix.More = max(0, len(ranked)-matrixActors)
	for _, stat := range ranked[:min(matrixActors, len(ranked))] {
		row := MatrixRow{Stat: stat, Cells: make([]int, len(l.Groups))}
		for _, g := range stat.Groups {
			row.Cells[column[s.foldedID(g.Value)]] += g.Count
		}
		l.Matrix.Rows = append(l.Matrix.Rows, row)
	}
	l.Picture = layout.Ring(s.layoutInput(l, lang, size))
	return l
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
	in := layout.Input{Size: size, Slots: s.places()}
	for _, g := range l.Groups {
		slot := g.Slot
		if g.Rest {
			slot = s.Topics.Slots
		}
		group := layout.Group{ID: g.ID, Slot: slot, Name: s.GroupName(g.ID, lang), Sub: s.subLine(g, lang)}
		projects := slices.Clone(g.Projects)
		s.sortProjects(projects, "state", false)
		for _, p := range projects {
			project := &s.Network.Projects[p]
			group.Projects = append(group.Projects, layout.Dot{ID: string(project.ID), State: project.StateAt(s.Date)})
		}
		in.Groups = append(in.Groups, group)
	}
	for _, stat := range l.Across {
		actor := &s.Network.Actors[stat.Actor]
		shown := layout.Actor{ID: string(actor.ID), Label: cmp.Or(actor.Short, actor.Name), Own: s.abroad(stat.Actor) == 0}
		for _, g := range s.folded(stat) {
			shown.Weights = append(shown.Weights, layout.Weight{Group: g.Value, Projects: g.Count})
		}
		in.Actors = append(in.Actors, shown)
	}
	return in
}

// folded returns an actor's projects by group of the picture, most first.
func (s *Slice) folded(stat ActorStat) []Facet {
	counts := map[string]int{}
	for _, g := range stat.Groups {
		counts[s.foldedID(g.Value)] += g.Count
	}
	return facets(counts)
}

// places is the number of places on the ring: the slots of the topics, one for
// the rest and a free one after it, so that a topic stands at one angle in
// every region.
func (s *Slice) places() int { return s.Topics.Slots + 2 }

// subLine is what stands under a group's name: "14 hanketta · täällä: arktisuus".
func (s *Slice) subLine(g Group, lang string) string {
	line := words.Text(lang, "count.projects", words.Values{"count": len(g.Projects)})
	if len(g.Local) > 0 && s.Area.ID != "" {
		line += " · " + words.Text(lang, "group.here", words.Values{"words": g.Local[0]})
	}
	return line
}

// Shared returns how many projects an actor has in a group of the picture.
func (s *Slice) Shared(stat ActorStat, group string) int {
	for _, g := range s.folded(stat) {
		if g.Value == group {
			return g.Count
		}
	}
	return 0
}
