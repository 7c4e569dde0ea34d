package wire

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"hankeverkko/graph"
	"hankeverkko/graph/export"
	"hankeverkko/importer"
	"hankeverkko/importer/intake"
	"hankeverkko/server/api"
	"hankeverkko/words"
)

// mostIssues is how many remarks an answer lists; the report file has them all.
const mostIssues = 1000

// Draft is an import that is under way.
type Draft struct {
	ID, State, Stage string
	Rows             int
	Moved            bool
	Undoes           graph.RunID
	Files            []api.UploadedFile
	Options          api.ImportOptions
	Previews         []importer.Preview
	Plans            []*intake.Plan
	Fault            error
}

// Import shows an import.
func Import(d Draft, lang string) api.Import {
	i := api.Import{
		Id: d.ID, Job: d.ID, State: d.State, Stage: d.Stage, Done: d.Rows, Moved: d.Moved, Undoes: string(d.Undoes),
		Files: d.Files, Options: d.Options, Sources: []api.ImportSource{},
	}
	if i.Files == nil {
		i.Files = []api.UploadedFile{}
	}
	for _, plan := range d.Plans {
		i.Sources = append(i.Sources, importSource(plan, lang))
	}
	for _, p := range d.Previews {
		i.Previews = append(i.Previews, preview(p, lang))
	}
	if len(d.Previews) > 0 {
		for _, f := range graph.Fields {
			i.Fields = append(i.Fields, api.FieldChoice{Field: string(f), Name: FieldName(f, lang)})
		}
	}
	if d.Fault != nil {
		i.Problem = importProblem(d.Fault, lang)
	}
	return i
}

// FieldName is what people call a field.
func FieldName(f graph.Field, lang string) string { return words.Text(lang, "field."+string(f), nil) }

func importProblem(err error, lang string) api.ImportProblem {
	var file *importer.FileError
	if errors.As(err, &file) {
		return api.ImportProblem{
			File: file.File, Sheet: file.Sheet, Row: file.Row, Column: file.Column, Code: file.Code,
			Text: words.Text(lang, "error."+file.Code, file.Values), Cure: words.Text(lang, "cure."+file.Code, file.Values),
		}
	}
	code := "failed"
	if errors.Is(err, graph.ErrUnavailable) {
		code = "store-away"
	}
	return api.ImportProblem{Code: code, Text: words.Text(lang, "error.import-"+code, nil), Cure: words.Text(lang, "cure.import-"+code, nil)}
}

func importSource(p *intake.Plan, lang string) api.ImportSource {
	return api.ImportSource{
		Source: string(p.Source.ID), Name: p.Source.Name, Known: p.Known, AsOf: p.Source.AsOf.String(), Run: string(p.Report.Run),
		Loses: p.Loses(), Of: p.Of, NeedsConsent: p.NeedsConsent(), Report: importReport(&p.Report, lang), Change: importChange(p, lang),
	}
}

func importReport(r *importer.Report, lang string) api.ImportReport {
	var out api.ImportReport
	rows := r.Rows
	out.Rows.Read, out.Rows.Stored, out.Rows.Unchanged, out.Rows.Changed = rows.Read, rows.Stored, rows.Unchanged, rows.Changed
	out.Rows.Rejected, out.Rows.Blank, out.Rows.Repaired = rows.Rejected, rows.Blank, rows.Repaired
	out.Projects, out.Ties = tally(r.Projects), tally(r.Ties)
	out.Actors.New, out.Actors.Matched = r.Actors.New, r.Actors.Matched
	out.Joint.Rule, out.Joint.Projects, out.Joint.Rows = string(r.Joint.Rule), r.Joint.Projects, r.Joint.Rows
	out.Shared.Projects, out.Shared.Differing = r.Shared.Projects, r.Shared.Differing
	out.IssueCount, out.Issues = len(r.Issues), []api.ImportIssue{}
	// Rows that are left out come first, so that the cap hides none before others.
	for _, rejected := range [...]bool{true, false} {
		for _, x := range r.Issues {
			if x.Rejected == rejected && len(out.Issues) < mostIssues {
				out.Issues = append(out.Issues, importIssue(x, lang))
			}
		}
	}
	out.Dropped.Columns, out.Dropped.Sheets, out.Dropped.Files = notNil(r.Dropped.Columns), notNil(r.Dropped.Sheets), []string{}
	for _, f := range r.Dropped.Files {
		out.Dropped.Files = append(out.Dropped.Files, f.File)
	}
	out.Dropped.Email, out.Dropped.Phone, out.Dropped.Hetu = r.Dropped.Values.Email, r.Dropped.Values.Phone, r.Dropped.Values.Hetu
	return out
}

