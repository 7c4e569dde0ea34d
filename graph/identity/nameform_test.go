package identity

import (
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
