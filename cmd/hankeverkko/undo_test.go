package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestUndoTakesAnImportBack(t *testing.T) {
	dir := t.TempDir()
	store, file := "sqlite:"+filepath.Join(dir, "h.db"), filepath.Join(dir, "oma.csv")
	mapping := filepath.Join(dir, "oma.yaml")
	give := func(sheet string, args ...string) {
		t.Helper()
		if err := os.WriteFile(file, []byte(sheet), 0o644); err != nil {
			t.Fatal(err)
		}
		if code, _, stderr := hanke(t, append([]string{"import", file, "--store", store, "--yes"}, args...)...); code != exitDone {
			t.Fatalf("exit %d: %s", code, stderr)
		}
	}
	give("hanke;toimija;kuvaus\nHanke A;Redu;ensin\nHanke B;Redu;ensin\n", "--write-mapping", mapping)
	if written, err := os.ReadFile(mapping); err != nil || !strings.Contains(string(written), "kuvaus: description") {
		t.Errorf("mapping %q (%v)", written, err)
	}
	give("hanke;toimija;kuvaus\nHanke A;Redu;toiseksi\nHanke B;Redu;ensin\nHanke C;Redu;\n")
	give("hanke;toimija;kuvaus\nHanke A;Redu;kolmanneksi\nHanke B;Redu;ensin\nHanke C;Redu;\n")
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"undo", "oma-9"}, exitFailed, "oma-9"},
		{[]string{"undo", "oma-2", "--dry-run"}, exitDone, "Hanke A"}, // a later import changed it
		{[]string{"undo", "oma-2"}, exitDone, "poistuvia 1"},
		{[]string{"undo", "oma-1"}, exitDone, "Hanke A"},
		{[]string{"undo", "oma-3", "--yes"}, exitDone, "oma-3"},
	} {
		code, stdout, stderr := hanke(t, append(c.args, "--store", store)...)
		if code != c.code || !strings.Contains(stdout+stderr, c.says) {
			t.Errorf("%v: exit %d, want %d and %q in:\n%s%s", c.args, code, c.code, c.says, stdout, stderr)
		}
	}
}
