package export

import (
	"fmt"
	"strings"
)

// Fact is something to know about a file: where it comes from, how it was
// computed. Value is what encoding/json can write.
type Fact struct {
	Name  string
	Value any
}

// text is the value on one line: a text as it is, anything else as JSON.
func (f Fact) text() (string, error) {
	value, isText := f.Value.(string)
	if !isText {
		written, err := marshal(f.Value)
		if err != nil {
			return "", fmt.Errorf("%s: %w", f.Name, err)
		}
		value = string(written)
	}
	return strings.Join(strings.Fields(value), " "), nil
}
