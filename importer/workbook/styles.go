package workbook

import (
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"
)

// display is how a number is shown, as far as it changes what the number means.
type display struct {
	day, clock bool
	noughts    string // a format that fills up with noughts, else empty
}

// styles are the displays of a workbook's cell formats, in their order. An
// index that is not there, as odd writers have, shows the number as it is.
type styles []display

func (s styles) at(index string) display {
	if i, err := strconv.Atoi(index); err == nil && i >= 0 && i < len(s) {
		return s[i]
	}
	return display{}
}

// mostFormats is beyond what a spreadsheet program takes.
const mostFormats = 70_000

func (a *archive) styles(part string) (styles, error) {
	codes := map[string]string{}
	var ids []string
	err := a.walk(part, "styleSheet", isMain, func(w *walker, _ xml.StartElement) error {
		return w.children(func(e xml.StartElement) error {
			switch {
			case isMain(e.Name) && e.Name.Local == "numFmts":
				return w.children(func(e xml.StartElement) error {
					id, _ := attribute(e, "numFmtId")
					codes[id], _ = attribute(e, "formatCode")
					return tooMany(len(codes))
				})
			case isMain(e.Name) && e.Name.Local == "cellXfs":
				return w.children(func(e xml.StartElement) error {
					id, _ := attribute(e, "numFmtId")
					ids = append(ids, id)
					return tooMany(len(ids))
				})
			}
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	all := make(styles, len(ids))
	for i, id := range ids {
		if code, own := codes[id]; own {
			all[i] = displayOf(code)
		} else {
			all[i] = builtIn(id)
		}
	}
	return all, nil
}

func tooMany(formats int) error {
	if formats > mostFormats {
		return fault(TooMany, "", "formats")
	}
	return nil
}

// builtIn gives the formats that every program knows by number. ECMA-376 part
// 1, section 18.8.30; 27 to 36 and 50 to 58 are days in all languages that use them.
func builtIn(id string) display {
	n, err := strconv.Atoi(id)
	if err != nil {
		return display{}
	}
	switch {
	case n >= 14 && n <= 17, n >= 27 && n <= 31, n >= 34 && n <= 36, n >= 50 && n <= 58:
		return display{day: true}
	case n >= 18 && n <= 21, n >= 32 && n <= 33, n >= 45 && n <= 47:
		return display{clock: true}
	case n == 22:
		return display{day: true, clock: true}
	}
	return display{}
}

var (
	// said is what a format code writes out, and its remarks: "text", \x, _x, *x, [Red].
	said       = regexp.MustCompile(`"[^"]*"?|\\.|[_*].|\[[^\]]*\]`)
	elapsed    = regexp.MustCompile(`(?i)\[(h+|m+|s+)\]`)
	onlyNought = regexp.MustCompile(`^0+(?:[- ]0+)*$`)
	general    = regexp.MustCompile(`general|standard|yleinen|vakio`)
	literal    = regexp.MustCompile(`\\([- ])|"([- ])"`)
	// finnish is how a few writers put Finnish letters where the file wants English ones.
	finnish = regexp.MustCompile(`(?i)^p{1,2}\.k{1,2}\.v{2,4}$`)
)

// displayOf reads a format code, of several sections the first.
func displayOf(code string) display {
	if elapsed.MatchString(code) {
		return display{} // a length of time, not a time of day
	}
	if finnish.MatchString(code) {
		return display{day: true}
	}
	if noughts := literal.ReplaceAllString(code, "$1$2"); len(noughts) > 1 && onlyNought.MatchString(noughts) {
		return display{noughts: noughts}
	}
	rest := strings.ToLower(said.ReplaceAllString(code, " "))
	rest, _, _ = strings.Cut(rest, ";")
	if general.MatchString(rest) {
		return display{}
	}
	d := display{day: strings.ContainsAny(rest, "yd"), clock: strings.ContainsAny(rest, "hs")}
	if !d.day && !d.clock {
		d.day = strings.Contains(rest, "m") // a month alone
	}
	return d
}
