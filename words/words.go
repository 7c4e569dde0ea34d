package words

import (
	"embed"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
)

//go:embed fi.json sv.json en.json
var files embed.FS

// Languages are those of the program, the default first.
var Languages = []string{"fi", "sv", "en"}

// Values fills the places of a text. A value under "count" picks the plural form.
type Values map[string]any

var tables = sync.OnceValue(func() map[string]map[string]string {
	all := make(map[string]map[string]string, len(Languages))
	for _, lang := range Languages {
		raw, err := files.ReadFile(lang + ".json")
		if err != nil {
			panic(err) // embedded at build time
		}
		table := map[string]string{}
		if err := json.Unmarshal(raw, &table); err != nil {
			panic(fmt.Errorf("words/%s.json: %w", lang, err))
		}
		all[lang] = table
	}
	return all
})

// Known returns lang when the program speaks it, else the default language.
func Known(lang string) string {
	for _, l := range Languages {
		if l == lang {
			return l
		}
	}
	return Languages[0]
}

// Keys returns all keys of one language, for tests.
func Keys(lang string) map[string]string { return tables()[lang] }

// Text returns the text of a key in a language with its places filled in. A
// missing key comes back as the key itself, so that it is seen.
func Text(lang, key string, values Values) string {
	table := tables()[Known(lang)]
	text, ok := "", false
	if count, counted := values["count"]; counted {
		form := "_other"
		if fmt.Sprint(count) == "1" {
			form = "_one"
		}
		text, ok = table[key+form]
	}
	if !ok {
		if text, ok = table[key]; !ok {
			return key
		}
	}
	if !strings.Contains(text, "{{") {
		return text
	}
	pairs := make([]string, 0, 2*len(values))
	for name, value := range values {
		s := fmt.Sprint(value)
		if n, isInt := value.(int); isInt {
			s = Number(lang, n)
		}
		pairs = append(pairs, "{{"+name+"}}", s)
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// Number writes a whole number the way the language groups it.
func Number(lang string, n int) string {
	separator := "\u00a0"
	if Known(lang) == "en" {
		separator = ","
	}
	digits := fmt.Sprint(n)
	sign := ""
	if n < 0 {
		sign, digits = "\u2212", digits[1:]
	}
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(separator)
		}
		b.WriteRune(d)
	}
	return sign + b.String()
}
