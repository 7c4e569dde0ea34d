package candidate

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
)

// ledger makes each line "name;business id;town;project" an actor of a row.
func ledger(t testing.TB, journal []graph.Decision, lines ...string) *identity.Ledger {
	t.Helper()
	l, err := identity.Open(recordsOf(lines), journal, identity.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func recordsOf(lines []string) []graph.Record {
	var records []graph.Record
	for i, line := range lines {
		parts := strings.Split(line+";;;", ";")
		project := graph.ProjectID(fmt.Sprintf("s:%d", i))
		if parts[3] != "" {
			project = graph.ProjectID("s:" + parts[3])
		}
		cells := graph.Cells{graph.FieldActor: parts[0], graph.FieldFrom: fmt.Sprintf("20%02d-01-01", i%30+1)}
		for field, value := range map[graph.Field]string{graph.FieldBusinessID: parts[1], graph.FieldTown: parts[2]} {
			if value != "" {
				cells[field] = value
			}
		}
		records = append(records, graph.NewRecord("s", project, fmt.Sprint(i), cells, i))
	}
	return records
}

// told writes pairs: suggestion, reasons, circumstances, the two names.
func told(n *graph.Network, pairs []Pair) []string {
	said := []string{}
	for _, p := range pairs {
		var why []string
		for _, r := range p.Reasons {
			why = append(why, string(r.Code))
		}
		for _, c := range p.Circumstances {
			why = append(why, string(c))
		}
		said = append(said, fmt.Sprintf("%s %s: %s < %s", p.Suggests, strings.Join(why, "+"), name(n, p.A), name(n, p.B)))
	}
	return said
}

func name(n *graph.Network, id graph.ActorID) string {
	i, _ := n.FindActor(id)
	return n.Actors[i].Name
}

var findTests = []struct {
	why    string
	actors []string
	want   []string
}{
	// What is proposed.
	{"case alone is the same id form; a number is another", []string{"Lapin ammattikorkeakoulu Oy;2528792-5", "LAPIN AMMATTIKORKEAKOULU OY"},
		[]string{"merge same-name: Lapin ammattikorkeakoulu Oy < LAPIN AMMATTIKORKEAKOULU OY"}},
	{"legal form", []string{"Lapin ammattikorkeakoulu Oy", "Lapin ammattikorkeakoulu"},
		[]string{"merge legal-form: Lapin ammattikorkeakoulu < Lapin ammattikorkeakoulu Oy"}},
	{"legal form within the name", []string{"HAAGA-HELIA Oy Ab ammattikorkeakoulu", "Haaga-Helia ammattikorkeakoulu Oy"},
		[]string{"merge legal-form: Haaga-Helia ammattikorkeakoulu Oy < HAAGA-HELIA Oy Ab ammattikorkeakoulu"}},
	{"no marks, as in CORDIS", []string{"ITA-SUOMEN YLIOPISTO", "Itä-Suomen yliopisto"},
		[]string{"merge diacritics: ITA-SUOMEN YLIOPISTO < Itä-Suomen yliopisto"}},
	{"a letter of another alphabet", []string{"Оulun yliopisto", "Oulun yliopisto"}, // the first O is Cyrillic
		[]string{"merge homoglyph: Oulun yliopisto < Оulun yliopisto"}},
	{"spaces", []string{"Amisäätiö Amiedu", "Ami-säätiö Amiedu"}, []string{"merge spacing: Ami-säätiö Amiedu < Amisäätiö Amiedu"}},
	{"an invisible character is nothing", []string{"Teknologian tutkimuskeskus VTT Oy", "Teknologian tutkimuskeskus VTT Oy\u200b"}, nil},
	{"abbreviation of a word", []string{"Kajaanin ammattikorkeakoulu Oy", "Kajaanin Amk Oy"},
		[]string{"merge abbreviation+same-seat: Kajaanin Amk Oy < Kajaanin ammattikorkeakoulu Oy"}},
	{"ky for kuntayhtymä", []string{"Oulunkaaren kuntayhtymä", "Oulunkaaren ky"},
		[]string{"merge legal-form: Oulunkaaren kuntayhtymä < Oulunkaaren ky"}},
	{"abbreviation in brackets", []string{"Terveyden ja hyvinvoinnin laitos", "Terveyden ja hyvinvoinnin laitos (THL)"},
		[]string{"merge abbreviation: Terveyden ja hyvinvoinnin laitos < Terveyden ja hyvinvoinnin laitos (THL)"}},
	{"an official short name", []string{"Kaakkois-Suomen ammattikorkeakoulu Oy;2472908-2", "Xamk"},
		[]string{"merge abbreviation: Kaakkois-Suomen ammattikorkeakoulu Oy < Xamk"}},
	{"initials", []string{"Suomen Mielenterveyden Tuki ry", "SMT ry"}, []string{"merge abbreviation: SMT ry < Suomen Mielenterveyden Tuki ry"}},
	{"Swedish", []string{"Oulun yliopisto;0245895-5", "Uleåborgs universitet"},
		[]string{"merge language+same-seat: Oulun yliopisto < Uleåborgs universitet"}},
	{"English", []string{"Lapin yliopisto;0292800-5", "University of Lapland"}, []string{"merge language: Lapin yliopisto < University of Lapland"}},
	{"English, of a city", []string{"Oulun kaupunki", "City of Oulu"}, []string{"merge language+same-seat: City of Oulu < Oulun kaupunki"}},
	{"two languages in one name", []string{"Suomen metsäkeskus", "SUOMEN METSAKESKUS-FINLANDS SKOGSCENTRAL", "Suomen metsäkeskus - Finlands skogscentral"},
		[]string{"merge diacritics: SUOMEN METSAKESKUS-FINLANDS SKOGSCENTRAL < Suomen metsäkeskus - Finlands skogscentral",
			"merge bilingual: SUOMEN METSAKESKUS-FINLANDS SKOGSCENTRAL < Suomen metsäkeskus"}},
	{"word order", []string{"PEPT OY AB", "PEPT AB OY"}, []string{"merge legal-form: PEPT AB OY < PEPT OY AB"}},
	{"word order of the two languages", []string{"Pohjanmaan liitto - Österbottens förbund", "Österbottens förbund - Pohjanmaan liitto"},
		[]string{"merge word-order: Pohjanmaan liitto - Österbottens förbund < Österbottens förbund - Pohjanmaan liitto"}},
	{"genitive", []string{"Helsingin yliopisto Ympäristöekologian laitos", "Helsingin yliopiston ympäristöekologian laitos"},
		[]string{"merge inflection+same-seat: Helsingin yliopisto Ympäristöekologian laitos < Helsingin yliopiston ympäristöekologian laitos"}},
	{"a letter missing", []string{"Mikkelin ammattikorkeakoulu Oy", "Mikkelin ammattikorkeakulu Oy"},
		[]string{"merge typing-error+same-seat: Mikkelin ammattikorkeakoulu Oy < Mikkelin ammattikorkeakulu Oy"}},
	{"neighbours exchanged", []string{"Lapin yliopisto", "Lapin yliopsito"}, []string{"merge typing-error: Lapin yliopisto < Lapin yliopsito"}},
	{"former name", []string{"Itä-Suomen yliopisto (aiemmin Kuopion yliopisto)", "Itä-Suomen yliopisto", "Kuopion yliopisto"},
		[]string{"successor-of merged-into: Itä-Suomen yliopisto < Kuopion yliopisto",
			"merge former-name: Itä-Suomen yliopisto < Itä-Suomen yliopisto (aiemmin Kuopion yliopisto)",
			"successor-of former-name: Itä-Suomen yliopisto (aiemmin Kuopion yliopisto) < Kuopion yliopisto"}},
	{"former name, ent.", []string{"Nestholma Oy (ent. Eirikuva Oy)", "Eirikuva Oy"},
		[]string{"successor-of former-name: Nestholma Oy (ent. Eirikuva Oy) < Eirikuva Oy"}},
	{"a known merger", []string{"Lapin ammattikorkeakoulu Oy;2528792-5", "Rovaniemen ammattikorkeakoulu", "Kemi-Tornion amk"},
		[]string{"successor-of merged-into: Lapin ammattikorkeakoulu Oy < Rovaniemen ammattikorkeakoulu"}},
	{"part after a slash", []string{"Oulun yliopisto;0245895-5", "Oulun yliopisto / Thule-instituutti"},
		[]string{"part-of part: Oulun yliopisto < Oulun yliopisto / Thule-instituutti"}},
	{"part after a comma", []string{"Helsingin yliopisto", "Helsingin yliopisto, Ruralia-instituutti"},
		[]string{"part-of part: Helsingin yliopisto < Helsingin yliopisto, Ruralia-instituutti"}},
	{"part after a genitive", []string{"Helsingin yliopisto", "Helsingin yliopiston Ruralia-instituutti"},
		[]string{"part-of part: Helsingin yliopisto < Helsingin yliopiston Ruralia-instituutti"}},
	{"part without a mark", []string{"Vaasan yliopisto", "Vaasan yliopisto Levón-instituutti"},
		[]string{"part-of part: Vaasan yliopisto < Vaasan yliopisto Levón-instituutti"}},
	{"part before its whole", []string{"Mikkelin kaupunki", "Otavia, Mikkelin kaupunki"},
		[]string{"part-of part: Mikkelin kaupunki < Otavia, Mikkelin kaupunki"}},
	{"named together with its whole", []string{"Kainuun ammattiopisto", "Kajaanin kaupunki / Kainuun ammattiopisto"},
		[]string{"merge with-whole+other-kind: Kainuun ammattiopisto < Kajaanin kaupunki / Kainuun ammattiopisto"}},
	{"a number within a name", []string{"Posintra Oy;1481499-6", "Kehitysyhtiö (1481499-6)"},
		[]string{"merge same-number: Posintra Oy < Kehitysyhtiö (1481499-6)"}},
	{"rare words", []string{"Raahen seutukunnan kehittämiskeskus/Raahen yrityspalvelut", "Raahen seutukunnan kehittämiskeskus / Raahen seudun yrityspalvelut", "Kynnys ry", "Toinen ry", "Kolmas ry", "Neljäs ry"},
		[]string{"merge shared-words+same-seat: Raahen seutukunnan kehittämiskeskus / Raahen seudun yrityspalvelut < Raahen seutukunnan kehittämiskeskus/Raahen yrityspalvelut"}},
	{"two business ids under one name: one after the other", []string{"KoulutusAvain Oy;0910338-0", "Koulutusavain Oy;3233672-1"},
		[]string{"successor-of same-name+two-numbers: Koulutusavain Oy < KoulutusAvain Oy"}},
	{"a name of two bodies", []string{"Tampereen yliopisto;0155668-4", "Tampereen yliopisto;2844561-8", "TAMPEREEN YLIOPISTO"},
		[]string{"successor-of merged-into: Tampereen yliopisto < Tampereen yliopisto",
			"merge same-name+same-seat+ambiguous: Tampereen yliopisto < TAMPEREEN YLIOPISTO"}},
	{"each as one in a project", []string{"Rauman TaitoKunto Oy;;;P", "Rauman TaitoKunto;;;P"},
		[]string{"merge legal-form+same-seat+same-project: Rauman TaitoKunto < Rauman TaitoKunto Oy"}},
	{"a company and an association", []string{"Mikkelin Toimintakeskus ry", "Mikkelin Toimintakeskus Oy"},
		[]string{"merge legal-form+other-form+same-seat: Mikkelin Toimintakeskus Oy < Mikkelin Toimintakeskus ry"}},

	// What is not.
	{"a plain likeness measure would take these for one", []string{"Kemin kaupunki", "Keminmaan kunta"}, nil},
	{"another place", []string{"Lapin yliopisto", "Oulun yliopisto"}, nil},
	{"another region, in long names", []string{"Etelä-Savon elinkeino-, liikenne- ja ympäristökeskus", "Pohjois-Savon elinkeino-, liikenne- ja ympäristökeskus"}, nil},
	{"a direction", []string{"Savon koulutuskuntayhtymä", "Itä-Savon koulutuskuntayhtymä"}, nil},
	{"a number", []string{"Asunto Oy Tapionraitti 11", "Asunto Oy Tapionraitti 12"}, nil},
	{"short words", []string{"Alfa Oy", "Alma Oy"}, nil},
	{"Åbo Akademi is not Turun yliopisto", []string{"Åbo Akademi", "Turun yliopisto"}, nil},
	{"Oulun yliopisto and its hospital", []string{"Oulun yliopisto", "Oulun yliopistollinen sairaala"}, nil},
	{"a place is no whole", []string{"Nokia", "Nokia Tyres"}, nil},
	{"a joint authority and its school by that school's abbreviation", []string{"Rovaniemen koulutuskuntayhtymä", "Rovaniemen koulutuskuntayhtymä/RAMK"},
		[]string{"part-of part: Rovaniemen koulutuskuntayhtymä < Rovaniemen koulutuskuntayhtymä/RAMK"}},
	{"one short word keeps its legal form", []string{"TEK ry", "TEK Oy"}, nil},
	{"numbers decide against likeness", []string{"Mikkelin ammattikorkeakoulu Oy;2189312-7", "Mikkelin ammattikorkeakulu Oy;0292800-5"}, nil},
}

func TestFind(t *testing.T) {
	for _, c := range findTests {
		t.Run(c.why, func(t *testing.T) {
			l := ledger(t, nil, c.actors...)
			want := c.want
			if want == nil {
				want = []string{}
			}
			if diff := cmp.Diff(want, told(l.Network, Find(l.Network, l))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWhatIsDecidedDoesNotComeBack(t *testing.T) {
	const a, b, c = graph.ActorID("name:lapin ammattikorkeakoulu"), graph.ActorID("name:lapin ammattikorkeakoulu oy"), graph.ActorID("name:lapin amk")
	names := []string{"Lapin ammattikorkeakoulu", "Lapin ammattikorkeakoulu Oy", "Lapin amk"}
	decide := func(kind graph.DecisionKind, ids ...graph.ActorID) graph.Decision {
		return graph.Decision{Kind: kind, Actors: ids}
	}
	for _, test := range []struct {
		why     string
		journal []graph.Decision
		pairs   int
	}{
		{"nothing decided: each with the best", nil, 2},
		{"merged", []graph.Decision{decide(graph.DecideMerge, a, b)}, 1},
		{"all merged", []graph.Decision{decide(graph.DecideMerge, a, b, c)}, 0},
		{"kept apart: the third may still be the second", []graph.Decision{decide(graph.DecideKeepApart, a, c)}, 2},
		{"kept apart from both", []graph.Decision{decide(graph.DecideKeepApart, a, c), decide(graph.DecideKeepApart, b, c)}, 1},
		{"kept apart, then the others merged", []graph.Decision{decide(graph.DecideKeepApart, a, c), decide(graph.DecideMerge, a, b)}, 0},
		{"part", []graph.Decision{decide(graph.DecidePartOf, c, a), decide(graph.DecideMerge, a, b)}, 0},
		{"successor", []graph.Decision{decide(graph.DecideSuccessorOf, c, a), decide(graph.DecideMerge, a, b)}, 0},
	} {
		l := ledger(t, test.journal, names...)
		if pairs := Find(l.Network, l); len(pairs) != test.pairs {
			t.Errorf("%s: %d pairs, want %d: %v", test.why, len(pairs), test.pairs, told(l.Network, pairs))
		}
	}
	l := ledger(t, []graph.Decision{decide(graph.DecideLater, a, b)}, append(names, "Kynnys ry", "Kynnys")...)
	pairs := Find(l.Network, l)
	if last := pairs[len(pairs)-1]; !last.Later || pairs[0].Later {
		t.Errorf("what was put aside is not last: %v", told(l.Network, pairs))
	}
}

// Units parted by seat share all their names, and a person said that they are several.
func TestUnitsAreNoCandidates(t *testing.T) {
	bySeat := graph.Decision{Kind: graph.DecideSplit, Actors: []graph.ActorID{"ytunnus:2296962-1"}, Value: identity.BySeat}
	l := ledger(t, []graph.Decision{bySeat}, "KEHA-keskus;2296962-1;Oulu", "KEHA-keskus;2296962-1;Kuopio", "KEHA-keskus;2296962-1;Turku")
	if pairs := Find(l.Network, l); len(pairs) != 0 {
		t.Errorf("%v", told(l.Network, pairs))
	}
}

// The order of the records does not matter.
func TestFindRestsOnContentAlone(t *testing.T) {
	var lines []string
	for _, c := range findTests {
		lines = append(lines, c.actors...)
	}
	records := recordsOf(lines)
	find := func(records []graph.Record) []Pair {
		l, err := identity.Open(records, nil, identity.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return Find(l.Network, l)
	}
	want := find(records)
	if len(want) < len(findTests) {
		t.Fatalf("only %d pairs", len(want))
	}
	rapid.Check(t, func(r *rapid.T) {
		if diff := cmp.Diff(want, find(rapid.Permutation(records).Draw(r, "order"))); diff != "" {
			r.Fatal(diff)
		}
	})
}

func TestTables(t *testing.T) {
	l := readLexicon()
	for _, c := range []struct{ tokens, want string }{
		{"oulun yliopisto", "#kunta:564 #university"},
		{"university of oulu", "#kunta:564 #university"},
		{"south eastern finland university of applied sciences", "#South-Eastern Finland #uas"},
		{"pohjois pohjanmaan liitto", "#maakunta:17 #regional council"},
		{"kynnys", ""},
		{"oulu", ""}, // of one thing alone no language tells
	} {
		if got := l.meaning(strings.Fields(c.tokens)); got != c.want {
			t.Errorf("%s means %q, want %q", c.tokens, got, c.want)
		}
	}
	for abbreviation, want := range map[string]string{"amk": "ammattikorkeakoulu", "yo": "yliopisto", "srk": "seurakunta", "kky": "koulutuskuntayhtyma"} {
		if l.written[abbreviation] != want {
			t.Errorf("%s is written out %q, want %q", abbreviation, l.written[abbreviation], want)
		}
	}
	for _, s := range readSuccessions() {
		if s.id != "" {
			if _, ok := identity.ParseBusinessID(string(s.id[len("ytunnus:"):])); !ok {
				t.Errorf("%s has no business id: %s", s.name, s.id)
			}
		}
		if s.name == "" || len(s.old) == 0 || s.day == 0 {
			t.Errorf("%+v lacks something", s)
		}
	}
	for _, code := range Reasons() {
		if w := weight[code]; w <= 0 || w > 1 {
			t.Errorf("reason %s weighs %v", code, w)
		}
	}
	for _, code := range Circumstances() {
		if e := effect[code]; e <= 0 {
			t.Errorf("circumstance %s has the effect %v", code, e)
		}
	}
}

// Any two names can be compared, and the search ends.
func FuzzFind(f *testing.F) {
	for _, c := range findTests {
		f.Add(c.actors[0], c.actors[len(c.actors)-1])
	}
	f.Add("", "\u200b")
	f.Add("(", "ent. (")
	f.Add("Oy", "Ab Oy")
	f.Add("aiemmin x", "x / x / x")
	f.Fuzz(func(t *testing.T, a, b string) {
		records := []graph.Record{
			graph.NewRecord("s", "s:1", "1", graph.Cells{graph.FieldActor: a}, 1), graph.NewRecord("s", "s:2", "2", graph.Cells{graph.FieldActor: b}, 2),
		}
		l, err := identity.Open(records, nil, identity.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range Find(l.Network, l) {
			if p.A == p.B || p.Score <= 0 || p.Score > 1 || len(p.Reasons) == 0 {
				t.Errorf("%q, %q: %+v", a, b, p)
			}
		}
	})
}
