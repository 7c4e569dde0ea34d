package view

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/graph/search"
	"hankeverkko/graph/text"
)

// Most actors that an error names to choose from, and that are looked through
// for one of exactly the name.
const (
	namedChoices = 8
	lookedAt     = 200
)

// ActorError says that a text names no actor, or several. Choices are the
// nearest, or all that fit: most projects first.
type ActorError struct {
	Text    string
	Several bool
	Choices []ActorChoice
	// More counts those that fit and are not among the choices.
	More int
}

// ActorChoice is an actor that may have been meant.
type ActorChoice struct {
	ID       graph.ActorID
	Name     string
	Projects int
}

func (e *ActorError) Error() string {
	ids := make([]string, len(e.Choices))
	for i, c := range e.Choices {
		ids[i] = string(c.ID)
	}
	if e.Several {
		return fmt.Sprintf("%q names several actors: %s", e.Text, strings.Join(ids, ", "))
	}
	return fmt.Sprintf("no actor is called %q; nearest: %s", e.Text, strings.Join(ids, ", "))
}

// Unwrap is graph.ErrInvalid for a text that names several actors, else
// graph.ErrNotFound.
func (e *ActorError) Unwrap() error {
	if e.Several {
		return graph.ErrInvalid
	}
	return graph.ErrNotFound
}

// Resolve returns the actor that a person means by an id, also one that leads
// to another; by a business id, PIC or VAT number; or by its name, official
// short name or any spelling in the data, in any case, then without regard to
// punctuation, then to diacritics, then to the legal form. A name of several
// actors, or of none, is an *ActorError.
func (v *View) Resolve(written string) (int32, error) {
	if a, err := v.FindActor(graph.ActorID(written)); err == nil {
		return a, nil
	}
	if id := identity.ActorIDOf(written, written, written, ""); id != "" {
		if a, err := v.FindActor(id); err == nil {
			return a, nil
		}
	}
	if meant := v.called(written); len(meant) > 0 {
		return v.only(written, meant)
	}
	near := v.near(written)
	for _, form := range []func(string) string{identity.NameForm, foldedForm, bareForm} {
		want := form(written)
		meant := slices.DeleteFunc(slices.Clone(near), func(a int32) bool {
			return !slices.ContainsFunc(v.spellings(a), func(s string) bool { return form(s) == want })
		})
		if len(meant) > 0 {
			return v.only(written, meant)
		}
	}
	return 0, &ActorError{Text: written, Choices: v.choices(near[:min(namedChoices, len(near))])}
}

func foldedForm(s string) string { return text.Fold(identity.NameForm(s)) }
func bareForm(s string) string   { return text.Fold(identity.BareForm(s)) }

// called returns the actors of exactly this name or short name in any case;
// when there are none, those with such a spelling.
func (v *View) called(written string) (meant []int32) {
	var spelt []int32
	for a := range v.Network.Actors {
		actor := &v.Network.Actors[a]
		if strings.EqualFold(actor.Name, written) || strings.EqualFold(actor.Short, written) {
			meant = append(meant, int32(a))
		}
		if slices.ContainsFunc(actor.Aliases, func(s graph.Alias) bool { return strings.EqualFold(s.Name, written) }) {
			spelt = append(spelt, int32(a))
		}
	}
	if len(meant) > 0 {
		return meant
	}
	return spelt
}

// near returns the actors that a search finds, nearest first.
func (v *View) near(written string) (actors []int32) {
	for _, kind := range v.Search.Find(written, lookedAt).Kinds {
		if kind.Kind == search.Actor {
			for _, hit := range kind.Hits {
				actors = append(actors, hit.Position)
			}
		}
	}
	return actors
}

func (v *View) spellings(a int32) []string {
	actor := &v.Network.Actors[a]
	all := []string{actor.Name}
	if actor.Short != "" {
		all = append(all, actor.Short)
	}
	for _, alias := range actor.Aliases {
		all = append(all, alias.Name)
	}
	return all
}

// only returns the one actor that is meant.
func (v *View) only(written string, meant []int32) (int32, error) {
	if len(meant) == 1 {
		return meant[0], nil
	}
	slices.SortFunc(meant, func(a, b int32) int {
		return cmp.Or(cmp.Compare(len(v.Network.ActorTies(int(b))), len(v.Network.ActorTies(int(a)))), cmp.Compare(a, b))
	})
	shown, more := firstOf(meant, namedChoices)
	return 0, &ActorError{Text: written, Several: true, Choices: v.choices(shown), More: more}
}

func (v *View) choices(actors []int32) []ActorChoice {
	list := make([]ActorChoice, len(actors))
	for i, a := range actors {
		list[i] = ActorChoice{v.Network.Actors[a].ID, v.Network.Actors[a].Name, len(v.Network.ActorTies(int(a)))}
	}
	return list
}
