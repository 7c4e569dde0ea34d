package page

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Line is one line of a page.
type Line struct {
	// Cells are the columns of a table's row, or a label and what stands beside
	// it; a paragraph is one cell. A line break inside of a cell is a line feed.
	Cells []string
	// Heading tells a heading of the page's own.
	Heading bool
	// Table counts the tables of the page; 0 is outside of one.
	Table int
}

// Blank tells that nothing stands on the line.
func (l Line) Blank() bool {
	for _, c := range l.Cells {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}

// ErrLimit tells a page with more lines, or a longer tag or text, than allowed.
var ErrLimit = errors.New("page: beyond the limit")

// Marks of a box that is ticked and of one that is not.
const (
	Ticked   = "☒"
	Unticked = "☐"
)

// IsHTML tells that text is a web page rather than what was copied from one.
func IsHTML(text string) bool {
	const far = 1024
	start := strings.ToLower(text[:min(len(text), far)])
	trimmed := strings.TrimLeft(start, " \t\r\n\uFEFF")
	return strings.HasPrefix(trimmed, "<!doctype html") || strings.HasPrefix(trimmed, "<") && strings.Contains(start, "<html")
}

// Lines returns the lines of a page: at most so many, of which no tag or text
// may be longer than the limit in bytes.
func Lines(text string, most, longest int) ([]Line, error) {
	if IsHTML(text) {
		return fromHTML(text, most, longest)
	}
	return fromText(text, most, longest)
}

// apart is what parts columns in text copied from a page.
var apart = regexp.MustCompile("\t+|[ \u00A0]{3,}")

func fromText(text string, most, longest int) (lines []Line, err error) {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n", "\u2028", "\n", "\v", "\n").Replace(text)
	for written := range strings.SplitSeq(text, "\n") {
		if len(lines) == most || len(written) > longest {
			return nil, ErrLimit
		}
		lines = append(lines, Line{Cells: apart.Split(strings.TrimSpace(written), -1)})
	}
	return lines, nil
}

// hidden are elements whose text nobody sees.
var hidden = map[atom.Atom]bool{atom.Script: true, atom.Style: true, atom.Title: true, atom.Template: true, atom.Noscript: true, atom.Svg: true, atom.Select: true, atom.Textarea: true}

// flowing are the elements that stand within a line.
var flowing = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Big: true, atom.Cite: true, atom.Code: true, atom.Em: true, atom.Font: true, atom.I: true,
	atom.Img: true, atom.Input: true, atom.Label: true, atom.Mark: true, atom.Q: true, atom.S: true, atom.Small: true, atom.Span: true,
	atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true, atom.U: true, atom.Wbr: true, atom.Tt: true, atom.Acronym: true, atom.Strike: true,
	atom.Tbody: true, atom.Thead: true, atom.Tfoot: true,
}

// strong are the elements that set a label off from what follows.
var strong = map[atom.Atom]bool{atom.B: true, atom.Strong: true, atom.Label: true}

type reader struct {
	lines   []Line
	cells   [][]byte
	heading bool
	table   []int // the tables that are open
	tables  int
	inCell  bool // of a table or of a list of terms
}

func fromHTML(text string, most, longest int) ([]Line, error) {
	z := html.NewTokenizer(strings.NewReader(text))
	z.SetMaxBuf(longest)
	r := &reader{}
	var skip atom.Atom
	depth := 0
	for len(r.lines) <= most {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			if err := z.Err(); err != io.EOF {
				return nil, ErrLimit
			}
			r.flush()
			if len(r.lines) > most {
				return nil, ErrLimit
			}
			return r.lines, nil
		case html.TextToken:
			if skip == 0 {
				r.text(string(z.Text()))
			}
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			name, more := z.TagName()
			tag := atom.Lookup(name)
			opens := kind == html.StartTagToken
			switch {
			case skip != 0:
				if tag == skip && opens {
					depth++
				} else if tag == skip && kind == html.EndTagToken {
					if depth--; depth == 0 {
						skip = 0
					}
				}
			case hidden[tag] && opens:
				skip, depth = tag, 1
			case kind == html.EndTagToken:
				r.end(tag)
			default:
				r.start(tag, attributes(z, more))
			}
		}
	}
	return nil, ErrLimit
}

func attributes(z *html.Tokenizer, more bool) map[string]string {
	all := map[string]string{}
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		all[string(key)] = string(value)
	}
	return all
}

func (r *reader) start(tag atom.Atom, attrs map[string]string) {
	switch tag {
	case atom.Td, atom.Th:
		r.cell()
		r.inCell = true
	case atom.Tr:
		r.flush()
	case atom.Table:
		r.flush()
		r.tables++
		r.table = append(r.table, r.tables)
	case atom.Dt:
		r.flush()
		r.cell()
	case atom.Dd:
		r.cell()
		r.inCell = true
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		r.flush()
		r.heading = true
	case atom.Input:
		if kind := strings.ToLower(attrs["type"]); kind == "checkbox" || kind == "radio" {
			mark := Unticked
			if _, ticked := attrs["checked"]; ticked {
				mark = Ticked
			}
			r.text(" " + mark + " ")
		}
	case atom.Img:
		switch source := strings.ToLower(attrs["src"] + " " + attrs["alt"]); {
		case strings.Contains(source, "uncheck"), strings.Contains(source, "unselect"):
			r.text(" " + Unticked + " ")
		case strings.Contains(source, "checked"), strings.Contains(source, "checkmark"):
			r.text(" " + Ticked + " ")
		}
	default:
		r.block(tag)
	}
}

func (r *reader) end(tag atom.Atom) {
	switch {
	case tag == atom.Td || tag == atom.Th || tag == atom.Dt:
	case tag == atom.Dd:
		r.flush()
	case tag == atom.Table:
		r.flush()
		if len(r.table) > 0 {
			r.table = r.table[:len(r.table)-1]
		}
	case tag == atom.Tr:
		r.flush()
	case strong[tag] && !r.inCell && len(r.cells) == 1 && len(bytes.TrimSpace(r.cells[0])) > 0:
		r.cell()
	default:
		r.block(tag)
	}
}

// block ends a line, or in a cell a line of the cell.
func (r *reader) block(tag atom.Atom) {
	switch {
	case flowing[tag]:
	case r.inCell:
		r.text("\n")
	default:
		r.flush()
	}
}

func (r *reader) cell() { r.cells = append(r.cells, nil) }

var spaces = regexp.MustCompile(`[ \t\r\n\f]+`)

func (r *reader) text(s string) {
	if s != "\n" { // of a block; those of the source are spaces
		s = spaces.ReplaceAllString(s, " ")
	}
	if len(r.cells) == 0 {
		if strings.TrimSpace(s) == "" {
			return
		}
		r.cell()
	}
	last := len(r.cells) - 1
	r.cells[last] = append(r.cells[last], s...)
}

func (r *reader) flush() {
	l := Line{Heading: r.heading}
	if len(r.table) > 0 {
		l.Table = r.table[len(r.table)-1]
	}
	for _, c := range r.cells {
		l.Cells = append(l.Cells, strings.TrimSpace(string(c)))
	}
	if !l.Blank() {
		r.lines = append(r.lines, l)
	}
	r.cells, r.heading, r.inCell = nil, false, false
}
