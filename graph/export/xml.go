package export

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// element writes XML by hand, so that a network of any size streams: Go's
// encoder cannot close an element in itself. The first error stays and stops
// all writing.
type element struct {
	out   *bufio.Writer
	open  []string
	begun bool // the last start tag may still get attributes
	err   error
}

func newElement(w io.Writer) *element {
	e := &element{out: bufio.NewWriter(w)}
	e.raw(xml.Header)
	return e
}

func (e *element) raw(s string) {
	if e.err == nil {
		_, e.err = e.out.WriteString(s)
	}
}

// start begins an element with attributes given as name, value, name, value.
func (e *element) start(name string, attributes ...string) {
	e.end()
	e.raw("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		e.raw(" " + attributes[i] + `="`)
		e.escape(attributes[i+1])
		e.raw(`"`)
	}
	e.open, e.begun = append(e.open, name), true
}

// end finishes the start tag.
func (e *element) end() {
	if e.begun {
		e.raw(">")
		e.begun = false
	}
}

// stop ends the innermost element.
func (e *element) stop() {
	last := len(e.open) - 1
	if e.begun {
		e.raw("/>\n")
	} else {
		e.raw("</" + e.open[last] + ">\n")
	}
	e.open, e.begun = e.open[:last], false
}

// leaf writes an element that holds text alone.
func (e *element) leaf(name, text string, attributes ...string) {
	e.start(name, attributes...)
	if text != "" {
		e.end()
		e.escape(text)
	}
	e.stop()
}

// line breaks the line after a start tag, for people who look into the file.
func (e *element) line() {
	e.end()
	e.raw("\n")
}

func (e *element) escape(text string) {
	if e.err == nil {
		e.err = xml.EscapeText(e.out, []byte(legal(text)))
	}
}

// close ends every open element and gives the first error.
func (e *element) close(format string) error {
	for len(e.open) > 0 {
		e.stop()
	}
	if e.err == nil {
		e.err = e.out.Flush()
	}
	if e.err != nil {
		return fmt.Errorf("%s: %w", format, e.err)
	}
	return nil
}

// legal leaves out the characters that XML 1.0 has no place for.
func legal(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r',
			r >= 0x20 && r <= 0xD7FF && r != utf8.RuneError,
			r >= 0xE000 && r <= 0xFFFD && r != utf8.RuneError,
			r >= 0x10000 && r <= utf8.MaxRune:
			return r
		}
		return -1
	}, text)
}
