package delimited_test

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hankeverkko/importer/delimited"
)

// What encoding/csv reads without complaint is read here the same way.
func TestRowsAgreeWithTheStandardLibrary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`([ab;ä]|"[ab;\n]{0,3}(""[ab]?)?";|\n){0,30}`).Draw(t, "text")
		reader := csv.NewReader(strings.NewReader(text))
		reader.Comma, reader.FieldsPerRecord = ';', -1
		want, err := reader.ReadAll()
		if err != nil {
			t.Skip("the library refuses it")
		}
		var got [][]string
		for r := range delimited.Rows(text, ';', 64) {
			if r.To > r.From+1 || text[r.From] != '\n' { // the library skips empty lines
				got = append(got, r.Fields)
			}
		}
		if !slices.EqualFunc(got, want, slices.Equal) {
			t.Fatalf("%q: %q, want %q", text, got, want)
		}
	})
}

// Whatever a text holds, both counts of its rows agree.
func TestCountsAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{";", "\"", "\"\"", "\n", "\r\n", "\r", "a", "ä", "\x00"}), 0, 60).Draw(t, "pieces"), "")
		rows := 0
		for range delimited.Rows(text, ';', 64) {
			rows++
		}
		e := delimited.EncodingOf([]byte(text))
		decoded, _, err := e.Decode([]byte(text))
		if err != nil || decoded != text {
			t.Skip("not UTF-8")
		}
		if counted := delimited.Count([]byte(text), e, ';'); counted != rows {
			t.Fatalf("%q: %d rows, counted %d", text, rows, counted)
		}
	})
}
