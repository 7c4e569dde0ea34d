// Package brokerage says who stands between others: Burt's structural holes on
// a projection, and the roles of Gould and Fernandez between groups. One
// measure a file; each takes a graph and returns a score for every vertex.
package brokerage
