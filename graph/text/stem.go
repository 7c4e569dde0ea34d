package text

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/finnish"
	"github.com/blevesearch/snowballstem/swedish"
)

// Language is that of a text.
type Language uint8

const (
	Finnish Language = iota
	Swedish
	English
)

// Stem cuts the inflection off a word in normal form (Snowball). Finnish
// derivation and gradation stay: character n-grams bridge those.
func Stem(word string, language Language) string {
	env := snowballstem.NewEnv(word)
	switch language {
	case Swedish:
		swedish.Stem(env)
	case English:
		english.Stem(env)
	default:
		finnish.Stem(env)
	}
	return env.Current()
}

// Guess tells the language of a text by its commonest small words; Finnish
// where nothing speaks for another.
func Guess(s string) Language {
	var hits [3]int
	for _, token := range Tokens(s) {
		for language := range stopWords {
			if stopWords[language][token] {
				hits[language]++
			}
		}
	}
	best := Finnish
	for _, language := range []Language{Swedish, English} {
		if hits[language] > hits[best] {
			best = language
		}
	}
	return best
}

// Stop tells whether a word in normal form carries no content in any of the languages.
func Stop(word string) bool {
	return stopWords[Finnish][word] || stopWords[Swedish][word] || stopWords[English][word]
}

var stopWords = [3]map[string]bool{
	Finnish: set(`ja on ei että sekä tai mutta kun jos niin myös joka jotka jonka joiden joissa johon jossa jolla sen se ne niiden
		niitä tämä tämän tässä näiden näin ovat oli olla ole olleet mukaan kautta avulla kanssa varten yhdessä välillä sisältäen
		uusi uutta uusia uuden uusien eri eli sen hän he me te siitä sitä muiden muun muu kuin kuten noin jo vielä vain aina
		yli alle ennen jälkeen aikana alueella alueen voidaan voi vuoden vuosi vuonna vuosina 2014 2015 2016 2017 2018 2019 2020
		2021 2022 2023 ii iii iv hanke hankkeen hankkeessa hankkeet hankkeiden hankkeita hankkeella hankkeelle projekti projektin`),
	Swedish: set(`och att det som en ett den de för med på av till är var om inte eller men från vid genom samt sig sin sina
		har kan ska mellan efter under över utan även hos mot blir dess projekt projektet projektets`),
	English: set(`the and of in to for a an is are was with on by as at from that this these those be or it its their they we our
		can will has have through between into new project projects`),
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
