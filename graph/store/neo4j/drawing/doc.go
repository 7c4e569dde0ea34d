// Package drawing says how a network looks as a graph for people who ask it in
// Cypher or walk through it in Bloom: which nodes and relationships there are,
// and what they tell. It knows the values of Neo4j's driver and no server.
package drawing
