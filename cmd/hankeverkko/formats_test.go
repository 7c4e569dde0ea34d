package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hankeverkko/importer"
	"hankeverkko/importer/workbook/workbooktest"
)

// written puts a file into a folder of its own.
func written(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

const euraSamples = "../../importer/testdata/eura-2014/"

// The tidied list, then the raw one: the same source says nothing new.
func TestRawTwinChangesNothing(t *testing.T) {
	store := "sqlite:" + filepath.Join(t.TempDir(), "h.db")
	first := importJSON(t, exitDone, euraSamples+"tidied.csv", "--store", store)
	if first.Format != "eura-2014-list" || first.Rows.Stored != 11 || first.Projects.New != 11 {
		t.Errorf("first: %+v", first)
	}
	raw := importJSON(t, exitDone, euraSamples+"raw.csv", "--store", store)
	if raw.Rows.Unchanged != 11 || raw.Rows.Repaired != 7 || raw.Run != first.Run {
		t.Errorf("raw: %+v", raw)
	}
	if _, sources, _ := hanke(t, "sources", "--store", store); !strings.Contains(sources, "eura-2014-list") || !strings.Contains(sources, "2015-02-02") {
		t.Errorf("sources:\n%s", sources)
	}
}

// The same sheet as text and as a workbook, and again in another language.
func TestWorkbookAfterText(t *testing.T) {
	store := "sqlite:" + filepath.Join(t.TempDir(), "h.db")
	importJSON(t, exitDone, written(t, "omat.csv", "hanke;toimija;alkaa;euroa\nValo;Kemin kaupunki;1.2.2020;1 000,50\n"), "--store", store)
	book := workbooktest.Book{Formats: []string{"d.m.yyyy"}, Sheets: []workbooktest.Sheet{{Name: "Hankkeet", Rows: workbooktest.Row(1, "hanke", "toimija", "alkaa", "euroa") +
		`<row r="2"><c r="A2" t="str"><v>Valo</v></c><c r="B2" t="str"><v>Kemin kaupunki</v></c><c r="C2" s="1"><v>43862</v></c><c r="D2"><v>1000.5</v></c></row>`}}}
	r := importJSON(t, exitDone, written(t, "omat.xlsx", string(book.Bytes())), "--store", store, "--lang", "sv")
	if r.Rows.Unchanged != 1 || r.Rows.Read != 1 || r.Sheet != "Hankkeet" || r.Encoding != "xlsx" {
		t.Errorf("%+v", r)
	}
}

// Tables of one register given at once are one import; given apart they add up
// to the same.
func TestTablesOfARegister(t *testing.T) {
	organizations := written(t, "organization.csv", "projectID;projectAcronym;organisationID;name;country;city;role\n101000001;VALO;999992401;OULUN YLIOPISTO;FI;Oulu;coordinator\n101000001;VALO;999984059;LUNDS UNIVERSITET;SE;Lund;participant\n")
	projects := written(t, "project.csv", "id;acronym;title;startDate;endDate;frameworkProgramme;status\n101000001;VALO;Light;2024-01-01;2027-12-31;HORIZON;SIGNED\n")
	together := "sqlite:" + filepath.Join(t.TempDir(), "h.db")
	r := importJSON(t, exitDone, organizations, projects, "--store", together)
	if r.Rows.Stored != 3 || r.Projects.New != 1 || r.Ties.New != 2 || r.File != "organization.csv, project.csv" {
		t.Errorf("together: %+v", r)
	}
	again := importJSON(t, exitDone, projects, organizations, "--store", together)
	if again.Rows.Unchanged != 3 || again.Run != r.Run {
		t.Errorf("again: %+v", again)
	}
	apart := "sqlite:" + filepath.Join(t.TempDir(), "h.db")
	importJSON(t, exitDone, organizations, "--store", apart)
	if r := importJSON(t, exitDone, projects, "--mode", "add", "--format", "cordis", "--store", apart); r.Rows.Stored != 1 || r.Projects.Changed != 1 || r.Ties.Same != 2 {
		t.Errorf("project.csv added: %+v", r)
	}
	if r := importJSON(t, exitDone, organizations, projects, "--store", apart); r.Rows.Unchanged != 3 {
		t.Errorf("together after apart: %+v", r)
	}
}

func TestProjectsOfTwoSourcesAreTold(t *testing.T) {
	store := "sqlite:" + filepath.Join(t.TempDir(), "h.db")
	importJSON(t, exitDone, euraSamples+"tidied.csv", "--store", store)
	own := written(t, "omat.csv", "hankekoodi;hanke;toimija;y-tunnus;rooli;päättyy\nA79001;Valoa kaamokseen;LAPIN YLIOPISTO;0292800-5;päätoteuttaja;31.12.2017\nA79005;Satu-polku;Esimerkkilän kaupunki;;päätoteuttaja;31.12.2016\n")
	r := importJSON(t, exitDone, own, "--as-of", "2026-06-30", "--store", store)
	if r.Shared.Projects != 2 || r.Shared.Differing != 1 || r.Projects.New != 0 || r.Ties.New != 1 || r.Ties.Gone != 1 {
		t.Errorf("%+v", r)
	}
	if _, _, text := hanke(t, "import", own, "--as-of", "2026-06-30", "--store", store); !strings.Contains(text, "Hankkeista 2 on myös muissa lähteissä; niistä 1 hankkeen tiedot poikkeavat") {
		t.Error(text)
	}
}

func TestFilesThatWouldReplaceEachOther(t *testing.T) {
	store := "sqlite:" + filepath.Join(t.TempDir(), "h.db")
	args := []string{"import", euraSamples + "tidied.csv", euraSamples + "raw.csv", "--store", store}
	if code, _, stderr := hanke(t, args...); code != exitUsage || !strings.Contains(stderr, "eura-2014-list") || !strings.Contains(stderr, "--mode add") {
		t.Errorf("exit %d: %s", code, stderr)
	}
	if code, _, stderr := hanke(t, append(args, "--mode", "add")...); code != exitDone {
		t.Errorf("exit %d: %s", code, stderr)
	}
}

// Nothing is stored when one of the files cannot be read; the file is named.
func TestABadFileAmongOthers(t *testing.T) {
	store := "sqlite:" + filepath.Join(t.TempDir(), "h.db")
	bad := written(t, "rikki.xlsx", "PK\x03\x04rikki")
	code, _, stderr := hanke(t, "import", euraSamples+"tidied.csv", bad, "--store", store)
	if code != exitFailed || !strings.Contains(stderr, "rikki.xlsx: Työkirja on vioittunut") {
		t.Errorf("exit %d: %s", code, stderr)
	}
	if _, sources, _ := hanke(t, "sources", "--store", store); sources != "" {
		t.Errorf("stored: %s", sources)
	}
}

func TestFormatsAreListed(t *testing.T) {
	_, out, _ := hanke(t, "formats")
	for _, f := range importer.Formats {
		if !strings.Contains(out, f.ID) {
			t.Errorf("%s is not listed:\n%s", f.ID, out)
		}
	}
	if strings.Contains(out, "format.") || !strings.Contains(out, "xlsx") {
		t.Error(out)
	}
	if code, _, stderr := hanke(t, "import", euraSamples+"tidied.csv", "--format", "cordis", "--store", "memory:"); code != exitFailed || !strings.Contains(stderr, "projectid") {
		t.Errorf("exit %d: %s", code, stderr)
	}
}

// Rows become joint projects as the importer of a list chooses, and come apart
// again by another choice.
func TestJointProjectsAsChosen(t *testing.T) {
	store := "sqlite:" + filepath.Join(t.TempDir(), "h.db")
	list := written(t, "lista.csv", "Hankekoodi;Hanke;Toimija;Alkaa;Päättyy\nA79001;Valoa kaamokseen nyt;Lapin yliopisto;1.1.2020;31.12.2021\nA79002;Valoa kaamokseen nyt;Kemin kaupunki;1.1.2020;31.12.2021\n")
	for _, c := range []struct {
		joint          string
		new, gone, old int
	}{{"group", 2, 0, 0}, {"title", 0, 1, 0}, {"title", 0, 0, 1}, {"none", 1, 0, 0}} {
		r := importJSON(t, exitDone, list, "--joint", c.joint, "--store", store, "--yes")
		if r.Projects.New != c.new || r.Projects.Gone != c.gone || r.Projects.Same != c.old {
			t.Errorf("%s: %+v", c.joint, r.Projects)
		}
	}
	if code, _, stderr := hanke(t, "import", list, "--joint", "maybe", "--store", store); code != exitFailed || !strings.Contains(stderr, "group") {
		t.Errorf("%d %s", code, stderr)
	}
}

// A mapping file says what columns with names of their own are read as.
func TestMappingFile(t *testing.T) {
	store := "sqlite:" + filepath.Join(t.TempDir(), "h.db")
	sheet := written(t, "omat.csv", "Juttu;Kuka;Koska\nValo;Kemin kaupunki;1.1.2020\n")
	mapping := written(t, "mapping.yaml", "version: 1\ncolumns:\n  Juttu: project\n  Kuka: actor\n  Koska: from\n")
	if r := importJSON(t, exitDone, sheet, "--mapping", mapping, "--store", store); r.Rows.Stored != 1 || r.Projects.New != 1 {
		t.Errorf("%+v", r)
	}
	broken := written(t, "broken.yaml", "version: 1\ncolumns:\n  Juttu: rubbish\n")
	if code, _, stderr := hanke(t, "import", sheet, "--mapping", broken, "--store", store); code != exitFailed || !strings.Contains(stderr, "rubbish") {
		t.Errorf("%d %s", code, stderr)
	}
}
