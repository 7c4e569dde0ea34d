package neo4j_test

import (
	"context"
	"errors"
	"net"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
	"hankeverkko/graph/store/neo4j"
	"hankeverkko/graph/store/neo4j/neo4jtest"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// plainly runs a query past the store.
func plainly(t *testing.T, query string, parameters map[string]any) {
	t.Helper()
	d, err := driver.NewDriverWithContext("bolt://"+server.Need(t), driver.BasicAuth(neo4jtest.User, server.Password(), ""))
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close(t.Context())
	database := "neo4j"
	if strings.Contains(query, "USER") {
		database = "system"
	}
	if _, err := driver.ExecuteQuery(t.Context(), d, query, parameters, driver.EagerResultTransformer, driver.ExecuteQueryWithDatabase(database)); err != nil {
		t.Fatal(err)
	}
}

// TestTrouble makes what an operator can get wrong, and wants the word for it.
func TestTrouble(t *testing.T) {
	server.Need(t)
	web, nobody := says(t, "HTTP/1.1 400 Bad Request\r\n\r\n"), says(t, "")
	plainly(t, "CREATE OR REPLACE USER new SET PASSWORD 'hankeverkko' CHANGE REQUIRED", nil)
	for name, c := range map[string]struct {
		edit func(*neo4j.Options)
		want store.Trouble
	}{
		"nothing wrong":          {func(*neo4j.Options) {}, ""},
		"routing":                {func(o *neo4j.Options) { o.Address = strings.Replace(o.Address, "bolt", "neo4j", 1) }, ""},
		"encrypted":              {encrypted("bolt+s", true), ""},
		"encrypted, routing":     {encrypted("neo4j+s", true), ""},
		"any certificate":        {encrypted("bolt+ssc", false), ""},
		"unknown certificate":    {encrypted("bolt+s", false), store.TroubleEncryption},
		"no TLS there":           {func(o *neo4j.Options) { o.Address = "bolt+ssc://" + web }, store.TroubleEncryption},
		"wrong password":         {func(o *neo4j.Options) { o.User, o.Password = "somebody", "wrong" }, store.TroublePassword},
		"no password":            {func(o *neo4j.Options) { o.User, o.Password = "anybody", "" }, store.TroublePassword},
		"password to be changed": {func(o *neo4j.Options) { o.User = "new" }, store.TroubleExpired},
		"nobody there":           {func(o *neo4j.Options) { o.Address = "bolt://" + nobody }, store.TroubleAway},
		"nobody there, routing":  {func(o *neo4j.Options) { o.Address = "neo4j://" + nobody }, store.TroubleAway},
		"unknown host":           {func(o *neo4j.Options) { o.Address = "bolt://no-such-host.invalid:7687" }, store.TroubleAway},
		"a web server":           {func(o *neo4j.Options) { o.Address = "bolt://" + web }, store.TroubleVersion},
		"unknown database":       {func(o *neo4j.Options) { o.Database = "other" }, store.TroubleDatabase},
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t, address(server.Need(t)), c.edit)
			_, err := s.Revision(t.Context())
			if trouble := store.TroubleOf(err); trouble != c.want || (err == nil) != (c.want == "") || err != nil && !errors.Is(err, graph.ErrUnavailable) {
				t.Errorf("%q: %v, want %q", trouble, err, c.want)
			}
			if err != nil && strings.Contains(err.Error(), server.Password()) {
				t.Errorf("the password is told: %v", err)
			}
		})
	}
}

// says is the address of a server that says the same to everybody; where it
// says nothing, there is none.
func says(t *testing.T, text string) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if text == "" {
		listener.Close()
	}
	var saying sync.WaitGroup
	saying.Go(func() {
		for {
			c, err := listener.Accept()
			if err != nil {
				return
			}
			c.Write([]byte(text))
			c.Close()
		}
	})
	t.Cleanup(func() {
		listener.Close()
		saying.Wait()
	})
	return listener.Addr().String()
}

