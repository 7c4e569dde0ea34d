package storetest

import (
	"fmt"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
)

// benchmarkRows is a national source with partners: project-actor pairs.
const benchmarkRows = 200_000

// Benchmark measures a store at the size of a national source: importing it
// whole, importing one changed row of it, reading it, and undoing it.
func Benchmark(b *testing.B, f Fixture) {
	records := make([]graph.Record, benchmarkRows)
	for i := range records {
		records[i] = sheetRow(i, "")
	}
	all := store.Commit{Source: source("eura"), Change: graph.Diff(nil, records, false)}
	b.Run("commit 200000", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			s := f.open(b)
			b.StartTimer()
			_, err := s.Commit(ctx(), s.revision(), all)
			s.must(err)
			b.StopTimer()
			s.must(s.Close())
			b.StartTimer()
		}
	})
	s := f.open(b)
	_, err := s.Commit(ctx(), s.revision(), all)
	s.must(err)
	b.Run("revision", func(b *testing.B) {
		for b.Loop() {
			s.revision()
		}
	})
	b.Run("records 200000", func(b *testing.B) {
		for b.Loop() {
			for _, err := range s.Records(ctx()) {
				s.must(err)
			}
		}
	})
	b.Run("commit 1 of 200000", func(b *testing.B) {
		last, n := records[0], 0
		for b.Loop() {
			n++
			next := sheetRow(0, fmt.Sprint(" ", n))
			_, err := s.Commit(ctx(), s.revision(), store.Commit{
				Source: source("eura"), Change: graph.Change{Added: []graph.Record{next}, Removed: []graph.Record{last}},
			})
			s.must(err)
			last = next
		}
	})
	b.Run("restore 200000", func(b *testing.B) {
		for n := 0; b.Loop(); n++ {
			s.restore("eura", [2]graph.RunID{"", "eura-1"}[n%2])
		}
	})
}

// sheetRow is about as long as a row of the structural fund register.
func sheetRow(i int, more string) graph.Record {
	project := i / 4
	return graph.NewRecord("eura", graph.ProjectID(fmt.Sprintf("eura:A%05d", project)), fmt.Sprintf("A%05d|actor %d|partner", project, i), graph.Cells{
		graph.FieldCode: fmt.Sprintf("A%05d", project), graph.FieldProject: fmt.Sprintf("Uusiutuvan energian yhteistyöhanke maaseudulla, vaihe %d%s", project, more),
		graph.FieldFund: "EAKR", graph.FieldPriority: "2. Uusimman tiedon ja osaamisen tuottaminen", graph.FieldObjective: "4.1",
		graph.FieldFunder: "Etelä-Pohjanmaan liitto", graph.FieldStatus: "käynnissä", graph.FieldFrom: "2016-01-01", graph.FieldTo: "2018-12-31",
		graph.FieldPlaces: "Seinäjoki\nIlmajoki\nKurikka", graph.FieldLink: fmt.Sprintf("https://www.eura2014.fi/rrtiepa/projekti.php?projektikoodi=A%05d", project),
		graph.FieldPart: "partner", graph.FieldActor: fmt.Sprintf("Seinäjoen toimija numero %d Oy", i%9000), graph.FieldBusinessID: "0201256-6",
		graph.FieldSeat: "743", graph.FieldGranted: "12345678", graph.FieldPaid: "8765432",
		graph.FieldDescription: "Hankkeessa kehitetään alueen yritysten, kuntien ja oppilaitosten yhteistyötä sekä kokeillaan uusia tapoja tuottaa ja käyttää uusiutuvaa energiaa maatiloilla ja kylissä.",
	}, i)
}
