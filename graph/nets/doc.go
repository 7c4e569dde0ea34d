// Package nets holds small named networks whose scores can be checked by hand
// or in the literature, and generators of larger ones with a known answer.
package nets
