package main

import (
	"encoding/csv"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "sheets:", err)
		os.Exit(1)
	}
}

func run(args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("sheets", flag.ContinueOnError)
	rows := flags.Int("rows", 200_000, "rows of the sheet")
	rounds := flags.Int("rounds", 3, "runs of each")
	program := flags.String("program", "bin/hankeverkko", "our program")
	python := flags.String("python", "python3", "Python with pandas and openpyxl; empty for none")
	plain := flags.String("plain", "", "walk over the rows of this workbook with excelize, and end")
	out := flags.String("out", "", "file for the table")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *plain != "" {
		return walk(*plain, stdout)
	}
	dir, err := os.MkdirTemp("", "sheets")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	text, book := filepath.Join(dir, "rivit.csv"), filepath.Join(dir, "rivit.xlsx")
	if err := write(text, book, *rows); err != nil {
		return err
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	ours := func(file string, more ...string) func(int) []string {
		return func(round int) []string {
			store := fmt.Sprintf("sqlite:%s", filepath.Join(dir, fmt.Sprintf("%s-%d.db", filepath.Base(file), round)))
			return append([]string{*program, "import", file, "--yes", "--store", store}, more...)
		}
	}
	same := func(command ...string) func(int) []string { return func(int) []string { return command } }
	cases := []struct {
		what    string
		command func(round int) []string
	}{
		{"Hankeverkko, CSV: read, checked and compared (--dry-run)", ours(text, "--dry-run")},
		{"Hankeverkko, CSV: whole import into SQLite", ours(text)},
		{"Hankeverkko, XLSX: read, checked and compared (--dry-run)", ours(book, "--dry-run")},
		{"Hankeverkko, XLSX: whole import into SQLite", ours(book)},
		{"excelize, XLSX: rows walked over", same(self, "-plain", book)},
	}
	if *python != "" && exec.Command(*python, "-c", "import pandas, openpyxl").Run() == nil {
		cases = append(cases, []struct {
			what    string
			command func(round int) []string
		}{
			{"pandas, CSV: read", same(*python, "-c", "import pandas, sys; pandas.read_csv(sys.argv[1], sep=';')", text)},
			{"pandas with openpyxl, XLSX: read", same(*python, "-c", "import pandas, sys; pandas.read_excel(sys.argv[1])", book)},
		}...)
	}
	var table strings.Builder
	fmt.Fprintf(&table, "%d rows of 8 columns; %s on %d threads; medians of %d, memory the most of any run.\n\n| what | seconds | processor | memory, MB |\n| --- | --- | --- | --- |\n",
		*rows, runtime.Version(), runtime.GOMAXPROCS(0), *rounds)
	for _, c := range cases {
		line, err := timed(c.what, c.command, *rounds)
		if err != nil {
			return err
		}
		fmt.Fprint(os.Stderr, line)
		table.WriteString(line)
	}
	fmt.Fprint(stdout, table.String())
	if *out != "" {
		return os.WriteFile(*out, []byte(table.String()), 0o644)
	}
	return nil
}

func timed(what string, command func(round int) []string, rounds int) (string, error) {
	var wall, cpu []float64
	memory := 0
	for round := range rounds {
		args := command(round)
		cmd := exec.Command(args[0], args[1:]...)
		start := time.Now()
		if said, err := cmd.CombinedOutput(); err != nil {
			return "", fmt.Errorf("%s: %w\n%.2000s", what, err, said)
		}
		wall = append(wall, time.Since(start).Seconds())
		cpu = append(cpu, (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds())
		memory = max(memory, peakMemory(cmd.ProcessState))
	}
	slices.Sort(wall)
	slices.Sort(cpu)
	return fmt.Sprintf("| %s | %.1f | %.1f | %d |\n", what, wall[rounds/2], cpu[rounds/2], memory), nil
}

var head = []string{"hankekoodi", "hanke", "toimija", "rooli", "alkaa", "päättyy", "kunta", "euroa"}

func row(i int) []string {
	return []string{
		fmt.Sprintf("H%d", i/5), fmt.Sprintf("Hanke %d, kiertotalous ja matkailu", i/5), fmt.Sprintf("Toimija %d ry", i*7919%25_000), "osatoteuttaja",
		fmt.Sprintf("%d.%d.20%d", 1+i/5%28, 1+i/5%12, 14+i/5%7), "31.12.2024", "Oulu", fmt.Sprint(1000 + i%90_000),
	}
}

func write(text, book string, rows int) error {
	file, err := os.Create(text)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := csv.NewWriter(file)
	lines.Comma = ';'
	f := excelize.NewFile()
	defer f.Close()
	sheet, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	for i := range rows + 1 {
		cells := head
		if i > 0 {
			cells = row(i - 1)
		}
		if err := lines.Write(cells); err != nil {
			return err
		}
		values := make([]any, len(cells))
		for j, c := range cells {
			values[j] = c
		}
		if err := sheet.SetRow(fmt.Sprintf("A%d", i+1), values); err != nil {
			return err
		}
	}
	lines.Flush()
	if err := lines.Error(); err != nil {
		return err
	}
	if err := sheet.Flush(); err != nil {
		return err
	}
	return f.SaveAs(book)
}

func walk(book string, stdout io.Writer) error {
	f, err := excelize.OpenFile(book)
	if err != nil {
		return err
	}
	defer f.Close()
	rows, err := f.Rows("Sheet1")
	if err != nil {
		return err
	}
	defer rows.Close()
	cells := 0
	for rows.Next() {
		columns, err := rows.Columns()
		if err != nil {
			return err
		}
		cells += len(columns)
	}
	fmt.Fprintln(stdout, cells)
	return rows.Error()
}
