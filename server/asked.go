package server

import (
	"strconv"

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
	ledHere      bool
}

// slice finds the slice of the current view that a request is about.
func (s *Server) slice(a asked) (*view.Slice, error) {
	current, _, err := s.live.Current()
	if err != nil {
		return nil, err
	}
	area, err := areaFrom(a.region)
	if err != nil {
		return nil, err
	}
	date, err := dateFrom(a.date)
	if err != nil {
		return nil, err
	}
	return current.Slice(view.Ask{Area: area, Date: date, LedHere: a.ledHere}, s.today())
}

// areaFrom resolves an id, a NUTS code or a name; empty is the whole country.
func areaFrom(region string) (graph.AreaID, error) {
	if wire.AreaID(region) == "" {
		return "", nil
	}
	area, err := place.Resolve(region)
	return area.ID, err
}

func dateFrom(text string) (graph.Date, error) {
	date, err := graph.ParseDate(text)
	if err != nil {
		return 0, &invalidParameter{"date", text}
	}
	return date, nil
}

func langOf(l api.Lang) string { return words.Known(string(l)) }

// limits of a list when the request names none.
const (
	defaultLimit = 100
	maxLimit     = 2000
)

// pageOf reads which rows of a list are asked for.
func pageOf(limit, offset int) (wire.Page, error) {
	switch {
	case limit < 0 || limit > maxLimit:
		return wire.Page{}, &invalidParameter{"limit", strconv.Itoa(limit)}
	case offset < 0:
		return wire.Page{}, &invalidParameter{"offset", strconv.Itoa(offset)}
	case limit == 0:
		limit = defaultLimit
	}
	return wire.Page{Limit: limit, Offset: offset}, nil
}

// choice is an enumerated parameter; left out it is empty.
type choice interface {
	~string
	Valid() bool
}

// checked refuses a value that the contract does not list.
func checked[T choice](name string, value T) error {
	if value != "" && !value.Valid() {
		return &invalidParameter{name, string(value)}
	}
	return nil
}
