package store

import (
	"encoding/json"
	"fmt"
	"strings"

	"hankeverkko/graph"
)

// CellsText writes cells as one text, for stores that keep them so: a JSON
// object, fields in alphabetical order.
func CellsText(cells graph.Cells) (string, error) {
	if cells == nil {
		return "{}", nil
	}
	text, err := json.Marshal(cells)
	return string(text), err
}

// ParseCells reads what CellsText wrote; anything else is graph.ErrInvalid.
// Reading a store is mostly this, so the object is cut into pieces of its one
// text, and only a cell with an escape is given to encoding/json.
func ParseCells(text string) (graph.Cells, error) {
	cells := make(graph.Cells, strings.Count(text, `":"`))
	rest, ok := strings.CutPrefix(text, "{")
	for ok && rest != "}" {
		if len(cells) > 0 {
			if rest, ok = strings.CutPrefix(rest, ","); !ok {
				break
			}
		}
		var field, value string
		if field, rest, ok = cutString(rest); !ok {
			break
		}
		if rest, ok = strings.CutPrefix(rest, ":"); !ok {
			break
		}
		if value, rest, ok = cutString(rest); ok {
			cells[graph.Field(field)] = value
		}
	}
	if !ok {
		return nil, fmt.Errorf("cells %.40q: %w", text, graph.ErrInvalid)
	}
	return cells, nil
}

// cutString reads a JSON string from the front of a text.
func cutString(text string) (value, rest string, ok bool) {
	if !strings.HasPrefix(text, `"`) {
		return "", text, false
	}
	end, escaped := 1, false
	for ; end < len(text) && text[end] != '"'; end++ {
		if text[end] == '\\' {
			escaped = true
			end++
		}
	}
	if end >= len(text) {
		return "", text, false
	}
	if !escaped {
		return text[1:end], text[end+1:], true
	}
	err := json.Unmarshal([]byte(text[:end+1]), &value)
	return value, text[end+1:], err == nil
}
