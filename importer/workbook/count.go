package workbook

import (
	"bufio"
	"bytes"
	"cmp"
	"io"
	"regexp"
	"slices"
)

// counts is what a sheet holds, found over its bytes: tags are looked for by
// name alone, without name spaces, nesting or values.
type counts struct {
	rows, cells int    // those with a value or a formula
	merged      []area // by first row
}

func (s *worksheet) counts() (*counts, error) {
	if s.counted != nil {
		return s.counted, nil
	}
	r, err := s.book.archive.open(s.part)
	if err != nil {
		return nil, within(s.part, err)
	}
	defer r.Close()
	from, err := unicodeReader(r)
	if err != nil {
		return nil, within(s.part, err)
	}
	t := &tags{from: from, most: s.book.archive.limits.Token}
	c := &counts{}
	inCell, valued, rowValued := false, false, false
	for {
		tag, err := t.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, within(s.part, err)
		}
		name, closes, alone := tagName(tag)
		switch {
		case string(name) == "row":
			if closes && rowValued {
				c.rows++
			}
			rowValued = false
		case string(name) == "c":
			if closes && valued {
				c.cells++
				rowValued = true
			}
			inCell, valued = !closes && !alone, false
		case inCell && !closes && (string(name) == "v" || string(name) == "is" || string(name) == "f"):
			valued = true
		case string(name) == "mergeCell" && !closes:
			merged, ok := areaOf(refOf(tag))
			if !ok {
				return nil, fault(Misplaced, s.part, "merged "+shown(refOf(tag)))
			}
			if len(c.merged) == s.book.archive.limits.Merged {
				return nil, fault(TooMany, s.part, "merged cells")
			}
			c.merged = append(c.merged, merged)
		}
	}
	slices.SortFunc(c.merged, func(a, b area) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.column, b.column)) })
	s.counted = c
	return c, nil
}

// tagName takes the name out of a tag, without its prefix.
func tagName(tag []byte) (name []byte, closes, alone bool) {
	tag, closes = bytes.CutPrefix(tag, []byte("/"))
	tag, alone = bytes.CutSuffix(tag, []byte("/"))
	if end := bytes.IndexAny(tag, " \t\r\n"); end >= 0 {
		tag = tag[:end]
	}
	return tag[bytes.IndexByte(tag, ':')+1:], closes, alone
}

var ref = regexp.MustCompile(`\sref\s*=\s*(?:"([^"]*)"|'([^']*)')`)

// refOf returns the reference that a tag names.
func refOf(tag []byte) string {
	if m := ref.FindSubmatch(tag); m != nil {
		return string(m[1]) + string(m[2])
	}
	return ""
}

// tags finds what stands between < and > outside of comments, instructions
// and CDATA.
type tags struct {
	from *bufio.Reader
	most int
	tag  []byte
}

// hidden are the beginnings of what holds no tags, and their ends.
var hidden = map[string]string{"!--": "-->", "![CDATA[": "]]>", "?": "?>"}

func (t *tags) next() ([]byte, error) {
	for {
		if err := t.past("<"); err != nil {
			return nil, err
		}
		end, err := t.gather()
		switch {
		case err != nil:
			return nil, unended(err)
		case end == "" && len(t.tag) > 0:
			return t.tag, nil
		case end != "":
			if err := t.past(end); err != nil {
				return nil, unended(err)
			}
		}
	}
}

// gather reads on to the end of a tag; when it is none, it returns the mark
// that ends what it is.
func (t *tags) gather() (end string, err error) {
	t.tag = t.tag[:0]
	var quote byte
	for {
		b, err := t.from.ReadByte()
		if err != nil {
			return "", err
		}
		switch {
		case quote != 0:
			if b == quote {
				quote = 0
			}
		case b == '"' || b == '\'':
			quote = b
		case b == '>':
			return "", nil
		}
		if t.tag = append(t.tag, b); len(t.tag) > t.most {
			return "", errToken
		}
		if t.tag[0] == '!' || t.tag[0] == '?' {
			if end := hidden[string(t.tag)]; end != "" {
				return end, nil
			}
		}
	}
}

// past goes on to right behind a mark.
func (t *tags) past(mark string) error {
	for matched := 0; ; {
		b, err := t.from.ReadByte()
		switch {
		case err != nil:
			return err
		case b == mark[matched]:
			if matched++; matched == len(mark) {
				return nil
			}
		case matched == 2 && mark[0] == mark[1] && b == mark[1]:
			// A third hyphen or bracket: the last two may begin the mark.
		case b == mark[0]:
			matched = 1
		default:
			matched = 0
		}
	}
}
