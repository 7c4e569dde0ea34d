//go:build !unix

package main

import "time"

// processorTime is not known here; the table shows 0.
func processorTime() time.Duration { return 0 }

// peakMemory is not known here either.
func peakMemory() int { return 0 }
