package lens_test

import (
	"slices"
	"testing"

	"hankeverkko/graph/lens"
	"hankeverkko/graph/nets"
)

// Five planted networks stand out at resolution 1, and come apart above.
func TestScanOfPlantedNetworks(t *testing.T) {
	g, _ := nets.PlantedTwoMode(5, 14, 10, 0.5, 0.02, 7)
	c := cooperationIn(t, networkOf(t, g), "", lens.CooperationOptions{})
	rows, err := c.Scan(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	again, err := c.Scan(t.Context())
	if err != nil || !slices.Equal(rows, again) {
		t.Fatalf("another scan gives %v, %v", again, err)
	}
	one := slices.IndexFunc(rows, func(r lens.ScanRow) bool { return r.Resolution == 1 })
	if one != 4 || len(rows) != 9 || rows[one].Groups != 5 || rows[one].Largest < 12 || rows[one].Agreement < 0.95 || rows[one].Modularity < 0.5 {
		t.Errorf("%+v", rows)
	}
	if last := rows[8]; last.Groups <= 5 || last.Largest >= rows[one].Largest || last.Agreement > rows[one].Agreement {
		t.Errorf("at resolution %v: %+v", last.Resolution, last)
	}
}

func TestScanOfTheTopics(t *testing.T) {
	n := exampleNetwork(t)
	topics, err := lens.FindTopics(t.Context(), n, lens.TopicOptions{})
	if err != nil {
		t.Fatal(err)
	}
	rows, err := topics.Scan(t.Context(), n)
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		if i > 0 && row.Groups < rows[i-1].Groups || row.Agreement <= 0 || row.Agreement > 1 || row.Largest < 2 {
			t.Errorf("%+v", row)
		}
		t.Logf("%.2f: %d groups, largest %d, Q %.3f, agreement %.2f", row.Resolution, row.Groups, row.Largest, row.Modularity, row.Agreement)
	}
}