func encrypted(scheme string, trusted bool) func(*neo4j.Options) {
	return func(o *neo4j.Options) {
		o.Address = strings.Replace(o.Address, "bolt", scheme, 1)
		if trusted {
			o.Authorities = server.Certificate()
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	for name, o := range map[string]neo4j.Options{
		"no scheme":         {Address: "localhost"},
		"an unknown scheme": {Address: "http://localhost"},
		"no such file":      {Address: "bolt+s://localhost", Authorities: "no-such-file.pem"},
		"no certificate":    {Address: "bolt+s://localhost", Authorities: "doc.go"},
		"routing over bolt": {Address: "bolt://localhost?policy=x"},
	} {
		if _, err := neo4j.Open(o); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestRefusedAnswers lets the server refuse a write with what a healthy one
// does not say.
func TestRefusedAnswers(t *testing.T) {
	for code, want := range map[string]store.Trouble{
		"Neo.ClientError.Cluster.NotALeader":                    store.TroubleReadOnly,
		"Neo.ClientError.General.ForbiddenOnReadOnlyDatabase":   store.TroubleReadOnly,
		"Neo.ClientError.General.WriteOnReadOnlyAccessDatabase": store.TroubleReadOnly,
		"Neo.TransientError.General.MemoryPoolOutOfMemoryError": store.TroubleMemory,
		"Neo.DatabaseError.Transaction.TransactionLogError":     store.TroubleFull,
		"Neo.DatabaseError.Transaction.TransactionStartFailed":  store.TroubleStopped,
		"Neo.TransientError.General.DatabaseUnavailable":        store.TroubleAway,
		"Neo.ClientError.Security.Forbidden":                    store.TroubleRights,
		"Neo.DatabaseError.General.UnknownError":                "",
	} {
		t.Run(code, func(t *testing.T) {
			t.Parallel()
			var armed atomic.Bool
			s, direct := over(t, refuse(&armed, code), func(o *neo4j.Options) { o.Timeout = 4 * time.Second })
			begun(t, s)
			before := dump(t, s)
			armed.Store(true)
			err := s.Append(t.Context(), graph.Decision{Kind: graph.DecideName})
			if trouble := store.TroubleOf(err); trouble != want || !errors.Is(err, graph.ErrUnavailable) {
				t.Errorf("%q: %v, want %q", trouble, err, want)
			}
			armed.Store(false)
			if after := dump(t, open(t, direct)); after != before {
				t.Errorf("the store holds\n%s\nwant\n%s", after, before)
			}
			if err := s.Append(t.Context(), graph.Decision{Kind: graph.DecideName}); err != nil {
				t.Errorf("when the trouble is over: %v", err)
			}
		})
	}
}

// refuse is a script that answers the first query of each write with a code.
func refuse(armed *atomic.Bool, code string) neo4jtest.Script {
	return func() func(neo4jtest.Message) (neo4jtest.Message, error) {
		var writing, refused atomic.Bool
		return func(m neo4jtest.Message) (neo4jtest.Message, error) {
			switch {
			case m.Is(neo4jtest.Begin):
				writing.Store(!m.Says("mode\x81r"))
			case m.Is(neo4jtest.Reset):
				writing.Store(false)
				refused.Store(false)
			case m.FromServer && refused.Load():
				return neo4jtest.Ignored(), nil
			case m.FromServer && armed.Load() && writing.Load() && m.Says("fields"):
				refused.Store(true)
				return neo4jtest.Refusal(code), nil
			}
			return m, nil
		}
	}
}

// TestLeaderElected refuses a write a few times as a cluster does that elects a
// leader, and then lets it through.
func TestLeaderElected(t *testing.T) {
	var armed atomic.Bool
	s, _ := over(t, refuse(&armed, "Neo.ClientError.Cluster.NotALeader"))
	begun(t, s)
	armed.Store(true)
	time.AfterFunc(300*time.Millisecond, func() { armed.Store(false) })
	if err := s.Append(t.Context(), graph.Decision{Kind: graph.DecideName}); err != nil {
		t.Error(err)
	}
}

// TestOtherServers shows servers that are too old, or of another kind.
func TestOtherServers(t *testing.T) {
	for agent, want := range map[string]store.Trouble{
		"Neo4j/5.26.30": "", "Neo4j/2026.8.1": "", "Neo4j/v5.11.0": "",
		"Neo4j/4.44.30": store.TroubleVersion, "Memgraph/2.x.": store.TroubleVersion,
	} {
		s, _ := over(t, func() func(neo4jtest.Message) (neo4jtest.Message, error) {
			return func(m neo4jtest.Message) (neo4jtest.Message, error) {
				if m.FromServer && m.Says("Neo4j/5.26.30") {
					m.Body = []byte(strings.Replace(string(m.Body), "\x8dNeo4j/5.26.30", string([]byte{0x80 + byte(len(agent))})+agent, 1))
				}
				return m, nil
			}
		})
		_, err := s.Revision(t.Context())
		if trouble := store.TroubleOf(err); trouble != want || (err == nil) != (want == "") {
			t.Errorf("%s: %q, %v, want %q", agent, trouble, err, want)
		}
	}
}

// TestRefusedLogin counts how often a wrong password is tried: the server
// locks out a name that comes with wrong ones, for everybody.
func TestRefusedLogin(t *testing.T) {
	var logins atomic.Int32
	s, _ := over(t, func() func(neo4jtest.Message) (neo4jtest.Message, error) {
		return func(m neo4jtest.Message) (neo4jtest.Message, error) {
			if !m.FromServer && m.Says("credentials") {
				logins.Add(1)
			}
			return m, nil
		}
	}, func(o *neo4j.Options) { o.User, o.Password = "guest", "wrong" })
	for range 20 {
		if _, err := s.Revision(t.Context()); store.TroubleOf(err) != store.TroublePassword {
			t.Fatal(err)
		}
	}
	if n := logins.Load(); n > 2 {
		t.Errorf("%d log-ins in a moment", n)
	}
}

func TestLockedOut(t *testing.T) {
	server.Need(t)
	plainly(t, "CREATE OR REPLACE USER stranger SET PASSWORD 'hankeverkko' CHANGE NOT REQUIRED", nil)
	for range 10 {
		s := open(t, address(server.Need(t)), func(o *neo4j.Options) { o.User, o.Password = "stranger", "wrong" })
		if _, err := s.Revision(t.Context()); store.TroubleOf(err) == store.TroubleLocked {
			return
		}
	}
	t.Error("no word of being locked out")
}

// TestNewerStore meets a store of a program that is newer than this one.
func TestNewerStore(t *testing.T) {
	to := address(server.Need(t))
	begun(t, open(t, to))
	plainly(t, "MATCH (s:HankeverkkoState {space: $space}) SET s.schema = 99", map[string]any{"space": options(to).Space})
	_, err := open(t, to).Revision(t.Context())
	if store.TroubleOf(err) != store.TroubleNewer || !errors.Is(err, graph.ErrInvalid) || !strings.Contains(err.Error(), "99") {
		t.Errorf("%v", err)
	}
}

// TestEmptied takes the data away under an open store.
func TestEmptied(t *testing.T) {
	to := address(server.Need(t))
	s := open(t, to)
	begun(t, s)
	plainly(t, "MATCH (s:HankeverkkoState {space: $space}) DETACH DELETE s", map[string]any{"space": options(to).Space})
	if _, err := s.Revision(t.Context()); !errors.Is(err, graph.ErrUnavailable) {
		t.Errorf("%v", err)
	}
	if r := revision(t, s); r != (graph.Digest{}).Revision() {
		t.Errorf("made anew with revision %s", r)
	}
}

// TestOpenAtOnce lets many hands make the same new store.
func TestOpenAtOnce(t *testing.T) {
	to := address(server.Need(t))
	failed := make(chan error)
	for range 8 {
		s := open(t, to)
		go func() {
			_, err := s.Revision(context.Background())
			failed <- err
		}()
	}
	for range 8 {
		if err := <-failed; err != nil {
			t.Error(err)
		}
	}
}
