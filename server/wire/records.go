package wire

import (
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/review"
	"hankeverkko/server/api"
	"hankeverkko/words"
)

// RecordList is a page of source rows with the runs that read them.
func RecordList(d *review.Desk, records []graph.Record, runs map[graph.SourceID][]graph.Run, page Page, lang string) api.RecordList {
	out := api.RecordList{Revision: string(d.Revision), Total: len(records), Items: []api.SourceRecord{}}
	shown, truncated := rows(records, page)
	out.Truncated = truncated
	for i := range shown {
		out.Items = append(out.Items, sourceRecord(d, &shown[i], runs[shown[i].Source], lang))
	}
	return out
}

func sourceRecord(d *review.Desk, r *graph.Record, runs []graph.Run, lang string) api.SourceRecord {
	out := api.SourceRecord{
		Source: string(r.Source), SourceName: d.SourceName(r.Source), Run: string(r.Run), Row: r.Row, Cells: []api.RecordCell{},
		Current: len(runs) > 0 && runs[0].ID == r.Run,
	}
	for _, run := range runs {
		if run.ID == r.Run {
			out.File, out.At = run.File, run.At
		}
	}
	for _, f := range graph.Fields {
		if text := r.Cells[f]; text != "" {
			out.Cells = append(out.Cells, api.RecordCell{Field: string(f), Name: words.Text(lang, "field."+string(f), nil), Text: cellText(f, text, lang)})
		}
	}
	return out
}

// cellText writes a cell for people: amounts in euros, lists with commas,
// parts and yes or no in words.
func cellText(f graph.Field, text, lang string) string {
	switch f {
	case graph.FieldGranted, graph.FieldPaid:
		if n := len(text); n > 2 {
			return text[:n-2] + "," + text[n-2:] + " €"
		}
		return text + " c"
	case graph.FieldPart:
		return words.Text(lang, "sheet.part."+text, nil)
	}
	return strings.ReplaceAll(text, "\n", "; ")
}
