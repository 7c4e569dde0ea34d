package main

import (
	"errors"
	"fmt"
	"io"
	"log/slog"

	"github.com/spf13/cobra"

	"hankeverkko/config"
	"hankeverkko/graph"
	"hankeverkko/graph/store"
	"hankeverkko/words"
)

// program is what all commands share.
type program struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	config         config.Config
	configFile     string
	json           bool
	// started tells that the command line was understood.
	started bool
}

func (p *program) lang() string { return words.Known(p.config.Lang) }

func (p *program) text(key string, values words.Values) string {
	return words.Text(p.lang(), key, values)
}

func (p *program) logger() *slog.Logger {
	return slog.New(slog.NewTextHandler(p.stderr, &slog.HandlerOptions{Level: slog.LevelInfo}))
}

func (p *program) command() *cobra.Command {
	defaults := config.Default()
	root := &cobra.Command{
		Use:           "hankeverkko",
		Short:         "The project landscape of a region: who does what, with whom",
		SilenceErrors: true,
		SilenceUsage:  true,
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error {
			loaded, err := config.Load(p.configFile, cmd.Flags())
			if err != nil {
				return &usageError{err}
			}
			p.config, p.started = loaded, true
			return nil
		},
	}
	root.CompletionOptions.DisableDefaultCmd = true
	flags := root.PersistentFlags()
	flags.StringVar(&p.configFile, "config", "", "configuration file")
	flags.String("store", defaults.Store, "where records are kept: sqlite:PATH, neo4j://HOST:PORT or memory:")
	flags.String("store-user", defaults.StoreUser, "user of a Neo4j store; the password is read from HANKEVERKKO_STORE_PASSWORD")
	flags.String("store-database", defaults.StoreDatabase, "database in a Neo4j server")
	flags.String("lang", defaults.Lang, "language of messages: fi, sv or en")
	flags.BoolVar(&p.json, "json", false, "print a machine-readable result on standard output")
	root.AddCommand(p.serveCommand(), p.importCommand(), p.formatsCommand(), p.sourcesCommand(), p.runsCommand(), p.undoCommand(), p.actorsCommand(), p.coverageCommand(), p.pathCommand(), p.whatIfCommand(), p.analyseCommand(), p.exportCommand(), p.publishCommand(), p.healthCommand(), p.versionCommand())
	return root
}

func (p *program) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Print the version", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(p.stdout, version)
			return err
		},
	}
}

// explain puts an error of the store into the reader's words, keeping it for
// errors.Is.
func (p *program) explain(err error) error {
	key := ""
	switch trouble := store.TroubleOf(err); {
	case trouble != "":
		key = "cli.store-" + string(trouble)
	case errors.Is(err, graph.ErrUnavailable):
		key = "cli.store-unavailable"
	case errors.Is(err, graph.ErrConflict):
		key = "cli.store-conflict"
	default:
		return err
	}
	return fmt.Errorf("%s (%w)", p.text(key, words.Values{"store": p.config.Store}), err)
}
