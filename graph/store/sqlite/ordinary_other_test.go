//go:build !linux

package sqlite_test

// asOrdinaryUser runs work; elsewhere tests are not run as root.
func asOrdinaryUser(work func() error) error { return work() }
