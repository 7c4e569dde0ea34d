package search_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hankeverkko/example"
	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/graph/search"
	"hankeverkko/importer"
)

var exampleIndex = sync.OnceValue(func() *search.Index {
	reading, err := importer.Read(example.File, bytes.NewReader(example.CSV), importer.Options{Source: example.Source})
	if err != nil {
		panic(err)
	}
	n, err := identity.Apply(reading.Records, nil)
	if err != nil {
		panic(err)
	}
	return search.New(n, search.Entry{Kind: search.Group, ID: "topics:1", Name: "Kiertotalous ja muovi", Projects: 40})
})

// best returns the best hit of a kind as "name" or "name (matched)".
func best(h search.Hits, kind search.Kind) string {
	for _, k := range h.Kinds {
		if k.Kind == kind {
			if m := k.Hits[0].Matched; m != "" {
				return k.Hits[0].Name + " (" + m + ")"
			}
			return k.Hits[0].Name
		}
	}
	return ""
}

func TestFindInTheExample(t *testing.T) {
	for _, c := range []struct {
		query string
		kind  search.Kind
		want  string
	}{
		// whole names, short names, aliases
		{"Lapin ammattikorkeakoulu Oy", search.Actor, "Lapin ammattikorkeakoulu Oy"},
		{"lapin amk", search.Actor, "Lapin ammattikorkeakoulu Oy (Lapin AMK)"},
		{"XAMK", search.Actor, "Kaakkois-Suomen ammattikorkeakoulu Oy (Xamk)"},
		{"oulun amk", search.Actor, "Oulun ammattikorkeakoulu Oy"},
		{"Sodankylän observatorio", search.Actor, "Oulun yliopisto (Sodankylän Geofysiikan Observatorio)"},
		{"BusinessOulu", search.Actor, "Oulun kaupunki (BusinessOulu liikelaitos)"},
		// inflected
		{"Lapin ammattikorkeakoulun", search.Actor, "Lapin ammattikorkeakoulu Oy"},
		{"Lapin yliopistossa", search.Actor, "Lapin yliopisto"},
		{"kiertotalouden", search.Theme, "kiertotalous"},
		{"kiertotaloutta", search.Theme, "kiertotalous"},
		{"robotiikassa", search.Theme, "robotiikka"},
		{"Lapissa", search.Region, "Lappi"},
		{"Turussa", search.Region, "Turku"},
		// as one types
		{"kiertot", search.Theme, "kiertotalous"},
		{"kierto", search.Group, "Kiertotalous ja muovi"},
		{"Turun yliop", search.Actor, "Turun yliopisto"},
		// inside a compound
		{"osaamiskesk", search.Theme, "osaamiskeskittymä"},
		{"valmennusyhdis", search.Actor, "Silta-Valmennusyhdistys ry"},
		// without diacritics
		{"paijat", search.Region, "Päijät-Häme"},
		{"ita-suomen yliopisto", search.Actor, "Itä-Suomen yliopisto"},
		{"tekoaly", search.Theme, "tekoäly"},
		// Swedish
		{"Åbo Akademi", search.Actor, "Åbo Akademi"},
		{"åbo", search.Actor, "Åbo Akademi"},
		{"Yrkeshögskolan Novia", search.Actor, "Ab Yrkeshögskolan vid Åbo Akademi (Yrkeshögskolan Novia)"},
		{"yrkeshögskolans", search.Actor, "Ab Yrkeshögskolan vid Åbo Akademi"},
		{"Helsingfors", search.Region, "Helsinki (Helsingfors)"},
		{"Lappland", search.Region, "Lappi (Lappland)"},
		// typing errors
		{"oulun yliopiso", search.Actor, "Oulun yliopisto"},
		{"oulun ylioipsto", search.Actor, "Oulun yliopisto"},
		{"ammatikorkeakoulu", search.Actor, "Lapin ammattikorkeakoulu Oy"},
		{"robotiika", search.Theme, "robotiikka"},
		{"kiertotaluos", search.Theme, "kiertotalous"},
		{"rovanimei", search.Region, "Rovaniemi"},
		// numbers and codes
		{"0245895-5", search.Actor, "Oulun yliopisto (0245895-5)"},
		{"02458955", search.Actor, "Oulun yliopisto (0245895-5)"},
		{"245895-5", search.Actor, "Oulun yliopisto (0245895-5)"},
		{"FI02458955", search.Actor, "Oulun yliopisto (FI0245895-5)"},
		{"A70009", search.Project, "6Aika-strategiatoimisto (A70009)"},
		{"a 70009", search.Project, "6Aika-strategiatoimisto (A70009)"},
		{"FI1D7", search.Region, "Lappi (FI1D7)"},
		// by place and by keyword
		{"turku", search.Actor, "Turku Science Park Oy Ab"},
		{"kolari", search.Actor, "Kolarin kunta (Kolari)"},
		// no entry holds all words: those that hold most
		{"Lapin yliopisto qwertyuiop", search.Actor, "Lapin yliopisto"},
	} {
		h := exampleIndex().Find(c.query, 5)
		if got := best(h, c.kind); got != c.want {
			t.Errorf("%q: best %s is %q, want %q", c.query, c.kind, got, c.want)
		}
	}
}

