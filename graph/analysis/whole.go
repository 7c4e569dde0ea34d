package analysis

import (
	"cmp"
	"context"
	"fmt"
	"math"

	"hankeverkko/graph"
	"hankeverkko/graph/centrality"
	"hankeverkko/graph/chance"
	"hankeverkko/graph/community"
	"hankeverkko/graph/parallel"
	"hankeverkko/graph/place"
	"hankeverkko/graph/projection"
	"hankeverkko/graph/structure"
)

// Figure is a row of the table of whole networks; its words stand under its id.
type Figure struct {
	ID, Reference string
	// Chance says against what the figure is held.
	Chance Null
	// heavy figures go from every actor to all others: they are held against
	// chance in networks of at most mostDrawn actors.
	heavy bool
	// value computes the figure, NaN where it is undefined.
	value func(ctx context.Context, w *whole) (float64, error)
}

// Null is what chance leaves of a network.
type Null string

const (
	NoNull Null = "none"
	// Rewired networks keep how many projects each actor has and how many actors
	// each project (chance.Curveball).
	Rewired Null = "rewired"
	// Relabelled ones keep the ties and shuffle which actor is of which kind.
	Relabelled Null = "relabelled"
)

// WholeResult is a figure beside its mean and standard deviation by chance,
// which are NaN without a null.
type WholeResult struct {
	Figure                Figure
	Value, Expected, Over float64
}

const (
	// Draws is how many networks chance makes for each null.
	Draws     = 50
	mostDrawn = 3000
)

// Figures returns the table, in the order a person meets them.
func Figures() []Figure {
	all := []Figure{
		{ID: "components", Reference: "Wasserman & Faust 1994", value: func(_ context.Context, w *whole) (float64, error) {
			_, count := centrality.Components(&w.actors.Rows)
			return float64(count), nil
		}},
		{ID: "largest", Reference: "Wasserman & Faust 1994", value: func(_ context.Context, w *whole) (float64, error) {
			in := 0
			component, _ := centrality.Components(&w.actors.Rows)
			for _, c := range component {
				if c == 0 {
					in++
				}
			}
			return float64(in) / float64(len(component)), nil
		}},
		{ID: "density", Reference: "Wasserman & Faust 1994", value: func(_ context.Context, w *whole) (float64, error) { return structure.Density(&w.actors.Rows), nil }},
		{ID: "two_mode_density", Reference: "Borgatti & Everett 1997", value: func(_ context.Context, w *whole) (float64, error) { return structure.TwoModeDensity(w.twoMode), nil }},
		{ID: "distance", Reference: "Watts & Strogatz 1998", Chance: Rewired, heavy: true, value: func(ctx context.Context, w *whole) (float64, error) {
			d, err := centrality.DistancesOf(ctx, &w.actors.Rows)
			if err != nil {
				return 0, err
			}
			return d.Mean(), nil
		}},
		{ID: "diameter", Reference: "Wasserman & Faust 1994", value: func(ctx context.Context, w *whole) (float64, error) {
			d, err := centrality.DistancesOf(ctx, &w.actors.Rows)
			if err != nil {
				return 0, err
			}
			return float64(d.Longest), nil
		}},
		{ID: "mean_clustering", Reference: "Watts & Strogatz 1998", Chance: Rewired, value: func(ctx context.Context, w *whole) (float64, error) {
			return structure.MeanClustering(ctx, &w.actors.Rows)
		}},
		{ID: "transitivity", Reference: "Newman, Watts & Strogatz 2002", Chance: Rewired, value: func(ctx context.Context, w *whole) (float64, error) {
			return structure.Transitivity(ctx, &w.actors.Rows)
		}},
		{ID: "two_mode_clustering", Reference: "Robins & Alexander 2004", Chance: Rewired, value: func(_ context.Context, w *whole) (float64, error) {
			return structure.TwoModeClustering(w.twoMode), nil
		}},
		{ID: "degree_centralisation", Reference: "Freeman 1979", Chance: Rewired, value: func(_ context.Context, w *whole) (float64, error) {
			return structure.DegreeCentralisation(&w.actors.Rows), nil
		}},
		{ID: "betweenness_centralisation", Reference: "Freeman 1979", Chance: Rewired, heavy: true, value: func(ctx context.Context, w *whole) (float64, error) {
			scores, err := centrality.Betweenness(ctx, &w.actors.Rows)
			return structure.BetweennessCentralisation(scores), err
		}},
		{ID: "degree_assortativity", Reference: "Newman 2002", Chance: Rewired, value: func(_ context.Context, w *whole) (float64, error) {
			return structure.DegreeAssortativity(&w.actors.Rows), nil
		}},
		{ID: "modularity", Reference: "Newman & Girvan 2004", Chance: Relabelled, value: func(_ context.Context, w *whole) (float64, error) {
			return community.Modularity(&w.newman.Rows, community.Partition(w.group), 1), nil
		}},
		mixing("side_assortativity", "Newman 2003", func(w *whole) float64 { return structure.MixingOf(&w.actors.Rows, w.side).Assortativity() }),
		mixing("side_ei", "Krackhardt & Stern 1988", func(w *whole) float64 { return structure.MixingOf(&w.actors.Rows, w.side).EI() }),
		mixing("region_assortativity", "Newman 2003", func(w *whole) float64 { return structure.MixingOf(&w.actors.Rows, w.region).Assortativity() }),
		mixing("region_ei", "Krackhardt & Stern 1988", func(w *whole) float64 { return structure.MixingOf(&w.actors.Rows, w.region).EI() }),
	}
	for i := range all {
		all[i].Chance = cmp.Or(all[i].Chance, NoNull)
	}
	return all
}

