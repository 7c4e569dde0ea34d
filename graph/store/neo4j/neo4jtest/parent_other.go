//go:build !linux

package neo4jtest

import "syscall"

// withParent leaves a server running when the test binary was killed.
func withParent() *syscall.SysProcAttr { return nil }
