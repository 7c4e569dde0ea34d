package main

import (
	"fmt"

	"hankeverkko/config"
	"hankeverkko/graph"
	"hankeverkko/graph/store"
	"hankeverkko/graph/store/memory"
	"hankeverkko/graph/store/neo4j"
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
	case "neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc":
		return neo4j.Open(neo4j.Options{
			Address: address.Path, User: c.StoreUser, Password: c.StorePassword, Database: c.StoreDatabase,
			Authorities: c.StoreCA, Timeout: c.StoreTimeout,
		})
	}
	return nil, fmt.Errorf("store: %q is known to the settings alone: %w", c.Store, graph.ErrInvalid)
}
