package server

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"

	"hankeverkko/example"
	"hankeverkko/graph"
	"hankeverkko/graph/store"
	"hankeverkko/graph/store/memory"
	"hankeverkko/graph/view"
	"hankeverkko/importer"
	"hankeverkko/server/api"
)

// clock stands still, years after the example ends.
func clock() time.Time { return time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC) }

// exampleView is the bundled example in the memory store, read once for all tests.
var exampleView = sync.OnceValues(func() (*view.Live, error) {
	reading, err := importer.Read(example.File, bytes.NewReader(example.CSV), importer.Options{Source: example.Source, Name: example.Name, AsOf: example.AsOf})
	if err != nil {
		return nil, err
	}
	reading.Source.Example, reading.Source.Credit = true, example.Credit
	s := memory.Open()
	if err := commit(s, reading.Source, reading.Records); err != nil {
		return nil, err
	}
	live := view.NewLive(s, slog.New(slog.DiscardHandler), clock)
	return live, live.Refresh(context.Background())
})

func commit(s store.Store, source graph.Source, records []graph.Record) error {
	base, err := s.Revision(context.Background())
	if err != nil {
		return err
	}
	_, err = s.Commit(context.Background(), base, store.Commit{
		Source: source, Change: graph.Diff(nil, records, false), Run: graph.Run{At: clock(), File: "test.csv", AsOf: source.AsOf},
	})
	return err
}

func exampleServer(t *testing.T) *Server {
	t.Helper()
	live, err := exampleView()
	if err != nil {
		t.Fatal(err)
	}
	return serverOf(t, live)
}

func liveOf(t *testing.T, reader store.Reader) *view.Live {
	t.Helper()
	live := view.NewLive(reader, slog.New(slog.DiscardHandler), clock)
	if err := live.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	return live
}

func serverOf(t *testing.T, live *view.Live) *Server {
	t.Helper()
	files := fstest.MapFS{
		"index.html": {Data: []byte("<!doctype html>")}, "assets/a.js": {Data: []byte("1")}, "assets/a.js.br": {Data: []byte("packed")},
	}
	return serverWith(t, live, nil, files)
}

func serverWith(t *testing.T, live *view.Live, to Store, files fstest.MapFS) *Server {
	t.Helper()
	s, err := New(live, Options{Log: slog.New(slog.DiscardHandler), Version: "test", FrontEnd: files, Now: clock, Store: to})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.drafts.close)
	return s
}

func get(s http.Handler, target string, header ...string) *httptest.ResponseRecorder {
	request := httptest.NewRequest(http.MethodGet, target, nil)
	for i := 0; i+1 < len(header); i += 2 {
		request.Header.Set(header[i], header[i+1])
	}
	response := httptest.NewRecorder()
	s.ServeHTTP(response, request)
	return response
}

func decode[T any](t *testing.T, response *httptest.ResponseRecorder) T {
	t.Helper()
	var v T
	if err := json.Unmarshal(response.Body.Bytes(), &v); err != nil {
		t.Fatalf("%d %s: %v", response.Code, response.Body, err)
	}
	return v
}

func contractRouter(t *testing.T) routers.Router {
	t.Helper()
	document, err := openapi3.NewLoader().LoadFromData(contract)
	if err != nil {
		t.Fatal(err)
	}
	if err := document.Validate(t.Context()); err != nil {
		t.Fatal(err)
	}
	router, err := gorillamux.NewRouter(document)
	if err != nil {
		t.Fatal(err)
	}
	return router
}

