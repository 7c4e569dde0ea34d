package graph_test

import (
	"cmp"
	"slices"
	"testing"

	"hankeverkko/graph"

	"pgregory.net/rapid"
)

func row(key, title string) graph.Record {
	return graph.NewRecord("eura", "eura:1", key, graph.Cells{graph.FieldProject: title}, 0)
}

func TestDiff(t *testing.T) {
	for _, c := range []struct {
		name           string
		stored, read   []graph.Record
		keep           bool
		added, removed []graph.Record
		want           [4]int // new, changed, gone, same
	}{
		{name: "nothing"},
		{name: "first import", read: []graph.Record{row("2", "b"), row("1", "a")},
			added: []graph.Record{row("1", "a"), row("2", "b")}, want: [4]int{2, 0, 0, 0}},
		{name: "the same in another order", stored: []graph.Record{row("1", "a"), row("2", "b")}, read: []graph.Record{row("2", "b"), row("1", "a")},
			want: [4]int{0, 0, 0, 2}},
		{name: "one of each", stored: []graph.Record{row("1", "a"), row("2", "b"), row("3", "c")}, read: []graph.Record{row("1", "a"), row("3", "d"), row("4", "e")},
			added: []graph.Record{row("3", "d"), row("4", "e")}, removed: []graph.Record{row("2", "b"), row("3", "c")}, want: [4]int{1, 1, 1, 1}},
		{name: "what is missing stays", stored: []graph.Record{row("1", "a"), row("2", "b")}, read: []graph.Record{row("2", "c"), row("3", "d")}, keep: true,
			added: []graph.Record{row("2", "c"), row("3", "d")}, removed: []graph.Record{row("2", "b")}, want: [4]int{1, 1, 0, 1}},
		{name: "two rows of one key, one changes", stored: []graph.Record{row("1", "a"), row("1", "b")}, read: []graph.Record{row("1", "a"), row("1", "c")},
			added: []graph.Record{row("1", "c")}, removed: []graph.Record{row("1", "b")}, want: [4]int{0, 1, 0, 1}},
		{name: "a key loses one of its rows", stored: []graph.Record{row("1", "a"), row("1", "b")}, read: []graph.Record{row("1", "b")},
			removed: []graph.Record{row("1", "a")}, want: [4]int{0, 0, 1, 1}},
		{name: "a row stands twice", read: []graph.Record{row("1", "a"), row("1", "a")},
			added: []graph.Record{row("1", "a")}, want: [4]int{1, 0, 0, 0}},
		{name: "the file is empty", stored: []graph.Record{row("1", "a")},
			removed: []graph.Record{row("1", "a")}, want: [4]int{0, 0, 1, 0}},
	} {
		got := graph.Diff(c.stored, c.read, c.keep)
		if counts := [4]int{got.New, got.Changed, got.Gone, got.Same}; counts != c.want {
			t.Errorf("%s: new, changed, gone, same = %v, want %v", c.name, counts, c.want)
		}
		if !slices.Equal(contents(got.Added), contents(c.added)) || !slices.Equal(contents(got.Removed), contents(c.removed)) {
			t.Errorf("%s: added %v, removed %v", c.name, got.Added, got.Removed)
		}
		if got.Empty() != (len(c.added)+len(c.removed) == 0) {
			t.Errorf("%s: Empty() = %t", c.name, got.Empty())
		}
	}
}

type content struct {
	key  string
	hash graph.Hash
}

// contents lists what rows say, sorted, each once.
func contents(records []graph.Record) []content {
	var list []content
	for _, r := range records {
		list = append(list, content{r.Key, r.Hash})
	}
	slices.SortFunc(list, func(a, b content) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.hash, b.hash)) })
	return slices.Compact(list)
}

func sheets() *rapid.Generator[[]graph.Record] {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) graph.Record {
		return row(rapid.SampledFrom([]string{"1", "2", "3", "4"}).Draw(t, "key"), rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "title"))
	}), 0, 12)
}

// What a change does to the stored rows gives the rows read.
func TestDiffLeadsToTheReading(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stored, read := sheets().Draw(t, "stored"), sheets().Draw(t, "read")
		keep := rapid.Bool().Draw(t, "keep what is missing")
		c := graph.Diff(stored, read, keep)

		removed := contents(c.Removed)
		after := slices.DeleteFunc(contents(stored), func(x content) bool { return slices.Contains(removed, x) })
		for _, x := range contents(c.Added) {
			if slices.Contains(after, x) {
				t.Fatalf("%v is added and is there", x)
			}
			after = append(after, x)
		}
		want := contents(read)
		if keep {
			for _, x := range contents(stored) {
				if !slices.ContainsFunc(read, func(r graph.Record) bool { return r.Key == x.key }) {
					want = append(want, x)
				}
			}
		}
		if len(after) != len(want) || slices.ContainsFunc(want, func(x content) bool { return !slices.Contains(after, x) }) {
			t.Fatalf("leads to %v, want %v", after, want)
		}
		if len(c.Added) != c.New+c.Changed || len(c.Removed) != c.Gone+c.Changed || len(contents(stored)) != c.Same+c.Changed+c.Gone {
			t.Fatalf("%d added, %d removed of %d, but new %d, changed %d, gone %d, same %d",
				len(c.Added), len(c.Removed), len(contents(stored)), c.New, c.Changed, c.Gone, c.Same)
		}
		mixed := graph.Diff(rapid.Permutation(stored).Draw(t, "stored mixed"), rapid.Permutation(read).Draw(t, "read mixed"), keep)
		if !slices.Equal(contents(mixed.Added), contents(c.Added)) || !slices.Equal(contents(mixed.Removed), contents(c.Removed)) {
			t.Fatal("the order of rows makes a difference")
		}
		if !graph.Diff(read, read, keep).Empty() {
			t.Fatal("a reading differs from itself")
		}
	})
}
