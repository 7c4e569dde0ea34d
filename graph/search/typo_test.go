package search

import (
	"testing"

	"pgregory.net/rapid"
)

func TestErrors(t *testing.T) {
	for _, c := range []struct {
		typed, word      string
		whole, beginning int
	}{
		{"metsä", "metsä", 0, 0},
		{"mettsä", "metsä", 1, 1}, // one too many
		{"mesä", "metsä", 1, 1},   // one left out
		{"metsö", "metsä", 1, 1},  // another
		{"mestä", "metsä", 1, 1},  // two swapped
		{"mestä", "metsästys", 5, 1},
		{"yliopiso", "yliopisto", 1, 1},
		{"kala", "koira", 3, 3},
		{"a", "b", 1, 1},
	} {
		whole, beginning := newPattern(c.typed).errors(c.word, 64)
		if whole != c.whole || beginning != c.beginning {
			t.Errorf("%s, %s: %d and %d errors, want %d and %d", c.typed, c.word, whole, beginning, c.whole, c.beginning)
		}
	}
}

// alignment is the textbook table of optimal string alignment.
func alignment(a, b []rune) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		d[i][0] = i
	}
	for j := range b {
		d[0][j+1] = j + 1
	}
	for i := range a {
		for j := range b {
			changed := d[i][j]
			if a[i] != b[j] {
				changed++
			}
			d[i+1][j+1] = min(changed, d[i][j+1]+1, d[i+1][j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				d[i+1][j+1] = min(d[i+1][j+1], d[i-1][j-1]+1)
			}
		}
	}
	return d[len(a)][len(b)]
}

func TestErrorsEqualTheTextbook(t *testing.T) {
	word := func(label string) *rapid.Generator[[]rune] {
		return rapid.SliceOfN(rapid.SampledFrom([]rune("abcä☃")), 1, 12)
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := word("typed").Draw(t, "typed"), word("word").Draw(t, "word")
		allowed := rapid.IntRange(0, 3).Draw(t, "allowed")
		whole, beginning := newPattern(string(a)).errors(string(b), allowed)
		if want := alignment(a, b); whole != want && (whole <= allowed || want <= allowed) {
			t.Fatalf("%q, %q: %d errors, want %d", string(a), string(b), whole, want)
		}
		want := len(a)
		for j := range len(b) + 1 {
			want = min(want, alignment(a, b[:j]))
		}
		if beginning != want && (beginning <= allowed || want <= allowed) {
			t.Fatalf("%q, beginning of %q: %d errors, want %d", string(a), string(b), beginning, want)
		}
		if whole <= allowed && !lettersOf(string(a)).within(lettersOf(string(b)), whole) {
			t.Fatalf("%q, %q: %d errors, and yet other letters", string(a), string(b), whole)
		}
	})
}
