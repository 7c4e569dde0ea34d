package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hankeverkko/example"
)

// hanke runs the program as a shell would.
func hanke(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	code = run(t.Context(), args, strings.NewReader(""), &out, &err)
	return code, out.String(), err.String()
}

type report struct {
	Run, File      string
	Format, Sheet  string
	Encoding       string
	Rows           struct{ Read, Stored, Unchanged, Changed, Rejected, Blank, Repaired int }
	Shared         struct{ Projects, Differing int }
	Projects, Ties struct{ New, Changed, Gone, Same int }
	Actors         struct{ New, Matched int }
	Issues         []struct {
		Row          int
		Column, Code string
		Kept         bool
	}
}

func importJSON(t *testing.T, wantCode int, args ...string) report {
	t.Helper()
	code, stdout, stderr := hanke(t, append([]string{"import", "--json"}, args...)...)
	if code != wantCode {
		t.Fatalf("import %v: exit %d, want %d\n%s", args, code, wantCode, stderr)
	}
	var r report
	if err := json.Unmarshal([]byte(stdout), &r); err != nil {
		t.Fatalf("%v\n%s", err, stdout)
	}
	if sum := r.Rows.Stored + r.Rows.Unchanged + r.Rows.Changed + r.Rows.Rejected + r.Rows.Blank; sum != r.Rows.Read {
		t.Errorf("read %d rows, accounted for %d", r.Rows.Read, sum)
	}
	return r
}

func TestExampleTwiceChangesNothing(t *testing.T) { onEachStore(t, exampleTwice) }

func exampleTwice(t *testing.T, store string) {
	first := importJSON(t, exitDone, "--example", "--store", store)
	if first.Projects.New != 486 || first.Rows.Stored == 0 || first.Rows.Rejected != 0 {
		t.Errorf("first: %+v", first)
	}
	again := importJSON(t, exitDone, "--example", "--store", store)
	if again.Rows.Stored != 0 || again.Rows.Changed != 0 || again.Projects.New+again.Projects.Changed+again.Projects.Gone != 0 || again.Ties.New+again.Ties.Changed+again.Ties.Gone != 0 || again.Run != first.Run {
		t.Errorf("again: %+v", again)
	}
	if _, runs, _ := hanke(t, "runs", example.Source, "--store", store); strings.Count(runs, "\n") != 1 {
		t.Errorf("runs:\n%s", runs)
	}
	if _, sources, _ := hanke(t, "sources", "--store", store); !strings.Contains(sources, "2019-06-30") {
		t.Errorf("sources:\n%s", sources)
	}
}

