// Command quality holds the groups that Leiden finds in networks with planted
// ones against those that igraph's Leiden finds in the same networks: the
// normalised mutual information with what was planted, and the quality reached.
//
//	go run ./bench/quality -python PYTHON
//
// PYTHON has igraph; without it our figures stand alone.
package main
