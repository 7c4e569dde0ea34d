package neo4jtest

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// What tests read from the environment.
const (
	// Folder holds lib/*.jar of a Neo4j Community server.
	Folder = "HANKEVERKKO_NEO4J"
	// Skip lists, between commas, the parts of the tests that are left out on purpose.
	Skip = "HANKEVERKKO_SKIP"
)

// User is who works with the server.
const User = "neo4j"

// Server is a Neo4j server with a home folder of its own. A test binary keeps
// one, started by the first test that needs it, and stops it at its end. The
// zero value is a server that was never started.
type Server struct {
	mu       sync.Mutex
	process  *exec.Cmd
	home     string
	port     int
	password string
}

// Need starts the server unless it runs, and returns its HOST:PORT. Where there
// is none to start, the test fails with the cure, or is skipped when that was
// asked for in so many words.
func (s *Server) Need(t testing.TB) string {
	t.Helper()
	if strings.Contains(","+os.Getenv(Skip)+",", ",neo4j,") {
		t.Skipf("left out: %s=neo4j", Skip)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.process == nil {
		s.start(t)
	}
	return s.address()
}

func (s *Server) address() string { return fmt.Sprintf("127.0.0.1:%d", s.port) }

// Password is the one that User has now.
func (s *Server) Password() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.password
}

// Kill ends the server as a power cut would.
func (s *Server) Kill(t testing.TB) { s.end(t, syscall.SIGKILL) }

// Stop ends the server in good order.
func (s *Server) Stop(t testing.TB) { s.end(t, syscall.SIGTERM) }

func (s *Server) end(t testing.TB, signal syscall.Signal) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.process == nil {
		t.Fatal("the server does not run")
	}
	if err := s.process.Process.Signal(signal); err != nil {
		t.Fatal(err)
	}
	s.process.Wait() // how it ended is no news
	s.process = nil
}

// Start brings a server back that was ended, with what it held.
func (s *Server) Start(t testing.TB) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.start(t)
}

// Freeze stops the server in its tracks: connections stay open, and nothing
// answers any more. Thaw lets it go on.
func (s *Server) Freeze(t testing.TB) { s.signal(t, syscall.SIGSTOP) }

func (s *Server) Thaw(t testing.TB) { s.signal(t, syscall.SIGCONT) }

func (s *Server) signal(t testing.TB, signal syscall.Signal) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.process.Process.Signal(signal); err != nil {
		t.Fatal(err)
	}
}

// Close ends the server for good and removes its home.
func (s *Server) Close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.process != nil {
		s.process.Process.Kill()
		s.process.Wait()
		s.process = nil
	}
	if s.home != "" {
		os.RemoveAll(s.home)
	}
}

// start waits until the server answers.
func (s *Server) start(t testing.TB) {
	t.Helper()
	folder := os.Getenv(Folder)
	if jars, err := filepath.Glob(filepath.Join(folder, "lib", "neo4j-5*.jar")); folder == "" || err != nil || len(jars) == 0 {
		t.Fatalf("These tests need a real Neo4j server, and %s=%q names no folder with its lib/*.jar.\n"+
			"make test fetches and names it; or leave it out in so many words: make test SKIP=neo4j, or %s=neo4j", Folder, folder, Skip)
	}
	java := "java"
	if home := os.Getenv("JAVA_HOME"); home != "" {
		java = filepath.Join(home, "bin", "java")
	}
	if _, err := exec.LookPath(java); err != nil {
		t.Fatalf("Neo4j needs Java 17 or 21 (Debian: apt-get install openjdk-17-jre-headless): %v", err)
	}
	if s.home == "" {
		s.make(t)
	}
	logged, err := os.OpenFile(s.output(), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	defer logged.Close()
	s.process = exec.Command(java, "-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
		"-cp", filepath.Join(folder, "lib", "*"),
		"--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/java.io=ALL-UNNAMED", "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
		"org.neo4j.server.CommunityEntryPoint", "--home-dir="+s.home, "--config-dir="+filepath.Join(s.home, "conf"))
	s.process.Stdout, s.process.Stderr, s.process.SysProcAttr = logged, logged, withParent()
	if err := s.process.Start(); err != nil {
		t.Fatal(err)
	}
	s.wait(t)
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("the log of the server:\n%s", s.tail())
		}
	})
}

