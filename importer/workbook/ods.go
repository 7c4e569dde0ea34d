package workbook

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"
)

// The name spaces of an OpenDocument spreadsheet. A cell says what it holds in
// attributes and shows it as paragraphs; equal cells and rows in succession
// stand once, with how often they repeat.
const (
	officeSpace   = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
	tableSpace    = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
	textSpace     = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
	styleSpace    = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
	manifestSpace = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
	calcSpace     = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
)

const (
	odsContent  = "content.xml"
	odsManifest = "META-INF/manifest.xml"
	odsType     = "application/vnd.oasis.opendocument.spreadsheet"
)

func isOffice(name xml.Name) bool   { return name.Space == officeSpace }
func isManifest(name xml.Name) bool { return name.Space == manifestSpace }

// openODS opens an OpenDocument spreadsheet: all its tables stand in one part.
func openODS(a *archive) (*Book, error) {
	kind, err := a.text(openDocument)
	if err != nil {
		return nil, err
	}
	if kind = strings.TrimSpace(kind); kind != odsType && kind != odsType+"-template" {
		return nil, fault(OtherKind, "", "")
	}
	if a.has(odsManifest) {
		err := a.walk(odsManifest, "manifest", isManifest, func(w *walker, _ xml.StartElement) error {
			return w.children(func(xml.StartElement) error {
				return w.children(func(e xml.StartElement) error {
					if e.Name.Local == "encryption-data" {
						return fault(Encrypted, "", "")
					}
					return nil
				})
			})
		})
		if err != nil {
			return nil, err
		}
	}
	b := &Book{Kind: "ods", archive: a}
	hidden := map[string]bool{} // styles
	err = b.tables(func(w *walker, table xml.StartElement) error {
		name, _ := attributeIn(table, tableSpace, "name")
		style, _ := attributeIn(table, tableSpace, "style-name")
		b.Sheets = append(b.Sheets, &Sheet{Name: name, Hidden: hidden[style], body: &odsTable{book: b, index: len(b.Sheets)}})
		return nil
	}, hidden)
	return b, err
}

// tables goes through the content and calls each with the tables in it. Styles
// of tables that are not shown come before them.
func (b *Book) tables(each func(*walker, xml.StartElement) error, hidden map[string]bool) error {
	return b.archive.walk(odsContent, "document-content", isOffice, func(w *walker, _ xml.StartElement) error {
		return w.children(func(e xml.StartElement) error {
			switch {
			case isOffice(e.Name) && e.Name.Local == "automatic-styles":
				return w.children(func(style xml.StartElement) error {
					name, _ := attributeIn(style, styleSpace, "name")
					return w.children(func(e xml.StartElement) error {
						if display, ok := attributeIn(e, tableSpace, "display"); ok && display == "false" {
							hidden[name] = true
						}
						return nil
					})
				})
			case isOffice(e.Name) && e.Name.Local == "body":
				return w.children(func(e xml.StartElement) error {
					if !isOffice(e.Name) || e.Name.Local != "spreadsheet" {
						return nil
					}
					return w.children(func(e xml.StartElement) error {
						if e.Name.Space == tableSpace && e.Name.Local == "table" {
							return each(w, e)
						}
						return nil
					})
				})
			}
			return nil
		})
	})
}

// text reads a small part as it is.
func (a *archive) text(part string) (string, error) {
	r, err := a.open(part)
	if err != nil {
		return "", within(part, err)
	}
	defer r.Close()
	b, err := io.ReadAll(io.LimitReader(r, int64(a.limits.Token)))
	return string(b), within(part, err)
}

func attributeIn(e xml.StartElement, space, name string) (string, bool) {
	for _, a := range e.Attr {
		if a.Name.Space == space && a.Name.Local == name {
			return a.Value, true
		}
	}
	return "", false
}

// odsTable is one table of the content.
type odsTable struct {
	book  *Book
	index int
}

func (t *odsTable) rows(yield func(Row) bool) error {
	counted, err := t.count()
	if err != nil {
		return err
	}
	r := &odsReader{limits: t.book.archive.limits}
	at := -1
	err = t.book.tables(func(w *walker, _ xml.StartElement) error {
		if at++; at != t.index {
			return nil
		}
		r.walker = w
		return r.rows(yield)
	}, map[string]bool{})
	if err == nil && r.read != counted {
		return fault(Counts, odsContent, "")
	}
	return err
}

// odsReader goes down one table.
type odsReader struct {
	walker *walker
	limits Limits
	last   int // row that was read last
	read   int // rows that hold something
	open   []spread
}

// rows reads the rows of a table, also those in groups and headings.
func (r *odsReader) rows(yield func(Row) bool) error {
	return r.walker.children(func(e xml.StartElement) error {
		if e.Name.Space != tableSpace {
			return nil
		}
		switch e.Name.Local {
		case "table-row":
			return r.row(e, yield)
		case "table-rows", "table-row-group", "table-header-rows":
			return r.rows(yield)
		case "table", "table-cell", "covered-table-cell":
			return fault(BadXML, "", e.Name.Local)
		}
		return nil
	})
}

func (r *odsReader) row(e xml.StartElement, yield func(Row) bool) error {
	times, ok := repeats(e, "number-rows-repeated", lastRow)
	if !ok || r.last+times > lastRow {
		return fault(Misplaced, "", "row "+strconv.Itoa(r.last+1))
	}
	visibility, _ := attributeIn(e, tableSpace, "visibility")
	row := Row{Hidden: visibility == "collapse" || visibility == "filter"}
	var merged []spread
	column, valued := 0, false
	err := r.walker.children(func(e xml.StartElement) error {
		if e.Name.Space != tableSpace || e.Name.Local != "table-cell" && e.Name.Local != "covered-table-cell" {
			return nil
		}
		across, ok := repeats(e, "number-columns-repeated", lastColumn)
		if !ok || column+across > lastColumn {
			return fault(Misplaced, "", cellName(column, r.last+1))
		}
		c, err := r.cell(e)
		if err != nil {
			if f, ok := err.(*Fault); ok && f.At == "" {
				f.At = cellName(column, r.last+1)
			}
			return err
		}
		if c.valued {
			valued = true
			for i := column; i < column+across; i++ {
				row.set(i, c.text, c.kind, r.limits.Columns)
				if i >= r.limits.Columns {
					break // one stands for all that are not kept
				}
			}
			if c.text != "" {
				row.Width = max(row.Width, column+across)
			}
			if c.down > 1 && column < r.limits.Columns {
				merged = append(merged, spread{area{column, 0, c.down}, c.text, c.kind})
			}
		}
		column += across
		return nil
	})
	if err != nil || !valued {
		r.last += times
		return err
	}
	for range times {
		r.last++
		r.read++
		out := row
		out.Number, out.Cells, out.Kinds = r.last, append([]string(nil), row.Cells...), append([]Kind(nil), row.Kinds...)
		r.open = spreads(r.open, &out, r.limits.Columns)
		for _, m := range merged {
			r.open = append(r.open, spread{area{m.column, r.last, r.last + m.to - 1}, m.text, m.kind})
		}
		if len(r.open) > r.limits.Merged {
			return fault(TooMany, "", "merged cells")
		}
		if !yield(out) {
			return errStop
		}
	}
	return nil
}

// repeats reads how often an element stands, once when it does not say.
func repeats(e xml.StartElement, name string, most int) (int, bool) {
	written, ok := attributeIn(e, tableSpace, name)
	if !ok {
		return 1, true
	}
	n, err := strconv.Atoi(written)
	return n, err == nil && n >= 1 && n <= most
}
