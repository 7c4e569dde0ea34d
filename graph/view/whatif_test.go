package view

import (
	"errors"
	"strings"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/words"
)

// told writes sentences as the page does, with the names of groups in Finnish.
func toldIn(s *Slice, sentences []Sentence) string {
	var lines []string
	for _, sentence := range sentences {
		values := words.Values{}
		for _, v := range sentence.Values {
			switch {
			case v.Group != nil:
				values[v.Name] = s.GroupInline(v.Group, "fi")
			case v.Noun != "":
				values[v.Name] = words.Text("fi", v.Noun, words.Values{"count": v.Count})
			default:
				values[v.Name] = v.Text
			}
		}
		lines = append(lines, words.Text("fi", sentence.Key, values))
	}
	return strings.Join(lines, "\n")
}

// Lapin yliopisto alone joins the networks of Rovaniemi and Kemi.
func TestWhatIfTheBridgeLeaves(t *testing.T) {
	s := clusterSlice(t, Ask{})
	actor, err := s.Resolve("Lapin yliopisto")
	if err != nil {
		t.Fatal(err)
	}
	w, err := s.WhatIfRemoved(t.Context(), actor)
	if err != nil {
		t.Fatal(err)
	}
	if !w.Told || len(w.Parts) != 2 || w.Removal.LostActors != 2 || len(w.Next) != 0 || len(w.Groups) != 1 || len(w.Groups[0].Proof) < 2 {
		t.Fatalf("%+v %+v", w, w.Removal)
	}
	want := "Jos Lapin yliopisto jäisi pois, muista jäisi erilleen: Rovaniemen kaupunki.\n" +
		"Jos Lapin yliopisto jäisi pois, sen omalla kumppaniverkostolla ei olisi muuta yhteistä toimijaa näiden verkostojen kanssa: Kemin kaupunki kumppaneineen.\n" +
		"Muuta yhdistäjää ei näy tiedossa olevissa kumppaneissa."
	if got := toldIn(s, w.Sentences); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if gone, err := s.IfGone(t.Context(), actor); err != nil || toldIn(s, gone) != want {
		t.Errorf("the card says %q, %v", toldIn(s, gone), err)
	}
	// Digipolis joins nobody, and its card says nothing.
	digipolis, err := s.Resolve("Digipolis")
	if err != nil {
		t.Fatal(err)
	}
	if gone, err := s.IfGone(t.Context(), digipolis); gone != nil || err != nil {
		t.Errorf("%+v, %v", gone, err)
	}
	if w, err = s.WhatIfRemoved(t.Context(), digipolis); err != nil || w.Sentences[0].Key != "whatif.remove.nothing" {
		t.Errorf("%+v, %v", w, err)
	}
	alone, err := s.Resolve("Lapin liitto")
	if err != nil {
		t.Fatal(err)
	}
	if w, err = s.WhatIfRemoved(t.Context(), alone); err != nil || w.Sentences[0].Key != "whatif.remove.unknown" || len(w.Orphans) != 1 {
		t.Errorf("%+v, %v", w, err)
	}
}

func TestWhatIfAProjectIsAdded(t *testing.T) {
	s := clusterSlice(t, Ask{})
	var actors []int32
	for _, name := range []string{"Lapin liitto", "Rovaniemen kaupunki", "Digipolis"} {
		actor, err := s.Resolve(name)
		if err != nil {
			t.Fatal(err)
		}
		actors = append(actors, actor)
	}
	w, err := s.WhatIfAdded(t.Context(), actors)
	if err != nil {
		t.Fatal(err)
	}
	a := w.Addition
	if len(w.Parts) != 2 || a.Pairs != 3 || a.Met != 0 || a.Far != 1 || a.Apart != 2 || a.GainedActors != 4 {
		t.Errorf("%+v %+v", w, a)
	}
	if got := toldIn(s, w.Sentences); !strings.HasPrefix(got, "Hanke yhdistäisi ensimmäistä kertaa: ") || !strings.Contains(got, "Lapin liitto") {
		t.Error(got)
	}
	if _, err := s.WhatIfAdded(t.Context(), actors[:1]); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("a project of one: %v", err)
	}
}

func TestWhatIfOfAnAbsentActor(t *testing.T) {
	s := clusterSlice(t, Ask{})
	actor, err := s.Resolve("Kajaanin amk")
	if err != nil {
		t.Fatal(err)
	}
	var absent *AbsentError
	if _, err := s.WhatIfRemoved(t.Context(), actor); !errors.As(err, &absent) || !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("%v", err)
	}
}
