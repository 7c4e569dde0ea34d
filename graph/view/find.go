package view

import (
	"strings"

	"hankeverkko/graph/place"
	"hankeverkko/graph/text"
)

// Hit is something found by name.
type Hit struct {
	Kind     string // project, actor, theme, region or group
	Position int32  // of a project or actor
	ID       string
	Name     string
	Matched  string // the spelling that matched when it is not the name
	Projects int
}

// Find returns what a query names.
func (v *View) Find(query string, perKind int) []Hit {
	words := strings.Fields(text.Fold(query))
	if len(words) == 0 {
		return nil
	}
	holds := func(s string) bool {
		s = text.Fold(s)
		for _, w := range words {
			if !strings.Contains(s, w) {
				return false
			}
		}
		return true
	}
	var hits []Hit
	n := 0
	for i := range v.Network.Projects {
		if n < perKind && holds(v.Network.Projects[i].Name) {
			hits = append(hits, Hit{Kind: "project", Position: int32(i), ID: string(v.Network.Projects[i].ID), Name: v.Network.Projects[i].Name})
			n++
		}
	}
	n = 0
	for i := range v.Network.Actors {
		if n < perKind && holds(v.Network.Actors[i].Name) {
			hits = append(hits, Hit{Kind: "actor", Position: int32(i), ID: string(v.Network.Actors[i].ID), Name: v.Network.Actors[i].Name})
			n++
		}
	}
	n = 0
	for _, a := range place.Areas() {
		if n < perKind && holds(a.Names.Fi) {
			hits = append(hits, Hit{Kind: "region", ID: string(a.ID), Name: a.Names.Fi})
			n++
		}
	}
	return hits
}
