package graph_test

import (
	"errors"
	"testing"

	"hankeverkko/graph"
)

func TestActorKinds(t *testing.T) {
	kinds := graph.ActorKinds()
	if len(kinds) != 17 || kinds[0] != graph.KindUnknown || kinds[16] != graph.KindOther {
		t.Errorf("kinds %v", kinds)
	}
	seen := map[string]bool{}
	for _, k := range kinds {
		back, err := graph.ParseActorKind(k.String())
		if err != nil || back != k || k.String() == "" || seen[k.String()] {
			t.Errorf("%d is written %q and read as %d (%v)", k, k, back, err)
		}
		seen[k.String()] = true
	}
	for _, s := range []string{"", "Company", "yritys"} {
		if _, err := graph.ParseActorKind(s); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%q: %v", s, err)
		}
	}
	if s := graph.ActorKind(200).String(); s != "" {
		t.Errorf("a kind that is none is written %q", s)
	}
}

func TestSectors(t *testing.T) {
	for kind, want := range map[graph.ActorKind]string{
		graph.KindUnknown: "unknown", graph.KindOther: "none", graph.KindCompany: "companies", graph.KindDevelopmentCompany: "public",
		graph.KindUAS: "education", graph.KindOtherSchool: "education", graph.KindResearchInstitute: "public", graph.KindParish: "associations",
		graph.KindFoundation: "associations", graph.KindOtherPublic: "public",
	} {
		if got := kind.Sector().String(); got != want {
			t.Errorf("%s is on the side %s, want %s", kind, got, want)
		}
	}
}

func TestRelation(t *testing.T) {
	r := graph.Relation{Actor: "a", From: 20100101, To: 20141231}
	for day, want := range map[graph.Date]bool{20091231: false, 20100101: true, 20141231: true, 20150101: false} {
		if r.HoldsAt(day) != want {
			t.Errorf("at %s: %v", day, !want)
		}
	}
	if open := (graph.Relation{}); !open.HoldsAt(1) || !open.HoldsAt(99991231) {
		t.Error("a relation without days does not always hold")
	}
}

func TestNameIn(t *testing.T) {
	a := graph.Actor{Name: "Oulun yliopisto", Names: map[string]string{"sv": "Uleåborgs universitet"}}
	if a.NameIn("sv") != "Uleåborgs universitet" || a.NameIn("en") != "Oulun yliopisto" || a.NameIn("") != "Oulun yliopisto" {
		t.Errorf("%q, %q, %q", a.NameIn("sv"), a.NameIn("en"), a.NameIn(""))
	}
}
