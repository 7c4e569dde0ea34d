package search

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/place"
	"hankeverkko/graph/text"
)

// Kind is what an entry is.
type Kind uint8

const (
	Region Kind = iota
	Actor
	Theme // a keyword or a theme of a source
	Group
	Project
	kindCount
)

var kinds = [kindCount]string{"region", "actor", "theme", "group", "project"}

func (k Kind) String() string { return kinds[k] }

// Entry is something that can be found.
type Entry struct {
	Kind Kind
	ID   string
	Name string
	// Names are its other names: aliases, names in other languages.
	Names []string
	// Forms are inflected forms of its name that are no other name.
	Forms []string
	// Codes are numbers and codes, found without regard to spaces and hyphens.
	Codes []string
	// Words are what it is about: keywords, places. They count less than names.
	Words []string
	// Projects is the number of projects it stands for, 0 where that is not counted.
	Projects int
	// Position is that of a project or actor in the network.
	Position int32
}

func entriesOf(n *graph.Network) []Entry {
	entries := areaEntries()
	entries = append(entries, themeEntries(n)...)
	for i := range n.Actors {
		entries = append(entries, actorEntry(n, i))
	}
	for i := range n.Projects {
		entries = append(entries, projectEntry(n, i))
	}
	return entries
}

func actorEntry(n *graph.Network, i int) Entry {
	a := &n.Actors[i]
	e := Entry{Kind: Actor, ID: string(a.ID), Name: a.Name, Projects: len(n.ActorTies(i)), Position: int32(i)}
	if a.Short != "" {
		e.Names = append(e.Names, a.Short)
	}
	for _, lang := range slices.Sorted(maps.Keys(a.Names)) {
		e.Names = append(e.Names, a.Names[lang])
	}
	for _, alias := range a.Aliases {
		if alias.Name != a.Name && !slices.Contains(e.Names, alias.Name) {
			e.Names = append(e.Names, alias.Name)
		}
	}
	if seat, ok := place.Find(place.KuntaID(a.Seat)); ok {
		e.Words = unique([]string{seat.Names.Fi, seat.Names.Sv})
	}
	if a.BusinessID != "" {
		e.Codes = append(e.Codes, a.BusinessID, "FI"+a.BusinessID)
	}
	if a.PIC != "" {
		e.Codes = append(e.Codes, a.PIC)
	}
	return e
}

func projectEntry(n *graph.Network, i int) Entry {
	p := &n.Projects[i]
	e := Entry{Kind: Project, ID: string(p.ID), Name: p.Name, Position: int32(i)}
	if p.Code != "" {
		e.Codes = append(e.Codes, p.Code)
	}
	e.Words = slices.Concat(p.Keywords, p.Themes)
	for _, at := range p.Places {
		if at.Written != "" && at.Rung == graph.RungNamed {
			e.Words = append(e.Words, at.Written)
		}
	}
	return e
}

// themeEntries returns one entry for each keyword and theme. Spellings that
// differ in case are one entry, under the commonest; it counts the projects of
// that spelling, which are those that its list shows.
func themeEntries(n *graph.Network) []Entry {
	spellings := map[string]map[string]int{}
	for i := range n.Projects {
		for _, word := range unique(slices.Concat(n.Projects[i].Keywords, n.Projects[i].Themes)) {
			key := text.Normal(word)
			if spellings[key] == nil {
				spellings[key] = map[string]int{}
			}
			spellings[key][word]++
		}
	}
	var entries []Entry
	for _, key := range slices.Sorted(maps.Keys(spellings)) {
		of := spellings[key]
		words := slices.SortedFunc(maps.Keys(of), func(a, b string) int {
			return cmp.Or(cmp.Compare(of[b], of[a]), cmp.Compare(a, b))
		})
		entries = append(entries, Entry{Kind: Theme, ID: words[0], Name: words[0], Projects: of[words[0]]})
	}
	return entries
}

// areaEntries returns the areas, wide ones first.
func areaEntries() []Entry {
	var entries []Entry
	for _, a := range place.Areas() {
		e := Entry{Kind: Region, ID: string(a.ID), Name: a.Names.Fi}
		if a.Kind == place.Maakunta { // others have the code of the maakunta around them
			e.Codes = unique(slices.Concat(a.NUTS2021, a.NUTS2024))
		}
		e.Names = unique([]string{a.Names.Sv, a.Names.En})
		e.Forms = unique([]string{a.In.Fi})
		entries = append(entries, e)
	}
	return entries
}

func unique(words []string) []string {
	var out []string
	for _, w := range words {
		if w = strings.TrimSpace(w); w != "" && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}
