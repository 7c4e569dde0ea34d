package store

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"hankeverkko/graph"
)

// Commit is one import.
type Commit struct {
	Source graph.Source
	// Run carries file, hash, time and asOf; the store fills in the rest.
	Run    graph.Run
	Change graph.Change
}

// Restoration takes a source back to what it was right after a run.
type Restoration struct {
	Source graph.SourceID
	// To is the run; empty means before the first.
	To graph.RunID
	At time.Time
}

// RunName names the n-th run of a source, counting from 1: "eura-3".
func RunName(source graph.SourceID, n int) graph.RunID {
	return graph.RunID(string(source) + "-" + strconv.Itoa(n))
}

// RunNumber returns n of the run that RunName names so, and false for any other name.
func RunNumber(source graph.SourceID, run graph.RunID) (int, bool) {
	digits, ok := strings.CutPrefix(string(run), string(source)+"-")
	n, err := strconv.Atoi(digits)
	return n, ok && err == nil && n > 0 && RunName(source, n) == run
}

// Validate tells what every store refuses: a commit without a source, a record
// of another source, a cell that is no graph.Field, a hash that is not that of
// the content (equal content would get different revisions), a record that
// stands twice, a text that is not UTF-8, a time that no calendar writes.
func (c Commit) Validate() error {
	if c.Source.ID == "" {
		return fmt.Errorf("a commit names no source: %w", graph.ErrInvalid)
	}
	if err := validText(string(c.Source.ID), c.Source.Name, c.Source.Format, c.Source.Credit, c.Run.File, c.Run.SHA256); err != nil {
		return err
	}
	if err := validTime(c.Run.At); err != nil {
		return err
	}
	fields := make(map[graph.Field]bool, len(graph.Fields))
	for _, f := range graph.Fields {
		fields[f] = true
	}
	type row struct {
		key  string
		hash graph.Hash
	}
	seen := make(map[row]bool, len(c.Change.Added)+len(c.Change.Removed))
	for _, records := range [...][]graph.Record{c.Change.Removed, c.Change.Added} {
		for _, r := range records {
			if r.Source != c.Source.ID {
				return fmt.Errorf("record %q is of source %q: %w", r.Key, r.Source, graph.ErrInvalid)
			}
			if seen[row{r.Key, r.Hash}] {
				return fmt.Errorf("record %q stands twice in the change: %w", r.Key, graph.ErrInvalid)
			}
			seen[row{r.Key, r.Hash}] = true
		}
	}
	for _, r := range c.Change.Added {
		if err := validRecord(r, fields); err != nil {
			return fmt.Errorf("record %q: %w", r.Key, err)
		}
	}
	return nil
}

func validRecord(r graph.Record, fields map[graph.Field]bool) error {
	if err := validText(r.Key, string(r.Project)); err != nil {
		return err
	}
	for f, text := range r.Cells {
		if !fields[f] {
			return fmt.Errorf("field %q may not be stored: %w", f, graph.ErrInvalid)
		}
		if err := validText(text); err != nil {
			return err
		}
	}
	if want := graph.NewRecord(r.Source, r.Project, r.Key, r.Cells, r.Row).Hash; r.Hash != want {
		return fmt.Errorf("hash %s is not that of the content, %s: %w", r.Hash, want, graph.ErrInvalid)
	}
	return nil
}

// Validate refuses a time that no calendar writes.
func (r Restoration) Validate() error { return validTime(r.At) }

// ValidateDecision tells what every store refuses: a decision without a kind,
// a text that is not UTF-8, a time or a day that no calendar writes.
func ValidateDecision(d graph.Decision) error {
	if d.Kind.String() == "" {
		return fmt.Errorf("decision of kind %d: %w", d.Kind, graph.ErrInvalid)
	}
	for _, a := range d.Actors {
		if err := validText(string(a)); err != nil {
			return err
		}
	}
	if err := validText(string(d.Project), d.Value, d.Lang, d.Who, d.Why); err != nil {
		return err
	}
	for _, day := range [...]graph.Date{d.From, d.To} {
		if _, err := graph.NewDate(day.Year(), day.Month(), day.Day()); day != 0 && err != nil {
			return err
		}
	}
	return validTime(d.At)
}

// ValidateDocument tells what every store refuses: a document without kind or
// id, and a body that is not JSON.
func ValidateDocument(d graph.Document) error {
	if d.Kind == "" || d.ID == "" {
		return fmt.Errorf("document %q/%q lacks a kind or an id: %w", d.Kind, d.ID, graph.ErrInvalid)
	}
	if !json.Valid(d.Body) {
		return fmt.Errorf("document %s/%s is not JSON: %w", d.Kind, d.ID, graph.ErrInvalid)
	}
	return validText(d.Kind, d.ID, string(d.Body))
}

func validText(texts ...string) error {
	for _, t := range texts {
		if !utf8.ValidString(t) {
			return fmt.Errorf("%q is not UTF-8: %w", t, graph.ErrInvalid)
		}
	}
	return nil
}

func validTime(t time.Time) error {
	if year := t.UTC().Year(); year < 1 || year > 9999 {
		return fmt.Errorf("a time in the year %d: %w", year, graph.ErrInvalid)
	}
	return nil
}