func TestFindNothing(t *testing.T) {
	for _, query := range []string{
		"", " ", `"'%*;--`, "\x00", "a", "xyzzyxyzzy", "\xff\xfe", "🦊🦊🦊", strings.Repeat("q", 10_000),
		strings.Repeat("xq ", 10_000), "2458954", "9999999",
	} {
		if h := exampleIndex().Find(query, 5); h.Total != 0 {
			t.Errorf("%.40q: %d hits, first %q", query, h.Total, h.Kinds[0].Hits[0].Name)
		}
	}
	for _, query := range []string{`lapin'; DROP--`, "%lapin%", "lapin*", `"lapin"`} {
		if got := best(exampleIndex().Find(query, 5), search.Actor); got == "" {
			t.Errorf("%q finds no actor", query)
		}
	}
	if h := exampleIndex().Find("lapin", 0); h.Total != 0 {
		t.Errorf("no hits were asked for, %d came", h.Total)
	}
}

func entries(kind search.Kind, names ...string) []search.Entry {
	var all []search.Entry
	for i, name := range names {
		all = append(all, search.Entry{Kind: kind, ID: fmt.Sprint(i), Name: name})
	}
	return all
}

func names(h search.Hits, kind search.Kind) []string {
	var out []string
	for _, k := range h.Kinds {
		if k.Kind == kind {
			for _, hit := range k.Hits {
				out = append(out, hit.Name)
			}
		}
	}
	return out
}

