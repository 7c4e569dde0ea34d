package main

import (
	"bufio"
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
)

//go:embed igraph_peer.py
var igraphScript string

// peer is another library in a process of its own, which is told what to run
// and answers with its time.
type peer struct {
	Name string
	in   io.Writer
	out  *json.Decoder
	done func() error
}

// answer is what the peer says: its name first, then one for every run.
type answer struct {
	Peer    string
	Seconds float64
	CPU     float64
	Check   string
}

// meetIgraph starts igraph on the subject. Nil means that this Python has no igraph.
func meetIgraph(ctx context.Context, python, dir string, s *subject) (*peer, error) {
	if exec.CommandContext(ctx, python, "-c", "import igraph, numpy").Run() != nil {
		return nil, nil
	}
	oneMode, twoMode := filepath.Join(dir, "actors.bin"), filepath.Join(dir, "twomode.bin")
	if err := writeEdges(oneMode, &s.actors.Rows); err != nil {
		return nil, err
	}
	if err := writeEdges(twoMode, &s.twoMode.Rows); err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, python, "-c", igraphScript, oneMode, twoMode, fmt.Sprint(s.twoMode.Projects))
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	p := &peer{in: in, out: json.NewDecoder(bufio.NewReader(out))}
	p.done = func() error {
		in.Close()
		return cmd.Wait()
	}
	var hello answer
	if err := p.out.Decode(&hello); err != nil {
		return nil, fmt.Errorf("igraph: %w", err)
	}
	p.Name = hello.Peer
	return p, nil
}

func (p *peer) run(measure string, run int) (answer, error) {
	if err := json.NewEncoder(p.in).Encode(map[string]any{"measure": measure, "run": run}); err != nil {
		return answer{}, fmt.Errorf("igraph: %w", err)
	}
	var a answer
	if err := p.out.Decode(&a); err != nil {
		return answer{}, fmt.Errorf("igraph: %s: %w", measure, err)
	}
	return a, nil
}
