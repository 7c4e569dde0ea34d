package cell_test

import (
	"testing"

	"pgregory.net/rapid"

	"hankeverkko/importer/cell"
	"hankeverkko/importer/cell/celltest"
)

func TestDay(t *testing.T) {
	for _, c := range []struct {
		written, want, code string
	}{
		{"16.5.2014", "2014-05-16", ""},
		{"01.02.2020", "2020-02-01", ""},
		{"1. 2. 2020", "2020-02-01", ""},
		{"16/05/2014", "2014-05-16", ""},
		{"16-05-2014", "2014-05-16", ""},
		{"2014-05-16", "2014-05-16", ""},
		{"2014-05-16T00:00:00Z", "2014-05-16", ""},
		{"16.5.2014 0:00:00", "2014-05-16", ""},
		{"29.2.2020", "2020-02-29", ""},
		{"44561", "2021-12-31", ""}, // day number of a spreadsheet
		{"43831", "2020-01-01", ""},
		{"31.2.2021", "", "date-invalid"},
		{"29.2.2021", "", "date-invalid"},
		{"05/13/2021", "", "date-invalid"}, // month first
		{"1.1.21", "", "date-invalid"},     // which century
		{"1.2-2020", "", "date-invalid"},
		{"2021", "", "date-invalid"},
		{"kevät 2021", "", "date-invalid"},
		{"1.1.0201", "", "date-unlikely"},
		{"1.1.2201", "", "date-unlikely"},
		{"10000", "", "date-unlikely"},
	} {
		got, code := cell.Day(c.written)
		if got.String() != c.want || code != c.code {
			t.Errorf("%q: %s %q, want %s %q", c.written, got, code, c.want, c.code)
		}
	}
}

func TestEveryFormOfADayIsThatDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := celltest.Days().Draw(t, "date")
		for _, form := range celltest.DayForms {
			if got, code := cell.Day(form(d)); got != d {
				t.Fatalf("%q: %s %s", form(d), got, code)
			}
		}
	})
}

func FuzzDay(f *testing.F) {
	for _, s := range []string{"16.5.2014", "2014-05-16T00:00:00Z", "44561", "31.2.2021"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, code := cell.Day(s)
		if (d == 0) == (code == "") {
			t.Fatalf("%q: %s %q", s, d, code)
		}
		if again, _ := cell.Day(d.String()); d != 0 && again != d {
			t.Fatalf("%q: %s, again %s", s, d, again)
		}
	})
}
