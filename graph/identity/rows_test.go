package identity

import (
	"testing"

	"hankeverkko/graph"
)

// An id keeps the name that its own rows give, also when it is one of several
// of an actor.
func TestTitleOf(t *testing.T) {
	records := []graph.Record{
		record("A", "actor=Kaakkois-Suomen ammattikorkeakoulu Oy", "businessId=2472908-2"),
		record("B", "actor=Kaakkois-Suomen ammattikorkeakoulu Oy", "businessId=2472908-2"),
		record("C", "actor=Xamk", "businessId=2472908-2"),
		record("D", "actor=Mikkelin ammattikorkeakoulu Oy", "businessId=2189312-7"),
		record("E", "actor=Redu"),
	}
	journal := []graph.Decision{merge("ytunnus:2472908-2", "ytunnus:2189312-7"), with(decide(graph.DecideName, "name:redu"), "Lapin koulutuskeskus REDU"), split("ytunnus:2296962-1")}
	for behind, l := range map[string]*Ledger{"made anew": open(t, records, journal, Options{}), "ahead": aheadOf(t, open(t, records, journal[1:], Options{}), journal[0])} {
		for id, want := range map[graph.ActorID]string{
			"ytunnus:2472908-2": "Kaakkois-Suomen ammattikorkeakoulu Oy",
			"ytunnus:2189312-7": "Mikkelin ammattikorkeakoulu Oy",
			"name:redu":         "Lapin koulutuskeskus REDU",
			"ytunnus:2296962-1": "", // nobody is called so
		} {
			if got, known := l.TitleOf(id, "fi"); got != want || known != (want != "") {
				t.Errorf("%s: %s is %q, want %q", behind, id, got, want)
			}
		}
	}
}

func aheadOf(t *testing.T, l *Ledger, d graph.Decision) *Ledger {
	t.Helper()
	next, ok, err := l.Ahead(d)
	if err != nil || !ok {
		t.Fatal(ok, err)
	}
	return next
}
