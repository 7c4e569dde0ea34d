//go:build unix

package main

import (
	"runtime"
	"syscall"
	"time"
)

// processorTime is what this process has used on all processors. On a busy
// machine it says more than the clock on the wall.
func processorTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// peakMemory is the most memory this process has held, in megabytes.
func peakMemory() int {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0
	}
	if runtime.GOOS == "darwin" { // counts bytes, others kilobytes
		return int(used.Maxrss >> 20)
	}
	return int(used.Maxrss >> 10)
}
