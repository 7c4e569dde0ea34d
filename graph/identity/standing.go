package identity

import "hankeverkko/graph"

// State is what has become of an entry of the journal.
type State uint8

const (
	Holds      State = iota
	Undone           // by a later entry
	Waiting          // for another person's word
	Overridden       // a later entry says otherwise
	Void             // stands against an earlier entry and has no effect
	Asleep           // an actor it names is not in the data now
)

var states = [...]string{"holds", "undone", "waiting", "overridden", "void", "asleep"}

func (s State) String() string { return states[s] }

// States lists all states.
func States() []State { return []State{Holds, Undone, Waiting, Overridden, Void, Asleep} }

// Entry is a decision of the journal and what has become of it.
type Entry struct {
	Number   int // from 1
	Decision graph.Decision
	State    State
	// By is the entry that undid or overrode it or that it stands against, 0 for none.
	By int
}

// entriesOf numbers the journal and tells which entries are undone or wait. An
// undo may itself be undone; then what it undid counts again.
func entriesOf(journal []graph.Decision) []Entry {
	entries := make([]Entry, len(journal))
	confirmed := map[int][]string{} // entry -> who agreed
	for i := len(journal) - 1; i >= 0; i-- {
		e := &entries[i]
		e.Number, e.Decision = i+1, journal[i]
		if e.State == Undone {
			continue
		}
		about := entryOf(e.Decision)
		switch e.Decision.Kind {
		case graph.DecideUndo, graph.DecideConfirm:
			if about < 1 || about > i {
				e.State = Void
			} else if e.Decision.Kind == graph.DecideUndo {
				entries[about-1].State, entries[about-1].By = Undone, e.Number
			} else {
				confirmed[about] = append(confirmed[about], e.Decision.Who)
			}
		case graph.DecideMerge:
			if len(e.Decision.Actors) > ManyActors && !byAnother(confirmed[e.Number], e.Decision.Who) {
				e.State = Waiting
			}
		}
	}
	return entries
}

func byAnother(agreed []string, who string) bool {
	for _, other := range agreed {
		if other != who {
			return true
		}
	}
	return false
}
