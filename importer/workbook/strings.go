package workbook

import (
	"encoding/xml"
	"strings"
)

// sharedStrings reads the texts that cells name by number. How many there are
// is counted, not believed.
func (a *archive) sharedStrings(part string) ([]string, error) {
	var all []string
	var pool pool
	err := a.walk(part, "sst", isMain, func(w *walker, _ xml.StartElement) error {
		return w.children(func(e xml.StartElement) error {
			if !isMain(e.Name) || e.Name.Local != "si" {
				return nil
			}
			if len(all) == a.limits.Strings {
				return fault(TooMany, "", "strings")
			}
			text, err := w.rich()
			all = append(all, pool.keep(text))
			return err
		})
	})
	return all, err
}

// rich returns the text of a string that may be in runs of several looks. What
// says how to pronounce it is no part of the text.
func (w *walker) rich() (string, error) {
	w.runs = w.runs[:0]
	err := w.children(func(e xml.StartElement) error {
		switch {
		case isMain(e.Name) && e.Name.Local == "t":
			return w.addRun()
		case isMain(e.Name) && e.Name.Local == "r":
			return w.children(func(e xml.StartElement) error {
				if isMain(e.Name) && e.Name.Local == "t" {
					return w.addRun()
				}
				return nil
			})
		}
		return nil
	})
	return string(w.runs), err
}

func (w *walker) addRun() error {
	text, err := w.text()
	if err != nil {
		return err
	}
	if w.runs = append(w.runs, unescaped(text)...); len(w.runs) > w.limits.Token {
		return errToken
	}
	return nil
}

// pool keeps many small texts in few large pieces of memory.
type pool struct{ piece strings.Builder }

func (p *pool) keep(s string) string {
	const size = 64 << 10
	if len(s) > size/4 {
		return s
	}
	if p.piece.Cap()-p.piece.Len() < len(s) {
		p.piece = strings.Builder{}
		p.piece.Grow(size)
	}
	from := p.piece.Len()
	p.piece.WriteString(s)
	return p.piece.String()[from:]
}