func mixing(id, reference string, value func(w *whole) float64) Figure {
	return Figure{ID: id, Reference: reference, Chance: Relabelled, value: func(_ context.Context, w *whole) (float64, error) { return value(w), nil }}
}

// Words returns the keys of the figure's name, question and convention.
func (f Figure) Words() (name, question, conventions string) {
	key := "figure." + f.ID
	return key, key + ".question", "figure.null." + string(f.Chance)
}

// whole is a network and the kinds of its actors; group, side and region are
// -1 where it is unknown.
type whole struct {
	twoMode             *graph.TwoMode
	actors, newman      *graph.OneMode
	group, side, region []int32
}

// Whole computes the table for the subject's network. What chance leaves is
// drawn by seed; the same seed gives the same bits on any number of processors.
func (s *Subject) Whole(ctx context.Context, seed uint64) ([]WholeResult, error) {
	w := s.whole()
	results := make([]WholeResult, len(Figures()))
	for i, f := range Figures() {
		value, err := f.value(ctx, w)
		if err != nil {
			return nil, fmt.Errorf("figure %s: %w", f.ID, err)
		}
		results[i] = WholeResult{f, value, math.NaN(), math.NaN()}
	}
	for _, null := range []Null{Rewired, Relabelled} {
		draws := make([][]float64, Draws)
		errs := make([]error, Draws)
		err := parallel.Do(ctx, parallel.Workers(), Draws, func(_, i int) {
			draws[i], errs[i] = w.byChance(null, chance.Seed(seed, i)).those(ctx, null)
		})
		if err != nil {
			return nil, err
		}
		for _, err := range errs {
			if err != nil {
				return nil, err
			}
		}
		column := 0
		for i := range results {
			if results[i].Figure.Chance == null {
				results[i].Expected, results[i].Over = spread(draws, column)
				column++
			}
		}
	}
	return results, nil
}

func (s *Subject) whole() *whole {
	w := &whole{twoMode: s.network.TwoMode(), actors: s.byCount(), newman: s.byNewman(), group: s.group}
	regions := map[graph.AreaID]int32{}
	for i := range s.network.Actors {
		a := &s.network.Actors[i]
		side, region := int32(-1), int32(-1)
		if sector := a.Kind.Sector(); sector != graph.SectorUnknown {
			side = int32(sector)
		}
		if town, ok := place.Find(place.KuntaID(a.Seat)); ok {
			at, known := regions[town.Maakunta]
			if !known {
				at = int32(len(regions))
				regions[town.Maakunta] = at
			}
			region = at
		}
		w.side, w.region = append(w.side, side), append(w.region, region)
	}
	return w
}

// byChance draws what chance leaves of the network.
func (w *whole) byChance(null Null, seed uint64) *whole {
	random := chance.Stream(seed, wholeStream)
	drawn := *w
	if null == Rewired {
		drawn.twoMode = chance.Curveball(random, w.twoMode)
		drawn.actors = projection.Of(drawn.twoMode, graph.Actors, projection.Count)
		return &drawn
	}
	drawn.group, drawn.side, drawn.region = shuffled(random, w.group), shuffled(random, w.side), shuffled(random, w.region)
	return &drawn
}

// wholeStream keeps the draws apart from other uses of a seed.
const wholeStream = 0x77686f6c65

// those are the figures that are held against a null.
func (w *whole) those(ctx context.Context, null Null) ([]float64, error) {
	var values []float64
	for _, f := range Figures() {
		if f.Chance != null {
			continue
		}
		value, err := math.NaN(), error(nil)
		if !f.heavy || w.actors.Len() <= mostDrawn {
			value, err = f.value(ctx, w)
		}
		if err != nil {
			return nil, err
		}
		values = append(values, value)
	}
	return values, nil
}
