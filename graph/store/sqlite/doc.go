// Package sqlite keeps a store in one SQLite file: the default, for one
// machine. The file is in WAL mode with synchronous FULL, so what was
// acknowledged is on disk. One connection writes, others read, also from
// another process. A record that goes is not deleted but marked with the run
// that took it away, which is what Restore reads. SQL and the driver stay in
// here; errors leave as the four of package graph.
package sqlite
