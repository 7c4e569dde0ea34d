// Package wire translates what the view answers into the types of the HTTP
// contract, in the reader's language. Nothing is computed here.
package wire
