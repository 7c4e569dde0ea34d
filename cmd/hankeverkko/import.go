package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"hankeverkko/example"
	"hankeverkko/graph"
	"hankeverkko/graph/store"
	"hankeverkko/importer"
	"hankeverkko/importer/intake"
	"hankeverkko/words"
)

// importFlags are the choices of one import command.
type importFlags struct {
	source, format, sheet, encoding, delimiter, mode, asOf, report, joint, mapping, writeMapping string

	dryRun, yes, example bool
}

func (p *program) importCommand() *cobra.Command {
	var f importFlags
	cmd := &cobra.Command{
		Use: "import FILE…", Short: "Load files into a source, or say what that would change",
		RunE: func(cmd *cobra.Command, files []string) error {
			options, err := f.options(files)
			if err != nil {
				return &usageError{err}
			}
			options.Lang = p.lang()
			readings, err := p.readings(f, files, options)
			if err != nil {
				return err
			}
			if f.writeMapping != "" {
				if err := writeMapping(f.writeMapping, readings, options); err != nil {
					return err
				}
			}
			return p.withStore(cmd.Context(), func(ctx context.Context, s store.Store) error {
				rejected, imported := 0, 0
				defer func() {
					if imported > 0 && !f.dryRun {
						p.show(ctx, s)
					}
				}()
				for _, reading := range readings {
					n, err := p.importOne(ctx, s, f, reading)
					if err != nil {
						return err
					}
					rejected += n
					imported++
				}
				if rejected > 0 {
					return &rejectedRows{rejected}
				}
				return nil
			})
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.source, "source", "", "name of the source (default: the register's, or the file's base name)")
	flags.StringVar(&f.format, "format", "auto", "format id, see formats")
	flags.StringVar(&f.sheet, "sheet", "", "sheet of a workbook (default: the one that holds projects and actors)")
	flags.StringVar(&f.encoding, "encoding", "", "of a text: "+strings.Join(importer.Encodings(), ", ")+" (default: found)")
	flags.StringVar(&f.delimiter, "delimiter", "", `of a text: ";", ",", "|" or tab (default: found)`)
	flags.StringVar(&f.joint, "joint", "", "joint projects: group (rows of one group code, the default), title (those of the same title, days and different actors too), none")
	flags.StringVar(&f.mapping, "mapping", "", "YAML file that says what the columns are read as")
	flags.StringVar(&f.writeMapping, "write-mapping", "", "write into this file what the columns are read as, for --mapping next time")
	flags.StringVar(&f.mode, "mode", "replace", "replace: the file is the whole source; add: what the file lacks stays")
	flags.StringVar(&f.asOf, "as-of", "", "day up to which the source is known, 2026-06-30")
	flags.StringVar(&f.report, "report", "", "write the import report as JSON into this file")
	flags.BoolVar(&f.dryRun, "dry-run", false, "store nothing, only report")
	flags.BoolVar(&f.yes, "yes", false, "do not ask before most of a source would vanish")
	flags.BoolVar(&f.example, "example", false, "load the bundled example landscape")
	return cmd
}

func (f *importFlags) options(files []string) (importer.Options, error) {
	switch {
	case len(files) == 0 && !f.example:
		return importer.Options{}, errors.New("import: name a file, or --example")
	case f.mode != "replace" && f.mode != "add":
		return importer.Options{}, fmt.Errorf("--mode %q: want replace or add", f.mode)
	}
	asOf, err := graph.ParseDate(f.asOf)
	if err != nil {
		return importer.Options{}, fmt.Errorf("--as-of: %w", err)
	}
	options := importer.Options{Name: f.source, AsOf: asOf, Format: f.format, Sheet: f.sheet, Encoding: f.encoding, Delimiter: f.delimiter}
	if f.source != "" {
		options.Source = importer.SourceIDOf(f.source)
	}
	options.Joint = importer.Joint(f.joint)
	if f.mapping != "" {
		raw, err := os.ReadFile(f.mapping)
		if err != nil {
			return importer.Options{}, fmt.Errorf("--mapping: %w", err)
		}
		if err := options.ReadMapping(f.mapping, raw); err != nil {
			return importer.Options{}, err
		}
	}
	return options, nil
}

// readings reads all files before anything is stored. Files of one register
// that belong together are one reading.
func (p *program) readings(f importFlags, files []string, o importer.Options) (all []*importer.Reading, err error) {
	if f.example {
		reading, err := importer.Read(example.File, bytes.NewReader(example.CSV), importer.Options{
			Source: example.Source, Name: example.Name, AsOf: example.AsOf,
		})
		if err != nil {
			return nil, err
		}
		reading.Source.Example, reading.Source.Credit = true, example.Credit
		all = append(all, reading)
	}
	if len(files) == 0 {
		return all, nil
	}
	var open []importer.File
	for _, name := range files {
		file, err := os.Open(name)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.text("cli.file-missing", words.Values{"file": name}), err)
		}
		defer file.Close()
		open = append(open, importer.File{Name: name, Reader: file})
	}
	read, err := importer.ReadAll(open, o)
	if err != nil {
		return nil, err
	}
	all = append(all, read...)
	if source, twice := intake.Twice(all); twice && f.mode == "replace" {
		return nil, &usageError{errors.New(p.text("cli.same-source", words.Values{"source": source.ID}))}
	}
	return all, nil
}

