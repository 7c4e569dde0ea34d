package importer

import (
	"cmp"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/importer/cell"
	"hankeverkko/importer/workbook"
	"hankeverkko/words"
)

// store makes a record of a row.
func (s *sheet) store(r row) {
	told := len(s.issues)
	cells, names := s.cells(r)
	if len(names) > 0 {
		cells[graph.FieldActor] = names[0]
		s.addPartners(cells, names[1:])
	}
	if s.footer(r, cells) {
		s.rows.Blank++
		return
	}
	if s.layout.settle != nil {
		s.layout.settle(s, r, cells)
	}
	project := s.project(cells)
	if project == "" {
		s.reject(r.number, s.shownColumn(s.layout.names()), "project-missing", nil)
		return
	}
	actor := identity.ActorIDOf(cells[graph.FieldBusinessID], cells[graph.FieldPIC], cells[graph.FieldVAT], cells[graph.FieldActor])
	if actor == "" || cells[graph.FieldActor] == "" {
		switch s.layout.actors {
		case actorNeeded:
			s.reject(r.number, s.shownColumn(graph.FieldActor), "actor-missing", nil)
			return
		case actorWanted:
			s.note(Issue{Row: r.number, Column: s.shownColumn(graph.FieldActor), Code: "actor-missing", Kept: true})
		}
	}
	if from, to := cells[graph.FieldFrom], cells[graph.FieldTo]; from != "" && to != "" && to < from {
		s.note(Issue{Row: r.number, Column: s.shownColumn(graph.FieldTo), Code: "end-before-start", Values: words.Values{"from": dayText(from), "to": dayText(to)}, Kept: true})
	}
	if actor != "" && cells[graph.FieldPart] == "" && (s.header.lead || s.header.has(graph.FieldPartners)) {
		cells[graph.FieldPart] = graph.Lead.String()
	}
	if s.layout.knownTo != nil {
		if day := s.layout.knownTo(cells); day != 0 {
			s.days = append(s.days, day)
		}
	}
	// What the allow-list does not name goes no further.
	maps.DeleteFunc(cells, func(f graph.Field, _ string) bool { return !allowed[f] })
	key := keyOf(project, actor, cells[graph.FieldPart])
	record := graph.NewRecord(s.source.ID, project, key, cells, r.number)
	if first, twice := s.seen[recordKey{key, record.Hash}]; twice {
		s.rows.Unchanged++
		// What was kept of it has been told at the first of the two; what was left
		// out may be why they are alike.
		s.issues = append(s.issues[:told], slices.DeleteFunc(s.issues[told:], func(i Issue) bool { return i.Kept })...)
		s.note(Issue{Row: r.number, Code: "row-twice", Values: words.Values{"row": plainNumber(first)}, Kept: true})
		return
	}
	s.seen[recordKey{key, record.Hash}] = r.number
	s.records = append(s.records, record)
}

// cells reads the columns of a row. The names in the actor column come apart,
// since some sheets hold several there.
func (s *sheet) cells(r row) (graph.Cells, []string) {
	cells := graph.Cells{}
	lists := map[graph.Field][]string{}
	for _, c := range s.header.columns {
		if c.at >= len(r.fields) || s.failed(r, c) {
			continue
		}
		written := r.fields[c.at]
		if c.kind == kindList || c.kind == kindLines {
			values := s.list(r.number, c, written)
			if old := lists[c.field]; len(old) > 0 && len(values) > 0 {
				// Columns of one list are joined in an order that is not theirs.
				values = append(old, values...)
				slices.Sort(values)
			}
			if len(values) > 0 {
				lists[c.field] = values
			}
			continue
		}
		if value := cell.Clean(written); value != "" {
			if value = s.value(r, c, value); value != "" {
				cells[c.field] = value
			}
		}
	}
	for _, i := range s.header.dropped {
		if i < len(r.fields) && cell.Tidy(r.fields[i]) != "" {
			s.used[i] = true
		}
	}
	for field, values := range lists {
		if values = unique(values); len(values) > 0 && field != graph.FieldActor {
			cells[field] = strings.Join(values, "\n")
		}
	}
	s.settleVAT(cells)
	return cells, unique(lists[graph.FieldActor])
}

// failed tells of a cell whose formula came to nothing, or whose value the
// program that wrote the file has not stored.
func (s *sheet) failed(r row, c column) bool {
	code := ""
	switch {
	case cell.Failed(r.fields[c.at]):
		code = "cell-error"
	case r.kind(c.at) == workbook.Uncomputed:
		code = "formula-uncomputed"
	default:
		return false
	}
	s.note(Issue{Row: r.number, Column: shown(c.header), Code: code, Values: words.Values{"value": shown(r.fields[c.at])}})
	return true
}

// list reads the values of a list.
func (s *sheet) list(row int, c column, written string) []string {
	split := cell.List
	if c.kind == kindLines {
		split = cell.Lines
	}
	values := split(written)
	for i, v := range values {
		values[i] = s.maskName(row, c, v)
	}
	return slices.DeleteFunc(values, func(v string) bool { return v == "" })
}

