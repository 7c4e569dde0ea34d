package importer

import (
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"hankeverkko/importer/delimited"
	"hankeverkko/importer/workbook"
	"hankeverkko/words"
)

// jsonTable is an array of JSON objects, or one object after another, as rows:
// the keys are the header, in the order in which they first stand, and the
// number of a row is that of its object, from 1. An object in an object gives
// keys with a point between, a list gives lines.
type jsonTable struct {
	raw      []byte
	encoding delimited.Encoding
	header   []string
	objects  []jsonObject
}

type jsonObject struct {
	cells []string // along the header, as far as it was known then
	kinds []workbook.Kind
}

// isJSON tells text that begins as an array or an object does.
func isJSON(raw []byte) bool {
	const far = 512
	raw = raw[:min(len(raw), far)]
	e := delimited.EncodingOf(raw)
	start, _, err := e.Decode(raw[:len(raw)/e.Unit*e.Unit])
	if err != nil {
		return false
	}
	start = strings.TrimLeft(start, " \t\r\n")
	if rest, isArray := strings.CutPrefix(start, "["); isArray {
		rest = strings.TrimLeft(rest, " \t\r\n")
		return strings.HasPrefix(rest, "{") || strings.HasPrefix(rest, "]")
	}
	if rest, isObject := strings.CutPrefix(start, "{"); isObject {
		rest = strings.TrimLeft(rest, " \t\r\n")
		return strings.HasPrefix(rest, `"`)
	}
	return false
}

var (
	errNoRecords = errors.New("no list of objects")
	errTooMany   = errors.New("too many objects")
)

// openJSON reads the objects of a file.
func openJSON(raw []byte) (*jsonTable, *FileError) {
	t := &jsonTable{raw: raw, encoding: delimited.EncodingOf(raw)}
	decoded, _, err := t.encoding.Decode(raw)
	if err != nil {
		return nil, &FileError{Code: "json-broken", Values: words.Values{"place": "–"}}
	}
	d := json.NewDecoder(strings.NewReader(decoded))
	d.UseNumber()
	p := &jsonParser{Decoder: d, table: t, at: map[string]int{}}
	var twice *keyTwice
	switch err := p.read(); {
	case errors.As(err, &twice):
		return nil, &FileError{Row: len(t.objects) + 1, Column: shown(twice.key), Code: "column-twice"}
	case errors.Is(err, errNoRecords):
		return nil, &FileError{Code: "not-table"}
	case errors.Is(err, errTooMany):
		return nil, &FileError{Code: "too-many-rows", Values: words.Values{"limit": MaxRows}}
	case err != nil:
		return nil, &FileError{Code: "json-broken", Row: len(t.objects) + 1, Values: words.Values{"place": plainNumber(int(d.InputOffset()))}}
	case len(t.objects) == 0:
		return nil, &FileError{Code: "empty"}
	}
	return t, nil
}

// keyTwice is an object that says two things under one key.
type keyTwice struct{ key string }

func (e *keyTwice) Error() string { return "key twice" }

type jsonParser struct {
	*json.Decoder
	table *jsonTable
	at    map[string]int // the column of a key
}

func (p *jsonParser) read() error {
	first, err := p.Token()
	if err != nil {
		return err
	}
	if first == json.Delim('[') {
		for p.More() {
			if err := p.open(); err != nil {
				return err
			}
			if err := p.object(); err != nil {
				return err
			}
		}
		if _, err := p.Token(); err != nil {
			return err
		}
		if _, err := p.Token(); err != io.EOF {
			return errors.New("something after the list")
		}
		return nil
	}
	if first != json.Delim('{') {
		return errNoRecords
	}
	for {
		if err := p.object(); err != nil {
			return err
		}
		switch err := p.open(); {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		}
	}
}

// open takes the bracket that begins an object.
func (p *jsonParser) open() error {
	t, err := p.Token()
	if err == nil && t != json.Delim('{') {
		return errNoRecords
	}
	return err
}

