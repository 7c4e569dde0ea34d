// Package page reads a saved web page, or text copied from one, as the lines
// that a person sees: headings, paragraphs, and the cells of rows and tables. It
// follows no link, runs nothing and loads nothing.
package page
