package graph

import "errors"

// The four errors that programs act on. Adapters wrap them with place and
// cause; the server turns them into a status in one table.
var (
	ErrNotFound    = errors.New("not found")
	ErrConflict    = errors.New("changed by somebody else meanwhile")
	ErrUnavailable = errors.New("out of reach")
	ErrInvalid     = errors.New("not valid")
)
