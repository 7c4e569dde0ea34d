package neo4j_test

import (
	"crypto/rand"
	"flag"
	"fmt"
	"net/url"
	"os"
	"testing"
	"time"

	"hankeverkko/graph/store"
	"hankeverkko/graph/store/neo4j"
	"hankeverkko/graph/store/neo4j/neo4jtest"
	"hankeverkko/graph/store/storetest"

	"go.uber.org/goleak"
)

// server is the one that all tests of this binary use.
var server neo4jtest.Server

func TestMain(m *testing.M) {
	flag.Parse()
	if !given("rapid.checks") {
		flag.Set("rapid.checks", "12") // a hundred would take minutes
	}
	goleak.VerifyTestMain(m, goleak.Cleanup(func(code int) {
		server.Close()
		os.Exit(code)
	}))
}

func given(name string) (found bool) {
	flag.Visit(func(f *flag.Flag) { found = found || f.Name == name })
	return found
}

var fixture = storetest.Fixture{
	Create: func(t testing.TB) string { return address(server.Need(t)) },
	Reopen: reopen,
}

// address names a new store: server, password and space in one URL, which
// another process understands as well.
func address(of string) string {
	space := url.Values{"space": {rand.Text()}}
	return fmt.Sprintf("bolt://%s@%s?%s", url.UserPassword(neo4jtest.User, server.Password()), of, space.Encode())
}

func reopen(address string) (store.Store, error) { return neo4j.Open(options(address)) }

// options reads what address wrote. The tests run on busy machines, so only
// those that are about silence take the Timeout of real life.
func options(address string) neo4j.Options {
	u, err := url.Parse(address)
	if err != nil {
		panic(err)
	}
	password, _ := u.User.Password()
	return neo4j.Options{
		Address: "bolt://" + u.Host, User: u.User.Username(), Password: password,
		Space: u.Query().Get("space"), Timeout: time.Minute,
	}
}

func TestStore(t *testing.T) { storetest.Run(t, fixture) }

const killedElsewhere = "-short: a minute of servers that start; the run without it kills them, here lines are cut"

// Killing writers is cheap, killing the server costs some seconds each time.
func TestWriterKilled(t *testing.T) {
	f := fixture
	f.Kills, f.Step = 8, 150*time.Millisecond
	lines := make(map[string]*neo4jtest.Line)
	f.Create = func(t testing.TB) string {
		line := neo4jtest.NewLine(t, server.Need(t))
		to := address(line.Address())
		lines[to] = line
		return to
	}
	f.Cut = func(address string) { lines[address].CutFor(50 * time.Millisecond) }
	storetest.RunDurability(t, f)
}

func TestServerKilled(t *testing.T) {
	if testing.Short() {
		t.Skip(killedElsewhere)
	}
	f := fixture
	f.Kills, f.Step = 2, 400*time.Millisecond
	f.Kill = func(t testing.TB, _ string, writer *os.Process) {
		server.Kill(t)
		server.Start(t)
		writer.Kill()
	}
	storetest.RunKills(t, f)
}
