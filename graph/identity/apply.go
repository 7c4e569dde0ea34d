package identity

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"hankeverkko/graph"
)

// Apply makes the network of the records, with the decisions of the journal
// replayed over it. Equal content gives an equal network: the order of the
// records does not matter, a record that stands twice counts once, and run and
// row numbers only go along as references.
//
// Records of one business id, VAT number or PIC are one actor. A name without
// a number is an actor of its own, except within a project, where a name that
// one of the actors there also goes by means that actor. Where several sources
// tell of a project, what is known of the sources decides which is believed. A
// decision about actors that no record names sleeps until they are back.
// Decisions that contradict each other hold as the later says, or where that
// has no meaning as the earlier does: a Ledger names them. A decision that
// cannot be replayed at all, and a cell that is not as graph.Cells promises, is
// graph.ErrInvalid.
func Apply(records []graph.Record, journal []graph.Decision, sources ...graph.Source) (*graph.Network, error) {
	ledger, err := Open(records, journal, Options{Sources: sources})
	if err != nil {
		return nil, err
	}
	return ledger.Network, nil
}

// row is a record with its typed cells read.
type row struct {
	record        *graph.Record
	part          graph.Part
	from, to      graph.Date
	granted, paid graph.Money
	feed          feed
}

// readRows sorts the records by project and precedence, each content of a
// source once.
func readRows(records []graph.Record, sources []graph.Source) ([]row, error) {
	rows := make([]row, 0, len(records))
	for i := range records {
		r, err := readRow(&records[i])
		if err != nil {
			return nil, err
		}
		rows = append(rows, r)
	}
	slices.SortFunc(rows, func(a, b row) int {
		return cmp.Or(
			cmp.Compare(a.record.Project, b.record.Project),
			cmp.Compare(rankOf(!a.namesActor()), rankOf(!b.namesActor())),
			cmp.Compare(rankOf(a.part == graph.Lead), rankOf(b.part == graph.Lead)),
			cmp.Compare(rankOf(a.cell(graph.FieldProject) != ""), rankOf(b.cell(graph.FieldProject) != "")),
			cmp.Compare(a.record.Hash, b.record.Hash),
			cmp.Compare(a.record.Source, b.record.Source),
			cmp.Compare(a.record.Key, b.record.Key),
			cmp.Compare(a.record.Run, b.record.Run),
			cmp.Compare(a.record.Row, b.record.Row))
	})
	rows = slices.CompactFunc(rows, func(a, b row) bool {
		return a.record.Hash == b.record.Hash && a.record.Source == b.record.Source && a.record.Project == b.record.Project
	})
	known := make(map[graph.SourceID]graph.Source, len(sources))
	for _, s := range sources {
		known[s.ID] = s
	}
	for ofProject := range runs(rows, (*row).project) {
		order(ofProject, known)
	}
	return rows, nil
}

// namesActor tells a row about an actor from one about the project alone.
func (r *row) namesActor() bool {
	return r.cell(graph.FieldActor) != "" || r.cell(graph.FieldPartners) != "" || r.cell(graph.FieldBusinessID) != "" || r.cell(graph.FieldPIC) != "" || r.cell(graph.FieldVAT) != ""
}

func readRow(r *graph.Record) (row, error) {
	out := row{record: r}
	if r.Project == "" {
		return out, fmt.Errorf("row %d of %s has no project: %w", r.Row, r.Source, graph.ErrInvalid)
	}
	var err error
	if written := r.Cells[graph.FieldPart]; written != "" {
		out.part, err = graph.ParsePart(written)
	}
	if err == nil {
		out.from, err = graph.ParseDate(r.Cells[graph.FieldFrom])
	}
	if err == nil {
		out.to, err = graph.ParseDate(r.Cells[graph.FieldTo])
	}
	if err == nil {
		out.granted, err = readMoney(r.Cells[graph.FieldGranted])
	}
	if err == nil {
		out.paid, err = readMoney(r.Cells[graph.FieldPaid])
	}
	if err != nil {
		return out, fmt.Errorf("row %d of %s: %w", r.Row, r.Source, err)
	}
	return out, nil
}

// list returns the entries of a list cell.
func (r *row) list(f graph.Field) []string {
	if cell := r.record.Cells[f]; cell != "" {
		return strings.Split(cell, "\n")
	}
	return nil
}

func (r *row) project() graph.ProjectID { return r.record.Project }

func (r *row) cell(f graph.Field) string { return r.record.Cells[f] }

func (r *row) ref() graph.RecordRef {
	return graph.RecordRef{Source: r.record.Source, Run: r.record.Run, Row: r.record.Row, Hash: r.record.Hash}
}

func readMoney(cell string) (graph.Money, error) {
	if cell == "" {
		return graph.Money{}, nil
	}
	cents, err := strconv.ParseInt(cell, 10, 64)
	if err != nil {
		return graph.Money{}, fmt.Errorf("%q is no number of cents: %w", cell, graph.ErrInvalid)
	}
	return graph.Money{Cents: cents, Known: true}, nil
}

// runs yields the stretches of items that share a key.
func runs[T any, K comparable](items []T, key func(*T) K) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		for from := 0; from < len(items); {
			to := from + 1
			for to < len(items) && key(&items[to]) == key(&items[from]) {
				to++
			}
			if !yield(items[from:to:to]) {
				return
			}
			from = to
		}
	}
}
