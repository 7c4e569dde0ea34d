package neo4j_test

import (
	"slices"
	"strings"
	"testing"

	"hankeverkko/graph/store/neo4j"
	"hankeverkko/graph/store/neo4j/neo4jtest"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// TestPlans lets Neo4j tell how it would run each query: none looks at all
// nodes or at all of a label, and records come in the order of their index,
// without being gathered for sorting.
func TestPlans(t *testing.T) {
	revision(t, open(t, address(server.Need(t)))) // makes the indexes
	d, err := driver.NewDriverWithContext("bolt://"+server.Need(t), driver.BasicAuth(neo4jtest.User, server.Password(), ""))
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close(t.Context())
	for name, query := range neo4j.Queries {
		result, err := driver.ExecuteQuery(t.Context(), d, "EXPLAIN "+query, neo4j.Parameters, driver.EagerResultTransformer, driver.ExecuteQueryWithDatabase("neo4j"))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		operators := operators(result.Summary.Plan())
		for _, o := range operators {
			if strings.Contains(o, "Scan") || strings.Contains(o, "CartesianProduct") {
				t.Errorf("%s: %s in %v", name, o, operators)
			}
		}
		if name == "records" && slices.ContainsFunc(operators, func(o string) bool { return strings.Contains(o, "Sort") || strings.Contains(o, "Eager") }) {
			t.Errorf("%s are gathered: %v", name, operators)
		}
	}
}

func operators(p driver.Plan) []string {
	list := []string{strings.TrimSuffix(p.Operator(), "@neo4j")}
	for _, child := range p.Children() {
		list = append(list, operators(child)...)
	}
	return list
}
