package wire

import (
	"context"
	"fmt"
	"io"

	"hankeverkko/graph"
	"hankeverkko/graph/export"
	"hankeverkko/graph/view"
)

// ListFormats and NetworkFormats are what lists and networks can be written
// as, with the content types.
func ListFormats() map[string]string {
	return map[string]string{
		"csv":  "text/csv",
		"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	}
}

func NetworkFormats() map[string]string {
	return map[string]string{
		"csv":     "text/csv",
		"json":    "application/json",
		"graphml": "application/graphml+xml",
		"gexf":    "application/gexf+xml",
	}
}

// PairFormats returns the formats of pairs and their content types.
func PairFormats() map[string]string { return map[string]string{"csv": "text/csv"} }

// WritePairs writes the pairs of a slice as CSV.
func WritePairs(w io.Writer, s *view.Slice, b *view.Beyond, lang string) error {
	columns, rows := PairTable(s, b, lang)
	return export.CSVRows(w, columns, rows)
}

// WriteList writes a table as csv or xlsx.
func WriteList(w io.Writer, table export.Table, format string) error {
	switch format {
	case "csv":
		return export.CSV(w, table)
	case "xlsx":
		return export.XLSX(w, table)
	}
	return fmt.Errorf("a list as %q: %w", format, graph.ErrInvalid)
}

// WriteNetwork writes the network of a slice in one of NetworkFormats. The
// same data give the same bytes.
func WriteNetwork(ctx context.Context, w io.Writer, s *view.Slice, format string, versions Versions, filter map[string]string, lang string) error {
	switch format {
	case "csv":
		columns, rows := TieTable(s, lang)
		return export.CSVRows(w, columns, rows)
	case "json":
		return export.NetworkJSON(w, NetworkFile(s, versions, filter, lang))
	case "graphml":
		return export.GraphML(w, NetworkFile(s, versions, filter, lang))
	case "gexf":
		at, err := draw(ctx, s)
		if err != nil {
			return err
		}
		return export.GEXF(w, networkFile(s, versions, filter, lang, at), s.AsOf)
	}
	return fmt.Errorf("a network as %q: %w", format, graph.ErrInvalid)
}
