package identity

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hankeverkko/graph"
)

func open(t testing.TB, records []graph.Record, journal []graph.Decision, o Options) *Ledger {
	t.Helper()
	l, err := Open(records, journal, o)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// with gives a decision a value.
func with(d graph.Decision, value string) graph.Decision {
	d.Value = value
	return d
}

// from gives a decision its days.
func from(d graph.Decision, from, to graph.Date) graph.Decision {
	d.From, d.To = from, to
	return d
}

func merge(a ...graph.ActorID) graph.Decision     { return decide(graph.DecideMerge, a...) }
func split(a ...graph.ActorID) graph.Decision     { return decide(graph.DecideSplit, a...) }
func keepApart(a ...graph.ActorID) graph.Decision { return decide(graph.DecideKeepApart, a...) }
func later(a ...graph.ActorID) graph.Decision     { return decide(graph.DecideLater, a...) }
func partOf(a, b graph.ActorID) graph.Decision    { return decide(graph.DecidePartOf, a, b) }
func follows(a, b graph.ActorID) graph.Decision   { return decide(graph.DecideSuccessorOf, a, b) }
func undo(n int) graph.Decision                   { return with(decide(graph.DecideUndo), fmt.Sprint(n)) }
func confirm(n int, who string) graph.Decision {
	d := with(decide(graph.DecideConfirm), fmt.Sprint(n))
	d.Who = who
	return d
}

// letters makes a project for each name, so that each is an actor.
func letters(names ...string) []graph.Record {
	var records []graph.Record
	for _, name := range names {
		records = append(records, record("P"+name, "actor="+name))
	}
	return records
}

func TestCheck(t *testing.T) {
	const a, b, c, d, gone = graph.ActorID("name:a"), graph.ActorID("name:b"), graph.ActorID("name:c"), graph.ActorID("name:d"), graph.ActorID("name:gone")
	records := append(letters("a", "b", "c", "d"),
		record("S", "actor=KEHA", "businessId=2296962-1", "town=Oulu"), record("T", "actor=KEHA", "businessId=2296962-1", "town=Kuopio"),
		record("U", "actor=Vantaa", "businessId=0124610-9", "town=Vantaa"))
	keha, vantaa := graph.ActorID("ytunnus:2296962-1"), graph.ActorID("ytunnus:0124610-9")
	type journal = []graph.Decision
	for _, test := range []struct {
		why     string
		before  journal
		d       graph.Decision
		code    Code // "" is a decision that fits
		against int
	}{
		{"nothing speaks against it", nil, merge(a, b), "", 0},
		{"unknown", nil, merge(a, gone), UnknownActor, 0},
		{"unknown, though the journal names it", journal{merge(gone, "name:other")}, partOf(a, gone), UnknownActor, 0},
		{"one actor already", journal{merge(a, b)}, merge(b, a), SameActor, 0},
		{"one actor by a third", journal{merge(a, b), merge(b, c)}, merge(c, a), SameActor, 0},
		{"more than the old ones", journal{merge(a, b)}, merge(a, b, c), "", 0},
		{"a merge against a keep-apart", journal{keepApart(a, b)}, merge(a, b), KeptApart, 1},
		{"against one of the groups", journal{merge(c, a), keepApart(a, b), merge(b, d)}, merge(c, d), KeptApart, 2},
		{"the keep-apart is undone", journal{keepApart(a, b), undo(1)}, merge(a, b), "", 0},
		{"a keep-apart against a merge", journal{merge(c, d), merge(a, b)}, keepApart(a, b), KeptApart, 2},
		{"a keep-apart against the second of two merges", journal{merge(a, c), merge(c, b)}, keepApart(a, b), KeptApart, 2},
		{"the merge was split", journal{merge(a, b), split(a)}, keepApart(a, b), "", 0},
		{"kept apart already", journal{keepApart(b, a)}, keepApart(a, b), Already, 1},
		{"one of three is new", journal{keepApart(b, a)}, keepApart(a, b, c), "", 0},
		{"later, of one actor", journal{merge(a, b)}, later(a, b), SameActor, 1},
		{"later, though decided", journal{keepApart(a, b)}, later(a, b), Already, 1},
		{"later", nil, later(a, b), "", 0},
		{"later does not bind", journal{later(a, b)}, merge(a, b), "", 0},
		{"nothing to split", nil, split(a), NotMerged, 0},
		{"one leaves that never came", journal{merge(a, b)}, split(a, c), NotMerged, 0},
		{"a split", journal{merge(a, b)}, split(b), "", 0},
		{"by seat", nil, with(split(keha), BySeat), "", 0},
		{"by seat, twice", journal{with(split(keha), BySeat)}, with(split(keha), BySeat), Already, 0},
		{"by seat, where there is one", nil, with(split(vantaa), BySeat), OneSeat, 0},
		{"part of itself, by merging", journal{merge(a, b)}, partOf(a, b), SameActor, 1},
		{"part-of", nil, partOf(a, b), "", 0},
		{"a circle of two", journal{partOf(a, b)}, partOf(b, a), Cycle, 1},
		{"a circle of three", journal{partOf(a, b), partOf(b, c)}, partOf(c, a), Cycle, 2},
		{"a circle by merging", journal{partOf(a, b), merge(b, c)}, partOf(c, a), Cycle, 1},
		{"a merge that closes a circle", journal{partOf(a, b), partOf(b, c)}, merge(a, c), Cycle, 2},
		{"a merge of part and whole", journal{partOf(a, b)}, merge(a, b), Related, 1},
		{"a merge of new and old", journal{follows(a, b)}, merge(b, a), Related, 1},
		{"two parents", journal{partOf(a, b)}, partOf(a, c), OtherParent, 1},
		{"two parents, one after the other", journal{from(partOf(a, b), 0, 20141231)}, from(partOf(a, c), 20150101, 0), "", 0},
		{"two parents on one day", journal{from(partOf(a, b), 0, 20150101)}, from(partOf(a, c), 20150101, 0), OtherParent, 1},
		{"a merge of parts of two wholes", journal{partOf(a, b), partOf(c, d)}, merge(a, c), OtherParent, 2},
		{"part of it already", journal{partOf(a, b)}, partOf(a, b), Already, 1},
		{"a unit's whole is no part of the unit", journal{with(split(keha), BySeat)}, partOf(keha, unitID(keha, "564")), Cycle, 0},
		{"successor-of", nil, from(follows(a, b), 20190101, 0), "", 0},
		{"two predecessors", journal{follows(a, b)}, follows(a, c), "", 0},
		{"two successors", journal{follows(a, b)}, follows(c, b), "", 0},
		{"its own predecessor", journal{follows(a, b), follows(b, c)}, follows(c, a), Cycle, 2},
		{"part-of and successor-of are two things", journal{follows(a, b)}, partOf(b, a), "", 0},
		{"the name it has", journal{with(decide(graph.DecideName, a), "X")}, with(decide(graph.DecideName, a), "X"), Already, 1},
		{"another name", journal{with(decide(graph.DecideName, a), "X")}, with(decide(graph.DecideName, a), "Y"), "", 0},
		{"the kind it has", journal{with(decide(graph.DecideActorKind, a), "company")}, with(decide(graph.DecideActorKind, a), "company"), Already, 1},
		{"undo", journal{merge(a, b)}, undo(1), "", 0},
		{"no such entry", journal{merge(a, b)}, undo(3), NoEntry, 3},
		{"undone before", journal{merge(a, b), undo(1)}, undo(1), UndoneBefore, 2},
		{"an undo undone", journal{merge(a, b), undo(1)}, undo(2), "", 0},
		{"an undo that brings a clash back", journal{merge(a, b), undo(1), keepApart(a, b)}, undo(2), KeptApart, 3},
		{"nobody's word is needed", journal{merge(a, b)}, confirm(1, "admin"), NotWaiting, 1},
	} {
		t.Run(test.why, func(t *testing.T) {
			err := open(t, records, test.before, Options{}).Check(test.d)
			var conflict *Conflict
			switch {
			case test.code == "" && err != nil:
				t.Errorf("refused: %v", err)
			case test.code == "":
			case !errors.As(err, &conflict) || conflict.Code != test.code || conflict.Entry != test.against:
				t.Errorf("%v, want %s against entry %d", err, test.code, test.against)
			case test.code == UnknownActor && (!errors.Is(err, graph.ErrNotFound) || conflict.Actor != gone):
				t.Errorf("%v does not name the actor that is not found", err)
			case test.code != UnknownActor && test.code != NoEntry && !errors.Is(err, graph.ErrInvalid):
				t.Errorf("%v is not graph.ErrInvalid", err)
			}
		})
	}
	if err := open(t, records, nil, Options{}).Check(merge(a)); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("a decision of no shape: %v", err)
	}
}

