package candidate

import (
	"math"
	"slices"

	"hankeverkko/graph"
)

const (
	rareWord    = 30  // a word in no more spellings than this is rare
	leastShared = 0.6 // of the weight of the words of both names
)

// sharedWords proposes names that share rare words: the weight of a word is its
// inverse document frequency over all spellings, likeness that of the words in
// both over that of the words in either (weighted Jaccard).
func (f *finding) sharedWords() {
	index := map[string][]int32{}
	for i := range f.spellings {
		s := &f.spellings[i]
		if s.short {
			continue
		}
		for _, word := range unique(s.full) {
			if f.tokenUse[word] > 0 && f.tokenUse[word] <= rareWord && len(word) > 3 && !hasDigit(word) {
				index[word] = append(index[word], int32(i))
			}
		}
	}
	total := float64(len(f.spellings) + 1)
	idf := func(word string) float64 { return math.Log(total / float64(1+f.tokenUse[word])) }
	met := make([]int32, len(f.spellings))
	for i := range met {
		met[i] = -1
	}
	for i := range f.spellings {
		a := &f.spellings[i]
		for _, word := range unique(a.full) {
			for _, j := range index[word] {
				b := &f.spellings[j]
				if j >= int32(i) || met[j] == int32(i) || a.actor == b.actor {
					continue
				}
				met[j] = int32(i)
				f.share(a, b, idf)
			}
		}
	}
}

func (f *finding) share(a, b *spelling, idf func(string) float64) {
	key := [2]int32{min(a.actor, b.actor), max(a.actor, b.actor)}
	if old := f.best[key]; old != nil && old.Reasons[0].Code != SharedWords || f.twoNumbers(a.actor, b.actor) {
		return
	}
	if a.tight == b.tight || a.loose == b.loose {
		return // both are paired with the best of their class
	}
	if f.net.Actors[a.actor].Kind == graph.KindUnknown || f.net.Actors[b.actor].Kind == graph.KindUnknown {
		return // first and last names of people are shared by chance
	}
	var both, either float64
	shared := 0
	for _, word := range unique(a.full) {
		either += idf(word)
		if slices.Contains(b.full, word) {
			both += idf(word)
			shared++
		}
	}
	for _, word := range unique(b.full) {
		if !slices.Contains(a.full, word) {
			either += idf(word)
		}
	}
	likeness := both / either
	if likeness < leastShared || differInPlace(a, b) || digits(a.loose) != digits(b.loose) {
		return
	}
	// Of full likeness a one-word name has less to go by than a longer one.
	f.propose(a.actor, b.actor, Pair{
		Suggests: graph.DecideMerge, Score: likeness * math.Min(1, 0.8+0.1*float64(shared)), Reasons: []Reason{{SharedWords, a.name, b.name}},
	})
}

// differInPlace tells that names name other places or directions: "Joensuun
// Latu" is not "Kuopion Latu", "Itä-Savo" not "Savo".
func differInPlace(a, b *spelling) bool {
	return len(a.at) > 0 && len(b.at) > 0 && !slices.Equal(unique(sorted(a.at)), unique(sorted(b.at)))
}
