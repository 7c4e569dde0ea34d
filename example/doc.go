// Package example holds the example landscape that a new installation starts
// with: 486 Finnish ESR and EAKR projects of 2014–2020 and their actors, one
// row for each pair, in the form of the generic sheet. It is a sample, not a
// census, and the program says so wherever it is shown.
package example
