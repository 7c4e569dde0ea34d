package neo4jtest

import "syscall"

// withParent ends the server when the test binary is gone, however it ended.
func withParent() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
}
