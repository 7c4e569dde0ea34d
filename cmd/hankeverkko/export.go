package main

import (
	"context"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hankeverkko/graph/export"
	"hankeverkko/graph/view"
	"hankeverkko/server/wire"
)

// exportFlags are the choices of one export.
type exportFlags struct {
	scopeFlags
	what, format, lens, out string
}

func (p *program) exportCommand() *cobra.Command {
	var f exportFlags
	cmd := &cobra.Command{
		Use: "export", Short: "Write the network or a list for other programs", Args: cobra.NoArgs,
		Long: "The network (default): csv is a sheet of ties that import reads again; json has a codebook; graphml and gexf are for\n" +
			"programs that draw and analyse networks. The lists of projects and actors are csv or xlsx, as on the page; pairs are organisations\n" +
			"with shared projects, with weights and whether they share more than by chance, as csv.",
		RunE: func(cmd *cobra.Command, _ []string) error {
			lens, err := f.check()
			if err != nil {
				return &usageError{err}
			}
			topics := f.what != "pairs" && (f.what != "network" || f.format != "csv") // sheets of ties have no groups
			return p.withSlice(cmd.Context(), topics, f.scopeFlags, lens, func(ctx context.Context, s *view.Slice) error {
				return p.writeFile(f.out, func(w io.Writer) error { return p.writeExport(ctx, w, s, f) })
			})
		},
	}
	flags := cmd.Flags()
	f.bindRegion(flags)
	f.bindDate(flags)
	f.bindEdition(flags)
	flags.StringVar(&f.what, "what", "network", "network, projects, actors or pairs")
	flags.StringVar(&f.format, "format", "", "csv, json, graphml, gexf or xlsx (default: the ending of the file)")
	flags.StringVar(&f.lens, "lens", string(view.LensTopics), "groups by topics or by cooperation")
	flags.StringVarP(&f.out, "out", "o", "", "file to write (default: standard output)")
	return cmd
}

// check fills in the format and returns the lens.
func (f *exportFlags) check() (view.Lens, error) {
	if f.format == "" {
		f.format = strings.TrimPrefix(filepath.Ext(f.out), ".")
	}
	formats := wire.ListFormats()
	switch f.what {
	case "network":
		formats = wire.NetworkFormats()
	case "pairs":
		formats = wire.PairFormats()
	case "projects", "actors":
	default:
		return "", fmt.Errorf("--what %q: want network, projects, actors or pairs", f.what)
	}
	if _, ok := formats[f.format]; !ok {
		return "", fmt.Errorf("--format %q: want %s for %s", f.format, strings.Join(slices.Sorted(maps.Keys(formats)), ", "), f.what)
	}
	return lensOf(f.lens)
}

func (p *program) writeExport(ctx context.Context, w io.Writer, s *view.Slice, f exportFlags) error {
	var table export.Table
	switch f.what {
	case "projects":
		list, err := s.Projects(ctx, view.ProjectFilter{}, "name", false)
		if err != nil {
			return err
		}
		table = wire.ProjectTable(s, list.Projects, p.lang())
	case "actors":
		list, err := s.Actors(ctx, view.ActorFilter{}, "name", false)
		if err != nil {
			return err
		}
		table = wire.ActorTable(s, list.Actors, p.lang())
	case "pairs":
		found, err := s.Beyond(ctx)
		if err != nil {
			return err
		}
		return wire.WritePairs(w, s, found, p.lang())
	default:
		return wire.WriteNetwork(ctx, w, s, f.format, p.versions(), nil, p.lang())
	}
	return wire.WriteList(w, table, f.format)
}

func (p *program) versions() wire.Versions {
	return wire.Versions{"hankeverkko": version, "go": runtime.Version()}
}
