package importer

import (
	"fmt"
	"reflect"
	"slices"

	"hankeverkko/graph"
)

// ReportOf completes the report of a reading with what the change does to the
// store and to the network: the rows that are new, changed or unchanged, and
// the projects, actors and ties of those rows. Before and after are the
// networks without and with the change; before may be nil. An error means that
// the change is not that of the reading, or that a row was lost.
func ReportOf(r *Reading, change graph.Change, run graph.Run, before, after *graph.Network) (Report, error) {
	report := r.Report
	report.Run = run.ID
	added := map[recordKey]bool{}
	for _, a := range change.Added {
		added[recordKey{a.Key, a.Hash}] = true
	}
	written := 0
	for _, record := range r.Records {
		if added[recordKey{record.Key, record.Hash}] {
			written++
		}
	}
	if written != len(change.Added) || change.New+change.Changed != written {
		return Report{}, fmt.Errorf("import %s: %d records written, %d of them read: %w", report.File, len(change.Added), written, graph.ErrInvalid)
	}
	report.Rows.Stored, report.Rows.Changed = change.New, change.Changed
	// What a reading counts as unchanged are its duplicates.
	report.Rows.Unchanged += len(r.Records) - written
	if err := report.Rows.check(); err != nil {
		err.File = report.File
		return Report{}, err
	}
	report.tally(touched(r.Records, change), before, after)
	return report, nil
}

// touched gives the projects that the import is about.
func touched(records []graph.Record, change graph.Change) map[graph.ProjectID]bool {
	projects := map[graph.ProjectID]bool{}
	for _, r := range records {
		projects[r.Project] = true
	}
	for _, r := range change.Removed {
		projects[r.Project] = true
	}
	return projects
}

// tally compares the projects of an import, their ties and their actors.
func (r *Report) tally(projects map[graph.ProjectID]bool, before, after *graph.Network) {
	if before == nil {
		before = &graph.Network{}
	}
	if after == nil {
		after = &graph.Network{}
	}
	actors := map[graph.ActorID]bool{}
	for id := range projects {
		was, hadIt := before.FindProject(id)
		is, hasIt := after.FindProject(id)
		oldTies, newTies := map[graph.ActorID]graph.Tie{}, map[graph.ActorID]graph.Tie{}
		if hadIt {
			for _, t := range before.ProjectTies(was) {
				oldTies[t.Actor] = t
			}
		}
		if hasIt {
			for _, t := range after.ProjectTies(is) {
				newTies[t.Actor] = t
				actors[t.Actor] = true
			}
		}
		var old, now graph.Project
		if hadIt {
			old = before.Projects[was]
		}
		if hasIt {
			now = after.Projects[is]
		}
		r.Shared.count(now)
		old.Records, now.Records = nil, nil
		r.Projects.count(hadIt, hasIt, reflect.DeepEqual(old, now))
		for actor, t := range newTies {
			o, had := oldTies[actor]
			r.Ties.count(had, true, sameTie(o, t))
			delete(oldTies, actor)
		}
		r.Ties.Gone += len(oldTies)
	}
	for id := range actors {
		if _, known := before.FindActor(id); known {
			r.Actors.Matched++
		} else {
			r.Actors.New++
		}
	}
}

// count takes in a project that other sources tell of too.
func (s *Shared) count(p graph.Project) {
	if slices.ContainsFunc(p.Records, func(r graph.RecordRef) bool { return r.Source != p.Records[0].Source }) {
		s.Projects++
		if len(p.Differing) > 0 {
			s.Differing++
		}
	}
}

func (t *Tally) count(had, has, same bool) {
	switch {
	case had && has && same:
		t.Same++
	case had && has:
		t.Changed++
	case has:
		t.New++
	case had:
		t.Gone++
	}
}

// sameTie compares what ties say, apart from where it was read.
func sameTie(a, b graph.Tie) bool {
	a.Records, b.Records, a.P, b.P, a.A, b.A = nil, nil, 0, 0, 0, 0
	return reflect.DeepEqual(a, b)
}
