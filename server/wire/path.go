package wire

import (
	"hankeverkko/graph/view"
	"hankeverkko/server/api"
	"hankeverkko/words"
)

// stepProjects is how many projects a stretch names beside the best one.
const stepProjects = 4

// Path shapes the routes between two ends.
func Path(s *view.Slice, p *view.Path, lang string) api.Routes {
	out := api.Routes{
		Revision: string(s.Revision), Date: s.Date.String(), Routes: []api.Route{}, Notes: sentencesOf(s, lang, p.Notes),
	}
	out.From, out.FromName = pathEnd(s, p.From, lang)
	out.To, out.ToName = pathEnd(s, p.To, lang)
	for _, r := range p.Routes {
		out.Routes = append(out.Routes, pathRoute(s, &r, lang))
	}
	return out
}

func pathEnd(s *view.Slice, end view.PathEnd, lang string) (id, name string) {
	if end.Group != nil {
		return end.Group.ID, s.GroupName(end.Group, lang)
	}
	actor := &s.Network.Actors[end.Actor]
	return string(actor.ID), actor.NameIn(lang)
}

func pathRoute(s *view.Slice, r *view.PathRoute, lang string) api.Route {
	out := api.Route{Length: r.Length(), Sentences: sentencesOf(s, lang, r.Sentences)}
	out.Sentence = Text(lang, out.Sentences)
	for i, a := range r.Actors {
		if i > 0 {
			out.Steps = append(out.Steps, projectStep(s, r.Shared[i-1]))
		}
		actor := &s.Network.Actors[a]
		out.Steps = append(out.Steps, api.RouteStep{
			Actor: string(actor.ID), Name: actor.NameIn(lang), Shown: actor.Short, Standing: api.Standing(s.Selection.StandingOf(int(a)).String()),
		})
	}
	return out
}

func projectStep(s *view.Slice, shared []int32) api.RouteStep {
	best := &s.Network.Projects[shared[0]]
	step := api.RouteStep{
		Project: string(best.ID), Name: best.Name, State: api.State(best.StateAt(s.Date).String()), Actors: len(s.Network.ProjectTies(int(shared[0]))),
	}
	others := shared[1:]
	for _, p := range others[:min(stepProjects, len(others))] {
		step.Others = append(step.Others, api.ProjectName{Id: string(s.Network.Projects[p].ID), Name: s.Network.Projects[p].Name})
	}
	step.MoreOthers = len(others) - len(step.Others)
	return step
}

// ActorChoices shapes the actors that an unclear name may have meant.
func ActorChoices(choices []view.ActorChoice) []api.ActorChoice {
	list := make([]api.ActorChoice, 0, len(choices))
	for _, c := range choices {
		list = append(list, api.ActorChoice{Id: string(c.ID), Name: c.Name, Projects: c.Projects})
	}
	return list
}

// ActorProblem says in a language that a name fits no actor, or several, and
// which ones to choose from.
func ActorProblem(e *view.ActorError, lang string) string {
	choices := ""
	for i, c := range e.Choices {
		if i > 0 {
			choices += "; "
		}
		choices += c.Name + " (" + string(c.ID) + ")"
	}
	if e.Several {
		if e.More > 0 {
			choices += "; " + words.Text(lang, "count.others", words.Values{"count": e.More})
		}
		return words.Text(lang, "problem.actor-several", words.Values{"name": e.Text, "choices": choices})
	}
	text := words.Text(lang, "problem.actor-unknown", words.Values{"name": e.Text})
	if choices != "" {
		text += " " + words.Text(lang, "problem.actor-near", words.Values{"choices": choices})
	}
	return text
}
