package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// Limits bound what a workbook may ask of the reader.
type Limits struct {
	Parts     int   // entries of the archive
	Unpacked  int64 // bytes of all entries together
	Ratio     int64 // bytes unpacked for one packed, of entries above RatioFrom
	RatioFrom int64
	Depth     int // of elements in a part
	Token     int // bytes of one tag or one text
	Strings   int // shared strings
	Merged    int // merged areas of a sheet
	// AnyName takes names of parts that are no sound paths: for an archive whose
	// parts are only read, and never looked up by another's word.
	AnyName bool
	// Columns is how many columns of a row are kept; one more cell is what
	// stands beyond them.
	Columns int
}

// archive is a zip whose directory has been found sound.
type archive struct {
	parts  map[string]*zip.File // by name in small letters: part names differ by more than case
	files  []*zip.File          // in the order of the directory
	limits Limits
}

const (
	localHeader = "PK\x03\x04"
	directory   = "PK\x01\x02"
	endRecord   = "PK\x05\x06"
	localLength = 30
	endLength   = 22

	largeRecord        = "PK\x06\x06"
	largeLocator       = "PK\x06\x07"
	largeLength        = 56
	largeLocatorLength = 20
)

// openArchive checks all that the directory says before a byte is unpacked:
// archive/zip reads entries that repeat, overlap or name other sizes than
// their headers do, and stops at none of the limits.
func openArchive(raw []byte, l Limits) (*archive, error) {
	if !endsWhole(raw) {
		return nil, fault(Broken, "", "end")
	}
	// Each entry of the directory costs memory before it can be counted, so a
	// rough count comes first; the sign may stand in packed bytes too.
	if bytes.Count(raw, []byte(directory)) > 10*l.Parts {
		return nil, fault(TooMany, "", "")
	}
	reader, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, &Fault{Code: Broken, Err: err}
	}
	if len(reader.File) > l.Parts {
		return nil, fault(TooMany, "", "")
	}
	a := &archive{parts: make(map[string]*zip.File, len(reader.File)), files: reader.File, limits: l}
	var unpacked uint64
	for _, f := range reader.File {
		if !l.AnyName && !sound(f.Name) {
			return nil, fault(Named, shown(f.Name), "")
		}
		name := strings.ToLower(f.Name)
		if a.parts[name] != nil {
			return nil, fault(Named, f.Name, "")
		}
		a.parts[name] = f
		const encrypted, encryptedDirectory = 1 << 0, 1 << 13
		if f.Flags&(encrypted|encryptedDirectory) != 0 {
			return nil, fault(Encrypted, f.Name, "")
		}
		if f.Method != zip.Store && f.Method != zip.Deflate {
			return nil, fault(Broken, f.Name, "method")
		}
		// In this order nothing overflows.
		if f.UncompressedSize64 > uint64(l.Unpacked) || unpacked+f.UncompressedSize64 > uint64(l.Unpacked) {
			return nil, fault(TooBig, f.Name, "")
		}
		unpacked += f.UncompressedSize64
		if packed := min(f.CompressedSize64, uint64(l.Unpacked)); f.UncompressedSize64 > uint64(l.RatioFrom) && f.UncompressedSize64 > uint64(l.Ratio)*packed {
			return nil, fault(TooDense, f.Name, "")
		}
	}
	return a, entries(raw, reader.File)
}

// endsWhole tells that the last bytes are the end of the directory, and that
// the directory stands right before it where it says: nothing was cut off, and
// nothing was put behind, before or between.
func endsWhole(raw []byte) bool {
	at := bytes.LastIndex(raw, []byte(endRecord))
	if at < 0 || len(raw)-at < endLength || at+endLength+int(binary.LittleEndian.Uint16(raw[at+endLength-2:])) != len(raw) {
		return false
	}
	from, length := uint64(binary.LittleEndian.Uint32(raw[at+16:])), uint64(binary.LittleEndian.Uint32(raw[at+12:]))
	// Some writers say it in the form for large archives too, between the two.
	if locator := at - largeLocatorLength; locator >= 0 && bytes.HasPrefix(raw[locator:], []byte(largeLocator)) {
		large := binary.LittleEndian.Uint64(raw[locator+8:])
		if large > uint64(locator) || uint64(locator)-large < largeLength || !bytes.HasPrefix(raw[large:], []byte(largeRecord)) {
			return false
		}
		at, from, length = int(large), binary.LittleEndian.Uint64(raw[large+48:]), binary.LittleEndian.Uint64(raw[large+40:])
	}
	return from <= uint64(at) && length == uint64(at)-from
}

