// Command hankeverkko loads project lists, finds out who is who, and shows a
// region's project landscape in the browser. main.go turns signals and exit
// codes into one call of run, wire.go is the one place that names the stores,
// and each command has a file of its own.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"hankeverkko/importer"
	"hankeverkko/words"
)

// version is set by the build.
var version = "dev"

// Exit codes of the contract.
const (
	exitDone     = 0
	exitFailed   = 1
	exitUsage    = 2
	exitRejected = 3
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run is the whole program, also for tests; it returns the exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := &program{stdin: stdin, stdout: stdout, stderr: stderr}
	root := p.command()
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	var rejected *rejectedRows
	var usage *usageError
	var file *importer.FileError
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &rejected):
		return exitRejected
	case errors.As(err, &file):
		fmt.Fprintf(stderr, "%s: %s\n", file.File, file.Text(p.lang()))
		return exitFailed
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(stderr, words.Text(p.lang(), "cli.cancelled", nil))
		return exitFailed
	case errors.As(err, &usage) || !p.started:
		fmt.Fprintln(stderr, err)
		fmt.Fprintln(stderr, words.Text(p.lang(), "cli.usage-hint", nil))
		return exitUsage
	}
	fmt.Fprintln(stderr, err)
	return exitFailed
}

// usageError is a call that could not be understood.
type usageError struct{ error }

func (e *usageError) Unwrap() error { return e.error }

// rejectedRows ends an import that went well but left rows out.
type rejectedRows struct{ count int }

func (e *rejectedRows) Error() string { return fmt.Sprintf("%d rows rejected", e.count) }
