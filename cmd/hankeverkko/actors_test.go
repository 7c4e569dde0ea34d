package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/graph/identity/candidate"
	"hankeverkko/words"
)

// curated makes a store with a sheet in which some names want a decision.
func curated(t *testing.T) (store string) {
	t.Helper()
	store = "sqlite:" + filepath.Join(t.TempDir(), "h.db")
	importSheet(t, store, "A;Lapin ammattikorkeakoulu Oy;2528792-5;Rovaniemi", "B;Lapin ammattikorkeakoulu;;", "C;LAPIN AMK;;",
		"D;Oulun yliopisto;0245895-5;Oulu", "E;Oulun yliopisto / Thule-instituutti;;", "F;Rovaniemen ammattikorkeakoulu;;",
		"G;KEHA-keskus;2296962-1;Oulu", "H;KEHA-keskus;2296962-1;Kuopio", "I;Karhuseutu;;")
	return store
}

func importSheet(t *testing.T, store string, rows ...string) {
	t.Helper()
	name := filepath.Join(t.TempDir(), "oma.csv")
	sheet := "hanke;toimija;y-tunnus;postitoimipaikka\nHanke " + strings.Join(rows, "\nHanke ") + "\n"
	if err := os.WriteFile(name, []byte(sheet), 0o600); err != nil {
		t.Fatal(err)
	}
	importJSON(t, exitDone, name, "--yes", "--store", store)
}

type proposals struct {
	Total      int
	Truncated  bool
	Candidates []struct {
		Score    float64
		Suggests string
		A, B     struct{ ID, Name string }
		From     string
		Reasons  []struct{ Code, Text string }
		Later    bool
	}
}

func candidates(t *testing.T, store string, args ...string) proposals {
	t.Helper()
	var p proposals
	run1(t, &p, append([]string{"actors", "candidates", "--json", "--store", store}, args...)...)
	return p
}

// run1 runs the program and reads its JSON.
func run1(t *testing.T, into any, args ...string) {
	t.Helper()
	code, stdout, stderr := hanke(t, args...)
	if code != exitDone {
		t.Fatalf("%v: exit %d: %s", args, code, stderr)
	}
	if err := json.Unmarshal([]byte(stdout), into); err != nil {
		t.Fatalf("%v: %v\n%s", args, err, stdout)
	}
}

func (p proposals) says() []string {
	said := []string{}
	for _, c := range p.Candidates {
		said = append(said, fmt.Sprintf("%s %s %s %s", c.Suggests, c.Reasons[0].Code, c.A.ID, c.B.ID))
	}
	slices.Sort(said)
	return said
}

