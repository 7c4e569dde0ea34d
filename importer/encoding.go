package importer

import (
	"bytes"
	"encoding/binary"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// encoding says how bytes become text.
type encoding struct {
	name string
	skip int // length of the byte order mark
	unit int // bytes of one code unit
	// order of the bytes of a unit of two
	order binary.ByteOrder
}

var (
	utf8Plain   = encoding{name: "utf-8", unit: 1}
	utf8Mark    = encoding{name: "utf-8", skip: 3, unit: 1}
	utf16Little = encoding{name: "utf-16le", skip: 2, unit: 2, order: binary.LittleEndian}
	utf16Big    = encoding{name: "utf-16be", skip: 2, unit: 2, order: binary.BigEndian}
	windows1252 = encoding{name: "windows-1252", unit: 1}
)

// encodingOf finds the encoding: a byte order mark, else UTF-8 when the bytes
// are valid, else Windows-1252. A file that is UTF-8 for the most part is UTF-8
// too: some line was pasted in by an old program. Letters of Windows-1252 hardly
// ever look like UTF-8.
func encodingOf(raw []byte) encoding {
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

// decode returns the text, and where in it lines stand that were not UTF-8
// in a UTF-8 file and were read as Windows-1252.
func (e encoding) decode(raw []byte) (text string, foreign []int, err error) {
	raw = raw[e.skip:]
	switch {
	case e.unit == 2:
		order := unicode.LittleEndian
		if e.order == binary.BigEndian {
			order = unicode.BigEndian
		}
		out, err := unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder().Bytes(raw)
		return string(out), nil, err
	case e.name == windows1252.name:
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
