package identity

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"hankeverkko/graph"
)

const keha = graph.ActorID("ytunnus:2296962-1")

func kehaRecords() []graph.Record {
	return []graph.Record{
		record("A", "actor=KEHA-keskus", "businessId=2296962-1", "town=Oulu", "part=lead"),
		record("B", "actor=KEHA-keskus", "businessId=2296962-1", "town=Kuopio", "part=lead"),
		record("B", "actor=KEHA-keskus", "part=partner"), // of this project, so the unit in Kuopio
		record("C", "actor=KEHA-keskus", "businessId=2296962-1"),
		record("D", "actor=KEHA-keskus", "businessId=2296962-1", "town=Oulu"),
		record("D", "actor=KEHA-keskus", "businessId=2296962-1", "seat=Kuopio", "town=Oulu", "part=partner"),
		record("D", "actor=Vantaan kaupunki", "businessId=0124610-9"),
	}
}

func TestSplitBySeat(t *testing.T) {
	bySeat := with(split(keha), BySeat)
	n := apply(t, kehaRecords(), bySeat)
	want := []string{
		"A ytunnus:2296962-1@564 lead 564 postal",
		"B ytunnus:2296962-1@297 lead 297 postal",
		"C ytunnus:2296962-1 participant",
		"D ytunnus:0124610-9 participant 092 name",
		"D ytunnus:2296962-1@297 partner 297 named",
		"D ytunnus:2296962-1@564 participant 564 postal",
	}
	if diff := cmp.Diff(want, told(n)); diff != "" {
		t.Error(diff)
	}
	i, ok := n.FindActor("ytunnus:2296962-1@297")
	if !ok {
		t.Fatal("no unit in Kuopio")
	}
	unit := n.Actors[i]
	unit.Aliases = nil
	if diff := cmp.Diff(graph.Actor{
		ID: "ytunnus:2296962-1@297", Name: "KEHA-keskus, Kuopio", Short: "KEHA-keskus, Kuopio", Kind: graph.KindStateAuthority,
		BusinessID: "2296962-1", Seat: "297", PartOf: []graph.Relation{{Actor: keha}},
	}, unit); diff != "" {
		t.Error(diff)
	}
}

func TestUnitsAreActors(t *testing.T) {
	bySeat := with(split(keha), BySeat)
	kuopio, oulu := unitID(keha, "297"), unitID(keha, "564")
	n := apply(t, kehaRecords(), bySeat, with(decide(graph.DecideName, kuopio), "Kuopion KEHA"), merge(oulu, "name:muu"), partOf(oulu, "ytunnus:0124610-9"))
	i, _ := n.FindActor(kuopio)
	if n.Actors[i].Name != "Kuopion KEHA" {
		t.Errorf("the unit in Kuopio is called %q", n.Actors[i].Name)
	}
	i, _ = n.FindActor(oulu)
	want := []graph.Relation{{Actor: "ytunnus:0124610-9"}, {Actor: keha}}
	if diff := cmp.Diff(want, n.Actors[i].PartOf); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(told(apply(t, kehaRecords())), told(apply(t, kehaRecords(), bySeat, undo(1)))); diff != "" {
		t.Errorf("an undone split changes something:\n%s", diff)
	}
}
