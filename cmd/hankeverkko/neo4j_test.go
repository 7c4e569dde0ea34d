package main

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"hankeverkko/graph/store/neo4j/neo4jtest"
)

// Neo4j gives the same files as SQLite, byte for byte, and shows the measures
// of the table to those who ask it in Cypher.
func TestNeo4jGivesTheSameFiles(t *testing.T) {
	address := neo4jStore(t)
	embedded := exampleStore(t)
	importJSON(t, exitDone, "--example", "--store", address)
	for _, format := range []string{"csv", "json", "graphml", "gexf"} {
		t.Run(format, func(t *testing.T) {
			if testing.Short() && format != "csv" {
				t.Skip("-short: the same is read from the store for every format")
			}
			args := []string{"export", "--format", format, "--store"}
			if output(t, append(args, embedded)...) != output(t, append(args, address)...) {
				t.Error("the files differ")
			}
		})
	}
	t.Run("measures", func(t *testing.T) {
		if testing.Short() {
			t.Skip("-short: works out all measures twice; the run without it does")
		}
		sameMeasures(t, address, embedded)
	})
}

// sameMeasures holds the table of two stores, and what the graph shows of it, against each other.
func sameMeasures(t *testing.T, address, embedded string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "a.csv")
	output(t, "analyse", "--write-back", "--out", file, "--store", address)
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(raw) != output(t, "analyse", "--store", embedded) {
		t.Error("the tables differ")
	}
	_, rows := table(t, string(raw))
	column := func(name string) int { return slices.Index(rows[0], name) }
	asked := cypher(t, address, "MATCH (a:Actor) RETURN a.businessId AS id, a.betweenness AS betweenness, a.constraint AS constraint, a.group AS group")
	for _, row := range rows[1:] {
		id, isBusiness := strings.CutPrefix(row[column("id")], "ytunnus:")
		if !isBusiness {
			continue
		}
		got := asked[id]
		if got == nil || got["group"] != row[column("group")] {
			t.Errorf("%s: %v", id, got)
			continue
		}
		for _, measure := range []string{"betweenness", "constraint"} {
			text := ""
			if x, ok := got[measure].(float64); ok {
				text = strconv.FormatFloat(x, 'g', 12, 64)
			}
			if text != row[column(measure)] {
				t.Errorf("%s of %s is %q in the graph, %q in the table", measure, id, text, row[column(measure)])
			}
		}
	}
}

// cypher asks as a user of the graph would, and returns the rows by id.
func cypher(t *testing.T, address, query string) map[string]map[string]any {
	t.Helper()
	d, err := driver.NewDriverWithContext(address, driver.BasicAuth(neo4jtest.User, database.Password(), ""))
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close(t.Context())
	result, err := driver.ExecuteQuery(t.Context(), d, query, nil, driver.EagerResultTransformer)
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]map[string]any{}
	for _, record := range result.Records {
		row := record.AsMap()
		if id, ok := row["id"].(string); ok {
			rows[id] = row
		}
	}
	return rows
}
