package server

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"hankeverkko/graph"
	"hankeverkko/graph/store/memory"
	"hankeverkko/importer"
	"hankeverkko/server/api"
	"hankeverkko/words"
)

// sheetServer serves a sheet of "project;actor;business id;town" lines.
func sheetServer(t *testing.T, lines ...string) *Server {
	t.Helper()
	sheet := "hanke;toimija;y-tunnus;postitoimipaikka\n" + strings.Join(lines, "\n") + "\n"
	return csvServer(t, sheet)
}

func csvServer(t *testing.T, sheet string) *Server {
	t.Helper()
	reading, err := importer.Read("oma.csv", strings.NewReader(sheet), importer.Options{Source: "oma", Name: "Oma lista"})
	if err != nil {
		t.Fatal(err)
	}
	s := memory.Open()
	if err := commit(s, reading.Source, reading.Records); err != nil {
		t.Fatal(err)
	}
	return serverWith(t, liveOf(t, s), s, fstest.MapFS{"index.html": {Data: []byte("x")}})
}

func curatedServer(t *testing.T) *Server {
	return sheetServer(t, "Hanke A;Lapin ammattikorkeakoulu Oy;2528792-5;Rovaniemi", "Hanke B;Lapin ammattikorkeakoulu;;", "Hanke C;LAPIN AMK;;",
		"Hanke D;Oulun yliopisto;0245895-5;Oulu", "Hanke E;Oulun yliopisto / Thule-instituutti;;", "Hanke F;Rovaniemen ammattikorkeakoulu;;",
		"Hanke G;KEHA-keskus;2296962-1;Oulu", "Hanke H;KEHA-keskus;2296962-1;Kuopio", "Hanke I;Karhuseutu;;")
}

// asCurator makes a request one of this machine, that may write.
func asCurator(r *http.Request) *http.Request {
	r.RemoteAddr, r.Host = "127.0.0.1:4711", "localhost:8080"
	return r
}

func post(t *testing.T, s http.Handler, target string, body any) *httptest.ResponseRecorder {
	t.Helper()
	raw, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	request := asCurator(httptest.NewRequest(http.MethodPost, "/api/v1"+target, bytes.NewReader(raw)))
	request.Header.Set("Content-Type", "application/json")
	response := httptest.NewRecorder()
	s.ServeHTTP(response, request)
	return response
}

func curated(s http.Handler, target string) *httptest.ResponseRecorder {
	response := httptest.NewRecorder()
	s.ServeHTTP(response, asCurator(httptest.NewRequest(http.MethodGet, "/api/v1"+target, nil)))
	return response
}

type body map[string]any

