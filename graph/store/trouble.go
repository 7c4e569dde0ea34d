package store

import "errors"

// Trouble is why a store cannot be used, as far as a person can do something
// about it. The value names the words for it.
type Trouble string

const (
	// TroubleAway: nothing answers at the address. It may pass by itself.
	TroubleAway Trouble = "away"
	// TroublePassword: name and password are not accepted.
	TroublePassword Trouble = "password"
	// TroubleExpired: the password must be changed first.
	TroubleExpired Trouble = "expired"
	// TroubleLocked: too many wrong passwords; the server waits. It passes.
	TroubleLocked Trouble = "locked"
	// TroubleRights: the user may not do that.
	TroubleRights Trouble = "rights"
	// TroubleVersion: a server that is too old or of another kind.
	TroubleVersion Trouble = "version"
	// TroubleNewer: the store was written by a newer program.
	TroubleNewer Trouble = "newer"
	// TroubleDatabase: the server has no such database.
	TroubleDatabase Trouble = "database"
	// TroubleEncryption: one side speaks TLS and the other does not, or the
	// certificate is not trusted.
	TroubleEncryption Trouble = "encryption"
	// TroubleReadOnly: the server takes no writes.
	TroubleReadOnly Trouble = "read-only"
	// TroubleFull: no room on the disk.
	TroubleFull Trouble = "full"
	// TroubleStopped: the database has run into something and waits for a restart.
	TroubleStopped Trouble = "stopped"
	// TroubleMemory: the server has too little memory for this.
	TroubleMemory Trouble = "memory"
)

// Passes tells that waiting may help.
func (t Trouble) Passes() bool {
	return t == TroubleAway || t == TroubleLocked || t == TroubleReadOnly
}

// Troubled marks an error with the trouble that is behind it.
func Troubled(t Trouble, err error) error { return &troubled{t, err} }

// TroubleOf returns the trouble behind an error, empty when none is known.
func TroubleOf(err error) Trouble {
	var t *troubled
	if errors.As(err, &t) {
		return t.trouble
	}
	return ""
}

type troubled struct {
	trouble Trouble
	err     error
}

func (t *troubled) Error() string { return t.err.Error() }
func (t *troubled) Unwrap() error { return t.err }
