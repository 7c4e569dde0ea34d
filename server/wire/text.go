package wire

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"hankeverkko/graph"
	"hankeverkko/server/api"
	"hankeverkko/words"
)

// Text writes sentences after each other, as the page does.
func Text(lang string, sentences []api.Sentence) string {
	texts := make([]string, len(sentences))
	for i, s := range sentences {
		texts[i] = sentenceText(lang, s)
	}
	return strings.Join(texts, " ")
}

func sentenceText(lang string, s api.Sentence) string {
	values := words.Values{}
	for _, v := range s.Values {
		switch {
		case v.Noun != "" && v.Count != nil:
			values[v.Name] = words.Text(lang, v.Noun, words.Values{"count": *v.Count})
		default:
			values[v.Name] = written(v.Text)
		}
	}
	text := words.Text(lang, s.Key, values)
	// "i Lappland" begins a sentence with a capital.
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// written gives a date as 30.6.2019, in every language, and other text as it is.
func written(text string) string {
	if date, err := graph.ParseDate(text); err == nil && date != 0 && len(text) == len("2019-06-30") {
		return fmt.Sprintf("%d.%d.%d", date.Day(), date.Month(), date.Year())
	}
	return text
}
