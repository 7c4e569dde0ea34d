package delimited

import (
	"bytes"
	"encoding/binary"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Encoding says how bytes become text.
type Encoding struct {
	Name string
	skip int // length of the byte order mark
	Unit int // bytes of one code unit
	// order of the bytes of a unit of two
	order binary.ByteOrder
}

var (
	utf8Plain   = Encoding{Name: "utf-8", Unit: 1}
	utf8Mark    = Encoding{Name: "utf-8", skip: 3, Unit: 1}
	utf16Little = Encoding{Name: "utf-16le", skip: 2, Unit: 2, order: binary.LittleEndian}
	utf16Big    = Encoding{Name: "utf-16be", skip: 2, Unit: 2, order: binary.BigEndian}
	windows1252 = Encoding{Name: "windows-1252", Unit: 1}
)

// EncodingOf finds the encoding: a byte order mark, else UTF-8 when the bytes
// are valid, else Windows-1252. A file that is UTF-8 for the most part is UTF-8
// too: some line was pasted in by an old program. Letters of Windows-1252 hardly
// ever look like UTF-8.
func EncodingOf(raw []byte) Encoding {
	switch {
	case bytes.HasPrefix(raw, []byte{0xEF, 0xBB, 0xBF}):
		return utf8Mark
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE}):
		return utf16Little
	case bytes.HasPrefix(raw, []byte{0xFE, 0xFF}):
		return utf16Big
	case utf8.Valid(raw):
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
	case e.Name == windows1252.Name:
		out, err := charmap.Windows1252.NewDecoder().Bytes(raw)
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
