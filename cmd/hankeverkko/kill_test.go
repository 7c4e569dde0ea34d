package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"hankeverkko/config"
	"hankeverkko/graph"
	"hankeverkko/graph/store"
)

// The program is killed at random moments of an import of many rows: the store
// then holds what it held before or all of the new, what was acknowledged is
// there, and the same import once more ends the same. HANKEVERKKO_KILLS sets the
// number of kills, of an import of 20,000 rows; HANKEVERKKO_SEED the seed of their
// moments.
func TestKilledImports(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: kills a program of its own, which no race detector watches; the run without it does")
	}
	rows, kills := 5_000, 3
	if n, err := strconv.Atoi(os.Getenv("HANKEVERKKO_KILLS")); err == nil {
		rows, kills = 20_000, n
	}
	seed, err := strconv.ParseUint(os.Getenv("HANKEVERKKO_SEED"), 10, 64)
	if err != nil {
		seed = 1
	}
	t.Logf("%d rows, %d kills, seed %d", rows, kills, seed)
	dir := t.TempDir()
	program := filepath.Join(dir, "hankeverkko")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	old, next := filepath.Join(dir, "old", "lista.csv"), filepath.Join(dir, "new", "lista.csv")
	writeSheet(t, old, rows, 0)
	writeSheet(t, next, rows, 1)
	onEachStore(t, func(t *testing.T, address string) {
		k := killer{t, program, address, next, rand.New(rand.NewPCG(seed, 2))}
		k.run(old)
		before := k.revision()
		start := time.Now()
		k.run(next)
		usual, after := time.Since(start), k.revision()
		k.back(before)
		acknowledged, stored := 0, 0
		for i := range kills {
			done := k.kill(time.Duration(k.random.Float64() * 1.1 * float64(usual)))
			switch got := k.revision(); {
			case got != before && got != after:
				t.Fatalf("kill %d: revision %s, want %s or %s", i, got, before, after)
			case got != after && done:
				t.Fatalf("kill %d: acknowledged, and not there", i)
			case got == after:
				stored++
			}
			if done {
				acknowledged++
			}
			k.run(next)
			if got := k.revision(); got != after {
				t.Fatalf("after kill %d and another run: revision %s, want %s", i, got, after)
			}
			k.back(before)
		}
		t.Logf("usual %v; %d acknowledged, %d stored of %d", usual, acknowledged, stored, kills)
	})
}

// writeSheet writes rows of which the newer edition differs in every third.
func writeSheet(t *testing.T, path string, rows, edition int) {
	t.Helper()
	var b bytes.Buffer
	b.WriteString("hanke;toimija;kuvaus;euroa\n")
	for i := range rows {
		said := 0
		if i%3 == 0 {
			said = edition
		}
		fmt.Fprintf(&b, "Hanke %d;Toimija %d;Kuvaus %d, painos %d;%d\n", i/4, i%997, i/4, said, 1000+i)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

type killer struct {
	t       *testing.T
	program string
	address string
	file    string
	random  *rand.Rand
}

func (k *killer) command(ctx context.Context, args ...string) *exec.Cmd {
	return exec.CommandContext(ctx, k.program, append(args, "--store", k.address, "--yes")...)
}

func (k *killer) run(file string) {
	k.t.Helper()
	if out, err := k.command(k.t.Context(), "import", file).CombinedOutput(); err != nil {
		k.t.Fatalf("%v\n%s", err, out)
	}
}

// kill starts an import, kills it after a while, and tells whether it had
// acknowledged by then.
func (k *killer) kill(after time.Duration) (done bool) {
	k.t.Helper()
	cmd := k.command(k.t.Context(), "import", k.file)
	if err := cmd.Start(); err != nil {
		k.t.Fatal(err)
	}
	timer := time.AfterFunc(after, func() { _ = cmd.Process.Kill() }) // SIGKILL; it may have ended
	defer timer.Stop()
	err := cmd.Wait()
	var ended *exec.ExitError
	switch {
	case err == nil:
		return true
	case !errors.As(err, &ended) || ended.Exited():
		k.t.Fatalf("the import failed by itself: %v", err)
	}
	return false
}

func (k *killer) open(work func(store.Store)) {
	k.t.Helper()
	c := config.Default()
	c.Store, c.StorePassword = k.address, os.Getenv("HANKEVERKKO_STORE_PASSWORD")
	s, err := openStore(c)
	if err != nil {
		k.t.Fatal(err)
	}
	defer s.Close()
	work(s)
}

// revision is that of the content as it is read, which has to be what the store says.
func (k *killer) revision() (revision graph.Revision) {
	k.t.Helper()
	k.open(func(s store.Store) {
		content, err := store.ReadAll(k.t.Context(), s)
		if err != nil {
			k.t.Fatal(err)
		}
		var digest graph.Digest
		for _, source := range content.Sources {
			digest.AddSource(source)
		}
		for _, r := range content.Records {
			digest.AddRecord(r)
		}
		if revision = content.Revision; digest.Revision() != revision {
			k.t.Fatalf("the store says %s, its content %s", revision, digest.Revision())
		}
	})
	return revision
}

// back returns the source to its first run.
func (k *killer) back(to graph.Revision) {
	k.t.Helper()
	k.open(func(s store.Store) {
		base, err := s.Revision(k.t.Context())
		if err != nil {
			k.t.Fatal(err)
		}
		if _, err := s.Restore(k.t.Context(), base, store.Restoration{Source: "lista", To: "lista-1", At: time.Now()}); err != nil {
			k.t.Fatal(err)
		}
		if now, err := s.Revision(k.t.Context()); err != nil || now != to {
			k.t.Fatalf("back at %s, want %s (%v)", now, to, err)
		}
	})
}
