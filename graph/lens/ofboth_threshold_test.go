package lens_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"hankeverkko/graph/lens"
)

// BenchmarkOfBothThresholds prints the table of docs/method.md that the least
// share of runs was chosen by: actors of evenly split ties, 6 + 4, 7 + 3, 8 + 2,
// then others that lie evenly in two groups by chance, then all others.
func BenchmarkOfBothThresholds(b *testing.B) {
	thresholds := []float64{0.05, 0.1, 0.2, 0.3, 0.4, 0.5}
	const kinds = 6
	for b.Loop() {
		for _, planted := range [][2]float64{{0.4, 0.01}, {0.3, 0.02}, {0.25, 0.02}, {0.2, 0.03}} {
			counts := make([]told, kinds*len(thresholds))
			for seed := range uint64(20) {
				g, group, first := astride(planted[0], planted[1], []float64{0.5, 0.5, 0.6, 0.6, 0.7, 0.7, 0.8, 0.8}, seed)
				c, found := boundaryOf(b, networkOf(b, g), "")
				for a, at := range c.OfActor {
					if at < 0 || found.Groups[at].Word == lens.Open {
						continue
					}
					kind := kinds - 1
					if a >= first {
						kind = (a - first) / 2
					} else if evenly(g, group, a) {
						kind = kinds - 2
					}
					other := found.OfActor[a].Astride.Other
					is := other >= 0 && other != at && found.Groups[other].Word > lens.Open
					for i, from := range thresholds {
						count := &counts[kinds*i+kind]
						count.all++
						if is && found.OfActor[a].Astride.Share() >= from {
							count.both++
						}
					}
				}
			}
			for i, from := range thresholds {
				var row strings.Builder
				for kind := range kinds {
					count := counts[kinds*i+kind]
					fmt.Fprintf(&row, " %d/%d", count.both, count.all)
				}
				fmt.Fprintf(os.Stderr, "planted %v from %.2f:%s\n", planted, from, row.String())
			}
		}
	}
}