// writeMapping writes how the first file was read.
func writeMapping(file string, readings []*importer.Reading, o importer.Options) error {
	for _, reading := range readings {
		if len(reading.Previews) == 0 {
			continue
		}
		body, err := importer.Mapping(reading.Previews[0], o)
		if err != nil {
			return err
		}
		return os.WriteFile(file, body, 0o644)
	}
	return nil
}

// importOne compares, asks where much would vanish, commits and reports. It
// returns the number of rejected rows.
func (p *program) importOne(ctx context.Context, s store.Store, f importFlags, reading *importer.Reading) (rejected int, err error) {
	plan, err := intake.New(ctx, s, reading, intake.Options{Add: f.mode == "add", Named: f.source != "", Dated: f.asOf != ""})
	if err != nil {
		return 0, err
	}
	plan.Report.DryRun = f.dryRun
	if !f.dryRun {
		if plan.NeedsConsent() && !f.yes && !p.confirm("cli.vanish", words.Values{
			"count": plan.Loses(), "all": plan.Of, "source": plan.Source.Name,
		}) {
			return 0, errors.New(p.text("cli.vanish-refused", nil))
		}
		run, err := plan.Commit(ctx, s, time.Now())
		if err != nil {
			return 0, err
		}
		plan = plan.As(run)
	}
	return plan.Report.Rows.Rejected, p.tell(plan.Report, f.report)
}

// confirm asks a yes or no question on a terminal; elsewhere the answer is no.
func (p *program) confirm(key string, values words.Values) bool {
	fmt.Fprintf(p.stderr, "%s ", p.text(key, values))
	terminal, ok := p.stdin.(*os.File)
	if !ok {
		return false
	}
	if info, err := terminal.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		fmt.Fprintln(p.stderr)
		return false
	}
	var answer string
	if _, err := fmt.Fscanln(terminal, &answer); err != nil {
		return false
	}
	for _, yes := range []string{"k", "kyllä", "j", "ja", "y", "yes"} {
		if answer == yes {
			return true
		}
	}
	return false
}

// tell shows the report and writes it to a file when asked to.
func (p *program) tell(report importer.Report, file string) error {
	if p.json || file != "" {
		body, err := report.JSON(p.lang())
		if err != nil {
			return err
		}
		if file != "" {
			if err := os.WriteFile(file, body, 0o644); err != nil {
				return fmt.Errorf("report: %w", err)
			}
		}
		if p.json {
			var indented bytes.Buffer
			if err := json.Indent(&indented, body, "", "  "); err != nil {
				return fmt.Errorf("report: %w", err)
			}
			_, err := fmt.Fprintln(p.stdout, indented.String())
			return err
		}
	}
	_, err := fmt.Fprint(p.stderr, report.Text(p.lang()))
	return err
}