// value reads one cell. What cannot be read is left out and told.
func (s *sheet) value(r row, c column, written string) string {
	value, ok, code := "", false, ""
	isNumber := r.kind(c.at) == workbook.Number
	switch c.kind {
	case kindText:
		return s.mask(r.number, c, written)
	case kindName:
		return s.maskName(r.number, c, written)
	case kindDate:
		var date graph.Date
		if isNumber {
			date, code = cell.Serial(written, s.date1904())
		} else {
			date, code = cell.Day(written)
		}
		value, ok = date.String(), code == ""
	case kindMoney:
		var cents int64
		if isNumber {
			cents, ok = cell.Decimal(written)
		} else {
			cents, ok = cell.Cents(written)
		}
		value, code = strconv.FormatInt(cents, 10), "money-invalid"
	case kindYesNo:
		value, ok = cell.YesNo(written)
		code = "yesno-invalid"
	case kindPart:
		var part graph.Part
		part, ok = cell.Part(written)
		value, code = part.String(), "part-unknown"
	case kindLink:
		if _, found := mask(written); found.Email == 0 {
			value, ok = cell.Link(written)
		}
		code = "link-invalid"
	case kindBusinessID:
		if value, ok = identity.ParseBusinessID(written); !ok {
			value, ok = identity.ParseVAT(written)
		}
		code = "business-id-invalid"
	case kindVAT:
		value, ok = identity.ParseVAT(written)
		code = "vat-invalid"
	case kindPIC:
		value, ok = identity.ParsePIC(written)
		code = "pic-invalid"
	case kindCountry:
		return s.mask(r.number, c, cell.Country(written))
	}
	if ok {
		return value
	}
	s.invalid(r.number, c.header, code, written)
	return ""
}

// invalid tells of a value that was left out.
func (s *sheet) invalid(row int, header, code, written string) {
	_, found := mask(written)
	s.masked.add(found)
	s.note(Issue{Row: row, Column: shown(header), Code: code, Values: words.Values{"value": shown(written)}})
}

// settleVAT moves numbers to where they belong: a Finnish VAT number is a
// business id, and a foreign number in the business id column is a VAT number.
func (s *sheet) settleVAT(cells graph.Cells) {
	for _, f := range [...]graph.Field{graph.FieldBusinessID, graph.FieldVAT} {
		written := cells[f]
		if written == "" {
			continue
		}
		delete(cells, f)
		if id, ok := identity.ParseBusinessID(written); ok {
			if cells[graph.FieldBusinessID] == "" {
				cells[graph.FieldBusinessID] = id
			}
		} else if cells[graph.FieldVAT] == "" {
			cells[graph.FieldVAT] = written
		}
	}
}

// mask takes personal data out of a text and leaves a mark.
func (s *sheet) mask(row int, c column, value string) string {
	masked, found := mask(value)
	if found.any() {
		s.masked.add(found)
		s.note(Issue{Row: row, Column: shown(c.header), Code: "value-masked", Kept: true})
	}
	return masked
}

// maskName takes personal data out of a name and leaves no mark, so that
// "Kajaanin kaupunki, matti@kajaani.example" is Kajaanin kaupunki.
func (s *sheet) maskName(row int, c column, value string) string {
	masked := s.mask(row, c, value)
	if masked == value {
		return value
	}
	masked = strings.ReplaceAll(masked, mark, " ")
	return cell.Tidy(strings.Trim(emptyBrackets.ReplaceAllString(masked, ""), " ,:/|-–()[]<>"))
}

var emptyBrackets = regexp.MustCompile(`\(\s*\)|\[\s*\]|<\s*>`)

// addPartners joins names to the partners of a row.
func (s *sheet) addPartners(cells graph.Cells, names []string) {
	if len(names) == 0 {
		return
	}
	if old := cells[graph.FieldPartners]; old != "" {
		names = append(strings.Split(old, "\n"), names...)
	}
	cells[graph.FieldPartners] = strings.Join(unique(names), "\n")
}

// project names the project of a row: by code where it has one, else by its
// title. The parts of a joint project are one project, which the group code
// names, unless they are wanted apart. A register's own scheme knows projects by
// code alone.
func (s *sheet) project(cells graph.Cells) graph.ProjectID {
	title := identity.NameForm(cells[graph.FieldProject])
	code, scheme := cells[graph.FieldCode], s.layout.scheme
	switch {
	case scheme == "" && title == "", scheme != "" && code == "":
		return ""
	case scheme == "" && euraCode.MatchString(code):
		scheme = "eura"
	case scheme == "":
		scheme = string(s.source.ID)
	}
	if group := cells[graph.FieldGroupCode]; group != "" && s.joint != JointNone {
		code = group
	}
	return graph.ProjectID(scheme + ":" + cmp.Or(code, title))
}

// euraCode is a project code of the systems EURA 2014 and EURA 2021: of the
// regional fund (A), the social fund (S) or the transition fund (J).
var euraCode = regexp.MustCompile(`^[ASJ]\d{5}$`)

// footer tells a sum or a remark below the table: it lacks a project or an
// actor and says what it is.
func (s *sheet) footer(r row, cells graph.Cells) bool {
	if s.layout.footer != nil && s.layout.footer(cells) {
		return true
	}
	if cells[s.layout.names()] != "" && (cells[graph.FieldActor] != "" || s.layout.actors == actorNone) {
		return false
	}
	i := slices.IndexFunc(r.fields, func(f string) bool { return cell.Tidy(f) != "" })
	return i >= 0 && footerStart.MatchString(cell.Tidy(r.fields[i]))
}

var footerStart = regexp.MustCompile(`(?i)^(yhteensä|summa|kaikki yhteensä|total|totalt|sammanlagt|grand total|sum|lähde:|källa:|source:|päivitetty|uppdaterad|updated|tulostettu|\*)([ :.,]|$|\d)`)

func (s *sheet) shownColumn(f graph.Field) string { return shown(s.header.column(f)) }

// dayText writes a day as the readers of all three languages do.
func dayText(iso string) string {
	d, _ := graph.ParseDate(iso) // cells hold days that were parsed
	return fmt.Sprintf("%d.%d.%d", d.Day(), d.Month(), d.Year())
}

// unique keeps the first of equal values.
func unique(values []string) []string {
	seen := make(map[string]bool, len(values))
	return slices.DeleteFunc(slices.Clone(values), func(v string) bool {
		twice := seen[v]
		seen[v] = true
		return twice
	})
}
