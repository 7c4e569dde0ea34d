package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"hankeverkko/graph"
	"hankeverkko/graph/place"
	"hankeverkko/graph/store"
	"hankeverkko/graph/view"
	"hankeverkko/server/wire"
	"hankeverkko/words"
)

// scopeFlags say which part of the landscape a command looks at.
type scopeFlags struct {
	region, date, aid, units string
	persons                  bool
}

// bindEdition adds what is counted and shown besides.
func (f *scopeFlags) bindEdition(flags *pflag.FlagSet) {
	flags.StringVar(&f.aid, "aid", "", "with or without the projects that are aid to one company (default: without where they are over a tenth)")
	flags.StringVar(&f.units, "units", "apart", "count what parts of an actor do for the parts (apart) or for the whole (together)")
	flags.BoolVar(&f.persons, "persons", false, "name sole traders and private persons, who are hidden from the public")
}

func (f *scopeFlags) edition() (view.Edition, error) {
	aid, ok := map[string]view.Aid{"": view.AidByShare, "with": view.AidWith, "without": view.AidWithout}[f.aid]
	e := view.Edition{Aid: aid, Together: f.units == "together", Named: f.persons}
	if !ok {
		return e, &usageError{fmt.Errorf("--aid %q: want with or without", f.aid)}
	}
	if !e.Together && f.units != "apart" && f.units != "" {
		return e, &usageError{fmt.Errorf("--units %q: want apart or together", f.units)}
	}
	return e, nil
}

func (f *scopeFlags) bindRegion(flags *pflag.FlagSet) {
	flags.StringVar(&f.region, "region", "", "region by id, NUTS code or name (default: the whole country)")
}

func (f *scopeFlags) bindDate(flags *pflag.FlagSet) {
	flags.StringVar(&f.date, "date", "", "viewing date, 2019-06-30 (default: today when the data reach it, else their last day)")
}

// ask reads the flags; a region that is not known is told with the cure.
func (p *program) ask(f scopeFlags) (view.Ask, error) {
	date, err := graph.ParseDate(f.date)
	if err != nil {
		return view.Ask{}, &usageError{fmt.Errorf("--date: %w", err)}
	}
	ask := view.Ask{Date: date}
	if wire.AreaID(f.region) == "" {
		return ask, nil
	}
	area, err := place.Resolve(f.region)
	var several *place.AmbiguousError
	switch {
	case errors.As(err, &several):
		return ask, told{p.text("cli.region-several", words.Values{"name": f.region, "choices": p.areaChoices(several.IDs)}), err}
	case err != nil:
		return ask, told{p.text("cli.region-unknown", words.Values{"name": f.region}), err}
	}
	ask.Area = area.ID
	return ask, nil
}

func (p *program) areaChoices(ids []graph.AreaID) string {
	var choices []string
	for _, name := range wire.RegionNames(ids, p.lang()) {
		choices = append(choices, name.Id+" ("+name.Name+")")
	}
	return strings.Join(choices, ", ")
}

// withView reads the store once for a command that only looks, with topics
// for what needs groups.
func (p *program) withView(ctx context.Context, f scopeFlags, topics bool, work func(context.Context, store.Store, *view.View) error) error {
	edition, err := f.edition()
	if err != nil {
		return err
	}
	return p.withStore(ctx, func(ctx context.Context, s store.Store) error {
		v, err := view.LoadEdition(ctx, s, edition, topics)
		if err != nil {
			return err
		}
		if n := v.LeftOut(); n > 0 {
			fmt.Fprintln(p.stderr, p.text("cli.aid-left-out", words.Values{"projects": n}))
		}
		if n := v.Hidden(); n > 0 {
			fmt.Fprintln(p.stderr, p.text("cli.persons-hidden", words.Values{"persons": n}))
		}
		return p.tellUnclear(work(ctx, s, v))
	})
}

// withSlice looks at one part of the landscape through a lens.
func (p *program) withSlice(ctx context.Context, topics bool, f scopeFlags, lens view.Lens, work func(context.Context, *view.Slice) error) error {
	ask, err := p.ask(f)
	if err != nil {
		return err
	}
	ask.Lens = lens
	return p.withView(ctx, f, topics, func(ctx context.Context, _ store.Store, v *view.View) error {
		s, err := v.Slice(ctx, ask, graph.DateOf(time.Now()))
		if err != nil {
			return err
		}
		return work(ctx, s)
	})
}

// tellUnclear puts a name that could not be resolved into the reader's words.
func (p *program) tellUnclear(err error) error {
	var unclear *view.ActorError
	switch {
	case errors.As(err, &unclear):
		return told{wire.ActorProblem(unclear, p.lang()), err}
	case errors.Is(err, view.ErrSameEnds):
		return told{p.text("problem.same-ends", nil), err}
	}
	return err
}

// told is an error in the reader's words, with its cause for errors.Is.
type told struct {
	text  string
	cause error
}

func (t told) Error() string { return t.text }
func (t told) Unwrap() error { return t.cause }
