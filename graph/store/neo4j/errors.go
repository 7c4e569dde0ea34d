package neo4j

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/store"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// finish is the end of a call: what its error is to the caller, and whether
// the database must be looked at again.
func (c *call) finish(err error) error {
	err = c.translate(err)
	if errors.Is(err, errGone) || refusal(err) {
		c.store.schema.note(false, err)
	}
	return err
}

// translate turns an error of the driver into one of the domain. The driver's
// own error stays here, its text goes on. When the caller's context has ended
// it is the context's error. An error that is translated already is left.
func (c *call) translate(err error) error {
	if err == nil {
		return nil
	}
	if ended := c.caller.Err(); ended != nil {
		return ended
	}
	for _, known := range [...]error{graph.ErrNotFound, graph.ErrConflict, graph.ErrUnavailable, graph.ErrInvalid} {
		if errors.Is(err, known) {
			return err
		}
	}
	return c.domain(last(err))
}

func (c *call) domain(err error) error {
	if c.store.closed.Load() {
		return fmt.Errorf("closed: %w", graph.ErrUnavailable)
	}
	out := fmt.Errorf("%v: %w", err, graph.ErrUnavailable)
	if context.Cause(c) == errSilent {
		return store.Troubled(store.TroubleAway, fmt.Errorf("no answer within %v (%v): %w", c.store.options.Timeout, err, graph.ErrUnavailable))
	}
	if trouble := troubleOf(err); trouble != "" {
		return store.Troubled(trouble, out)
	}
	return out
}

// last is what ended the tries of a transaction.
func last(err error) error {
	limit := new(driver.TransactionExecutionLimit)
	if !errors.As(err, &limit) {
		return err
	}
	for i := len(limit.Errors) - 1; i >= 0; i-- {
		if e := limit.Errors[i]; !errors.Is(e, context.Canceled) && !errors.Is(e, context.DeadlineExceeded) {
			return last(e)
		}
	}
	return err
}

var troubles = map[string]store.Trouble{
	"Neo.ClientError.Security.Unauthorized":                  store.TroublePassword,
	"Neo.ClientError.Security.CredentialsExpired":            store.TroubleExpired,
	"Neo.ClientError.Security.AuthenticationRateLimit":       store.TroubleLocked,
	"Neo.ClientError.Security.Forbidden":                     store.TroubleRights,
	"Neo.ClientError.Database.DatabaseNotFound":              store.TroubleDatabase,
	"Neo.ClientError.Cluster.NotALeader":                     store.TroubleReadOnly,
	"Neo.ClientError.General.ForbiddenOnReadOnlyDatabase":    store.TroubleReadOnly,
	"Neo.ClientError.General.WriteOnReadOnlyAccessDatabase":  store.TroubleReadOnly,
	"Neo.DatabaseError.Transaction.TransactionLogError":      store.TroubleFull,
	"Neo.DatabaseError.Transaction.TransactionCommitFailed":  store.TroubleFull,
	"Neo.DatabaseError.Transaction.TransactionStartFailed":   store.TroubleStopped,
	"Neo.TransientError.General.MemoryPoolOutOfMemoryError":  store.TroubleMemory,
	"Neo.TransientError.General.OutOfMemoryError":            store.TroubleMemory,
	"Neo.TransientError.General.TransactionOutOfMemoryError": store.TroubleMemory,
	"Neo.TransientError.General.DatabaseUnavailable":         store.TroubleAway,
	"Neo.TransientError.Database.DatabaseUnavailable":        store.TroubleAway,
}

// signs are words in what the driver says without the server having said it.
var signs = [...]struct {
	text    string
	trouble store.Trouble
}{
	{"tls: ", store.TroubleEncryption},
	{"x509: ", store.TroubleEncryption},
	{"check that TLS is enabled", store.TroubleEncryption},
	{"server responded HTTP", store.TroubleVersion},
	{"unsupported version", store.TroubleVersion},
	{"did not accept any of the requested Bolt versions", store.TroubleVersion},
}

func troubleOf(err error) store.Trouble {
	if answer := new(driver.Neo4jError); errors.As(err, &answer) {
		return troubles[answer.Code]
	}
	for _, sign := range signs {
		if strings.Contains(err.Error(), sign.text) {
			return sign.trouble
		}
	}
	return store.TroubleAway
}

// refusal tells that the server does not let us in as we are.
func refusal(err error) bool {
	t := store.TroubleOf(err)
	return t == store.TroublePassword || t == store.TroubleExpired || t == store.TroubleLocked
}
