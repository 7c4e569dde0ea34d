package identity

import (
	_ "embed"
	"strings"
)

// short.tsv holds the short names that well-known organisations use of
// themselves: business id, short name. Taken from the organisations' own names
// in the example landscape; a name that another body shares is left out.
//
//go:embed short.tsv
var shortTable string

func shortNames() map[string]string {
	short := map[string]string{}
	for line := range strings.Lines(shortTable) {
		if id, name, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "\t"); ok {
			short[id] = name
		}
	}
	return short
}
