package export

import (
	"fmt"
	"io"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// maxCell is the length of text that a cell of a workbook can hold.
const maxCell = 32767

// XLSX writes the table as a workbook with typed cells, a bold frozen header
// and a filter. Text is written as text, so nothing becomes a formula.
func XLSX(w io.Writer, t Table) (err error) {
	file := excelize.NewFile()
	defer func() {
		if closed := file.Close(); err == nil && closed != nil {
			err = fmt.Errorf("xlsx: %w", closed)
		}
	}()
	if err := file.SetSheetName("Sheet1", t.Sheet); err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	bold, err := file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	format := "d.m.yyyy"
	dates, err := file.NewStyle(&excelize.Style{CustomNumFmt: &format})
	if err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	stream, err := file.NewStreamWriter(t.Sheet)
	if err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	for i, width := range widths(t) {
		if err := stream.SetColWidth(i+1, i+1, width); err != nil {
			return fmt.Errorf("xlsx: %w", err)
		}
	}
	if err := stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	header := make([]any, len(t.Columns))
	for i, name := range t.Columns {
		header[i] = excelize.Cell{StyleID: bold, Value: name}
	}
	lines := [][]any{header}
	for _, row := range t.Rows {
		line := make([]any, len(row))
		for i, cell := range row {
			line[i] = cell.xlsx(dates)
		}
		lines = append(lines, line)
	}
	for i, line := range lines {
		if err := stream.SetRow(fmt.Sprintf("A%d", i+1), line); err != nil {
			return fmt.Errorf("xlsx: row %d: %w", i+1, err)
		}
	}
	if err := stream.Flush(); err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	if len(t.Columns) > 0 {
		last, err := excelize.CoordinatesToCellName(len(t.Columns), len(t.Rows)+1)
		if err != nil {
			return fmt.Errorf("xlsx: %w", err)
		}
		if err := file.AutoFilter(t.Sheet, "A1:"+last, nil); err != nil {
			return fmt.Errorf("xlsx: %w", err)
		}
	}
	if len(t.Notes) > 0 {
		if _, err := file.NewSheet(t.NotesSheet); err != nil {
			return fmt.Errorf("xlsx: %w", err)
		}
		for i, note := range t.Notes {
			if err := file.SetCellStr(t.NotesSheet, fmt.Sprintf("A%d", i+1), clip(note)); err != nil {
				return fmt.Errorf("xlsx: %w", err)
			}
		}
	}
	if err := file.Write(w); err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	return nil
}

func (c Cell) xlsx(dates int) any {
	switch c.Kind {
	case NumberCell:
		return c.Number
	case ScoreCell:
		return c.Score
	case FlagCell:
		return c.Flag
	case DateCell:
		day := time.Date(c.Date.Year(), time.Month(c.Date.Month()), c.Date.Day(), 0, 0, 0, 0, time.UTC)
		return excelize.Cell{StyleID: dates, Value: day}
	}
	return clip(c.String())
}

// clip keeps within what a cell can hold, at a whole letter.
func clip(s string) string {
	if utf8.RuneCountInString(s) <= maxCell {
		return s
	}
	return string([]rune(s)[:maxCell])
}

// widths are wide enough for the usual cell and never wider than a page reads.
func widths(t Table) []float64 {
	w := make([]float64, len(t.Columns))
	for i, name := range t.Columns {
		w[i] = float64(utf8.RuneCountInString(name)) + 3
	}
	for _, row := range t.Rows {
		for i, cell := range row {
			length := utf8.RuneCountInString(cell.Text)
			if cell.Kind == DateCell {
				length = 10
			}
			w[i] = min(max(w[i], float64(length)+2), 60)
		}
	}
	return w
}