// Rows and columns in another order, tabs for semicolons: the same content.
func TestPermutedExampleChangesNothing(t *testing.T) {
	store := "sqlite:" + filepath.Join(t.TempDir(), "h.db")
	importJSON(t, exitDone, "--example", "--store", store)
	random := rand.New(rand.NewPCG(1, 2))
	rows := records(t, example.CSV)
	columns := random.Perm(len(rows[0]))
	order := random.Perm(len(rows) - 1)
	var file strings.Builder
	write := func(row []string) {
		for i, c := range columns {
			if i > 0 {
				file.WriteByte('\t')
			}
			fmt.Fprintf(&file, `"%s"`, strings.ReplaceAll(row[c], `"`, `""`))
		}
		file.WriteString("\r\n")
	}
	write(rows[0])
	for _, i := range order {
		write(rows[i+1])
	}
	name := filepath.Join(t.TempDir(), "permuted.tsv")
	if err := os.WriteFile(name, []byte(file.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	r := importJSON(t, exitDone, name, "--source", example.Source, "--store", store)
	if r.Rows.Stored+r.Rows.Changed+r.Projects.New+r.Projects.Changed+r.Projects.Gone+r.Ties.New+r.Ties.Gone != 0 {
		t.Errorf("permuted: %+v", r)
	}
}

func TestDirtyFileIsToldInFinnish(t *testing.T) {
	name := filepath.Join(t.TempDir(), "likainen.csv")
	dirty := "Hankkeen nimi;Toteuttaja;Alkaa;Päättyy;Yhteyshenkilö;Kuvaus;Lempiväri\n" +
		"Hyvä hanke;Kemin kaupunki;1.1.2020;31.12.2021;Meikäläinen;Kysy: matti@example.fi;sininen\n" +
		"Outo päivä;Kemin kaupunki;31.2.2021;1.1.2022;;;\n" +
		";Tornion kaupunki;1.1.2020;1.1.2021;;;\n"
	if err := os.WriteFile(name, []byte(dirty), 0o600); err != nil {
		t.Fatal(err)
	}
	store := "sqlite:" + filepath.Join(t.TempDir(), "h.db")
	code, _, text := hanke(t, "import", name, "--dry-run", "--store", store)
	if code != exitRejected {
		t.Errorf("exit %d", code)
	}
	for _, want := range []string{"likainen.csv", "31.2.2021", "Alkaa", "Yhteyshenkilö", "Lempiväri"} {
		if !strings.Contains(text, want) {
			t.Errorf("the report does not name %q:\n%s", want, text)
		}
	}
	for _, secret := range []string{"matti@example.fi", "Meikäläinen"} {
		if strings.Contains(text, secret) {
			t.Errorf("the report repeats %q", secret)
		}
	}
	if r := importJSON(t, exitRejected, name, "--store", store); r.Rows.Stored != 2 || r.Rows.Rejected != 1 {
		t.Errorf("%+v", r.Rows)
	}
	raw, err := os.ReadFile(filepath.Join(strings.TrimPrefix(store, "sqlite:")))
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{"matti@example.fi", "Meikäläinen", "sininen"} {
		if bytes.Contains(raw, []byte(secret)) {
			t.Errorf("the database holds %q", secret)
		}
	}
}

func TestMostOfASourceDoesNotVanishUnasked(t *testing.T) { onEachStore(t, mostOfASource) }

func mostOfASource(t *testing.T, store string) {
	name := filepath.Join(t.TempDir(), "pieni.csv")
	importJSON(t, exitDone, "--example", "--store", store)
	if err := os.WriteFile(name, []byte("hanke;toimija\nUusi;Kemin kaupunki\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	args := []string{"import", name, "--source", example.Source, "--store", store}
	if code, _, stderr := hanke(t, args...); code != exitFailed || !strings.Contains(stderr, "--yes") {
		t.Errorf("exit %d: %s", code, stderr)
	}
	if r := importJSON(t, exitDone, "--example", "--store", store); r.Rows.Stored != 0 {
		t.Errorf("something was stored: %+v", r)
	}
	if r := importJSON(t, exitDone, append(args[1:], "--yes")...); r.Projects.Gone == 0 {
		t.Errorf("--yes: %+v", r)
	}
}

func TestExitCodes(t *testing.T) {
	for name, c := range map[string]struct {
		args []string
		code int
	}{
		"help":            {[]string{"--help"}, exitDone},
		"version":         {[]string{"version"}, exitDone},
		"formats":         {[]string{"formats", "--json"}, exitDone},
		"no such command": {[]string{"dance"}, exitUsage},
		"no such flag":    {[]string{"serve", "--colour"}, exitUsage},
		"no file named":   {[]string{"import", "--store", "memory:"}, exitUsage},
		"bad date":        {[]string{"import", "x.csv", "--as-of", "tomorrow", "--store", "memory:"}, exitUsage},
		"bad store":       {[]string{"sources", "--store", "oracle:x"}, exitUsage},
		"missing file":    {[]string{"import", "no-such-file.csv", "--store", "memory:"}, exitFailed},
		"unknown source":  {[]string{"runs", "nothing", "--store", "memory:"}, exitFailed},
	} {
		if code, _, stderr := hanke(t, c.args...); code != c.code {
			t.Errorf("%s: exit %d, want %d: %s", name, code, c.code, stderr)
		}
	}
}
