package wire

import (
	"hankeverkko/graph/layout"
	"hankeverkko/graph/view"
	"hankeverkko/server/api"
)

// Surroundings shapes an unfolded group or what lies around an actor.
func Surroundings(s *view.Slice, around *view.Surroundings, lang string) api.Surroundings {
	p := around.Picture
	out := api.Surroundings{
		Revision: string(s.Revision), Region: RegionName(s.Area, lang), Date: s.Date.String(), Lens: api.Lens(s.Lens),
		Width: float32(p.Width), Height: float32(p.Height), Marks: []api.SurroundingMark{}, Ties: []api.SurroundingTie{},
		Total: around.Total, More: around.Total - len(p.Marks), Notes: sentencesOf(s, lang, around.Notes),
	}
	if around.Group != nil {
		out.Title = s.GroupName(around.Group, lang)
	} else {
		out.Title = s.Network.Actors[around.Actor].NameIn(lang)
	}
	for i, m := range around.Marks {
		out.Marks = append(out.Marks, surroundingMark(s, m, p.Marks[i], lang))
	}
	for _, t := range around.Ties {
		out.Ties = append(out.Ties, api.SurroundingTie{Project: string(t.Project), Actor: string(t.Actor), Part: api.Part(t.Part.String())})
	}
	return out
}

func surroundingMark(s *view.Slice, m view.SurroundingMark, placed layout.PlacedMark, lang string) api.SurroundingMark {
	out := api.SurroundingMark{
		Id: placed.ID, X: float32(placed.X), Y: float32(placed.Y), R: float32(placed.R),
		Centre: m.Centre, Bridge: m.Bridge, Group: whole(s.View, m.Group, lang),
	}
	if len(placed.Label.Lines) > 0 {
		out.Label = label(placed.Label)
	}
	if m.Project >= 0 {
		project := &s.Network.Projects[m.Project]
		out.Kind, out.Name = api.SurroundingMarkKindProject, project.Name
		out.State, out.Partners = api.State(project.StateAt(s.Date).String()), api.Partners(project.Partners.String())
		return out
	}
	actor := &s.Network.Actors[m.Actor]
	out.Kind, out.Name, out.Shown = api.SurroundingMarkKindActor, actor.NameIn(lang), actor.Short
	out.Standing = api.Standing(m.Standing.String())
	return out
}
