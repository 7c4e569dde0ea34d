package graph_test

import (
	"encoding/json"
	"errors"
	"testing"
	"time"

	"hankeverkko/graph"

	"pgregory.net/rapid"
)

func TestNewDate(t *testing.T) {
	for _, c := range []struct {
		year, month, day int
		want             graph.Date // 0 when the calendar has no such day
	}{
		{2019, 6, 30, 20190630},
		{2019, 6, 31, 0},
		{2020, 2, 29, 20200229},
		{2019, 2, 29, 0},
		{1900, 2, 29, 0}, // divisible by 100
		{2000, 2, 29, 20000229},
		{2019, 0, 1, 0},
		{2019, 13, 1, 0},
		{2019, 1, 0, 0},
		{0, 1, 1, 0},
		{1, 1, 1, 10101},
		{9999, 12, 31, 99991231},
		{10000, 1, 1, 0},
	} {
		got, err := graph.NewDate(c.year, c.month, c.day)
		if got != c.want || (c.want == 0) != errors.Is(err, graph.ErrInvalid) {
			t.Errorf("NewDate(%d, %d, %d) = %d, %v, want %d", c.year, c.month, c.day, got, err, c.want)
		}
	}
}

func TestParseDateRefuses(t *testing.T) {
	for _, s := range []string{"30.6.2019", "2019-6-30", "2019-02-30", "20190630", "2019-06-30T00:00:00Z", " 2019-06-30", "0000-01-01", "-001-01-01"} {
		if d, err := graph.ParseDate(s); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("ParseDate(%q) = %v, %v", s, d, err)
		}
	}
}

func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		from   graph.Date
		months int
		want   graph.Date
	}{
		{20190131, 1, 20190228},
		{20200131, 1, 20200229},
		{20190331, -1, 20190228},
		{20191231, 2, 20200229},
		{20190115, 12, 20200115},
		{20190115, -1, 20181215},
		{20200229, 12, 20210228},
		{20190630, 0, 20190630},
		{0, 5, 0},
	} {
		if got := c.from.AddMonths(c.months); got != c.want {
			t.Errorf("%v + %d months = %v, want %v", c.from, c.months, got, c.want)
		}
	}
}

func days() *rapid.Generator[time.Time] {
	return rapid.Custom(func(t *rapid.T) time.Time {
		return time.Date(1, 1, 1+rapid.IntRange(0, 3_652_058).Draw(t, "day"), 0, 0, 0, 0, time.UTC) // up to 9999-12-31
	})
}

// Dates order, print and read like the days of package time.
func TestDateIsADay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := days().Draw(t, "a"), days().Draw(t, "b")
		d := graph.DateOf(a)
		if d.Year() != a.Year() || d.Month() != int(a.Month()) || d.Day() != a.Day() {
			t.Fatalf("%v is taken for %d-%d-%d", a, d.Year(), d.Month(), d.Day())
		}
		if (d < graph.DateOf(b)) != a.Before(b) {
			t.Fatalf("%v and %v stand in another order than their days", d, graph.DateOf(b))
		}
		if d.String() != a.Format(time.DateOnly) {
			t.Fatalf("%v prints as %s", a, d)
		}
		if back, err := graph.ParseDate(d.String()); err != nil || back != d {
			t.Fatalf("%s is read as %d, %v", d, back, err)
		}
		if same, err := graph.NewDate(d.Year(), d.Month(), d.Day()); err != nil || same != d {
			t.Fatalf("NewDate of %v is %d, %v", d, same, err)
		}
	})
}

func TestDateInJSON(t *testing.T) {
	for date, text := range map[graph.Date]string{20190630: `"2019-06-30"`, 0: `""`} {
		got, err := json.Marshal(date)
		if err != nil || string(got) != text {
			t.Errorf("%d is written %s, %v", date, got, err)
		}
		var back graph.Date
		if err := json.Unmarshal([]byte(text), &back); err != nil || back != date {
			t.Errorf("%s is read as %d, %v", text, back, err)
		}
	}
	var d graph.Date
	if err := json.Unmarshal([]byte(`"30.6.2019"`), &d); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("a Finnish date in JSON: %v", err)
	}
}