func stands(l *Ledger) []string {
	var got []string
	for _, e := range l.Entries() {
		s := fmt.Sprintf("%d %s", e.Number, e.State)
		if e.By != 0 {
			s += fmt.Sprintf(" %d", e.By)
		}
		got = append(got, s)
	}
	return got
}

// A journal that two people wrote at once may hold anything: it is replayed
// all the same, and what became of each entry is told.
func TestEntries(t *testing.T) {
	const a, b, c, gone = graph.ActorID("name:a"), graph.ActorID("name:b"), graph.ActorID("name:c"), graph.ActorID("name:gone")
	for _, test := range []struct {
		why     string
		journal []graph.Decision
		want    []string
	}{
		{"all hold", []graph.Decision{merge(a, b), partOf(c, a)}, []string{"1 holds", "2 holds"}},
		{"undone", []graph.Decision{merge(a, b), undo(1)}, []string{"1 undone 2", "2 holds"}},
		{"done again", []graph.Decision{merge(a, b), undo(1), undo(2)}, []string{"1 holds", "2 undone 3", "3 holds"}},
		{"undone twice", []graph.Decision{merge(a, b), undo(1), undo(1)}, []string{"1 undone 2", "2 holds", "3 holds"}},
		{"an undo of what comes later", []graph.Decision{undo(2), merge(a, b)}, []string{"1 void", "2 holds"}},
		{"the later holds", []graph.Decision{keepApart(a, b), merge(a, b)}, []string{"1 overridden 2", "2 holds"}},
		{"the later holds, the other way", []graph.Decision{merge(a, b), keepApart(a, b)}, []string{"1 overridden 2", "2 holds"}},
		{"a circle does not", []graph.Decision{partOf(a, b), partOf(b, a)}, []string{"1 holds", "2 void 1"}},
		{"a part merged into its whole", []graph.Decision{partOf(a, b), merge(a, b)}, []string{"1 void 2", "2 holds"}},
		{"asleep", []graph.Decision{merge(a, gone), partOf(b, "name:far"), merge(a, c, gone)}, []string{"1 asleep", "2 asleep", "3 holds"}},
	} {
		t.Run(test.why, func(t *testing.T) {
			if diff := cmp.Diff(test.want, stands(open(t, letters("a", "b", "c"), test.journal, Options{}))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A decision about an actor that is gone sleeps, and wakes when it is back.
func TestDecisionsSleepAndWake(t *testing.T) {
	journal := []graph.Decision{partOf("name:a", "name:b"), merge("name:b", "name:c"), with(decide(graph.DecideName, "name:b"), "Bee")}
	with := apply(t, letters("a", "b", "c"), journal...)
	without := apply(t, letters("a"), journal...)
	if diff := cmp.Diff(apply(t, letters("a")), without, cmp.AllowUnexported(graph.Network{})); diff != "" {
		t.Errorf("decisions about the absent change the present:\n%s", diff)
	}
	again := apply(t, letters("a", "b", "c"), journal...)
	if diff := cmp.Diff(with, again, cmp.AllowUnexported(graph.Network{})); diff != "" {
		t.Error(diff)
	}
	if len(with.Actors) != 2 || with.Actors[0].PartOf[0].Actor != "name:b" || with.Actors[1].Name != "Bee" {
		t.Errorf("%+v", with.Actors)
	}
}

// More than fifty actors are merged when another than the one who asked agrees.
func TestManyActorsNeedAnotherPerson(t *testing.T) {
	var names []string
	var ids []graph.ActorID
	for i := range ManyActors + 1 {
		names = append(names, fmt.Sprintf("a%03d", i))
		ids = append(ids, graph.ActorID("name:"+names[i]))
	}
	records := letters(names...)
	many := merge(ids...)
	for _, test := range []struct {
		why     string
		journal []graph.Decision
		actors  int
	}{
		{"fifty", []graph.Decision{merge(ids[:ManyActors]...)}, 2},
		{"fifty-one wait", []graph.Decision{many}, 51},
		{"the same hand", []graph.Decision{many, confirm(1, "curator")}, 51},
		{"another hand", []graph.Decision{many, confirm(1, "admin")}, 1},
		{"undone", []graph.Decision{many, confirm(1, "admin"), undo(1)}, 51},
		{"the word taken back", []graph.Decision{many, confirm(1, "admin"), undo(2)}, 51},
	} {
		if n := apply(t, records, test.journal...); len(n.Actors) != test.actors {
			t.Errorf("%s: %d actors, want %d", test.why, len(n.Actors), test.actors)
		}
	}
	l := open(t, records, []graph.Decision{many}, Options{})
	var conflict *Conflict
	if err := l.Check(confirm(1, "curator")); !errors.As(err, &conflict) || conflict.Code != SameHand {
		t.Errorf("the same hand: %v", err)
	}
	if err := l.Check(confirm(1, "admin")); err != nil {
		t.Errorf("another hand: %v", err)
	}
	if got := l.Entries()[0].State; got != Waiting {
		t.Errorf("the merge %s, want waiting", got)
	}
}

// A chain of a thousand merges is one actor; a chain of part-of as long is cut
// where it gets too deep, and named.
func TestChainOfAThousand(t *testing.T) {
	var names []string
	var merges, parts, successors []graph.Decision
	for i := range 1001 {
		names = append(names, fmt.Sprintf("a%04d", i))
		if i > 0 {
			one, other := graph.ActorID("name:"+names[i-1]), graph.ActorID("name:"+names[i])
			merges, parts, successors = append(merges, merge(one, other)), append(parts, partOf(one, other)), append(successors, follows(one, other))
		}
	}
	records := letters(names...)
	if n := apply(t, records, merges...); len(n.Actors) != 1 || len(n.Actors[0].OtherIDs) != 1000 {
		t.Errorf("%d actors after a chain of a thousand merges", len(n.Actors))
	}
	l := open(t, records, parts, Options{RollUp: true})
	void := 0
	for _, e := range l.Entries() {
		if e.State == Void {
			void++
		}
	}
	if kept := 1000 - void; kept != 1000-1000/(DeepestPart+1) {
		t.Errorf("%d of 1000 parts of parts hold", kept)
	}
	var conflict *Conflict
	if err := open(t, records, parts[:DeepestPart], Options{}).Check(parts[DeepestPart]); !errors.As(err, &conflict) || conflict.Code != TooDeep {
		t.Errorf("one level too many: %v", err)
	}
	if n := apply(t, records, successors...); len(n.Actors) != 1001 || len(n.Actors[0].Follows) != 1 {
		t.Errorf("%d actors after a chain of successors", len(n.Actors))
	}
}