// Every answer, good or bad, is what openapi.yaml promises.
func TestAnswersKeepTheContract(t *testing.T) {
	s, router := exampleServer(t), contractRouter(t)
	list := decode[api.ProjectList](t, get(s, "/api/v1/projects?region=maakunta:19&limit=3"))
	if len(list.Projects) != 3 || list.Total < 20 || !list.Truncated {
		t.Fatalf("Lappi lists %d of %d projects", len(list.Projects), list.Total)
	}
	project := url.PathEscape(list.Projects[0].Id)
	actor := url.PathEscape(list.Projects[0].Lead.Id)
	group := url.PathEscape(list.Projects[0].Group.Id)
	landscape := decode[api.Landscape](t, get(s, "/api/v1/landscape?region=maakunta:19&lens=cooperation"))
	network := url.PathEscape(landscape.Groups[0].Id)
	for target, want := range map[string]int{
		"/api/v1/regions":                                                           200,
		"/api/v1/regions?lang=sv&date=2018-01-01":                                   200,
		"/api/v1/summary":                                                           200,
		"/api/v1/summary?region=Lappi&lang=en":                                      200,
		"/api/v1/summary?region=maakunta:19&ledHere=true":                           200,
		"/api/v1/summary?region=set:seinajoki-ilmajoki&date=2030-01-01":             200,
		"/api/v1/summary?region=kunta:005":                                          200,
		"/api/v1/landscape?region=FI1D7":                                            200,
		"/api/v1/landscape?region=maakunta:06&size=phone&lang=sv":                   200,
		"/api/v1/landscape?size=office":                                             200,
		"/api/v1/groups/" + group + "?region=maakunta:19":                           200,
		"/api/v1/groups/topics:rest?region=maakunta:19":                             200,
		"/api/v1/landscape?region=maakunta:01&lens=cooperation&lang=sv":             200,
		"/api/v1/landscape?lens=cooperation&size=phone&lang=en":                     200,
		"/api/v1/landscape?lens=cooperation&region=maakunta:21":                     200,
		"/api/v1/landscape?from=2018-01-01&to=2018-12-31&part=partner":              200,
		"/api/v1/groups/" + network + "?region=maakunta:19":                         200,
		"/api/v1/groups/" + network + "?region=maakunta:06":                         200,
		"/api/v1/groups/cooperation:maakunta:01:rest?region=maakunta:01&lang=sv":    200,
		"/api/v1/groups/cooperation:maakunta:19:single?region=maakunta:19":          200,
		"/api/v1/groups/cooperation:maakunta:19:outside?region=maakunta:19&lang=en": 200,
		"/api/v1/groups/cooperation:maakunta:99:single":                             404,
		"/api/v1/groups/cooperation:maakunta:19:ytunnus:0000000-0":                  404,
		"/api/v1/groups/cooperation:":                                               404,
		"/api/v1/projects?region=maakunta:19&lens=cooperation&group=" + group:       200,
		"/api/v1/projects?region=maakunta:19&group=" + network:                      200,
		"/api/v1/projects/" + project + "?lens=cooperation&region=maakunta:21":      200,
		"/api/v1/actors?region=maakunta:19&lens=cooperation&group=" + network:       200,
		"/api/v1/actors/" + actor + "?region=maakunta:19&lens=cooperation":          200,
		"/api/v1/actors/" + actor + "?region=maakunta:21&lens=cooperation":          200,
		"/api/v1/actors?kind=university&part=lead&source=eura-2014":                 200,
		"/api/v1/surroundings?region=maakunta:19&group=" + network:                  200,
		"/api/v1/surroundings?group=" + group + "&size=phone&shown=12":              200,
		"/api/v1/surroundings?actor=" + actor + "&steps=2&shown=120&lang=sv":        200,
		"/api/v1/surroundings?actor=" + actor + "&region=maakunta:21":               200,
		"/api/v1/surroundings":                                                      400,
		"/api/v1/surroundings?actor=" + actor + "&group=" + group:                   400,
		"/api/v1/surroundings?actor=" + actor + "&shown=121":                        400,
		"/api/v1/surroundings?actor=" + actor + "&steps=3":                          400,
		"/api/v1/surroundings?group=topics:none":                                    404,
		"/api/v1/surroundings?actor=name:nobody":                                    404,
		"/api/v1/modularity?region=maakunta:19":                                     200,
		"/api/v1/modularity?region=maakunta:21":                                     200,
		"/api/v1/beyond-chance?region=maakunta:21":                                  200,
		"/api/v1/beyond-chance?region=maakunta:19&actor=" + actor:                   200,
		"/api/v1/beyond-chance?actor=name:nobody":                                   404,
		"/api/v1/beyond-chance?region=atlantis":                                     404,
		"/api/v1/structure?region=maakunta:19":                                      200,
		"/api/v1/structure?region=maakunta:21&lens=cooperation":                     200,
		"/api/v1/structure?region=atlantis":                                         404,
		"/api/v1/whatif?remove=" + actor + "&region=maakunta:19":                    200,
		"/api/v1/whatif?remove=Lapin+AMK&lang=en":                                   200,
		"/api/v1/whatif?add=Lapin+AMK&add=Oulun+yliopisto":                          200,
		"/api/v1/whatif?add=Lapin+AMK":                                              400,
		"/api/v1/whatif":                                                            400,
		"/api/v1/whatif?remove=Lapin+AMK&add=" + actor:                              400,
		"/api/v1/whatif?remove=Keijukaisten+liitto":                                 404,
		"/api/v1/whatif?remove=Metropolia+ammattikorkeakoulu+Oy&region=maakunta:21": 404,
		"/api/v1/boundary?region=maakunta:19&lens=cooperation&project=" + project:   200,
		"/api/v1/boundary?region=maakunta:19&lens=cooperation&actor=" + actor:       200,
		"/api/v1/boundary?region=maakunta:19&lens=cooperation&actor=name:nobody":    404,
		"/api/v1/boundary?region=maakunta:19&lens=cooperation":                      200,
		"/api/v1/boundary?region=maakunta:19&lens=cooperation&group=" + network:     200,
		"/api/v1/boundary?region=maakunta:19&lens=cooperation&group=" + group:       404,
		"/api/v1/landscape?part=king":                                               400,
		"/api/v1/landscape?from=yesterday":                                          400,
		"/api/v1/projects?region=maakunta:19&state=ending&sort=to":                  200,
		"/api/v1/projects?q=matkailu&desc=true&sort=from&limit=2000":                200,
		"/api/v1/projects/" + project:                                               200,
		"/api/v1/actors?region=maakunta:19&sort=projects&desc=true":                 200,
		"/api/v1/actors?standing=own&group=" + group:                                200,
		"/api/v1/actors/" + actor + "?region=maakunta:19":                           200,
		"/api/v1/actors/" + actor + "?region=maakunta:21":                           200,
		"/api/v1/search?q=kiertotalouden":                                           200,
		"/api/v1/search?q=%22%27%25*%3B--":                                          200,
		"/api/v1/measures":                                                          200,
		"/api/v1/measures?measure=betweenness&region=maakunta:19":                   200,
		"/api/v1/measures?measure=pagerank&limit=5":                                 200,
		"/api/v1/health":                          200,
		"/api/v1/ready":                           200,
		"/api/v1/summary?region=Atlantis":         404,
		"/api/v1/summary?region=Raahe":            400,
		"/api/v1/summary?date=2019-02-30":         400,
		"/api/v1/groups/topics:none":              404,
		"/api/v1/projects/eura:A00000":            404,
		"/api/v1/actors/ytunnus:0000000-0":        404,
		"/api/v1/projects?limit=0x10":             400,
		"/api/v1/projects?limit=100000":           400,
		"/api/v1/projects?offset=-1":              400,
		"/api/v1/measures?measure=fame":           404,
		"/api/v1/search?q=x&limit=99":             400,
		"/api/v1/projects?state=sleeping":         400,
		"/api/v1/projects?sort=colour":            400,
		"/api/v1/actors?standing=somewhere":       400,
		"/api/v1/landscape?lens=magic":            400,
		"/api/v1/export?what=projects&format=pdf": 400,
		"/api/v1/landscape?size=poster":           400,
	} {
		response := get(s, target)
		if response.Code != want {
			t.Errorf("%s: %d, want %d: %.200s", target, response.Code, want, response.Body)
			continue
		}
		checkContract(t, router, target, response)
	}
}

