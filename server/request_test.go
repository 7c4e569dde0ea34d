package server

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/labstack/echo/v4"

	"hankeverkko/graph"
	"hankeverkko/graph/store/memory"
	"hankeverkko/server/api"
)

// Every value that the contract does not allow is refused by name, on every
// path, in the reader's language.
func TestRefusedParameters(t *testing.T) {
	s := exampleServer(t)
	long := strings.Repeat("x", 500)
	for _, c := range []struct{ path, parameter, value string }{
		{"summary", "lang", "de"},
		{"regions", "lang", "de"},
		{"landscape", "lang", "de"},
		{"landscape", "lens", "magic"},
		{"landscape", "size", "poster"},
		{"groups/topics:rest", "lens", "magic"},
		{"summary", "ledHere", "perhaps"},
		{"summary", "date", "2019-02-30"},
		{"summary", "date", "30.6.2019"},
		{"summary", "region", long},
		{"projects", "state", "sleeping"},
		{"projects", "partners", "many"},
		{"projects", "sort", "colour"},
		{"projects", "desc", "down"},
		{"projects", "limit", "0x10"},
		{"projects", "limit", "0"},
		{"projects", "limit", "2001"},
		{"projects", "offset", "-1"},
		{"projects", "q", long},
		{"actors", "standing", "somewhere"},
		{"actors", "sort", "fund"},
		{"search", "limit", "51"},
		{"export", "what", "everything"},
	} {
		query := url.Values{c.parameter: {c.value}}
		if c.path == "search" {
			query.Set("q", "x")
		}
		response := get(s, "/api/v1/"+c.path+"?"+query.Encode(), "Accept-Language", "en-GB,fi;q=0.5")
		p := decode[api.Problem](t, response)
		if response.Code != http.StatusBadRequest || !strings.Contains(p.Detail, "of the parameter "+c.parameter+" ") {
			t.Errorf("%s?%s=%.20s: %d %+v", c.path, c.parameter, c.value, response.Code, p)
		}
	}
	for _, missing := range []string{"/api/v1/search", "/api/v1/export?what=projects"} {
		if r := get(s, missing); r.Code != http.StatusBadRequest {
			t.Errorf("%s: %d", missing, r.Code)
		}
	}
	if r := get(s, "/api/v1/projects?region=&state=&date=&q="); r.Code != http.StatusOK {
		t.Errorf("empty values: %d %s", r.Code, r.Body)
	}
}

// Ids hold whatever a title or a name holds.
func TestIdsInPaths(t *testing.T) {
	s := memory.Open()
	const project, actor = "t:ä/b c:d%2F+e?f", "Örö & Co Oy: 100 %"
	cells := graph.Cells{graph.FieldProject: "Ä", graph.FieldActor: actor}
	if err := commit(s, graph.Source{ID: "t", Name: "T"}, []graph.Record{graph.NewRecord("t", project, "1", cells, 2)}); err != nil {
		t.Fatal(err)
	}
	web := serverOf(t, liveOf(t, s))
	for _, escaped := range []string{url.PathEscape(project), strings.ReplaceAll(url.PathEscape(project), ":", "%3A")} {
		card := decode[api.ProjectCard](t, get(web, "/api/v1/projects/"+escaped))
		if card.Id != project || len(card.Actors) != 1 {
			t.Errorf("%s leads to %q", escaped, card.Id)
			continue
		}
		id := card.Actors[0].Id
		if found := decode[api.ActorCard](t, get(web, "/api/v1/actors/"+url.PathEscape(id))); found.Id != id || found.Name != actor {
			t.Errorf("%s leads to %q", id, found.Id)
		}
	}
}

func TestFoundRegionsTellTheirProjects(t *testing.T) {
	s := exampleServer(t)
	summary := decode[api.Summary](t, get(s, "/api/v1/summary?region=maakunta:19"))
	for _, hit := range decode[api.SearchResult](t, get(s, "/api/v1/search?q=Lappi")).Hits {
		if hit.Id == "maakunta:19" {
			if hit.Projects != summary.Counts.Projects || hit.Projects == 0 {
				t.Errorf("Lappi is found with %d projects, its page has %d", hit.Projects, summary.Counts.Projects)
			}
			return
		}
	}
	t.Error("Lappi is not found")
}

