// Package community divides a network into groups that are tied more within
// than between: the Leiden method, how good a division is, and which parts of
// it hold when the data are disturbed a little.
//
// Every result follows from its arguments and seed alone, whatever the number
// of threads.
package community
