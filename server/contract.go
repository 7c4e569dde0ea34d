package server

import (
	_ "embed"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/labstack/echo/v4"
)

//go:embed openapi.yaml
var contract []byte

func readContract() (*openapi3.T, error) {
	document, err := openapi3.NewLoader().LoadFromData(contract)
	if err != nil {
		return nil, fmt.Errorf("openapi.yaml: %w", err)
	}
	return document, nil
}

// understood refuses a query that the contract does not allow, so that no
// handler has to look at ranges, lengths and lists of values again. An empty
// value counts as left out.
func (s *Server) understood(operation *openapi3.Operation) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			request := c.Request()
			query := c.QueryParams()
			input := &openapi3filter.RequestValidationInput{
				Request: request, QueryParams: query, Options: &openapi3filter.Options{SkipSettingDefaults: true},
			}
			for _, p := range operation.Parameters {
				if p.Value.In != openapi3.ParameterInQuery || query.Get(p.Value.Name) == "" && !p.Value.Required {
					continue
				}
				if err := openapi3filter.ValidateParameter(request.Context(), input, p.Value); err != nil {
					return &invalidParameter{p.Value.Name, query.Get(p.Value.Name)}
				}
			}
			return next(c)
		}
	}
}

// route serves a path of the contract for GET and HEAD.
func (s *Server) route(e *echo.Echo, path string, handler echo.HandlerFunc, more ...echo.MiddlewareFunc) error {
	return s.serve(e, http.MethodGet, []string{http.MethodGet, http.MethodHead}, path, handler, more...)
}

// write serves a path of the contract for a method that changes something:
// only for who has the right to.
func (s *Server) write(e *echo.Echo, method, path string, handler echo.HandlerFunc, more ...echo.MiddlewareFunc) error {
	return s.serve(e, method, []string{method}, path, handler, append([]echo.MiddlewareFunc{s.mayWrite}, more...)...)
}

func (s *Server) serve(e *echo.Echo, operation string, methods []string, path string, handler echo.HandlerFunc, more ...echo.MiddlewareFunc) error {
	item := s.contract.Paths.Value(path)
	if item == nil || item.GetOperation(operation) == nil {
		return errors.New("openapi.yaml: " + operation + " " + path + " is missing")
	}
	address := apiBase + strings.NewReplacer("{", ":", "}", "").Replace(path)
	e.Match(methods, address, handler, append(more, s.understood(item.GetOperation(operation)))...)
	return nil
}