func checkContract(t *testing.T, router routers.Router, target string, response *httptest.ResponseRecorder) {
	t.Helper()
	request := httptest.NewRequest(http.MethodGet, target, nil)
	route, pathParams, err := router.FindRoute(request)
	if err != nil {
		t.Errorf("%s: %v", target, err)
		return
	}
	input := &openapi3filter.ResponseValidationInput{
		RequestValidationInput: &openapi3filter.RequestValidationInput{Request: request, PathParams: pathParams, Route: route},
		Status:                 response.Code, Header: response.Header(),
	}
	input.SetBodyBytes(response.Body.Bytes())
	if err := openapi3filter.ValidateResponse(context.Background(), input); err != nil {
		t.Errorf("%s: %.600s", target, err)
	}
}

func TestProblemsSpeakTheReadersLanguage(t *testing.T) {
	s := exampleServer(t)
	for lang, want := range map[string]string{"fi": "sopii useaan alueeseen", "sv": "passar flera områden", "en": "fits several regions"} {
		response := get(s, "/api/v1/summary?region=Raahe&lang="+lang)
		p := decode[api.Problem](t, response)
		if response.Header().Get("Content-Type") != "application/problem+json" || !strings.Contains(p.Detail, want) || len(p.Choices) != 2 {
			t.Errorf("%s: %+v", lang, p)
		}
	}
}

func TestSecurityHeadersOnEveryAnswer(t *testing.T) {
	s := exampleServer(t)
	for _, target := range []string{"/", "/assets/a.js", "/no-such-file", "/../etc/passwd", "/%2e%2e/x", "/api", "/api/v1/summary", "/api/v1/nothing", "/api/v1/health", "/api/v1/openapi.yaml"} {
		response := get(s, target)
		for name, want := range securityHeaders {
			if got := response.Header().Get(name); got != want {
				t.Errorf("%s %s: %q", target, name, got)
			}
		}
	}
	if csp := securityHeaders["Content-Security-Policy"]; strings.Contains(csp, "unsafe") || !strings.HasPrefix(csp, "default-src 'none'") {
		t.Errorf("content security policy: %s", csp)
	}
}

