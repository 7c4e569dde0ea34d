// Command bench times our measures beside igraph's on the same network, in
// turns, and prints the medians with a check value of each.
//
//	go run ./bench -size M             on a made-up network
//	go run ./bench -dir DIR            on DIR/bip.bin (see network.go)
//	go run ./bench -size M -out FILE   writes the table into FILE as well
//
// igraph is met through Python (-python) when it can import igraph.
package main