// sound tells that a name is a path that stays inside the archive.
func sound(name string) bool {
	if name == "" || !utf8.ValidString(name) || strings.ContainsAny(name, "\\:") || strings.HasPrefix(name, "/") {
		return false
	}
	if strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r == 0x7F }) {
		return false
	}
	return !slices.ContainsFunc(strings.Split(strings.TrimSuffix(name, "/"), "/"), func(part string) bool {
		return part == "" || part == "." || part == ".."
	})
}

// entries checks that no two entries share bytes and that the header before
// each says what the directory says.
func entries(raw []byte, files []*zip.File) error {
	type extent struct {
		file     *zip.File
		from, to int64
	}
	extents := make([]extent, 0, len(files))
	for _, f := range files {
		from, err := f.DataOffset()
		if err != nil {
			return &Fault{Code: Broken, Part: f.Name, Err: err}
		}
		if from > int64(len(raw)) || f.CompressedSize64 > uint64(int64(len(raw))-from) {
			return fault(Broken, f.Name, "size")
		}
		extents = append(extents, extent{f, from, from + int64(f.CompressedSize64)})
	}
	slices.SortFunc(extents, func(a, b extent) int { return int(a.from - b.from) })
	before := int64(0)
	for _, e := range extents {
		if e.from < before+localLength {
			return fault(Broken, e.file.Name, "overlap")
		}
		at, ok := header(raw[before:e.from], e.file)
		if !ok {
			return fault(Broken, e.file.Name, "header")
		}
		if before == 0 && at > 0 {
			return fault(Broken, "", "start") // of an archive that something was put before
		}
		before = e.to
	}
	return nil
}

// header finds the header that ends a stretch of bytes and compares it with
// the directory.
func header(stretch []byte, f *zip.File) (at int, ok bool) {
	for at = len(stretch) - localLength; ; at-- {
		if at = bytes.LastIndex(stretch[:max(0, min(len(stretch), at+len(localHeader)))], []byte(localHeader)); at < 0 {
			return 0, false
		}
		h := stretch[at:]
		if len(h) < localLength {
			continue
		}
		name, extra := int(binary.LittleEndian.Uint16(h[26:])), int(binary.LittleEndian.Uint16(h[28:]))
		if localLength+name+extra != len(h) {
			continue // the sign stood in a name or in what lies between
		}
		const (
			laterSizes = 1 << 3
			zip64      = 0xFFFFFFFF
		)
		flags, packed, unpacked := binary.LittleEndian.Uint16(h[6:]), binary.LittleEndian.Uint32(h[18:]), binary.LittleEndian.Uint32(h[22:])
		sizes := flags&laterSizes != 0 || packed == zip64 || unpacked == zip64 ||
			uint64(packed) == f.CompressedSize64 && uint64(unpacked) == f.UncompressedSize64 && binary.LittleEndian.Uint32(h[14:]) == f.CRC32
		return at, sizes && string(h[localLength:localLength+name]) == f.Name && flags == f.Flags && binary.LittleEndian.Uint16(h[8:]) == f.Method
	}
}

func (a *archive) has(name string) bool { return a.parts[strings.ToLower(name)] != nil }

// open gives the bytes of a part. Reading to the end checks size and sum.
func (a *archive) open(name string) (io.ReadCloser, error) {
	f := a.parts[strings.ToLower(name)]
	if f == nil {
		return nil, fault(PartMissing, shown(name), "")
	}
	return a.unpack(f)
}

func (a *archive) unpack(f *zip.File) (io.ReadCloser, error) {
	r, err := f.Open()
	if err != nil {
		return nil, &Fault{Code: Broken, Part: f.Name, Err: err}
	}
	return &exactly{ReadCloser: r, left: int64(f.UncompressedSize64)}, nil
}

// exactly refuses more bytes than the directory has named.
type exactly struct {
	io.ReadCloser
	left int64
}

func (e *exactly) Read(p []byte) (int, error) {
	n, err := e.ReadCloser.Read(p)
	if e.left -= int64(n); e.left < 0 {
		return 0, fault(Broken, "", "size")
	}
	if err != nil && err != io.EOF {
		err = &Fault{Code: Broken, Err: err}
	}
	return n, err
}

// shown is a name from the file as an error may quote it.
func shown(name string) string {
	const longest = 80
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7F || r == utf8.RuneError {
			return '?'
		}
		return r
	}, name)
	if len(name) > longest {
		name = strings.ToValidUTF8(name[:longest], "") + "…"
	}
	return name
}
