package neo4j

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"

	"hankeverkko/graph"
	"hankeverkko/graph/store"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// oldest is the first major version of Neo4j that the queries are written for.
const oldest = 5

// steps make a database a store, one version after the other. Each statement
// may be run again: two processes may take the same step at once, and several
// stores share one database.
var steps = [...][]string{
	{
		"CREATE CONSTRAINT hankeverkko_state IF NOT EXISTS FOR (s:HankeverkkoState) REQUIRE s.space IS UNIQUE",
		"CREATE CONSTRAINT hankeverkko_run IF NOT EXISTS FOR (r:HankeverkkoRun) REQUIRE r.id IS UNIQUE",
		"CREATE INDEX hankeverkko_run_space IF NOT EXISTS FOR (r:HankeverkkoRun) ON (r.space)",
		"CREATE INDEX hankeverkko_run_feed IF NOT EXISTS FOR (r:HankeverkkoRun) ON (r.feed)",
		// Only a live record has the property; the constraint does not see others.
		"CREATE CONSTRAINT hankeverkko_record_live IF NOT EXISTS FOR (r:HankeverkkoRecord) REQUIRE r.live IS UNIQUE",
		"CREATE INDEX hankeverkko_record_place IF NOT EXISTS FOR (r:HankeverkkoRecord) ON (r.place)",
		"CREATE CONSTRAINT hankeverkko_decision IF NOT EXISTS FOR (d:HankeverkkoDecision) REQUIRE d.id IS UNIQUE",
		"CREATE INDEX hankeverkko_decision_space IF NOT EXISTS FOR (d:HankeverkkoDecision) ON (d.space)",
		"CREATE CONSTRAINT hankeverkko_document IF NOT EXISTS FOR (d:HankeverkkoDocument) REQUIRE d.id IS UNIQUE",
		"CREATE INDEX hankeverkko_document_shelf IF NOT EXISTS FOR (d:HankeverkkoDocument) ON (d.shelf)",
		"CALL db.awaitIndexes(300)",
	},
}

const (
	schemaQuery = "MATCH (s:HankeverkkoState {space: $space}) RETURN s.schema AS schema"
	makeQuery   = `MERGE (s:HankeverkkoState {space: $space})
		ON CREATE SET s.digest = $digest, s.change = 0, s.decisions = 0, s.writes = []
		SET s.schema = $schema`
)

// schema notes whether the database has been looked at. Of many calls one
// looks, the one whose turn it is.
type schema struct {
	turn    chan struct{}
	mu      sync.Mutex
	made    bool
	refused error // what the server said to our name and password
	at      time.Time
}

// refusalLasts is how long a server is not asked again that has refused us,
// four times as long as it then locks a name out, for everybody.
const refusalLasts = 20 * time.Second

func newSchema() *schema { return &schema{turn: make(chan struct{}, 1)} }

// note keeps what is known since a look at the database, or since a call that
// makes another look necessary.
func (n *schema) note(made bool, err error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.made = made
	switch {
	case made:
		n.refused = nil
	case refusal(err) && err != n.refused:
		n.refused, n.at = err, time.Now()
	}
}

// known returns what can be said without a look.
func (n *schema) known() (made bool, err error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if time.Since(n.at) >= refusalLasts {
		n.refused = nil
	}
	return n.made, n.refused
}

// prepare sees to it that the server is one that we know and holds the store.
func (s *Store) prepare(c *call) error {
	if made, err := s.schema.known(); made || err != nil {
		return err
	}
	select {
	case s.schema.turn <- struct{}{}:
		defer func() { <-s.schema.turn }()
	case <-c.Done():
		return c.Err()
	}
	if made, err := s.schema.known(); made || err != nil {
		return err
	}
	err := c.translate(s.make(c))
	s.schema.note(err == nil, err)
	return err
}

func (s *Store) make(c *call) error {
	server, err := s.driver.GetServerInfo(c)
	if err != nil {
		return err
	}
	if !suits(server.Agent()) {
		return store.Troubled(store.TroubleVersion, fmt.Errorf("the server is %s, want Neo4j %d or newer: %w", server.Agent(), oldest, graph.ErrUnavailable))
	}
	c.heard()
	records, err := c.ask(schemaQuery, map[string]any{"space": s.options.Space})
	if err != nil {
		return err
	}
	version := 0
	if len(records) > 0 {
		version = int(number(records[0], "schema"))
	}
	switch {
	case version > len(steps):
		return store.Troubled(store.TroubleNewer, fmt.Errorf("written by a newer program (schema %d, this program knows %d): %w", version, len(steps), graph.ErrInvalid))
	case version == len(steps):
		return nil
	}
	for _, step := range steps[version:] {
		for _, statement := range step {
			if _, err := c.query(statement, nil, driver.ExecuteQueryWithWritersRouting()); err != nil && !there(err) {
				return err
			}
		}
	}
	_, err = c.query(makeQuery, map[string]any{
		"space": s.options.Space, "schema": len(steps), "digest": graph.Digest{}.String(),
	}, driver.ExecuteQueryWithWritersRouting())
	return err
}

// there tells that another process was quicker with a statement, which IF NOT
// EXISTS does not see when it is at the same moment.
func there(err error) bool {
	answer := new(driver.Neo4jError)
	return errors.As(err, &answer) && answer.Code == "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists"
}

// suits tells by the name of a server, "Neo4j/5.26.30", whether it is new enough.
func suits(agent string) bool {
	version, ok := strings.CutPrefix(agent, "Neo4j/")
	major, _, _ := strings.Cut(strings.TrimPrefix(version, "v"), ".")
	n, err := strconv.Atoi(major)
	return ok && err == nil && n >= oldest
}