func importIssue(x importer.Issue, lang string) api.ImportIssue {
	return api.ImportIssue{
		Sheet: x.Sheet, Row: x.Row, Column: x.Column, Code: x.Code, Text: x.Text(lang), Cure: x.Cure(lang), Kept: x.Kept, Rejected: x.Rejected,
	}
}

func notNil(list []string) []string { return append([]string{}, list...) }

func tally(t importer.Tally) api.Tally {
	return api.Tally{New: t.New, Changed: t.Changed, Gone: t.Gone, Same: t.Same}
}

func importChange(p *intake.Plan, lang string) api.ImportChange {
	return api.ImportChange{
		Projects: changeLists(p.Changes.Projects, lang), Actors: changeLists(p.Changes.Actors, lang), Ties: changeLists(p.Changes.Ties, lang),
		Conflicts: things(p.Conflicts, lang),
	}
}

func changeLists(l intake.Lists, lang string) api.ChangeLists {
	return api.ChangeLists{New: things(l.New, lang), Changed: things(l.Changed, lang), Gone: things(l.Gone, lang), Counts: tally(l.Counts)}
}

func things(list []intake.Thing, lang string) []api.ChangedThing {
	out := []api.ChangedThing{}
	for _, t := range list {
		thing := api.ChangedThing{Id: t.ID, Name: t.Name, What: []api.FieldChange{}}
		for _, f := range t.What {
			thing.What = append(thing.What, api.FieldChange{
				Field: string(f.Field), Name: FieldName(f.Field, lang), Before: fieldText(f.Field, f.Before, lang), After: fieldText(f.Field, f.After, lang),
			})
		}
		out = append(out, thing)
	}
	return out
}

// fieldText puts the value of a field into a person's words.
func fieldText(f graph.Field, value, lang string) string {
	if value == "" {
		return ""
	}
	switch f {
	case graph.FieldPart:
		return words.Text(lang, "sheet.part."+value, nil)
	case graph.FieldPartners:
		return words.Text(lang, "partners."+value, nil)
	case graph.FieldSeat:
		return municipality(graph.Municipality(value), lang).Name
	case graph.FieldFrom, graph.FieldTo:
		if day, err := graph.ParseDate(value); err == nil && day != 0 {
			return fmt.Sprintf("%d.%d.%d", day.Day(), day.Month(), day.Year())
		}
	}
	return value
}

func preview(p importer.Preview, lang string) api.Preview {
	out := api.Preview{
		File: p.File, Format: p.Format, FormatName: words.Text(lang, "format."+p.Format, nil), Score: p.Score, Reason: p.Reason.Text(lang),
		Encoding: p.Encoding, Delimiter: p.Delimiter, Sheet: p.Sheet, Sheets: notNil(p.Sheets), HeaderRow: p.Header,
		Columns: []api.PreviewColumn{}, Rows: []api.PreviewRow{},
	}
	for _, c := range p.Columns {
		column := api.PreviewColumn{Header: c.Header, Field: string(c.Field), Corrected: c.Corrected, Personal: c.Personal}
		if c.Field != "" {
			column.FieldName = FieldName(c.Field, lang)
		}
		out.Columns = append(out.Columns, column)
	}
	for _, r := range p.Rows {
		out.Rows = append(out.Rows, api.PreviewRow{Number: r.Number, Cells: r.Cells})
	}
	return out
}

