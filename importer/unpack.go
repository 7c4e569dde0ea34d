package importer

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"path"
	"strings"

	"hankeverkko/importer/workbook"
	"hankeverkko/words"
)

// inner is one file as it came or as it lay in an archive.
type inner struct {
	name string // with that of the archive before it
	raw  []byte
}

// LeftOut is a file of an archive that was not read, and why.
type LeftOut struct {
	File   string
	Code   string
	Values words.Values
}

// Text says why it was not read.
func (l LeftOut) Text(lang string) string { return words.Text(lang, "error."+l.Code, l.Values) }

const gzipStart = "\x1F\x8B"

// unpack takes the files out of an archive. A file that is none, or is a
// workbook, comes back as it is, and so do the archives in an archive, which
// are not opened.
func unpack(name string, raw []byte) (files []inner, archive bool, err *FileError) {
	switch {
	case bytes.HasPrefix(raw, []byte(gzipStart)):
		if raw, err = gunzip(raw); err != nil {
			return nil, false, err
		}
		return []inner{{strings.TrimSuffix(name, path.Ext(name)), raw}}, false, nil
	case !isArchive(raw):
		return []inner{{name, raw}}, false, nil
	}
	parts, whole, failed := workbook.Parts(raw, archiveLimits())
	switch {
	case whole, failed != nil && likelyWorkbook(name, raw):
		return []inner{{name, raw}}, false, nil // its reader says what is wrong
	case failed != nil:
		return nil, false, archiveError(failed)
	}
	for _, p := range parts {
		if p.Size > MaxInside {
			return nil, false, &FileError{Code: "archive-file-too-large", Values: words.Values{"file": shown(p.Name), "limit": MaxInside >> 20}}
		}
		inside, failed := p.Bytes()
		if failed != nil {
			return nil, false, archiveError(failed)
		}
		files = append(files, inner{name + "/" + p.Name, inside})
	}
	return files, true, nil
}

func isArchive(raw []byte) bool {
	return bytes.HasPrefix(raw, []byte(archiveStart)) && len(raw) > 4 && raw[2] < ' '
}

// likelyWorkbook tells a broken archive that would be a workbook, so that the
// fault is called what the person calls the file.
func likelyWorkbook(name string, raw []byte) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".xlsx", ".xlsm", ".ods":
		return true
	}
	return bytes.Contains(raw, []byte("[Content_Types].xml")) || bytes.Contains(raw[:min(len(raw), 64)], []byte("mimetype"))
}

func gunzip(raw []byte) ([]byte, *FileError) {
	r, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, &FileError{Code: "archive-broken", Values: words.Values{"place": "–"}}
	}
	// What is beyond either limit is not unpacked.
	most := min(MaxInside, max(RatioFrom, int64(len(raw))*MaxRatio))
	out, err := io.ReadAll(io.LimitReader(r, most+1))
	switch {
	case int64(len(out)) > most && most < MaxInside:
		return nil, &FileError{Code: "archive-too-dense", Values: words.Values{"place": "–"}}
	case int64(len(out)) > most:
		return nil, &FileError{Code: "archive-too-big", Values: words.Values{"place": "–"}}
	case err != nil:
		return nil, &FileError{Code: "archive-broken", Values: words.Values{"place": "–"}}
	}
	return out, nil
}

// archiveError puts the fault of an archive into words for people.
func archiveError(err error) *FileError {
	e := workbookError(err)
	var f *workbook.Fault
	if errors.As(err, &f) {
		e.Code = "archive-" + string(f.Code)
	}
	return e
}

// litter is what programs leave in archives for themselves.
func litter(name string) bool {
	base := path.Base(name)
	return strings.Contains("/"+name, "/__MACOSX/") || base == ".DS_Store" || strings.EqualFold(base, "Thumbs.db") || strings.EqualFold(base, "desktop.ini")
}

// otherThings are the codes of files of an archive that are no data: they are
// left out and told. Anything else that is wrong with a file refuses them all,
// so that no half of a source is taken for the whole.
var otherThings = setOf("not-table web-page empty columns-missing-actor columns-missing-project columns-missing-both workbook-other-kind archive-inside litter")

// readArchive reads what an archive holds. What is left out is told by the
// first of its files.
func readArchive(name string, files []inner, formats []Format, o Options) (all []*contents, err *FileError) {
	var left []LeftOut
	for _, f := range files {
		c, err := readInside(f, formats, o)
		switch {
		case err == nil:
			all = append(all, c)
		case otherThings[err.Code]:
			left = append(left, LeftOut{strings.TrimPrefix(f.name, name+"/"), err.Code, err.Values})
		default:
			err.File = f.name
			return nil, err
		}
	}
	if len(all) == 0 {
		return nil, &FileError{File: name, Code: "archive-nothing", Values: words.Values{"files": namesOf(left)}}
	}
	all[0].left = left
	return all, nil
}

func readInside(f inner, formats []Format, o Options) (*contents, *FileError) {
	switch {
	case litter(f.name):
		return nil, &FileError{Code: "litter"}
	case bytes.HasPrefix(f.raw, []byte(gzipStart)):
		return nil, &FileError{Code: "archive-inside"}
	case isArchive(f.raw):
		if _, whole, failed := workbook.Parts(f.raw, archiveLimits()); failed == nil && !whole {
			return nil, &FileError{Code: "archive-inside"}
		}
	}
	c := &contents{name: f.name, raw: f.raw}
	return c, c.find(formats, o)
}

// namesOf names the first files, as an error may show them.
func namesOf(left []LeftOut) string {
	const most = 5
	var names []string
	for _, l := range left[:min(most, len(left))] {
		names = append(names, shown(l.File))
	}
	if len(left) > most {
		names = append(names, "…")
	}
	if len(names) == 0 {
		return "–"
	}
	return strings.Join(names, ", ")
}
