package layout

import (
	"slices"
	"strings"
	"testing"
)

// Widths by Debian's Chromium (measureText, kerning on) of the bundled font:
// ours must be a little wider, never narrower.
var widthTests = []struct {
	face  face
	text  string
	width float64
}{
	{nameFace, "Kiertotalous ja vähähiilisyys", 173.42},
	{nameFace, "AVATAR Tower, WAVE & Yritys", 177.26},
	{subFace, "14 hanketta · täällä: arktisuus", 145.95},
	{subFace, "1 234 projekt · här: skärgård, Åbo", 163.35},
	{actorFace, "Suomen metsäkeskus – Finlands skogscentral", 234.14},
	{actorFace, "“Itä-Suomen” yliopisto’s Őß€", 149.86},
}

func TestWidthIsAnUpperBound(t *testing.T) {
	for _, c := range widthTests {
		if got := c.face.width(c.text); got < c.width || got > 1.08*c.width {
			t.Errorf("%q: %.1f, want %.1f to %.1f", c.text, got, c.width, 1.08*c.width)
		}
	}
}

func TestUnknownCharactersAreWidest(t *testing.T) {
	for _, a := range []*advances{&advancesRegular, &advancesSemibold, &advancesBold} {
		widest := int(slices.Max(a.latin[:]))
		for _, w := range a.other {
			widest = max(widest, int(w))
		}
		if got := a.of('漢'); got < widest {
			t.Errorf("unknown character has %d, widest known %d", got, widest)
		}
	}
}

var wrapTests = []struct {
	text  string
	limit float64
	want  []string
}{
	{"", 100, nil},
	{"Puurakentaminen", 120, []string{"Puurakentaminen"}},
	{"Kiertotalous ja vähähiilisyys", 120, []string{"Kiertotalous ja", "vähähiilisyys"}},
	{"Itä-Suomen yliopisto", 60, []string{"Itä-", "Suomen", "yliopisto"}},
	{"metsäkeskus - skogscentral", 110, []string{"metsäkeskus -", "skogscentral"}},
	{"EU/ESR rahasto", 40, []string{"EU/", "ESR", "ra-", "hasto"}},
	{"energiatehokkuusasiantuntija", 120, []string{"energiatehokkuu-", "sasiantuntija"}},
	{"strtstrtstrtstrtstrt", 60, []string{"strtstrts-", "trtstrtst-", "rt"}},
}

func TestWrap(t *testing.T) {
	for _, c := range wrapTests {
		if got := nameFace.wrap(c.text, c.limit); !slices.Equal(got, c.want) {
			t.Errorf("%q in %g: %q, want %q", c.text, c.limit, got, c.want)
		}
	}
}

func TestBalanceIsNarrowAndWhole(t *testing.T) {
	text := "Osallisuus ja syrjäytymisen ehkäisy"
	for _, lines := range nameFace.balance(text, 180) {
		if got := strings.Join(lines, " "); got != text {
			t.Errorf("%q, want %q", got, text)
		}
		if w := nameFace.widest(lines); w > 180 {
			t.Errorf("%q is %.1f wide", lines, w)
		}
	}
}

func TestTidy(t *testing.T) {
	if got, want := tidy(" a\t b\u00ad\x00c\u00a0d \n"), "a bc\u00a0d"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
