package workbook

import (
	"archive/zip"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Part is one file of an archive that holds files of any kind.
type Part struct {
	// Name is for people: it leads nowhere.
	Name string
	// Size is how many bytes it unpacks to.
	Size int64

	of   *archive
	file *zip.File
}

// Parts lists the files of an archive in its own order, without the folders.
// The archive is checked as a workbook is, and a broken one is a *Fault. Whole
// tells an archive that is a workbook or another document in parts, which is to
// be read by Open.
func Parts(raw []byte, l Limits) (all []Part, whole bool, err error) {
	l.AnyName = true
	a, err := openArchive(raw, l)
	if err != nil {
		return nil, false, err
	}
	if a.has(contentTypes) || a.has(packageRels) || a.has(openDocument) {
		return nil, true, nil
	}
	for _, f := range a.files {
		if name := nameOf(f); !strings.HasSuffix(name, "/") {
			all = append(all, Part{Name: name, Size: int64(f.UncompressedSize64), of: a, file: f})
		}
	}
	return all, false, nil
}

// nameOf writes the name of a part with slashes. Old programs wrote it in the
// code page of the screen, which most often was this one.
func nameOf(f *zip.File) string {
	name := f.Name
	if !utf8.ValidString(name) {
		name, _ = charmap.CodePage850.NewDecoder().String(name) // gives a letter for any byte
	}
	return shown(strings.ReplaceAll(name, `\`, "/"))
}

// Bytes unpacks the part. Size and sum are checked.
func (p Part) Bytes() ([]byte, error) {
	r, err := p.of.unpack(p.file)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}
