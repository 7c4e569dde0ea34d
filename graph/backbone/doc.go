// Package backbone tells which pairs of actors share more projects than chance
// would have it, given how many projects each has and how large projects are.
package backbone
