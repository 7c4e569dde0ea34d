package identity

import (
	"testing"

	"hankeverkko/graph"
)

// Real names of every kind, as registers write them, and the traps among them.
var kindsByName = map[string][]string{
	"company": {
		"SOTKAMO SILVER OY", "Ekokumppanit Oy", "HAARLA OY", "Finavia Oyj", "Kone Oyj Abp", "Oy Noark Ab", "Osuuskunta Keskikaista",
		"Koti ja Kuusi Osk", "Verkko-osuuskunta Kuuskaista", "HALTINMAA KY", "HYLSY PRODUCTIONS AVOIN YHTIÖ", "Tmi Käsityö Paja",
		"Toiminimi Lomamökit", "Vise Consulting Ltd Oy", "Siemens AG", "Thales Alenia Space Italia S.p.A.",
		"Helsingin kaupungin asunnot Oy",                        // a city owns it, and it is no city
		"Lestijärven kunnan yhteisökehitys Oy", "Kemin Vesi Oy", // the same
		"Helsingin Diakonissalaitoksen Hoiva Oy", // a foundation owns it
		"Yliopistokiinteistöt Oy", "Autokoulu Kaistanvaihto Oy",
	},
	"municipality": {
		"Kemin kaupunki", "PIEKSÄMÄEN KAUPUNKI", "Sallan kunta", "Närpes stad", "Malax kommun", "Staden Jakobstad", "City of Oulu",
		"Turun kaupungin sivistystoimiala (ammatillinen ja lukiokoulutus)", "Siilinjärven kunta, hoito- ja vanhuspalvelut",
		"Otavia, Mikkelin kaupunki", "Riihimäen lukio ja aikuislukio/Riihimäen kaupunki", "Kouvolan kaupunki/Kouvolan seudun ammattiopisto",
		"Sotkamon kunta Sotkamon lukio", "Oulun kaupunki Businessoulu liikelaitos", "Joensuun Vesi -liikelaitos", "Comune di Milano",
	},
	"joint-authority": {
		"Oulunkaaren kuntayhtymä", "Pirkanmaan Sairaanhoitopiirin kuntayhtymä", "Keski-Suomen Sairaanhoitopiiri",
		"Etelä-Karjalan sosiaali- ja terveyden huollon ky", // a kuntayhtymä and no limited partnership
		"Päijät-Hämeen Hyvinvointiyhtymä", "Siun Sote - Pohjois-Karjalan sosiaali- ja terveyspalvelujen kuntayhtymä",
		"PIRKANMAA HOSPITAL DISTRICT", "Kårkulla samkommun", "Oulu University Hospital", "Kuopion yliopistollinen sairaala",
	},
	"university": {
		"Oulun yliopisto", "ITA-SUOMEN YLIOPISTO", "Åbo Akademi", "Helsingfors universitet", "University of Lapland", "Aalto-korkeakoulusäätiö sr",
		"Tampereen korkeakoulusäätiö sr", // a foundation that runs a university
		"TTY-säätiö", "Svenska handelshögskolan", "Sibelius-Akatemia", "Turun kauppakorkeakoulu", "Maanpuolustuskorkeakoulu",
		"Helsingin yliopiston Koulutus- ja kehittämiskeskus Palmenia", "Levón-instituutti Vaasan yliopisto", "Technische Universität München",
		"Oulun yliopisto / Thule-instituutti",
	},
	"uas": {
		"Lapin ammattikorkeakoulu Oy", // a university of applied sciences, though a company
		"Diakonia-ammattikorkeakoulu Oy", "Xamk", "SeAMK", "Kajaanin Amk Oy", "Yrkeshögskolan Arcada Ab", "Arcada", "HAAGA-HELIA Oy Ab",
		"Ab Yrkeshögskolan vid Åbo Akademi / Yrkeshögskolan Novia", "Oy Vaasan ammattikorkeakoulu - Vasa yrkeshögskola Ab",
		"Savonia-ammattikorkeakoulun kuntayhtymä", "Poliisiammattikorkeakoulu", "Högskolan på Åland",
		"Keski-Pohjanmaan ammattikorkeakouluosakeyhtiö", "South-Eastern Finland University of Applied Sciences",
	},
	"vocational-school": {
		"Savon koulutuskuntayhtymä", "Koulutuskuntayhtymä OSAO", "Keski-Pohjanmaan Koulutusyhtymä", "SASKY koulutuskuntayhtymä",
		"Kemi-Tornionlaakson koulutuskuntayhtymä Lappia", "Ylä-Savon ammattilisen koulutuksen kuntayht.", "Ammattiopisto Spesia Oy",
		"Turun Aikuiskoulutuskeskus", "Tampereen Aikuiskoulutussäätiö sr", "Hyvinkään-Riihimäen Seudun Ammattikoulutussäätiö sr",
		"Savon ammatti- ja aikuisopisto", "Suomen Diakoniaopisto Oy", "Etelä-Savon Koulutus OY", "Hyria koulutus Oy",
		"Svenska Österbottens Förbund för utbildning och kultur skn/Yrkesakademin i Österbotten",
	},
	"other-school": {
		"Helsingin aikuisopisto", "Peräpohjolan Opisto", "Seinäjoen kansalaisopisto", "Kiteen Evankelinen Kansanopisto",
		"Tampereen kesäyliopistoyhdistys ry.", "Suomen Urheiluopisto", "Borgå folkhögskola", "Helsingin aikuislukio",
	},
	"research-institute": {
		"Teknologian tutkimuskeskus VTT Oy", "Luonnonvarakeskus", "Luonnonvarakeskus, LUKE", "Geologian Tutkimuskeskus", "Ilmatieteen laitos",
		"Työterveyslaitos", "Terveyden ja hyvinvoinnin laitos (THL)", "Suomen ympäristökeskus", "EUROPEAN FOREST INSTITUTE",
		"Metsäntutkimuslaitos", "MAA- JA ELINTARVIKETALOUDENTUTKIMUSKESKUS  MTT",
	},
	"association": {
		"Kynnys ry", "Mikkelin Rukoushuoneyhdistys r.y.", "Samaria rf", "Hengitysliitto ry / Ammattiopisto Luovi", "Suomen Kuntaliitto ",
		"ProAgria Etelä-Savo", "Helsingin seudun kauppakamari", "Alavieskan 4H yhdistys", "Suomen Punaisen Ristin Varsinais-Suomen piiri",
		"Helsingin yliopiston ylioppilaskunta", "Muotoilun tutkimuslaitoksen tuki ry", "ENO-verkkokoulun tuki ry", "Lapin Matkailuelinkeinon Liitto ry",
		"Suomen eOppimiskeskus ry, Finlands e-lärning center rf", "Kuopion konservatorion kannatusyhdistys ry", "Invalidiliitto ry",
		"Ammattikorkeakoulujen rehtorineuvosto Arene ry", "Fraunhofer e.V.",
	},
	"foundation": {
		"A-klinikkasäätiö sr", "Kuntoutussäätiö", "Kiipula säätiö", "Tohtori Matthias Ingmanin säätiö s.r", "Föreningen Konstsamfundet stiftelse",
		"Suomen ortodoksisen kirkkomuseon säätiö", "Invalidisäätiö sr, Ammattiopisto Live",
	},
	"state-authority": {
		"ELY-keskusten sekä TE-toimistojen KEHA-keskus", "Lapin elinkeino-, liikenne- ja ympäristökeskus", "Pohjois-Savon ELY-keskus",
		"Elinkeino-, liikenne- ja ympäristökeskusten sekä työ- ja elinkeinotoimistojen kehittämis- ja hallintokeskus",
		"Hämeen työ- ja elinkeinokeskus", "Maahanmuuttovirasto", "Opetusministeriö", "Metsähallitus", "Itä-Suomen aluehallintovirasto",
		"Rikosseuraamuslaitos / Länsi-Suomen rikosseuraamusalue", "SUOMEN AKATEMIA", "Närings-, trafik- och miljöcentralen i Österbotten",
	},
	"regional-council": {
		"Lapin liitto", "Etelä-Savon Maakuntaliitto", "Varsinais-Suomen liitto - Egentliga Finlands förbund", "Kainuun maakunta -kuntayhtymä",
		"Pohjanmaan liitto", "Österbottens förbund",
	},
	"development-company": {
		"Mikkelin kehitysyhtiö Miksei Oy", // a company of the city, and no city
		"Kehittämisyhtiö Witas Oy", "Imatran seudun kehitysyhtiö Oy", "Turku Science Park Oy Ab", "Novago Yrityskehitys Oy", "Prizztech Oy",
		"Tampereen kaupunkiseudun elinkeino- ja kehitysyhtiö Tredea Oy", "Ab Jakobstadsregionens Utvecklingsbolag Concordia",
		"Lahden Seudun Kehitys LADEC Oy", "Rovaniemen Kehitys OY",
	},
	"parish": {
		"Tampereen Evankelis-Luterilainen Seurakuntayhtymä", "Oulun seurakunnat", "Vasa svenska församling", "Kuopion hiippakunta",
		"Suomen ortodoksinen kirkollishallitus",
	},
	"other-public": {
		"Suomen metsäkeskus - Finlands skogscentral", "Pirkanmaan hyvinvointialue", "Region Åland", "Ålands landskapsregering",
		"Kunta- ja hyvinvointialuetyönantajat KT", "Österbottens välfärdsområde", "Kansaneläkelaitos",
	},
	"unknown": {"TIEKE", "Kalotin oppimiskeskus", "Mäkelä", "", "..."},
}

