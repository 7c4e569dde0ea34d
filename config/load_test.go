package config

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/spf13/pflag"

	"hankeverkko/graph"
)

func flags(t *testing.T, args ...string) *pflag.FlagSet {
	t.Helper()
	f := pflag.NewFlagSet("test", pflag.ContinueOnError)
	f.String("store", Default().Store, "")
	if err := f.Parse(args); err != nil {
		t.Fatal(err)
	}
	return f
}

func TestLaterSourcesWin(t *testing.T) {
	file := filepath.Join(t.TempDir(), "c.yaml")
	if err := os.WriteFile(file, []byte("store: 'sqlite:file.db'\naddr: 127.0.0.1:1\nlang: sv\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	c, err := Load(file, flags(t))
	if err != nil || c != (Config{Store: "sqlite:file.db", Addr: "127.0.0.1:1", Lang: "sv"}) {
		t.Errorf("file: %+v, %v", c, err)
	}
	t.Setenv("HANKEVERKKO_STORE", "sqlite:environment.db")
	if c, _ = Load(file, flags(t)); c.Store != "sqlite:environment.db" {
		t.Errorf("environment: %q", c.Store)
	}
	if c, _ = Load(file, flags(t, "--store", "memory:")); c.Store != "memory:" {
		t.Errorf("flag: %q", c.Store)
	}
}

func TestExampleFileIsTheDefault(t *testing.T) {
	if c, err := Load("example.yaml", flags(t)); err != nil || c != Default() {
		t.Errorf("%+v, %v", c, err)
	}
}

func TestRefused(t *testing.T) {
	for name, text := range map[string]string{
		"unknown key":   "colour: red\n",
		"unknown store": "store: 'oracle:x'\n",
		"no port":       "addr: localhost\n",
		"language":      "lang: de\n",
		"not yaml":      "store: [\n",
	} {
		file := filepath.Join(t.TempDir(), "c.yaml")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Load(file, flags(t)); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Load("no-such-file.yaml", flags(t)); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("missing file: %v", err)
	}
}
