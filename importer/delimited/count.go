package delimited

// Count counts the rows of a file over its bytes, apart from the reader
// and in another way: line by line, joining lines while a quote is open. It
// knows neither text nor fields, only the signs of the grammar in rows.go.
func Count(raw []byte, e Encoding, delimiter byte) int {
	raw = raw[e.skip:]
	count := 0
	for at := 0; at < len(raw); count++ {
		state, next := overLine(fieldStart, raw, at, e, delimiter)
		at = next
		for state == inside && next < len(raw) {
			state, next = overLine(inside, raw, next, e, delimiter)
		}
		if state == outside {
			at = next // else the quote is broken, and the row was its first line
		}
	}
	return count
}

// state is where in a row one stands.
type state byte

const (
	fieldStart state = iota
	outside          // in a plain field, or after the line
	inside           // in a quoted field
	closing          // after a quote inside a quoted field
	broken
)

// overLine goes from a state over one line. It returns outside when the row
// may end there, inside when a quote is open, or broken; and where the next
// line begins.
func overLine(s state, raw []byte, at int, e Encoding, delimiter byte) (state, int) {
	for at < len(raw) {
		c := unitAt(raw, at, e)
		at = min(at+e.Unit, len(raw))
		if c == '\r' && at < len(raw) && unitAt(raw, at, e) == '\n' {
			c = '\n'
			at = min(at+e.Unit, len(raw))
		}
		if c == '\n' || c == '\r' {
			break
		}
		switch {
		case s == fieldStart && c == '"', s == closing && c == '"':
			s = inside
		case s == inside && c == '"':
			s = closing
		case s == inside:
		case s == closing && c != uint16(delimiter):
			s = broken
		case s != broken && c == uint16(delimiter):
			s = fieldStart
		case s == fieldStart:
			s = outside
		}
	}
	if s == fieldStart || s == closing {
		s = outside
	}
	return s, at
}

// unitAt returns the code unit at a position.
func unitAt(raw []byte, at int, e Encoding) uint16 {
	switch {
	case e.Unit == 1:
		return uint16(raw[at])
	case at+1 < len(raw):
		return e.order.Uint16(raw[at:])
	}
	return 0xFFFD // half a code unit at the end
}
