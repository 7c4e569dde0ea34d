package wire

import (
	"iter"

	"hankeverkko/graph/backbone"
	"hankeverkko/graph/export"
	"hankeverkko/graph/view"
	"hankeverkko/server/api"
	"hankeverkko/words"
)

// Most pairs beyond chance that are listed.
const mostBeyond = 200

// Beyond shapes which pairs share more projects than chance gives: those of one
// actor by its position, or with -1 all.
func Beyond(s *view.Slice, b *view.Beyond, actor int32, lang string) api.BeyondChance {
	out := api.BeyondChance{
		Revision: string(s.Revision), Region: RegionName(s.Area, lang), Level: backbone.Alpha, Projects: b.Projects, Actors: b.Actors,
		Tested: b.Tested, TooFew: b.TooFew(), Pairs: []api.BeyondPair{},
	}
	found := b.Sure
	if actor >= 0 {
		found = b.With(actor)
	}
	out.Total = len(found)
	shown, _ := firstOf(found, mostBeyond)
	for _, pair := range shown {
		one, other := pair.A, pair.B
		if other == actor {
			one, other = other, one
		}
		both := actorCounts(s, []view.ActorShare{{Actor: one, Projects: pair.Shared}, {Actor: other, Projects: pair.Shared}}, lang)
		out.Pairs = append(out.Pairs, api.BeyondPair{One: both[0], Other: both[1], Shared: pair.Shared, P: pair.P})
	}
	return out
}

// PairTable is every pair of organisations that shares a project whose partners
// are listed, with the weights of the tie. What is said of chance is a word:
// yes only beyond it, else that it may be chance, or that there are too few projects.
func PairTable(s *view.Slice, b *view.Beyond, lang string) (columns []string, rows iter.Seq[[]export.Cell]) {
	columns = []string{
		"actor_id", "actor", "other_id", "other", "shared_projects", "weight_newman", "weight_allocation", "weight_jaccard", "p_value",
		"beyond_chance",
	}
	say := func(pair *view.Pair) string {
		switch {
		case b.TooFew():
			return "beyond.too-few"
		case pair.Above:
			return "beyond.yes"
		}
		return "beyond.no"
	}
	return columns, func(yield func([]export.Cell) bool) {
		for pair := range b.All() {
			one, other := &s.Network.Actors[pair.A], &s.Network.Actors[pair.B]
			if !yield([]export.Cell{
				export.Text(string(one.ID)), export.Text(one.NameIn(lang)), export.Text(string(other.ID)), export.Text(other.NameIn(lang)), export.Number(pair.Shared),
				export.Score(pair.Newman), export.Score(pair.Allocation), export.Score(pair.Jaccard), export.Score(pair.P),
				export.Text(words.Text(lang, say(&pair), nil)),
			}) {
				return
			}
		}
	}
}
