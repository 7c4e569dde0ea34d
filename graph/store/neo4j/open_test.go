package neo4j_test

import (
	"net"
	"testing"
	"time"

	"hankeverkko/graph/store/neo4j"
)

// The first call of a store and the sign of life that it asks for meanwhile
// both make the driver's first connection; under the race detector this shows
// that they may. Nobody answers at the address.
func TestFirstConnectionsAtOnce(t *testing.T) {
	silent := silentAddress(t)
	for _, scheme := range []string{"bolt", "neo4j"} {
		s, err := neo4j.Open(neo4j.Options{Address: scheme + "://" + silent, Timeout: 400 * time.Millisecond})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Revision(t.Context()); err == nil {
			t.Errorf("%s: a server that says nothing has a revision", scheme)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

// silentAddress is where connections are taken and nothing is said.
func silentAddress(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	return listener.Addr().String()
}
