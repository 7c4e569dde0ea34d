package main

import (
	"bufio"
	"context"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

//go:embed peers/*
var scripts embed.FS

// pythonPeer is a peer whose script is peers/NAME_peer.py.
type pythonPeer struct {
	name    string
	modules []string // that it needs, beside numpy
	address string   // environment variable that tells where its server is
}

var pythonPeers = []pythonPeer{
	{name: "igraph", modules: []string{"igraph"}},
	{name: "networkit", modules: []string{"networkit"}},
	{name: "leidenalg", modules: []string{"igraph", "leidenalg"}},
	{name: "scipy", modules: []string{"scipy"}},
	{name: "networkx", modules: []string{"networkx"}},
	{name: "graph_tool", modules: []string{"graph_tool"}},
	{name: "opengds", modules: []string{"neo4j"}, address: "BENCH_BOLT"},
}

// meets returns the first Python that can be the peer.
func (p *pythonPeer) meets(ctx context.Context, pythons []string) (python string, ok bool) {
	if p.address != "" && os.Getenv(p.address) == "" {
		return "", false
	}
	for _, python := range pythons {
		if exec.CommandContext(ctx, python, "-c", "import numpy, "+strings.Join(p.modules, ", ")).Run() == nil {
			return python, true
		}
	}
	return "", false
}

// library is ours or another one, in a process of its own, which is told what
// to run and answers with its time.
type library struct {
	name string
	// largest number of vertices up to which it runs each measure it has, 0 for any.
	largest map[string]int
	in      io.WriteCloser
	out     *json.Decoder
	process *exec.Cmd
}

// hello is the first line that a library says.
type hello struct {
	Peer    string
	Largest map[string]int
}

// answer is what it says to each run: wall and processor time in seconds, and
// the most memory its process has held so far, in megabytes.
type answer struct {
	Seconds float64 `json:"seconds"`
	CPU     float64 `json:"cpu"`
	Check   string  `json:"check"`
	Peak    int     `json:"peak"`
}

// request asks for one run of a measure.
type request struct {
	Measure string `json:"measure"`
	Run     int    `json:"run"`
}

// meet starts ours, gonum, and the peers that are found: those in Python by
// the modules they need, graphology by NODE_PATH. The files of the networks lie
// in dir. Whom it did not find is told.
func meet(ctx context.Context, pythons []string, dir string, s *subject) (all []*library, missing []string, err error) {
	self, err := os.Executable()
	if err != nil {
		return nil, nil, err
	}
	files := []string{filepath.Join(dir, actorsFile), filepath.Join(dir, twoModeFile), fmt.Sprint(s.twoMode.Projects)}
	commands := [][]string{{self, "-serve", "ours", "-dir", dir}, {self, "-serve", "gonum", "-dir", dir}}
	for _, peer := range pythonPeers {
		python, ok := peer.meets(ctx, pythons)
		if !ok {
			missing = append(missing, peer.name)
			continue
		}
		script, err := script("protocol.py", peer.name+"_peer.py")
		if err != nil {
			return nil, nil, err
		}
		commands = append(commands, append([]string{python, "-c", script}, files...))
	}
	if len(pythons) > 0 && exec.CommandContext(ctx, "node", "-e", "require('graphology-metrics/centrality/pagerank')").Run() == nil {
		script, err := script("graphology_peer.cjs")
		if err != nil {
			return nil, nil, err
		}
		commands = append(commands, append([]string{"node", "--max-old-space-size=8192", "-e", script}, files...))
	} else {
		missing = append(missing, "graphology")
	}
	for _, command := range commands {
		l, err := start(ctx, command)
		if err != nil {
			return nil, nil, errors.Join(err, farewell(all))
		}
		all = append(all, l)
	}
	return all, missing, nil
}

// script joins parts of a peer's program.
func script(parts ...string) (string, error) {
	var text strings.Builder
	for _, name := range parts {
		part, err := scripts.ReadFile("peers/" + name)
		if err != nil {
			return "", err
		}
		text.Write(part)
	}
	return text.String(), nil
}

func start(ctx context.Context, command []string) (*library, error) {
	l := &library{process: exec.CommandContext(ctx, command[0], command[1:]...)}
	// Threads that spin while they wait would slow whatever runs beside them.
	l.process.Env = append(os.Environ(), "OMP_WAIT_POLICY=passive")
	l.process.Stderr = os.Stderr
	out, err := l.process.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if l.in, err = l.process.StdinPipe(); err != nil {
		return nil, err
	}
	if err := l.process.Start(); err != nil {
		return nil, err
	}
	l.out = json.NewDecoder(bufio.NewReader(out))
	var h hello
	if err := l.out.Decode(&h); err != nil {
		return nil, fmt.Errorf("%s says nothing: %w", filepath.Base(command[0]), err)
	}
	l.name, l.largest = h.Peer, h.Largest
	return l, nil
}

// has tells whether it runs a measure on so many vertices.
func (l *library) has(measure string, vertices int) bool {
	largest, ok := l.largest[measure]
	return ok && (largest == 0 || vertices <= largest)
}

func (l *library) run(measure string, run int) (a answer, err error) {
	if err := json.NewEncoder(l.in).Encode(request{measure, run}); err != nil {
		return a, fmt.Errorf("%s: %w", l.name, err)
	}
	if err := l.out.Decode(&a); err != nil {
		return a, fmt.Errorf("%s: %s: %w", l.name, measure, err)
	}
	return a, nil
}

// farewell ends the processes.
func farewell(all []*library) (err error) {
	for _, l := range all {
		err = errors.Join(err, l.in.Close(), l.process.Wait())
	}
	return err
}
