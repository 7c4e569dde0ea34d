// Package view makes one data revision ready to ask: the network, its topics
// and its search index, in memory. It is the only caller of identity.Apply.
// A Slice is the view seen from one region at one date; summary, landscape,
// cards and lists are read off it.
package view
