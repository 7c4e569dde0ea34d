package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"hankeverkko/graph"
)

// sizes of made-up networks.
var sizes = map[string]struct{ projects, actors, communities, regions int }{
	"S": {2_000, 2_200, 40, 19},
	"M": {40_000, 34_000, 400, 19},
	"L": {400_000, 255_000, 3_000, 60},
}

// makeUp returns a network with the skew of real funding data: lognormal
// project sizes, Pareto activity of actors, partners mostly from the project's
// own community and region. Actors that no project drew are isolates.
func makeUp(size string, seed uint64) (*graph.TwoMode, error) {
	spec, ok := sizes[size]
	if !ok {
		return nil, fmt.Errorf("size %q: want S, M or L: %w", size, graph.ErrInvalid)
	}
	random := rand.New(rand.NewPCG(seed, 1))
	all := &pool{}
	communities, regions := make([]pool, spec.communities), make([]pool, spec.regions)
	regionOf := func(community int) int { return community * spec.regions / spec.communities }
	for a := range int32(spec.actors) {
		community := skewed(random, spec.communities)
		activity := math.Min(math.Pow(1-random.Float64(), -1/0.9), 3000)
		for _, p := range []*pool{all, &communities[community], &regions[regionOf(community)]} {
			p.add(a, activity)
		}
	}
	projects := make([][]int32, spec.projects)
	for p := range projects {
		community := skewed(random, spec.communities)
		partners := min(1+int(math.Exp(1+random.NormFloat64())), 250)
		for tries := 0; len(projects[p]) < partners && tries < 6*partners; tries++ {
			from := all
			switch x := random.Float64(); {
			case x < 0.62:
				from = &communities[community]
			case x < 0.82:
				from = &regions[regionOf(community)]
			}
			if len(from.actors) == 0 {
				continue
			}
			if a := from.draw(random); !slices.Contains(projects[p], a) {
				projects[p] = append(projects[p], a)
			}
		}
	}
	return twoMode(projects, spec.actors), nil
}

// pool is a set of actors that are drawn by their activity.
type pool struct {
	actors []int32
	upTo   []float64
}

func (p *pool) add(actor int32, activity float64) {
	if len(p.upTo) > 0 {
		activity += p.upTo[len(p.upTo)-1]
	}
	p.actors, p.upTo = append(p.actors, actor), append(p.upTo, activity)
}

func (p *pool) draw(random *rand.Rand) int32 {
	x := random.Float64() * p.upTo[len(p.upTo)-1]
	return p.actors[min(sort.SearchFloat64s(p.upTo, x), len(p.actors)-1)]
}

// skewed draws one of n, the first ones more often.
func skewed(random *rand.Rand, n int) int {
	return int(float64(n) * math.Pow(random.Float64(), 2))
}

func twoMode(projects [][]int32, actors int) *graph.TwoMode {
	var ties [][2]int32
	for p, members := range projects {
		slices.Sort(members)
		for _, a := range members {
			ties = append(ties, [2]int32{int32(p), a})
		}
	}
	return graph.NewTwoMode(len(projects), actors, ties)
}

// readTies reads a table with a header, packed or not, of which two columns name
// a project and an actor: FILE,PROJECT,ACTOR. A sheet of ties as export writes it
// will do: its columns are project_id and actor_id.
func readTies(spec string) (*graph.TwoMode, error) {
	parts := named(spec)
	if len(parts) != 3 {
		return nil, fmt.Errorf("-ties %q: want FILE,PROJECT,ACTOR", spec)
	}
	file, err := os.Open(parts[0])
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var packed io.Reader = file
	if strings.HasSuffix(parts[0], ".gz") {
		if packed, err = gzip.NewReader(file); err != nil {
			return nil, fmt.Errorf("%s: %w", parts[0], err)
		}
	}
	in := bufio.NewReader(packed)
	if mark, _ := in.Peek(3); string(mark) == "\ufeff" {
		_, _ = in.Discard(3) // was peeked
	}
	table := csv.NewReader(in)
	first, _ := in.Peek(1 << 10) // what is wrong with it Read tells
	if first, _, _ = bytes.Cut(first, []byte("\n")); bytes.Count(first, []byte(";")) > bytes.Count(first, []byte(",")) {
		table.Comma = ';'
	}
	header, err := table.Read()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", parts[0], err)
	}
	p, a := slices.Index(header, parts[1]), slices.Index(header, parts[2])
	if p < 0 || a < 0 {
		return nil, fmt.Errorf("%s: no columns %s and %s in %v", parts[0], parts[1], parts[2], header)
	}
	projects, actors := map[string]int32{}, map[string]int32{}
	number := func(of map[string]int32, name string) int32 {
		if _, known := of[name]; !known {
			of[name] = int32(len(of))
		}
		return of[name]
	}
	var members [][]int32
	for {
		row, err := table.Read()
		if errors.Is(err, io.EOF) {
			return twoMode(members, len(actors)), nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", parts[0], err)
		}
		at := number(projects, row[p])
		if int(at) == len(members) {
			members = append(members, nil)
		}
		if actor := number(actors, row[a]); !slices.Contains(members[at], actor) {
			members[at] = append(members[at], actor)
		}
	}
}

// Files of a network in a folder: the ties as read takes them, and the edges of
// both forms as writeEdges writes them for peers.
const (
	tiesFile    = "bip.bin"
	actorsFile  = "actors.bin"
	twoModeFile = "twomode.bin"
)

// read reads DIR/bip.bin: int64 projects, actors, ties; int32 offsets of the
// projects' rows; int32 actor of every tie. Little endian.
func read(dir string) (*graph.TwoMode, error) {
	file, err := os.Open(filepath.Join(dir, tiesFile))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	in := bufio.NewReaderSize(file, 1<<20)
	var head [3]int64
	if err := binary.Read(in, binary.LittleEndian, &head); err != nil {
		return nil, err
	}
	offsets, actors := make([]int32, head[0]+1), make([]int32, head[2])
	for _, part := range [][]int32{offsets, actors} {
		if err := binary.Read(in, binary.LittleEndian, part); err != nil {
			return nil, err
		}
	}
	projects := make([][]int32, head[0])
	for p := range projects {
		projects[p] = actors[offsets[p]:offsets[p+1]]
	}
	return twoMode(projects, int(head[1])), nil
}

// writeTies writes what read reads.
func writeTies(path string, g *graph.TwoMode) error {
	offsets, actors := []int32{0}, []int32{}
	for p := range g.Projects {
		for _, v := range g.Row(p) {
			actors = append(actors, v-int32(g.Projects))
		}
		offsets = append(offsets, int32(len(actors)))
	}
	return write(path, [3]int64{int64(g.Projects), int64(g.Len() - g.Projects), int64(len(actors))}, offsets, actors)
}

// writeEdges writes a one-mode network for the peer: int64 vertices, edges;
// int32 u, int32 v, float64 weight of each, one column after the other.
func writeEdges(path string, g *graph.Rows) error {
	var us, vs []int32
	var weights []float64
	for v := range g.Len() {
		for i, u := range g.Row(v) {
			if int(u) > v {
				us, vs = append(us, int32(v)), append(vs, u)
				w := 1.0
				if g.Weights != nil {
					w = g.RowWeights(v)[i]
				}
				weights = append(weights, w)
			}
		}
	}
	return write(path, [2]int64{int64(g.Len()), int64(len(us))}, us, vs, weights)
}

func write(path string, parts ...any) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(file, 1<<20)
	for _, part := range parts {
		if err := binary.Write(out, binary.LittleEndian, part); err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return file.Close()
}
