package words

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

var place = regexp.MustCompile(`\{\{(\w+)\}\}`)

// Every key stands in every language with the same places to fill.
func TestLanguagesAgree(t *testing.T) {
	for _, lang := range Languages[1:] {
		for key, fi := range Keys(Languages[0]) {
			text, ok := Keys(lang)[key]
			if !ok {
				t.Errorf("%s lacks %q", lang, key)
				continue
			}
			if want, got := places(fi), places(text); !slices.Equal(want, got) {
				t.Errorf("%s %q fills %v, Finnish fills %v", lang, key, got, want)
			}
		}
		for key := range Keys(lang) {
			if _, ok := Keys(Languages[0])[key]; !ok {
				t.Errorf("Finnish lacks %q, which stands in %s", key, lang)
			}
		}
	}
	for key := range Keys(Languages[0]) {
		base, plural := strings.CutSuffix(key, "_one")
		if !plural {
			continue
		}
		if _, ok := Keys(Languages[0])[base+"_other"]; !ok {
			t.Errorf("%q has no _other form", key)
		}
	}
}

func TestText(t *testing.T) {
	for _, c := range []struct {
		lang   string
		values Values
		want   string
	}{
		{"fi", Values{"count": 1}, "1 hanke"},
		{"fi", Values{"count": 1234}, "1\u00a0234 hanketta"},
		{"en", Values{"count": 12345}, "12,345 projects"},
		{"de", Values{"count": 0}, "0 hanketta"},
	} {
		if got := Text(c.lang, "count.projects", c.values); got != c.want {
			t.Errorf("%s %v: %q, want %q", c.lang, c.values, got, c.want)
		}
	}
	if got := Text("fi", "no.such.key", nil); got != "no.such.key" {
		t.Errorf("missing key: %q", got)
	}
}

func places(text string) []string {
	var names []string
	for _, m := range place.FindAllStringSubmatch(text, -1) {
		names = append(names, m[1])
	}
	slices.Sort(names)
	return slices.Compact(names)
}
