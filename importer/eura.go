package importer

import (
	"regexp"
	"slices"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/importer/cell"
	"hankeverkko/importer/workbook"
)

// The project lists of the ministry's information services EURA 2007 and EURA
// 2014 have one row and one implementer for each project. Their raw downloads
// part columns by commas and quote nothing, so a comma in a title, an
// authority or a name cuts it in two; some rows stand as a whole in one quoted
// field, with quotes inside that are doubled or not; rows may end in
// semicolons. Tidied copies have written | or nothing for the commas.

const euraCredit = "Rakennerahastotietopalvelu EURA, työ- ja elinkeinoministeriö"

var (
	euraFund    = regexp.MustCompile(`^(EAKR|ESR)$`)
	euraAnyCode = regexp.MustCompile(`^[AS]\d{5,9}$`)
	euraState   = regexp.MustCompile(`^\p{Lu}[\p{L} ]+$`)
	// euraAuthority parts what stands before the name of an authority from the name.
	euraAuthority = regexp.MustCompile(`^(.*?)((?:` + strings.Join([]string{
		`\p{Lu}[\p{L}-]* elinkeino-,? *liikenne- ja ympäristökeskus`, `\p{Lu}[\p{L}-]* (?i:maakunta)?(?i:liitto)`, `Satakuntaliitto`,
		`\p{Lu}[\p{L}-]* maakunta -kuntayhtymä`, `\p{Lu}[\p{L}-]*(?: ja [\p{L}-]*)?ministeriö`,
		`Innovaatiorahoituskeskus \p{Lu}[\p{L} ]*`, `Tekes`, `Finnvera(?: Oyj)?`, `Opetushallitus`, `Liikennevirasto`,
	}, "|") + `)(?:,? *(?:yritystuet|pääomasijoitustoiminta))?)$`)
	oneDigit = regexp.MustCompile(`^\d$`)
)

// The shapes of the columns of an EURA list.
var (
	shapeCode      = shape{fits: matching(euraAnyCode)}
	shapeFund      = shape{fits: matching(euraFund)}
	shapeTitle     = shape{fits: isText, runs: true}
	shapePriority  = shape{fits: matching(oneDigit)}
	shapeAuthority = shape{fits: matching(euraAuthority), runs: true, odd: func(s string) bool { return euraAuthority.FindStringSubmatch(cell.Tidy(s))[1] != "" }}
	shapeState     = shape{fits: matching(euraState)}
	shapeDay       = shape{fits: isDay}
	shapeName      = shape{fits: isText, runs: true}
	shapeAmount    = shape{fits: isAmount}
)

func matching(p *regexp.Regexp) func(string) bool {
	return func(s string) bool { return p.MatchString(cell.Tidy(s)) }
}

func isText(s string) bool { return !isAmount(s) && !isDay(s) }

// mendEURA puts rows right that do not stand as their header does.
func mendEURA(shapes []shape) func(*header, row) (row, bool, bool) {
	return func(h *header, r row) (row, bool, bool) {
		r, realigned, ok := realign(h, r, shapes)
		r, shifted := shiftBack(h, r)
		return r, realigned || shifted, ok
	}
}

// realign cuts the line of a row anew. A row that stands as it should is left
// alone, and so is one of a workbook or of a list that has got more columns.
func realign(h *header, r row, shapes []shape) (row, bool, bool) {
	if r.line == "" || len(h.names) != len(shapes) {
		return r, false, true
	}
	whole := !r.broken && r.width >= len(shapes) && len(r.fields) >= len(shapes) && nothing(r.fields[len(shapes):])
	if n := misfits(r.fields, shapes); whole && (n == 0 || n == 1 && r.width == len(shapes)) {
		r.fields, r.width = r.fields[:len(shapes)], len(shapes)
		return r, false, true
	}
	line, packed := unpacked(r.line)
	fields := strings.Split(line, ",")
	cells, ok := align(fields, shapes)
	if !ok {
		return r, false, whole
	}
	moved := packed || len(fields) < len(shapes) || !slices.Equal(cells, fields[:len(shapes)])
	r.fields, r.width, r.broken = cells, len(cells), false
	return r, moved, true
}

