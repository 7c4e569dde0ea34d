package importer

import (
	"regexp"
	"strconv"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/importer/cell"
)

// allowed tells the fields that may be stored. A column that names none of
// them, such as a contact person, is never read into a record.
var allowed = func() map[graph.Field]bool {
	set := map[graph.Field]bool{}
	for _, f := range graph.Fields {
		set[f] = true
	}
	return set
}()

// Masked counts what was taken out of allowed text.
type Masked struct {
	Email int `json:"email"`
	Phone int `json:"phone"`
	Hetu  int `json:"hetu"`
}

func (m Masked) any() bool { return m != Masked{} }

func (m *Masked) add(o Masked) {
	m.Email += o.Email
	m.Phone += o.Phone
	m.Hetu += o.Hetu
}

// mark stands where something was taken out.
const mark = "***"

var (
	email = regexp.MustCompile(`(?i)[\pL\pN._%+'-]+(?:@|\s?[\[(]\s?(?:at|ät|a|@)\s?[\])]\s?| @ ?|@ )[\pL\pN-]+(?:(?:\.|\s?[\[(]\s?(?:dot|piste)\s?[\])]\s?)[\pL\pN-]+)+`)
	// hetu is the Finnish personal identity code: day, month, year, the sign of
	// the century, a number, a check character.
	hetu = regexp.MustCompile(`(?i)\d{6}[+\-\x{2011}-\x{2013}\x{2212}YXWVUABCDEF]\d{3}[0-9A-Y]`)
	// phone is a candidate only; isPhone decides.
	phone = regexp.MustCompile(`(?:\+|\(0|0)\d?(?:[ \-/().\x{2011}-\x{2013}\x{2212}]{0,2}\d){5,17}`)
	// afterWord is a number that is called one.
	afterWord = regexp.MustCompile(`(?i)(\b(?:puhelin|puhelinnumero|puh|p|gsm|matkapuhelin|mobiili|tel|telefon|tfn|mobil|phone|mobile)(?:[.:]{1,2} ?| ))(\(?\+?\d(?:[ \-/().\x{2011}-\x{2013}\x{2212}]{0,2}\d){4,13})`)
)

// mask replaces e-mail addresses, phone numbers and identity codes in a text
// and counts them. Business ids, dates, project codes, amounts and web
// addresses stay.
func mask(s string) (string, Masked) {
	var m Masked
	if strings.ContainsAny(s, "@([") {
		s = email.ReplaceAllStringFunc(s, func(string) string {
			m.Email++
			return mark
		})
	}
	if !mayHoldNumber(s) {
		return s, m
	}
	s = replaceApart(s, hetu, isHetu, &m.Hetu)
	s = afterWord.ReplaceAllStringFunc(s, func(found string) string {
		m.Phone++
		return afterWord.FindStringSubmatch(found)[1] + mark
	})
	s = replaceApart(s, phone, isPhone, &m.Phone)
	return s, m
}

// mayHoldNumber tells whether a text has the digits of the shortest phone number,
// five after a word that calls it one. Most texts have not.
func mayHoldNumber(s string) bool {
	digits := 0
	for i := 0; i < len(s) && digits < 5; i++ {
		if isDigit(s[i]) {
			digits++
		}
	}
	return digits == 5
}

// replaceApart masks and counts the matches that are what they look like and
// stand apart from letters, digits and the signs that join parts of an address
// or a code. Where a match took too much in, as a year after a phone number,
// it is tried without its last group.
func replaceApart(s string, pattern *regexp.Regexp, is func(string) bool, count *int) string {
	var b strings.Builder
	done := 0
	for at := 0; at < len(s); {
		m := pattern.FindStringIndex(s[at:])
		if m == nil {
			break
		}
		from, to := at+m[0], at+m[1]
		for to > from && (joined(s[:from], s[to:]) || inAmount(s[:from], s[from:to]) || !is(s[from:to])) {
			to = from + max(0, strings.LastIndexAny(s[from:to], " -/"))
		}
		if to > from {
			b.WriteString(s[done:from])
			b.WriteString(mark)
			done, at = to, to
			*count++
			continue
		}
		// Go on after the digits that cannot begin a match.
		at = from + 1
		for at < len(s) && isDigit(s[at]) && isDigit(s[at-1]) {
			at++
		}
	}
	return b.String() + s[done:]
}

