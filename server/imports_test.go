package server

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hankeverkko/server/api"
)

// uploaded sends files, each "name\ncontent", as a curator does.
func uploaded(t *testing.T, s http.Handler, options api.ImportOptions, files ...string) *httptest.ResponseRecorder {
	t.Helper()
	var b bytes.Buffer
	form := multipart.NewWriter(&b)
	raw, err := json.Marshal(options)
	if err != nil {
		t.Fatal(err)
	}
	if err := form.WriteField("options", string(raw)); err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		name, content, _ := strings.Cut(f, "\n")
		part, err := form.CreateFormFile("file", name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := form.Close(); err != nil {
		t.Fatal(err)
	}
	request := asCurator(httptest.NewRequest(http.MethodPost, "/api/v1/imports", &b))
	request.Header.Set("Content-Type", form.FormDataContentType())
	response := httptest.NewRecorder()
	s.ServeHTTP(response, request)
	return response
}

func send(t *testing.T, s http.Handler, method, target string, body any) *httptest.ResponseRecorder {
	t.Helper()
	raw, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	request := asCurator(httptest.NewRequest(method, "/api/v1"+target, bytes.NewReader(raw)))
	request.Header.Set("Content-Type", "application/json")
	response := httptest.NewRecorder()
	s.ServeHTTP(response, request)
	return response
}

// settled waits until nothing happens by itself any more.
func settled(t *testing.T, s *Server, id string) api.Import {
	t.Helper()
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		i := decode[api.Import](t, curated(s, "/imports/"+id))
		if i.State != stateReading && i.State != stateCommitting {
			return i
		}
	}
	t.Fatal("the import goes on and on")
	return api.Import{}
}

func read(t *testing.T, s *Server, options api.ImportOptions, files ...string) api.Import {
	t.Helper()
	response := uploaded(t, s, options, files...)
	if response.Code != http.StatusAccepted {
		t.Fatalf("upload: %d %s", response.Code, response.Body)
	}
	return settled(t, s, decode[api.Import](t, response).Id)
}

func TestImportFromUploadToUndo(t *testing.T) {
	s := sheetServer(t, "Hanke A;Lapin liitto;;", "Hanke B;Oulun yliopisto;;")
	i := read(t, s, api.ImportOptions{}, "oma.csv\nhanke;toimija;rooli;puhelin\nHanke A;Lapin liitto;;040 1234567\nHanke C;Rovaniemen kaupunki;;\n;Ilman hanketta;;\n")
	if i.State != stateReady || len(i.Sources) != 1 {
		t.Fatalf("%+v", i)
	}
	source := i.Sources[0]
	if r := source.Report.Rows; r.Read != 3 || r.Stored != 1 || r.Unchanged != 1 || r.Rejected != 1 {
		t.Errorf("rows %+v", r)
	}
	change := source.Change.Projects
	if len(change.New) != 1 || change.New[0].Name != "Hanke C" || len(change.Gone) != 1 || change.Gone[0].Name != "Hanke B" || change.Counts.Same != 1 {
		t.Errorf("projects %+v", change)
	}
	if source.Loses != 1 || source.Of != 2 || source.NeedsConsent {
		t.Errorf("loses %d of %d, consent %v", source.Loses, source.Of, source.NeedsConsent)
	}
	p := i.Previews[0]
	if got := fmt.Sprint(p.Columns[0].Field, p.Columns[3].Personal, p.Rows[0].Cells); got != "projecttrue [Hanke A Lapin liitto  ]" {
		t.Errorf("preview %s", got)
	}
	if projects := decode[api.ProjectList](t, get(s, "/api/v1/projects")); projects.Total != 2 {
		t.Errorf("%d projects before anything is stored", projects.Total)
	}

	if response := send(t, s, http.MethodPost, "/imports/"+i.Id+"/commit", nil); response.Code != http.StatusAccepted {
		t.Fatalf("commit: %d %s", response.Code, response.Body)
	}
	done := settled(t, s, i.Id)
	if done.State != stateDone || done.Sources[0].Run != "oma-2" {
		t.Fatalf("%+v", done)
	}
	names := func() string {
		var names []string
		for _, p := range decode[api.ProjectList](t, get(s, "/api/v1/projects")).Projects {
			names = append(names, p.Name)
		}
		return strings.Join(names, ", ")
	}
	if got := names(); got != "Hanke A, Hanke C" {
		t.Errorf("stored: %s", got)
	}

	for as, want := range map[string]string{"csv": "\ufefflähde;", "json": "[\n {", "xlsx": "PK"} {
		response := curated(s, "/imports/"+i.Id+"/report?as="+as)
		if response.Code != http.StatusOK || !strings.HasPrefix(response.Body.String(), want) {
			t.Errorf("report as %s: %d %.40q", as, response.Code, response.Body)
		}
	}

	back := decode[api.Import](t, send(t, s, http.MethodPost, "/sources/oma/undo", body{"run": "oma-2"}))
	if back = settled(t, s, back.Id); back.State != stateReady || back.Undoes != "oma-2" || back.Sources[0].Change.Projects.New[0].Name != "Hanke B" {
		t.Fatalf("undo: %+v", back)
	}
	send(t, s, http.MethodPost, "/imports/"+back.Id+"/commit", nil)
	if back = settled(t, s, back.Id); back.State != stateDone {
		t.Fatalf("undo: %+v", back.Problem)
	}
	if got := names(); got != "Hanke A, Hanke B" {
		t.Errorf("taken back: %s", got)
	}
}

