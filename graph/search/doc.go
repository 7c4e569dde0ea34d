// Package search finds projects, actors, themes, regions and groups by any of
// their names: as one types, inflected, without diacritics, from the middle of
// a compound, with typing errors. An Index is built once for a network and then
// only read.
package search