// nothing tells fields that are empty but for the semicolon that ends a line.
func nothing(fields []string) bool {
	return !slices.ContainsFunc(fields, func(f string) bool { return cell.Tidy(strings.Trim(f, "; ")) != "" })
}

// misfits counts the cells that do not look as those of their columns do.
func misfits(fields []string, shapes []shape) int {
	n := 0
	for i, s := range shapes[:min(len(shapes), len(fields))] {
		if written := strings.TrimRight(fields[i], "; "); cell.Clean(written) != "" && !s.fits(written) {
			n++
		}
	}
	return n
}

// shiftBack puts a granted amount back that stands in the place of the first
// day, with nothing in its own.
func shiftBack(h *header, r row) (row, bool) {
	from, okFrom := h.at(graph.FieldFrom)
	granted, okGranted := h.at(graph.FieldGranted)
	if !okFrom || !okGranted || max(from, granted) >= len(r.fields) || r.kind(from) == workbook.Moment {
		return r, false
	}
	written := r.fields[from]
	if !isAmount(written) || isDay(written) || cell.Clean(r.fields[granted]) != "" {
		return r, false
	}
	r.fields = slices.Clone(r.fields)
	r.fields[from], r.fields[granted] = "", written
	return r, true
}

// unpacked takes the semicolons off the end of a line, and the quotes off a
// line that is one quoted field.
func unpacked(line string) (string, bool) {
	line = strings.TrimRight(line, "; \r\n")
	if len(line) < 2 || line[0] != '"' || line[len(line)-1] != '"' {
		return line, false
	}
	return strings.ReplaceAll(line[1:len(line)-1], `""`, `"`), true
}

// settleEURA makes the raw and the tidied lists say the same, and what other
// sources say of the same projects.
func settleEURA(cells graph.Cells) {
	title := cells[graph.FieldProject]
	if m := euraAuthority.FindStringSubmatch(cells[graph.FieldAuthority]); m != nil {
		// Where a comma cut the title at the wrong place, its end stands before the authority.
		title = strings.Join(filledOf(title, strings.Trim(m[1], " ,|")), " | ")
		cells[graph.FieldAuthority] = withCommas(m[2])
	}
	if title = cell.Tidy(strings.Trim(bars.ReplaceAllString(strings.ReplaceAll(title, `""`, `"`), ", "), " ,")); title != "" {
		cells[graph.FieldProject] = title
	}
	switch name := cells[graph.FieldActor]; {
	case name == "":
	case isAmount(name):
		delete(cells, graph.FieldActor) // the amount that follows, written into an empty cell
	default:
		cells[graph.FieldActor] = withCommas(name)
		cells[graph.FieldPart] = graph.Lead.String()
	}
}

var (
	bars      = regexp.MustCompile(`\s*\|\s*`)
	commaLost = regexp.MustCompile(`elinkeino-,? *liikenne-`)
	aidCut    = regexp.MustCompile(`,? *(yritystuet|pääomasijoitustoiminta)$`)
)

// withCommas gives an authority the commas that its name has.
func withCommas(name string) string {
	return aidCut.ReplaceAllString(commaLost.ReplaceAllString(name, "elinkeino-, liikenne-"), ", $1")
}

// filledOf keeps the texts that are not empty.
func filledOf(texts ...string) []string {
	return slices.DeleteFunc(texts, func(t string) bool { return t == "" })
}

// euraKnownTo is a day that the list is not older than: the end of a project
// that has ended, the start of one that has been paid.
func euraKnownTo(cells graph.Cells) graph.Date {
	day := cells[graph.FieldFrom]
	switch paid := cells[graph.FieldPaid]; {
	case cells[graph.FieldStatus] == "Toiminta päättynyt" && cells[graph.FieldTo] != "":
		day = cells[graph.FieldTo]
	case paid == "" || paid == "0" || paid[0] == '-':
		return 0
	}
	date, _ := graph.ParseDate(day) // cells hold days that were parsed
	return date
}
