// Package analysis is the one table of measures: what each is called, the
// plain question it answers, on which network it is computed and after which
// paper. A new measure is a row here and a file in the package that computes
// it; the command line, the HTTP interface and the page follow from the row.
package analysis
