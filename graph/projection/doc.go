// Package projection turns the two-mode network of projects and actors into a
// network of one kind: actors tied by shared projects, or projects tied by
// shared actors.
package projection
