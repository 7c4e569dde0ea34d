package text

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestForms(t *testing.T) {
	for _, c := range []struct{ in, normal, fold string }{
		{"Päijät-Häme", "päijät-häme", "paijat-hame"},
		{"PÄIJÄT\u00adHÄME", "päijäthäme", "paijathame"}, // soft hyphen
		{"A\u030abo", "åbo", "abo"},                      // letter and ring apart
		{"ﬁnn\u200bfish", "finnfish", "finnfish"},        // ligature, zero-width space
	} {
		if got := Normal(c.in); got != c.normal {
			t.Errorf("Normal(%q) = %q, want %q", c.in, got, c.normal)
		}
		if got := Fold(c.in); got != c.fold {
			t.Errorf("Fold(%q) = %q, want %q", c.in, got, c.fold)
		}
	}
}

func TestTokens(t *testing.T) {
	for in, want := range map[string][]string{
		"Itä-Suomen yliopisto (UEF), 3D-tulostus": {"itä", "suomen", "yliopisto", "uef", "3d", "tulostus"},
		"a b ää":  {"ää"},
		"":        nil,
		" – … · ": nil,
	} {
		if got := Tokens(in); !slices.Equal(got, want) {
			t.Errorf("Tokens(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestStemsMeet(t *testing.T) {
	for _, forms := range [][]string{{"kainuussa", "kainuun"}, {"hankkeita", "hankkeen"}, {"matkailu", "matkailun", "matkailua"}} {
		for _, form := range forms[1:] {
			if a, b := Stem(forms[0], Finnish), Stem(form, Finnish); a != b {
				t.Errorf("%s and %s have the stems %s and %s", forms[0], form, a, b)
			}
		}
	}
}

func TestGuess(t *testing.T) {
	for in, want := range map[string]Language{
		"Hankkeessa kehitetään matkailua ja tuetaan yrityksiä":       Finnish,
		"Projektet utvecklar turism och stöder företag i landskapet": Swedish,
		"The aim of the project is to support tourism":               English,
		"": Finnish,
	} {
		if got := Guess(in); got != want {
			t.Errorf("Guess(%q) = %d, want %d", in, got, want)
		}
	}
}

func documents(texts ...string) [][]Part {
	var list [][]Part
	for _, s := range texts {
		list = append(list, []Part{{s, 1}})
	}
	return list
}

// Inflected and compounded words must bring texts together, others not.
func TestNearest(t *testing.T) {
	x := NewIndex(documents(
		"kiertotalouden verkosto Lapissa", "kiertotalous kunnissa", "luontomatkailun kasvu", "matkailun digitalisaatio", "nuorten työpajat", "työpajat nuorille",
	))
	near, err := x.Nearest(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	for a, b := range map[int]int32{0: 1, 1: 0, 2: 3, 3: 2, 4: 5, 5: 4} {
		if len(near[a]) == 0 || near[a][0].Document != b {
			t.Errorf("nearest to %d: %+v, want %d", a, near[a], b)
		}
	}
}

// Similarity is the same both ways, at most one, and does not depend on the
// order of the documents.
func TestNearestProperties(t *testing.T) {
	words := []string{"matkailu", "metsä", "nuori", "työ", "kierrätys", "meri", "lumi", "koulu"}
	rapid.Check(t, func(rt *rapid.T) {
		var texts []string
		for range rapid.IntRange(2, 12).Draw(rt, "documents") {
			s := ""
			for _, w := range rapid.SliceOfN(rapid.SampledFrom(words), 0, 5).Draw(rt, "words") {
				s += w + " "
			}
			texts = append(texts, s)
		}
		order := make([]int, len(texts))
		for i := range order {
			order[i] = i
		}
		order = rapid.Permutation(order).Draw(rt, "order")
		shuffled := make([]string, len(texts))
		for i, from := range order {
			shuffled[i] = texts[from]
		}
		near, err := NewIndex(documents(texts...)).Nearest(t.Context(), len(texts))
		if err != nil {
			rt.Fatal(err)
		}
		again, err := NewIndex(documents(shuffled...)).Nearest(t.Context(), len(texts))
		if err != nil {
			rt.Fatal(err)
		}
		likeness := func(list []Neighbour, document int32) float64 {
			for _, n := range list {
				if n.Document == document {
					return n.Similarity
				}
			}
			return 0
		}
		for i := range order {
			for j := range order {
				if i == j {
					continue
				}
				a, b := likeness(again[i], int32(j)), likeness(near[order[i]], int32(order[j]))
				if a != b || a != likeness(again[j], int32(i)) || a > 1+1e-12 {
					rt.Fatalf("%q and %q: %v shuffled, %v before", shuffled[i], shuffled[j], a, b)
				}
			}
		}
	})
}

func FuzzTokens(f *testing.F) {
	for _, seed := range []string{"Itä-Suomi", "\xff\xfe", "İstanbul", "ß", "\u200d"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, token := range Tokens(s) {
			if Normal(token) != token && Normal(Normal(token)) != Normal(token) {
				t.Errorf("%q has the token %q", s, token)
			}
			Stem(token, Finnish)
			Stem(token, Swedish)
			Stem(token, English)
		}
	})
}
