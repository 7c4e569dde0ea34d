package identity_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hankeverkko/example"
	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/importer"
)

// shared opens a real file of the folder that stands beside the checkout on a
// developer's machine. Where it is not there, the test says so and ends.
func shared(t *testing.T, name string) *os.File {
	t.Helper()
	for up := "../../.."; len(up) <= len("../../../../.."); up += "/.." {
		if file, err := os.Open(filepath.Join(up, "shared", "data", name)); err == nil {
			t.Cleanup(func() { file.Close() })
			return file
		}
	}
	t.Skipf("no shared/data/%s here", name)
	return nil
}

// The example and the ministry's list of 2016 tell of 126 projects both. The
// list has one implementer for each and no business ids.
func TestExampleAndListComeTogether(t *testing.T) {
	list, err := importer.Read("projektilista-2014-2020.csv", shared(t, "eura-fi/projektilista-2014-2020.csv"), importer.Options{})
	if err != nil {
		t.Fatal(err)
	}
	sheet, err := importer.Read(example.File, bytes.NewReader(example.CSV), importer.Options{Source: example.Source, AsOf: example.AsOf})
	if err != nil {
		t.Fatal(err)
	}
	n, err := identity.Apply(append(slices.Clone(sheet.Records), list.Records...), nil, sheet.Source, list.Source)
	if err != nil {
		t.Fatal(err)
	}
	both, alone, implementers := 0, 0, 0
	differing := map[graph.Field]int{}
	var apart []string
	for p := range n.Projects {
		project := &n.Projects[p]
		sources := map[graph.SourceID]int{}
		for _, r := range project.Records {
			sources[r.Source]++
		}
		if len(sources) == 1 {
			alone++
			continue
		}
		both++
		if sources[list.Source.ID] != 1 {
			t.Errorf("%s: %d records of the list", project.ID, sources[list.Source.ID])
		}
		for _, told := range project.Differing {
			differing[told.Field]++
		}
		for _, tie := range n.ProjectTies(p) {
			of := map[graph.SourceID]bool{}
			for _, r := range tie.Records {
				of[r.Source] = true
			}
			switch {
			case len(of) == 2:
				implementers++
				if !tie.Granted.Known {
					t.Errorf("%s: what was granted is not known", project.ID)
				}
			case of[list.Source.ID]:
				apart = append(apart, fmt.Sprintf("%s %s", project.Code, n.Actors[tie.A].Name))
			}
		}
	}
	if both != 126 || alone != 486-126+2294-126 || implementers != 118 {
		t.Errorf("%d projects in both, %d in one, %d implementers are actors of the example; want 126, 2528, 118", both, alone, implementers)
	}
	// None of these is another spelling: bodies that merged, handed the project
	// on, took a new name, or are written as something they are a part of.
	if diff := cmp.Diff([]string{
		"S20270 Mikkelin Ammattikorkeakoulu Oy",       // part of Xamk from 2017 on
		"S20289 Helsingin Diakonissalaitoksen säätiö", // the project went to its college
		"S20326 Mikkelin Ammattikorkeakoulu Oy",
		"S20374 Mikkelin Ammattikorkeakoulu Oy",
		"S20636 Kymenlaakson ammattikorkeakoulu Oy",  // part of Xamk from 2017 on
		"S20666 Elinkeino-, liikenne ja ympäristö",   // the centre's name cut off; the example has its development and administration centre
		"S20763 Oulunkaaren Seutukunnan kuntayhtymä", // a new name
		"S20769 TVY ry", // an abbreviation of an old name
	}, apart); diff != "" {
		t.Error(diff)
	}
	t.Logf("fields that differ: %v", differing)
	if differing[graph.FieldTo] != 81 || differing[graph.FieldStatus] != 123 || differing[graph.FieldFrom] != 0 || differing[graph.FieldProject] != 3 {
		t.Errorf("fields that differ: %v", differing)
	}
}
