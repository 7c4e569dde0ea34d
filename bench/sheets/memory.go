//go:build unix

package main

import (
	"os"
	"runtime"
	"syscall"
)

// peakMemory is the most memory that an ended process has held, in megabytes.
func peakMemory(p *os.ProcessState) int {
	used, ok := p.SysUsage().(*syscall.Rusage)
	switch {
	case !ok:
		return 0
	case runtime.GOOS == "darwin": // counts bytes, others kilobytes
		return int(used.Maxrss >> 20)
	}
	return int(used.Maxrss >> 10)
}
