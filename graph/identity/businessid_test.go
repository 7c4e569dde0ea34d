package identity

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"hankeverkko/graph"
)

func TestParseBusinessID(t *testing.T) {
	for _, c := range []struct {
		written, want string
	}{
		{"0245895-5", "0245895-5"}, // Oulun yliopisto
		{"02458955", "0245895-5"},
		{"245895-5", "0245895-5"}, // the leading zero lost
		{"2458955", "0245895-5"},  // the same, stored as a number
		{" 0245895 - 5 ", "0245895-5"},
		{"0245895\u20115", "0245895-5"}, // non-breaking hyphen
		{"0245895\u22125", "0245895-5"}, // minus sign
		{"0245895-5\u200b", "0245895-5"},
		{"０２４５８９５-５", "0245895-5"}, // full width
		{"FI02458955", "0245895-5"},
		{"FI-02458955", "0245895-5"},
		{"fi 0245895-5", "0245895-5"},
		{"109864-4", "0109864-4"},
		{"FI01098644", "0109864-4"},
		{"2170029-2", "2170029-2"}, // Forum Virium Helsinki Oy
		{"0245895-6", ""},          // wrong check digit
		{"0245859-5", ""},          // two digits changed places
		{"0000000-0", ""},          // a filler that passes the sum
		{"0245895-", ""},
		{"0245895", ""},
		{"45895-5", ""},
		{"0245895-55", ""},
		{"0245895-5-5", ""},
		{"Oulun yliopisto", ""},
		{"", ""},
	} {
		got, ok := ParseBusinessID(c.written)
		if got != c.want || ok != (c.want != "") {
			t.Errorf("%q: %q %v, want %q", c.written, got, ok, c.want)
		}
	}
}

// Of the ten check digits one holds, or none when the remainder is 1.
func TestOneCheckDigitHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.IntRange(1, 9999999).Draw(t, "number")
		var held []string
		for check := range 10 {
			if id, ok := ParseBusinessID(fmt.Sprintf("%07d-%d", number, check)); ok {
				held = append(held, id)
			}
		}
		if len(held) > 1 {
			t.Fatalf("%07d: %v", number, held)
		}
		for _, id := range held {
			if again, ok := ParseBusinessID("FI" + id); !ok || again != id {
				t.Fatalf("FI%s: %q", id, again)
			}
		}
	})
}

func TestActorIDOf(t *testing.T) {
	for _, c := range []struct {
		businessID, pic, vat, name string
		want                       graph.ActorID
	}{
		{"0245895-5", "999844473", "FI02458955", "Oulun yliopisto", "ytunnus:0245895-5"},
		{"", "", "FI02458955", "Oulun yliopisto", "ytunnus:0245895-5"},
		{"FI02458955", "", "", "Oulun yliopisto", "ytunnus:0245895-5"},
		{"", "999844473", "", "Oulun yliopisto", "pic:999844473"},
		{"", "", "DE 811 268 995", "Technische Universität", "vat:DE811268995"},
		{"0245895-6", "", "", "Oulun yliopisto", "name:oulun yliopisto"},
		{"", "", "FI02458956", "Oulun yliopisto", "name:oulun yliopisto"},
		{"", "999999999", "NOTAPPLICABLE", "Oulun Yliopisto", "name:oulun yliopisto"},
		{"", "", "", " - ", ""},
	} {
		if got := ActorIDOf(c.businessID, c.pic, c.vat, c.name); got != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
}

func FuzzParseBusinessID(f *testing.F) {
	for _, s := range []string{"0245895-5", "FI02458955", "109864-4", "--", "FI-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		id, ok := ParseBusinessID(s)
		if !ok {
			return
		}
		if again, ok := ParseBusinessID(id); !ok || again != id {
			t.Errorf("%q gave %q, which gives %q", s, id, again)
		}
	})
}
