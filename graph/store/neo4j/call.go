package neo4j

import (
	"context"
	"errors"
	"fmt"
	"time"

	"hankeverkko/graph"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// call is one method of the store under way: the caller's context, which ends
// early when the server has gone silent. The driver has limits for some waits
// only, and none that tells a slow server from a dead one: here a server that
// is silent for long is asked for a sign of life on another connection. (A
// connection that dies alone, the server being well, is left to the keep-alive
// of TCP.)
type call struct {
	context.Context
	store  *Store
	caller context.Context
	cancel context.CancelCauseFunc
	alarm  *time.Timer
}

var errSilent = errors.New("the server does not answer")

// begin starts a call; end must follow.
func (s *Store) begin(ctx context.Context) (*call, error) {
	if s.closed.Load() {
		return nil, fmt.Errorf("closed: %w", graph.ErrUnavailable)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	c := &call{store: s, caller: ctx}
	// The driver listens to the end of a context only when that has a deadline.
	limited, release := context.WithTimeoutCause(ctx, longest, errSilent)
	c.Context, c.cancel = context.WithCancelCause(limited)
	context.AfterFunc(c.Context, release)
	c.alarm = time.AfterFunc(s.silence(), c.silent)
	return c, nil
}

func (c *call) end() {
	c.alarm.Stop()
	c.cancel(context.Canceled)
}

// silence is half of the time that a server may be silent; the other half is
// for the sign of life.
func (s *Store) silence() time.Duration { return s.options.Timeout / 2 }

// heard notes that the server has just done its part.
func (c *call) heard() { c.alarm.Reset(c.store.silence()) }

// rest stops the clock while the caller does something of its own.
func (c *call) rest() { c.alarm.Stop() }

func (c *call) silent() {
	switch {
	case c.Err() != nil:
	case !c.store.answers():
		c.cancel(errSilent)
	case c.Err() == nil:
		c.alarm.Reset(c.store.silence())
	}
}

// answers asks the server for a sign of life.
func (s *Store) answers() bool {
	ctx, cancel := context.WithTimeout(context.Background(), s.silence())
	defer cancel()
	err := s.driver.VerifyConnectivity(ctx)
	return err == nil || errors.As(err, new(*driver.Neo4jError))
}

// ask reads with one query in a transaction of its own.
func (c *call) ask(query string, parameters map[string]any) ([]*driver.Record, error) {
	return c.query(query, parameters, driver.ExecuteQueryWithReadersRouting())
}

func (c *call) query(query string, parameters map[string]any, routing driver.ExecuteQueryConfigurationOption) ([]*driver.Record, error) {
	if err := c.caller.Err(); err != nil {
		return nil, err
	}
	result, err := driver.ExecuteQuery(c, c.store.driver, query, parameters, driver.EagerResultTransformer,
		driver.ExecuteQueryWithDatabase(c.store.options.Database),
		driver.ExecuteQueryWithBookmarkManager(c.store.bookmarks),
		driver.ExecuteQueryWithTransactionConfig(driver.WithTxTimeout(longest)), routing)
	if err != nil {
		return nil, err
	}
	c.heard()
	return result.Records, nil
}
