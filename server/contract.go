package server

import (
	_ "embed"
	"fmt"

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
