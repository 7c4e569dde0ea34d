package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hankeverkko/graph/store/neo4j/neo4jtest"
)

// database is the Neo4j server of these tests.
var database neo4jtest.Server

func TestMain(m *testing.M) {
	code := m.Run()
	database.Close()
	os.Exit(code)
}

// onEachStore runs a test on a new store of each kind that lasts.
func onEachStore(t *testing.T, test func(t *testing.T, store string)) {
	t.Run("sqlite", func(t *testing.T) { test(t, "sqlite:"+filepath.Join(t.TempDir(), "h.db")) })
	t.Run("neo4j", func(t *testing.T) { test(t, neo4jStore(t)) })
}

// neo4jStore is the address of an empty store whose password is in the environment.
func neo4jStore(t *testing.T) string {
	t.Helper()
	address := "neo4j://" + database.Need(t)
	database.Empty(t)
	t.Setenv("HANKEVERKKO_STORE_PASSWORD", database.Password())
	t.Setenv("HANKEVERKKO_STORE_TIMEOUT", "30s") // the machine may be busy
	return address
}

// What is wrong with a store is said in the reader's words, with the cure.
func TestTroubleInWords(t *testing.T) {
	store := neo4jStore(t)
	for name, c := range map[string]struct {
		args           []string
		user, password string
		says           string
	}{
		"away, Finnish":    {[]string{"--store", "bolt://127.0.0.1:1"}, "neo4j", "salaisuus", "ei vastaa"},
		"away, Swedish":    {[]string{"--store", "bolt://127.0.0.1:1", "--lang", "sv"}, "neo4j", "salaisuus", "svarar inte"},
		"password":         {[]string{"--store", store, "--lang", "en"}, "outsider", "salaisuus", "HANKEVERKKO_STORE_PASSWORD"},
		"no password":      {[]string{"--store", store, "--lang", "en"}, "outsider", "", "HANKEVERKKO_STORE_PASSWORD"},
		"unknown database": {[]string{"--store", store, "--lang", "en", "--store-database", "other"}, "neo4j", database.Password(), "store-database"},
		"no TLS there":     {[]string{"--store", strings.Replace(store, "neo4j:", "bolt+s:", 1), "--lang", "en"}, "neo4j", "salaisuus", "store-ca"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("HANKEVERKKO_STORE_USER", c.user)
			t.Setenv("HANKEVERKKO_STORE_PASSWORD", c.password)
			code, stdout, stderr := hanke(t, append([]string{"sources"}, c.args...)...)
			if code != exitFailed || stdout != "" || !strings.Contains(stderr, c.says) {
				t.Errorf("exit %d, want %q in:\n%s", code, c.says, stderr)
			}
			if strings.Contains(stderr, "salaisuus") || strings.Contains(stderr, database.Password()+"@") {
				t.Errorf("the password is told:\n%s", stderr)
			}
		})
	}
	code, _, stderr := hanke(t, "sources", "--store", "neo4j://neo4j:salaisuus@localhost")
	if code != exitUsage || strings.Contains(stderr, "salaisuus") {
		t.Errorf("a password in the address: exit %d: %s", code, stderr)
	}
}
