package drawing

import (
	"slices"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"hankeverkko/graph"
)

// Properties hold what the driver takes and gives back: string, float64,
// neo4j.Date, neo4j.Point2D, and lists as []any.
type Properties map[string]any

// Changes returns what must be set at a node or relationship that has the
// found properties, so that of names it has these and no others: a nil takes
// one away. It returns nil when nothing must be.
func (p Properties) Changes(found map[string]any, names []string) map[string]any {
	var set map[string]any
	for _, name := range names {
		if !same(p[name], found[name]) {
			if set == nil {
				set = map[string]any{}
			}
			set[name] = p[name]
		}
	}
	return set
}

func same(a, b any) bool {
	switch a := a.(type) {
	case []any:
		b, ok := b.([]any)
		return ok && slices.EqualFunc(a, b, same)
	case neo4j.Date:
		b, ok := b.(neo4j.Date)
		return ok && a.Time().Equal(b.Time())
	}
	return a == b
}

func (p Properties) text(name, value string) Properties {
	if value != "" {
		p[name] = value
	}
	return p
}

func (p Properties) date(name string, d graph.Date) Properties {
	if d != 0 {
		p[name] = neo4j.DateOf(time.Date(d.Year(), time.Month(d.Month()), d.Day(), 0, 0, 0, 0, time.UTC))
	}
	return p
}

// euros writes cents as euros. The nearest float64 is exact to the cent up to
// 45,000,000,000,000 euros.
func (p Properties) euros(name string, m graph.Money) Properties {
	if m.Known {
		p[name] = float64(m.Cents) / 100
	}
	return p
}

func (p Properties) list(name string, values []string) Properties {
	if len(values) > 0 {
		all := make([]any, len(values))
		for i, v := range values {
			all[i] = v
		}
		p[name] = all
	}
	return p
}

func distinct(values []string) []string {
	slices.Sort(values)
	return slices.Compact(values)
}
