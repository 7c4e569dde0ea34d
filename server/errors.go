package server

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"github.com/labstack/echo/v4"

	"hankeverkko/graph"
	"hankeverkko/graph/place"
	"hankeverkko/graph/view"
	"hankeverkko/importer"
	"hankeverkko/server/api"
	"hankeverkko/server/wire"
	"hankeverkko/words"
)

// problems is the one table from errors to statuses; the first match counts.
var problems = []struct {
	err    error
	status int
	key    string
}{
	{context.Canceled, 499, "problem.cancelled"},
	{context.DeadlineExceeded, http.StatusGatewayTimeout, "problem.timeout"},
	{errNotYet, http.StatusNotImplemented, "problem.not-yet"},
	{accessError{}, http.StatusForbidden, "problem.access"},
	{guessedError{}, http.StatusTooManyRequests, "problem.guessed"},
	{graph.ErrNotFound, http.StatusNotFound, "problem.not-found"},
	{graph.ErrInvalid, http.StatusBadRequest, "problem.invalid"},
	{graph.ErrConflict, http.StatusConflict, "problem.conflict"},
	{graph.ErrUnavailable, http.StatusServiceUnavailable, "problem.unavailable"},
}

// errNotYet answers what the contract promises and the program cannot do yet.
var errNotYet = errors.New("not there yet")

// invalidParameter names the parameter that could not be understood.
type invalidParameter struct{ name, value string }

func (e *invalidParameter) Error() string { return "parameter " + e.name + ": " + e.value }
func (e *invalidParameter) Unwrap() error { return graph.ErrInvalid }

// handleError writes err as problem details in the reader's language.
func (s *Server) handleError(err error, c echo.Context) {
	if c.Response().Committed {
		return
	}
	lang := readerLanguage(c.Request())
	p := problemOf(err, lang)
	if p.Status >= http.StatusInternalServerError {
		s.log.Error("request failed", "path", c.Path(), "error", err)
	}
	if p.Status == http.StatusServiceUnavailable {
		c.Response().Header().Set("Retry-After", "2")
	}
	body, err := json.Marshal(p)
	if err != nil {
		s.log.Error("problem details", "error", err)
		return
	}
	c.Response().Header().Set("Cache-Control", "no-store")
	if err := c.Blob(p.Status, "application/problem+json", body); err != nil {
		s.log.Debug("client gone", "error", err)
	}
}

func problemOf(err error, lang string) api.Problem {
	p := api.Problem{Type: "about:blank", Status: http.StatusInternalServerError, Title: words.Text(lang, "problem.internal", nil)}
	for _, row := range problems {
		if errors.Is(err, row.err) {
			p.Status, p.Title = row.status, words.Text(lang, row.key, nil)
			break
		}
	}
	var parameter *invalidParameter
	var ambiguous *place.AmbiguousError
	var unclear *view.ActorError
	var absent *view.AbsentError
	var decided *refusedDecision
	var foreign foreignError
	var file *importer.FileError
	var loss *lossError
	var refused *echo.HTTPError
	switch {
	case errors.As(err, &ambiguous):
		p.Detail = words.Text(lang, "problem.ambiguous-region", words.Values{"name": ambiguous.Text})
		p.Choices = wire.RegionNames(ambiguous.IDs, lang)
	case errors.As(err, &unclear):
		p.Detail, p.Actors = wire.ActorProblem(unclear, lang), wire.ActorChoices(unclear.Choices)
	case errors.As(err, &absent):
		p.Detail = words.Text(lang, "problem.actor-absent", words.Values{"name": absent.Name})
	case errors.Is(err, errWhatIf):
		p.Detail = words.Text(lang, "problem.whatif-one", nil)
	case errors.Is(err, view.ErrSameEnds):
		p.Detail = words.Text(lang, "problem.same-ends", nil)
	case errors.As(err, &decided):
		if !errors.Is(err, graph.ErrNotFound) {
			p.Status, p.Title = http.StatusConflict, words.Text(lang, "problem.decision", nil)
		}
		wire.Refusal(&p, decided.desk, decided.cause, lang)
	case errors.As(err, &foreign):
		p.Status, p.Title, p.Detail = http.StatusForbidden, words.Text(lang, "problem.access", nil), words.Text(lang, "problem.foreign", nil)
	case errors.As(err, &file):
		p.Code, p.Detail = file.Code, file.Text(lang)
		if file.File != "" {
			p.Detail = file.File + ": " + p.Detail
		}
	case errors.As(err, &loss):
		p.Code = "more-than-half"
		p.Detail = words.Text(lang, "problem.more-than-half", words.Values{"count": loss.plan.Loses(), "all": loss.plan.Of, "source": loss.plan.Source.Name})
	case errors.Is(err, errTooManyDrafts):
		p.Detail = words.Text(lang, "problem.too-many-imports", words.Values{"limit": mostDrafts})
	case errors.As(err, &parameter):
		p.Detail = words.Text(lang, "problem.parameter", words.Values{"name": parameter.name, "value": parameter.value})
	case errors.As(err, &refused):
		p.Status = refused.Code
		switch refused.Code {
		case http.StatusNotFound:
			p.Title = words.Text(lang, "problem.not-found", nil)
		case http.StatusMethodNotAllowed:
			p.Title = words.Text(lang, "problem.method", nil)
		case http.StatusBadRequest:
			p.Title = words.Text(lang, "problem.invalid", nil)
		}
	}
	return p
}
