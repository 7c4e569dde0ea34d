package importer

import (
	"encoding/json"
	"strconv"

	"hankeverkko/graph"
	"hankeverkko/words"
)

// Report tells what an import did, or would do. Its JSON is a contract.
type Report struct {
	Source    graph.SourceID
	Run       graph.RunID
	File      string
	SHA256    string
	Format    string
	Encoding  string
	Delimiter string
	DryRun    bool
	Rows      Rows
	Projects  Tally
	Actors    Met
	Ties      Tally
	Issues    []Issue
	Dropped   Dropped
}

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

// Dropped names the columns that were not read and counts the masked values.
type Dropped struct {
	Columns []string `json:"columns"`
	Values  Masked   `json:"values"`
}

// check holds the law that no row is lost.
func (r Rows) check() *FileError {
	accounted := r.Stored + r.Unchanged + r.Changed + r.Rejected + r.Blank
	if r.Read == accounted {
		return nil
	}
	return &FileError{Code: "count-differs", Values: words.Values{"read": r.Read, "accounted": accounted}}
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
	issues := make([]issue, len(r.Issues))
	for i, x := range r.Issues {
		issues[i] = issue{x.Sheet, x.Row, x.Column, x.Code, x.Text(lang), x.Kept}
	}
	dropped := r.Dropped
	if dropped.Columns == nil {
		dropped.Columns = []string{}
	}
	return json.Marshal(struct {
		Source    graph.SourceID `json:"source"`
		Run       graph.RunID    `json:"run"`
		File      string         `json:"file"`
		SHA256    string         `json:"sha256"`
		Format    string         `json:"format"`
		Encoding  string         `json:"encoding"`
		Delimiter string         `json:"delimiter"`
		DryRun    bool           `json:"dryRun"`
		Rows      Rows           `json:"rows"`
		Projects  Tally          `json:"projects"`
		Actors    Met            `json:"actors"`
		Ties      Tally          `json:"ties"`
		Issues    []issue        `json:"issues"`
		Dropped   Dropped        `json:"dropped"`
	}{r.Source, r.Run, r.File, r.SHA256, r.Format, r.Encoding, r.Delimiter, r.DryRun, r.Rows, r.Projects, r.Actors, r.Ties, issues, dropped})
}

// plainNumber is a row number without grouping, as a spreadsheet shows it.
func plainNumber(n int) string { return strconv.Itoa(n) }
