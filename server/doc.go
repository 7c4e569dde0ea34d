// Package server answers HTTP: the interface of openapi.yaml under /api/v1
// and the front end under /. A handler understands the request, asks the
// view and shapes the answer with package wire; errors become problem details
// in one table.
package server
