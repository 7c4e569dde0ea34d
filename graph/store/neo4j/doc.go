// Package neo4j keeps a store in a Neo4j database, for installations that
// have outgrown one machine. Community edition is enough: of constraints only
// uniqueness is asked for.
//
// Neo4j reads what is committed, which within one query may be of several
// moments, and it shows parts of a commit while it is being applied. So every
// write has a number, one node (HankeverkkoState) says which is the last, and
// what a write adds or takes away is stamped with its number. A reader first
// learns a number and then asks for what held at it, in a second transaction
// whose bookmark lets the server wait until that number is applied. Every write
// locks that node first, so writers come one after the other.
//
// Cypher and the driver stay in here; errors leave as the four of package
// graph, with store.Trouble for the words that a person gets.
package neo4j