func empty(t testing.TB) *graph.Network {
	t.Helper()
	n, err := graph.New(nil, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestOrder(t *testing.T) {
	all := entries(search.Group, "Kotimetsien", "Metsä", "Uusi metsä", "Metsästys", "Kotimetsä", "Metsän", "Mettä")
	all = append(all, search.Entry{Kind: search.Group, ID: "k", Name: "Puu", Words: []string{"metsä"}},
		search.Entry{Kind: search.Group, ID: "b", Name: "Metsästäjät", Projects: 9})
	got := names(search.New(empty(t), all...).Find("metsä", 20), search.Group)
	want := []string{
		"Metsä",               // the name
		"Uusi metsä",          // a word of the name
		"Puu",                 // a keyword
		"Metsästäjät",         // begins so, more projects
		"Metsän", "Metsästys", // begin so
		"Kotimetsien", "Kotimetsä", // inside a word; "metsi" is not metsä
	}
	want = slices.DeleteFunc(want, func(s string) bool { return s == "Kotimetsien" })
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got := names(search.New(empty(t), all...).Find("mettsä", 20), search.Group); len(got) == 0 || got[0] != "Metsä" {
		t.Errorf("mettsä: %q", got)
	}
}

func TestKindOfTheBestHitComesFirst(t *testing.T) {
	for query, want := range map[string]search.Kind{
		"Lappi": search.Region, "Lapin yliopisto": search.Actor, "kiertotalous": search.Theme, "A70009": search.Project,
		"Kiertotalous ja muovi": search.Group,
	} {
		if h := exampleIndex().Find(query, 3); len(h.Kinds) == 0 || h.Kinds[0].Kind != want {
			t.Errorf("%q: %+v, want %s first", query, h.Kinds, want)
		}
	}
}

// The order in which entries are given changes no answer, and a longer list
// begins with the shorter one.
func TestFindIsDeterministic(t *testing.T) {
	all := syllableNames(300)
	shuffled := slices.Clone(all)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	x, y := search.New(empty(t), all...), search.New(empty(t), shuffled...)
	for _, query := range []string{"ka", "kala", "kalaja", "lamu kosi", "taluko"} {
		few, many, other := x.Find(query, 3), x.Find(query, 50), y.Find(query, 50)
		if diff := cmp.Diff(many, other); diff != "" {
			t.Errorf("%q, shuffled: %s", query, diff)
		}
		for i, k := range few.Kinds {
			if diff := cmp.Diff(many.Kinds[i].Hits[:len(k.Hits)], k.Hits); diff != "" || k.Total != many.Kinds[i].Total {
				t.Errorf("%q, fewer: %s", query, diff)
			}
		}
	}
}

// syllableNames makes so many names of Finnish-looking words.
func syllableNames(n int) []search.Entry {
	r := rand.New(rand.NewPCG(7, 7))
	syllables := strings.Fields("ka la ja lu ko si mu ta ra ne pii vuo set ten nis hau jär lam pos kel sää yli työ")
	word := func() string {
		var b strings.Builder
		for range 2 + r.IntN(4) {
			b.WriteString(syllables[r.IntN(len(syllables))])
		}
		return b.String()
	}
	var all []search.Entry
	for i := range n {
		name := word() + " " + word()
		if i%3 == 0 {
			name += " " + word() + " Oy"
		}
		all = append(all, search.Entry{Kind: search.Group, ID: fmt.Sprint(i), Name: name, Projects: i % 7})
	}
	return all
}

func TestFindFromManyGoroutines(t *testing.T) {
	x := exampleIndex()
	want := x.Find("lapin", 5)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 20 {
				if diff := cmp.Diff(want, x.Find("lapin", 5)); diff != "" {
					t.Error(diff)
				}
				x.Find("ammatikorkeakoulu", 5)
			}
		})
	}
	all.Wait()
}

func FuzzFind(f *testing.F) {
	for _, seed := range []string{"lapin amk", "0245895-5", `"'%*;--`, "Päijät", "ﬃ ΐ ẞ", "\xff", "a\u0301"} {
		f.Add(seed, 3)
	}
	x := search.New(empty(f), syllableNames(50)...)
	f.Fuzz(func(t *testing.T, query string, perKind int) {
		h := x.Find(query, perKind)
		total := 0
		for _, k := range h.Kinds {
			if len(k.Hits) == 0 || len(k.Hits) > perKind || k.Total < len(k.Hits) {
				t.Fatalf("%q: %d hits of %d, asked for %d", query, len(k.Hits), k.Total, perKind)
			}
			total += k.Total
		}
		if total != h.Total {
			t.Fatalf("%q: total %d, kinds hold %d", query, h.Total, total)
		}
	})
}

var benchmarkQueries = []string{"lapin yliopisto", "ka", "kiertotalouden", "ammatikorkeakoulu", "osaamiskesk", "nuorten tyollisyys robotiika lappi"}

func BenchmarkFindExample(b *testing.B) {
	x := exampleIndex()
	for _, query := range benchmarkQueries {
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				x.Find(query, 6)
			}
		})
	}
}

func BenchmarkFind100000(b *testing.B) {
	x := search.New(empty(b), syllableNames(100_000)...)
	for _, query := range append(benchmarkQueries, "kalaja lukosi", "kalajja lukkosi tarane") {
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				x.Find(query, 6)
			}
		})
	}
}

func BenchmarkNew100000(b *testing.B) {
	n, all := empty(b), syllableNames(100_000)
	for b.Loop() {
		search.New(n, all...)
	}
}