func TestCandidatesAreDecided(t *testing.T) {
	s := curatedServer(t)
	says := func(target string) []string {
		t.Helper()
		said := []string{}
		for _, c := range decode[api.CandidateList](t, get(s, "/api/v1"+target)).Items {
			said = append(said, fmt.Sprintf("%s %s %s %s", c.Suggestion, c.Reasons[0].Code, c.A.Id, c.B.Id))
		}
		slices.Sort(said)
		return said
	}
	want := []string{
		"merge abbreviation ytunnus:2528792-5 name:lapin amk",
		"merge legal-form ytunnus:2528792-5 name:lapin ammattikorkeakoulu",
		"part-of part ytunnus:0245895-5 name:oulun yliopisto thule instituutti",
		"successor-of merged-into ytunnus:2528792-5 name:rovaniemen ammattikorkeakoulu",
	}
	if got := says("/candidates"); !slices.Equal(got, want) {
		t.Fatalf("%q\nwant %q", got, want)
	}
	if got := says("/candidates?reason=part"); !slices.Equal(got, want[2:3]) {
		t.Errorf("reason: %q", got)
	}
	if got := says("/candidates?q=thule"); !slices.Equal(got, want[2:3]) {
		t.Errorf("q: %q", got)
	}
	if got := says("/candidates?region=Lappi&suggestion=merge"); !slices.Equal(got, want[:2]) {
		t.Errorf("region and suggestion: %q", got)
	}
	list := decode[api.CandidateList](t, get(s, "/api/v1/candidates?limit=1"))
	if list.Total != 4 || !list.Truncated || len(list.Items) != 1 || len(list.Reasons) != 4 {
		t.Errorf("%+v", list)
	}

	response := post(t, s, "/decisions", body{"kind": "merge", "actors": []string{"2528792-5", "name:lapin ammattikorkeakoulu"}, "why": "sama"})
	made := decode[api.DecisionMade](t, response)
	if response.Code != http.StatusCreated || made.Decision.Number != 1 || made.Decision.State != api.Holds || made.Decision.Who != "curator" || made.Decision.Why != "sama" {
		t.Fatalf("%d %+v", response.Code, made)
	}
	if got := says("/candidates?reason=legal-form"); len(got) != 0 {
		t.Errorf("what is merged is proposed: %q", got)
	}
	// What stands against it is named with the entry.
	response = post(t, s, "/decisions", body{"kind": "keep-apart", "actors": []string{"2528792-5", "name:lapin amk"}})
	if response.Code != http.StatusCreated {
		t.Fatalf("%d %s", response.Code, response.Body)
	}
	response = post(t, s, "/decisions?lang=en", body{"kind": "merge", "actors": []string{"2528792-5", "name:lapin amk"}})
	problem := decode[api.Problem](t, response)
	if response.Code != http.StatusConflict || problem.Code != "kept-apart" || problem.Entry.Number != 2 || !strings.Contains(problem.Detail, "2") {
		t.Errorf("%d %+v", response.Code, problem)
	}
	// Later, and back.
	post(t, s, "/decisions", body{"kind": "later", "actors": []string{"0245895-5", "name:oulun yliopisto thule instituutti"}})
	if waiting, aside := says("/candidates"), says("/candidates?later=true"); len(waiting) != 1 || !slices.Equal(aside, want[2:3]) {
		t.Errorf("waiting %q, aside %q", waiting, aside)
	}
	response = post(t, s, "/decisions/1/undo", body{"why": "väärin"})
	if undone := decode[api.DecisionMade](t, response); response.Code != http.StatusCreated || undone.Decision.Kind != api.DecisionKindUndo {
		t.Errorf("%d %+v", response.Code, undone)
	}
	journal := decode[api.DecisionList](t, get(s, "/api/v1/decisions"))
	var states []string
	for _, e := range journal.Items {
		states = append(states, fmt.Sprintf("%d %s %s %t", e.Number, e.Kind, e.State, e.MayUndo))
	}
	if want := []string{"4 undo holds true", "3 later holds true", "2 keep-apart holds true", "1 merge undone false"}; !slices.Equal(states, want) {
		t.Errorf("%q, want %q", states, want)
	}
	if journal.Items[3].By != 4 || journal.Items[3].Text == "" || journal.Items[3].StateText == "" || journal.Items[3].Actors[0].Name == "" {
		t.Errorf("%+v", journal.Items[3])
	}
	for _, e := range journal.Items {
		if strings.Contains(e.Text, "name:") || strings.Contains(e.Text, "ytunnus:") {
			t.Errorf("an id in %q", e.Text)
		}
	}
	if got, want := journal.Items[2].Text, "eri toimijoita: Lapin ammattikorkeakoulu Oy (2528792-5); LAPIN AMK"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	about := decode[api.DecisionList](t, get(s, "/api/v1/decisions?actor=name:lapin%20amk"))
	if about.Total != 1 || about.Items[0].Number != 2 {
		t.Errorf("about one actor: %+v", about)
	}
}

func TestDecisionsAreRefusedInWords(t *testing.T) {
	s := curatedServer(t)
	for _, c := range []struct {
		body   body
		status int
		code   string
	}{
		{body{"kind": "merge", "actors": []string{"2528792-5", "Olematon Oy"}}, http.StatusNotFound, "unknown-actor"},
		{body{"kind": "split", "actors": []string{"0245895-5"}, "bySeat": true}, http.StatusConflict, "one-seat"},
		{body{"kind": "undo", "value": "9"}, http.StatusNotFound, "no-entry"},
		{body{"kind": "merge", "actors": []string{"2528792-5"}}, http.StatusBadRequest, ""},
		{body{"kind": "dance", "actors": []string{"2528792-5"}}, http.StatusBadRequest, ""},
		{body{"kind": "part-of", "actors": []string{"Karhuseutu", "0245895-5"}, "from": "eilen"}, http.StatusBadRequest, ""},
		{body{"kind": "correction", "actors": []string{"Karhuseutu"}, "value": "perhaps"}, http.StatusBadRequest, ""},
	} {
		response := post(t, s, "/decisions", c.body)
		problem := decode[api.Problem](t, response)
		if response.Code != c.status || problem.Code != c.code || c.code != "" && problem.Detail == "" {
			t.Errorf("%v: %d %+v", c.body, response.Code, problem)
		}
	}
	if journal := decode[api.DecisionList](t, get(s, "/api/v1/decisions")); journal.Total != 0 {
		t.Errorf("%d entries were written", journal.Total)
	}
}

// Who is not on this machine, or comes by another name or a proxy, reads only.
func TestOnlyTheCuratorWrites(t *testing.T) {
	s := curatedServer(t)
	for name, change := range map[string]func(*http.Request){
		"another machine": func(r *http.Request) { r.RemoteAddr = "192.0.2.7:99" },
		"another name":    func(r *http.Request) { r.Host = "evil.example" },
		"a proxy":         func(r *http.Request) { r.Header.Set("X-Forwarded-For", "192.0.2.7") },
	} {
		for _, target := range []string{"/decisions", "/decisions/batch", "/decisions/1/undo"} {
			request := asCurator(httptest.NewRequest(http.MethodPost, "/api/v1"+target, strings.NewReader(`{"kind":"merge","reason":"part","actors":["2528792-5","0245895-5"]}`)))
			request.Header.Set("Content-Type", "application/json")
			change(request)
			response := httptest.NewRecorder()
			s.ServeHTTP(response, request)
			if response.Code != http.StatusForbidden {
				t.Errorf("%s %s: %d", name, target, response.Code)
			}
		}
	}
	if journal := decode[api.DecisionList](t, get(s, "/api/v1/decisions")); journal.Total != 0 {
		t.Errorf("%d entries were written", journal.Total)
	}
}

