package neo4j

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"

	"hankeverkko/graph"
	"hankeverkko/graph/store"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// state is what the one node of a store says: which write was the last and
// what holds since.
type state struct {
	// change is the number of the last write.
	change int64
	digest graph.Digest
	// decisions counts the journal.
	decisions int64
	// writes are the tokens of the last writes, newest first.
	writes []string
}

// remembered is how many tokens are kept: more than other writers can do
// while one that lost its connection comes back.
const remembered = 64

const (
	lockQuery  = "MATCH (s:HankeverkkoState {space: $space}) SET s.writer = $token"
	stateQuery = `MATCH (s:HankeverkkoState {space: $space})
		RETURN s.change AS change, s.digest AS digest, s.decisions AS decisions, s.writes AS writes`
	moveQuery = `MATCH (s:HankeverkkoState {space: $space})
		SET s.change = $change, s.digest = $digest, s.decisions = $decisions, s.writes = $writes`
)

var errGone = fmt.Errorf("the store is gone from the database: %w", graph.ErrUnavailable)

func stateOf(records []*driver.Record, err error) (state, error) {
	if err != nil {
		return state{}, err
	}
	if len(records) != 1 {
		return state{}, errGone
	}
	r := records[0]
	s := state{change: number(r, "change"), decisions: number(r, "decisions")}
	s.writes = append(s.writes, list(r, "writes")...)
	s.digest, err = graph.ParseDigest(text(r, "digest"))
	return s, err
}

// holds reads the state. What is asked after it in the same call sees at
// least that much.
func (c *call) holds() (state, error) {
	return stateOf(c.ask(stateQuery, map[string]any{"space": c.store.options.Space}))
}

// read runs work, which only reads.
func (s *Store) read(ctx context.Context, work func(*call) error) error {
	c, err := s.begin(ctx)
	if err != nil {
		return err
	}
	defer c.end()
	if err = s.prepare(c); err == nil {
		err = work(c)
	}
	return c.finish(err)
}

// transaction is one write.
type transaction struct {
	*call
	tx    driver.ManagedTransaction
	token string
	// now is what held when the lock was taken, next what holds afterwards.
	now, next state
	// wrote tells that there is something to commit.
	wrote bool
	// sent is the number of the write when COMMIT was sent for it, else 0;
	// unanswered tells that the last attempt came that far.
	sent       int64
	unanswered bool
}

// attempts of a write whose connection is lost while COMMIT is on its way.
const attempts = 3

// write runs work in a transaction that is committed when work succeeds and
// rolled back otherwise. It has the store to itself. Work may be run several
// times, each time on what holds then; what it has done is never done twice.
func (s *Store) write(ctx context.Context, work func(*transaction) error) error {
	c, err := s.begin(ctx)
	if err != nil {
		return err
	}
	defer c.end()
	if err := s.prepare(c); err != nil {
		return c.finish(err)
	}
	t := &transaction{call: c, token: rand.Text()}
	for range attempts {
		err = t.attempt(work)
		// When COMMIT was sent and the answer is lost, only the state knows.
		if lost := new(driver.ConnectivityError); !t.unanswered || !errors.As(err, &lost) || c.Err() != nil {
			break
		}
	}
	return c.finish(err)
}

func (t *transaction) attempt(work func(*transaction) error) error {
	session := t.store.session(driver.AccessModeWrite)
	defer session.Close(t)
	_, err := session.ExecuteWrite(t, func(tx driver.ManagedTransaction) (any, error) {
		t.tx, t.wrote, t.unanswered = tx, false, false
		if err := t.lock(); err != nil {
			return nil, err
		}
		if err := t.done(); err != nil {
			return nil, err
		}
		t.next = t.now
		if err := work(t); err != nil {
			return nil, err
		}
		if t.wrote {
			if err := t.move(); err != nil {
				return nil, err
			}
			t.sent, t.unanswered = t.next.change, true
		}
		return nil, nil
	}, driver.WithTxTimeout(longest))
	if errors.Is(err, errDone) {
		return nil
	}
	return err
}

// lock waits for other writers, then reads the state, in this order: a read
// before the lock would see what held before the wait.
func (t *transaction) lock() (err error) {
	if _, err = t.run(lockQuery, map[string]any{"space": t.store.options.Space, "token": t.token}); err == nil {
		t.now, err = stateOf(t.run(stateQuery, map[string]any{"space": t.store.options.Space}))
	}
	return err
}

// errDone ends an attempt that finds the work of an earlier one.
var errDone = errors.New("done already")

// done looks whether an earlier attempt was committed after all.
func (t *transaction) done() error {
	if t.sent == 0 || t.now.change < t.sent {
		return nil
	}
	since := t.now.change - t.sent
	if since >= int64(len(t.now.writes)) {
		return fmt.Errorf("the connection was lost, and whether write %d came through is not known any more: %w", t.sent, graph.ErrUnavailable)
	}
	if t.now.writes[since] == t.token {
		return errDone
	}
	return nil
}

// number is the number of this write.
func (t *transaction) number() int64 { return t.now.change + 1 }

func (t *transaction) move() error {
	t.next.change = t.number()
	t.next.writes = append([]string{t.token}, t.now.writes[:min(len(t.now.writes), remembered-1)]...)
	_, err := t.run(moveQuery, map[string]any{
		"space": t.store.options.Space, "change": t.next.change, "digest": t.next.digest.String(),
		"decisions": t.next.decisions, "writes": t.next.writes,
	})
	return err
}

// run runs a query and reads all that it gives.
func (t *transaction) run(query string, parameters map[string]any) ([]*driver.Record, error) {
	if err := t.caller.Err(); err != nil {
		return nil, err
	}
	result, err := t.tx.Run(t, query, parameters)
	if err != nil {
		return nil, t.final(err)
	}
	records, err := result.Collect(t)
	if err != nil {
		return nil, t.final(err)
	}
	t.heard()
	return records, nil
}

// final keeps the driver from trying again what needs more memory than there is.
func (t *transaction) final(err error) error {
	if troubleOf(err) == store.TroubleMemory {
		return t.translate(err)
	}
	return err
}

// do runs a query that changes something.
func (t *transaction) do(query string, parameters map[string]any) ([]*driver.Record, error) {
	t.wrote = true
	return t.run(query, parameters)
}

// at refuses a base that is not the revision that holds.
func (t *transaction) at(base graph.Revision) error {
	if now := t.now.digest.Revision(); now != base {
		return fmt.Errorf("computed at revision %s, now %s: %w", base, now, graph.ErrConflict)
	}
	return nil
}
