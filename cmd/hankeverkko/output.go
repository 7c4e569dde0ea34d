package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// writeFile writes a file whole or not at all; an empty name is standard output.
func (p *program) writeFile(name string, write func(io.Writer) error) (err error) {
	if name == "" {
		return write(p.stdout)
	}
	file, err := os.CreateTemp(filepath.Dir(name), ".hankeverkko-*")
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	defer func() {
		if err != nil {
			os.Remove(file.Name())
		}
	}()
	if err := write(file); err != nil {
		file.Close()
		return fmt.Errorf("%s: %w", name, err)
	}
	if err := file.Chmod(0o644); err != nil {
		file.Close()
		return fmt.Errorf("%s: %w", name, err)
	}
	if err := file.Close(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if err := os.Rename(file.Name(), name); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// progress tells how far long work is: one line that changes on a terminal,
// a line a step elsewhere.
type progress struct {
	out      io.Writer
	terminal bool
}

func (p *program) progress() *progress { return &progress{p.stderr, isTerminal(p.stderr)} }

func (g *progress) step(i, of int, what string) {
	if !g.terminal {
		fmt.Fprintf(g.out, "%d/%d %s\n", i+1, of, what)
		return
	}
	const width = 24
	full := width * i / max(of, 1)
	fmt.Fprintf(g.out, "\r\x1b[K[%s%s] %d/%d %s", repeat('#', full), repeat('.', width-full), i+1, of, what)
}

func (g *progress) done() {
	if g.terminal {
		fmt.Fprint(g.out, "\r\x1b[K")
	}
}

func repeat(letter byte, n int) []byte {
	line := make([]byte, n)
	for i := range line {
		line[i] = letter
	}
	return line
}

func isTerminal(w any) bool {
	file, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
