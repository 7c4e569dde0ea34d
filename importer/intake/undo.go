package intake

import (
	"context"
	"fmt"
	"slices"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
	"hankeverkko/graph/view"
)

// Undo plans to take back what a run changed. Rows that a later run changed
// again are left as they are and told as Conflicts. When the run brought the
// source and nothing has come since, the source goes with it. An unknown run is
// graph.ErrNotFound; one that changed nothing, or of which nothing is left to
// take back, is graph.ErrInvalid.
func Undo(ctx context.Context, s store.Reader, id graph.SourceID, run graph.RunID) (*Plan, error) {
	content, err := store.ReadAll(ctx, s)
	if err != nil {
		return nil, err
	}
	runs, err := s.Runs(ctx, id)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(runs, func(r graph.Run) bool { return r.ID == run })
	if at < 0 {
		return nil, fmt.Errorf("run %q: %w", run, graph.ErrNotFound)
	}
	earlier := graph.RunID("")
	if at+1 < len(runs) {
		earlier = runs[at+1].ID
	}
	was, err := s.RecordsAfter(ctx, id, earlier)
	if err != nil {
		return nil, err
	}
	became, err := s.RecordsAfter(ctx, id, run)
	if err != nil {
		return nil, err
	}
	p := &Plan{base: content.Revision}
	for _, known := range content.Sources {
		if known.ID == id {
			p.Source, p.Known = known, true
		}
	}
	now := recordsOf(content.Records, id)
	p.Of = len(now)
	var clashing map[graph.ProjectID]bool
	p.change, clashing = back(was, became, now)
	if sameRows(became, now) {
		// What came later has been taken back, or there was nothing: the source too
		// is again as it was, its name and day among it, or is no more.
		p.restore = &store.Restoration{Source: id, To: earlier}
	}
	if p.change.Empty() && p.restore == nil && len(clashing) == 0 {
		return nil, fmt.Errorf("run %q: nothing to take back: %w", run, graph.ErrInvalid)
	}
	before, after, err := view.Effect(content, p.Source, p.change)
	if err != nil {
		return nil, err
	}
	p.Changes = changesOf(before, after)
	p.Conflicts = named(before, clashing)
	p.Report.Source, p.Report.Format, p.Report.File = id, p.Source.Format, string(run)
	p.Report.Rows.Changed = p.change.Changed
	p.Report.Projects, p.Report.Ties = p.Changes.Projects.Counts, p.Changes.Ties.Counts
	p.Report.Actors.New = p.Changes.Actors.Counts.New
	p.run = graph.Run{File: string(run), AsOf: p.Source.AsOf}
	return p, nil
}

// back turns was -> became around on what is there now: what it added and is
// still there goes, what it took away comes back, key by key. Where the rows of
// a key are no longer those it left, a later run has changed them: they stay.
func back(was, became, now []graph.Record) (c graph.Change, clashing map[graph.ProjectID]bool) {
	clashing = map[graph.ProjectID]bool{}
	rows := map[string]*[3][]graph.Record{}
	for i, list := range [3][]graph.Record{was, became, now} {
		for _, r := range list {
			if rows[r.Key] == nil {
				rows[r.Key] = &[3][]graph.Record{}
			}
			rows[r.Key][i] = append(rows[r.Key][i], r)
		}
	}
	var undone, kept []graph.Record
	for _, r := range rows {
		switch {
		case sameRows(r[0], r[1]): // the run did not touch them
			kept = append(kept, r[2]...)
		case sameRows(r[1], r[2]):
			undone = append(undone, r[0]...)
		case sameRows(r[0], r[2]): // taken back already
			kept = append(kept, r[2]...)
		default:
			kept = append(kept, r[2]...)
			for _, list := range r {
				for _, x := range list {
					clashing[x.Project] = true
				}
			}
		}
	}
	return graph.Diff(now, append(kept, undone...), false), clashing
}

func sameRows(a, b []graph.Record) bool {
	hashes := func(list []graph.Record) []graph.Hash {
		var all []graph.Hash
		for _, r := range list {
			all = append(all, r.Hash)
		}
		slices.Sort(all)
		return all
	}
	return slices.Equal(hashes(a), hashes(b))
}

// named gives projects their names, in order of their ids.
func named(n *graph.Network, projects map[graph.ProjectID]bool) (list []Thing) {
	var ids []graph.ProjectID
	for id := range projects {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		name := string(id)
		if p, ok := n.FindProject(id); ok {
			name = n.Projects[p].Name
		}
		list = put(list, Thing{ID: string(id), Name: name})
	}
	return list
}
