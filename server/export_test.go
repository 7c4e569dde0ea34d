package server

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"hankeverkko/server/api"
)

// Every format of every export is what the contract promises, and the network
// has what the lists count.
func TestExportFormats(t *testing.T) {
	s := exampleServer(t)
	projects := decode[api.ProjectList](t, get(s, "/api/v1/projects?region=Lappi&limit=1"))
	actors := decode[api.ActorList](t, get(s, "/api/v1/actors?region=Lappi&limit=1"))
	for target, want := range map[string]struct {
		status      int
		contentType string
	}{
		"what=projects&format=csv":    {200, "text/csv"},
		"what=projects&format=xlsx":   {200, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
		"what=actors&format=csv":      {200, "text/csv"},
		"what=network&format=csv":     {200, "text/csv"},
		"what=network&format=json":    {200, "application/json"},
		"what=network&format=graphml": {200, "application/graphml+xml"},
		"what=network&format=gexf":    {200, "application/gexf+xml"},
		"what=network&format=xlsx":    {400, ""},
		"what=projects&format=gexf":   {400, ""},
		"what=actors&format=json":     {400, ""},
		"what=network&format=kumu":    {400, ""},
		"what=pairs&format=csv":       {200, "text/csv"},
		"what=pairs&format=xlsx":      {400, ""},
	} {
		response := get(s, "/api/v1/export?region=Lappi&"+target)
		if response.Code != want.status || want.status == http.StatusOK && response.Header().Get("Content-Type") != want.contentType {
			t.Errorf("%s: %d %s", target, response.Code, response.Header().Get("Content-Type"))
			continue
		}
		if want.status != http.StatusOK {
			if p := decode[api.Problem](t, response); !strings.Contains(p.Detail, "format") {
				t.Errorf("%s: %+v", target, p)
			}
			continue
		}
		query, err := url.ParseQuery(target)
		if err != nil {
			t.Fatal(err)
		}
		if name := response.Header().Get("Content-Disposition"); !strings.Contains(name, query.Get("what")+"."+query.Get("format")) {
			t.Errorf("%s: %s", target, name)
		}
		nodes := projects.Total + actors.Total
		switch body := response.Body.Bytes(); query.Get("format") {
		case "graphml":
			if got := elements(t, body, "node"); got != nodes {
				t.Errorf("%s: %d nodes, want %d", target, got, nodes)
			}
		case "gexf":
			if got := elements(t, body, "node"); got != nodes {
				t.Errorf("%s: %d nodes, want %d", target, got, nodes)
			}
		case "json":
			var doc struct{ Projects, Actors, Ties []any }
			if err := json.Unmarshal(body, &doc); err != nil || len(doc.Projects) != projects.Total || len(doc.Actors) != actors.Total {
				t.Errorf("%s: %d projects, %d actors, %v", target, len(doc.Projects), len(doc.Actors), err)
			}
		case "csv":
			reader := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(body, []byte("\ufeff"))))
			reader.Comma = ';'
			if rows, err := reader.ReadAll(); err != nil || len(rows) < 20 {
				t.Errorf("%s: %d rows, %v", target, len(rows), err)
			}
		}
	}
}

func elements(t *testing.T, file []byte, name string) (count int) {
	t.Helper()
	decoder := xml.NewDecoder(bytes.NewReader(file))
	for {
		token, err := decoder.Token()
		if token == nil {
			return count
		}
		if err != nil {
			t.Fatal(err)
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == name {
			count++
		}
	}
}

// The filters of the list narrow the network as well, and the file says so.
func TestExportOfANarrowedNetwork(t *testing.T) {
	s := exampleServer(t)
	list := decode[api.ProjectList](t, get(s, "/api/v1/projects?region=Lappi&limit=1"))
	group := list.Facets.Groups[0]
	var doc struct {
		From     string
		Filter   map[string]string
		Projects []struct{ ID, Group string }
	}
	target := "/api/v1/export?what=network&format=json&region=Lappi&from=2015-01-01&group=" + url.QueryEscape(group.Id)
	if err := json.Unmarshal(get(s, target).Body.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	if len(doc.Projects) != group.Projects || doc.Filter["group"] != group.Id || doc.From != "2015-01-01" {
		t.Errorf("%d projects of %d; filter %v, from %q", len(doc.Projects), group.Projects, doc.Filter, doc.From)
	}
	for _, p := range doc.Projects {
		if p.Group != group.Id {
			t.Errorf("%s is in %s", p.ID, p.Group)
		}
	}
	lens := get(s, "/api/v1/export?what=network&format=json&region=Lappi&lens=cooperation").Body.String()
	if !strings.Contains(lens, `"group":"cooperation:maakunta:19:`) {
		t.Error("no partner networks through the lens of cooperation")
	}
}

// Roles depend on the groups of the lens that is asked for.
func TestMeasuresThroughALens(t *testing.T) {
	s, router := exampleServer(t), contractRouter(t)
	for _, target := range []string{
		"/api/v1/measures?measure=role_gatekeeper&region=Lappi", "/api/v1/measures?measure=role_gatekeeper&region=Lappi&lens=cooperation",
		"/api/v1/measures?measure=constraint&region=Lappi",
	} {
		response := get(s, target)
		if response.Code != http.StatusOK {
			t.Errorf("%s: %d", target, response.Code)
		}
		checkContract(t, router, target, response)
	}
}
