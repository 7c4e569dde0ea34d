package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestMakeUp(t *testing.T) {
	g, err := makeUp("S", 1)
	if err != nil {
		t.Fatal(err)
	}
	again, err := makeUp("S", 1)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(g.Targets, again.Targets) {
		t.Error("the same seed gives two networks")
	}
	for v := range g.Len() {
		if row := g.Row(v); !slices.IsSorted(row) || len(slices.Compact(slices.Clone(row))) != len(row) {
			t.Fatalf("row of %d: %v", v, row)
		}
		for _, u := range g.Row(v) {
			if (v < g.Projects) == (int(u) < g.Projects) {
				t.Fatalf("%d and %d are of one kind", v, u)
			}
		}
	}
	if _, err := makeUp("XL", 1); err == nil {
		t.Error("size XL was taken")
	}
}

func TestRead(t *testing.T) {
	dir := t.TempDir()
	// Two projects and three actors: {1, 0} and {2}.
	if err := write(filepath.Join(dir, "bip.bin"), [3]int64{2, 3, 3}, []int32{0, 2, 3}, []int32{1, 0, 2}); err != nil {
		t.Fatal(err)
	}
	g, err := read(dir)
	if err != nil {
		t.Fatal(err)
	}
	if g.Projects != 2 || !slices.Equal(g.Offsets, []int32{0, 2, 3, 4, 5, 6}) || !slices.Equal(g.Targets, []int32{2, 3, 4, 0, 0, 1}) {
		t.Errorf("%+v", g)
	}
	if err := writeEdges(filepath.Join(dir, "edges.bin"), &g.Rows); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(dir, "edges.bin"))
	if err != nil {
		t.Fatal(err)
	}
	var want bytes.Buffer
	for _, part := range []any{[]int64{5, 3}, []int32{0, 0, 1}, []int32{2, 3, 4}, []float64{1, 1, 1}} {
		if err := binary.Write(&want, binary.LittleEndian, part); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(got, want.Bytes()) {
		t.Errorf("edges written as % x", got)
	}
}

// TestMain lets the test binary answer as a library, as the program does.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == "-serve" {
		if err := run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr); err != nil {
			panic(err)
		}
		return
	}
	os.Exit(m.Run())
}

func TestRunWithGonum(t *testing.T) {
	dir := t.TempDir()
	// Two projects that share an actor.
	if err := write(filepath.Join(dir, "bip.bin"), [3]int64{2, 3, 4}, []int32{0, 2, 4}, []int32{0, 1, 1, 2}); err != nil {
		t.Fatal(err)
	}
	var out, progress strings.Builder
	file := filepath.Join(dir, "table.md")
	if err := run(context.Background(), []string{"-dir", dir, "-python", "", "-out", file}, nil, &out, &progress); err != nil {
		t.Fatal(err)
	}
	for want, times := range map[string]int{
		"2 projects, 3 actors, 4 ties, 2 actor pairs": 1, "| 2 edges |": 1, "Not found: igraph, networkit": 1,
		"| sum 1, max 1 |": 2, "| sum 10, max 4 |": 2, // both betweennesses, ours and gonum's
	} {
		if got := strings.Count(out.String(), want); got != times {
			t.Errorf("%q stands %d times, want %d, in\n%s", want, got, times, &out)
		}
	}
	if written, err := os.ReadFile(file); err != nil || string(written) != out.String() {
		t.Errorf("the file holds %q (%v)", written, err)
	}
}

func TestWhatIsWrittenIsReadBack(t *testing.T) {
	g, err := makeUp("S", 2)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := writeTies(filepath.Join(dir, tiesFile), g); err != nil {
		t.Fatal(err)
	}
	again, err := read(dir)
	if err != nil {
		t.Fatal(err)
	}
	if again.Projects != g.Projects || !slices.Equal(again.Offsets, g.Offsets) || !slices.Equal(again.Targets, g.Targets) {
		t.Error("another network")
	}
}

func TestReadTies(t *testing.T) {
	file := filepath.Join(t.TempDir(), "ties.csv.gz")
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	// The pair of p2 and b stands twice.
	if _, err := w.Write([]byte("role,pic,rcn\nx,b,p2\nx,a,p1\ny,b,p2\nx,b,p1\n")); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, packed.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	g, err := readTies(file + ",rcn,pic")
	if err != nil {
		t.Fatal(err)
	}
	// p2 is project 0 and b actor 2 + 0.
	if g.Projects != 2 || !slices.Equal(g.Offsets, []int32{0, 1, 3, 5, 6}) || !slices.Equal(g.Targets, []int32{2, 2, 3, 0, 1, 1}) {
		t.Errorf("%+v", g)
	}
	sheet := filepath.Join(t.TempDir(), "ties.csv") // as export writes it
	if err := os.WriteFile(sheet, []byte("\ufeffhanke;project_id;actor_id\n\"x, y; z\";p2;b\nx;p1;a\nx;p2;b\nx;p1;b\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if again, err := readTies(sheet + ",project_id,actor_id"); err != nil || again.Projects != 2 || !slices.Equal(again.Targets, g.Targets) {
		t.Errorf("%+v, %v", again, err)
	}
	for _, spec := range []string{file, file + ",rcn,nobody", file + ".none,rcn,pic"} {
		if _, err := readTies(spec); err == nil {
			t.Errorf("%s was read", spec)
		}
	}
}
