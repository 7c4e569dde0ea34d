package workbook

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/unicode"
)

// walker goes through the elements of one part, and to its very end.
// encoding/xml checks that tags match; a DTD, a second root, an attribute that
// repeats, endless depth and endless texts are refused here.
type walker struct {
	part    string
	decoder *xml.Decoder
	gate    *gate
	limits  Limits
	depth   int
	buffer  []byte // of the text being read
	runs    []byte // of the string being read
}

// The two name spaces of spreadsheets, transitional and strict, and of the
// attributes that point to other parts.
const (
	mainSpace       = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	mainSpaceStrict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
	relSpace        = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	relSpaceStrict  = "http://purl.oclc.org/ooxml/officeDocument/relationships"
	partSpace       = "http://schemas.openxmlformats.org/package/2006/"
)

func isMain(name xml.Name) bool { return name.Space == mainSpace || name.Space == mainSpaceStrict }

// mostAttributes is more than any element of a workbook has.
const mostAttributes = 64

var (
	errDTD        = errors.New("a document type is not read")
	errDepth      = errors.New("elements lie too deep")
	errAttributes = errors.New("an attribute stands twice, or too many stand")
	errRoot       = errors.New("not the root that belongs here")
	errAfter      = errors.New("something follows the root")
	errToken      = errors.New("a tag or a text is too long")
)

// walk opens a part and goes into its root, which must be of that name.
func (a *archive) walk(part, root string, rooted func(xml.Name) bool, inside func(*walker, xml.StartElement) error) (err error) {
	r, err := a.open(part)
	if err != nil {
		return within(part, err)
	}
	defer r.Close()
	w := &walker{part: part, limits: a.limits, gate: &gate{most: a.limits.Token}}
	if w.gate.from, err = unicodeReader(r); err != nil {
		return within(part, err)
	}
	w.decoder = xml.NewDecoder(w.gate)
	w.decoder.CharsetReader = sameCharset
	for {
		token, err := w.next()
		if err != nil {
			if err == io.EOF {
				err = errRoot
			}
			return within(part, err)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if e.Name.Local != root || !rooted(e.Name) {
			return within(part, errRoot)
		}
		if err := inside(w, e); err != nil {
			return within(part, err)
		}
		return within(part, w.finish())
	}
}

// finish goes on to the end of the root and then of the part.
func (w *walker) finish() error {
	for {
		token, err := w.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if _, ok := token.(xml.StartElement); ok && w.depth == 1 {
			return errAfter
		}
		if text, ok := token.(xml.CharData); ok && w.depth == 0 && len(bytes.TrimSpace(text)) > 0 {
			return errAfter
		}
	}
}

// next returns the next token. Its bytes hold until the one after.
func (w *walker) next() (xml.Token, error) {
	w.gate.passed = 0
	token, err := w.decoder.Token()
	if err != nil {
		if w.gate.err != nil {
			err = w.gate.err
		}
		return nil, err
	}
	switch t := token.(type) {
	case xml.StartElement:
		if w.depth++; w.depth > w.limits.Depth {
			return nil, errDepth
		}
		if len(t.Attr) > mostAttributes {
			return nil, errAttributes
		}
		for i := range t.Attr {
			for j := range i {
				if t.Attr[i].Name == t.Attr[j].Name {
					return nil, errAttributes
				}
			}
		}
	case xml.EndElement:
		w.depth--
	case xml.Directive:
		return nil, errDTD
	}
	return token, nil
}

// children calls each with the elements right below the one that was opened
// last, and returns at its end. What each leaves unread is gone over.
func (w *walker) children(each func(xml.StartElement) error) error {
	inside := w.depth
	for {
		token, err := w.next()
		if err != nil {
			return unended(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if err := each(t); err != nil {
				return err
			}
			for w.depth > inside {
				if _, err := w.next(); err != nil {
					return unended(err)
				}
			}
		case xml.EndElement:
			return nil
		}
	}
}

// text returns the text right inside the element that was opened last.
func (w *walker) text() (string, error) {
	inside := w.depth
	w.buffer = w.buffer[:0]
	for {
		token, err := w.next()
		if err != nil {
			return "", unended(err)
		}
		switch t := token.(type) {
		case xml.CharData:
			if w.depth == inside {
				if w.buffer = append(w.buffer, t...); len(w.buffer) > w.limits.Token {
					return "", errToken
				}
			}
		case xml.EndElement:
			if w.depth < inside {
				return string(w.buffer), nil
			}
		}
	}
}

func unended(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// attribute returns the value of an attribute without a name space.
func attribute(e xml.StartElement, name string) (string, bool) {
	for _, a := range e.Attr {
		if a.Name.Space == "" && a.Name.Local == name {
			return a.Value, true
		}
	}
	return "", false
}

// gate lets the bytes of one token through, but no more than a limit:
// encoding/xml would gather a text of any length.
type gate struct {
	from   *bufio.Reader
	passed int
	most   int
	err    error
}

func (g *gate) ReadByte() (byte, error) {
	if g.passed++; g.passed > g.most {
		g.err = errToken
		return 0, g.err
	}
	b, err := g.from.ReadByte()
	if err != nil && err != io.EOF {
		g.err = err
	}
	return b, err
}

// Read is there because encoding/xml asks for it; it reads byte by byte.
func (g *gate) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	b, err := g.ReadByte()
	if err != nil {
		return 0, err
	}
	p[0] = b
	return 1, nil
}

// unicodeReader reads UTF-16, which begins with its byte order mark, as UTF-8.
func unicodeReader(r io.Reader) (*bufio.Reader, error) {
	const size = 64 << 10
	b := bufio.NewReaderSize(r, size)
	mark, err := b.Peek(3)
	if err != nil && err != io.EOF {
		return nil, err
	}
	switch {
	case bytes.HasPrefix(mark, []byte{0xFF, 0xFE}), bytes.HasPrefix(mark, []byte{0xFE, 0xFF}):
		return bufio.NewReaderSize(unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Reader(b), size), nil
	case bytes.HasPrefix(mark, []byte{0xEF, 0xBB, 0xBF}):
		if _, err := b.Discard(3); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// sameCharset takes the declarations of what has been made UTF-8 already.
func sameCharset(charset string, r io.Reader) (io.Reader, error) {
	switch strings.ToLower(charset) {
	case "utf-8", "utf8", "utf-16", "us-ascii":
		return r, nil
	}
	return nil, fmt.Errorf("encoding %q", shown(charset))
}
