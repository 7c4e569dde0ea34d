package lens_test

import (
	"bytes"
	"testing"

	"hankeverkko/example"
	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/graph/lens"
	"hankeverkko/importer"
)

// exampleNetwork is the bundled landscape: 486 projects.
func exampleNetwork(t testing.TB) *graph.Network {
	t.Helper()
	reading, err := importer.Read(example.File, bytes.NewReader(example.CSV), importer.Options{Source: example.Source, AsOf: example.AsOf})
	if err != nil {
		t.Fatal(err)
	}
	n, err := identity.Apply(reading.Records, nil)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestTopicsOfTheExample(t *testing.T) {
	n := exampleNetwork(t)
	topics, err := lens.FindTopics(t.Context(), n, lens.TopicOptions{})
	if err != nil {
		t.Fatal(err)
	}
	mixed, slots, seen := 0, map[int]bool{}, 0
	for i, topic := range topics.List {
		seen += len(topic.Projects)
		if topic.Misc {
			mixed += len(topic.Projects)
		} else if len(topic.Words) == 0 || topic.Cover < 0.6 {
			t.Errorf("topic %d has the name %v, which covers %.2f", i, topic.Words, topic.Cover)
		}
		if topic.Slot >= 0 {
			if slots[topic.Slot] {
				t.Errorf("slot %d is taken twice", topic.Slot)
			}
			slots[topic.Slot] = true
		}
		for _, p := range topic.Projects {
			if int(topics.Of[p]) != i {
				t.Errorf("project %d lies in topic %d and %d", p, i, topics.Of[p])
			}
		}
		t.Logf("%3d slot %2d cover %.2f %v", len(topic.Projects), topic.Slot, topic.Cover, topic.Words)
	}
	if seen != len(n.Projects) || len(slots) > topics.Slots {
		t.Errorf("%d of %d projects lie in topics, %d slots", seen, len(n.Projects), len(slots))
	}
	if mixed*5 > len(n.Projects) {
		t.Errorf("%d of %d projects have no topic with a name", mixed, len(n.Projects))
	}
	again, err := lens.FindTopics(t.Context(), n, lens.TopicOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for i := range topics.List {
		if topics.List[i].ID != again.List[i].ID || topics.List[i].Slot != again.List[i].Slot {
			t.Fatalf("the same data gave topic %s and %s", topics.List[i].ID, again.List[i].ID)
		}
	}
}

// Topics hold when a tenth of the projects goes; a grouping by chance has an
// index of 0. The full study stands in docs/method.md.
func TestTopicsAreStable(t *testing.T) {
	times := 6
	if testing.Short() {
		times = 2
	}
	draws, err := lens.Stability(t.Context(), exampleNetwork(t), lens.TopicOptions{}, times, 0.9, 7)
	if err != nil {
		t.Fatal(err)
	}
	sum := 0.0
	for _, index := range draws {
		sum += index
	}
	if mean := sum / float64(len(draws)); mean < 0.55 {
		t.Errorf("adjusted Rand %.3f over %v", mean, draws)
	}
}

// BenchmarkStability prints the figures of docs/method.md: the adjusted Rand
// index over 20 draws of 90 % of the projects, with full texts and from titles alone.
func BenchmarkStability(b *testing.B) {
	for name, o := range map[string]lens.TopicOptions{"texts": {}, "titles": {TitlesOnly: true}} {
		b.Run(name, func(b *testing.B) {
			n := exampleNetwork(b)
			for b.Loop() {
				draws, err := lens.Stability(b.Context(), n, o, 20, 0.9, 7)
				if err != nil {
					b.Fatal(err)
				}
				sum := 0.0
				for _, index := range draws {
					sum += index
				}
				b.ReportMetric(sum/float64(len(draws)), "ARI")
			}
		})
	}
}

func BenchmarkFindTopics(b *testing.B) {
	n := exampleNetwork(b)
	for b.Loop() {
		if _, err := lens.FindTopics(b.Context(), n, lens.TopicOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}
