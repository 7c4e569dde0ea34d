package storetest

import (
	"strings"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/store/memory"

	"pgregory.net/rapid"
)

// likeReference does random work in a store and in the reference, which must
// hold the same after every step. What stood in a source after each run is
// noted here on the side, so that a return is also held against something that
// is neither of the two.
func likeReference(t *testing.T, f Fixture) {
	rapid.Check(t, func(rt *rapid.T) {
		opened := f.open(t)
		defer opened.Close()
		got := handle{rt, opened.Store}
		want := handle{rt, memory.Open()}
		noted := make(map[graph.RunID][]graph.Hash)
		for i, seed := range rapid.SliceOfN(rapid.Uint64(), 1, 24).Draw(rt, "work") {
			outcome, err := work(ctx(), got, seed, 6)
			got.must(err)
			expected, err := work(ctx(), want, seed, 6)
			want.must(err)
			if outcome != expected {
				rt.Fatalf("step %d came out as\n%s\nin the reference as\n%s", i, outcome, expected)
			}
			got.unchanged(want.dump())
			got.sound()
			got.returned(noted)
		}
	})
}

// returned notes what stands in each source after its newest run, and wants it
// to be what stood there after the run that it returned to.
func (h handle) returned(noted map[graph.RunID][]graph.Hash) {
	h.t.Helper()
	for _, id := range workSources {
		runs, err := h.Runs(ctx(), id)
		if err != nil {
			continue
		}
		hashes := []graph.Hash{}
		for _, r := range h.records(id) {
			hashes = append(hashes, r.Hash)
		}
		newest := runs[0]
		if before, ok := noted[newest.ID]; ok {
			h.same("records of "+string(newest.ID)+" later", hashes, before)
		}
		noted[newest.ID] = hashes
		switch {
		case newest.Restored && newest.Restores == "":
			h.same("records before the first run", hashes, []graph.Hash{})
		case newest.Restored:
			h.same("records returned to "+string(newest.Restores), hashes, noted[newest.Restores])
		}
		if !strings.HasPrefix(string(newest.ID), string(id)) {
			h.t.Errorf("run %s of source %s", newest.ID, id)
		}
	}
}
