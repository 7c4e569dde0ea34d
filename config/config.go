package config

import (
	"fmt"
	"net"
	"net/url"
	"slices"
	"strings"
	"time"

	"hankeverkko/graph"
	"hankeverkko/words"
)

// Config is every setting of the program.
type Config struct {
	// Store is where records are kept, for example sqlite:data/hankeverkko.db or
	// neo4j://localhost:7687.
	Store string
	// StoreUser and StorePassword are for a store that asks for them. There is
	// no flag for the password: others can read a command line.
	StoreUser     string `mapstructure:"store-user"`
	StorePassword string `mapstructure:"store-password"`
	// StoreDatabase is the database in the server, its own default when empty.
	StoreDatabase string `mapstructure:"store-database"`
	// StoreCA is a PEM file of certificates to trust instead of the system's.
	StoreCA string `mapstructure:"store-ca"`
	// StoreTimeout is how long a store may be silent before it counts as away.
	StoreTimeout time.Duration `mapstructure:"store-timeout"`
	// CuratorKey is asked of who wants to change the data in the browser. There
	// is no flag for it either; CuratorKeyFile names a file that holds it.
	CuratorKey     string `mapstructure:"curator-key"`
	CuratorKeyFile string `mapstructure:"curator-key-file"`
	// Addr is the address the web server listens on.
	Addr string
	// Lang is the language of the command line.
	Lang string
}

// Default serves this machine alone from an embedded database.
func Default() Config {
	return Config{
		Store: "sqlite:data/hankeverkko.db", StoreUser: "neo4j", StoreTimeout: 5 * time.Second,
		Addr: "127.0.0.1:8080", Lang: "fi",
	}
}

// Validate returns graph.ErrInvalid with the setting and the cure.
func (c Config) Validate() error {
	if _, err := ParseStore(c.Store); err != nil {
		return err
	}
	if c.StoreTimeout < time.Second {
		return fmt.Errorf("store-timeout: %v: want 1s or more: %w", c.StoreTimeout, graph.ErrInvalid)
	}
	if _, _, err := net.SplitHostPort(c.Addr); err != nil {
		return fmt.Errorf("addr: %q: want HOST:PORT, for example 127.0.0.1:8080: %w", c.Addr, graph.ErrInvalid)
	}
	if words.Known(c.Lang) != c.Lang {
		return fmt.Errorf("lang: %q: want one of %s: %w", c.Lang, strings.Join(words.Languages, ", "), graph.ErrInvalid)
	}
	if c.CuratorKey != "" && len(c.CuratorKey) < shortestKey {
		return fmt.Errorf("curator-key: want at least %d characters: %w", shortestKey, graph.ErrInvalid)
	}
	return nil
}

// shortestKey is the length below which a key is guessed.
const shortestKey = 16

// StoreAddress is a parsed Store setting: a path for sqlite, the whole
// address for a server.
type StoreAddress struct{ Scheme, Path string }

// servers are the schemes of Neo4j: with routing or to exactly one server,
// plain, encrypted, or encrypted without a look at the certificate.
var servers = [...]string{"neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"}

// ParseStore reads sqlite:PATH, memory: and neo4j://HOST[:PORT] with its kin.
func ParseStore(s string) (StoreAddress, error) {
	scheme, path, ok := strings.Cut(s, ":")
	switch {
	case ok && scheme == "sqlite" && path != "", ok && scheme == "memory" && path == "":
		return StoreAddress{scheme, path}, nil
	case ok && slices.Contains(servers[:], scheme):
		return parseServer(scheme, s)
	}
	return StoreAddress{}, fmt.Errorf("store: %q: want sqlite:PATH, neo4j://HOST:PORT, bolt://HOST:PORT or memory: : %w", hideUser(s), graph.ErrInvalid)
}

func parseServer(scheme, s string) (StoreAddress, error) {
	u, err := url.Parse(s)
	switch {
	case strings.Contains(s, "@"):
		return StoreAddress{}, fmt.Errorf("store: %q: no user or password in the address, where others can read them: "+
			"set store-user, and HANKEVERKKO_STORE_PASSWORD in the environment: %w", hideUser(s), graph.ErrInvalid)
	case err != nil || u.Hostname() == "" || u.Fragment != "" || strings.Trim(u.Path, "/") != "":
		return StoreAddress{}, fmt.Errorf("store: %q: want %s://HOST:PORT, and the database as store-database: %w", s, scheme, graph.ErrInvalid)
	}
	return StoreAddress{scheme, s}, nil
}

// hideUser takes out what may be a password.
func hideUser(address string) string {
	if at := strings.LastIndex(address, "@"); at >= 0 {
		scheme, _, _ := strings.Cut(address, "//")
		return scheme + "//…" + address[at:]
	}
	return address
}
