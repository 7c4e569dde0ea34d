package neo4j

import driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

// A query names what it returns, and all of that was written by this package,
// so a value that is not there or of another type is the zero value here.

func value[T any](r *driver.Record, name string) T {
	any, _ := r.Get(name)
	v, _ := any.(T)
	return v
}

func property[T any](n driver.Node, name string) T {
	v, _ := n.Props[name].(T)
	return v
}

func text(r *driver.Record, name string) string  { return value[string](r, name) }
func number(r *driver.Record, name string) int64 { return value[int64](r, name) }

func list(r *driver.Record, name string) []string {
	var texts []string
	for _, v := range value[[]any](r, name) {
		t, _ := v.(string)
		texts = append(texts, t)
	}
	return texts
}
