package identity

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNameForm(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"Oulun yliopisto", "oulun yliopisto"},
		{"OULUN  YLIOPISTO ", "oulun yliopisto"},
		{"Teknologian tutkimuskeskus VTT Oy\u200b", "teknologian tutkimuskeskus vtt oy"},
		{"Ita\u0308-Suomen yliopisto", "itä suomen yliopisto"}, // two code points
		{"Itä\u2011Suomen\u00a0yliopisto", "itä suomen yliopisto"},
		{"ITA-SUOMEN YLIOPISTO", "ita suomen yliopisto"}, // diacritics stay
		{"Kajaanin Mamselli, liikelaitos", "kajaanin mamselli liikelaitos"},
		{"Ｏｙ Ａｂ", "oy ab"},
		{"ΌΣΟΣ", "όσοσ"},
		{"...", ""},
	} {
		if got := NameForm(c.name); got != c.want {
			t.Errorf("%q: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestNameFormIsAFixedPoint(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		form := NameForm(rapid.String().Draw(t, "name"))
		if again := NameForm(form); again != form {
			t.Fatalf("%q gives %q", form, again)
		}
	})
}

func FuzzNameForm(f *testing.F) {
	for _, s := range []string{"Oulun yliopisto", "Ｏｙ Ａｂ", "Teknologian tutkimuskeskus VTT Oy\u200b", "ΐ", "ﬀ", "\xff", "a\u0301b", "Elinkeino-, liikenne- ja ympäristökeskus"} {
		f.Add(s)
	}
	k := newKindReader()
	f.Fuzz(func(t *testing.T, s string) {
		form := NameForm(s)
		if again := NameForm(form); again != form {
			t.Errorf("%q gives %q, which gives %q", s, form, again)
		}
		if strings.Join(strings.Fields(form), " ") != form || strings.ContainsAny(form, seatMark) {
			t.Errorf("%q gives %q", s, form)
		}
		for _, segment := range Segments(s) {
			if strings.TrimSpace(segment) == "" {
				t.Errorf("%q has an empty part", s)
			}
		}
		words := strings.Fields(form)
		if rest, _ := TrimLegalForm(words); len(words) > 0 && len(rest) == 0 {
			t.Errorf("%q is nothing but a legal form", s)
		}
		k.kindOf(evidence{name: s})
	})
}
