package delimited

import (
	"bytes"
	"encoding/binary"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Encoding says how bytes become text.
type Encoding struct {
	Name string
	mark string // the byte order mark
	skip int    // length of the mark where the text has it
	Unit int    // bytes of one code unit
	// order of the bytes of a unit of two
	order binary.ByteOrder
	// table of an encoding of one byte a letter
	table *charmap.Charmap
}

var (
	utf8Plain   = Encoding{Name: "utf-8", mark: "\xEF\xBB\xBF", Unit: 1}
	utf16Little = Encoding{Name: "utf-16le", mark: "\xFF\xFE", Unit: 2, order: binary.LittleEndian}
	utf16Big    = Encoding{Name: "utf-16be", mark: "\xFE\xFF", Unit: 2, order: binary.BigEndian}
	windows1252 = Encoding{Name: "windows-1252", Unit: 1, table: charmap.Windows1252}
)

// encodings are those that a person may name.
var encodings = []Encoding{
	utf8Plain, windows1252,
	{Name: "iso-8859-15", Unit: 1, table: charmap.ISO8859_15},
	{Name: "macintosh", Unit: 1, table: charmap.Macintosh},
	{Name: "ibm850", Unit: 1, table: charmap.CodePage850},
	utf16Little, utf16Big,
}

// Encodings returns the names of the encodings that Named knows.
func Encodings() []string {
	var names []string
	for _, e := range encodings {
		names = append(names, e.Name)
	}
	return names
}

// Named returns the encoding of a name for a text, whose byte order mark it
// leaves out.
func Named(name string, raw []byte) (Encoding, bool) {
	i := slices.IndexFunc(encodings, func(e Encoding) bool { return e.Name == name })
	if i < 0 {
		return Encoding{}, false
	}
	return encodings[i].of(raw), true
}

// of leaves out the mark that a text has.
func (e Encoding) of(raw []byte) Encoding {
	if e.marks(raw) {
		e.skip = len(e.mark)
	}
	return e
}

func (e Encoding) marks(raw []byte) bool { return e.mark != "" && bytes.HasPrefix(raw, []byte(e.mark)) }

// EncodingOf finds the encoding: a byte order mark, else UTF-8 when the bytes
// are valid, else Windows-1252. A file that is UTF-8 for the most part is UTF-8
// too: some line was pasted in by an old program. Letters of Windows-1252 hardly
// ever look like UTF-8.
func EncodingOf(raw []byte) Encoding {
	for _, e := range encodings {
		if e.marks(raw) {
			return e.of(raw)
		}
	}
	if utf8.Valid(raw) {
		return utf8Plain
	}
	whole, broken := 0, 0
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			broken++
		case size > 1:
			whole++
		}
		i += size
	}
	if whole > broken {
		return utf8Plain
	}
	return windows1252
}

// Decode returns the text, and where in it lines stand that were not UTF-8
// in a UTF-8 file and were read as Windows-1252.
func (e Encoding) Decode(raw []byte) (text string, foreign []int, err error) {
	raw = raw[e.skip:]
	switch {
	case e.Unit == 2:
		order := unicode.LittleEndian
		if e.order == binary.BigEndian {
			order = unicode.BigEndian
		}
		out, err := unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder().Bytes(raw)
		return string(out), nil, err
	case e.table != nil:
		out, err := e.table.NewDecoder().Bytes(raw)
		return string(out), nil, err
	case utf8.Valid(raw):
		return string(raw), nil, nil
	}
	var out []byte
	for line := range bytes.Lines(raw) {
		if !utf8.Valid(line) {
			foreign = append(foreign, len(out))
			if line, err = charmap.Windows1252.NewDecoder().Bytes(line); err != nil {
				return "", nil, err
			}
		}
		out = append(out, line...)
	}
	return string(out), foreign, nil
}
