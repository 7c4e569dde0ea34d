package server

import (
	"bytes"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
	"hankeverkko/graph/store/sqlite"
	"hankeverkko/importer"
	"hankeverkko/server/api"
)

const goodKey = "avain, jota ei arvaa"

// keyedServer asks for a key, and its clock can be moved.
func keyedServer(t *testing.T) (*Server, *time.Time) {
	t.Helper()
	open := sheetServer(t, "Hanke A;Lapin liitto;;")
	now := time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)
	s, err := New(open.live, Options{
		Log: slog.New(slog.DiscardHandler), FrontEnd: fstest.MapFS{}, Store: open.store, CuratorKey: goodKey,
		Now: func() time.Time { return now },
	})
	if err != nil {
		t.Fatal(err)
	}
	return s, &now
}

// Every route that changes something refuses what another site, another
// machine or a proxy sends, and with a key whoever has not shown it.
func TestWhoMayNotWrite(t *testing.T) {
	open := sheetServer(t, "Hanke A;Lapin liitto;;")
	keyed, _ := keyedServer(t)
	hostile := map[string]func(r *http.Request){
		"another site":      func(r *http.Request) { r.Header.Set("Origin", "https://evil.example") },
		"a cross-site form": func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") },
		"a name that leads here": func(r *http.Request) {
			r.Host = "evil.example:8080"
			r.Header.Set("Origin", "http://evil.example:8080")
		},
		"a proxy":         func(r *http.Request) { r.Header.Set("X-Forwarded-For", "127.0.0.1") },
		"another proxy":   func(r *http.Request) { r.Header.Set("Forwarded", "for=127.0.0.1") },
		"another machine": func(r *http.Request) { r.RemoteAddr = "192.0.2.7:4711" },
	}
	routes := 0
	for path, item := range open.contract.Paths.Map() {
		for method := range item.Operations() {
			if method == http.MethodGet {
				continue
			}
			routes++
			target := apiBase + strings.NewReplacer("{id}", "abcdefgh1234", "{number}", "1").Replace(path)
			send := func(s *Server, change func(*http.Request)) int {
				r := asCurator(httptest.NewRequest(method, target, strings.NewReader(`{"kind":"merge","actors":["a","b"],"reason":"x","run":"oma-1","key":"x"}`)))
				r.Header.Set("Content-Type", "application/json")
				change(r)
				w := httptest.NewRecorder()
				s.ServeHTTP(w, r)
				return w.Code
			}
			for name, change := range hostile {
				// Leaving harms nobody, whoever asks; another site may not even that.
				if method == http.MethodDelete && path == "/access" && !strings.Contains(name, "site") {
					continue
				}
				if code := send(open, change); code != http.StatusForbidden {
					t.Errorf("%s %s from %s: %d", method, path, name, code)
				}
			}
			if code := send(keyed, func(*http.Request) {}); code != http.StatusForbidden && path != "/access" {
				t.Errorf("%s %s without the key: %d", method, path, code)
			}
		}
	}
	if routes < 10 {
		t.Fatalf("only %d routes that write", routes)
	}
	for _, target := range []string{"/imports", "/imports/abcdefgh1234", "/jobs/abcdefgh1234", "/jobs/abcdefgh1234/events", "/imports/abcdefgh1234/report"} {
		if code := get(keyed, apiBase+target).Code; code != http.StatusForbidden {
			t.Errorf("GET %s by the public: %d", target, code)
		}
	}
}

func entered(s *Server, key, peer string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, apiBase+"/access", strings.NewReader(`{"key":"`+key+`"}`))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Origin", "https://example.com")
	r.Host, r.RemoteAddr = "example.com", peer+":99"
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