func (p *jsonParser) object() error {
	if len(p.table.objects) == MaxRows {
		return errTooMany
	}
	o := jsonObject{}
	if err := p.members(&o, "", 1); err != nil {
		return err
	}
	p.table.objects = append(p.table.objects, o)
	return nil
}

// members reads an object up to its end.
func (p *jsonParser) members(o *jsonObject, before string, depth int) error {
	if depth > MaxDepth {
		return errors.New("too deep")
	}
	var keys []string // of this object
	for p.More() {
		key, err := p.Token()
		if err != nil {
			return err
		}
		name := before + key.(string) // a decoder gives no other keys
		if len(keys) <= MaxColumns {
			if slices.Contains(keys, name) {
				return &keyTwice{name}
			}
			keys = append(keys, name)
		}
		if err := p.value(o, name, depth); err != nil {
			return err
		}
	}
	_, err := p.Token()
	return err
}

func (p *jsonParser) value(o *jsonObject, name string, depth int) error {
	t, err := p.Token()
	if err != nil {
		return err
	}
	switch t {
	case json.Delim('{'):
		return p.members(o, name+".", depth+1)
	case json.Delim('['):
		if depth > MaxDepth {
			return errors.New("too deep")
		}
		for p.More() {
			if err := p.value(o, name, depth+1); err != nil {
				return err
			}
		}
		_, err := p.Token()
		return err
	}
	text, kind := "", workbook.Text
	switch v := t.(type) {
	case string:
		text = v
	case json.Number:
		text, kind = v.String(), workbook.Number
	case bool:
		text = map[bool]string{true: "true", false: "false"}[v]
	}
	o.put(p.column(name), text, kind)
	return nil
}

// column finds the column of a key. What is beyond the limit stands in one last
// column, which the header's check refuses.
func (p *jsonParser) column(name string) int {
	at, known := p.at[name]
	if !known {
		at = min(len(p.table.header), MaxColumns)
		p.at[name] = at
		if at == len(p.table.header) {
			p.table.header = append(p.table.header, name)
		}
	}
	return at
}

// put adds a value to a cell: several stand on lines of their own.
func (o *jsonObject) put(at int, text string, kind workbook.Kind) {
	for len(o.cells) <= at {
		o.cells, o.kinds = append(o.cells, ""), append(o.kinds, workbook.Text)
	}
	if text == "" {
		return
	}
	if len(o.cells[at]) > utf8.UTFMax*MaxCell {
		return // it is too long already, and its row is rejected
	}
	if o.cells[at] != "" {
		text, kind = o.cells[at]+"\n"+text, workbook.Text
	}
	o.cells[at], o.kinds[at] = text, kind
}

func (t *jsonTable) title() string { return "" }

// rows yields the keys as row 0, then the objects.
func (t *jsonTable) rows(yield func(row) bool) error {
	if !yield(row{fields: t.header, width: len(t.header)}) {
		return nil
	}
	for i, o := range t.objects {
		cells := slices.Grow(slices.Clone(o.cells), len(t.header))
		for len(cells) < len(t.header) {
			cells = append(cells, "")
		}
		if !yield(row{number: i + 1, fields: cells, width: len(cells), kinds: o.kinds}) {
			return nil
		}
	}
	return nil
}

// count counts the brackets that open an object inside of the list, or outside
// of all others, over the bytes of the text.
func (t *jsonTable) count() (int, error) {
	decoded, _, err := t.encoding.Decode(t.raw)
	if err != nil {
		return 0, err
	}
	n, depth, quoted := 1, 0, false // one for the header
	base := 0
	if strings.HasPrefix(strings.TrimLeft(decoded, " \t\r\n"), "[") {
		base = 1
	}
	for i := 0; i < len(decoded); i++ {
		switch c := decoded[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			if c == '{' && depth == base {
				n++
			}
			depth++
		case c == '}' || c == ']':
			depth--
		}
	}
	return n, nil
}
