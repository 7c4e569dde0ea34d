package neo4j

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
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

// schema notes whether the database has been looked at. Its one token goes to
// the call that looks, so that of many only one does.
type schema struct {
	turn chan *looked
}

type looked struct {
	done bool
	// refused is what the server said to our name and password, and when. It
	// is not asked again at once: it locks out a name that comes with wrong
	// passwords, for everybody.
	refused error
	at      time.Time
}

// refusalLasts is twice as long as Neo4j locks a name out.
const refusalLasts = 10 * time.Second

func newSchema() schema {
	s := schema{turn: make(chan *looked, 1)}
	s.turn <- &looked{}
	return s
}

// prepare sees to it that the server is one that we know and holds the store.
func (s *Store) prepare(c *call) error {
	var now *looked
	select {
	case now = <-s.schema.turn:
	case <-c.Done():
		return c.Err()
	}
	defer func() { s.schema.turn <- now }()
	if now.done {
		return nil
	}
	if now.refused != nil && time.Since(now.at) < refusalLasts {
		return now.refused
	}
	err := c.translate(s.make(c))
	now.done, now.refused = err == nil, nil
	if refusal(err) {
		now.refused, now.at = err, time.Now()
	}
	return err
}

// forget lets the next call look at the database again.
func (s *Store) forget(err error) {
	now := <-s.schema.turn
	now.done = false
	if refusal(err) {
		now.refused, now.at = err, time.Now()
	}
	s.schema.turn <- now
}

func (s *Store) make(c *call) error {
	server, err := s.driver.GetServerInfo(c)
	if err != nil {
		return err
	}
	if !known(server.Agent()) {
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

// known tells by the name of a server, "Neo4j/5.26.30", whether it is new enough.
func known(agent string) bool {
	version, ok := strings.CutPrefix(agent, "Neo4j/")
	major, _, _ := strings.Cut(strings.TrimPrefix(version, "v"), ".")
	n, err := strconv.Atoi(major)
	return ok && err == nil && n >= oldest
}
