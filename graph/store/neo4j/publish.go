package neo4j

import (
	"context"
	"fmt"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
	"hankeverkko/graph/store/neo4j/drawing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

var _ store.Publisher = (*Store)(nil)

// Published returns the revision that the graph shows, and "" also where an
// earlier version of the program drew it otherwise.
func (s *Store) Published(ctx context.Context) (revision graph.Revision, err error) {
	err = s.read(ctx, func(c *call) error {
		stamp, err := stampOf(c.ask(stampQuery, nil))
		if stamp.shows(stamp.revision) {
			revision = stamp.revision
		}
		return err
	})
	if err != nil {
		return "", fmt.Errorf("neo4j: published: %w", err)
	}
	return revision, nil
}

// Publish compares the graph that is there with the one that should be, and
// writes the difference so that others see the graph before or the graph
// after, as far as Neo4j isolates them: a query that runs while the transaction
// commits may see some of both. A small difference is one transaction; of a large one, what is new is
// built beside and shown by one transaction.
func (s *Store) Publish(ctx context.Context, revision graph.Revision, n *graph.Network) error {
	_, err := s.publish(ctx, revision, n, oneTransaction)
	return err
}

// oneTransaction is how many changes a transaction takes along. Neo4j keeps
// them in memory, some 1,000 bytes each.
const oneTransaction = 100_000

// publish returns how many nodes and relationships it changed.
func (s *Store) publish(ctx context.Context, revision graph.Revision, n *graph.Network, limit int) (changes int, err error) {
	d := drawing.Of(n)
	before, err := s.Published(ctx)
	if err != nil {
		return 0, err
	}
	err = s.redraw(ctx, func(p *publication) error {
		changes = 0
		if before != revision && p.stamp.shows(revision) {
			return nil // another process drew it while this one waited
		}
		if err := p.at(revision); err != nil {
			return err
		}
		if err := p.clean(); err != nil {
			return err
		}
		change, err := p.compare(d, p.stamp.staleAt(revision))
		if err != nil {
			return err
		}
		changes = change.size()
		if changes > limit {
			err = p.buildBeside(change, limit)
		} else {
			err = p.writeAll(change)
		}
		if err != nil {
			return err
		}
		return p.sign(revision, n)
	})
	if err != nil {
		return 0, fmt.Errorf("neo4j: publishing revision %s: %w", revision, err)
	}
	if changes > limit {
		err = s.redraw(ctx, (*publication).clean)
	}
	if err != nil {
		return changes, fmt.Errorf("neo4j: deleting what revision %s has hidden: %w", revision, err)
	}
	return changes, nil
}

// publication is the graph being drawn. Its transaction holds the lock on the
// stamp, so one process draws at a time; the store's own work goes on.
type publication struct {
	*call
	tx    driver.ManagedTransaction
	stamp stamp
}

// redraw runs work in a transaction. Work may be run several times.
func (s *Store) redraw(ctx context.Context, work func(*publication) error) error {
	c, err := s.begin(ctx)
	if err != nil {
		return err
	}
	defer c.end()
	if err = s.prepare(c); err == nil {
		err = s.constrain(c)
	}
	if err != nil {
		return c.finish(err)
	}
	session := s.session(driver.AccessModeWrite)
	defer session.Close(c)
	_, err = session.ExecuteWrite(c, func(tx driver.ManagedTransaction) (any, error) {
		p := &publication{call: c, tx: tx}
		if err := p.lock(); err != nil {
			return nil, err
		}
		if err := work(p); err != nil {
			return nil, err
		}
		return nil, nil
	}, driver.WithTxTimeout(longest))
	return c.finish(err)
}

// at refuses a revision that is not the one that holds.
func (p *publication) at(revision graph.Revision) error {
	now, err := p.holds()
	if err == nil && now.digest.Revision() != revision {
		err = fmt.Errorf("now %s: %w", now.digest.Revision(), graph.ErrConflict)
	}
	return err
}

// each streams what a query gives.
func (p *publication) each(query string, do func(*driver.Record)) error {
	result, err := p.tx.Run(p, query, nil)
	if err != nil {
		return err
	}
	for result.Next(p) {
		do(result.Record())
		p.heard()
	}
	return result.Err()
}

// run runs a statement that changes the graph, and reads what it returns.
func (p *publication) run(statement string, parameters map[string]any) ([]*driver.Record, error) {
	if err := p.caller.Err(); err != nil {
		return nil, err
	}
	result, err := p.tx.Run(p, statement, parameters)
	if err != nil {
		return nil, err
	}
	records, err := result.Collect(p)
	if err == nil {
		p.heard()
	}
	return records, err
}

// beside runs a statement in a transaction of its own, which stays whatever
// becomes of the publication.
func (p *publication) beside(statement string, parameters map[string]any) ([]*driver.Record, error) {
	return p.query(statement, parameters, driver.ExecuteQueryWithWritersRouting())
}
