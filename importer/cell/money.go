package cell

import (
	"regexp"
	"strconv"
	"strings"
)

var (
	currency = regexp.MustCompile(`(?i)^(?:€|eur|euroa|euro)\.?|(?:€|eur|euroa|euro)\.?$`)
	amount   = regexp.MustCompile(`^\d+(?:[.,' ]\d+)*$`)
	grouped  = regexp.MustCompile(`^[1-9]\d{0,2}(?:[.,' ]\d{3})+$`)
)

var (
	likeSigns = strings.NewReplacer("\u2212", "-", "\u2013", "-", "\u2019", "'")
	noMarks   = strings.NewReplacer(".", "", ",", "", "'", "", " ", "")
)

// mostDigits keeps cents within int64 and the sums of a country within it too.
const mostDigits = 13

// Cents reads an amount in euros and returns cents: 1 234 567,50 and
// 1.234,56 as in Finland, 1,234.56 as in English, -500, (500), 12 € and EUR 12.
// One mark followed by three digits groups thousands: 1.234 is 1234 euros.
// Parts of a cent are rounded, half away from zero.
func Cents(s string) (cents int64, ok bool) {
	s = strings.TrimSpace(likeSigns.Replace(s))
	negative := false
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") {
		negative, s = true, s[1:len(s)-1]
	}
	s, minus := cutMinus(s)
	s = strings.TrimSpace(currency.ReplaceAllString(s, ""))
	s, inner := cutMinus(s)
	if minus && inner || negative && (minus || inner) || !amount.MatchString(s) {
		return 0, false
	}
	negative = negative || minus || inner
	whole, fraction := s, ""
	if last := strings.LastIndexAny(s, ".,"); last >= 0 && !(grouped.MatchString(s) && sameMarks(s)) {
		whole, fraction = s[:last], s[last+1:]
	}
	decimal := s[len(whole):][:min(1, len(s)-len(whole))]
	if strings.ContainsAny(whole, ".,' ") && !(grouped.MatchString(whole) && sameMarks(whole)) || decimal != "" && strings.Contains(whole, decimal) {
		return 0, false
	}
	whole = strings.TrimLeft(noMarks.Replace(whole), "0")
	if len(whole) > mostDigits || strings.Trim(fraction, "0123456789") != "" {
		return 0, false
	}
	padded := fraction + "000"
	cents, err := strconv.ParseInt(whole+padded[:2], 10, 64)
	if err != nil {
		return 0, false
	}
	if padded[2] >= '5' {
		cents++
	}
	if negative {
		cents = -cents
	}
	return cents, true
}

// Decimal reads an amount that a spreadsheet holds as a number: a point parts
// the cents, and nothing groups thousands.
func Decimal(s string) (cents int64, ok bool) {
	whole, fraction, _ := strings.Cut(s, ".")
	// Four places are never thousands.
	return Cents(whole + "." + fraction + "0000")
}

// cutMinus takes a minus sign off either end.
func cutMinus(s string) (string, bool) {
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		return strings.TrimSpace(rest), true
	}
	rest, ok := strings.CutSuffix(s, "-")
	return strings.TrimSpace(rest), ok
}

// sameMarks tells that all groups are parted by one and the same mark.
func sameMarks(s string) bool {
	marks := strings.Trim(s, "0123456789")
	marks = strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return -1
		}
		return r
	}, marks)
	return marks == "" || strings.Trim(marks, marks[:1]) == ""
}
