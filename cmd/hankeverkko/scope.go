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
type scopeFlags struct{ region, date string }

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

// load makes a view of a store: view.Load, or view.LoadUngrouped for what
// needs no groups.
type load func(context.Context, store.Reader) (*view.View, error)

// withView reads the store once for a command that only looks.
func (p *program) withView(ctx context.Context, load load, work func(context.Context, store.Store, *view.View) error) error {
	return p.withStore(ctx, func(ctx context.Context, s store.Store) error {
		v, err := load(ctx, s)
		if err != nil {
			return err
		}
		return p.tellUnclear(work(ctx, s, v))
	})
}

// withSlice looks at one part of the landscape through a lens.
func (p *program) withSlice(ctx context.Context, load load, f scopeFlags, lens view.Lens, work func(context.Context, *view.Slice) error) error {
	ask, err := p.ask(f)
	if err != nil {
		return err
	}
	ask.Lens = lens
	return p.withView(ctx, load, func(ctx context.Context, _ store.Store, v *view.View) error {
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
