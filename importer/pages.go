package importer

import (
	"bytes"
	"errors"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"hankeverkko/graph"
	"hankeverkko/importer/cell"
	"hankeverkko/importer/delimited"
	"hankeverkko/importer/page"
	"hankeverkko/words"
)

// projectPages is the rows of saved project pages: one for each body that takes
// part, or one for a project that names none. Rows are numbered from 1.
type projectPages struct {
	kind     string // "html" or "text"
	lines    []page.Line
	projects []*pageProject
	unread   []string // labels of what is not read
}

// pageProject is what a page tells of a project.
type pageProject struct {
	cells  map[string]string // by column
	bodies []map[string]string
	said   map[string]bool // of the number of applicants, ticked or alone
	marked bool            // some sentence is marked
	lists  bool            // bodies beside the first are named
}

// openPages reads project pages in a text. It is nil when the text is something
// else: no page names an applicant and a project by label.
func openPages(raw []byte) (*projectPages, *FileError) {
	const far, name = 2048, "irallinen nimi"
	if saved, ok := page.Single(raw, MaxInside); ok {
		raw = saved
	}
	e := delimited.EncodingOf(raw)
	if e.Unit == 1 && !bytes.Contains(raw, []byte(name)) && !page.IsHTML(string(raw[:min(len(raw), far)])) {
		return nil, nil // as most files, which are large
	}
	decoded, _, err := e.Decode(raw)
	if err != nil {
		return nil, nil
	}
	p := &projectPages{kind: "text"}
	if page.IsHTML(decoded) {
		p.kind = "html"
	} else if !strings.Contains(decoded, name) {
		return nil, nil
	}
	switch p.lines, err = page.Lines(decoded, MaxPageLines, MaxToken); {
	case errors.Is(err, page.ErrLimit) && p.kind == "text":
		return nil, nil // a table of so many lines, or such long ones, is none of these
	case errors.Is(err, page.ErrLimit):
		return nil, &FileError{Code: "page-too-large", Values: words.Values{"lines": MaxPageLines}}
	}
	if p.lines = splitLines(p.lines); !p.known() {
		return nil, nil
	}
	r := pageReader{pages: p}
	for _, l := range p.lines {
		r.read(l)
	}
	r.finish()
	return p, nil
}

// known tells project pages: a line begins with the label of a body's name, and
// another with the code or the name of the project or with an applicant's section.
func (p *projectPages) known() bool {
	body, project := false, false
	for _, l := range p.lines {
		if l.Blank() {
			continue
		}
		first := l.Cells[0]
		if cell.Form(numbered.ReplaceAllString(first, "")) == "hakijanperustiedot" {
			project = true
		}
		switch _, label, _, ok := labelled(first); {
		case !ok:
		case label.column == "Virallinen nimi" && label.applicant:
			body = true
		case label.column == "Hankekoodi", label.column == "Hankkeen nimi":
			project = true
		}
	}
	return body && project
}

// pageReader goes over the lines of pages.
type pageReader struct {
	pages   *projectPages
	project *pageProject
	body    map[string]string
	list    pageList
	columns []string // of the list that is being read
	table   int      // that the list stands in
	pending string   // the column whose value the next line is
	text    bool     // the pending column runs on
	place   bool     // the section is about the place of effect
}

