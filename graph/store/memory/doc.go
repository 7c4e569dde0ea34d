// Package memory keeps a store in the memory of the process. It is the
// reference that the other stores are compared with, and the store for tests
// and trials: simple first, and gone when the process ends.
package memory
