package importer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hankeverkko/words"
)

// mostAlike is how many issues of a kind the text tells; the JSON has all.
const mostAlike = 10

// Text writes the report for the person who brought the file: what was read,
// what was rejected and where, and what to do about it.
func (r Report) Text(lang string) string {
	var b strings.Builder
	line := func(key string, values words.Values) {
		b.WriteString(words.Text(lang, "import.report."+key, values) + "\n")
	}
	r.writeFile(line, lang)
	if r.DryRun {
		line("dry-run", nil)
	}
	line("rows", words.Values{
		"read": r.Rows.Read, "stored": r.Rows.Stored, "changed": r.Rows.Changed,
		"unchanged": r.Rows.Unchanged, "rejected": r.Rows.Rejected, "blank": r.Rows.Blank,
	})
	if n := r.Rows.Repaired; n > 0 {
		line("repaired", words.Values{"count": n})
	}
	if r.Joint.Rows > 0 {
		line("joint-"+string(r.Joint.Rule), words.Values{"projects": r.Joint.Projects, "rows": r.Joint.Rows})
	}
	if r.Projects != (Tally{}) {
		line("projects", r.Projects.values())
		line("actors", words.Values{"new": r.Actors.New, "matched": r.Actors.Matched})
		line("ties", r.Ties.values())
	}
	if r.Shared.Projects > 0 {
		line("shared", words.Values{"projects": r.Shared.Projects, "differing": r.Shared.Differing})
	}
	var rejected, notes []Issue
	for _, i := range r.Issues {
		if i.Rejected {
			rejected = append(rejected, i)
		} else {
			notes = append(notes, i)
		}
	}
	writeIssues(&b, lang, "rejected", rejected)
	writeIssues(&b, lang, "notes", notes)
	if len(r.Issues) == 0 {
		line("nothing-wrong", nil)
	}
	writeCures(&b, lang, append(rejected, notes...))
	if len(r.Dropped.Columns)+len(r.Dropped.Sheets)+len(r.Dropped.Files) > 0 || r.Dropped.Values.any() {
		b.WriteString("\n")
	}
	if len(r.Dropped.Columns) > 0 {
		line("columns", words.Values{"columns": strings.Join(r.Dropped.Columns, ", ")})
	}
	if len(r.Dropped.Sheets) > 0 {
		line("sheets", words.Values{"sheets": strings.Join(r.Dropped.Sheets, ", ")})
	}
	if n := len(r.Dropped.Files); n > 0 {
		line("left-out", words.Values{"count": n})
		for _, f := range r.Dropped.Files[:min(n, mostAlike)] {
			b.WriteString("  " + f.File + ": " + f.Text(lang) + ".\n")
		}
		if n > mostAlike {
			b.WriteString("  …\n")
		}
	}
	if v := r.Dropped.Values; v.any() {
		line("masked", words.Values{"email": v.Email, "phone": v.Phone, "hetu": v.Hetu})
	}
	return b.String()
}

// writeFile tells what was read and by what it was known.
func (r Report) writeFile(line func(string, words.Values), lang string) {
	delimiter := r.Delimiter
	if delimiter == "\t" {
		delimiter = words.Text(lang, "import.report.tab", nil)
	}
	switch {
	case r.Files > 1:
		line("files", words.Values{"file": r.File})
	case r.Delimiter == "" && r.Sheet == "":
		line("plain", words.Values{"file": r.File, "encoding": strings.ToUpper(r.Encoding)})
	case r.Delimiter == "":
		line("workbook", words.Values{"file": r.File, "sheet": r.Sheet})
	default:
		line("file", words.Values{"file": r.File, "encoding": strings.ToUpper(r.Encoding), "delimiter": delimiter})
	}
	if formats := formatsOf(r.Format); len(formats) == 1 {
		line("format", words.Values{"format": words.Text(lang, formats[0].Name, nil), "reason": r.Reason.Text(lang)})
	}
}

func (t Tally) values() words.Values {
	return words.Values{"new": t.New, "changed": t.Changed, "gone": t.Gone, "same": t.Same}
}

// writeIssues tells the issues in the order of the file, of each kind the first
// few, and then how many more there are of each.
func writeIssues(b *strings.Builder, lang, heading string, issues []Issue) {
	if len(issues) == 0 {
		return
	}
	b.WriteString("\n" + words.Text(lang, "import.report."+heading, words.Values{"count": len(issues)}) + "\n")
	told, more := map[string]int{}, map[string]int{}
	var codes []string
	for _, i := range issues {
		if told[i.Code] == mostAlike {
			if more[i.Code]++; more[i.Code] == 1 {
				codes = append(codes, i.Code)
			}
			continue
		}
		told[i.Code]++
		b.WriteString("  " + capital(placeText(lang, i.Sheet, i.Row, i.Column)) + ": " + i.Text(lang) + ".")
		if !i.Kept && !i.Rejected {
			b.WriteString(" " + words.Text(lang, "import.report.value-left-out", nil))
		}
		b.WriteString("\n")
	}
	for _, code := range codes {
		first := slices.IndexFunc(issues, func(i Issue) bool { return i.Code == code })
		b.WriteString("  " + words.Text(lang, "import.report.more", words.Values{"count": more[code], "text": issues[first].Text(lang)}) + "\n")
	}
}

// writeCures tells each cure once, in the order of the issues.
func writeCures(b *strings.Builder, lang string, issues []Issue) {
	var cures []string
	for _, i := range issues {
		if cure := i.Cure(lang); !slices.Contains(cures, cure) {
			cures = append(cures, cure)
		}
	}
	if len(cures) == 0 {
		return
	}
	b.WriteString("\n" + words.Text(lang, "import.report.cures", nil) + "\n")
	for _, cure := range cures {
		b.WriteString("  – " + cure + "\n")
	}
}

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
