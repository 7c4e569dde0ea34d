package store_test

import (
	"encoding/json"
	"maps"
	"strings"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
)

func FuzzCells(f *testing.F) {
	f.Add("code", "A70009", "places", "Seinäjoki\nIlmajoki")
	f.Add("", `":"`, "a\x00", `\"{},`)
	f.Add("x", "<\u2028>", "y", "👩🏽‍🔬")
	f.Fuzz(func(t *testing.T, field, value, field2, value2 string) {
		want := graph.Cells{}
		for k, v := range map[string]string{field: value, field2: value2} {
			want[graph.Field(strings.ToValidUTF8(k, ""))] = strings.ToValidUTF8(v, "")
		}
		text, err := store.CellsText(want)
		if err != nil {
			t.Fatal(err)
		}
		got, err := store.ParseCells(text)
		if err != nil || !maps.Equal(got, want) {
			t.Errorf("%s is read as %q, %v", text, got, err)
		}
	})
}

// FuzzReadCells reads damaged text: a cell is what encoding/json reads, or an error.
func FuzzReadCells(f *testing.F) {
	for _, s := range []string{"{}", "", "{", "}", "null", `{"a":"b"}`, `{"a":"b","c":"d"}`, `{"a":"b",}`, `{,"a":"b"}`, `{"a":1}`, `{"a":"\`, `{"a":"\x"}`, `{"a":"b"}}`, `{"a":"b"`, `{"a""b"}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := store.ParseCells(text)
		if err != nil || !json.Valid([]byte(text)) {
			return
		}
		var want graph.Cells
		if err := json.Unmarshal([]byte(text), &want); err != nil {
			t.Fatalf("%q is read as %q, though %v", text, got, err)
		}
		if strings.ToValidUTF8(text, "") == text && !maps.Equal(got, want) {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
	})
}