func (r *pageReader) read(l page.Line) {
	cells := filled(l.Cells)
	switch {
	case len(cells) == 0:
		if r.list != listNone && r.body != nil {
			r.leaveList()
		}
		return
	case r.list != listNone && r.table != 0 && l.Table != r.table:
		r.leaveList()
	}
	first := cells[0]
	if said, ticked, marked := statement(first); said != "" {
		r.leaveList()
		r.pending = ""
		r.start()
		r.project.marked = r.project.marked || marked
		if ticked || !marked {
			r.project.said[said] = true
		}
		return
	}
	label, known, value, isLabel := labelled(first)
	if list := listOf(first); list != listNone && !isLabel {
		r.enterList(list)
		return
	}
	switch {
	case isLabel && headerOfBodies(cells):
		r.headList(cells)
		r.table, r.pending = l.Table, ""
	case isLabel:
		r.labels(cells, label, known, value)
	case r.list != listNone && !l.Heading && !r.section(first):
		r.member(cells)
		r.table = l.Table
	case l.Heading, r.section(first):
		r.leaveList()
		r.pending, r.text, r.body = "", false, r.lead()
		r.place = strings.Contains(cell.Form(first), "kohdealue") || strings.Contains(cell.Form(first), "toteutuspaikka")
	case r.pending != "":
		r.put(r.pending, strings.Join(cells, " "))
		if !r.text {
			r.pending = ""
		}
	}
}

// sections are the titles of the sections of a page, where text has lost what
// makes them headings.
var sections = regexp.MustCompile(`^\d{1,2}\.?[ \x{00A0}]+(?:Hanke$|Hakijan|Hankkeen|Hankkeelle|Viranomai|Tiivistelmä|Toteutus|Tavoit|Kohderyhm|Kustannus|Rahoitus|Maantieteelli|Seuranta|Indikaattor|Horisont|Hankeluok|Kestävä|Riski|Lisätie|Liitt|Muut|Tulokset|Vaikutu|Vastuu|Aikaisem)`)

func (r *pageReader) section(first string) bool { return sections.MatchString(first) }

// labels reads one label after another along a line. What follows a label is its
// value, unless it is a label too; a value may stand on the next line.
func (r *pageReader) labels(cells []string, label string, known pageLabel, value string) {
	if r.list != listNone && !known.applicant && !known.unread {
		r.leaveList()
	}
	for i := 0; i < len(cells); {
		i++
		if value == "" && i < len(cells) {
			if _, _, _, next := labelled(cells[i]); !next {
				value = cells[i]
				i++
			}
		}
		r.pending, r.text = "", false
		switch {
		case known.unread:
			r.unread(label)
		case value != "":
			r.put(r.key(known), value)
			if known.text {
				r.pending, r.text = known.column, true
			}
		default:
			r.pending, r.text = r.key(known), known.text
		}
		for ; i < len(cells); i++ { // what no label stands before is nothing that is read
			var ok bool
			if label, known, value, ok = labelled(cells[i]); ok {
				break
			}
		}
	}
}

// ofBody marks the columns of the body that is being read.
const ofBody = "@"

func (r *pageReader) key(l pageLabel) string {
	if l.applicant {
		return ofBody + l.column
	}
	return l.column
}

// put takes a value in. A name begins a new body, another code a new project.
func (r *pageReader) put(key, value string) {
	value = strings.TrimSpace(value)
	column, body := strings.CutPrefix(key, ofBody)
	if column == "Hankekoodi" {
		value = cell.Tidy(value)
		if r.project != nil && r.project.cells[column] != "" && r.project.cells[column] != value {
			r.finish()
		}
	}
	r.start()
	switch {
	case cell.Clean(value) == "":
	case column == "Virallinen nimi":
		r.add(value)
		r.place = false
	case body && r.place:
		if column == "Postitoimipaikka" && r.project.cells["Paikat"] == "" {
			r.project.cells["Paikat"] = value
		}
	case body && r.body == nil:
	case body:
		if r.body[column] == "" {
			r.body[column] = value
		}
	case column == "Paikat" || column == "Teemat" || column == "Kuvaus":
		// A text that is too long already stays so, and its row is rejected.
		if old := r.project.cells[column]; len(old) <= utf8.UTFMax*MaxCell {
			r.project.cells[column] = strings.TrimSpace(old + "\n" + value)
		}
	case r.project.cells[column] == "":
		r.project.cells[column] = value
	}
}

func (r *pageReader) start() {
	if r.project == nil {
		r.project = &pageProject{cells: map[string]string{}, said: map[string]bool{}}
	}
}

