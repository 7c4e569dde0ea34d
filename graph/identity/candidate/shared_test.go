package candidate

import (
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
)

// shared reads a CSV file of the data that developers share. It lies beside the
// repository or not at all; without it the test says that it was skipped.
func shared(t testing.TB, path ...string) [][]string {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for folder != filepath.Dir(folder) {
		name := filepath.Join(append([]string{folder, "shared", "data"}, path...)...)
		if file, err := os.Open(name); err == nil {
			defer file.Close()
			reader := csv.NewReader(file)
			reader.FieldsPerRecord, reader.LazyQuotes = -1, true
			rows, err := reader.ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			return rows[1:]
		}
		folder = filepath.Dir(folder)
	}
	t.Skipf("skipped: shared/data/%s is not here", filepath.Join(path...))
	return nil
}

// networkOf makes an actor of each name, with a project for each row.
func networkOf(t testing.TB, names []string) *identity.Ledger {
	t.Helper()
	records := make([]graph.Record, len(names))
	for i, name := range names {
		records[i] = graph.NewRecord("s", graph.ProjectID(fmt.Sprint("s:", i)), fmt.Sprint(i), graph.Cells{graph.FieldActor: name}, i)
	}
	l, err := identity.Open(records, nil, identity.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// The clusters of spellings were made by folding case, punctuation, spaces and
// legal form, and nobody checked them. What they hold must be found, and what
// is found by such reasons must lie in one of them; other reasons see more.
func TestVariantClusters(t *testing.T) {
	clusterOf, names := map[graph.ActorID]string{}, []string{}
	members := map[string]map[graph.ActorID]bool{}
	for _, row := range shared(t, "fi-identity", "eura-name-variant-clusters.csv") {
		id := identity.ActorIDOf("", "", "", row[1])
		names, clusterOf[id] = append(names, row[1]), row[0]
		if members[row[0]] == nil {
			members[row[0]] = map[graph.ActorID]bool{}
		}
		members[row[0]][id] = true
	}
	l := networkOf(t, names)
	together := map[graph.ActorID]graph.ActorID{}
	find := func(id graph.ActorID) graph.ActorID {
		for together[id] != "" {
			id = together[id]
		}
		return id
	}
	folding := []Code{SameName, Spacing, LegalForm}
	inside, outside, byFolding, wrong := 0, 0, 0, 0
	for _, p := range Find(l.Network, l) {
		if p.Suggests != graph.DecideMerge {
			continue
		}
		same := clusterOf[p.A] == clusterOf[p.B]
		if !slices.ContainsFunc(p.Reasons, func(r Reason) bool { return !slices.Contains(folding, r.Code) }) {
			byFolding++
			if !same {
				wrong++
				t.Errorf("not in one cluster: %s, %s", p.A, p.B)
			}
		}
		if !same {
			outside++
			continue
		}
		inside++
		if a, b := find(p.A), find(p.B); a != b {
			together[b] = a
		}
	}
	left, of := 0, 0
	for cluster, ids := range members {
		list := []graph.ActorID{}
		for id := range ids {
			list = append(list, id)
		}
		for _, id := range list[1:] {
			of++
			if find(id) != find(list[0]) {
				left++
				t.Errorf("cluster %q is not brought together", cluster)
			}
		}
	}
	t.Logf("%d spellings in %d clusters are %d actors by their id forms; %d of the %d joins left to propose were proposed; "+
		"%d proposals in a cluster, %d beyond; by folding alone %d, of which %d not in a cluster",
		len(names), len(members), len(l.Network.Actors), of-left, of, inside, outside, byFolding, wrong)
}

func euraNames(t testing.TB) []string {
	var names []string
	for _, row := range shared(t, "eura-fi", "projektilista-2007-2013.csv") {
		if name := strings.TrimSpace(row[9]); name != "" {
			names = append(names, name)
		}
	}
	return names
}

func BenchmarkFindInEURA(b *testing.B) {
	l := networkOf(b, euraNames(b))
	pairs := 0
	for b.Loop() {
		pairs = len(Find(l.Network, l))
	}
	b.ReportMetric(float64(len(l.Network.Actors)), "actors")
	b.ReportMetric(float64(pairs), "pairs")
}

// A hundred thousand names made out of one another: a town before, a word or a
// letter changed, a word more. Real data hold fewer that are so alike.
func BenchmarkFindInHundredThousand(b *testing.B) {
	l := networkOf(b, madeUp(100_000))
	pairs := 0
	for b.Loop() {
		pairs = len(Find(l.Network, l))
	}
	b.ReportMetric(float64(len(l.Network.Actors)), "actors")
	b.ReportMetric(float64(pairs), "pairs")
}

func madeUp(count int) []string {
	r := rand.New(rand.NewPCG(1, 1))
	syllables := []string{"ka", "le", "mi", "so", "tu", "vä", "jö", "rin", "tal", "pek", "huk", "sel", "nii", "ris", "kol", "met", "val", "hen", "sär", "lam"}
	towns := []string{"Kemin", "Oulun", "Turun", "Porin", "Vaasan", "Kuopion", "Salon", "Lahden", "Espoon", "Joensuun", "Iin", "Kotkan"}
	bodies := []string{"yhdistys ry", "Oy", "kaupunki", "ammattiopisto", "kehitys Oy", "säätiö sr", "yliopisto", "seura ry", "Konepaja Oy", "osuuskunta"}
	word := func() string {
		var w string
		for range 2 + r.IntN(3) {
			w += syllables[r.IntN(len(syllables))]
		}
		return w
	}
	names := make([]string, 0, count)
	for len(names) < count {
		name := word() + " " + bodies[r.IntN(len(bodies))]
		if len(names) > 0 && r.IntN(3) > 0 {
			old := names[r.IntN(len(names))]
			words, letters := strings.Fields(old), []rune(old)
			switch r.IntN(4) {
			case 0:
				name = towns[r.IntN(len(towns))] + " " + old
			case 1:
				words[r.IntN(len(words))] = word()
				name = strings.Join(words, " ")
			case 2:
				letters[r.IntN(len(letters))] = 'k'
				name = string(letters)
			default:
				name = old + " " + word()
			}
		}
		names = append(names, name)
	}
	return names
}
