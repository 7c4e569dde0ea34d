package cell_test

import (
	"testing"

	"hankeverkko/graph"
	"hankeverkko/importer/cell"
)

// What people and programs write into a cell that holds nothing.
func TestNothing(t *testing.T) {
	for _, s := range []string{
		"", " ", "\u00a0", "\u200b", "-", "–", "—", ".", "?", "NA", "N/A", "n.a.", "#N/A", "#PUUTTUU!", "NULL", "None", "nan", "NOTAPPLICABLE", "Not applicable",
		"Not available", "not\u00a0available", "ei tietoa", "Ei saatavilla", "uppgift saknas", "Ej tillgänglig", "ikke oplyst", "ikke oppgitt",
	} {
		if got := cell.Clean(s); got != "" {
			t.Errorf("%q is %q", s, got)
		}
	}
	for _, s := range []string{"0", "NA-hanke", "Nan ry", "ei", "none of us", "- -"} {
		if cell.Clean(s) == "" {
			t.Errorf("%q is nothing", s)
		}
	}
}

func TestYesNo(t *testing.T) {
	for want, all := range map[string][]string{
		"yes": {"kyllä", "K", "ja", "Yes", "TRUE", "1", "x", "on"}, "no": {"ei", "Nej", "nei", "no", "FALSE", "0", "epätosi"}, "": {"ehkä", "2", "kyllä ja ei"},
	} {
		for _, s := range all {
			if got, ok := cell.YesNo(s); got != want || ok != (want != "") {
				t.Errorf("%q is %q", s, got)
			}
		}
	}
}

func TestPart(t *testing.T) {
	for want, all := range map[graph.Part][]string{
		graph.Lead:        {"päätoteuttaja", "Huvudgenomförare", "Lead partner", "LP", "Projektejer", "prosjekteier", "coordinator"},
		graph.Partner:     {"osatoteuttaja", "delgenomförare", "PP", "samarbejdspartner", "samarbeidspartner", "project partner"},
		graph.Recipient:   {"tuensiirto", "stödmottagare", "tilskudsmodtager", "beneficiary"},
		graph.Associated:  {"AP", "associated partner", "third party"},
		graph.Participant: {"osallistuja", "deltagare", "deltaker", "actor"},
	} {
		for _, s := range all {
			if got, ok := cell.Part(s); !ok || got != want {
				t.Errorf("%q is %v, %v", s, got, ok)
			}
		}
	}
	if _, ok := cell.Part("puheenjohtaja"); ok {
		t.Error("a chairman is no part")
	}
}

func TestCountry(t *testing.T) {
	for s, want := range map[string]string{
		"FI": "FI", "fi": "FI", "Suomi": "FI", "Finland": "FI", "Sverige": "SE", "Ruotsi": "SE", "Sweden": "SE", "Danmark": "DK", "Norge": "NO", "Norway": "NO",
		"EL": "GR", "UK": "GB", "United Kingdom": "GB", "Viro": "EE", "Estonia": "EE", "Faroe Islands": "FO", "Åland": "Åland", "DE": "DE",
	} {
		if got := cell.Country(s); got != want {
			t.Errorf("%q is %q, want %q", s, got, want)
		}
	}
}
