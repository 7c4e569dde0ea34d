package server

import (
	"net/http"
	"time"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"

	"hankeverkko/server/api"
)

// Uploads and events last longer than other requests.
const (
	uploadPatience = 10 * time.Minute
	eventPatience  = time.Hour
	uploadRoom     = "210M" // of the files and what is between them
)

// long tells the routes that have limits of their own.
func long(c echo.Context) bool {
	return c.Path() == apiBase+"/imports" && c.Request().Method == http.MethodPost || c.Path() == apiBase+"/jobs/:id/events"
}

// patient gives a request more time than the server gives others.
func patient(d time.Duration) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			controller, until := http.NewResponseController(c.Response()), time.Now().Add(d)
			_ = controller.SetReadDeadline(until) // a test's recorder has no deadlines
			_ = controller.SetWriteDeadline(until)
			return next(c)
		}
	}
}

// importRoutes are those of imports and of the right to write.
func (s *Server) importRoutes(e *echo.Echo, h *api.ServerInterfaceWrapper) error {
	everyone := []echo.MiddlewareFunc{s.fresh}
	curators := []echo.MiddlewareFunc{s.fresh, s.mayWrite}
	for _, r := range []struct {
		method, path string
		handler      echo.HandlerFunc
		more         []echo.MiddlewareFunc
	}{
		{http.MethodGet, "/access", h.GetAccess, everyone},
		{http.MethodPost, "/access", h.EnterAccess, everyone},
		{http.MethodDelete, "/access", h.LeaveAccess, everyone},
		{http.MethodGet, "/formats", h.ListFormats, nil},
		{http.MethodGet, "/formats/template", h.GetTemplate, nil},
		{http.MethodGet, "/sources", h.ListSources, everyone},
		{http.MethodGet, "/sources/{id}/runs", h.ListRuns, everyone},
		{http.MethodPost, "/sources/{id}/undo", h.UndoRun, curators},
		{http.MethodGet, "/imports", h.ListImports, curators},
		{http.MethodPost, "/imports", h.CreateImport, append([]echo.MiddlewareFunc{uploadLimit, patient(uploadPatience)}, curators...)},
		{http.MethodGet, "/imports/{id}", h.GetImport, curators},
		{http.MethodPut, "/imports/{id}", h.CorrectImport, curators},
		{http.MethodDelete, "/imports/{id}", h.DropImport, curators},
		{http.MethodPost, "/imports/{id}/commit", h.CommitImport, curators},
		{http.MethodGet, "/imports/{id}/report", h.GetImportReport, curators},
		{http.MethodGet, "/imports/{id}/mapping", h.GetImportMapping, curators},
		{http.MethodGet, "/jobs/{id}", h.GetJob, curators},
		{http.MethodDelete, "/jobs/{id}", h.CancelJob, curators},
		{http.MethodGet, "/jobs/{id}/events", h.FollowJob, append([]echo.MiddlewareFunc{patient(eventPatience)}, curators...)},
	} {
		methods := []string{r.method}
		if r.method == http.MethodGet {
			methods = append(methods, http.MethodHead)
		}
		if err := s.serve(e, r.method, methods, r.path, r.handler, r.more...); err != nil {
			return err
		}
	}
	return nil
}

var uploadLimit = middleware.BodyLimit(uploadRoom)
