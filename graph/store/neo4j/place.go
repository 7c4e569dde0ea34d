package neo4j

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// joined writes parts as one text that sorts as the list of parts does, byte
// by byte, and that no other list gives. A part ends with NUL; inside, NUL
// and the byte after it are written as two.
func joined(parts ...string) string {
	var b strings.Builder
	for _, p := range parts {
		escape.WriteString(&b, p)
		b.WriteByte(0)
	}
	return b.String()
}

var escape = strings.NewReplacer("\x00", "\x01\x01", "\x01", "\x01\x02")

// identity names parts of any length in an index.
func identity(parts ...string) string {
	sum := sha256.Sum256([]byte(joined(parts...)))
	return hex.EncodeToString(sum[:16])
}

// placed is how many characters of a place an index takes; it holds no more
// than some 8 000 bytes.
const placed = 400

// place says where parts stand in order, by their first characters. Parts of
// one place may be in any order.
func place(parts ...string) string {
	text, n := joined(parts...), 0
	for i := range text {
		if n == placed {
			return text[:i]
		}
		n++
	}
	return text
}
