package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"

	"hankeverkko/config"
	"hankeverkko/words"
)

// healthPatience is how long a server may take to say that it lives.
const healthPatience = 4 * time.Second

// healthCommand is for container health checks, where no other program is at hand.
func (p *program) healthCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "health", Short: "Ask the server on this machine whether it lives", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := healthy(cmd.Context(), p.config.Addr); err != nil {
				return fmt.Errorf("%s: %w", p.text("cli.not-serving", words.Values{"addr": p.config.Addr}), err)
			}
			return nil
		},
	}
	cmd.Flags().String("addr", config.Default().Addr, "address that the server listens on")
	return cmd
}

func healthy(ctx context.Context, addr string) error {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return err
	}
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	ctx, cancel := context.WithTimeout(ctx, healthPatience)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+net.JoinHostPort(host, port)+"/api/v1/health", nil)
	if err != nil {
		return err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return errors.New(response.Status)
	}
	return nil
}
