package example_test

import (
	"bytes"
	"testing"

	"hankeverkko/example"
	"hankeverkko/graph"
	"hankeverkko/importer"
)

func TestTheExampleReadsWhole(t *testing.T) {
	reading, err := importer.Read(example.File, bytes.NewReader(example.CSV), importer.Options{
		Source: example.Source, Name: example.Name, AsOf: example.AsOf,
	})
	if err != nil {
		t.Fatal(err)
	}
	if want := (importer.Rows{Read: 952, Stored: 952}); reading.Report.Rows != want {
		t.Errorf("rows %+v, want %+v", reading.Report.Rows, want)
	}
	if n := len(reading.Report.Issues) + len(reading.Report.Dropped.Columns); n != 0 {
		t.Errorf("issues %v, dropped %v", reading.Report.Issues, reading.Report.Dropped)
	}
	projects, actors, listed := map[graph.ProjectID]bool{}, map[string]bool{}, map[graph.ProjectID]bool{}
	for _, r := range reading.Records {
		projects[r.Project] = true
		actors[r.Cells[graph.FieldBusinessID]] = true
		if r.Cells[graph.FieldPart] == graph.Partner.String() {
			listed[r.Project] = true
		}
	}
	if len(projects) != 486 || len(actors) != 329 || len(listed) != 155 {
		t.Errorf("%d projects, %d actors, %d with partners; want 486, 329, 155", len(projects), len(actors), len(listed))
	}
	if reading.Source.AsOf.String() != "2019-06-30" {
		t.Errorf("as of %s", reading.Source.AsOf)
	}
}
