package identity

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"hankeverkko/graph"
)

// ParseBusinessID reads a Finnish business id (Y-tunnus) in the ways people
// and spreadsheets write it: 0245895-5, 02458955, 245895-5 with its leading
// zero lost, FI02458955. It returns the form NNNNNNN-C, and false unless the
// check digit holds (weights 7 9 10 5 8 4 2, modulo 11; remainder 1 is never
// issued). Finnish Tax Administration, "Yritys- ja yhteisötunnuksen
// tarkistusmerkin laskenta".
func ParseBusinessID(s string) (string, bool) {
	s = compact(s)
	s = strings.TrimPrefix(s, "FI")
	number, check, hyphen := strings.Cut(strings.TrimPrefix(s, "-"), "-")
	if !hyphen {
		if len(number) < 7 {
			return "", false
		}
		number, check = number[:len(number)-1], number[len(number)-1:]
	}
	if len(check) != 1 || !allDigits(number+check) {
		return "", false
	}
	if len(number) == 6 {
		number = "0" + number
	}
	if len(number) != 7 || number == "0000000" {
		return "", false
	}
	sum := 0
	for i, weight := range [...]int{7, 9, 10, 5, 8, 4, 2} {
		sum += weight * int(number[i]-'0')
	}
	want := sum % 11
	if want == 1 {
		return "", false
	}
	if want > 1 {
		want = 11 - want
	}
	if int(check[0]-'0') != want {
		return "", false
	}
	return number + "-" + check, true
}

// ParsePIC reads the nine-digit participant code of the European Commission.
// Nine equal digits are a filler, not a code.
func ParsePIC(s string) (string, bool) {
	s = compact(s)
	if len(s) != 9 || !allDigits(s) || strings.Count(s, s[:1]) == len(s) {
		return "", false
	}
	return s, true
}

// ParseVAT reads a VAT number: two letters of the country, then 4 to 13
// letters and digits, digits among them ("NOTAPPLICABLE" is none). A Finnish
// number holds only when its business id does.
func ParseVAT(s string) (string, bool) {
	s = vatMarks.Replace(compact(s))
	if strings.HasPrefix(s, "CHE") {
		s = swissEnding.Replace(s)
	}
	if len(s) < 6 || len(s) > 15 || !isLetter(s[0]) || !isLetter(s[1]) {
		return "", false
	}
	digits := 0
	for i := 2; i < len(s); i++ {
		switch {
		case s[i] >= '0' && s[i] <= '9':
			digits++
		case !isLetter(s[i]):
			return "", false
		}
	}
	if digits < 4 {
		return "", false
	}
	if strings.HasPrefix(s, "FI") {
		if _, ok := ParseBusinessID(s); !ok {
			return "", false
		}
	}
	return s, true
}

// vatMarks stand in VAT numbers as some countries print them.
var vatMarks = strings.NewReplacer("-", "", ".", "")

// swissEnding takes off what Swiss numbers end in, by language.
var swissEnding = strings.NewReplacer("MWST", "", "TVA", "", "IVA", "")

// ActorIDOf names an actor by the strongest number that holds, else by the id
// form of its name: "ytunnus:0245895-5", "pic:999994535", "vat:DE811268995",
// "name:oulun yliopisto". A Finnish VAT number is a business id, in whichever
// column it stands. Without a valid number and a name the id is empty.
func ActorIDOf(businessID, pic, vat, name string) graph.ActorID {
	for _, s := range [...]string{businessID, vat} {
		if id, ok := ParseBusinessID(s); ok {
			return graph.ActorID("ytunnus:" + id)
		}
	}
	if id, ok := ParsePIC(pic); ok {
		return graph.ActorID("pic:" + id)
	}
	for _, s := range [...]string{vat, businessID} {
		if id, ok := ParseVAT(s); ok {
			return graph.ActorID("vat:" + id)
		}
	}
	if form := NameForm(name); form != "" {
		return graph.ActorID("name:" + form)
	}
	return ""
}

// compact folds width, drops spaces and makes every dash a hyphen.
func compact(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case invisible(r) || isSpace(r):
			return -1
		case isDash(r):
			return '-'
		case r >= 'a' && r <= 'z':
			return r - 'a' + 'A'
		}
		return r
	}, norm.NFKC.String(s))
}

func allDigits(s string) bool {
	return strings.Trim(s, "0123456789") == ""
}

func isLetter(c byte) bool { return c >= 'A' && c <= 'Z' }