func TestKindByName(t *testing.T) {
	k := newKindReader()
	for want, names := range kindsByName {
		for _, name := range names {
			if got := k.kindOf(evidence{name: name}); got.String() != want {
				t.Errorf("%q is of kind %s, want %s", name, got, want)
			}
		}
	}
}

func TestKindByEvidence(t *testing.T) {
	words := func(w ...string) map[string]int {
		m := map[string]int{}
		for _, word := range w {
			m[word]++
		}
		return m
	}
	k := newKindReader()
	for _, c := range []struct {
		why  string
		e    evidence
		want graph.ActorKind
	}{
		{"the source's word, where the name tells nothing", evidence{name: "Karhuseutu", words: words("Kansalaisjärjestö")}, graph.KindAssociation},
		{"in Swedish", evidence{name: "Optima", words: words("Yrkesläroanstalt")}, graph.KindVocationalSchool},
		{"in English", evidence{name: "Optima", words: words("Vocational school")}, graph.KindVocationalSchool},
		{"a school that is a company", evidence{name: "KSAK Oy", words: words("Ammatillinen oppilaitos")}, graph.KindVocationalSchool},
		{"a small business", evidence{name: "Well3 Oy", words: words("Mikroyritys")}, graph.KindCompany},
		{"no company is a municipality, whatever the source says", evidence{name: "Kouvolan Tapahtumat Oy", words: words("Kunta")}, graph.KindCompany},
		{"no association is a company", evidence{name: "Karhuseutu ry", words: words("Pieni yritys")}, graph.KindAssociation},
		{"the word of most rows", evidence{name: "Työtehoseura ry", words: map[string]int{"Muu järjestö tai yhdistys": 2, "Ammatillinen oppilaitos": 1}}, graph.KindAssociation},
		{"the name is more particular", evidence{name: "Salon seudun koulutuskuntayhtymä", words: words("Kuntayhtymä")}, graph.KindVocationalSchool},
		{"a foundation that is a university", evidence{name: "Tampereen korkeakoulusäätiö sr", words: words("Säätiö")}, graph.KindUniversity},
		{"a state research institute", evidence{name: "Luonnonvarakeskus", words: words("Valtion viranomainen")}, graph.KindResearchInstitute},
		{"a joint authority called a municipality", evidence{name: "Etelä-Karjalan sosiaali- ja terveyden huollon ky", words: words("Kunta", "Kuntayhtymä")}, graph.KindJointAuthority},
		{"a vague word says less than a weak name", evidence{name: "Rukoushuoneyhdistys", words: words("Muu yksityisoikeudellinen oikeushenkilö")}, graph.KindAssociation},
		{"a vague word says more than nothing", evidence{name: "Kymppi", words: words("Muu yksityisoikeudellinen oikeushenkilö")}, graph.KindCompany},
		{"CORDIS", evidence{name: "KATHOLIEKE HOGESCHOOL", words: words("HES")}, graph.KindUniversity},
		{"CORDIS", evidence{name: "FRAUNHOFER", words: words("REC")}, graph.KindResearchInstitute},
		{"CORDIS", evidence{name: "DIPUTACION DE BADAJOZ", words: words("PUB")}, graph.KindOtherPublic},
		{"CORDIS", evidence{name: "SINNOVATIVE", words: words("PRC")}, graph.KindCompany},
		{"CORDIS", evidence{name: "CLIMATE-KIC", words: words("OTH")}, graph.KindOther},
		{"a word that nobody knows", evidence{name: "Kymppi", words: words("sekalaista")}, graph.KindUnknown},
		{"what is known of the body", evidence{businessID: "0773693-4", name: "Prizz", words: words("Pieni yritys")}, graph.KindDevelopmentCompany},
		{"another spelling, where this one tells nothing", evidence{name: "Novia", spellings: []string{"Novia", "Yrkeshögskolan Novia"}}, graph.KindUAS},
		{"not another spelling, where this one tells", evidence{name: "Helsingin kaupunki", spellings: []string{"Helsingin aikuislukio"}}, graph.KindMunicipality},
	} {
		if got := k.kindOf(c.e); got != c.want {
			t.Errorf("%s: %+v is of kind %s, want %s", c.why, c.e, got, c.want)
		}
	}
}

