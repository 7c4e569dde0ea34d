// Package identity tells who is who: it reads business ids and names, and
// makes the network of imported records and the journal of people's decisions.
// Numbers join records by themselves, names only propose; every spelling stays
// as an alias, and every place knows how it became known.
package identity
