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
	aside    *aside
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
	s.aside = newAside(o.Log)
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
	for _, r := range s.contractRoutes(&handlers) {
		if err := s.serve(e, r); err != nil {
			return nil, err
		}
	}
	e.Match(readMethods, apiBase+"/openapi.yaml", func(c echo.Context) error { return c.Blob(http.StatusOK, "application/yaml", contract) })
	e.Match(readMethods, "/api", s.contractPage)
	e.Match(readMethods, "/*", s.serveAsset)
	return e, nil
}

// ServeHTTP lets tests ask without a socket.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.echo.ServeHTTP(w, r) }

// Serve answers on the listener until ctx ends, then lets running requests
// finish, and stops what runs aside.
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
	defer s.aside.close()
	defer s.drafts.close()
	failed := make(chan error, 1)
	go func() { failed <- httpServer.Serve(listener) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), graceful)
	defer cancel()
	if err := httpServer.Shutdown(stop); err != nil && !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("stop: %w", err)
	}
	return nil
}

func (s *Server) today() graph.Date { return graph.DateOf(s.now()) }
