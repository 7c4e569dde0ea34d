package identity

import (
	"fmt"
	"strings"

	"hankeverkko/graph"
)

// AmbiguousError says that a text names several actors.
type AmbiguousError struct {
	Text string
	IDs  []graph.ActorID // in order
}

func (e *AmbiguousError) Error() string {
	ids := make([]string, len(e.IDs))
	for i, id := range e.IDs {
		ids[i] = string(id)
	}
	return fmt.Sprintf("%q names several actors: %s", e.Text, strings.Join(ids, ", "))
}

func (e *AmbiguousError) Unwrap() error { return graph.ErrInvalid }

// Find returns the actor that a person means by an id, a business id or PIC as
// they write it, one of its names, or else its official short name. A name of
// several actors is an *AmbiguousError, what nobody goes by wraps
// graph.ErrNotFound.
func (l *Ledger) Find(text string) (graph.ActorID, error) {
	if id := graph.ActorID(text); l.known[id] {
		return id, nil
	}
	if id := ActorIDOf(text, text, text, ""); id != "" && l.known[id] {
		return id, nil
	}
	form := NameForm(text)
	var found, short []graph.ActorID
	for i := range l.Network.Actors {
		switch a := &l.Network.Actors[i]; {
		case form == "":
		case goesBy(a, form):
			found = append(found, a.ID)
		case NameForm(a.Short) == form:
			short = append(short, a.ID)
		}
	}
	if len(found) == 0 {
		found = short
	}
	switch len(found) {
	case 0:
		return "", fmt.Errorf("actor %q: %w", text, graph.ErrNotFound)
	case 1:
		return found[0], nil
	}
	return "", &AmbiguousError{text, found}
}

func goesBy(a *graph.Actor, form string) bool {
	if NameForm(a.Name) == form {
		return true
	}
	for _, name := range a.Names {
		if NameForm(name) == form {
			return true
		}
	}
	for _, alias := range a.Aliases {
		if NameForm(alias.Name) == form {
			return true
		}
	}
	return false
}

// Actor returns the actor of the network that an id leads to.
func (l *Ledger) Actor(id graph.ActorID) (*graph.Actor, bool) {
	if i, ok := l.Network.FindActor(id); ok && !(l.ahead && l.same.find(id) != id) {
		return &l.Network.Actors[i], true
	}
	if i, ok := l.Network.FindActor(l.same.find(id)); ok {
		return &l.Network.Actors[i], true
	}
	return nil, false
}
