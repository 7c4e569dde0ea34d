package identity

import (
	"slices"
	"strings"
	"testing"

	"hankeverkko/graph"
)

func TestPersons(t *testing.T) {
	for _, c := range []struct {
		name   string
		person bool
	}{
		{"Tmi Teuvo Kanarianen", true}, {"T:mi Avete", true}, {"KANARIASEN VERSTAS TMI", true}, {"Toiminimi taksipalvelu Sauli Kanarianen", true},
		{"Teuvo Olavi Kanarianen", true}, {"Anne-Mari Kanarianen", true}, {"Kanarianen Teuvo Juhani", true}, {"Koneurakointi Teuvo Kanarianen", true},
		{"Traktorityö J. Kanarianen", true}, {"Enskild firma Kanarian", true}, {"Veli-Matti Kanarianen", true},
		{"Teuvo Kanarianen Oy", false}, {"Kuljetus Teuvo Kanarianen Ky", false}, {"Teuvo Kanariasen säätiö", false}, {"Kahvila Anna", false}, {"Oulun kaupunki", false},
		{"Onni Palvelut", false}, {"Kalmakoski Kommandiittiyhtiö Teuvo Kanarianen", false}, {"A-Lehdet", false}, {"3Daction", false}, {"Martta-yhdistys ry", false}, {"", false},
	} {
		l, err := Open([]graph.Record{graph.NewRecord("s", "s:1", "1", graph.Cells{graph.FieldProject: "A", graph.FieldActor: c.name, graph.FieldBusinessID: "2528792-5"}, 1)}, nil, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := l.Network.Actors[0].Person; got != c.person {
			t.Errorf("%q: person is %t", c.name, got)
		}
	}
	l, err := Open([]graph.Record{graph.NewRecord("s", "s:1", "1", graph.Cells{graph.FieldActor: "Kanarianen & pojat", graph.FieldActorKind: "Yksityinen elinkeinonharjoittaja"}, 1)}, nil, Options{})
	if err != nil || !l.Network.Actors[0].Person {
		t.Errorf("what the source calls a sole trader is none: %v", err)
	}
}

func TestMaskOfAPerson(t *testing.T) {
	mask := MaskOf(&graph.Actor{Name: "Tmi Teuvo Kanarianen", BusinessID: "0737546-2", Aliases: []graph.Alias{{Name: "TMI TEUVO KANARIANEN"}}})
	for _, s := range []string{
		"Teuvo Kanarianen laajentaa", "Kanariasen verstas", "TEUVO KANARIASELLE kone", "Y-tunnus 0737546-2", "Hanke (Kanarianen)", "maatila Kanarianen & poika",
	} {
		if low := strings.ToLower(mask.Text(s)); strings.Contains(low, "kanaria") || strings.Contains(low, "teuvo") || strings.Contains(low, "0737546") {
			t.Errorf("%q became %q", s, low)
		}
	}
	for _, s := range []string{"Kanava auki", "Matkailun verkosto", "Tekanariainen"} {
		if got := mask.Text(s); got != s {
			t.Errorf("%q became %q", s, got)
		}
	}
}

func TestMatches(t *testing.T) {
	rows := func(names ...string) (records []graph.Record) {
		for i, name := range names {
			records = append(records, graph.NewRecord("s", graph.ProjectID("s:"+string(rune('a'+i))), string(rune('a'+i)), graph.Cells{graph.FieldActor: name}, i))
		}
		return records
	}
	l, err := Open(rows("Vepro Oy", "VEPRO OY", "Vepro Oy", "Kunta", "Kaupunki"), []graph.Decision{{Kind: graph.DecideMerge, Actors: []graph.ActorID{"name:kunta", "name:kaupunki"}}}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var merged []bool
	for _, m := range l.Matches() {
		merged = append(merged, m.Merged)
		if !m.Merged && (m.Spelling != "Vepro Oy" || m.Other != "VEPRO OY" || m.Rows != 2 || m.OtherRows != 1 || m.ByNumber) {
			t.Errorf("%+v", m)
		}
	}
	slices.SortFunc(merged, func(a, b bool) int {
		if a == b {
			return 0
		}
		if a {
			return 1
		}
		return -1
	})
	if !slices.Equal(merged, []bool{false, true}) {
		t.Errorf("merged: %v, want one of each", merged)
	}
}

// A batch is checked as its decisions would follow each other.
func TestCheckAll(t *testing.T) {
	l, err := Open([]graph.Record{
		graph.NewRecord("s", "s:1", "1", graph.Cells{graph.FieldActor: "A ry"}, 1), graph.NewRecord("s", "s:2", "2", graph.Cells{graph.FieldActor: "B ry"}, 2),
		graph.NewRecord("s", "s:3", "3", graph.Cells{graph.FieldActor: "C ry"}, 3),
	}, []graph.Decision{{Kind: graph.DecideKeepApart, Actors: []graph.ActorID{"name:b ry", "name:c ry"}}}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	merge := func(a, b graph.ActorID) graph.Decision {
		return graph.Decision{Kind: graph.DecideMerge, Actors: []graph.ActorID{a, b}}
	}
	refused, err := l.CheckAll([]graph.Decision{
		merge("name:a ry", "name:b ry"), merge("name:b ry", "name:a ry"), merge("name:a ry", "name:c ry"), merge("name:x", "name:a ry"),
		{Kind: graph.DecideActorKind, Actors: []graph.ActorID{"name:c ry"}, Value: "company"},
	})
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, err := range refused {
		code := ""
		if c, ok := err.(*Conflict); ok {
			code = string(c.Code)
		}
		codes = append(codes, code)
	}
	if want := []string{"", "same-actor", "kept-apart", "unknown-actor", ""}; !slices.Equal(codes, want) {
		t.Errorf("%q, want %q", codes, want)
	}
}
