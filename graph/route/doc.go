// Package route finds through whom actors are connected: the shortest paths of
// the two-mode network, all of them, ranked as people would take them. A path
// takes turns between actors and projects; a Route is its actors, and for each
// stretch between two of them every project that they share.
package route
