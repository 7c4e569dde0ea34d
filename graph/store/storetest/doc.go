// Package storetest holds the promises of the store contract as tests. Every
// store runs the whole of Run, without excuses; one that outlives its process
// runs RunDurability as well. A fault found in one store becomes a case here,
// so that the others learn of it.
package storetest
