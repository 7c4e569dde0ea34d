package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"hankeverkko/graph/store/neo4j/neo4jtest"
)

// service is a web server that runs as a whole program.
type service struct {
	t      *testing.T
	base   string
	said   *spoken
	finish func() int
}

// spoken gathers what a program writes while it runs.
type spoken struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (s *spoken) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(b)
}

func (s *spoken) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}

// serving starts a web server and waits until it tells its address.
func serving(t *testing.T, store string, flags ...string) *service {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	reader, writer := io.Pipe()
	said, done := new(spoken), make(chan int, 1)
	go func() {
		done <- run(ctx, append([]string{"serve", "--addr", "127.0.0.1:0", "--store", store}, flags...), strings.NewReader(""), writer, said)
		writer.Close()
	}()
	var line [200]byte
	n, err := reader.Read(line[:])
	if err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	url := strings.Fields(string(line[:n]))
	finish := sync.OnceValue(func() int {
		stop()
		return <-done
	})
	t.Cleanup(func() { finish() })
	return &service{t: t, base: url[len(url)-1], said: said, finish: finish}
}

func (s *service) get(path string) (status int, body string) {
	s.t.Helper()
	response, err := http.Get(s.base + path)
	if err != nil {
		s.t.Fatal(err)
	}
	defer response.Body.Close()
	raw, err := io.ReadAll(response.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return response.StatusCode, string(raw)
}

type readiness struct {
	Status     string
	Stale      bool
	AgeSeconds int
}

func (s *service) ready() (r readiness) {
	s.t.Helper()
	_, body := s.get("/api/v1/ready")
	if err := json.Unmarshal([]byte(body), &r); err != nil {
		s.t.Fatal(err)
	}
	return r
}

// until waits for something that must come, and returns how long it took.
func (s *service) until(what string, come func() bool) time.Duration {
	s.t.Helper()
	begin := time.Now()
	for !come() {
		if time.Since(begin) > 2*time.Minute {
			s.t.Fatalf("%s: never seen\n%s", what, s.said)
		}
		time.Sleep(20 * time.Millisecond)
	}
	return time.Since(begin)
}

// The server starts, answers, sees an import by another process and stops.
func TestServe(t *testing.T) { onEachStore(t, serveAndImport) }

func serveAndImport(t *testing.T, store string) {
	s := serving(t, store)
	if _, body := s.get("/api/v1/health"); !strings.Contains(body, "ok") {
		t.Error("health")
	}
	shows := func(text string) func() bool {
		return func() bool {
			_, body := s.get("/api/v1/summary")
			return strings.Contains(body, text)
		}
	}
	importJSON(t, exitDone, "--example", "--store", store)
	t.Logf("the first import is seen after %v", s.until("the first import", shows(`"projects":486`)))
	name := filepath.Join(t.TempDir(), "yksi.csv")
	if err := os.WriteFile(name, []byte("hanke;toimija;alkaa;päättyy\nAivan uusi;Kemin kaupunki;1.1.2019;31.12.2019\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	importJSON(t, exitDone, name, "--store", store)
	t.Logf("a second import is seen after %v", s.until("the second import", shows(`"projects":487`)))
	if code := s.finish(); code != exitDone {
		t.Errorf("exit %d\n%s", code, s.said)
	}
}

// A setting that waiting does not mend ends the server at once.
func TestServeWithAWrongPassword(t *testing.T) {
	store := neo4jStore(t)
	t.Setenv("HANKEVERKKO_STORE_USER", "outsider")
	code, stdout, stderr := hanke(t, "serve", "--addr", "127.0.0.1:0", "--store", store, "--lang", "en")
	if code != exitFailed || stdout != "" || !strings.Contains(stderr, "HANKEVERKKO_STORE_PASSWORD") {
		t.Errorf("exit %d, %s%s", code, stdout, stderr)
	}
}

// The store goes and comes back in several ways while the server runs: the
// last view is served with its age, and the newest one without a restart.
func TestStoreComesAndGoes(t *testing.T) {
	line := neo4jtest.NewLine(t, database.Need(t))
	importJSON(t, exitDone, "--example", "--store", neo4jStore(t))
	store, password := "bolt://"+line.Address(), database.Password()
	t.Setenv("HANKEVERKKO_STORE_TIMEOUT", "5s")
	s := serving(t, store)
	for _, c := range []struct {
		name       string
		away, back func()
	}{
		{"stopped and started", func() { database.Stop(t) }, func() {
			late := waitingService(t, store)
			database.Start(t)
			late.until("the store", func() bool { return late.ready().Status == "up" })
			if _, body := late.get("/api/v1/summary"); !strings.Contains(body, `"projects":486`) {
				t.Errorf("summary: %s", body)
			}
		}},
		{"killed and started", func() { database.Kill(t) }, func() { database.Start(t) }},
		{"frozen and thawed", func() { database.Freeze(t) }, func() { database.Thaw(t) }},
		{"line cut and mended", line.Cut, line.Mend},
		{"password changed, and changed back", func() {
			database.SetPassword(t, "toinen-salaisuus")
			line.CutFor(0) // connections that stand are not asked again
		}, func() { database.SetPassword(t, password) }},
	} {
		c.away()
		away := s.until(c.name+": stale", func() bool { return s.ready().Stale })
		if r := s.ready(); r.Status != "degraded" {
			t.Errorf("%s: %+v", c.name, r)
		}
		s.until(c.name+": its age", func() bool { return s.ready().AgeSeconds >= 1 })
		if code, body := s.get("/api/v1/summary"); code != http.StatusOK || !strings.Contains(body, `"projects":486`) {
			t.Errorf("%s: summary: %d %.200s", c.name, code, body)
		}
		c.back()
		back := s.until(c.name+": fresh", func() bool { r := s.ready(); return r.Status == "up" && !r.Stale })
		t.Logf("%s: stale after %v, fresh %v after it was back", c.name, away, back)
	}
	if again := importJSON(t, exitDone, "--example", "--store", store); again.Rows.Stored+again.Rows.Changed+again.Projects.Gone != 0 {
		t.Errorf("something was lost: %+v", again)
	}
	if code := s.finish(); code != exitDone {
		t.Errorf("exit %d\n%s", code, s.said)
	}
}

// waitingService starts while the store is away: it serves, says so to the
// reader and to the operator, and is not ready.
func waitingService(t *testing.T, store string) *service {
	t.Helper()
	s := serving(t, store, "--lang", "en")
	if r := s.ready(); r.Status != "down" {
		t.Errorf("ready: %+v", r)
	}
	if code, body := s.get("/api/v1/summary"); code != http.StatusServiceUnavailable || !strings.Contains(body, "Aineistoon ei saada") {
		t.Errorf("summary: %d %s", code, body)
	}
	if code, _ := s.get("/"); code != http.StatusOK {
		t.Errorf("page: %d", code)
	}
	for _, want := range []string{"does not answer", "starts without data"} {
		if !strings.Contains(s.said.String(), want) {
			t.Errorf("the operator is not told %q:\n%s", want, s.said)
		}
	}
	return s
}
