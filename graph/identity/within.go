package identity

import (
	"slices"
	"strings"

	"hankeverkko/graph"
)

// meanNumbered lets a bare name within a project mean the one numbered actor
// there that goes by it.
func meanNumbered(mentions []mention, aliases map[graph.ActorID][]graph.ActorID, d *decisions) {
	var numbered []graph.ActorID
	for _, m := range mentions {
		if m.numbered() && !slices.Contains(numbered, m.id) {
			numbered = append(numbered, m.id)
		}
	}
	for i := range mentions {
		m := &mentions[i]
		if m.numbered() || m.id != m.ids[0] {
			continue // has a number, or people have said who it is
		}
		var meant []graph.ActorID
		for _, id := range numbered {
			if slices.Contains(aliases[id], m.id) && !d.isApart(id, m.id) {
				meant = append(meant, id)
			}
		}
		if len(meant) == 1 {
			m.id = meant[0]
		}
	}
}

// acrossSources joins what two sources call one body of a project, when their
// names differ in case, punctuation, diacritics or legal form only. It takes
// the name of one source for an actor of another, and only when it fits one
// actor alone that the first source does not name itself. Of two bare names the
// one that stands first gives the id.
func acrossSources(mentions []mention, aliases map[graph.ActorID][]graph.ActorID, d *decisions) {
	if mentions[0].source() == mentions[len(mentions)-1].source() {
		return // rows of a source stand together
	}
	named := namedIn(mentions, aliases)
	meant := map[graph.ActorID]graph.ActorID{}
	for i, bare := range named {
		if strength(bare.id) < strengthOfName || d.groups[bare.id] != nil {
			continue // has a number, or people have said who it is
		}
		var fits []graph.ActorID
		for j, other := range named {
			if meant[other.id] != "" || strength(other.id) == strengthOfName && j >= i || d.isApart(bare.id, other.id) {
				continue
			}
			if !overlap(bare.sources, other.sources) && overlap(bare.forms, other.forms) {
				fits = append(fits, other.id)
			}
		}
		if len(fits) == 1 {
			meant[bare.id] = fits[0]
		}
	}
	for i := range mentions {
		if id, ok := meant[mentions[i].id]; ok {
			mentions[i].id = id
		}
	}
}

// known is an actor of a project, with the names it goes by anywhere and the
// sources that name it here.
type known struct {
	id      graph.ActorID
	forms   []string
	sources []graph.SourceID
}

func namedIn(mentions []mention, aliases map[graph.ActorID][]graph.ActorID) []known {
	var all []known
	for i := range mentions {
		m := &mentions[i]
		at := slices.IndexFunc(all, func(k known) bool { return k.id == m.id })
		if at < 0 {
			at = len(all)
			k := known{id: m.id}
			for _, alias := range append(slices.Clone(aliases[m.id]), m.id) {
				if name, ok := strings.CutPrefix(string(alias), "name:"); ok {
					k.forms = append(k.forms, comparingForm(name))
				}
			}
			all = append(all, k)
		}
		if k := &all[at]; !slices.Contains(k.sources, m.source()) {
			k.sources = append(k.sources, m.source())
		}
	}
	return all
}

func overlap[T comparable](a, b []T) bool {
	return slices.ContainsFunc(a, func(x T) bool { return slices.Contains(b, x) })
}