func TestOnlyReading(t *testing.T) {
	s := exampleServer(t)
	for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodPatch} {
		request := httptest.NewRequest(method, "/api/v1/summary", nil)
		response := httptest.NewRecorder()
		s.ServeHTTP(response, request)
		if response.Code != http.StatusMethodNotAllowed {
			t.Errorf("%s: %d", method, response.Code)
		}
	}
}

func TestAnswersAreKeptUntilTheRevisionChanges(t *testing.T) {
	s := exampleServer(t)
	first := get(s, "/api/v1/summary?region=maakunta:19")
	etag := first.Header().Get("ETag")
	if etag == "" || first.Code != http.StatusOK {
		t.Fatalf("%d, ETag %q", first.Code, etag)
	}
	if again := get(s, "/api/v1/summary?region=maakunta:19", "If-None-Match", etag); again.Code != http.StatusNotModified || again.Body.Len() != 0 {
		t.Errorf("same request: %d with %d bytes", again.Code, again.Body.Len())
	}
	if other := get(s, "/api/v1/summary?region=maakunta:18", "If-None-Match", etag); other.Code != http.StatusOK {
		t.Errorf("another region: %d", other.Code)
	}
	packed := get(s, "/api/v1/summary?region=maakunta:19", "Accept-Encoding", "gzip")
	if packed.Header().Get("Content-Encoding") != "gzip" || packed.Body.Len() >= first.Body.Len() {
		t.Errorf("packed: %q, %d of %d bytes", packed.Header().Get("Content-Encoding"), packed.Body.Len(), first.Body.Len())
	}
	if refused := get(s, "/api/v1/summary", "Accept-Encoding", "gzip;q=0"); refused.Header().Get("Content-Encoding") != "" {
		t.Error("packed although refused")
	}
}

func TestAssets(t *testing.T) {
	s := exampleServer(t)
	if r := get(s, "/"); r.Code != 200 || r.Header().Get("Cache-Control") != "no-cache" {
		t.Errorf("/: %d %s", r.Code, r.Header().Get("Cache-Control"))
	}
	if r := get(s, "/assets/a.js", "Accept-Encoding", "gzip, br"); r.Body.String() != "packed" || r.Header().Get("Content-Encoding") != "br" || !strings.Contains(r.Header().Get("Cache-Control"), "immutable") {
		t.Errorf("asset: %q %v", r.Body, r.Header())
	}
	if r := get(s, "/assets/a.js.br"); r.Code != http.StatusNotFound {
		t.Errorf("packed twin served by its own name: %d", r.Code)
	}
}

// brokenReader is a store that has gone away after the first view.
type brokenReader struct {
	store.Reader
	gone bool
}

func (b *brokenReader) Revision(ctx context.Context) (graph.Revision, error) {
	if b.gone {
		return "", graph.ErrUnavailable
	}
	return b.Reader.Revision(ctx)
}

func TestServesTheLastViewWhenTheStoreIsAway(t *testing.T) {
	reader := &brokenReader{Reader: memory.Open()}
	s := serverOf(t, liveOf(t, reader))
	reader.gone = true
	if err := s.live.Refresh(t.Context()); err == nil {
		t.Fatal("a refresh without a store succeeded")
	}
	if r := get(s, "/api/v1/summary"); r.Code != http.StatusOK {
		t.Errorf("summary: %d", r.Code)
	}
	ready := decode[api.Ready](t, get(s, "/api/v1/ready"))
	if ready.Status != api.ReadyStatusDegraded || !ready.Stale {
		t.Errorf("ready: %+v", ready)
	}
}

func TestNotReadyBeforeTheFirstView(t *testing.T) {
	s := serverOf(t, view.NewLive(memory.Open(), slog.New(slog.DiscardHandler), clock))
	if r := get(s, "/api/v1/ready"); r.Code != http.StatusServiceUnavailable {
		t.Errorf("ready: %d", r.Code)
	}
	if r := get(s, "/api/v1/summary"); r.Code != http.StatusServiceUnavailable || r.Header().Get("Retry-After") == "" {
		t.Errorf("summary: %d", r.Code)
	}
	if r := get(s, "/api/v1/health"); r.Code != http.StatusOK {
		t.Errorf("health: %d", r.Code)
	}
}
