package importer

import (
	"encoding/json"
	"strconv"

	"hankeverkko/graph"
	"hankeverkko/words"
)

// Report tells what an import did, or would do. Its JSON is a contract.
type Report struct {
	Source graph.SourceID
	Run    graph.RunID
	// File names the file, or the first of the Files that were read together.
	File   string
	Files  int
	SHA256 string
	Format string
	// Score tells from 0 to 100 how surely the file is of the format, Reason why.
	Score  int
	Reason Reason
	// Encoding is "xlsx" or "ods" for a workbook, whose Sheet is named, and "json"
	// for that; text has a Delimiter.
	Encoding  string
	Delimiter string
	Sheet     string
	DryRun    bool
	Rows      Rows
	Joint     Joined
	Projects  Tally
	Actors    Met
	Ties      Tally
	Shared    Shared
	Issues    []Issue
	Dropped   Dropped
}

// Reason says by what a format was known.
type Reason struct {
	Code   string
	Values words.Values
}

// Text says it to a person.
func (r Reason) Text(lang string) string { return words.Text(lang, "format.reason."+r.Code, r.Values) }

// Rows counts the rows below the header. Always
// read = stored + unchanged + changed + rejected + blank, where read is
// counted apart from the others. Repaired rows are among them.
type Rows struct {
	Read      int `json:"read"`
	Stored    int `json:"stored"`
	Unchanged int `json:"unchanged"`
	Changed   int `json:"changed"`
	Rejected  int `json:"rejected"`
	Blank     int `json:"blank"`
	Repaired  int `json:"repaired"`
}

// Tally counts what an import makes of projects or ties.
type Tally struct {
	New     int `json:"new"`
	Changed int `json:"changed"`
	Gone    int `json:"gone"`
	Same    int `json:"same"`
}

// Met counts the actors of an import by whether they were known before.
type Met struct {
	New     int `json:"new"`
	Matched int `json:"matched"`
}

// Shared counts the projects of an import that other sources tell of too, and
// those of which they say something else.
type Shared struct {
	Projects  int `json:"projects"`
	Differing int `json:"differing"`
}

// Dropped names the columns, the sheets and the files of an archive that were
// not read and counts the masked values.
type Dropped struct {
	Columns []string
	Sheets  []string
	Files   []LeftOut
	Values  Masked
}

// check holds the law that no row is lost.
func (r Rows) check() *FileError {
	if r.Read == r.accounted() {
		return nil
	}
	return &FileError{Code: "count-differs", Values: words.Values{"read": r.Read, "accounted": r.accounted()}}
}

func (r Rows) accounted() int { return r.Stored + r.Unchanged + r.Changed + r.Rejected + r.Blank }

func (r *Rows) add(o Rows) {
	r.Read += o.Read
	r.Stored += o.Stored
	r.Unchanged += o.Unchanged
	r.Changed += o.Changed
	r.Rejected += o.Rejected
	r.Blank += o.Blank
	r.Repaired += o.Repaired
}

// name puts the name of the file in front of the places that the report tells,
// where it is one of several. Of files that are all alike the columns are told
// once for all of them.
func (r *Report) name(file string, alike bool) {
	for i := range r.Issues {
		if r.Issues[i].Sheet = file; r.Sheet != "" {
			r.Issues[i].Sheet += ", " + r.Sheet
		}
	}
	if alike {
		return
	}
	for _, list := range [...][]string{r.Dropped.Columns, r.Dropped.Sheets} {
		for i, dropped := range list {
			list[i] = file + ": " + dropped
		}
	}
}

// mostFiles is how many files a report names that were read together.
const mostFiles = 20

// join adds the report of another file of the source.
func (r *Report) join(o Report) {
	switch r.Files += o.Files; {
	case r.Files <= mostFiles:
		r.File += ", " + o.File
	case r.Files == mostFiles+1:
		r.File += ", …"
	}
	r.Rows.add(o.Rows)
	r.Issues = append(r.Issues, o.Issues...)
	r.Dropped.Columns = unique(append(r.Dropped.Columns, o.Dropped.Columns...))
	r.Dropped.Sheets = append(r.Dropped.Sheets, o.Dropped.Sheets...)
	r.Dropped.Files = append(r.Dropped.Files, o.Dropped.Files...)
	r.Dropped.Values.add(o.Dropped.Values)
	r.Score = min(r.Score, o.Score)
}

// Rejected tells whether some row was left out.
func (r Report) Rejected() bool { return r.Rows.Rejected > 0 }

// JSON writes the report with its texts in a language.
func (r Report) JSON(lang string) ([]byte, error) {
	type issue struct {
		Sheet  string `json:"sheet"`
		Row    int    `json:"row"`
		Column string `json:"column"`
		Code   string `json:"code"`
		Text   string `json:"text"`
		Kept   bool   `json:"kept"`
	}
	type detected struct {
		Score  int    `json:"score"`
		Reason string `json:"reason"`
	}
	issues := make([]issue, len(r.Issues))
	for i, x := range r.Issues {
		issues[i] = issue{x.Sheet, x.Row, x.Column, x.Code, x.Text(lang), x.Kept}
	}
	type file struct {
		File string `json:"file"`
		Code string `json:"code"`
		Text string `json:"text"`
	}
	type dropped struct {
		Columns []string `json:"columns"`
		Sheets  []string `json:"sheets"`
		Files   []file   `json:"files"`
		Values  Masked   `json:"values"`
	}
	out := dropped{append([]string{}, r.Dropped.Columns...), append([]string{}, r.Dropped.Sheets...), []file{}, r.Dropped.Values}
	for _, f := range r.Dropped.Files {
		out.Files = append(out.Files, file{f.File, f.Code, f.Text(lang)})
	}
	return json.Marshal(struct {
		Source    graph.SourceID `json:"source"`
		Run       graph.RunID    `json:"run"`
		File      string         `json:"file"`
		SHA256    string         `json:"sha256"`
		Format    string         `json:"format"`
		Detected  detected       `json:"detected"`
		Encoding  string         `json:"encoding"`
		Delimiter string         `json:"delimiter"`
		Sheet     string         `json:"sheet"`
		DryRun    bool           `json:"dryRun"`
		Rows      Rows           `json:"rows"`
		Joint     Joined         `json:"joint"`
		Projects  Tally          `json:"projects"`
		Actors    Met            `json:"actors"`
		Ties      Tally          `json:"ties"`
		Shared    Shared         `json:"shared"`
		Issues    []issue        `json:"issues"`
		Dropped   dropped        `json:"dropped"`
	}{r.Source, r.Run, r.File, r.SHA256, r.Format, detected{r.Score, r.Reason.Text(lang)}, r.Encoding, r.Delimiter, r.Sheet, r.DryRun, r.Rows, r.Joint, r.Projects, r.Actors, r.Ties, r.Shared, issues, out})
}

// plainNumber is a row number without grouping, as a spreadsheet shows it.
func plainNumber(n int) string { return strconv.Itoa(n) }
