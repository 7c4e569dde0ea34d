package server

import (
	"encoding/csv"
	"strings"
	"testing"

	"hankeverkko/server/api"
)

// An actor asked for is one of each of its pairs, and the file of pairs says of
// the same pairs, and of no other, that they are beyond chance.
func TestPairsBeyondChance(t *testing.T) {
	s := exampleServer(t)
	all := decode[api.BeyondChance](t, get(s, "/api/v1/beyond-chance"))
	if all.TooFew || all.Total != 3 || len(all.Pairs) != all.Total {
		t.Fatalf("%+v", all)
	}
	sure := map[[2]string]bool{}
	for _, pair := range all.Pairs {
		sure[[2]string{pair.One.Id, pair.Other.Id}] = true
		for _, id := range []string{pair.One.Id, pair.Other.Id} {
			own := decode[api.BeyondChance](t, get(s, "/api/v1/beyond-chance?actor="+id))
			if own.Total == 0 || own.Tested != all.Tested {
				t.Errorf("%s: %+v", id, own)
			}
			for _, mine := range own.Pairs {
				if mine.One.Id != id || mine.Other.Id == id {
					t.Errorf("%s: %+v", id, mine)
				}
			}
		}
	}
	rows := pairRows(t, s, "")
	said := 0
	for _, row := range rows[1:] {
		yes := row[9] == "enemmän kuin sattumalta"
		if yes {
			said++
		}
		if yes != (sure[[2]string{row[0], row[2]}] || sure[[2]string{row[2], row[0]}]) || !yes && row[9] != "voi olla sattumaa" {
			t.Errorf("%v", row)
		}
	}
	if said != all.Total {
		t.Errorf("%d pairs beyond chance in the file, %d in the answer", said, all.Total)
	}
	for _, row := range pairRows(t, s, "&region=Lappi")[1:] {
		if row[9] != "liian vähän hankkeita" {
			t.Fatalf("Lappi: %v", row)
		}
	}
}

func pairRows(t *testing.T, s *Server, query string) [][]string {
	t.Helper()
	reader := csv.NewReader(strings.NewReader(strings.TrimPrefix(get(s, "/api/v1/export?what=pairs&format=csv"+query).Body.String(), "\ufeff")))
	reader.Comma = ';'
	rows, err := reader.ReadAll()
	if err != nil || len(rows) < 100 || len(rows[0]) != 10 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	return rows
}
