package place

import (
	"strings"
	"unicode"

	"hankeverkko/graph"
)

// mention is what a word of an organisation's name says.
type mention struct {
	municipality graph.Municipality
	// council asks for a word like "kunta" behind it: the name is also an
	// ordinary word, a first name or a lake ("Simon", "Perhon", "Pyhäjärven").
	council bool
}

// readMentions lists the words that name a municipality: always the genitive
// ("Kemin"), the nominative of places that are nothing else ("Business
// Tampere"), and Swedish names that differ from the Finnish.
func readMentions() map[string]mention {
	mentions := map[string]mention{}
	svByCode := by("code", rows("municipalities"))
	for _, r := range rows("inflection") {
		m := mention{municipality: graph.Municipality(r["code"]), council: r["in_names"] == "council"}
		mentions[Fold(r["genitive"])] = m
		if r["in_names"] != "any" {
			continue
		}
		mentions[Fold(r["fi"])] = m
		if sv := Fold(svByCode[r["code"]]["sv"]); sv != Fold(r["fi"]) {
			mentions[sv] = m
			mentions[sv+"s"] = m
		}
	}
	return mentions
}

// councilWords follow a municipality's genitive in the names of its own bodies.
var councilWords = [...]string{"kunta", "kunnan", "kaupunki", "kaupungin", "seurakunta", "4h-yhdistys", "kommun", "stad"}

// InName returns the municipality that an organisation is named after: "Kemin
// kaupunki", "Kajaanin ammattikorkeakoulu Oy". Only whole words count, so
// "Itä-Suomen" and "Oulunkaaren" name none. In doubt, and when two different
// municipalities are named, it is false.
func InName(name string) (graph.Municipality, bool) {
	folded := Fold(name)
	words := strings.FieldsFunc(folded, func(r rune) bool {
		return r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	var found graph.Municipality
	for i, word := range words {
		m, ok := official().within[word]
		if !ok || m.council && !(i+1 < len(words) && isCouncilWord(words[i+1])) {
			continue
		}
		if i > 0 && words[i-1] == "vid" { // "Yrkeshögskolan vid Åbo Akademi" sits in Vaasa
			continue
		}
		if found != "" && found != m.municipality {
			return "", false
		}
		found = m.municipality
	}
	return found, found != ""
}

func isCouncilWord(word string) bool {
	for _, w := range councilWords {
		if w == word {
			return true
		}
	}
	return false
}
