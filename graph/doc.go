// Package graph is the domain of Hankeverkko: development projects, the actors
// that carry them out, and the ties between the two. Import makes records,
// stores keep them, a view makes one Network of them, analysis reads it. All
// other packages meet in these types; the package itself imports the standard
// library alone.
package graph
