package view

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"hankeverkko/graph"
)

// A university and a town know each other through a development company; the
// region's own is one, the other is from elsewhere. The association's partners
// are not known.
var pathRows = []row{
	{"Äly", "2018-01-01", "2019-12-31", "Lappi", "Lapin yliopisto", rovaniemi, "lead", "yes", "ESR", "matkailu"},
	{"Äly", "2018-01-01", "2019-12-31", "Lappi", "Kehitys Oy", kemi, "partner", "yes", "ESR", "matkailu"},
	{"Äly", "2018-01-01", "2019-12-31", "Lappi", "Kajaanin amk", kajaani, "partner", "yes", "ESR", "matkailu"},
	{"Bio", "2015-01-01", "2016-12-31", "Lappi", "Kehitys Oy", kemi, "lead", "yes", "ESR", "matkailu"},
	{"Bio", "2015-01-01", "2016-12-31", "Lappi", "Kemin kaupunki", kemi, "partner", "yes", "ESR", "matkailu"},
	{"Cee", "2015-01-01", "2016-12-31", "Lappi", "Kajaanin amk", kajaani, "lead", "yes", "ESR", "matkailu"},
	{"Cee", "2015-01-01", "2016-12-31", "Lappi", "Kemin kaupunki", kemi, "partner", "yes", "ESR", "matkailu"},
	{"Dee", "2015-01-01", "2016-12-31", "Kainuu", "Kainuun yhdistys ry", kajaani, "lead", "", "ESR", "matkailu"},
	{"Eka", "2015-01-01", "2016-12-31", "Kainuu", "Kehitys ry", kajaani, "lead", "no", "ESR", "matkailu"},
}

func pathSlice(t *testing.T, ask Ask) *Slice {
	t.Helper()
	v, err := Load(t.Context(), smallStore(t, pathRows))
	if err != nil {
		t.Fatal(err)
	}
	return sliceOf(t, v, ask)
}

func pathBetween(t *testing.T, s *Slice, from, to string) *Path {
	t.Helper()
	var ends [2]PathEnd
	for i, written := range []string{from, to} {
		end, err := s.PathEnd(t.Context(), written)
		if err != nil {
			t.Fatal(err)
		}
		ends[i] = end
	}
	path, err := s.Path(t.Context(), ends[0], ends[1])
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// told writes sentences as keys with their values: "path.between-1 Kehitys Oy".
func told(sentences []Sentence) (list []string) {
	for _, s := range sentences {
		text := s.Key
		for _, v := range s.Values {
			switch {
			case v.Noun != "":
				text += fmt.Sprintf(" %d", v.Count)
			case v.Group != nil:
				text += " <group>"
			default:
				text += " " + v.Text
			}
		}
		list = append(list, text)
	}
	return list
}

func TestPathInWords(t *testing.T) {
	s := pathSlice(t, Ask{Area: lappi})
	path := pathBetween(t, s, "Lapin yliopisto", "kemin KAUPUNKI")
	if len(path.Routes) != 2 || path.Routes[0].Length() != 4 {
		t.Fatalf("%+v", path.Routes)
	}
	// The region's own company stands before the school from elsewhere, though
	// the school's name would come first.
	want := []string{
		"path.between-1 Kehitys Oy",
		"path.shared-1 Lapin yliopisto Kehitys Oy Äly",
		"path.shared-1.past Kehitys Oy Kemin kaupunki Bio",
	}
	if got := told(path.Routes[0].Sentences); !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
	if got := told(path.Routes[1].Sentences); got[0] != "path.between-1 Kajaanin amk" {
		t.Errorf("the second choice: %q", got)
	}
	if len(path.Notes) != 0 {
		t.Errorf("all partners in Lappi are known: %q", told(path.Notes))
	}
	for _, sentence := range path.Routes[0].Sentences {
		for _, v := range sentence.Values {
			if v.Link.ID == "" {
				t.Errorf("%s: %q opens nothing", sentence.Key, v.Text)
			}
		}
	}
}

// No sentence says that there is no route as long as partners are unknown.
func TestNoPath(t *testing.T) {
	everywhere := pathSlice(t, Ask{})
	path := pathBetween(t, everywhere, "Lapin yliopisto", "Kainuun yhdistys ry")
	if got := told(path.Notes); len(path.Routes) != 0 || !slices.Equal(got, []string{"path.none", "path.none-known  2 1", "note.partners 4 5 1"}) {
		t.Errorf("%d routes, notes %q", len(path.Routes), got)
	}
	known := pathBetween(t, everywhere, "Lapin yliopisto", "Kehitys ry")
	if got := told(known.Notes); !slices.Equal(got, []string{"path.none", "note.partners 4 5 1"}) {
		t.Errorf("both ends' partners are known: %q", got)
	}
	absent := pathBetween(t, pathSlice(t, Ask{Area: inKemi}), "Kainuun yhdistys ry", "Kemin kaupunki")
	if got := told(absent.Notes); !slices.Equal(got, []string{"path.absent  Kainuun yhdistys ry", "path.none"}) {
		t.Errorf("not in the region: %q", got)
	}
}

// The projects of the region alone count; a route that only the whole country
// has is pointed to.
func TestPathWithinARegion(t *testing.T) {
	inKainuu := pathSlice(t, Ask{Area: kainuu})
	path := pathBetween(t, inKainuu, "Kehitys Oy", "Kemin kaupunki")
	if got := told(path.Routes[0].Sentences); got[0] != "path.between-1 Kajaanin amk" {
		t.Errorf("Bio is no project of Kainuu: %q", got)
	}
	inRovaniemi := pathSlice(t, Ask{Area: "kunta:698"})
	path = pathBetween(t, inRovaniemi, "Lapin yliopisto", "Kemin kaupunki")
	if got := told(path.Notes); len(path.Routes) != 0 || !slices.Equal(got, []string{"path.absent  Kemin kaupunki", "path.none", "path.wider"}) {
		t.Errorf("%d routes, notes %q", len(path.Routes), got)
	}
	ledHere := pathBetween(t, pathSlice(t, Ask{Area: lappi, LedHere: true}), "Kajaanin amk", "Kemin kaupunki")
	if got := told(ledHere.Routes[0].Sentences); got[0] != "path.between-1 Kehitys Oy" {
		t.Errorf("Cee is not led from Lappi: %q", got)
	}
}

func TestPathToGroup(t *testing.T) {
	s := pathSlice(t, Ask{})
	group := s.GroupOf(s.Selection.Projects[0])
	path := pathBetween(t, s, "Lapin yliopisto", group.ID)
	if len(path.Routes) == 0 || path.Routes[0].Length() != 0 || !slices.Equal(told(path.Routes[0].Sentences), []string{"path.member.topics Lapin yliopisto <group>"}) {
		t.Errorf("a member: %+v", path.Routes)
	}
	networks := sliceOf(t, s.View, Ask{Area: lappi, Lens: LensCooperation})
	for _, g := range networks.Groups() {
		end, err := s.PathEnd(t.Context(), g.ID)
		if err != nil || end.Group == nil || end.Group.ID != g.ID {
			t.Errorf("%s is read as %+v, %v", g.ID, end, err)
		}
	}
	end, err := s.PathEnd(t.Context(), group.ID)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Path(t.Context(), end, end); !errors.Is(err, ErrSameEnds) || !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("to itself: %v", err)
	}
	if _, err := s.PathEnd(t.Context(), "topics:none"); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("unknown group: %v", err)
	}
}