func TestContractPageSpeaksTheReadersLanguage(t *testing.T) {
	s := exampleServer(t)
	for _, c := range []struct{ target, accept, want string }{
		{"/api", "", "fi"},
		{"/api", "sv-FI,sv;q=0.9,en;q=0.8", "sv"},
		{"/api", "de", "fi"},
		{"/api?lang=en", "sv", "en"},
	} {
		if r := get(s, c.target, "Accept-Language", c.accept); r.Code != http.StatusOK || !strings.Contains(r.Body.String(), `<html lang="`+c.want+`">`) {
			t.Errorf("%s for %q is not in %s", c.target, c.accept, c.want)
		}
	}
}

func TestAnswersKeepToTheirBytes(t *testing.T) {
	a, err := newAnswers(10 * (overhead + 100))
	if err != nil {
		t.Fatal(err)
	}
	for i := range 50 {
		key := fmt.Sprintf("%02d", i)
		a.add(key, answer{gzip: make([]byte, 98)})
		a.add(key, answer{gzip: make([]byte, 5000)}) // the first answer stays
	}
	if a.size != 10*(overhead+100) || a.kept.Len() != 10 {
		t.Errorf("%d answers weigh %d", a.kept.Len(), a.size)
	}
	if _, ok := a.get("49"); !ok {
		t.Error("the newest answer is gone")
	}
	a.add("large", answer{gzip: make([]byte, 100_000)})
	if a.size != 0 || a.kept.Len() != 0 {
		t.Errorf("an answer beyond all bounds leaves %d bytes", a.size)
	}
}

// HEAD says what GET says, without a body.
func TestHead(t *testing.T) {
	web, stop := serving(t, exampleServer(t))
	defer stop()
	for _, path := range []string{"/", "/api", "/api/v1/openapi.yaml", "/api/v1/health", "/api/v1/summary?region=Lappi", "/api/v1/projects?limit=x"} {
		got, err := http.Get(web + path)
		if err != nil {
			t.Fatal(err)
		}
		got.Body.Close()
		head, err := http.Head(web + path)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(head.Body)
		head.Body.Close()
		if err != nil || head.StatusCode != got.StatusCode || len(body) != 0 || head.Header.Get("Content-Type") != got.Header.Get("Content-Type") || head.Header.Get("ETag") != got.Header.Get("ETag") {
			t.Errorf("%s: HEAD %d %v, GET %d %v, %v", path, head.StatusCode, head.Header, got.StatusCode, got.Header, err)
		}
	}
}

// serving answers on a free port; stop waits for the end.
func serving(t *testing.T, s *Server) (address string, stop func()) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- s.Serve(ctx, listener) }()
	return "http://" + listener.Addr().String(), func() {
		cancel()
		if err := <-done; err != nil {
			t.Errorf("stopping: %v", err)
		}
	}
}

// A request that runs when the program is told to stop is answered; a new one is not taken.
func TestStopsGracefully(t *testing.T) {
	s := exampleServer(t)
	started, finish := make(chan struct{}), make(chan struct{})
	s.echo.GET("/slow", func(c echo.Context) error {
		close(started)
		<-finish
		return c.String(http.StatusOK, "done")
	})
	address, stop := serving(t, s)
	host := strings.TrimPrefix(address, "http://")
	connection, err := net.Dial("tcp", host)
	if err != nil {
		t.Fatal(err)
	}
	defer connection.Close()
	if _, err := fmt.Fprintf(connection, "GET /slow HTTP/1.1\r\nHost: %s\r\n\r\n", host); err != nil {
		t.Fatal(err)
	}
	<-started
	stopped := make(chan struct{})
	go func() { stop(); close(stopped) }()
	for { // until the listener is closed
		other, err := net.DialTimeout("tcp", host, time.Second)
		if err != nil {
			break
		}
		other.Close()
	}
	select {
	case <-stopped:
		t.Error("stopped before the request was answered")
	default:
	}
	close(finish)
	response, err := http.ReadResponse(bufio.NewReader(connection), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if body, err := io.ReadAll(response.Body); string(body) != "done" || err != nil {
		t.Errorf("%q, %v", body, err)
	}
	<-stopped
}
