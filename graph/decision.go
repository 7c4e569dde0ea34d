package graph

import (
	"encoding/json"
	"time"
)

// DecisionKind says what a person decided.
type DecisionKind uint8

const (
	DecideMerge DecisionKind = iota + 1
	DecideSplit
	DecideKeepApart
	DecideName
	DecideCorrection
	DecideVerdict
)

var decisionKinds = [...]string{"", "merge", "split", "keep-apart", "name", "correction", "verdict"}

func (k DecisionKind) String() string {
	if int(k) < len(decisionKinds) {
		return decisionKinds[k]
	}
	return ""
}

// Decision is one entry of the journal: append-only, replayed over the records.
type Decision struct {
	Kind    DecisionKind
	Actors  []ActorID
	Project ProjectID
	Value   string
	// Who is a role, never a person's name.
	Who string
	At  time.Time
	Why string
}

// Document is anything else that must last: views, shares, accounts, anchors.
type Document struct {
	Kind string
	ID   string
	// Version counts from 1; a Put names the version it replaces, 0 for a new document.
	Version int
	Body    json.RawMessage
}
