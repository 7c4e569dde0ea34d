package view

import (
	"cmp"
	"strings"

	"hankeverkko/words"
)

// GroupName writes the name of a group in a language. A topic is named by its
// projects' keywords and a partner network by its biggest own actor, both in
// the language of the data.
func (v *View) GroupName(g *Group, lang string) string {
	if g.Anchor >= 0 {
		return partnerName(g, v.Network.Actors[g.Anchor].NameIn(lang), lang)
	}
	return unanchoredName(g, lang)
}

// TopicName names a topic that was found by its id.
func (v *View) TopicName(id, lang string) string {
	for _, g := range v.topics {
		if g.ID == id {
			return v.GroupName(g, lang)
		}
	}
	return id
}

// GroupLabel is the name of a group with the official short name of its actor,
// where one is known: for pictures and narrow columns.
func (v *View) GroupLabel(g *Group, lang string) string {
	if g.Anchor >= 0 {
		actor := &v.Network.Actors[g.Anchor]
		return partnerName(g, cmp.Or(actor.Short, actor.NameIn(lang)), lang)
	}
	return unanchoredName(g, lang)
}

// GroupInline is the name of a group inside a sentence, where official short
// names keep it readable.
func (v *View) GroupInline(g *Group, lang string) string {
	switch g.Kind {
	case GroupSingle, GroupAlone, GroupOutside:
		return words.Text(lang, "group."+string(g.Kind)+".inline", nil)
	}
	return v.GroupLabel(g, lang)
}

// partnerName says "with partners" only where partners are known.
func partnerName(g *Group, actor, lang string) string {
	if len(g.Actors) < 2 {
		return actor
	}
	return words.Text(lang, "group.partners-of", words.Values{"actor": actor})
}

func unanchoredName(g *Group, lang string) string {
	folded := words.Values{"groups": g.Folded}
	switch g.Kind {
	case GroupMisc:
		return words.Text(lang, "group.misc", nil)
	case GroupSingle, GroupAlone, GroupOutside:
		return words.Text(lang, "group."+string(g.Kind), folded)
	case GroupRest:
		if g.Lens == LensCooperation {
			return words.Text(lang, "group.rest-networks", folded)
		}
		return words.Text(lang, "group.rest", nil)
	}
	return KeywordName(g.Words, lang)
}

// KeywordName joins the keywords of a name and makes its first letter a capital.
func KeywordName(name []string, lang string) string {
	joined := strings.Join(name, " · ")
	switch len(name) {
	case 2:
		joined = words.Text(lang, "group.name-2", words.Values{"a": name[0], "b": name[1]})
	case 3:
		joined = words.Text(lang, "group.name-3", words.Values{"a": name[0], "b": name[1], "c": name[2]})
	}
	return capital(joined)
}

// subLines are the ways to say what stands under a group's name, the full one
// first: "14 hanketta · täällä: arktisuus", "arktisuus, tutkimus · 25 hanketta".
func (s *Slice) subLines(g GroupHere, lang string) []string {
	projects := words.Text(lang, "count.projects", words.Values{"count": len(g.Here)})
	if g.Lens == LensCooperation {
		var lines []string
		for n := len(g.Words); n > 0 && g.Kind == GroupNamed; n-- {
			lines = append(lines, strings.Join(g.Words[:n], ", ")+" · "+projects)
		}
		return append(lines, projects)
	}
	if len(g.Local) > 0 && s.Area.ID != "" {
		return []string{projects + " · " + words.Text(lang, "group.here", words.Values{"words": g.Local[0]}), projects}
	}
	return []string{projects}
}
