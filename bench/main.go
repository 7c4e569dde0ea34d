package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"hankeverkko/graph"
	"hankeverkko/graph/projection"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	flags.SetOutput(stderr)
	size := flags.String("size", "S", "made-up network: S, M or L")
	dir := flags.String("dir", "", "folder with bip.bin to read instead")
	rounds := flags.Int("rounds", 7, "runs of each measure; the long ones have one from size M on")
	only := flags.String("only", "", "measures to run, by comma; empty for all")
	python := flags.String("python", "python3", "Python that has igraph; empty for no peer")
	file := flags.String("out", "", "file for the table")
	if err := flags.Parse(args); err != nil {
		return err
	}
	s, name, err := load(*size, *dir)
	if err != nil {
		return err
	}
	var igraph *peer
	if *python != "" {
		scratch, err := os.MkdirTemp("", "bench")
		if err != nil {
			return err
		}
		defer os.RemoveAll(scratch)
		if igraph, err = meetIgraph(ctx, *python, scratch, s); err != nil {
			return err
		}
	}
	table := newTable(s, name, igraph)
	for _, m := range measures {
		if *only != "" && !slices.Contains(strings.Split(*only, ","), m.id) {
			continue
		}
		n := *rounds
		if m.long && s.actors.Len() > 10_000 {
			n = 1
		}
		row, err := compare(ctx, s, &m, igraph, n)
		if err != nil {
			return err
		}
		fmt.Fprint(stderr, table.line(row)) // the long ones take minutes
		table.add(row)
	}
	if igraph != nil {
		if err := igraph.done(); err != nil {
			return err
		}
	}
	fmt.Fprint(stdout, table)
	if *file != "" {
		return os.WriteFile(*file, []byte(table.String()), 0o644)
	}
	return nil
}

func load(size, dir string) (s *subject, name string, err error) {
	s = &subject{}
	if dir != "" {
		name = filepath.Base(dir)
		s.twoMode, err = read(dir)
	} else {
		name = size
		s.twoMode, err = makeUp(size, 1)
	}
	if err != nil {
		return nil, "", err
	}
	s.actors = projection.Of(s.twoMode, graph.Actors, projection.Newman)
	return s, name, nil
}

// compare runs a measure and its peer in turns.
func compare(ctx context.Context, s *subject, m *measure, igraph *peer, rounds int) (row, error) {
	r := row{what: m.what, runs: rounds}
	var ours, oursCPU, theirs, theirsCPU []float64
	for round := range rounds {
		runtime.GC() // not to pay for the run before
		start, startCPU := time.Now(), processorTime()
		check, err := m.run(ctx, s, round)
		if err != nil {
			return row{}, err
		}
		ours = append(ours, time.Since(start).Seconds())
		oursCPU = append(oursCPU, (processorTime() - startCPU).Seconds())
		r.check = append(r.check, check())
		if igraph == nil {
			continue
		}
		a, err := igraph.run(m.id, round)
		if err != nil {
			return row{}, err
		}
		theirs, theirsCPU = append(theirs, a.Seconds), append(theirsCPU, a.CPU)
		r.peerCheck = append(r.peerCheck, a.Check)
	}
	r.seconds, r.peerSeconds = median(ours), median(theirs)
	r.cpu, r.peerCPU = median(oursCPU), median(theirsCPU)
	return r, nil
}

func median(x []float64) float64 {
	if len(x) == 0 {
		return 0
	}
	slices.Sort(x)
	return x[len(x)/2]
}
