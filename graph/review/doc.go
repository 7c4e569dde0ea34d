// Package review is the desk of a curator: the pairs of actors that want a
// decision, the journal of decisions, and the way a decision gets into it.
// Commands and server share it, so both refuse and tell the same.
package review
