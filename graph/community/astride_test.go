package community_test

import (
	"context"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"hankeverkko/graph/community"
)

// Vertex 0 stands with the other community in 15 of the 30 runs that tell the
// two apart; 10 runs that join them say nothing, and neither do two members.
func TestAstrideByHand(t *testing.T) {
	p := community.Partition{0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2}
	home, away := p, community.Partition{1, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2}
	joined := community.Partition{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}
	var runs []community.Partition
	for range 10 {
		runs = append(runs, home, away, joined)
	}
	for range 5 {
		runs = append(runs, away, home)
	}
	b, err := community.BoundaryOf(t.Context(), p, runs)
	if err != nil {
		t.Fatal(err)
	}
	for v := range p {
		want := community.Astride{Other: -1}
		if v == 0 {
			want = community.Astride{Other: 1, Stood: 15, Apart: 30, Joined: 10}
		}
		if b.Astride[v] != want {
			t.Errorf("vertex %d: %+v, want %+v", v, b.Astride[v], want)
		}
	}
	few, err := community.BoundaryOf(t.Context(), p, runs[:28]) // 19 runs tell them apart
	if err != nil || few.Astride[0] != (community.Astride{Other: -1}) {
		t.Errorf("few runs: %+v, %v", few.Astride[0], err)
	}
}

// standsWith tells where over half of the members with a part stand, -1 for nowhere.
func standsWith(p, run community.Partition, c int32) int32 {
	present, at := 0, map[int32]int{}
	for v, label := range p {
		if label == c && run[v] >= 0 {
			present++
			at[run[v]]++
		}
	}
	for label, members := range at {
		if 2*members > present {
			return label
		}
	}
	return -1
}

func TestAstrideIsCounting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(4, 14).Draw(t, "n")
		draw := func(name string) community.Partition {
			return community.Number(rapid.SliceOfN(rapid.Int32Range(-1, 2), n, n).Draw(t, name))
		}
		p := draw("partition")
		var runs []community.Partition
		for range rapid.IntRange(1, 6).Draw(t, "runs") {
			runs = append(runs, slices.Repeat([]community.Partition{draw("run")}, rapid.IntRange(5, 20).Draw(t, "times"))...)
		}
		b, err := community.BoundaryOf(context.Background(), p, runs)
		if err != nil {
			t.Fatal(err)
		}
		members := p.Members()
		for v, own := range p {
			most, want := 0.0, community.Astride{Other: -1}
			for c := range int32(len(members)) {
				if own < 0 || c == own || len(members[own]) < 4 || len(members[c]) < 4 {
					continue
				}
				apart, stood, joined := 0, 0, 0
				for _, run := range runs {
					mine, theirs := standsWith(p, run, own), standsWith(p, run, c)
					if run[v] < 0 || mine < 0 || theirs < 0 {
						continue
					}
					if mine == theirs {
						joined++
						continue
					}
					apart++
					if run[v] == theirs {
						stood++
					}
				}
				if share := float64(stood) / float64(apart); apart >= 20 && share > most {
					most, want = share, community.Astride{Other: c, Stood: int32(stood), Apart: int32(apart), Joined: int32(joined)}
				}
			}
			if b.Astride[v] != want {
				t.Fatalf("vertex %d: %+v, counted %+v", v, b.Astride[v], want)
			}
		}
	})
}
