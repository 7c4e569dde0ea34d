// Package hankeverkko holds no code: the module's rooms are the folders beside
// this file, and the test here checks the arrows between them.
package hankeverkko
