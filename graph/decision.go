package graph

import (
	"encoding/json"
	"time"
)

// DecisionKind says what a person decided. Stores keep its number.
type DecisionKind uint8

const (
	DecideMerge DecisionKind = iota + 1
	DecideSplit
	DecideKeepApart
	DecideName
	DecideCorrection
	DecideVerdict
	DecidePartOf
	DecideSuccessorOf
	DecideActorKind
	DecideLater
	DecideUndo
	DecideConfirm
)

var decisionKinds = [...]string{
	"", "merge", "split", "keep-apart", "name", "correction", "verdict", "part-of", "successor-of", "kind", "later", "undo", "confirm",
}

func (k DecisionKind) String() string {
	if int(k) < len(decisionKinds) {
		return decisionKinds[k]
	}
	return ""
}

// DecisionKinds lists all kinds, in the order of their numbers.
func DecisionKinds() []DecisionKind {
	var kinds []DecisionKind
	for k := range decisionKinds[1:] {
		kinds = append(kinds, DecisionKind(k+1))
	}
	return kinds
}

// Decision is one entry of the journal: append-only, replayed over the records.
// Entries are numbered from 1.
type Decision struct {
	Kind    DecisionKind
	Actors  []ActorID
	Project ProjectID
	// Value is what a kind needs besides: a name, a kind of actor, the number of
	// the entry that is undone or confirmed.
	Value string
	// Lang is the language of a name, empty for all.
	Lang string
	// From and To are the first and last day that a part-of or successor-of holds.
	From, To Date
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
