package main

import (
	"fmt"

	"hankeverkko/config"
	"hankeverkko/graph"
	"hankeverkko/graph/store"
	"hankeverkko/graph/store/memory"
	"hankeverkko/graph/store/sqlite"
)

// openStore opens what the settings name. This is the one place that knows
// which stores there are.
func openStore(c config.Config) (store.Store, error) {
	address, err := config.ParseStore(c.Store)
	if err != nil {
		return nil, err
	}
	switch address.Scheme {
	case "sqlite":
		return sqlite.Open(address.Path)
	case "memory":
		return memory.Open(), nil
	}
	return nil, fmt.Errorf("store: %q: want sqlite: or memory: : %w", c.Store, graph.ErrInvalid)
}
