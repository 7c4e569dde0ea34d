package config

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
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
	if err != nil || c.Store != "sqlite:file.db" || c.Addr != "127.0.0.1:1" || c.Lang != "sv" || c.StoreTimeout != Default().StoreTimeout {
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

func TestPasswordComesFromTheEnvironment(t *testing.T) {
	t.Setenv("HANKEVERKKO_STORE_USER", "hanke")
	t.Setenv("HANKEVERKKO_STORE_PASSWORD", "salaisuus")
	c, err := Load("", flags(t, "--store", "neo4j+s://example.fi:7687"))
	if err != nil || c.StoreUser != "hanke" || c.StorePassword != "salaisuus" {
		t.Errorf("user %q, password %q, %v", c.StoreUser, c.StorePassword, err)
	}
}

func TestStoreAddresses(t *testing.T) {
	for _, good := range []string{
		"sqlite:data/x.db", "memory:", "neo4j://localhost", "neo4j+s://x.databases.neo4j.io", "neo4j+ssc://10.0.0.1:7687",
		"bolt://localhost:7687/", "bolt+s://[::1]:7687", "bolt+ssc://a", "neo4j://a:1?policy=eu",
	} {
		if _, err := ParseStore(good); err != nil {
			t.Errorf("%s: %v", good, err)
		}
	}
	for bad, says := range map[string]string{
		"sqlite:": "want sqlite:PATH", "neo4j:": "want neo4j://HOST:PORT", "neo4j://": "want neo4j://HOST:PORT", "http://localhost:7474": "want sqlite:PATH",
		"neo4j://localhost/mydb": "store-database", "neo4j://a b": "want neo4j://HOST:PORT",
		"bolt://neo4j:salaisuus@localhost": "HANKEVERKKO_STORE_PASSWORD", "oracle://hanke:salaisuus@localhost": "want sqlite:PATH",
		"neo4j://a:salai@suus@b": "HANKEVERKKO_STORE_PASSWORD",
	} {
		_, err := ParseStore(bad)
		if !errors.Is(err, graph.ErrInvalid) || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v, want one that says %q", bad, err, says)
		}
		if err != nil && strings.Contains(err.Error(), "sala") {
			t.Errorf("the password is repeated: %v", err)
		}
	}
}

func TestRefused(t *testing.T) {
	for name, text := range map[string]string{
		"unknown key":     "colour: red\n",
		"unknown store":   "store: 'oracle:x'\n",
		"no port":         "addr: localhost\n",
		"language":        "lang: de\n",
		"not yaml":        "store: [\n",
		"hardly any time": "store-timeout: 10ms\n",
		"no length":       "store-timeout: long\n",
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
