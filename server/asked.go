package server

import (
	"cmp"
	"context"
	"errors"

	"hankeverkko/graph"
	"hankeverkko/graph/place"
	"hankeverkko/graph/view"
	"hankeverkko/server/api"
	"hankeverkko/server/wire"
	"hankeverkko/words"
)

// asked is the part of a request that all region views share.
type asked struct {
	region, date string
	lens         view.Lens
	ledHere      bool
	narrow       narrow
	edition      view.Edition
}

// counting is the edition that a request asks for.
func counting(aid api.Aid, units api.Units) view.Edition {
	return view.Edition{Aid: map[api.Aid]view.Aid{api.With: view.AidWith, api.Without: view.AidWithout}[aid], Together: units == api.Together}
}

// view finds the edition of the current view, with names for who may write.
func (s *Server) view(ctx context.Context, e view.Edition) (*view.View, error) {
	e.Named = mayWriteHere(ctx)
	return s.live.Edition(ctx, e)
}

// holding answers from the slice that is asked for, and where that does not
// hold what is looked for, from the one with aid to companies.
func holding[T any](ctx context.Context, s *Server, a asked, look func(*view.Slice) (T, error)) (T, error) {
	slice, err := s.slice(ctx, a)
	if err != nil {
		var none T
		return none, err
	}
	found, err := look(slice)
	if errors.Is(err, graph.ErrNotFound) && slice.LeftOut() > 0 {
		a.edition.Aid = view.AidWith
		with, failed := s.slice(ctx, a)
		if failed != nil {
			return found, failed
		}
		if again, failed := look(with); failed == nil {
			return again, nil
		}
	}
	return found, err
}

// narrow are the filters that all of them share, as they were written.
type narrow struct{ from, to, fund, theme, target, kind, part, source string }

// slice finds the slice of the current view that a request is about.
func (s *Server) slice(ctx context.Context, a asked) (*view.Slice, error) {
	current, err := s.view(ctx, a.edition)
	if err != nil {
		return nil, err
	}
	area, err := areaFrom(a.region)
	if err != nil {
		return nil, err
	}
	date, err := dateFrom("date", a.date)
	if err != nil {
		return nil, err
	}
	narrowed, err := a.narrow.read()
	if err != nil {
		return nil, err
	}
	return current.Slice(ctx, view.Ask{Area: area, Lens: a.lens, Date: date, LedHere: a.ledHere, Narrow: narrowed}, s.today())
}

func (n *narrow) read() (view.Narrow, error) {
	from, err := dateFrom("from", n.from)
	if err != nil {
		return view.Narrow{}, err
	}
	to, err := dateFrom("to", n.to)
	if err != nil {
		return view.Narrow{}, err
	}
	return view.Narrow{
		From: from, To: to, Fund: n.fund, Theme: n.theme, Target: n.target, Kind: n.kind, Part: n.part, Source: graph.SourceID(n.source),
	}, nil
}

// areaFrom resolves an id, a NUTS code or a name; empty is the whole country.
func areaFrom(region string) (graph.AreaID, error) {
	if wire.AreaID(region) == "" {
		return "", nil
	}
	area, err := place.Resolve(region)
	return area.ID, err
}

func dateFrom(name, text string) (graph.Date, error) {
	date, err := graph.ParseDate(text)
	if err != nil {
		return 0, &invalidParameter{name, text}
	}
	return date, nil
}

func langOf(l api.Lang) string { return words.Known(string(l)) }

// defaultLimit is the length of a page when the request names none.
const defaultLimit = 100

// pageOf says which rows of a list are asked for.
func pageOf(limit, offset int) wire.Page {
	return wire.Page{Limit: cmp.Or(limit, defaultLimit), Offset: offset}
}
