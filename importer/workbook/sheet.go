package workbook

// Sheet is one sheet of cells.
type Sheet struct {
	Name   string
	Hidden bool
	body   interface {
		rows(yield func(Row) bool) error
		count() (int, error)
	}
}

// Rows yields the rows from the top. When it returns nil and yield has not
// asked it to stop, the sheet was read whole and both counts agree.
func (s *Sheet) Rows(yield func(Row) bool) error {
	if err := s.body.rows(yield); err != errStop {
		return err
	}
	return nil
}

// Count returns the number of rows that hold something, counted over the bytes
// of the sheet and apart from Rows.
func (s *Sheet) Count() (int, error) { return s.body.count() }

// Kind says what a cell held.
type Kind uint8

const (
	Text Kind = iota // also an empty cell
	Number
	Moment // a day, written in ISO form, or a time of day
	Truth  // TRUE or FALSE
	Error  // #N/A, #REF!
	// Uncomputed is a formula whose value the writer has not stored.
	Uncomputed
)

// Row is a row that holds at least one value or formula.
type Row struct {
	Number int // as the spreadsheet shows it
	// Cells are the texts from column A on, Kinds what they were. They are at
	// most Limits.Columns and one more, which is what stands beyond; Width
	// counts up to the last that is not empty.
	Cells  []string
	Kinds  []Kind
	Width  int
	Hidden bool
	// Spread tells that a value was taken from a merged cell above.
	Spread bool
}

// set puts a value into its column. Of those beyond the limit one is kept.
func (row *Row) set(column int, text string, kind Kind, most int) {
	if text != "" || kind == Uncomputed {
		row.Width = max(row.Width, column+1)
	}
	if column = min(column, most); column == most && text == "" {
		return
	}
	for len(row.Cells) <= column {
		row.Cells, row.Kinds = append(row.Cells, ""), append(row.Kinds, Text)
	}
	row.Cells[column], row.Kinds[column] = text, kind
}

// spread is a merged cell whose value reaches the rows below.
type spread struct {
	area
	text string
	kind Kind
}

// spreads puts the values of merged cells from above into a row: such a cell
// is meant for all the rows it stands beside. Those that end above are let go.
func spreads(open []spread, row *Row, most int) []spread {
	rest := open[:0]
	for _, o := range open {
		if row.Number > o.to {
			continue
		}
		rest = append(rest, o)
		if o.text != "" && o.column < most && (o.column >= len(row.Cells) || row.Cells[o.column] == "" && row.Kinds[o.column] == Text) {
			row.set(o.column, o.text, o.kind, most)
			row.Spread = true
		}
	}
	return rest
}
