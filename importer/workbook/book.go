package workbook

import (
	"encoding/xml"
	"path"
	"strings"
)

// Book is an open workbook. Its sheets are read when they are asked for.
type Book struct {
	// Kind is "xlsx" or "ods".
	Kind string
	// Since1904 tells from which year days are counted.
	Since1904 bool
	Sheets    []*Sheet

	archive *archive
	strings []string
	styles  styles
}

// Open checks the archive and reads all but the sheets.
func Open(raw []byte, l Limits) (*Book, error) {
	a, err := openArchive(raw, l)
	if err != nil {
		return nil, err
	}
	if a.has(openDocument) {
		return openODS(a)
	}
	main, err := a.mainPart()
	if err != nil {
		return nil, err
	}
	b := &Book{Kind: "xlsx", archive: a}
	named, err := b.readSheets(main)
	if err != nil {
		return nil, err
	}
	targets, err := a.relationships(main)
	if err != nil {
		return nil, err
	}
	for _, s := range named {
		target, ok := targets[s.relation]
		if !ok {
			return nil, fault(PartMissing, main, shown(s.sheet.Name))
		}
		if target.kind != "worksheet" {
			continue // a sheet that is one chart, or an old dialogue
		}
		s.sheet.body = &worksheet{part: target.part, book: b}
		b.Sheets = append(b.Sheets, s.sheet)
	}
	for _, target := range targets {
		switch target.kind {
		case "sharedStrings":
			b.strings, err = a.sharedStrings(target.part)
		case "styles":
			b.styles, err = a.styles(target.part)
		}
		if err != nil {
			return nil, err
		}
	}
	return b, nil
}

const (
	contentTypes  = "[Content_Types].xml"
	packageRels   = "_rels/.rels"
	openDocument  = "mimetype"
	wordDocument  = "wordprocessingml"
	presentation  = "presentationml"
	binaryContent = "sheet.binary"
)

// mainPart finds the part that describes the workbook, and refuses archives
// that are something else.
func (a *archive) mainPart() (string, error) {
	if !a.has(contentTypes) {
		if a.has("word/document.xml") || a.has("ppt/presentation.xml") || !a.has(packageRels) {
			return "", fault(OtherKind, "", "")
		}
		return "", fault(PartMissing, contentTypes, "")
	}
	types := map[string]string{}
	byEnding := map[string]string{}
	err := a.walk(contentTypes, "Types", isPackage("content-types"), func(w *walker, _ xml.StartElement) error {
		return w.children(func(e xml.StartElement) error {
			content, _ := attribute(e, "ContentType")
			switch name, _ := attribute(e, "PartName"); e.Name.Local {
			case "Override":
				types[strings.ToLower(name)] = content
			case "Default":
				ending, _ := attribute(e, "Extension")
				byEnding[strings.ToLower(ending)] = content
			}
			return nil
		})
	})
	if err != nil {
		return "", err
	}
	targets, err := a.relationships("")
	if err != nil {
		return "", err
	}
	for _, target := range targets {
		if target.kind != "officeDocument" {
			continue
		}
		content, ok := types["/"+strings.ToLower(target.part)]
		if !ok {
			content = byEnding[strings.TrimPrefix(strings.ToLower(path.Ext(target.part)), ".")]
		}
		switch {
		case strings.Contains(content, binaryContent):
			return "", fault(Binary, "", "")
		case strings.Contains(content, wordDocument), strings.Contains(content, presentation):
			return "", fault(OtherKind, "", "")
		}
		return target.part, nil
	}
	return "", fault(OtherKind, "", "")
}

func isPackage(what string) func(xml.Name) bool {
	return func(name xml.Name) bool { return name.Space == partSpace+what }
}

// target is where a relationship leads: a part and what it is, which is the
// last word of the relationship's type, in both editions of the standard.
type target struct{ kind, part string }

// relationships reads where a part points to; the empty part is the package.
// What lies outside of the archive is left out.
func (a *archive) relationships(of string) (map[string]target, error) {
	rels := packageRels
	if of != "" {
		rels = path.Join(path.Dir(of), "_rels", path.Base(of)+".rels")
	}
	targets := map[string]target{}
	err := a.walk(rels, "Relationships", isPackage("relationships"), func(w *walker, _ xml.StartElement) error {
		return w.children(func(e xml.StartElement) error {
			id, _ := attribute(e, "Id")
			kind, _ := attribute(e, "Type")
			to, _ := attribute(e, "Target")
			if mode, _ := attribute(e, "TargetMode"); mode == "External" {
				return nil
			}
			if _, twice := targets[id]; twice {
				return fault(Named, "", shown(id))
			}
			part, absolute := strings.CutPrefix(to, "/")
			if !absolute {
				part = path.Join(path.Dir(of), to)
			}
			if part = path.Clean(part); !sound(part) {
				return fault(Named, "", shown(to))
			}
			targets[id] = target{kind[strings.LastIndexByte(kind, '/')+1:], part}
			return nil
		})
	})
	return targets, err
}

// named is a sheet and the relationship that leads to it.
type named struct {
	sheet    *Sheet
	relation string
}

func (b *Book) readSheets(main string) (all []named, err error) {
	err = b.archive.walk(main, "workbook", isMain, func(w *walker, _ xml.StartElement) error {
		return w.children(func(e xml.StartElement) error {
			switch {
			case isMain(e.Name) && e.Name.Local == "workbookPr":
				since, _ := attribute(e, "date1904")
				b.Since1904 = isTrue(since)
			case isMain(e.Name) && e.Name.Local == "sheets":
				return w.children(func(e xml.StartElement) error {
					if !isMain(e.Name) || e.Name.Local != "sheet" {
						return nil
					}
					s := &Sheet{}
					s.Name, _ = attribute(e, "name")
					state, _ := attribute(e, "state")
					s.Hidden = state == "hidden" || state == "veryHidden"
					var relation string
					for _, attr := range e.Attr {
						if attr.Name.Local == "id" && (attr.Name.Space == relSpace || attr.Name.Space == relSpaceStrict) {
							relation = attr.Value
						}
					}
					all = append(all, named{s, relation})
					return nil
				})
			}
			return nil
		})
	})
	return all, err
}

func isTrue(s string) bool { return s == "1" || s == "true" }
