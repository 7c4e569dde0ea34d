package delimited

import (
	"iter"
	"strings"
)

// The grammar of delimited text, as spreadsheet programs read it. A field that
// begins with a quote ends at the next quote that is not doubled; the delimiter
// or the end of the line must follow. In any other field a quote is a letter
// like others. A row ends at a line end outside quotes: CR LF, LF or CR. Where
// a quoted field does not end so, its quote is broken, and the row is its first
// line alone, so that one lost quote does not swallow the rows after it.
//
// encoding/csv skips empty lines, which a spreadsheet numbers, refuses a quote
// inside a plain field, and cannot go on after a broken quote.

// Row is one row as it stands in the file.
type Row struct {
	Number int // as a spreadsheet numbers it, from 1
	// Fields are at most the columns asked for and one more, which is what
	// stands beyond them; Width counts them all.
	Fields   []string
	Width    int
	From, To int // bytes of the text
	Broken   bool
}

// Rows yields the rows of the text with at most so many columns. A line
// "sep=;" at the top is not a row: spreadsheet programs follow it and do not
// show it.
func Rows(text string, delimiter byte, columns int) iter.Seq[Row] {
	return func(yield func(Row) bool) {
		at := SepLine(text)
		for number := 1; at < len(text); number++ {
			fields, width, end, ok := splitRow(text, at, delimiter, columns)
			if !ok {
				end = lineEnd(text, at)
				fields = strings.SplitN(strings.TrimRight(text[at:end], "\r\n"), string(delimiter), columns+1)
				width = len(fields)
			}
			if !yield(Row{Number: number, Fields: fields, Width: width, From: at, To: end, Broken: !ok}) {
				return
			}
			at = end
		}
	}
}

// Split takes apart a text that is one whole row.
func Split(text string, delimiter byte, columns int) (fields []string, ok bool) {
	fields, width, end, ok := splitRow(text, 0, delimiter, columns)
	return fields, ok && end == len(text) && width == len(fields)
}

// splitRow returns the fields of the row at a position, their number and where
// the next row begins; false when a quote is broken.
func splitRow(text string, at int, delimiter byte, columns int) (fields []string, width, end int, ok bool) {
	for {
		var field string
		if at < len(text) && text[at] == '"' {
			if field, at, ok = quotedField(text, at); !ok {
				return nil, 0, at, false
			}
			if at < len(text) && text[at] != delimiter && text[at] != '\n' && text[at] != '\r' {
				return nil, 0, at, false
			}
		} else {
			from := at
			for at < len(text) && text[at] != delimiter && text[at] != '\n' && text[at] != '\r' {
				at++
			}
			field = text[from:at]
		}
		width++
		if width <= columns+1 {
			fields = append(fields, field)
		} else if strings.TrimSpace(field) != "" {
			fields[columns] = field
		}
		if at == len(text) || text[at] != delimiter {
			return fields, width, lineEnd(text, at), true
		}
		at++
	}
}

// quotedField reads the field that opens at the quote at a position and
// returns where it ends, after the closing quote.
func quotedField(text string, at int) (field string, end int, ok bool) {
	from := at + 1
	doubled := false
	for at = from; ; at += 2 {
		next := strings.IndexByte(text[at:], '"')
		if next < 0 {
			return "", len(text), false
		}
		at += next
		if at+1 == len(text) || text[at+1] != '"' {
			break
		}
		doubled = true
	}
	field = text[from:at]
	if doubled {
		field = strings.ReplaceAll(field, `""`, `"`)
	}
	return field, at + 1, true
}

// lineEnd returns where the line after a position begins.
func lineEnd(text string, at int) int {
	next := strings.IndexAny(text[at:], "\r\n")
	if next < 0 {
		return len(text)
	}
	at += next
	if strings.HasPrefix(text[at:], "\r\n") {
		return at + 2
	}
	return at + 1
}

// SepLine returns the length of a first line that names the delimiter, else 0.
func SepLine(text string) int {
	end := lineEnd(text, 0)
	line := strings.Trim(strings.TrimRight(text[:end], "\r\n"), `"`)
	if len(line) == len("sep=;") && strings.EqualFold(line[:4], "sep=") {
		return end
	}
	return 0
}
