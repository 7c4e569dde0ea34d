package identity_test

import (
	"bytes"
	"fmt"
	"testing"

	"hankeverkko/example"
	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/importer"
)

// The example a hundred times over: 48,600 projects, 95,200 rows.
func BenchmarkApply(b *testing.B) {
	reading, err := importer.Read(example.File, bytes.NewReader(example.CSV), importer.Options{Source: example.Source})
	if err != nil {
		b.Fatal(err)
	}
	for _, times := range []int{1, 100} {
		var records []graph.Record
		for i := range times {
			for _, r := range reading.Records {
				project := graph.ProjectID(fmt.Sprintf("%s-%d", r.Project, i))
				records = append(records, graph.NewRecord(r.Source, project, r.Key, r.Cells, r.Row))
			}
		}
		b.Run(fmt.Sprintf("%d rows", len(records)), func(b *testing.B) {
			for b.Loop() {
				if _, err := identity.Apply(records, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