// add begins a body: the first of a project answers for it.
func (r *pageReader) add(name string) {
	part := graph.Partner
	switch {
	case r.list == listAided:
		part = graph.Recipient
	case (r.list == listNone || r.list == listAll) && len(r.project.bodies) == 0:
		part = graph.Lead
	}
	if part != graph.Lead {
		r.project.lists = true
	}
	r.body = map[string]string{"Virallinen nimi": name, "Osuus hankkeessa": part.String()}
	r.project.bodies = append(r.project.bodies, r.body)
}

func (r *pageReader) lead() map[string]string {
	if r.project == nil || len(r.project.bodies) == 0 {
		return nil
	}
	return r.project.bodies[0]
}

func (r *pageReader) enterList(list pageList) {
	r.start()
	r.list, r.columns, r.table, r.pending, r.text, r.body, r.place = list, nil, 0, "", false, nil, false
}

func (r *pageReader) leaveList() {
	if r.list != listNone {
		r.list, r.columns, r.table, r.body = listNone, nil, 0, r.lead()
	}
}

// headList takes the header of a list of bodies. Where no heading has told what
// list it is, it is of all who apply.
func (r *pageReader) headList(cells []string) {
	if r.list == listNone {
		r.enterList(listAll)
	}
	r.columns = nil
	for _, c := range cells {
		l, _ := labelOf(strings.TrimRight(c, ": "))
		if l.unread {
			r.unread(cell.Tidy(c))
		}
		r.columns = append(r.columns, l.column)
	}
}

var (
	idInText   = regexp.MustCompile(`\b\d{6,7}-\d\b`)
	idAndLabel = regexp.MustCompile(`(?i)[,(]?\s*(?:y-?tunnus)?\s*:?\s*\b\d{6,7}-\d\b\s*\)?`)
)

// member reads a row of a list of bodies.
func (r *pageReader) member(cells []string) {
	if len(cells) == 1 && cell.Clean(cells[0]) == "" {
		return
	}
	if r.columns != nil && len(cells) > 1 {
		values := map[string]string{}
		for i, c := range cells[:min(len(cells), len(r.columns))] {
			values[r.columns[i]] = c
		}
		if values["Virallinen nimi"] == "" {
			values["Virallinen nimi"] = cells[0]
		}
		r.add(values["Virallinen nimi"])
		for _, column := range r.columns {
			if column != "-" && values[column] != "" {
				r.body[column] = values[column]
			}
		}
		return
	}
	line := strings.Join(cells, "\t")
	rest := filled(strings.Split(idAndLabel.ReplaceAllString(line, ""), "\t"))
	if len(rest) == 0 {
		return // a number alone
	}
	r.add(rest[0])
	if id := idInText.FindString(line); id != "" {
		r.body["Y-tunnus"] = id
	}
	if len(rest) > 1 {
		r.body["Organisaatiotyyppi"] = rest[1]
	}
}

// mostUnread is how many labels are told that are not read: there are a dozen.
const mostUnread = 50

func (r *pageReader) unread(label string) {
	if len(r.pages.unread) < mostUnread && !slices.Contains(r.pages.unread, label) {
		r.pages.unread = append(r.pages.unread, label)
	}
}

// finish ends a project.
func (r *pageReader) finish() {
	if p := r.project; p != nil && (len(p.bodies) > 0 || len(p.cells) > 0) {
		r.pages.projects = append(r.pages.projects, p)
	}
	*r = pageReader{pages: r.pages}
}

// joint tells whether a page says that its project is a joint one.
func (p *pageProject) joint() string {
	only := len(p.said) == 1 || p.marked
	switch {
	case p.lists || only && p.said["joint"]:
		return "kyllä"
	case only && p.said["alone"]:
		return "ei"
	}
	return ""
}

func filled(cells []string) (out []string) {
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			out = append(out, strings.TrimSpace(c))
		}
	}
	return out
}
