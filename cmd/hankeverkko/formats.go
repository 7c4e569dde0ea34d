package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"hankeverkko/importer"
)

func (p *program) formatsCommand() *cobra.Command {
	var template bool
	cmd := &cobra.Command{
		Use: "formats", Short: "List what can be read, or print a template sheet", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if template {
				_, err := p.stdout.Write(importer.Template(p.lang()))
				return err
			}
			type row struct {
				ID      string   `json:"id"`
				Name    string   `json:"name"`
				Endings []string `json:"endings"`
			}
			var rows []row
			for _, f := range importer.Formats {
				rows = append(rows, row{f.ID, p.text(f.Name, nil), f.Endings})
			}
			return p.print(rows, func(w *tabwriter.Writer) {
				for _, r := range rows {
					fmt.Fprintf(w, "%s\t%s\t%s\n", r.ID, r.Name, strings.Join(r.Endings, ", "))
				}
			})
		},
	}
	cmd.Flags().BoolVar(&template, "template", false, "print an empty sheet with the columns that are understood")
	return cmd
}
