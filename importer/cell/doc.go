// Package cell reads what people and programs write into one cell of a table:
// amounts, days, yes and no, parts, addresses, lists, and the many words for
// nothing at all.
package cell
