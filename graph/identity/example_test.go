package identity_test

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hankeverkko/example"
	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/graph/place"
	"hankeverkko/importer"
)

func exampleNetwork(t testing.TB) *graph.Network {
	t.Helper()
	reading, err := importer.Read(example.File, bytes.NewReader(example.CSV), importer.Options{
		Source: example.Source, Name: example.Name, AsOf: example.AsOf,
	})
	if err != nil {
		t.Fatal(err)
	}
	n, err := identity.Apply(reading.Records, nil)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// The counts of the sheet itself: 952 rows, one of which lists a lead among
// its partners. Of 195 actors that a row gives a town, 184 name a municipality;
// the others have a village or a house with a post office of its own.
func TestExample(t *testing.T) {
	n := exampleNetwork(t)
	if len(n.Projects) != 486 || len(n.Actors) != 329 || len(n.Ties) != 951 {
		t.Errorf("%d projects, %d actors, %d ties; want 486, 329, 951", len(n.Projects), len(n.Actors), len(n.Ties))
	}
	all := graph.Select(n, graph.Query{})
	if got, want := graph.BasisOf(n, all.Projects), (graph.Basis{Listed: 155, Alone: 147, Unknown: 184}); got != want {
		t.Errorf("partners %+v, want %+v", got, want)
	}
	if got := len(graph.Select(n, graph.Query{Date: example.AsOf, State: graph.Running}).Projects); got != 146 {
		t.Errorf("%d projects run on 30 June 2019, want 146", got)
	}
	spelledTwice, placed, written := 0, 0, 0
	townOf := map[graph.ActorID]bool{}
	for i := range n.Actors {
		if len(n.Actors[i].Aliases) > 1 {
			spelledTwice++
		}
	}
	for i := range n.Ties {
		if n.Ties[i].SeatRung == graph.RungPostal {
			townOf[n.Ties[i].Actor] = true
		}
	}
	for i := range n.Projects {
		named := false
		for _, p := range n.Projects[i].Places {
			named = named || p.Rung == graph.RungNamed
			if p.Rung == graph.RungNamed {
				written++
			}
		}
		if named {
			placed++
		}
	}
	if spelledTwice != 75 || len(townOf) != 195 || placed != 303 || written != 410 {
		t.Errorf("%d actors of several spellings, %d seated by a town, %d projects with %d places; want 75, 195, 303, 410",
			spelledTwice, len(townOf), placed, written)
	}
}

func TestExampleNames(t *testing.T) {
	n := exampleNetwork(t)
	for id, want := range map[graph.ActorID][2]string{
		"ytunnus:0245895-5": {"Oulun yliopisto", ""},
		"ytunnus:2630644-6": {"Lab-ammattikorkeakoulu Oy", "LAB"}, // one of its spellings is a whole sentence
		"ytunnus:2472908-2": {"Kaakkois-Suomen ammattikorkeakoulu Oy", "Xamk"},
		"ytunnus:0187690-1": {"Oulun kaupunki", ""}, // BusinessOulu is a unit of the city
		"ytunnus:0201256-6": {"Helsingin kaupunki", ""},
		"ytunnus:2296962-1": {"ELY-keskusten sekä TE-toimistojen KEHA-keskus", "KEHA-keskus"},
		"ytunnus:1027740-9": {"Etelä-Karjalan koulutuskuntayhtymä", ""},
	} {
		if i, ok := n.FindActor(id); !ok || n.Actors[i].Name != want[0] || n.Actors[i].Short != want[1] {
			t.Errorf("%s: %+v, want %q", id, n.Actors[i], want)
		}
	}
	for i := range n.Actors {
		if a := &n.Actors[i]; a.Short == a.Name {
			t.Errorf("%s: the short name is the name", a.Name)
		}
	}
}

// Read through by hand: of the 329 none is plainly wrong; four companies of
// towns could be called development companies as well.
func TestExampleKinds(t *testing.T) {
	n := exampleNetwork(t)
	kinds, sectors := map[string]int{}, map[string]int{}
	for i := range n.Actors {
		kinds[n.Actors[i].Kind.String()]++
		sectors[n.Actors[i].Kind.Sector().String()]++
	}
	if diff := cmp.Diff(map[string]int{
		"association": 103, "municipality": 52, "vocational-school": 35, "uas": 25, "company": 21, "development-company": 19, "foundation": 18,
		"joint-authority": 14, "university": 13, "research-institute": 8, "state-authority": 6, "other-school": 5, "regional-council": 5,
		"other-public": 2, "parish": 1, "unknown": 2,
	}, kinds); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]int{"associations": 122, "public": 106, "education": 78, "companies": 21, "unknown": 2}, sectors); diff != "" {
		t.Error(diff)
	}
}

// An independent recount of the sheet by town alone gives 68 projects for
// Lappi; one more is found by an actor's name.
func TestExampleLappi(t *testing.T) {
	n := exampleNetwork(t)
	lappi, ok := place.Find("maakunta:19")
	if !ok {
		t.Fatal("no Lappi")
	}
	s := graph.Select(n, graph.Query{Region: lappi.Municipalities})
	running := graph.Select(n, graph.Query{Region: lappi.Municipalities, Date: example.AsOf, State: graph.Running})
	if len(s.Projects) != 69 || len(running.Projects) != 27 || len(running.Actors) != 31 {
		t.Errorf("Lappi: %d projects, %d running with %d actors; want 69, 27, 31", len(s.Projects), len(running.Projects), len(running.Actors))
	}
}
