package identity

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"hankeverkko/graph"
)

func TestRollUp(t *testing.T) {
	oulu, thule, old := graph.ActorID("name:oulun yliopisto"), graph.ActorID("name:thule instituutti"), graph.ActorID("name:vanha laitos")
	records := []graph.Record{
		record("A", "actor=Oulun yliopisto", "part=partner", "from=2015-01-01", "granted=100"),
		record("A", "actor=Thule-instituutti", "part=lead", "from=2015-01-01", "granted=20", "town=Oulu"),
		record("B", "actor=Thule-instituutti", "from=2015-01-01"),
		record("B", "actor=Thule-instituutti", "from=2015-01-01", "part=partner"),
		record("C", "actor=Thule-instituutti", "from=2008-01-01"),
		record("D", "actor=Vanha laitos", "from=2012-01-01"),
		record("E", "actor=Vanha laitos"),
		record("F", "actor=Thule-instituutti / Kenttäasema", "from=2015-01-01"),
	}
	for _, c := range []struct {
		why     string
		journal []graph.Decision
		want    []string
	}{
		{"nothing is part of anything", nil, []string{
			"A name:oulun yliopisto partner 564 name", "A name:thule instituutti lead 564 postal", "B name:thule instituutti partner 564 commonest",
			"C name:thule instituutti participant 564 commonest", "D name:vanha laitos participant", "E name:vanha laitos participant",
			"F name:thule instituutti kenttäasema participant",
		}},
		{"two levels, always", []graph.Decision{partOf(thule, oulu), partOf("name:thule instituutti kenttäasema", thule)}, []string{
			"A name:oulun yliopisto lead 564 postal", "B name:oulun yliopisto partner 564 commonest", "C name:oulun yliopisto participant 564 commonest",
			"D name:vanha laitos participant", "E name:vanha laitos participant", "F name:oulun yliopisto participant 564 commonest",
		}},
		{"between days; without a day the last that holds", []graph.Decision{from(partOf(thule, oulu), 20100101, 0), from(partOf(old, thule), 0, 20111231), from(partOf(old, oulu), 20120101, 20121231)}, []string{
			"A name:oulun yliopisto lead 564 postal", "B name:oulun yliopisto partner 564 commonest", "C name:thule instituutti participant",
			"D name:oulun yliopisto participant 564 commonest", "E name:oulun yliopisto participant 564 commonest",
			"F name:thule instituutti kenttäasema participant",
		}},
		{"a whole that is not in the data", []graph.Decision{partOf(thule, "name:gone")}, nil},
	} {
		t.Run(c.why, func(t *testing.T) {
			l := open(t, records, c.journal, Options{RollUp: true})
			want := c.want
			if want == nil {
				want = told(apply(t, records))
			}
			if diff := cmp.Diff(want, told(l.Network)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(told(apply(t, records)), told(apply(t, records, c.journal...))); diff != "" {
				t.Errorf("apart, the ties are as they were:\n%s", diff)
			}
		})
	}
	n := open(t, records, []graph.Decision{partOf(thule, oulu)}, Options{RollUp: true}).Network
	i, _ := n.FindActor(oulu)
	a := n.Actors[i]
	if a.Name != "Oulun yliopisto" || len(a.Aliases) != 2 || !cmp.Equal(a.OtherIDs, []graph.ActorID{thule}) {
		t.Errorf("the whole has the name of its part, or not its spellings and its id: %+v", a)
	}
	if got := n.Ties[0].Granted; got.Cents != 120 {
		t.Errorf("granted %v, want what whole and part got", got)
	}
}

// Units parted by seat come together again, also where no row is left to the whole.
func TestRollUpOfUnits(t *testing.T) {
	bySeat := with(split(keha), BySeat)
	n := open(t, kehaRecords(), []graph.Decision{bySeat}, Options{RollUp: true}).Network
	if diff := cmp.Diff(told(apply(t, kehaRecords())), told(n)); diff != "" {
		t.Error(diff)
	}
	two := kehaRecords()[:2]
	n = open(t, two, []graph.Decision{bySeat}, Options{RollUp: true}).Network
	if len(n.Actors) != 1 || n.Actors[0].ID != keha || n.Actors[0].Name != "KEHA-keskus" {
		t.Errorf("%+v", n.Actors)
	}
}
