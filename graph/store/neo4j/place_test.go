package neo4j

import (
	"flag"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// parts are lists of texts over few characters, so that some are near each other.
var parts = rapid.Map(rapid.SliceOfN(rapid.StringOfN(rapid.RuneFrom([]rune{0, 1, 2, 'a', 'ä', 0x10FFFF}), 0, placed/2, -1), 3, 3),
	func(texts []string) []string {
		texts[1] = strings.Repeat("ä", placed-len(texts[0])%7) + texts[1]
		return texts
	})

// Places stand in the order of the parts, and equal only where both are cut.
func TestPlacesSort(t *testing.T) {
	checks := flag.Lookup("rapid.checks").Value
	usual := checks.String()
	defer checks.Set(usual)
	checks.Set("2000") // these are cheap
	rapid.Check(t, func(t *rapid.T) {
		a, b := parts.Draw(t, "a"), parts.Draw(t, "b")
		if rapid.Bool().Draw(t, "short") {
			a[1], b[1] = strings.TrimLeft(a[1], "ä"), strings.TrimLeft(b[1], "ä")
		}
		want := slices.Compare(a, b)
		if got := strings.Compare(joined(a...), joined(b...)); got != want {
			t.Fatalf("joined texts compare as %d, the parts as %d", got, want)
		}
		p, q := place(a...), place(b...)
		if !utf8.ValidString(p) || utf8.RuneCountInString(p) > placed {
			t.Fatalf("place %q", p)
		}
		if got := strings.Compare(p, q); got != want && (got != 0 || utf8.RuneCountInString(p) < placed) {
			t.Fatalf("places compare as %d, the parts as %d", got, want)
		}
	})
}

func TestIdentitiesDiffer(t *testing.T) {
	seen := map[string][]string{}
	for _, parts := range [][]string{{}, {""}, {"", ""}, {"a"}, {"a", ""}, {"", "a"}, {"a\x00"}, {"a\x00", ""}, {"a\x01"}, {"a\x01\x01"}, {"a\x01\x02"}, {"ab"}, {"a", "b"}} {
		name := identity(parts...)
		if other, ok := seen[name]; ok {
			t.Errorf("%q and %q are one", parts, other)
		}
		seen[name] = parts
	}
}
