package neo4jtest

import (
	"io"
	"net"
	"sync"
	"testing"
	"time"
)

// Line is a way to a server that can be cut, frozen and listened to.
type Line struct {
	listener net.Listener
	target   string
	script   Script
	running  sync.WaitGroup
	mu       sync.Mutex
	cut      bool
	open     map[net.Conn]bool
}

// NewLine lays a line to a server, HOST:PORT, for the time of a test.
func NewLine(t testing.TB, target string) *Line {
	t.Helper()
	return ScriptedLine(t, target, nil)
}

// ScriptedLine lays a line that understands what is said on it and does with it
// what the script says.
func ScriptedLine(t testing.TB, target string, script Script) *Line {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l := &Line{listener: listener, target: target, script: script, open: make(map[net.Conn]bool)}
	l.running.Go(l.accept)
	t.Cleanup(func() {
		listener.Close()
		l.Cut()
		l.running.Wait()
	})
	return l
}

// Address is where the line begins, HOST:PORT.
func (l *Line) Address() string { return l.listener.Addr().String() }

// Cut ends all connections and lets no new ones through until Mend.
func (l *Line) Cut() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.cut = true
	for c := range l.open {
		c.Close()
	}
}

// Mend lets connections through again.
func (l *Line) Mend() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.cut = false
}

// CutFor is Cut, and Mend after a while.
func (l *Line) CutFor(while time.Duration) {
	l.Cut()
	time.Sleep(while)
	l.Mend()
}

func (l *Line) accept() {
	for {
		near, err := l.listener.Accept()
		if err != nil {
			return
		}
		l.running.Go(func() { l.carry(near) })
	}
}

func (l *Line) carry(near net.Conn) {
	defer near.Close()
	far, err := net.Dial("tcp", l.target)
	if err != nil {
		return
	}
	defer far.Close()
	if !l.register(near, far) {
		return
	}
	defer l.release(near, far)
	var ways sync.WaitGroup
	both := func(way func()) {
		ways.Go(func() {
			way()
			near.Close()
			far.Close()
		})
	}
	if l.script == nil {
		both(func() { io.Copy(far, near) })
		both(func() { io.Copy(near, far) })
	} else {
		hear := l.script()
		both(func() { relay(far, near, true, hear) })
		both(func() { relay(near, far, false, hear) })
	}
	ways.Wait()
}

// register refuses connections while the line is cut.
func (l *Line) register(both ...net.Conn) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.cut {
		return false
	}
	for _, c := range both {
		l.open[c] = true
	}
	return true
}

func (l *Line) release(both ...net.Conn) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, c := range both {
		delete(l.open, c)
	}
}
