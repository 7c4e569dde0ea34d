// Package neo4jtest runs a real Neo4j server for tests, from the folder of
// jars that HANKEVERKKO_NEO4J names, and does to it what happens to servers:
// it is stopped, killed, frozen, its password is changed, the line to it is cut.
package neo4jtest