func TestResolve(t *testing.T) {
	v := pathSlice(t, Ask{}).View
	for _, c := range []struct{ written, want string }{
		{"name:kehitys oy", "Kehitys Oy"},
		{"kehitys OY", "Kehitys Oy"},
		{"Kemin  kaupunki.", "Kemin kaupunki"},
		{"kainuun yhdistys", "Kainuun yhdistys ry"},
		{"Lapin yliopisto", "Lapin yliopisto"},
	} {
		a, err := v.Resolve(c.written)
		if err != nil || v.Network.Actors[a].Name != c.want {
			t.Errorf("%q: %v", c.written, err)
		}
	}
	var unclear *ActorError
	_, err := v.Resolve("Kehitys")
	if !errors.As(err, &unclear) || !unclear.Several || len(unclear.Choices) != 2 || unclear.Choices[0].Name != "Kehitys Oy" || !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("a name without its legal form fits two: %v", err)
	}
	_, err = v.Resolve("Kemin kaupungi")
	if !errors.As(err, &unclear) || unclear.Several || len(unclear.Choices) == 0 || unclear.Choices[0].Name != "Kemin kaupunki" || !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("a slip: %v", err)
	}
	if _, err = v.Resolve(strings.Repeat("ö ", 500)); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("nothing like it: %v", err)
	}
}

// A view without groups knows the same ties: routes are the same.
func TestPathWithoutGroups(t *testing.T) {
	s := smallStore(t, pathRows)
	whole, err := Load(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := LoadEdition(t.Context(), s, Edition{}, false)
	if err != nil {
		t.Fatal(err)
	}
	for _, ask := range []Ask{{}, {Area: lappi}, {Area: kainuu}} {
		a, b := sliceOf(t, whole, ask), sliceOf(t, plain, ask)
		for _, to := range []string{"Kemin kaupunki", "Kainuun yhdistys ry", "Kehitys Oy"} {
			one, other := pathBetween(t, a, "Lapin yliopisto", to), pathBetween(t, b, "Lapin yliopisto", to)
			if len(one.Routes) != len(other.Routes) || !slices.Equal(told(one.Notes), told(other.Notes)) {
				t.Fatalf("to %s: %+v and %+v", to, one, other)
			}
			for i := range one.Routes {
				if !slices.Equal(told(one.Routes[i].Sentences), told(other.Routes[i].Sentences)) {
					t.Errorf("to %s: %q and %q", to, told(one.Routes[i].Sentences), told(other.Routes[i].Sentences))
				}
			}
		}
		if group := b.GroupOf(0); group == nil || group.Kind != GroupMisc || len(b.Selection.Projects) != len(a.Selection.Projects) {
			t.Errorf("a project lies in %+v", group)
		}
	}
}
