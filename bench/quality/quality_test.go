package main

import (
	"strings"
	"testing"
)

func TestTableWithoutAPeer(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: finds groups in every made-up network; the run without it does")
	}
	var out strings.Builder
	if err := run(t.Context(), []string{"-draws", "1"}, &out); err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(rows) != 4+len(networks()) || !strings.Contains(out.String(), "| LFR 1000, groups 10-50, mixing 0.1 | 0.9") {
		t.Error(out.String())
	}
}
