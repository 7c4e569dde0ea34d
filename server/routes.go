package server

import (
	"errors"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"

	"hankeverkko/server/api"
)

// route is an operation of the contract and what stands before its handler.
type route struct {
	method, path string
	handler      echo.HandlerFunc
	before       []echo.MiddlewareFunc
}

// contractRoutes are all of them: answers that are kept for a revision, answers
// that are made anew each time, and what is for who may write alone.
func (s *Server) contractRoutes(h *api.ServerInterfaceWrapper) []route {
	kept := []echo.MiddlewareFunc{s.cached}
	fresh := []echo.MiddlewareFunc{s.fresh}
	curators := []echo.MiddlewareFunc{s.fresh, s.mayWrite}
	const get, put, post, del = http.MethodGet, http.MethodPut, http.MethodPost, http.MethodDelete
	return []route{
		{get, "/health", h.GetHealth, fresh},
		{get, "/ready", h.GetReady, fresh},
		{get, "/regions", h.ListRegions, kept},
		{get, "/summary", h.GetSummary, kept},
		{get, "/landscape", h.GetLandscape, kept},
		{get, "/groups/{id}", h.GetGroup, kept},
		{get, "/projects", h.ListProjects, kept},
		{get, "/projects/{id}", h.GetProject, kept},
		{get, "/actors", h.ListActors, kept},
		{get, "/actors/{id}", h.GetActor, kept},
		{get, "/search", h.Search, kept},
		{get, "/surroundings", h.GetSurroundings, kept},
		{get, "/path", h.FindPath, kept},
		{get, "/modularity", h.GetModularity, kept},
		{get, "/boundary", h.GetBoundary, kept},
		{get, "/structure", h.GetStructure, kept},
		{get, "/beyond-chance", h.GetBeyondChance, kept},
		{get, "/whatif", h.WhatIf, kept},
		{get, "/measures", h.ListMeasures, kept},
		{get, "/export", h.ExportList, fresh},
		{get, "/coverage", h.GetCoverage, fresh},
		{get, "/records", h.ListRecords, fresh},
		{get, "/candidates", h.ListCandidates, fresh},
		{get, "/decisions", h.ListDecisions, fresh},
		{post, "/decisions", h.Decide, curators},
		{post, "/decisions/batch", h.DecideBatch, curators},
		{post, "/decisions/{number}/undo", h.UndoDecision, curators},
		{get, "/access", h.GetAccess, fresh},
		{post, "/access", h.EnterAccess, fresh},
		{del, "/access", h.LeaveAccess, fresh},
		{get, "/formats", h.ListFormats, nil},
		{get, "/formats/template", h.GetTemplate, nil},
		{get, "/sources", h.ListSources, fresh},
		{get, "/sources/{id}/runs", h.ListRuns, fresh},
		{post, "/sources/{id}/undo", h.UndoRun, curators},
		{get, "/imports", h.ListImports, curators},
		{post, "/imports", h.CreateImport, slices.Concat(curators, []echo.MiddlewareFunc{patient(uploadPatience), uploadLimit})},
		{get, "/imports/{id}", h.GetImport, curators},
		{put, "/imports/{id}", h.CorrectImport, curators},
		{del, "/imports/{id}", h.DropImport, curators},
		{post, "/imports/{id}/commit", h.CommitImport, curators},
		{get, "/imports/{id}/report", h.GetImportReport, curators},
		{get, "/imports/{id}/mapping", h.GetImportMapping, curators},
		{get, "/jobs/{id}", h.GetJob, curators},
		{del, "/jobs/{id}", h.CancelJob, curators},
		{get, "/jobs/{id}/events", h.FollowJob, slices.Concat(curators, []echo.MiddlewareFunc{patient(eventPatience)})},
	}
}

// readMethods are those of what changes nothing.
var readMethods = []string{http.MethodGet, http.MethodHead}

// serve registers a route when the contract has it.
func (s *Server) serve(e *echo.Echo, r route) error {
	item := s.contract.Paths.Value(r.path)
	if item == nil || item.GetOperation(r.method) == nil {
		return errors.New("openapi.yaml: " + r.method + " " + r.path + " is missing")
	}
	methods := []string{r.method}
	if r.method == http.MethodGet {
		methods = readMethods
	}
	address := apiBase + strings.NewReplacer("{", ":", "}", "").Replace(r.path)
	before := slices.Concat(r.before, []echo.MiddlewareFunc{s.understood(item.GetOperation(r.method))})
	e.Match(methods, address, r.handler, before...)
	return nil
}

// Uploads and events last longer than other requests.
const (
	uploadPatience = 10 * time.Minute
	eventPatience  = time.Hour
	uploadRoom     = "210M" // of the files and what is between them
)

var uploadLimit = middleware.BodyLimit(uploadRoom)

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
