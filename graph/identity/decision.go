package identity

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/words"
)

const (
	// BySeat is the value of a split that parts one actor by the municipalities
	// its rows name: one business id may cover many offices.
	BySeat = "seat"
	// Public and Private are the values of a correction: whether a person is
	// shown to all.
	Public, Private = "public", "private"
	// ManyActors is how many actors one person may merge at once. More need
	// another person's word.
	ManyActors = 50
	// DeepestPart is how many levels of part-of may stand above each other.
	DeepestPart = 10
)

// shape is what a kind of decision asks for.
type shape struct {
	least, most int // actors; most 0 is any number
	value       func(graph.Decision) error
	dated       bool
}

// shapes holds the decisions that can be replayed:
//
//   - merge: two or more actors become one. The strongest id wins (business id,
//     PIC, VAT number, name; then the lowest), the others lead to it.
//   - split: with one actor, all merges into it or through it are undone; with
//     more, those after the first leave it. With the value BySeat the one actor
//     is parted into an actor for each municipality that its rows name.
//   - keep-apart: two or more actors are not one. Merges of them are undone, no
//     number and no name makes one the other; a later merge of them holds.
//   - later: two or more actors are not decided about now.
//   - part-of: the first actor is or was part of the second, between two days.
//   - successor-of: the first actor went on, from a day, with the work of the second.
//   - name: one actor, with the name to show in Value, in one language or all.
//   - kind: one actor, with its kind in Value.
//   - correction: one person, public or private in Value: shown to all, or not.
//   - undo: the entry whose number is in Value counts no more.
//   - confirm: another person agrees with the entry whose number is in Value.
var shapes = map[graph.DecisionKind]shape{
	graph.DecideMerge:       {least: 2},
	graph.DecideSplit:       {least: 1, value: validSplit},
	graph.DecideKeepApart:   {least: 2},
	graph.DecideLater:       {least: 2},
	graph.DecidePartOf:      {least: 2, most: 2, dated: true},
	graph.DecideSuccessorOf: {least: 2, most: 2, dated: true},
	graph.DecideName:        {least: 1, most: 1, value: validName},
	graph.DecideActorKind:   {least: 1, most: 1, value: validKind},
	graph.DecideCorrection:  {least: 1, most: 1, value: validCorrection},
	graph.DecideUndo:        {value: validNumber},
	graph.DecideConfirm:     {value: validNumber},
}

// ValidateDecision tells what Apply would refuse, so that nothing gets into
// the journal that cannot be replayed: see the kinds in this file. Whether a
// decision fits those before it is asked of a Ledger.
func ValidateDecision(d graph.Decision) error {
	s, ok := shapes[d.Kind]
	if !ok {
		return fmt.Errorf("decision %s cannot be replayed: %w", d.Kind, graph.ErrInvalid)
	}
	if n := len(d.Actors); n < s.least || s.most > 0 && n > s.most || s.least == 0 && n > 0 {
		return fmt.Errorf("decision %s of %d actors: %w", d.Kind, n, graph.ErrInvalid)
	}
	named := make(map[graph.ActorID]bool, len(d.Actors))
	for _, id := range d.Actors {
		if id == "" || named[id] {
			return fmt.Errorf("decision %s: actor %q is empty or named twice: %w", d.Kind, id, graph.ErrInvalid)
		}
		named[id] = true
	}
	if (d.From != 0 || d.To != 0) && (!s.dated || d.From != 0 && d.To != 0 && d.To < d.From) {
		return fmt.Errorf("decision %s from %s to %s: %w", d.Kind, d.From, d.To, graph.ErrInvalid)
	}
	if d.Lang != "" && (d.Kind != graph.DecideName || !slices.Contains(words.Languages, d.Lang)) {
		return fmt.Errorf("decision %s in language %q: %w", d.Kind, d.Lang, graph.ErrInvalid)
	}
	if s.value != nil {
		return s.value(d)
	}
	return nil
}

func validSplit(d graph.Decision) error {
	if d.Value == "" || d.Value == BySeat && len(d.Actors) == 1 {
		return nil
	}
	return fmt.Errorf("decision split of %d actors by %q: %w", len(d.Actors), d.Value, graph.ErrInvalid)
}

func validName(d graph.Decision) error {
	if strings.TrimSpace(d.Value) == "" {
		return fmt.Errorf("decision name without a name: %w", graph.ErrInvalid)
	}
	return nil
}

func validKind(d graph.Decision) error {
	kind, err := graph.ParseActorKind(d.Value)
	if err == nil && kind == graph.KindUnknown {
		err = fmt.Errorf("decision kind: an unknown kind decides nothing: %w", graph.ErrInvalid)
	}
	return err
}

func validCorrection(d graph.Decision) error {
	if d.Value != Public && d.Value != Private {
		return fmt.Errorf("decision correction %q: %w", d.Value, graph.ErrInvalid)
	}
	return nil
}

func validNumber(d graph.Decision) error {
	if entryOf(d) < 1 {
		return fmt.Errorf("decision %s of entry %q: %w", d.Kind, d.Value, graph.ErrInvalid)
	}
	return nil
}

// entryOf returns the number of the entry that a decision is about, 0 when it names none.
func entryOf(d graph.Decision) int {
	n, err := strconv.Atoi(d.Value)
	if err != nil || strconv.Itoa(n) != d.Value {
		return 0
	}
	return n
}
