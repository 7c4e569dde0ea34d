package workbook

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
)

// number reads the value of a cell without a type: a decimal number, which is
// less than Go takes for one.
func number(written string) (float64, bool) {
	if strings.Trim(written, "0123456789.eE+-") != "" {
		return 0, false
	}
	f, err := strconv.ParseFloat(written, 64)
	return f, err == nil
}

// plain writes a number as a person would: no exponent, and no more than the
// 15 digits that spreadsheets show, so that 0.1+0.2 is 0.3.
func plain(f float64) string {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(f, 'e', 14, 64), 64)
	if err != nil || rounded == 0 {
		return "0"
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}

// filled writes a whole number into a format of noughts: "00130", "0245895-5".
func filled(f float64, noughts string) (string, bool) {
	if f < 0 || f != math.Trunc(f) || f >= 1e15 {
		return "", false
	}
	digits := strconv.FormatFloat(f, 'f', 0, 64)
	if missing := strings.Count(noughts, "0") - len(digits); missing > 0 {
		digits = strings.Repeat("0", missing) + digits
	}
	out := []byte(noughts)
	next := len(digits)
	for i := len(out) - 1; i >= 0; i-- {
		if out[i] == '0' {
			next--
			out[i] = digits[next]
		}
	}
	return digits[:next] + string(out), true
}

// Days of a workbook are counted from 1900, where day 60 is a 29 February that
// never was, or from 1904.
const (
	lastDay     = 2_958_465 // 31 December 9999
	lastDay1904 = 2_957_003
)

// moment writes the day of a serial number as 2021-12-31, with the time of day
// where it has one. Before the first day it is a time alone; a number that is
// no day is not.
func moment(serial float64, since1904 bool) (string, bool) {
	if serial < 0 {
		return "", false
	}
	day := math.Floor(serial)
	seconds := int(math.Round((serial - day) * 86_400))
	if seconds == 86_400 {
		day, seconds = day+1, 0
	}
	last := float64(lastDay)
	if since1904 {
		last = lastDay1904
	}
	if day > last {
		return "", false
	}
	clock := time.Date(2000, 1, 1, 0, 0, seconds, 0, time.UTC).Format("15:04:05")
	var date time.Time
	switch {
	case since1904:
		date = time.Date(1904, 1, 1+int(day), 0, 0, 0, 0, time.UTC)
	case day == 0:
		return clock, true
	case day == 60:
		return "1900-02-29", true
	case day < 60:
		date = time.Date(1899, 12, 31+int(day), 0, 0, 0, 0, time.UTC)
	default:
		date = time.Date(1899, 12, 30+int(day), 0, 0, 0, 0, time.UTC)
	}
	text := date.Format("2006-01-02")
	if seconds > 0 {
		text += " " + clock
	}
	return text, true
}

var isoMidnight = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})T00:00:00(?:\.0+)?Z?$`)

// isoDay takes the midnight off a day that is written out in ISO form.
func isoDay(written string) string {
	if m := isoMidnight.FindStringSubmatch(written); m != nil {
		return m[1]
	}
	return written
}

var escaped = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// unescaped undoes what workbooks do to signs that XML cannot hold: _x000D_.
func unescaped(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var units []uint16
	var out strings.Builder
	flush := func() {
		out.WriteString(string(utf16.Decode(units)))
		units = units[:0]
	}
	done := 0
	for _, at := range escaped.FindAllStringIndex(s, -1) {
		if at[0] > done {
			flush()
			out.WriteString(s[done:at[0]])
		}
		unit, _ := strconv.ParseUint(s[at[0]+2:at[1]-1], 16, 16) // four hexadecimal digits
		units = append(units, uint16(unit))
		done = at[1]
	}
	flush()
	out.WriteString(s[done:])
	return out.String()
}
