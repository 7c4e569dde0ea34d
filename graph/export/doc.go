// Package export writes tables and networks as files that other programs
// open, one format a file. Text from imported files stays text: a cell never
// becomes a formula.
package export
