package server

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"

	"hankeverkko/graph"
	"hankeverkko/graph/review"
	"hankeverkko/graph/store"
	"hankeverkko/graph/view"
	"hankeverkko/server/api"
)

// Limits that the echo framework leaves open.
const (
	readHeaderTimeout = 5 * time.Second
	readTimeout       = 15 * time.Second
	writeTimeout      = 30 * time.Second
	idleTimeout       = 60 * time.Second
	requestTimeout    = 20 * time.Second
	maxHeaderBytes    = 32 << 10
	graceful          = 15 * time.Second
)

// Options is what the server is told from outside.
type Options struct {
	Log      *slog.Logger
	Version  string
	FrontEnd fs.FS
	Now      func() time.Time
	// Store is written to by who may; nil serves reading alone.
	Store Store
	// CuratorKey is asked of who wants to write; empty lets in who sits at this
	// machine, and nobody else.
	CuratorKey string
}

// Store is what the server reads and writes.
type Store interface {
	store.Reader
	store.Writer
}

// Server answers requests from a live view.
type Server struct {
	live    *view.Live
	log     *slog.Logger
	version string
	now     func() time.Time
	assets  map[string]asset
	// contract is openapi.yaml, which says what a request may ask.
	contract *openapi3.T
	answers  *answers
	store    Store          // nil for reading alone
	keeper   *review.Keeper // nil without a store to write to
	access   *access
	drafts   *drafts
	echo     *echo.Echo
}

// New builds the server; it opens nothing yet.
func New(live *view.Live, o Options) (*Server, error) {
	assets, err := readAssets(o.FrontEnd)
	if err != nil {
		return nil, err
	}
	answers, err := newAnswers(keptBytes)
	if err != nil {
		return nil, err
	}
	document, err := readContract()
	if err != nil {
		return nil, err
	}
	s := &Server{live: live, log: o.Log, version: o.Version, now: o.Now, assets: assets, contract: document, answers: answers}
	s.access, s.drafts = newAccess(o.CuratorKey, o.Now), newDrafts(o.Now)
	if o.Store != nil {
		s.store = o.Store
		s.keeper = review.NewKeeper(o.Store, o.Now)
	}
	if s.echo, err = s.routes(); err != nil {
		return nil, err
	}
	return s, nil
}

const apiBase = "/api/v1"

func (s *Server) routes() (*echo.Echo, error) {
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.HTTPErrorHandler = s.handleError
	// The peer's address counts, never what a header claims.
	e.IPExtractor = echo.ExtractIPDirect()
	e.Use(secure)
	e.Use(middleware.RecoverWithConfig(middleware.RecoverConfig{LogErrorFunc: func(_ echo.Context, err error, stack []byte) error {
		s.log.Error("panic in a handler", "error", err, "stack", string(stack))
		return err
	}}))
	e.Use(middleware.BodyLimitWithConfig(middleware.BodyLimitConfig{Limit: "1M", Skipper: long}))
	e.Use(middleware.ContextTimeoutWithConfig(middleware.ContextTimeoutConfig{Timeout: requestTimeout, Skipper: long}))
	e.Use(ownPage, s.knowSender)

	handlers := api.ServerInterfaceWrapper{Handler: api.NewStrictHandler(s, nil)}
	for path, handler := range map[string]echo.HandlerFunc{
		"/health": handlers.GetHealth,
		"/ready":  handlers.GetReady,
		"/export": handlers.ExportList,
	} {
		if err := s.route(e, path, handler, s.fresh); err != nil {
			return nil, err
		}
	}
	for path, handler := range map[string]echo.HandlerFunc{
		"/regions":       handlers.ListRegions,
		"/summary":       handlers.GetSummary,
		"/landscape":     handlers.GetLandscape,
		"/groups/{id}":   handlers.GetGroup,
		"/projects":      handlers.ListProjects,
		"/projects/{id}": handlers.GetProject,
		"/actors":        handlers.ListActors,
		"/actors/{id}":   handlers.GetActor,
		"/search":        handlers.Search,
		"/surroundings":  handlers.GetSurroundings,
		"/path":          handlers.FindPath,
		"/modularity":    handlers.GetModularity,
		"/boundary":      handlers.GetBoundary,
		"/whatif":        handlers.WhatIf,
		"/measures":      handlers.ListMeasures,
	} {
		if err := s.route(e, path, handler, s.cached); err != nil {
			return nil, err
		}
	}
	for path, handler := range map[string]echo.HandlerFunc{
		"/candidates": handlers.ListCandidates,
		"/decisions":  handlers.ListDecisions,
		"/coverage":   handlers.GetCoverage,
		"/records":    handlers.ListRecords,
	} {
		if err := s.route(e, path, handler, s.fresh); err != nil {
			return nil, err
		}
	}
	for path, handler := range map[string]echo.HandlerFunc{
		"/decisions":               handlers.Decide,
		"/decisions/batch":         handlers.DecideBatch,
		"/decisions/{number}/undo": handlers.UndoDecision,
	} {
		if err := s.write(e, http.MethodPost, path, handler); err != nil {
			return nil, err
		}
	}
	if err := s.importRoutes(e, &handlers); err != nil {
		return nil, err
	}
	read := []string{http.MethodGet, http.MethodHead}
	e.Match(read, apiBase+"/openapi.yaml", func(c echo.Context) error { return c.Blob(http.StatusOK, "application/yaml", contract) })
	e.Match(read, "/api", s.contractPage)
	e.Match(read, "/*", s.serveAsset)
	return e, nil
}

// ServeHTTP lets tests ask without a socket.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.echo.ServeHTTP(w, r) }

// Serve answers on the listener until ctx ends, then lets running requests finish.
func (s *Server) Serve(ctx context.Context, listener net.Listener) error {
	httpServer := &http.Server{
		Handler:           s.echo,
		ReadHeaderTimeout: readHeaderTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeaderBytes,
		ErrorLog:          slog.NewLogLogger(s.log.Handler(), slog.LevelDebug),
	}
	failed := make(chan error, 1)
	go func() { failed <- httpServer.Serve(listener) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	defer s.drafts.close()
	stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), graceful)
	defer cancel()
	if err := httpServer.Shutdown(stop); err != nil && !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("stop: %w", err)
	}
	return nil
}

func (s *Server) today() graph.Date { return graph.DateOf(s.now()) }
