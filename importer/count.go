package importer

// countRows counts the rows of a file over its bytes, apart from the reader
// and in another way: line by line, joining lines while a quote is open. It
// knows no text and no fields, only the five signs of the grammar in rows.go.
func countRows(raw []byte, e encoding, delimiter byte) int {
	raw = raw[e.skip:]
	var lines [][]sign
	for at := 0; at < len(raw); {
		var line []sign
		line, at = signsOfLine(raw, at, e, delimiter)
		lines = append(lines, line)
	}
	count := 0
	for i := 0; i < len(lines); count++ {
		joined := 1
		state := fieldStart
		for n := i; n < len(lines); n++ {
			state = afterLine(state, lines[n])
			if state == outside {
				joined = n - i + 1
				break
			}
			if state == broken {
				break
			}
		}
		i += joined
	}
	return count
}

type sign byte

const (
	letter sign = iota
	quote
	border // a delimiter
)

type state byte

const (
	fieldStart state = iota
	outside          // in a plain field
	inside           // in a quoted field
	closing          // after a quote inside a quoted field
	broken
)

// afterLine returns the state at the end of a line: outside when the row may
// end there, inside when a quote is open, broken.
func afterLine(s state, line []sign) state {
	for _, c := range line {
		switch s {
		case fieldStart:
			switch c {
			case quote:
				s = inside
			case letter:
				s = outside
			}
		case outside:
			if c == border {
				s = fieldStart
			}
		case inside:
			if c == quote {
				s = closing
			}
		case closing:
			switch c {
			case quote:
				s = inside
			case border:
				s = fieldStart
			default:
				return broken
			}
		}
	}
	if s == inside {
		return inside
	}
	return outside
}

// signsOfLine returns the signs of the line at a position, runs of letters as
// one, and where the next line begins.
func signsOfLine(raw []byte, at int, e encoding, delimiter byte) ([]sign, int) {
	var line []sign
	for at < len(raw) {
		c := unitAt(raw, at, e)
		at = min(at+e.unit, len(raw))
		switch c {
		case '\n':
			return line, at
		case '\r':
			if at < len(raw) && unitAt(raw, at, e) == '\n' {
				at = min(at+e.unit, len(raw))
			}
			return line, at
		case '"':
			line = append(line, quote)
		case uint16(delimiter):
			line = append(line, border)
		default:
			if len(line) == 0 || line[len(line)-1] != letter {
				line = append(line, letter)
			}
		}
	}
	return line, at
}

func unitAt(raw []byte, at int, e encoding) uint16 {
	switch {
	case e.unit == 1:
		return uint16(raw[at])
	case at+1 < len(raw):
		return e.big.Uint16(raw[at:])
	}
	return 0xFFFD // half a code unit at the end
}
