package identity

import (
	"fmt"

	"hankeverkko/graph"
)

// Code names what speaks against a decision; package words has its text.
type Code string

const (
	UnknownActor Code = "unknown-actor" // no actor in the data goes by the id
	SameActor    Code = "same-actor"    // they are one actor already
	KeptApart    Code = "kept-apart"    // a merge against a keep-apart
	Related      Code = "related"       // a merge of what is part or successor of the other
	Cycle        Code = "cycle"         // part of itself, or its own predecessor
	OtherParent  Code = "other-parent"  // two parents at the same time
	TooDeep      Code = "too-deep"      // too many levels of parts
	Already      Code = "already"       // decided so before
	NotMerged    Code = "not-merged"    // nothing that a split could undo
	OneSeat      Code = "one-seat"      // its rows do not name two municipalities
	NoEntry      Code = "no-entry"      // the journal has no such entry, or it came later
	UndoneBefore Code = "undone-before"
	NotWaiting   Code = "not-waiting" // the entry needs nobody's word
	SameHand     Code = "same-hand"   // the word of another is needed
)

// Codes lists all codes.
func Codes() []Code {
	return []Code{
		UnknownActor, SameActor, KeptApart, Related, Cycle, OtherParent, TooDeep, Already, NotMerged, OneSeat, NoEntry, UndoneBefore,
		NotWaiting, SameHand,
	}
}

// Conflict says why a decision is refused: it does not fit the data or the
// decisions before it. It wraps graph.ErrNotFound for what is not there, else
// graph.ErrInvalid.
type Conflict struct {
	Code Code
	// Actor is the one that is unknown.
	Actor graph.ActorID
	// Entry is the number of the entry that the decision stands against, 0 for none.
	Entry int
}

func (c *Conflict) Error() string {
	switch {
	case c.Actor != "":
		return fmt.Sprintf("decision refused: %s: %s", c.Code, c.Actor)
	case c.Entry != 0:
		return fmt.Sprintf("decision refused: %s: entry %d", c.Code, c.Entry)
	}
	return fmt.Sprintf("decision refused: %s", c.Code)
}

func (c *Conflict) Unwrap() error {
	if c.Code == UnknownActor || c.Code == NoEntry {
		return graph.ErrNotFound
	}
	return graph.ErrInvalid
}
