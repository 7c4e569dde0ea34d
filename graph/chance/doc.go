// Package chance is where randomness comes from and where it is judged: number
// streams that follow from a seed, samples, and how far two groupings agree
// beyond what chance alone would give.
package chance
