package importer

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
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
	project := projectID(s.source.ID, cells)
	if project == "" {
		s.reject(r.number, s.shownColumn(graph.FieldProject), "project-missing", nil)
		return
	}
	actor := identity.ActorIDOf(cells[graph.FieldBusinessID], cells[graph.FieldPIC], cells[graph.FieldVAT], cells[graph.FieldActor])
	if actor == "" || cells[graph.FieldActor] == "" {
		s.reject(r.number, s.shownColumn(graph.FieldActor), "actor-missing", nil)
		return
	}
	if from, to := cells[graph.FieldFrom], cells[graph.FieldTo]; from != "" && to != "" && to < from {
		s.note(Issue{Row: r.number, Column: s.shownColumn(graph.FieldTo), Code: "end-before-start", Values: words.Values{"from": dayText(from), "to": dayText(to)}, Kept: true})
	}
	if cells[graph.FieldPart] == "" && (s.header.lead || s.header.has(graph.FieldPartners)) {
		cells[graph.FieldPart] = graph.Lead.String()
	}
	key := strings.Join([]string{string(project), string(actor), cells[graph.FieldPart]}, "\x1f")
	record := graph.NewRecord(s.source.ID, project, key, cells, r.number)
	if first, twice := s.seen[recordKey{key, record.Hash}]; twice {
		s.rows.Unchanged++
		// What is wrong with it has been told at the first of the two.
		s.issues = s.issues[:told]
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
		if c.at >= len(r.fields) {
			continue
		}
		written := r.fields[c.at]
		if isList(c.field) {
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
		if value := clean(written); value != "" {
			if value = s.value(r.number, c, value); value != "" {
				cells[c.field] = value
			}
		}
	}
	for _, i := range s.header.dropped {
		if i < len(r.fields) && tidy(r.fields[i]) != "" {
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

// list reads the values of a list.
func (s *sheet) list(row int, c column, written string) []string {
	split := splitList
	if kinds[c.field] == kindLines {
		split = splitLines
	}
	values := split(written)
	for i, v := range values {
		values[i] = s.maskName(row, c, v)
	}
	return slices.DeleteFunc(values, func(v string) bool { return v == "" })
}

// value reads one cell. What cannot be read is left out and told.
func (s *sheet) value(row int, c column, written string) string {
	value, ok, code := "", false, ""
	switch kinds[c.field] {
	case kindText:
		return s.mask(row, c, written)
	case kindName:
		return s.maskName(row, c, written)
	case kindDate:
		var date graph.Date
		date, code = parseDate(written)
		value, ok = date.String(), code == ""
	case kindMoney:
		var cents int64
		cents, ok = parseMoney(written)
		value, code = strconv.FormatInt(cents, 10), "money-invalid"
	case kindYesNo:
		value, ok = parseYesNo(written)
		code = "yesno-invalid"
	case kindPart:
		var part graph.Part
		part, ok = parsePart(written)
		value, code = part.String(), "part-unknown"
	case kindLink:
		if _, found := mask(written); found.Email == 0 {
			value, ok = parseLink(written)
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
	}
	if ok {
		return value
	}
	_, found := mask(written)
	s.masked.add(found)
	s.note(Issue{Row: row, Column: shown(c.header), Code: code, Values: words.Values{"value": shown(written)}})
	return ""
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
	return tidy(strings.Trim(emptyBrackets.ReplaceAllString(masked, ""), " ,:/|-–()[]<>"))
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

// projectID names the project of a row: by code where it has one, else by its title.
func projectID(source graph.SourceID, cells graph.Cells) graph.ProjectID {
	title := identity.NameForm(cells[graph.FieldProject])
	code := cells[graph.FieldCode]
	switch {
	case title == "":
		return ""
	case euraCode.MatchString(code):
		return graph.ProjectID("eura:" + code)
	case code != "":
		return graph.ProjectID(string(source) + ":" + code)
	}
	return graph.ProjectID(string(source) + ":" + title)
}

// euraCode is a project code of the EURA 2014 system, EAKR (A) or ESR (S).
var euraCode = regexp.MustCompile(`^[AS]\d{5}$`)

// footer tells a sum or a remark below the table: it lacks a project or an
// actor and says what it is.
func (s *sheet) footer(r row, cells graph.Cells) bool {
	if cells[graph.FieldProject] != "" && cells[graph.FieldActor] != "" {
		return false
	}
	i := slices.IndexFunc(r.fields, func(f string) bool { return tidy(f) != "" })
	return i >= 0 && footerStart.MatchString(tidy(r.fields[i]))
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