func TestSessions(t *testing.T) {
	s, now := keyedServer(t)
	w := entered(s, goodKey, "192.0.2.1")
	if w.Code != http.StatusOK {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	cookie := w.Result().Cookies()[0]
	if cookie.Name != "__Host-hankeverkko" || !cookie.Secure || !cookie.HttpOnly || cookie.SameSite != http.SameSiteStrictMode || len(cookie.Value) < 50 {
		t.Errorf("cookie %+v", cookie)
	}
	may := func() bool {
		r := httptest.NewRequest(http.MethodGet, apiBase+"/access", nil)
		r.AddCookie(cookie)
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		return decode[api.Access](t, w).MayWrite
	}
	if !may() {
		t.Fatal("not let in with the cookie")
	}
	for range 25 {
		*now = now.Add(29 * time.Minute)
		if now.Sub(time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)) <= sessionLength != may() {
			t.Fatalf("at %v the session is %v", now, may())
		}
	}
	cookie = entered(s, goodKey, "192.0.2.1").Result().Cookies()[0]
	*now = now.Add(31 * time.Minute)
	if may() {
		t.Error("an idle session lives on")
	}
	cookie = entered(s, goodKey, "192.0.2.1").Result().Cookies()[0]
	r := httptest.NewRequest(http.MethodDelete, apiBase+"/access", nil)
	r.AddCookie(cookie)
	s.ServeHTTP(httptest.NewRecorder(), r)
	if may() {
		t.Error("a session that was left lives on")
	}
}

func TestGuessing(t *testing.T) {
	s, now := keyedServer(t)
	for i := range mostMisses {
		if code := entered(s, "arvaus, pitkä", "192.0.2.9").Code; code != http.StatusForbidden {
			t.Fatalf("guess %d: %d", i, code)
		}
	}
	if code := entered(s, goodKey, "192.0.2.9").Code; code != http.StatusTooManyRequests {
		t.Errorf("after ten wrong ones: %d", code)
	}
	if code := entered(s, goodKey, "192.0.2.10").Code; code != http.StatusOK {
		t.Errorf("another peer: %d", code)
	}
	*now = now.Add(missesWithin + time.Second)
	if code := entered(s, goodKey, "192.0.2.9").Code; code != http.StatusOK {
		t.Errorf("after a while: %d", code)
	}
}

// An import that is cancelled while it is stored is stored whole or not at all,
// and says which.
func TestCancelledCommits(t *testing.T) {
	stored, err := sqlite.Open(filepath.Join(t.TempDir(), "h.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer stored.Close()
	sheet := func(edition string) string {
		var b bytes.Buffer
		b.WriteString("hanke;toimija;kuvaus\n")
		for i := range 1500 {
			b.WriteString("Hanke " + string(rune('A'+i%26)) + strings.Repeat("x", i/26) + ";Redu;" + edition + "\n")
		}
		return b.String()
	}
	reading, err := importer.Read("oma.csv", strings.NewReader(sheet("ensin")), importer.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := commit(stored, reading.Source, reading.Records); err != nil {
		t.Fatal(err)
	}
	s := serverWith(t, liveOf(t, stored), stored, fstest.MapFS{})
	revision := func() graph.Revision {
		r, err := stored.Revision(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	before, after := revision(), graph.Revision("")
	random := rand.New(rand.NewPCG(1, 3))
	points, cancelled := 50, 0
	if testing.Short() {
		points = 8
	}
	for i := range points {
		d := read(t, s, api.ImportOptions{}, "oma.csv\n"+sheet("sitten"))
		if code := send(t, s, http.MethodPost, "/imports/"+d.Id+"/commit", nil).Code; code != http.StatusAccepted {
			t.Fatalf("commit: %d", code)
		}
		time.Sleep(time.Duration(random.IntN(60_000)) * time.Microsecond)
		if code := send(t, s, http.MethodDelete, "/jobs/"+d.Id, nil).Code; code != http.StatusNoContent {
			t.Fatalf("cancel: %d", code)
		}
		d = settled(t, s, d.Id)
		switch now := revision(); {
		case d.State == stateCancelled && now == before:
			cancelled++
		case d.State == stateDone && now != before && (after == "" || now == after):
			after = now
			if _, err := stored.Restore(t.Context(), now, store.Restoration{Source: "oma", To: "oma-1", At: clock()}); err != nil {
				t.Fatal(err)
			}
		default:
			t.Fatalf("point %d: says %s, revision %s (before %s, after %s)", i, d.State, now, before, after)
		}
		send(t, s, http.MethodDelete, "/imports/"+d.Id, nil)
	}
	t.Logf("%d of %d were cancelled before they were stored", cancelled, points)
}
