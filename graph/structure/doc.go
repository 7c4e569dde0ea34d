// Package structure describes a network as a whole: how dense it is, whether
// one vertex stands in its middle, whether like goes with like, how close-knit
// and how wide it is. An undefined figure is NaN.
package structure