// make writes the home of a new server: free ports, little memory.
func (s *Server) make(t testing.TB) {
	t.Helper()
	home, err := os.MkdirTemp("", "hankeverkko-neo4j-")
	if err != nil {
		t.Fatal(err)
	}
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s.home, s.port, s.password = home, free.Addr().(*net.TCPAddr).Port, "neo4j"
	free.Close()
	settings := fmt.Sprintf(`server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:%d
server.bolt.advertised_address=127.0.0.1:%[1]d
server.http.enabled=false
dbms.security.auth_enabled=true
dbms.usage_report.enabled=false
server.memory.pagecache.size=64m
db.tx_log.preallocate=false
`+encryption, s.port)
	if err := os.MkdirAll(filepath.Join(home, "conf"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(home, "conf", "neo4j.conf"), []byte(settings), 0o600); err != nil {
		t.Fatal(err)
	}
	s.certify(t)
}

// startLasts is more than any start should take, on a busy machine as well.
const startLasts = 2 * time.Minute

// wait wants the server to answer to a name and password, and gives a new one
// the password that it must have before it lets anybody work.
func (s *Server) wait(t testing.TB) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), startLasts)
	defer cancel()
	for {
		err := s.verify(ctx)
		if err == nil && s.password == "neo4j" {
			err = s.change(ctx, "hankeverkko")
		}
		if err == nil {
			return
		}
		select {
		case <-ctx.Done():
			t.Fatalf("the server did not start: %v\n%s", err, s.tail())
		case <-time.After(100 * time.Millisecond):
		}
	}
}

func (s *Server) verify(ctx context.Context) error {
	return s.with(func(d driver.DriverWithContext) error { return d.VerifyConnectivity(ctx) })
}

// Empty takes everything out of the database, constraints and indexes apart.
func (s *Server) Empty(t testing.TB) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	err := s.with(func(d driver.DriverWithContext) error {
		_, err := driver.ExecuteQuery(t.Context(), d, "MATCH (n) DETACH DELETE n", nil, driver.EagerResultTransformer, driver.ExecuteQueryWithDatabase("neo4j"))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// SetPassword gives User another password.
func (s *Server) SetPassword(t testing.TB, password string) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.change(t.Context(), password); err != nil {
		t.Fatal(err)
	}
}

func (s *Server) change(ctx context.Context, password string) error {
	return s.with(func(d driver.DriverWithContext) error {
		for {
			_, err := driver.ExecuteQuery(ctx, d, "ALTER CURRENT USER SET PASSWORD FROM $old TO $new",
				map[string]any{"old": s.password, "new": password}, driver.EagerResultTransformer, driver.ExecuteQueryWithDatabase("system"))
			if err == nil {
				s.password = password
			}
			// Whoever goes on trying the former password locks others out for a while.
			if locked := new(driver.Neo4jError); !errors.As(err, &locked) || locked.Title() != "AuthenticationRateLimit" {
				return err
			}
			time.Sleep(500 * time.Millisecond)
		}
	})
}

func (s *Server) with(work func(driver.DriverWithContext) error) error {
	d, err := driver.NewDriverWithContext("bolt://"+s.address(), driver.BasicAuth(User, s.password, ""))
	if err != nil {
		return err
	}
	defer d.Close(context.Background())
	return work(d)
}

func (s *Server) output() string { return filepath.Join(s.home, "output.log") }

// tail is the end of what the server has said.
func (s *Server) tail() string {
	var b strings.Builder
	for _, name := range []string{s.output(), filepath.Join(s.home, "logs", "neo4j.log")} {
		text, err := os.ReadFile(name)
		if err != nil {
			fmt.Fprintln(&b, err)
		}
		b.Write(text[max(0, len(text)-3000):])
	}
	return b.String()
}
