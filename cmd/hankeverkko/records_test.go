package main

import (
	"bytes"
	"encoding/csv"
	"testing"
)

// records reads the example with the standard library, apart from our importer.
func records(t *testing.T, raw []byte) [][]string {
	t.Helper()
	reader := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(raw, []byte("\ufeff"))))
	reader.Comma = ';'
	rows, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}