func TestBatch(t *testing.T) {
	s := sheetServer(t, "Hanke A;Lapin ammattikorkeakoulu Oy;2528792-5;Rovaniemi", "Hanke B;Lapin ammattikorkeakoulu;;",
		"Hanke C;Kynnys ry;;", "Hanke D;Kynnys;;", "Hanke E;Humak Oy;;", "Hanke F;Humak;;", "Hanke G;Oulun yliopisto;;", "Hanke H;Oulun yliopisto / Thule;;")
	// One pair stands against an earlier decision.
	post(t, s, "/decisions", body{"kind": "part-of", "actors": []string{"Humak", "Kynnys ry"}})
	post(t, s, "/decisions", body{"kind": "part-of", "actors": []string{"Humak Oy", "Oulun yliopisto"}})
	trial := decode[api.Batch](t, post(t, s, "/decisions/batch", body{"reason": "legal-form", "dryRun": true}))
	if trial.Total != 3 || trial.Fits != 2 || trial.Refused != 1 || trial.Items[0].Code != "other-parent" || trial.Items[0].Entry == 0 || trial.Items[0].Problem == "" {
		t.Fatalf("%+v", trial)
	}
	if journal := decode[api.DecisionList](t, get(s, "/api/v1/decisions")); journal.Total != 2 {
		t.Errorf("the trial wrote: %d", journal.Total)
	}
	stale := post(t, s, "/decisions/batch", body{"reason": "legal-form", "revision": trial.Revision, "count": 3})
	if problem := decode[api.Problem](t, stale); stale.Code != http.StatusConflict || problem.Code != "moved" {
		t.Errorf("%d %+v", stale.Code, problem)
	}
	done := decode[api.Batch](t, post(t, s, "/decisions/batch", body{"reason": "legal-form", "revision": trial.Revision, "count": trial.Fits, "why": "sama nimi"}))
	if done.Fits != 2 || done.First != 3 || done.Last != 4 || done.Revision == trial.Revision {
		t.Fatalf("%+v", done)
	}
	left := decode[api.CandidateList](t, get(s, "/api/v1/candidates?reason=legal-form"))
	if left.Total != 1 {
		t.Errorf("%d are left, want the refused one", left.Total)
	}
	journal := decode[api.DecisionList](t, get(s, "/api/v1/decisions"))
	if journal.Total != 4 || journal.Items[0].Why != "sama nimi" || journal.Items[0].Kind != api.DecisionKind(graph.DecideMerge.String()) {
		t.Errorf("%+v", journal.Items)
	}
}

// From any tie or project to the rows that it came from.
func TestRecordsBehindATie(t *testing.T) {
	s := curatedServer(t)
	project := projectNamed(t, s, "Hanke D")
	for target, want := range map[string]int{
		"?project=" + url.QueryEscape(project):                                1,
		"?project=" + url.QueryEscape(project) + "&actor=ytunnus:0245895-5":   1,
		"?actor=ytunnus:2296962-1":                                            2,
		"?actor=ytunnus:2296962-1&limit=1":                                    1,
		"?actor=" + url.QueryEscape("name:oulun yliopisto thule instituutti"): 1,
	} {
		response := get(s, "/api/v1/records"+target)
		list := decode[api.RecordList](t, response)
		if response.Code != http.StatusOK || len(list.Items) != want {
			t.Fatalf("%s: %d %+v", target, response.Code, list)
		}
	}
	r := decode[api.RecordList](t, get(s, "/api/v1/records?project="+url.QueryEscape(project))).Items[0]
	cells := map[string]string{}
	for _, c := range r.Cells {
		cells[c.Field] = c.Text
		if c.Name == "" || strings.HasPrefix(c.Name, "field.") {
			t.Errorf("%s has no name", c.Field)
		}
	}
	if r.Source != "oma" || r.SourceName != "Oma lista" || r.File != "test.csv" || r.Row != 5 || !r.Current || r.At.IsZero() || cells["actor"] != "Oulun yliopisto" || cells["businessId"] != "0245895-5" {
		t.Errorf("%+v", r)
	}
	for _, target := range []string{"", "?project=nothing", "?project=" + url.QueryEscape(project) + "&actor=ytunnus:2528792-5"} {
		if response := get(s, "/api/v1/records"+target); response.Code != http.StatusBadRequest && response.Code != http.StatusNotFound {
			t.Errorf("%q: %d", target, response.Code)
		}
	}
}

// Every field that a record may hold has a name in every language.
func TestFieldWords(t *testing.T) {
	for _, f := range graph.Fields {
		for _, lang := range words.Languages {
			if _, ok := words.Keys(lang)["field."+string(f)]; !ok {
				t.Errorf("%s lacks field.%s", lang, f)
			}
		}
	}
}
