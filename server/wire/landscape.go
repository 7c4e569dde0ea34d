package wire

import (
	"cmp"

	"hankeverkko/graph/layout"
	"hankeverkko/graph/view"
	"hankeverkko/server/api"
)

// Landscape shapes the folded picture and its matrix.
func Landscape(s *view.Slice, l *view.Landscape, lang string) api.Landscape {
	p := l.Picture
	out := api.Landscape{
		Revision: string(s.Revision), Region: RegionName(s.Area, lang), Date: s.Date.String(), Lens: api.LensTopics,
		Open: api.Picture, Notes: []api.Sentence{}, Bridges: []api.Bridge{},
		Width: float32(p.Width), Height: float32(p.Height), DotRadius: float32(p.DotRadius),
		Groups: []api.PlacedGroup{}, Actors: []api.PlacedActor{}, Ties: []api.PlacedTie{},
		Folded: api.Folded{Groups: l.FoldedGroups, Projects: l.FoldedProjects, Actors: l.FoldedActors},
		Matrix: matrix(s, l, lang), Basis: basis(l.Basis), Method: method(s),
	}
	byID := make(map[string]view.Group, len(l.Groups))
	for _, g := range l.Groups {
		byID[g.ID] = g
	}
	for _, placed := range p.Groups {
		g := byID[placed.ID]
		shown := api.PlacedGroup{
			Id: g.ID, Name: s.GroupName(g.ID, lang), Kind: groupKind(g), Slot: g.Colour,
			X: float32(placed.X), Y: float32(placed.Y), R: float32(placed.R), Counts: counts(g.Counts),
			LocalWords: filled(g.Local), Label: label(placed.Label), Dots: []api.Dot{},
		}
		for _, d := range placed.Dots {
			shown.Dots = append(shown.Dots, api.Dot{Project: d.ID, State: api.State(d.State.String()), X: float32(d.X), Y: float32(d.Y)})
		}
		out.Groups = append(out.Groups, shown)
	}
	stats := make(map[string]view.ActorStat, len(l.Across))
	for _, stat := range l.Across {
		stats[string(s.Network.Actors[stat.Actor].ID)] = stat
	}
	for _, placed := range p.Actors {
		stat := stats[placed.ID]
		actor := &s.Network.Actors[stat.Actor]
		out.Actors = append(out.Actors, api.PlacedActor{
			Id: placed.ID, Name: actor.Name, Shown: cmp.Or(actor.Short, actor.Name), Standing: api.Standing(stat.Standing.String()),
			Projects: len(stat.Projects), Topics: len(stat.Groups), X: float32(placed.X), Y: float32(placed.Y), Label: label(placed.Label),
		})
	}
	out.Folded.Actors += len(l.Across) - len(p.Actors)
	for _, t := range p.Ties {
		out.Ties = append(out.Ties, api.PlacedTie{Actor: t.Actor, Group: t.Group, Projects: s.Shared(stats[t.Actor], t.Group), Path: []float32{
			float32(t.X1), float32(t.Y1), float32(t.CX), float32(t.CY), float32(t.X2), float32(t.Y2),
		}})
	}
	return out
}

func label(l layout.PlacedLabel) api.Label {
	return api.Label{X: float32(l.X), Y: float32(l.Y), Anchor: api.LabelAnchor(l.Anchor), Lines: filled(l.Lines), Sub: filled(l.Sub)}
}

func matrix(s *view.Slice, l *view.Landscape, lang string) api.Matrix {
	m := api.Matrix{Groups: []api.GroupCount{}, Rows: []api.MatrixRow{}, More: l.Matrix.More}
	for _, g := range l.Groups {
		m.Groups = append(m.Groups, group(s, g.ID, len(g.Projects), lang))
	}
	for _, row := range l.Matrix.Rows {
		actor := &s.Network.Actors[row.Stat.Actor]
		m.Rows = append(m.Rows, api.MatrixRow{
			Actor: string(actor.ID), Name: actor.Name, Shown: cmp.Or(actor.Short, actor.Name),
			Standing: api.Standing(row.Stat.Standing.String()), Total: len(row.Stat.Projects), Projects: row.Cells,
		})
	}
	return m
}

func method(s *view.Slice) api.Method {
	m := s.Topics.Method
	features := api.Texts
	if m.Thin {
		features = api.Objective
	}
	return api.Method{Features: features, Runs: m.Runs, Share: m.Share, Seed: int(m.Seed), Groups: len(s.Topics.List), ThinTexts: m.Thin}
}
