// Package delimited reads text whose rows are lines and whose columns are
// parted by a sign, in any encoding that spreadsheet programs write, and counts
// its rows a second time in another way.
package delimited