// The tables can be read, and no pattern stands in two rows, where the second would never be asked.
func TestKindTables(t *testing.T) {
	for _, table := range []string{"names", "forms", "words", "known"} {
		if len(kindTable(table)) == 0 {
			t.Errorf("table %s is empty", table)
		}
	}
	k := newKindReader()
	for id := range k.known {
		if id[0] >= '0' && id[0] <= '9' {
			if back, ok := ParseBusinessID(id); !ok || back != id {
				t.Errorf("%s is no business id", id)
			}
		}
	}
	seen := map[string]int{}
	for i, rule := range k.names {
		for _, p := range rule.patterns {
			key := ""
			for _, w := range p.words {
				key += " " + w
			}
			if other, twice := seen[key]; twice {
				t.Errorf("pattern%q stands in the rows of %s and %s", key, k.names[other].kind, rule.kind)
			}
			seen[key] = i
		}
	}
}

func TestKindDecided(t *testing.T) {
	kind := func(id graph.ActorID, value string) graph.Decision {
		d := decide(graph.DecideActorKind, id)
		d.Value = value
		return d
	}
	records := []graph.Record{
		record("A", "actor=Rovaniemen amk", "actorKind=Kunta"), record("B", "actor=Lapin amk", "businessId=2528792-5"),
	}
	at := func(journal ...graph.Decision) graph.ActorKind {
		n := apply(t, records, journal...)
		i, ok := n.FindActor(lapinAMK)
		if !ok {
			t.Fatal("no actor")
		}
		return n.Actors[i].Kind
	}
	merge := decide(graph.DecideMerge, ramk, lapinAMK)
	for _, c := range []struct {
		journal []graph.Decision
		want    graph.ActorKind
	}{
		{nil, graph.KindUAS},
		{[]graph.Decision{kind(lapinAMK, "foundation")}, graph.KindFoundation},
		{[]graph.Decision{kind(lapinAMK, "foundation"), kind(lapinAMK, "other")}, graph.KindOther},
		{[]graph.Decision{kind(ramk, "company")}, graph.KindUAS},
		{[]graph.Decision{kind(ramk, "company"), merge}, graph.KindCompany},
		{[]graph.Decision{kind(ramk, "company"), merge, {Kind: graph.DecideUndo, Value: "1"}}, graph.KindUAS},
	} {
		if got := at(c.journal...); got != c.want {
			t.Errorf("%+v: %s, want %s", c.journal, got, c.want)
		}
	}
}