// ReportFile writes the report of an import: all of it as JSON, or its remarks
// as a table.
func ReportFile(plans []*intake.Plan, as, lang string) (contentType string, body []byte, err error) {
	if as == "json" {
		reports := []json.RawMessage{}
		for _, p := range plans {
			raw, err := p.Report.JSON(lang)
			if err != nil {
				return "", nil, err
			}
			reports = append(reports, raw)
		}
		body, err = json.MarshalIndent(reports, "", " ")
		return "application/json", body, err
	}
	var b bytes.Buffer
	if err := WriteList(&b, issueTable(plans, lang), as); err != nil {
		return "", nil, err
	}
	return ListFormats()[as], b.Bytes(), nil
}

func issueTable(plans []*intake.Plan, lang string) export.Table {
	word := func(key string) string { return words.Text(lang, "import.table."+key, nil) }
	t := export.Table{
		Sheet:   words.Text(lang, "import.table", nil),
		Columns: []string{word("source"), word("sheet"), word("row"), word("column"), word("text"), word("cure"), word("done")},
	}
	for _, p := range plans {
		for _, x := range p.Report.Issues {
			done := "kept"
			if x.Rejected {
				done = "rejected"
			} else if !x.Kept {
				done = "emptied"
			}
			t.Rows = append(t.Rows, []export.Cell{
				export.Text(p.Source.Name), export.Text(x.Sheet), export.Number(x.Row), export.Text(x.Column), export.Text(x.Text(lang)), export.Text(x.Cure(lang)), export.Text(word(done)),
			})
		}
	}
	return t
}

// The names of files that are handed out.
func ReportName(lang string) string   { return words.Text(lang, "import.file.report", nil) }
func MappingName(lang string) string  { return words.Text(lang, "import.file.mapping", nil) }
func TemplateName(lang string) string { return words.Text(lang, "import.file.template", nil) }

// TemplateTable is the empty sheet with its example rows.
func TemplateTable(lang string) export.Table {
	rows := importer.TemplateRows(lang)
	t := export.Table{Sheet: words.Text(lang, "import.file.template", nil), Columns: rows[0]}
	for _, row := range rows[1:] {
		cells := make([]export.Cell, len(row))
		for i, text := range row {
			cells[i] = export.Text(text)
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

// Formats lists what can be read.
func Formats(lang string) api.FormatList {
	list := api.FormatList{Items: []api.Format{}}
	for _, f := range importer.Formats {
		list.Items = append(list.Items, api.Format{Id: f.ID, Name: words.Text(lang, f.Name, nil), Endings: f.Endings})
	}
	return list
}

// StoredSources lists what is stored, with the newest of the runs of each source.
func StoredSources(revision graph.Revision, sources []graph.Source, runs map[graph.SourceID][]graph.Run, lang string) api.StoredSources {
	list := api.StoredSources{Revision: string(revision), Items: []api.StoredSource{}}
	for _, s := range sources {
		item := api.StoredSource{
			Id: string(s.ID), Name: s.Name, FormatName: words.Text(lang, "format."+s.Format, nil), AsOf: s.AsOf.String(), Credit: s.Credit, Example: s.Example,
		}
		if own := runs[s.ID]; len(own) > 0 {
			item.Last = run(own[0])
		}
		list.Items = append(list.Items, item)
	}
	return list
}

// RunList lists runs as they come.
func RunList(runs []graph.Run) api.RunList {
	list := api.RunList{Items: []api.Run{}}
	for _, r := range runs {
		list.Items = append(list.Items, run(r))
	}
	return list
}

func run(r graph.Run) api.Run {
	return api.Run{
		Id: string(r.ID), At: r.At, File: r.File, AsOf: r.AsOf.String(), Added: r.Added, Removed: r.Removed, Restored: r.Restored,
		MayUndo: r.Added+r.Removed > 0,
	}
}
