package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
)

// exampleStore imports the bundled example into a database of its own.
func exampleStore(t *testing.T) string {
	t.Helper()
	store := "sqlite:" + filepath.Join(t.TempDir(), "h.db")
	importJSON(t, exitDone, "--example", "--store", store)
	return store
}

func TestPathOfTheExample(t *testing.T) {
	store := exampleStore(t)
	code, text, stderr := hanke(t, "path", "Lapin ammattikorkeakoulu", "OULUN YLIOPISTO", "--store", store)
	if code != exitDone {
		t.Fatalf("exit %d: %s", code, stderr)
	}
	for _, want := range []string{"Lapin AMK ja Oulun yliopisto ovat mukana hankkeessa", "Toinen vaihtoehto", "Välissä on", "Kumppanit ovat tiedossa"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	code, body, _ := hanke(t, "path", "Lapin AMK", "0245895-5", "--region", "Lappi", "--json", "--lang", "en", "--store", store)
	var routes struct {
		From, To string
		Routes   []struct {
			Length   int
			Steps    []map[string]any
			Sentence string
		}
	}
	if err := json.Unmarshal([]byte(body), &routes); code != exitDone || err != nil {
		t.Fatalf("exit %d, %v:\n%s", code, err, body)
	}
	if routes.From != "ytunnus:2528792-5" || routes.To != "ytunnus:0245895-5" || len(routes.Routes) == 0 {
		t.Fatalf("%+v", routes)
	}
	first := routes.Routes[0]
	if first.Length != 2 || len(first.Steps) != 3 || first.Steps[0]["actor"] != routes.From || first.Steps[1]["project"] == nil || !strings.Contains(first.Sentence, "are both in the project") {
		t.Errorf("%+v", first)
	}
	if again := output(t, "path", "Lapin AMK", "0245895-5", "--region", "Lappi", "--json", "--lang", "en", "--store", store); again != body {
		t.Error("the same question gives another answer")
	}
}

func TestWhatIfOfTheExample(t *testing.T) {
	store := exampleStore(t)
	text := output(t, "whatif", "--remove", "Oulun yliopisto", "--region", "Lappi", "--store", store)
	for _, want := range []string{"muista jäisi erilleen: Ilmatieteen laitos.", "Seuraavaksi paras yhdistäjä on Lapin yliopisto", "Kumppaneista tunnetaan liian vähän"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	body := output(t, "whatif", "--add", "Lapin AMK", "--add", "KSAK Oy", "--json", "--lang", "en", "--store", store)
	var answer struct {
		Sentence string
		Gained   struct{ Pairs, Met int }
	}
	if err := json.Unmarshal([]byte(body), &answer); err != nil || answer.Gained.Pairs != 1 || answer.Gained.Met != 0 || answer.Sentence == "" {
		t.Errorf("%v: %s", err, body)
	}
}

func output(t *testing.T, args ...string) string {
	t.Helper()
	code, stdout, stderr := hanke(t, args...)
	if code != exitDone {
		t.Fatalf("%v: exit %d: %s", args, code, stderr)
	}
	return stdout
}

// What cannot be understood is told in the reader's language, with the cure.
func TestUnclearNames(t *testing.T) {
	store := exampleStore(t)
	for name, c := range map[string]struct {
		args []string
		code int
		says string
	}{
		"nobody of the name":     {[]string{"path", "Lapin AMK", "Oulun yliopist"}, exitFailed, "Tarkoititko: Oulun yliopisto (ytunnus:0245895-5)"},
		"the same actor":         {[]string{"path", "Lapin AMK", "ytunnus:2528792-5"}, exitFailed, "Valitse kaksi eri toimijaa"},
		"no such region":         {[]string{"path", "Lapin AMK", "Oulun yliopisto", "--region", "Mordor"}, exitFailed, "Aluetta ”Mordor” ei tunneta"},
		"two regions of a name":  {[]string{"analyse", "--region", "Raahe"}, exitFailed, "seutukunta:174 (Raahen seutukunta), kunta:678 (Raahe)"},
		"in English":             {[]string{"export", "--format", "json", "--region", "Mordor", "--lang", "en"}, exitFailed, "No region is called “Mordor”"},
		"one actor":              {[]string{"path", "Lapin AMK"}, exitUsage, ""},
		"what if nothing":        {[]string{"whatif"}, exitUsage, "vähintään kaksi"},
		"what if not there":      {[]string{"whatif", "--remove", "Metropolia ammattikorkeakoulu Oy", "--region", "Ahvenanmaa"}, exitFailed, "ei ole tällä alueella hankkeita"},
		"no day":                 {[]string{"path", "a", "b", "--date", "eilen"}, exitUsage, "--date"},
		"no measure":             {[]string{"analyse", "--measure", "fame"}, exitUsage, "betweenness"},
		"no lens":                {[]string{"analyse", "--lens", "magic"}, exitUsage, "topics or cooperation"},
		"no such ending":         {[]string{"analyse", "--out", "taulukko.xls"}, exitUsage, ".csv or .json"},
		"no graph to write into": {[]string{"analyse", "--write-back"}, exitFailed, "--store neo4j://"},
		"no format":              {[]string{"export"}, exitUsage, "csv, gexf, graphml, json"},
		"a list as a network":    {[]string{"export", "--what", "actors", "--format", "gexf"}, exitUsage, "csv, xlsx"},
		"nothing like it":        {[]string{"export", "--what", "maps", "--format", "csv"}, exitUsage, "network, projects, actors or pairs"},
		"a folder that is not":   {[]string{"export", "-o", filepath.Join(t.TempDir(), "none", "x.json")}, exitFailed, "x.json"},
	} {
		code, stdout, stderr := hanke(t, append(c.args, "--store", store)...)
		if code != c.code || !strings.Contains(stderr, c.says) || stdout != "" {
			t.Errorf("%s: exit %d, want %d: %q %q", name, code, c.code, stdout, stderr)
		}
	}
}
