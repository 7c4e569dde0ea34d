package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/projection"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) (err error) {
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	flags.SetOutput(stderr)
	size := flags.String("size", "S", "made-up network: S, M or L")
	dir := flags.String("dir", "", "folder with bip.bin to read instead")
	ties := flags.String("ties", "", "table to read instead: FILE,PROJECT,ACTOR with the names of two columns")
	rounds := flags.Int("rounds", 7, "runs of each measure; the long ones have one from size M on")
	only := flags.String("only", "", "measures to run, by comma; empty for all")
	python := flags.String("python", "python3", "Pythons of the peers, by comma; empty for no peers")
	file := flags.String("out", "", "file for the table")
	as := flags.String("serve", "", "answer as ours or gonum, for another bench")
	if err := flags.Parse(args); err != nil {
		return err
	}
	s, name, err := load(*size, *dir, *ties)
	if err != nil {
		return err
	}
	switch *as {
	case "ours":
		return serve(ctx, "Hankeverkko", ours, s, stdin, stdout)
	case "gonum":
		return serve(ctx, "gonum "+versionOf("gonum.org/v1/gonum"), gonumsWork(s), s, stdin, stdout)
	}
	scratch, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	if err := s.write(scratch); err != nil {
		return err
	}
	libraries, missing, err := meet(ctx, named(*python), scratch, s)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, farewell(libraries)) }()
	table := newTable(s, name, libraries, missing)
	for _, m := range measures {
		if *only != "" && !slices.Contains(named(*only), m.id) {
			continue
		}
		n := *rounds
		if m.long && s.actors.Len() > 10_000 {
			n = 1
		}
		rows, err := compare(s, &m, libraries, n)
		if err != nil {
			return err
		}
		fmt.Fprint(stderr, lines(rows)) // the long ones take minutes
		table.rows = append(table.rows, rows...)
	}
	fmt.Fprint(stdout, table)
	if *file != "" {
		return os.WriteFile(*file, []byte(table.String()), 0o644)
	}
	return nil
}

// named parts names at the commas.
func named(list string) []string {
	if list == "" {
		return nil
	}
	return strings.Split(list, ",")
}

func load(size, dir, ties string) (s *subject, name string, err error) {
	s = &subject{}
	switch {
	case dir != "":
		name = filepath.Base(dir)
		s.twoMode, err = read(dir)
	case ties != "":
		name = filepath.Base(named(ties)[0])
		s.twoMode, err = readTies(ties)
	default:
		name = size
		s.twoMode, err = makeUp(size, 1)
	}
	if err != nil {
		return nil, "", err
	}
	s.actors = projection.Of(s.twoMode, graph.Actors, projection.Newman)
	return s, name, nil
}

// write puts the network where the libraries find it.
func (s *subject) write(dir string) error {
	return errors.Join(
		writeTies(filepath.Join(dir, tiesFile), s.twoMode),
		writeEdges(filepath.Join(dir, actorsFile), &s.actors.Rows),
		writeEdges(filepath.Join(dir, twoModeFile), &s.twoMode.Rows),
	)
}

// patience is how many seconds of one measure a library gets before it has to
// do with the runs it has.
const patience = 20

// compare runs a measure in all libraries that have it, in turns, and returns
// a row for each, ours first.
func compare(s *subject, m *measure, libraries []*library, rounds int) ([]row, error) {
	var rows []row
	var taking []*library
	for _, l := range libraries {
		if l.has(m.id, s.twoMode.Len()) {
			taking = append(taking, l)
			rows = append(rows, row{what: m.what, library: l.name})
		}
	}
	for round := range rounds {
		for i, l := range taking {
			if rows[i].spent() > patience {
				continue
			}
			a, err := l.run(m.id, round)
			if err != nil {
				return nil, err
			}
			rows[i].add(a)
		}
	}
	return rows, nil
}
