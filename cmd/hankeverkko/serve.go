package main

import (
	"context"
	"fmt"
	"net"
	"os/exec"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"hankeverkko/config"
	"hankeverkko/frontend"
	"hankeverkko/graph/store"
	"hankeverkko/graph/view"
	"hankeverkko/server"
	"hankeverkko/words"
)

// pollEvery is how often the store is asked whether another process has changed it.
const pollEvery = 500 * time.Millisecond

func (p *program) serveCommand() *cobra.Command {
	var open bool
	cmd := &cobra.Command{
		Use: "serve", Short: "Show the landscape in the browser", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			log := p.logger()
			opened, err := openStore(p.config)
			if err != nil {
				return p.explain(err)
			}
			ctx, stop := context.WithCancel(cmd.Context())
			var watching sync.WaitGroup
			defer func() {
				stop()
				watching.Wait() // a store is closed when nobody asks it any more
				if closed := opened.Close(); err == nil {
					err = closed
				}
			}()
			live := view.NewLive(opened, log, time.Now)
			if err := live.Refresh(ctx); err != nil {
				if !store.TroubleOf(err).Passes() {
					return p.explain(err)
				}
				fmt.Fprintln(p.stderr, p.explain(err))
				fmt.Fprintln(p.stderr, p.text("cli.store-waiting", nil))
			}
			web, err := server.New(live, server.Options{Log: log, Version: version, FrontEnd: frontend.Files(), Now: time.Now, Store: opened, CuratorKey: p.config.CuratorKey})
			if err != nil {
				return err
			}
			listener, err := net.Listen("tcp", p.config.Addr)
			if err != nil {
				return fmt.Errorf("%s: %w", p.text("cli.address-taken", words.Values{"addr": p.config.Addr}), err)
			}
			watching.Go(func() { live.Watch(ctx, pollEvery) })
			if publisher, ok := opened.(store.Publisher); ok {
				watching.Go(func() { keepShown(ctx, live, publisher, log) })
			}
			url := "http://" + listener.Addr().String()
			fmt.Fprintln(p.stdout, p.text("cli.serving", words.Values{"url": url}))
			if open {
				if err := exec.CommandContext(ctx, "xdg-open", url).Start(); err != nil {
					log.Warn("no browser was opened", "error", err)
				}
			}
			return web.Serve(ctx, listener)
		},
	}
	cmd.Flags().String("addr", config.Default().Addr, "address to listen on")
	cmd.Flags().BoolVar(&open, "open", false, "open the browser")
	return cmd
}