// An earlier import is taken back under a later one, but for what that changed.
func TestUndoUnderALaterImport(t *testing.T) {
	s := sheetServer(t, "Hanke A;Lapin liitto;;")
	add := api.ImportOptions{Mode: "add", Source: "oma"}
	for _, file := range []string{
		"toinen.csv\nhanke;toimija;kuvaus\nHanke B;Oulun yliopisto;ensin\nHanke C;Oamk;\n",
		"kolmas.csv\nhanke;toimija;kuvaus\nHanke B;Oulun yliopisto;sitten\nHanke D;Redu;\n",
	} {
		i := read(t, s, add, file)
		if response := send(t, s, http.MethodPost, "/imports/"+i.Id+"/commit", nil); response.Code != http.StatusAccepted {
			t.Fatalf("%d %s", response.Code, response.Body)
		}
		if i = settled(t, s, i.Id); i.State != stateDone {
			t.Fatalf("%+v", i.Problem)
		}
	}
	back := decode[api.Import](t, send(t, s, http.MethodPost, "/sources/oma/undo", body{"run": "oma-2"}))
	back = settled(t, s, back.Id)
	if back.State != stateReady {
		t.Fatalf("%s %+v", back.State, back.Problem)
	}
	change := back.Sources[0].Change
	if len(change.Projects.Gone) != 1 || change.Projects.Gone[0].Name != "Hanke C" || len(change.Conflicts) != 1 || change.Conflicts[0].Name != "Hanke B" {
		t.Errorf("%+v", change)
	}
}

func TestImportIsCorrected(t *testing.T) {
	s := sheetServer(t, "Hanke A;Lapin liitto;;")
	i := read(t, s, api.ImportOptions{}, "outo.csv\nMitä;Kuka;Sähköposti\nHanke X;Redu;a@b.example\n")
	if i.State != stateFailed || i.Problem.Code != "columns-missing-both" || i.Problem.Cure == "" || len(i.Previews) != 1 {
		t.Fatalf("%+v", i)
	}
	if cells := i.Previews[0].Rows[0].Cells; cells[0] != "Hanke X" || cells[2] != "" {
		t.Errorf("preview shows %q", cells)
	}
	right := api.ImportOptions{Columns: map[string]string{"Mitä": "project", "Kuka": "actor"}}
	if response := send(t, s, http.MethodPut, "/imports/"+i.Id, right); response.Code != http.StatusAccepted {
		t.Fatalf("%d %s", response.Code, response.Body)
	}
	i = settled(t, s, i.Id)
	if i.State != stateReady || i.Sources[0].Change.Projects.New[0].Name != "Hanke X" || !i.Previews[0].Columns[0].Corrected {
		t.Fatalf("%+v", i)
	}
	mapping := curated(s, "/imports/"+i.Id+"/mapping").Body.String()
	if !strings.Contains(mapping, "Mitä: project") || strings.Contains(mapping, "Sähköposti") {
		t.Errorf("mapping:\n%s", mapping)
	}
	// The next file of the kind has its columns in another order.
	again := read(t, s, api.ImportOptions{Mapping: mapping}, "outo2.csv\nKuka;Sähköposti;Mitä\nRedu;;Hanke Y\n")
	if again.State != stateReady || again.Sources[0].Change.Projects.New[0].Name != "Hanke Y" {
		t.Fatalf("%+v", again.Problem)
	}
	for want, options := range map[string]api.ImportOptions{
		"column-personal": {Columns: map[string]string{"Sähköposti": "actor"}},
		"field-unknown":   {Columns: map[string]string{"Kuka": "puhelin"}},
		"column-unheard":  {Columns: map[string]string{"Mitä": "project", "Kuka": "actor", "Missä": "seat"}},
		"header-missing":  {Header: 900},

		"encoding-unknown":  {Encoding: "klingon"},
		"delimiter-unknown": {Delimiter: "ä"},
	} {
		send(t, s, http.MethodPut, "/imports/"+i.Id, options)
		if got := settled(t, s, i.Id); got.State != stateFailed || got.Problem.Code != want {
			t.Errorf("%v: %s %+v", options, got.State, got.Problem)
		}
	}
}

