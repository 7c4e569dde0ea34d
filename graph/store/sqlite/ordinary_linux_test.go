package sqlite_test

import (
	"runtime"

	"golang.org/x/sys/unix"
)

// asOrdinaryUser runs work without root's right to pass over file
// permissions, so that the tests mean the same in a container.
func asOrdinaryUser(work func() error) error {
	done := make(chan error)
	go func() {
		runtime.LockOSThread() // never unlocked: the thread ends with the goroutine
		header := unix.CapUserHeader{Version: unix.LINUX_CAPABILITY_VERSION_3}
		var rights [2]unix.CapUserData
		if err := unix.Capget(&header, &rights[0]); err != nil {
			done <- err
			return
		}
		rights[0].Effective &^= 1<<unix.CAP_DAC_OVERRIDE | 1<<unix.CAP_DAC_READ_SEARCH
		if err := unix.Capset(&header, &rights[0]); err != nil {
			done <- err
			return
		}
		done <- work()
	}()
	return <-done
}
