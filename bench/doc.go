// Command bench times our measures beside those of other libraries on the same
// network, in turns, and prints the medians with a check value of each.
//
//	go run ./bench -size M             on a made-up network
//	go run ./bench -dir DIR            on DIR/bip.bin (see network.go)
//	go run ./bench -size M -out FILE   writes the table into FILE as well
//
// Every library, ours too, runs in a process of its own that is asked over a
// pipe; gonum is built in, the others are met through Python (-python) when it
// can import them (peers/).
package main