func TestMoreThanHalfWantsConsent(t *testing.T) {
	s := sheetServer(t, "Hanke A;Lapin liitto;;", "Hanke B;Oulun yliopisto;;", "Hanke C;Redu;;")
	i := read(t, s, api.ImportOptions{}, "oma.csv\nhanke;toimija\nHanke A;Lapin liitto\n")
	response := send(t, s, http.MethodPost, "/imports/"+i.Id+"/commit", nil)
	if p := decode[api.Problem](t, response); response.Code != http.StatusConflict || p.Code != "more-than-half" || !strings.Contains(p.Detail, "2/3") {
		t.Fatalf("%d %+v", response.Code, p)
	}
	send(t, s, http.MethodPost, "/imports/"+i.Id+"/commit", body{"confirmLoss": true})
	if i = settled(t, s, i.Id); i.State != stateDone {
		t.Fatalf("%+v", i)
	}
}

// When another has changed the store meanwhile, the person sees the new comparison first.
func TestImportMeetsAChangedStore(t *testing.T) {
	s := sheetServer(t, "Hanke A;Lapin liitto;;")
	one := read(t, s, api.ImportOptions{}, "uusi.csv\nhanke;toimija\nHanke B;Redu\n")
	two := read(t, s, api.ImportOptions{}, "toinen.csv\nhanke;toimija\nHanke C;Redu\n")
	send(t, s, http.MethodPost, "/imports/"+two.Id+"/commit", nil)
	settled(t, s, two.Id)
	send(t, s, http.MethodPost, "/imports/"+one.Id+"/commit", nil)
	if one = settled(t, s, one.Id); one.State != stateReady || !one.Moved {
		t.Fatalf("%s, moved %v", one.State, one.Moved)
	}
	send(t, s, http.MethodPost, "/imports/"+one.Id+"/commit", nil)
	if one = settled(t, s, one.Id); one.State != stateDone {
		t.Fatalf("%s %+v", one.State, one.Problem)
	}
}

func TestDroppedImportLeavesNoFile(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	s := sheetServer(t, "Hanke A;Lapin liitto;;")
	i := read(t, s, api.ImportOptions{}, "uusi.csv\nhanke;toimija\nHanke B;Redu\n")
	files := func() int {
		found, err := filepath.Glob(filepath.Join(os.TempDir(), uploadPrefix+"*", "*"))
		if err != nil {
			t.Fatal(err)
		}
		return len(found)
	}
	if n := files(); n != 1 {
		t.Fatalf("%d files of one upload", n)
	}
	if response := send(t, s, http.MethodDelete, "/imports/"+i.Id, nil); response.Code != http.StatusNoContent {
		t.Fatalf("%d %s", response.Code, response.Body)
	}
	if n := files(); n != 0 {
		t.Errorf("%d files left", n)
	}
	if response := curated(s, "/imports/"+i.Id); response.Code != http.StatusNotFound {
		t.Errorf("dropped, yet %d", response.Code)
	}
	s.drafts.close()
	if left, _ := filepath.Glob(filepath.Join(os.TempDir(), uploadPrefix+"*")); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestJobIsFollowed(t *testing.T) {
	s := sheetServer(t, "Hanke A;Lapin liitto;;")
	web := httptest.NewServer(s)
	defer web.Close()
	i := decode[api.Import](t, uploaded(t, s, api.ImportOptions{}, "uusi.csv\nhanke;toimija\n"+strings.Repeat("Hanke B;Redu\n", 9000)))
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, web.URL+"/api/v1/jobs/"+i.Job+"/events", nil)
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	var all bytes.Buffer
	if _, err := all.ReadFrom(response.Body); err != nil {
		t.Fatal(err)
	}
	events := strings.Split(strings.TrimSpace(all.String()), "\n\n")
	var last api.Job
	if err := json.Unmarshal([]byte(strings.TrimPrefix(events[len(events)-1], "data: ")), &last); err != nil {
		t.Fatal(err)
	}
	if last.State != stateReady || response.Header.Get("Content-Type") != "text/event-stream" {
		t.Errorf("last of %d events: %+v", len(events), last)
	}
}
