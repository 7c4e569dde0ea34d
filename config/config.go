package config

import (
	"fmt"
	"net"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/words"
)

// Config is every setting of the program.
type Config struct {
	// Store is where records are kept, for example sqlite:data/hankeverkko.db.
	Store string
	// Addr is the address the web server listens on.
	Addr string
	// Lang is the language of the command line.
	Lang string
}

// Default serves this machine alone from an embedded database.
func Default() Config {
	return Config{Store: "sqlite:data/hankeverkko.db", Addr: "127.0.0.1:8080", Lang: "fi"}
}

// Validate returns graph.ErrInvalid with the setting and the cure.
func (c Config) Validate() error {
	if _, err := ParseStore(c.Store); err != nil {
		return err
	}
	if _, _, err := net.SplitHostPort(c.Addr); err != nil {
		return fmt.Errorf("addr: %q: want HOST:PORT, for example 127.0.0.1:8080: %w", c.Addr, graph.ErrInvalid)
	}
	if words.Known(c.Lang) != c.Lang {
		return fmt.Errorf("lang: %q: want one of %s: %w", c.Lang, strings.Join(words.Languages, ", "), graph.ErrInvalid)
	}
	return nil
}

// StoreAddress is a parsed Store setting.
type StoreAddress struct{ Scheme, Path string }

// ParseStore reads sqlite:PATH and memory:.
func ParseStore(s string) (StoreAddress, error) {
	scheme, path, ok := strings.Cut(s, ":")
	switch {
	case ok && scheme == "sqlite" && path != "", ok && scheme == "memory" && path == "":
		return StoreAddress{scheme, path}, nil
	}
	return StoreAddress{}, fmt.Errorf("store: %q: want sqlite:PATH or memory: : %w", s, graph.ErrInvalid)
}
