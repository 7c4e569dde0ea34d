package identity

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hankeverkko/graph"
)

const (
	lapinAMK = graph.ActorID("ytunnus:2528792-5")
	oulu     = graph.ActorID("ytunnus:0245895-5")
	ramk     = graph.ActorID("name:rovaniemen amk")
	tokem    = graph.ActorID("name:kemi tornion amk")
)

func decide(kind graph.DecisionKind, actors ...graph.ActorID) graph.Decision {
	return graph.Decision{Kind: kind, Actors: actors, Who: "curator"}
}

func TestJournal(t *testing.T) {
	merge := func(a ...graph.ActorID) graph.Decision { return decide(graph.DecideMerge, a...) }
	split := func(a ...graph.ActorID) graph.Decision { return decide(graph.DecideSplit, a...) }
	apart := func(a ...graph.ActorID) graph.Decision { return decide(graph.DecideKeepApart, a...) }
	records := []graph.Record{
		record("A", "actor=Rovaniemen amk"),
		record("B", "actor=Kemi-Tornion amk"),
		record("C", "actor=Lapin amk", "businessId=2528792-5"),
		record("D", "actor=Oulun yliopisto", "businessId=0245895-5"),
		record("D", "actor=Oulun yliopisto"),
	}
	none := []string{"A name:rovaniemen amk", "B name:kemi tornion amk", "C ytunnus:2528792-5", "D ytunnus:0245895-5"}
	for _, c := range []struct {
		name    string
		journal []graph.Decision
		want    []string
	}{
		{"nothing", nil, none},
		{"the strongest id wins", []graph.Decision{merge(ramk, lapinAMK)},
			[]string{"A ytunnus:2528792-5", "B name:kemi tornion amk", "C ytunnus:2528792-5", "D ytunnus:0245895-5"}},
		{"of two names the lower", []graph.Decision{merge(ramk, tokem)},
			[]string{"A name:kemi tornion amk", "B name:kemi tornion amk", "C ytunnus:2528792-5", "D ytunnus:0245895-5"}},
		{"merges add up", []graph.Decision{merge(ramk, tokem), merge(tokem, lapinAMK)},
			[]string{"A ytunnus:2528792-5", "B ytunnus:2528792-5", "C ytunnus:2528792-5", "D ytunnus:0245895-5"}},
		{"a split undoes them", []graph.Decision{merge(ramk, tokem), merge(tokem, lapinAMK), split(lapinAMK)}, none},
		{"a split takes one out", []graph.Decision{merge(ramk, tokem, lapinAMK), split(lapinAMK, ramk)},
			[]string{"A name:rovaniemen amk", "B ytunnus:2528792-5", "C ytunnus:2528792-5", "D ytunnus:0245895-5"}},
		{"what was never merged cannot leave", []graph.Decision{merge(ramk, tokem), split(lapinAMK, ramk), split(oulu)},
			[]string{"A name:kemi tornion amk", "B name:kemi tornion amk", "C ytunnus:2528792-5", "D ytunnus:0245895-5"}},
		{"kept apart after a merge", []graph.Decision{merge(ramk, lapinAMK), apart(lapinAMK, ramk)}, none},
		{"merged after all", []graph.Decision{apart(lapinAMK, ramk), merge(ramk, lapinAMK)},
			[]string{"A ytunnus:2528792-5", "B name:kemi tornion amk", "C ytunnus:2528792-5", "D ytunnus:0245895-5"}},
		{"a name kept apart stays itself within a project", []graph.Decision{apart(oulu, "name:oulun yliopisto")},
			[]string{"A name:rovaniemen amk", "B name:kemi tornion amk", "C ytunnus:2528792-5", "D name:oulun yliopisto", "D ytunnus:0245895-5"}},
		{"actors that are not there any more", []graph.Decision{merge("name:x", "name:y"), split("name:z"), apart("name:x", "name:q")}, none},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, tie := range apply(t, records, c.journal...).Ties {
				got = append(got, string(tie.Project[2:])+" "+string(tie.Actor))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestMergedActor(t *testing.T) {
	name := decide(graph.DecideName, ramk)
	name.Value = "Lapin AMK"
	n := apply(t, []graph.Record{
		record("A", "actor=Rovaniemen amk", "town=Rovaniemi"),
		record("A", "actor=Lapin amk", "businessId=2528792-5"),
	}, name, decide(graph.DecideMerge, ramk, lapinAMK))
	want := []graph.Actor{{
		ID: lapinAMK, OtherIDs: []graph.ActorID{ramk}, Name: "Lapin AMK", Short: "Lapin AMK", Kind: graph.KindUAS, BusinessID: "2528792-5", Seat: "698",
		Aliases: []graph.Alias{{Name: "Lapin amk", Source: "s"}, {Name: "Rovaniemen amk", Source: "s"}},
	}}
	if diff := cmp.Diff(want, n.Actors); diff != "" {
		t.Error(diff)
	}
	if len(n.Ties) != 1 || len(n.Ties[0].Records) != 2 {
		t.Errorf("ties %+v, want one that rests on both rows", n.Ties)
	}
}

func TestDecisionsThatCannotBeReplayed(t *testing.T) {
	for _, d := range []graph.Decision{
		{},
		{Kind: 99, Actors: []graph.ActorID{ramk}},
		decide(graph.DecideMerge, ramk),
		decide(graph.DecideMerge, ramk, ramk),
		decide(graph.DecideMerge, ramk, ""),
		decide(graph.DecideKeepApart, ramk),
		decide(graph.DecideSplit),
		decide(graph.DecideName, ramk),
		{Kind: graph.DecideName, Actors: []graph.ActorID{ramk, tokem}, Value: "X"},
		decide(graph.DecideCorrection, ramk),
		{Kind: graph.DecideVerdict, Project: "s:A"},
	} {
		if err := ValidateDecision(d); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%+v: %v", d, err)
		}
		if _, err := Apply(nil, []graph.Decision{d}); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%+v is replayed: %v", d, err)
		}
	}
}