func TestCandidatesAndDecisions(t *testing.T) {
	store := curated(t)
	want := []string{
		"merge abbreviation ytunnus:2528792-5 name:lapin amk",
		"merge legal-form ytunnus:2528792-5 name:lapin ammattikorkeakoulu",
		"part-of part ytunnus:0245895-5 name:oulun yliopisto thule instituutti",
		"successor-of merged-into ytunnus:2528792-5 name:rovaniemen ammattikorkeakoulu",
	}
	if got := candidates(t, store).says(); !slices.Equal(got, want) {
		t.Fatalf("proposals\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if p := candidates(t, store, "--limit", "1"); p.Total != 4 || !p.Truncated || len(p.Candidates) != 1 {
		t.Errorf("--limit 1: %+v", p)
	}
	if p := candidates(t, store, "--reason", "part"); p.Total != 1 {
		t.Errorf("--reason part: %+v", p)
	}
	if p := candidates(t, store, "--region", "Pohjois-Pohjanmaa"); p.Total != 1 || p.Candidates[0].Suggests != "part-of" {
		t.Errorf("--region: %+v", p)
	}

	decide := func(args ...string) entryJSON {
		t.Helper()
		var e entryJSON
		run1(t, &e, append([]string{"actors", "--json", "--store", store, "--why", "tarkistettu"}, args...)...)
		return e
	}
	first := decide("merge", "2528792-5", "name:lapin ammattikorkeakoulu", "--who", "admin")
	if first.Number != 1 || first.Kind != "merge" || first.Who != "admin" || first.Why != "tarkistettu" || first.Revision == "" {
		t.Errorf("%+v", first)
	}
	decide("keep-apart", "ytunnus:2528792-5", "name:lapin amk")
	decide("part-of", "Oulun yliopisto / Thule-instituutti", "Oulun yliopisto", "--from", "2010-01-01")
	later := decide("later", "Rovaniemen ammattikorkeakoulu", "name:lapin ammattikorkeakoulu")
	p := candidates(t, store)
	if got := p.says(); len(got) != 1 || !p.Candidates[0].Later {
		t.Errorf("after the decisions: %+v", p)
	}
	if undone := decide("undo", fmt.Sprint(first.Number)); undone.Revision == later.Revision {
		t.Error("an undo does not change the revision")
	}
	var journal []entryJSON
	run1(t, &journal, "actors", "journal", "--json", "--store", store)
	var states []string
	for _, e := range journal {
		states = append(states, e.Kind+" "+e.State)
	}
	if want := []string{"merge undone", "keep-apart holds", "part-of holds", "later holds", "undo holds"}; !slices.Equal(states, want) {
		t.Errorf("journal %v, want %v", states, want)
	}
	if journal[2].From != "2010-01-01" || journal[0].By != 5 {
		t.Errorf("%+v", journal)
	}

	// The decisions hold over the next import, also of actors that were gone meanwhile.
	importSheet(t, store, "A;Lapin ammattikorkeakoulu Oy;2528792-5;Rovaniemi")
	run1(t, &journal, "actors", "journal", "--json", "--store", store)
	if journal[2].State != "asleep" {
		t.Errorf("part-of is %s, want asleep", journal[2].State)
	}
	importSheet(t, store, "A;Lapin ammattikorkeakoulu Oy;2528792-5;Rovaniemi", "C;LAPIN AMK;;")
	if p := candidates(t, store); p.Total != 0 {
		t.Errorf("what was kept apart is back: %+v", p)
	}
}

func TestSplitNameAndKind(t *testing.T) {
	store := curated(t)
	for _, args := range [][]string{
		{"split", "2296962-1", "--by-seat"},
		{"name", "ytunnus:2296962-1@297", "KEHA Kuopio"},
		{"name", "0245895-5", "Uleåborgs universitet", "--lang", "sv"},
		{"kind", "Karhuseutu", "järjestö"},
		{"merge", "2528792-5", "LAPIN AMK"},
		{"split", "2528792-5"},
		{"successor-of", "2528792-5", "Rovaniemen ammattikorkeakoulu", "--from", "2014-01-01"},
	} {
		if code, _, stderr := hanke(t, append([]string{"actors", "--store", store}, args...)...); code != exitDone {
			t.Errorf("%v: exit %d: %s", args, code, stderr)
		}
	}
	for lang, want := range map[string][]string{
		"fi": {"jaettu paikan mukaan: ytunnus:2296962-1", "laji: Karhuseutu (name:karhuseutu) → järjestö", "yhdistämiset purettu", "(2014-01-01–)", "voimassa"},
		"sv": {"delad enligt ort", "namn (svenska): Uleåborgs universitet (ytunnus:0245895-5) → Uleåborgs universitet", "gäller"},
		"en": {"split by seat", "kind: Karhuseutu (name:karhuseutu) → association", "holds"},
	} {
		_, text, _ := hanke(t, "actors", "journal", "--store", store, "--lang", lang)
		for _, part := range want {
			if !strings.Contains(text, part) {
				t.Errorf("%s: the journal does not say %q:\n%s", lang, part, text)
			}
		}
	}
}

// What does not fit is refused in words, with nothing written.
func TestRefusedDecisions(t *testing.T) {
	store := curated(t)
	for _, args := range [][]string{{"keep-apart", "2528792-5", "LAPIN AMK"}, {"part-of", "Karhuseutu", "2528792-5"}} {
		if code, _, stderr := hanke(t, append([]string{"actors", "--store", store}, args...)...); code != exitDone {
			t.Fatalf("%v: exit %d: %s", args, code, stderr)
		}
	}
	importSheet(t, "sqlite:"+filepath.Join(t.TempDir(), "other.db"), "A;X;;") // another store is not touched
	for _, c := range []struct {
		args []string
		code int
		says string // in Finnish
	}{
		{[]string{"merge", "2528792-5", "LAPIN AMK"}, exitFailed, "Merkintä 1 sanoo toimijoista toisin. Peru se ensin: actors undo 1"},
		{[]string{"merge", "2528792-5", "Olematon Oy"}, exitFailed, "Toimijaa ”Olematon Oy” ei ole aineistossa"},
		{[]string{"part-of", "2528792-5", "Karhuseutu"}, exitFailed, "oma osansa tai oma edeltäjänsä (merkintä 2)"},
		{[]string{"part-of", "Karhuseutu", "0245895-5"}, exitFailed, "jo toisen osa (merkintä 2)"},
		{[]string{"merge", "Karhuseutu", "2528792-5"}, exitFailed, "Merkinnän 2 mukaan"},
		{[]string{"keep-apart", "LAPIN AMK", "2528792-5"}, exitFailed, "Näin on jo päätetty (merkintä 1)"},
		{[]string{"split", "Karhuseutu"}, exitFailed, "ei ole yhdistetty päätöksellä"},
		{[]string{"split", "0245895-5", "--by-seat"}, exitFailed, "eivät nimeä kahta kuntaa"},
		{[]string{"undo", "9"}, exitFailed, "ei ole merkintää 9"},
		{[]string{"confirm", "1"}, exitFailed, "ei odota vahvistusta"},
		{[]string{"merge", "2528792-5"}, exitUsage, ""},
		{[]string{"merge", "2528792-5", "2528792-5"}, exitUsage, ""},
		{[]string{"part-of", "Karhuseutu", "2528792-5", "--from", "eilen"}, exitUsage, "--from"},
		{[]string{"part-of", "Karhuseutu", "2528792-5", "--from", "2020-01-01", "--to", "2019-01-01"}, exitUsage, ""},
		{[]string{"kind", "Karhuseutu", "puu"}, exitUsage, "Lajia ”puu” ei tunneta"},
		{[]string{"name", "Karhuseutu", " "}, exitUsage, ""},
		{[]string{"undo", "yksi"}, exitUsage, ""},
		{[]string{"split", "2528792-5", "LAPIN AMK", "--by-seat"}, exitUsage, ""},
		{[]string{"candidates", "--reason", "because"}, exitUsage, "--reason"},
		{[]string{"candidates", "--region", "Atlantis"}, exitFailed, "Aluetta ”Atlantis” ei tunneta"},
		{[]string{"candidates", "--limit", "0"}, exitUsage, "--limit"},
		{[]string{"dance"}, exitUsage, ""},
	} {
		code, _, stderr := hanke(t, append([]string{"actors", "--store", store}, c.args...)...)
		if code != c.code || !strings.Contains(stderr, c.says) {
			t.Errorf("%v: exit %d, want %d, and %q\n%s", c.args, code, c.code, c.says, stderr)
		}
	}
	var journal []entryJSON
	run1(t, &journal, "actors", "journal", "--json", "--store", store)
	if len(journal) != 2 {
		t.Errorf("%d entries, want the 2 that fitted", len(journal))
	}
}

// Two bodies with numbers of their own may be merged, but not unwarned.
func TestMergeOfTwoNumbersWarns(t *testing.T) {
	store := curated(t)
	code, _, stderr := hanke(t, "actors", "merge", "2528792-5", "0245895-5", "--store", store)
	if code != exitDone || !strings.Contains(stderr, "2528792-5, 0245895-5") {
		t.Errorf("exit %d: %s", code, stderr)
	}
}

// Every code that a decision, a reason or an entry can have has its text.
func TestActorWords(t *testing.T) {
	for _, key := range actorWords() {
		for _, lang := range words.Languages {
			_, plain := words.Keys(lang)[key]
			if _, counted := words.Keys(lang)[key+"_other"]; !plain && !counted {
				t.Errorf("%s lacks %s", lang, key)
			}
		}
	}
}

func actorWords() []string {
	var keys []string
	for _, code := range identity.Codes() {
		keys = append(keys, "conflict."+string(code))
	}
	for _, code := range slices.Concat(candidate.Reasons(), candidate.Circumstances()) {
		keys = append(keys, "reason."+string(code))
	}
	for _, kind := range graph.DecisionKinds() {
		keys = append(keys, "decision."+kind.String())
	}
	for _, state := range identity.States() {
		keys = append(keys, "decision-state."+state.String())
	}
	for _, kind := range graph.ActorKinds() {
		keys = append(keys, "actor-kind."+kind.String(), "actor-side."+kind.Sector().String())
	}
	return keys
}

// Files of commands hide persons until somebody asks for the names, or decides
// that one is shown.
func TestPersonsInFiles(t *testing.T) {
	store := "sqlite:" + filepath.Join(t.TempDir(), "h.db")
	importSheet(t, store, "A;Tmi Teuvo Kanarianen;;Rovaniemi", "A;Lapin yliopisto;0292800-5;Rovaniemi")
	said := func(args ...string) bool {
		t.Helper()
		code, stdout, stderr := hanke(t, append(args, "--store", store)...)
		if code != exitDone {
			t.Fatalf("%v: exit %d: %s", args, code, stderr)
		}
		return strings.Contains(strings.ToLower(stdout), "kanaria")
	}
	commands := [][]string{
		{"export", "--format", "csv"}, {"export", "--format", "json"}, {"export", "--format", "graphml"}, {"export", "--format", "gexf"},
		{"export", "--what", "actors", "--format", "csv"}, {"export", "--what", "projects", "--format", "csv"}, {"analyse"}, {"coverage"}, {"coverage", "--json"},
	}
	for _, args := range commands {
		if said(args...) {
			t.Errorf("%v tells the name", args)
		}
	}
	if !said("export", "--format", "csv", "--persons") {
		t.Error("--persons does not tell the name")
	}
	for _, decision := range []string{"show", "hide"} {
		if code, _, stderr := hanke(t, "actors", decision, "Tmi Teuvo Kanarianen", "--store", store); code != exitDone {
			t.Fatalf("%s: exit %d: %s", decision, code, stderr)
		}
		if got := said("export", "--format", "csv"); got != (decision == "show") {
			t.Errorf("after %s the name is told: %t", decision, got)
		}
	}
}

func TestMatchesAreSampled(t *testing.T) {
	store := "sqlite:" + filepath.Join(t.TempDir(), "h.db")
	importSheet(t, store, "A;Vepro Oy;;", "B;VEPRO OY;;", "C;Vepro oy.;;", "D;Karhuseutu;;", "E;KARHUSEUTU;;")
	var all struct {
		Spellings, Actors, Matches int
		Sample                     []struct{ Name, Spelling string }
	}
	run1(t, &all, "actors", "matches", "--json", "--store", store)
	if all.Spellings != 5 || all.Actors != 2 || all.Matches != 3 || len(all.Sample) != 3 {
		t.Errorf("%+v", all)
	}
	first := all
	run1(t, &first, "actors", "matches", "--json", "--store", store, "--sample", "1", "--seed", "3")
	second := first
	run1(t, &second, "actors", "matches", "--json", "--store", store, "--sample", "1", "--seed", "3")
	if len(first.Sample) != 1 || first.Sample[0] != second.Sample[0] {
		t.Errorf("%+v, %+v", first, second)
	}
}
