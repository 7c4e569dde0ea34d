package review

import (
	"errors"
	"fmt"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/words"
)

// Sentence says in words what was decided. Name gives the name of an actor.
func Sentence(lang string, d graph.Decision, name func(graph.ActorID) string) string {
	names := make([]string, len(d.Actors))
	for i, id := range d.Actors {
		names[i] = name(id)
	}
	key, values := "decision."+d.Kind.String(), words.Values{"actors": strings.Join(names, "; "), "value": d.Value}
	if len(names) > 0 {
		values["first"], values["rest"] = names[0], strings.Join(names[1:], "; ")
	}
	switch {
	case d.Kind == graph.DecideSplit && d.Value == identity.BySeat:
		key += ".seat"
	case d.Kind == graph.DecideSplit && len(names) > 1:
		key += ".some"
	case d.Kind == graph.DecideName && d.Lang != "":
		key += ".lang"
		values["lang"] = words.Text(lang, "lang."+d.Lang, nil)
	case d.Kind == graph.DecideActorKind:
		values["value"] = words.Text(lang, "actor-kind."+d.Value, nil)
	case d.Kind == graph.DecideCorrection:
		key += "." + d.Value
	}
	said := words.Text(lang, key, values)
	if d.From != 0 || d.To != 0 {
		said += " " + words.Text(lang, "decision.days", words.Values{"from": d.From.String(), "to": d.To.String()})
	}
	return said
}

// Refusal says in words why a decision does not fit, and by which code; ok is
// false for an error that is none of that kind. On the command line the words
// name the commands that help.
func Refusal(lang string, err error, commands bool) (text string, code identity.Code, entry int, ok bool) {
	var conflict *identity.Conflict
	var unclear *UnclearActor
	var several *identity.AmbiguousError
	switch {
	case errors.As(err, &conflict):
		key := "conflict." + string(conflict.Code)
		has := words.Keys(lang)
		if _, ok := has[key+".no-entry"]; ok && conflict.Entry == 0 {
			key += ".no-entry"
		} else if _, ok := has[key+".page"]; ok && !commands {
			key += ".page"
		}
		return words.Text(lang, key, words.Values{
			"actor": conflict.Actor, "entry": fmt.Sprint(conflict.Entry), "limit": identity.DeepestPart,
		}), conflict.Code, conflict.Entry, true
	case errors.As(err, &unclear) && errors.As(err, &several):
		ids := make([]string, len(several.IDs))
		for i, id := range several.IDs {
			ids[i] = string(id)
		}
		return words.Text(lang, "cli.actor-ambiguous", words.Values{"name": unclear.Text, "ids": strings.Join(ids, ", ")}), "several-actors", 0, true
	case errors.As(err, &unclear) && errors.Is(err, graph.ErrNotFound):
		return words.Text(lang, "conflict.unknown-actor.page", words.Values{"actor": unclear.Text}), identity.UnknownActor, 0, true
	}
	return "", "", 0, false
}
