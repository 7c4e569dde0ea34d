// Package centrality scores vertices by their place in a network: how many
// ties, how much of the traffic between others, how close to the well-tied.
// Scores come in vertex order. The same network gives the same bits on any
// number of threads.
package centrality
