package importer

import (
	"errors"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
)

// networkOf joins records into a network without any of identity's judgement.
func networkOf(t *testing.T, records []graph.Record) *graph.Network {
	t.Helper()
	projects, actors, ties := map[graph.ProjectID]graph.Project{}, map[graph.ActorID]graph.Actor{}, []graph.Tie{}
	for _, r := range records {
		actor := identity.ActorIDOf(r.Cells[graph.FieldBusinessID], "", "", r.Cells[graph.FieldActor])
		projects[r.Project] = graph.Project{ID: r.Project, Name: r.Cells[graph.FieldProject]}
		actors[actor] = graph.Actor{ID: actor}
		part, err := graph.ParsePart(r.Cells[graph.FieldPart])
		if err != nil {
			part = graph.Participant
		}
		ties = append(ties, graph.Tie{Project: r.Project, Actor: actor, Part: part, Records: []graph.RecordRef{{Row: r.Row}}})
	}
	var p []graph.Project
	for _, x := range projects {
		p = append(p, x)
	}
	var a []graph.Actor
	for _, x := range actors {
		a = append(a, x)
	}
	n, err := graph.New(p, a, ties)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestReportOf(t *testing.T) {
	old := read(t, "hankekoodi;hanke;toimija;rooli;kunta\nH1;Valo;A;;Kemi\nH1;Valo;B;;\nH2;Varjo;A;;\n").Records
	now := read(t, "otsikko\nhankekoodi;hanke;toimija;rooli;kunta\nH1;Valo;A;;Oulu\nH1;Valo;B;;\nH1;Valo;B;;\nH1;Valo;C;;\nH3;Kajo;A;;\nH4;;A;;\n")
	change := graph.Diff(old, now.Records, false)
	report, err := ReportOf(now, change, graph.Run{ID: "ajo"}, networkOf(t, old), networkOf(t, now.Records))
	if err != nil {
		t.Fatal(err)
	}
	// B stands twice: both rows are unchanged.
	if want := (Rows{Read: 7, Stored: 2, Changed: 1, Unchanged: 2, Rejected: 1, Blank: 1}); report.Rows != want || report.Run != "ajo" {
		t.Errorf("rows %+v, want %+v", report.Rows, want)
	}
	if want := (Tally{New: 1, Gone: 1, Same: 1}); report.Projects != want {
		t.Errorf("projects %+v, want %+v", report.Projects, want)
	}
	if want := (Met{New: 1, Matched: 2}); report.Actors != want {
		t.Errorf("actors %+v, want %+v", report.Actors, want)
	}
	if want := (Tally{New: 2, Gone: 1, Same: 2}); report.Ties != want {
		t.Errorf("ties %+v, want %+v", report.Ties, want)
	}

	again, err := ReportOf(now, graph.Diff(now.Records, now.Records, false), graph.Run{}, nil, networkOf(t, now.Records))
	if want := (Rows{Read: 7, Unchanged: 5, Rejected: 1, Blank: 1}); err != nil || again.Rows != want {
		t.Errorf("the same again: %+v, %v", again.Rows, err)
	}
	if again.Projects.New != 2 || again.Ties.New != 4 {
		t.Errorf("onto nothing: %+v", again)
	}
	if _, err := ReportOf(now, graph.Diff(nil, old, false), graph.Run{}, nil, nil); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("a change of another reading: %v", err)
	}
}
