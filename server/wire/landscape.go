package wire

import (
	"cmp"
	"math"

	"hankeverkko/graph/layout"
	"hankeverkko/graph/view"
	"hankeverkko/server/api"
)

// Landscape shapes the folded picture and its matrix.
func Landscape(s *view.Slice, l *view.Landscape, lang string) api.Landscape {
	p := l.Picture
	out := api.Landscape{
		Revision: string(s.Revision), Region: RegionName(s.Area, lang), Date: s.Date.String(), Lens: api.Lens(s.Lens),
		Open: api.Picture, Notes: sentencesOf(s, lang, l.Notes), Bridges: bridges(s, l.Bridges, lang), MoreBridges: l.MoreBridges,
		Width: float32(p.Width), Height: float32(p.Height), DotRadius: float32(p.DotRadius),
		Groups: []api.PlacedGroup{}, Actors: []api.PlacedActor{}, Ties: []api.PlacedTie{},
		Folded: api.Folded{Groups: l.FoldedGroups, Projects: l.FoldedProjects, Actors: l.FoldedActors + p.Dropped},
		Matrix: matrix(s, l, lang), Basis: basis(l.Basis), Method: method(s, l),
	}
	if l.ListFirst {
		out.Open = api.List
	}
	for i, placed := range p.Groups {
		out.Groups = append(out.Groups, placedGroup(s, l.Groups[i], placed, lang))
	}
	stats := make(map[string]view.ActorStat, len(l.Across))
	for _, stat := range l.Across {
		stats[string(s.Network.Actors[stat.Actor].ID)] = stat
	}
	for _, placed := range p.Actors {
		stat := stats[placed.ID]
		actor := &s.Network.Actors[stat.Actor]
		out.Actors = append(out.Actors, api.PlacedActor{
			Id: placed.ID, Name: actor.NameIn(lang), Shown: cmp.Or(actor.Short, actor.NameIn(lang)), Standing: api.Standing(stat.Standing.String()),
			Projects: len(stat.Projects), Topics: len(stat.Groups), X: float32(placed.X), Y: float32(placed.Y), Label: label(placed.Label),
		})
	}
	for _, t := range p.Ties {
		out.Ties = append(out.Ties, api.PlacedTie{Actor: t.Actor, Group: t.Group, Projects: sharedWith(s, stats[t.Actor], t.Group), Path: []float32{
			float32(t.X1), float32(t.Y1), float32(t.CX), float32(t.CY), float32(t.X2), float32(t.Y2),
		}})
	}
	return out
}

func placedGroup(s *view.Slice, g view.GroupHere, placed layout.PlacedGroup, lang string) api.PlacedGroup {
	named := groupCount(s.View, g.Group, len(g.Here), lang)
	shown := api.PlacedGroup{
		Id: g.ID, Name: named.Name, Shown: named.Shown, Kind: api.GroupKind(g.Kind), Slot: g.Colour,
		Actors: g.Members, OwnActors: g.Own, Folded: g.Folded,
		X: float32(placed.X), Y: float32(placed.Y), R: float32(placed.R), Counts: counts(g.Counts),
		LocalWords: filled(g.Local), Label: label(placed.Label), Dots: []api.Dot{},
	}
	if g.Lens == view.LensCooperation && g.Kind == view.GroupNamed {
		shown.Words = g.Words // a topic has them in its name
	}
	for _, d := range placed.Dots {
		shown.Dots = append(shown.Dots, api.Dot{Project: d.ID, State: api.State(d.State.String()), X: float32(d.X), Y: float32(d.Y)})
	}
	return shown
}

// sharedWith returns how many projects an actor has in a group of the picture.
func sharedWith(s *view.Slice, stat view.ActorStat, group string) int {
	for _, share := range s.Folded(stat) {
		if share.ID == group {
			return share.Projects
		}
	}
	return 0
}

func label(l layout.PlacedLabel) api.Label {
	return api.Label{X: float32(l.X), Y: float32(l.Y), Anchor: api.LabelAnchor(l.Anchor), Lines: filled(l.Lines), Sub: filled(l.Sub)}
}

func matrix(s *view.Slice, l *view.Landscape, lang string) api.Matrix {
	m := api.Matrix{Groups: []api.GroupCount{}, Rows: []api.MatrixRow{}, More: l.Matrix.More}
	for _, g := range l.Groups {
		m.Groups = append(m.Groups, groupCount(s.View, g.Group, len(g.Here), lang))
	}
	for _, row := range l.Matrix.Rows {
		actor := &s.Network.Actors[row.Stat.Actor]
		m.Rows = append(m.Rows, api.MatrixRow{
			Actor: string(actor.ID), Name: actor.NameIn(lang), Shown: cmp.Or(actor.Short, actor.NameIn(lang)),
			Standing: api.Standing(row.Stat.Standing.String()), Total: len(row.Stat.Projects), Projects: row.Cells,
		})
	}
	return m
}

func method(s *view.Slice, l *view.Landscape) api.Method {
	if c := l.Cooperation; c != nil {
		return api.Method{
			Features: api.Ties, Runs: c.Method.Runs, Share: c.Method.Share, Seed: int(c.Method.Seed), Groups: len(c.Communities), Resolution: c.Method.Resolution,
			Modularity: api.Modularity{Value: defined(c.Q)},
		}
	}
	m := s.Topics.Method
	features := api.Texts
	if m.Thin {
		features = api.Objective
	}
	return api.Method{Features: features, Runs: m.Runs, Share: m.Share, Seed: int(m.Seed), Groups: len(s.Topics.List), ThinTexts: m.Thin}
}

// defined leaves out a number that JSON has no word for.
func defined(value float64) *float64 {
	if math.IsNaN(value) || math.IsInf(value, 0) {
		return nil
	}
	return &value
}