var (
	endsInWord   = regexp.MustCompile(`[\pL\pN_=&#/-]$`)
	beginsInWord = regexp.MustCompile(`^(?:[\pL\pN_]|[.,-]\d)`)
)

func joined(before, after string) bool {
	return endsInWord.MatchString(before) || beginsInWord.MatchString(after)
}

// inAmount tells whether a match is the end of an amount: 12 012 345 678.
func inAmount(before, s string) bool {
	return amountBegins.MatchString(before) && thousands.MatchString(s)
}

var amountBegins = regexp.MustCompile(`\d[ .]$`)

// isHetu checks day, month and check character. The number is taken modulo 31.
func isHetu(s string) bool {
	const marks = "0123456789ABCDEFHJKLMNPRSTUVWXY"
	r := []rune(s)
	if len(r) != len("131052-308T") {
		return false
	}
	s = string(r[:6]) + "-" + string(r[7:])
	day, month := digits(s[0:2]), digits(s[2:4])
	if day < 1 || day > 31 || month < 1 || month > 12 {
		return false
	}
	return marks[digits(s[0:6]+s[7:10])%31] == strings.ToUpper(s)[10]
}

var (
	areaCode  = regexp.MustCompile(`^\(?0[1-9]\d{0,2}\)?[ \-/\x{2011}\x{2013}]`)
	businessy = regexp.MustCompile(`^\d{7}[-\x{2011}\x{2013}]\d$`)
	datelike  = regexp.MustCompile(`^\d{1,2}[.\-/]\d{1,2}[.\-/]\d{2,4}|^\d{1,2}[.\-/](?:19|20)\d\d\b|\b\d{1,2}/(?:19|20)\d\d$`)
	// thenYear is a number that a year follows.
	thenYear = regexp.MustCompile(`^(.*\d)\)?[ \-/.]+(?:19|20)\d\d$`)
	// caseNumber is what registers number cases by, 041234-567.
	caseNumber = regexp.MustCompile(`^\d{6}[-/]\d{1,3}$`)
	thousands  = regexp.MustCompile(`^\d{1,3}(?:[ .]\d{3})+$`)
)

// isPhone tells a phone number from other digits that look like one: numbers
// abroad begin with + or 00, Finnish ones with an area code and a mark after
// it, or run together as mobile numbers do.
func isPhone(s string) bool {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
	if len(digits) < 7 {
		return false
	}
	switch {
	case s[0] == '+' || strings.HasPrefix(s, "00") && digits[2] != '0':
		return len(digits) >= 8 && len(digits) <= 15 && !allZero(digits) && (s[0] == '+' || !strings.HasPrefix(s, "00") || len(digits) >= 11)
	case digits[0] != '0' || digits[1] == '0' || len(digits) > 12:
		return false
	case businessy.MatchString(s) || datelike.MatchString(s):
		return false
	}
	if m := thenYear.FindStringSubmatch(s); m != nil && isPhone(m[1]) {
		return false // without the year it is one
	}
	if id, ok := identity.ParseBusinessID(s); ok && len(digits) == 8 && id != "" {
		return false
	}
	mobile := digits[1] == '4' || digits[1] == '5' && digits[2] == '0'
	return areaCode.MatchString(s) || len(digits) >= 9 && (len(digits) == len(s) || mobile && !caseNumber.MatchString(s))
}

func allZero(digits string) bool { return strings.Trim(digits, "0") == "" }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// shown is a cell as an issue may quote it: masked and short.
func shown(s string) string {
	const longest = 60
	s, _ = mask(cell.Tidy(s))
	if r := []rune(s); len(r) > longest {
		return string(r[:longest-1]) + "…"
	}
	return s
}

// digits reads digits that a pattern has matched.
func digits(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
