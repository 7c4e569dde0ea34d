// Package intake is an import as a conversation, the same on the command line
// and in the browser: what was read is compared with a store, a person sees
// what would change, and then all of it is stored, or nothing. Taking an import
// back goes the same way.
package intake
