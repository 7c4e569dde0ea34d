package identity

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"hankeverkko/graph"
)

// lookAlike makes another name out of one, in a way in which names of one body
// differ, and those of two.
func lookAlike(r *rand.Rand, name string) string {
	letters := []rune(name)
	words := strings.Fields(name)
	switch r.IntN(10) {
	case 0: // legal form
		return name + []string{" Oy", " ry", " sr", " kuntayhtymä"}[r.IntN(4)]
	case 1: // a look-alike letter
		return strings.NewReplacer("o", "о", "a", "а", "e", "е").Replace(name)
	case 2: // marks
		return strings.NewReplacer("ä", "a", "ö", "o", "å", "a").Replace(name) + " x"[:r.IntN(2)*2]
	case 3: // a letter gone
		i := r.IntN(len(letters))
		return string(letters[:i]) + string(letters[i+1:])
	case 4: // a letter twice
		i := r.IntN(len(letters))
		return string(letters[:i+1]) + string(letters[i:])
	case 5: // two words exchanged
		if len(words) > 1 {
			words[0], words[len(words)-1] = words[len(words)-1], words[0]
		}
		return strings.Join(words, " ")
	case 6: // abbreviation
		return strings.NewReplacer("ammattikorkeakoulu", "amk", "yliopisto", "yo", "kaupunki", "kaup.").Replace(name)
	case 7: // a part
		return name + " / Tutkimusyksikkö"
	case 8: // spaces
		return strings.ReplaceAll(name, " ", "")
	}
	return name + " (aiemmin Muu)"
}

// Ten thousand pairs of names that look alike, in projects of their own and in
// one project beside a number: none is merged by itself.
func TestLookAlikesAreNotMerged(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 2026))
	places := []string{"Oulun", "Lapin", "Kemin", "Itä-Suomen", "Åbo", "Tampereen", "Ylä-Savon", "Päijät-Hämeen"}
	bodies := []string{"yliopisto", "ammattikorkeakoulu", "kaupunki", "seutu", "koulutuskuntayhtymä", "kehitysyhtiö", "säätiö", "yhdistys"}
	var records []graph.Record
	forms := map[string]bool{}
	pairs, numbered := 0, map[graph.ActorID]bool{}
	for i := 0; pairs < 10_000; i++ {
		name := fmt.Sprintf("%s %s %s", places[r.IntN(len(places))], bodies[r.IntN(len(bodies))], strings.Repeat(string(rune('a'+i%26)), 2+i/26%5)+fmt.Sprint(i))
		other := lookAlike(r, name)
		if NameForm(name) == NameForm(other) || NameForm(other) == "" {
			continue
		}
		project := fmt.Sprint("P", pairs)
		if pairs%2 == 0 {
			records = append(records, record(project, "actor="+name), record(project+"b", "actor="+other))
			forms[NameForm(name)] = true
		} else {
			id := businessID(pairs)
			records = append(records, record(project, "part=lead", "actor="+name, "businessId="+id), record(project, "actor="+other))
			numbered[graph.ActorID("ytunnus:"+id)] = true
		}
		forms[NameForm(other)] = true
		pairs++
	}
	n := apply(t, records)
	merged := 0
	for i := range n.Actors {
		if len(n.Actors[i].OtherIDs) > 0 || len(n.Actors[i].Aliases) > 1 {
			merged++
			t.Logf("%+v", n.Actors[i])
		}
	}
	if want := len(forms) + len(numbered); merged != 0 || len(n.Actors) != want {
		t.Errorf("of %d pairs %d actors were merged; %d actors, want %d", pairs, merged, len(n.Actors), want)
	}
}

// businessID returns the n-th number that has a check digit.
func businessID(n int) string {
	for number := 1_000_000 + 3*n; ; number++ {
		for check := range 10 {
			if id, ok := ParseBusinessID(fmt.Sprintf("%07d-%d", number, check)); ok {
				return id
			}
		}
	}
}
