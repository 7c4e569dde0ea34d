package server

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/view"
	"hankeverkko/server/api"
)

func pathOf(from, to, more string) string {
	return "/api/v1/path?from=" + url.QueryEscape(from) + "&to=" + url.QueryEscape(to) + more
}

// Routes of the example keep the contract, are told in each language, and every
// step is a tie of the data.
func TestPath(t *testing.T) {
	s, router := exampleServer(t), contractRouter(t)
	current, _, err := s.live.Current()
	if err != nil {
		t.Fatal(err)
	}
	topic := current.Topics.List[0].ID
	for _, c := range []struct{ from, to, more string }{
		{"Lapin ammattikorkeakoulu", "Oulun yliopisto", ""},
		{"Lapin AMK", "0245895-5", "&lang=sv"},
		{"lapin amk", "ytunnus:0245895-5", "&lang=en&region=Lappi"},
		{"Lapin AMK", "Helsingin kaupunki", ""},
		{"Lapin AMK", topic, ""},
		{topic, "Oulun yliopisto", ""},
	} {
		target := pathOf(c.from, c.to, c.more)
		response := get(s, target)
		if response.Code != http.StatusOK {
			t.Errorf("%s: %d %s", target, response.Code, response.Body)
			continue
		}
		checkContract(t, router, target, response)
		routes := decode[api.Routes](t, response)
		if len(routes.Routes) == 0 {
			t.Errorf("%s: no route", target)
		}
		for i, r := range routes.Routes {
			if len(r.Steps) != r.Length+1 || i > 0 && r.Length < routes.Routes[0].Length {
				t.Errorf("%s: route %d has length %d and %d steps", target, i, r.Length, len(r.Steps))
			}
			if strings.Contains(r.Sentence, "{{") || strings.Contains(r.Sentence, "path.") || r.Sentence == "" {
				t.Errorf("%s: %q", target, r.Sentence)
			}
			checkSteps(t, current, r)
		}
	}
}

// checkSteps holds the steps against the network: actors and projects take
// turns, and neighbours are tied.
func checkSteps(t *testing.T, v *view.View, r api.Route) {
	t.Helper()
	tied := func(actor, project string) bool {
		p, ok := v.Network.FindProject(graph.ProjectID(project))
		if !ok {
			return false
		}
		for _, tie := range v.Network.ProjectTies(p) {
			if string(tie.Actor) == actor {
				return true
			}
		}
		return false
	}
	for i := 1; i < len(r.Steps); i += 2 {
		projects := []string{r.Steps[i].Project}
		for _, other := range r.Steps[i].Others {
			projects = append(projects, other.Id)
		}
		for _, p := range projects {
			if !tied(r.Steps[i-1].Actor, p) || !tied(r.Steps[i+1].Actor, p) {
				t.Errorf("%s is not shared by %s and %s", p, r.Steps[i-1].Name, r.Steps[i+1].Name)
			}
		}
	}
}

func TestPathRefused(t *testing.T) {
	s, router := exampleServer(t), contractRouter(t)
	for _, c := range []struct {
		from, to, more string
		status         int
		says           string
	}{
		{"Lapin AMK", "Oulun yliopist", "&lang=fi", 404, "Oulun yliopisto (ytunnus:0245895-5)"},
		{"Lapin AMK", "Lapin ammattikorkeakoulu", "&lang=fi", 400, "Valitse kaksi eri toimijaa"},
		{"Lapin AMK", "topics:all:none", "&lang=en", 404, "topics:all:none"},
		{"Lapin AMK", "Oulun yliopisto", "&region=Raahe&lang=fi", 400, "sopii useaan alueeseen"},
		{"Lapin AMK", "", "", 400, ""},
	} {
		target := pathOf(c.from, c.to, c.more)
		response := get(s, target)
		if response.Code != c.status {
			t.Errorf("%s: %d, want %d", target, response.Code, c.status)
		}
		if p := decode[api.Problem](t, response); !strings.Contains(p.Detail, c.says) {
			t.Errorf("%s: %+v", target, p)
		}
		checkContract(t, router, target, response)
	}
	unclear := decode[api.Problem](t, get(s, pathOf("Lapin AMK", "oulu", "")))
	if len(unclear.Actors) < 2 || unclear.Actors[0].Id == "" || unclear.Actors[0].Projects == 0 {
		t.Errorf("nobody is offered: %+v", unclear)
	}
}
