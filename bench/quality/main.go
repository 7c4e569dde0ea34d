package main

import (
	"bufio"
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"

	"hankeverkko/graph"
	"hankeverkko/graph/chance"
	"hankeverkko/graph/community"
	"hankeverkko/graph/nets"
)

//go:embed igraph_peer.py
var peer string

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "quality:", err)
		os.Exit(1)
	}
}

// network is one with planted groups and how its groups are looked for.
type network struct {
	name  string
	build func(seed uint64) (*graph.OneMode, []int32)
	potts float64 // resolution of the Potts quality
}

func lfr(vertices int, mixing float64, smallest, largest int) network {
	return network{
		name: fmt.Sprintf("LFR %d, groups %d-%d, mixing %.1f", vertices, smallest, largest, mixing),
		build: func(seed uint64) (*graph.OneMode, []int32) {
			return nets.LFR{
				Vertices: vertices, Degrees: 2, Sizes: 1, Mixing: mixing, MeanDegree: 20, MaxDegree: 50, SmallestGroup: smallest, LargestOne: largest, Seed: seed,
			}.Build()
		},
		potts: 0.1,
	}
}

func networks() []network {
	var list []network
	for _, between := range []float64{0.02, 0.05, 0.08} {
		list = append(list, network{
			name:  fmt.Sprintf("planted 8 x 32, inside 0.35, between %.2f", between),
			build: func(seed uint64) (*graph.OneMode, []int32) { return nets.Planted(8, 32, 0.35, between, seed) },
			potts: 0.15,
		})
	}
	for _, mixing := range []float64{0.1, 0.3, 0.5, 0.6, 0.7} {
		list = append(list, lfr(1000, mixing, 10, 50))
	}
	for _, mixing := range []float64{0.3, 0.5, 0.6, 0.7} {
		list = append(list, lfr(1000, mixing, 20, 100))
	}
	return append(list, lfr(10_000, 0.5, 20, 100))
}

func run(ctx context.Context, args []string, out io.Writer) error {
	flags := flag.NewFlagSet("quality", flag.ContinueOnError)
	python := flags.String("python", "", "Python with igraph; empty for ours alone")
	draws := flags.Int("draws", 10, "networks of each kind")
	if err := flags.Parse(args); err != nil {
		return err
	}
	library, err := meet(ctx, *python)
	if err != nil {
		return err
	}
	defer library.leave()
	fmt.Fprintf(out, "Mean of %d networks each. %s\n\n", *draws, library.name)
	fmt.Fprintln(out, "| network | NMI by modularity: ours | igraph | Q: ours | igraph | NMI by Potts quality: ours | igraph | quality over igraph's |")
	fmt.Fprintln(out, "| --- | --- | --- | --- | --- | --- | --- | --- |")
	for _, n := range networks() {
		var ours, theirs figures
		for seed := range uint64(*draws) {
			g, planted := n.build(seed)
			if err := ours.add(g, planted, n.potts, func(potts bool) (community.Partition, error) {
				return leiden(ctx, g, potts, n.potts, seed)
			}); err != nil {
				return err
			}
			if err := theirs.add(g, planted, n.potts, func(potts bool) (community.Partition, error) {
				return library.leiden(g, potts, n.potts, seed)
			}); err != nil {
				return err
			}
		}
		d := float64(*draws)
		if library.in == nil {
			fmt.Fprintf(out, "| %s | %.3f | | %.4f | | %.3f | | |\n", n.name, ours.information/d, ours.modularity/d, ours.pottsInformation/d)
			continue
		}
		fmt.Fprintf(out, "| %s | %.3f | %.3f | %.4f | %.4f | %.3f | %.3f | %.4f |\n", n.name, ours.information/d, theirs.information/d,
			ours.modularity/d, theirs.modularity/d, ours.pottsInformation/d, theirs.pottsInformation/d, ours.potts/theirs.potts)
	}
	return nil
}

// figures add up over networks.
type figures struct{ information, modularity, pottsInformation, potts float64 }

func (f *figures) add(g *graph.OneMode, planted []int32, resolution float64, find func(potts bool) (community.Partition, error)) error {
	p, err := find(false)
	if err != nil || p == nil {
		return err
	}
	f.information += chance.MutualInformation(planted, p)
	f.modularity += community.Modularity(&g.Rows, p, 1)
	if p, err = find(true); err != nil {
		return err
	}
	f.pottsInformation += chance.MutualInformation(planted, p)
	f.potts += community.PottsQuality(&g.Rows, p, resolution)
	return nil
}

func leiden(ctx context.Context, g *graph.OneMode, potts bool, resolution float64, seed uint64) (community.Partition, error) {
	o := community.Options{Seed: seed}
	if potts {
		o.Potts, o.Resolution = true, resolution
	}
	return community.Leiden(ctx, &g.Rows, o)
}

// library is igraph in a Python process; without one it finds nothing.
type library struct {
	name string
	in   io.WriteCloser
	out  *bufio.Reader
	wait func() error
}

func meet(ctx context.Context, python string) (*library, error) {
	if python == "" {
		return &library{name: "Ours alone."}, nil
	}
	process := exec.CommandContext(ctx, python, "-c", peer)
	process.Stderr = os.Stderr
	in, err := process.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := process.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := process.Start(); err != nil {
		return nil, err
	}
	l := &library{in: in, out: bufio.NewReaderSize(out, 1<<20), wait: process.Wait}
	name, err := l.out.ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("the peer says nothing: %w", err)
	}
	l.name = "Peer: igraph " + string(bytes.TrimSpace([]byte(name))) + "."
	return l, nil
}

func (l *library) leave() {
	if l.in != nil {
		_ = l.in.Close() // the process ends with its input
		_ = l.wait()
	}
}

func (l *library) leiden(g *graph.OneMode, potts bool, resolution float64, seed uint64) (community.Partition, error) {
	if l.in == nil {
		return nil, nil
	}
	var edges [][2]int32
	for v := range g.Len() {
		for _, u := range g.Row(v) {
			if int(u) > v {
				edges = append(edges, [2]int32{int32(v), u})
			}
		}
	}
	request := map[string]any{"n": g.Len(), "edges": edges, "potts": potts, "resolution": resolution, "seed": seed}
	if err := json.NewEncoder(l.in).Encode(request); err != nil {
		return nil, err
	}
	line, err := l.out.ReadBytes('\n')
	if err != nil {
		return nil, err
	}
	var labels []int32
	if err := json.Unmarshal(line, &labels); err != nil {
		return nil, err
	}
	return community.Number(labels), nil
}
