// Package store is the contract that every store keeps: it holds records,
// journal and documents, and computes nothing. What a store promises is
// written at the methods and held by the tests in storetest, which every
// store runs. memory is the reference, sqlite the embedded default.
package store
