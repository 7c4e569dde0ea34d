package cell_test

import (
	"testing"

	"pgregory.net/rapid"

	"hankeverkko/importer/cell"
	"hankeverkko/importer/cell/celltest"
)

func TestCents(t *testing.T) {
	for _, c := range []struct {
		written string
		cents   int64
	}{
		{"1 234 567,50", 123456750},
		{"1.234.567,50", 123456750},
		{"1,234,567.50", 123456750},
		{"1'234'567.50", 123456750},
		{"1234567.5", 123456750},
		{"1234567", 123456700},
		{"1.234,56", 123456},
		{"1,234.56", 123456},
		{"1.234", 123400}, // one mark and three digits: thousands
		{"1,234", 123400},
		{"12,34", 1234},
		{"0,123", 12}, // no thousand begins with nought
		{"1234,567", 123457},
		{"0,005", 1},
		{"-0,005", -1},
		{"0", 0},
		{"1 000 €", 100000},
		{"€1,000", 100000},
		{"EUR 1000", 100000},
		{"1 000 euroa", 100000},
		{"-500", -50000},
		{"\u2212500,00 €", -50000},
		{"500-", -50000},
		{"-€500", -50000},
		{"(500)", -50000},
		{"9 999 999 999 999", 999999999999900},
	} {
		if got, ok := cell.Cents(c.written); !ok || got != c.cents {
			t.Errorf("%q: %d %v, want %d", c.written, got, ok, c.cents)
		}
	}
	for _, s := range []string{
		"", "NaN", "1e309", "1,5E+06", "12O", "10 t€", "100 000 000 000 000", "1.23.45", "1 23", "1,234.567,89", "1.234.56",
		"--5", "(-5)", "5,", ",5", "12 %", "0x10", "1 234.567.890", "12 kpl", "ks. liite",
	} {
		if got, ok := cell.Cents(s); ok {
			t.Errorf("%q: %d, want no amount", s, got)
		}
	}
}

func TestEveryFormOfAnAmountIsThatAmount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cents := rapid.Int64Range(-999999999999999, 999999999999999).Draw(t, "cents")
		for _, form := range celltest.AmountForms {
			if got, ok := cell.Cents(form(cents)); !ok || got != cents {
				t.Fatalf("%q: %d %v, want %d", form(cents), got, ok, cents)
			}
		}
	})
}

func FuzzCents(f *testing.F) {
	for _, s := range []string{"1 234 567,50", "(500)", "-€5", "1e309", "''"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		cents, ok := cell.Cents(s)
		if !ok {
			return
		}
		for _, form := range celltest.AmountForms {
			if again, ok := cell.Cents(form(cents)); !ok || again != cents {
				t.Fatalf("%q is %d, but %q is %d", s, cents, form(cents), again)
			}
		}
	})
}
