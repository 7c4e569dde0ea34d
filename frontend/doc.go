// Package frontend carries the built web pages inside the program. Everything
// else in this folder is TypeScript: src/state says what a view is, src/api
// asks the server, src/picture and src/map draw, src/panels and src/pages
// compose. Before the pages are built the folder dist holds a placeholder.
package frontend
