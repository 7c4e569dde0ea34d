package server

import (
	"bytes"
	"cmp"
	"fmt"
	"html/template"
	"net/http"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/labstack/echo/v4"
	"golang.org/x/text/language"

	"hankeverkko/words"
)

var contractTemplate = template.Must(template.New("api").Parse(`<!doctype html>
<html lang="{{.Lang}}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Hankeverkko API</title></head><body><main>
<h1>Hankeverkko API</h1><p>{{.Intro}}</p><p><a href="v1/openapi.yaml">openapi.yaml</a></p>
<div lang="en">{{range .Paths}}<h2><code>{{.Method}} /api/v1{{.Path}}</code></h2><p>{{.Summary}}</p>
{{if .Parameters}}<ul>{{range .Parameters}}<li><code>{{.Name}}</code>{{if .Required}} *{{end}} {{.Description}}</li>{{end}}</ul>{{end}}{{end}}</div>
</main></body></html>`))

type contractPath struct {
	Path, Method, Summary string
	Parameters            []*openapi3.Parameter
}

// contractPage is openapi.yaml for reading; what it says of each path is English.
func (s *Server) contractPage(c echo.Context) error {
	var paths []contractPath
	for name, item := range s.contract.Paths.Map() {
		for method, operation := range item.Operations() {
			p := contractPath{Path: name, Method: method, Summary: operation.Summary}
			for _, parameter := range operation.Parameters {
				p.Parameters = append(p.Parameters, parameter.Value)
			}
			paths = append(paths, p)
		}
	}
	slices.SortFunc(paths, func(a, b contractPath) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Method, b.Method))
	})
	lang := readerLanguage(c.Request())
	c.Response().Header().Set("Vary", "Accept-Language")
	var page bytes.Buffer
	err := contractTemplate.Execute(&page, map[string]any{"Lang": lang, "Intro": words.Text(lang, "api.intro", nil), "Paths": paths})
	if err != nil {
		return fmt.Errorf("api page: %w", err)
	}
	return c.HTMLBlob(http.StatusOK, page.Bytes())
}

// readerLanguage is the one asked for, else the best that the browser names.
func readerLanguage(r *http.Request) string {
	if lang := r.URL.Query().Get("lang"); slices.Contains(words.Languages, lang) {
		return lang
	}
	spoken := make([]language.Tag, len(words.Languages))
	for i, lang := range words.Languages {
		spoken[i] = language.Make(lang)
	}
	_, i := language.MatchStrings(language.NewMatcher(spoken), r.Header.Get("Accept-Language"))
	return words.Languages[i]
}
