// Package text turns what is written about projects into what can be compared:
// normal form, tokens, stems and character n-grams for Finnish, Swedish and
// English, and one Index of weighted vectors that topics, search and overlap
// share.
package text
