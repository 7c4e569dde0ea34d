package workbook

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// odsCell is what a cell holds.
type odsCell struct {
	text   string
	kind   Kind
	valued bool
	down   int // rows that it is merged over
}

// cell reads a cell. It is valued when it has a type, a formula or a text.
func (r *odsReader) cell(e xml.StartElement) (c odsCell, err error) {
	sort, typed := attributeIn(e, officeSpace, "value-type")
	_, formula := attributeIn(e, tableSpace, "formula")
	of, _ := attributeIn(e, calcSpace, "value-type")
	shown, paragraphs, err := r.paragraphs()
	if err != nil {
		return c, err
	}
	c.valued = typed || formula || paragraphs
	if down, ok := attributeIn(e, tableSpace, "number-rows-spanned"); ok {
		if c.down, err = strconv.Atoi(down); err != nil || c.down < 1 || c.down > lastRow {
			return c, fault(Misplaced, "", "")
		}
	}
	value := func(name string) string {
		v, _ := attributeIn(e, officeSpace, name)
		return v
	}
	switch {
	case !c.valued:
	case of == "error":
		c.text, c.kind = shown, Error
	case sort == "float", sort == "percentage", sort == "currency":
		f, ok := number(value("value"))
		if !ok {
			return c, fault(BadValue, "", "")
		}
		if c.text, c.kind = plain(f), Number; leadsWithNought(shown) {
			c.text, c.kind = shown, Text
		}
	case sort == "date":
		c.text, c.kind = strings.Replace(isoDay(value("date-value")), "T", " ", 1), Moment
	case sort == "time":
		c.text, c.kind = shown, Moment
	case sort == "boolean":
		switch value("boolean-value") {
		case "true":
			c.text, c.kind = "TRUE", Truth
		case "false":
			c.text, c.kind = "FALSE", Truth
		default:
			return c, fault(BadValue, "", "")
		}
	case sort == "string", sort == "" && paragraphs:
		if c.text = shown; !paragraphs {
			c.text = value("string-value")
		}
	case sort == "" || sort == "void":
		c.kind = Uncomputed
	default:
		return c, fault(BadValue, "", "")
	}
	return c, nil
}

// leadsWithNought tells a whole number that is shown with noughts before it,
// as postal codes and business ids are.
func leadsWithNought(shown string) bool {
	return len(shown) > 1 && shown[0] == '0' && strings.Trim(shown, "0123456789- ") == ""
}

// paragraphs returns the text that a cell shows, its paragraphs on lines of
// their own. Remarks are no part of it: they name who wrote them.
func (r *odsReader) paragraphs() (text string, any bool, err error) {
	w := r.walker
	w.runs = w.runs[:0]
	err = w.children(func(e xml.StartElement) error {
		switch {
		case e.Name.Space == textSpace && e.Name.Local == "p":
			if any {
				w.runs = append(w.runs, '\n')
			}
			any = true
			return w.inline()
		case e.Name.Space == tableSpace && e.Name.Local == "table":
			return fault(BadXML, "", "a table in a cell")
		}
		return nil
	})
	return string(w.runs), any, err
}

// inline adds the text of a paragraph, in which white space counts once and
// more of it is written as elements.
func (w *walker) inline() error {
	inside := w.depth
	for {
		token, err := w.next()
		if err != nil {
			return unended(err)
		}
		switch t := token.(type) {
		case xml.CharData:
			for _, b := range t {
				if b == '\t' || b == '\r' || b == '\n' {
					b = ' '
				}
				if b == ' ' && len(w.runs) > 0 && w.runs[len(w.runs)-1] == ' ' {
					continue
				}
				w.runs = append(w.runs, b)
			}
		case xml.StartElement:
			if err := w.inlineElement(t); err != nil {
				return err
			}
		case xml.EndElement:
			if w.depth < inside {
				return nil
			}
		}
		if len(w.runs) > w.limits.Token {
			return errToken
		}
	}
}

func (w *walker) inlineElement(e xml.StartElement) error {
	if e.Name.Space != textSpace {
		return w.children(func(xml.StartElement) error { return nil }) // a remark, a drawing
	}
	switch e.Name.Local {
	case "s":
		times := 1
		if written, ok := attributeIn(e, textSpace, "c"); ok {
			n, err := strconv.Atoi(written)
			if err != nil || n < 0 || n > w.limits.Token {
				return errToken
			}
			times = n
		}
		w.runs = append(w.runs, strings.Repeat(" ", times)...)
	case "tab":
		w.runs = append(w.runs, '\t')
	case "line-break":
		w.runs = append(w.runs, '\n')
	case "note", "ruby-text":
		return w.children(func(xml.StartElement) error { return nil })
	}
	return nil
}
