// Command bench times our measures beside those of other libraries on the same
// network, in turns, and prints the medians with a check value of each.
//
//	go run ./bench -size M             on a made-up network
//	go run ./bench -ties FILE,P,A      on a table whose columns P and A name project and actor
//	go run ./bench -size M -out FILE   writes the table into FILE as well
//
// Every library, ours too, runs in a process of its own that is asked over a
// pipe; gonum is built in, the others are met when a Python (-python) can import
// them or node finds them (peers/); run.sh says how to get them.
package main
