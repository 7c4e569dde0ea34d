package storetest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
)

// Dump writes everything that a reader sees, one fact a line, in a fixed
// order. Two stores hold the same when their dumps are equal.
func Dump(ctx context.Context, s store.Reader) (string, error) {
	sources, err := s.Sources(ctx)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, f := range sources {
		line(&b, "source", f)
	}
	for r, err := range s.Records(ctx) {
		if err != nil {
			return "", err
		}
		line(&b, "record", r)
	}
	journal, err := s.Journal(ctx)
	if err != nil {
		return "", err
	}
	for _, d := range journal {
		line(&b, "decision", d)
	}
	revision, err := s.Revision(ctx)
	if err != nil {
		return "", err
	}
	line(&b, "revision", revision)
	return b.String(), nil
}

// Recompute works the revision out from what the store gives, which must be
// the revision that it keeps.
func Recompute(ctx context.Context, s store.Reader) (graph.Revision, error) {
	var digest graph.Digest
	sources, err := s.Sources(ctx)
	if err != nil {
		return "", err
	}
	for _, f := range sources {
		digest.AddSource(f)
	}
	for r, err := range s.Records(ctx) {
		if err != nil {
			return "", err
		}
		digest.AddRecord(r)
	}
	journal, err := s.Journal(ctx)
	if err != nil {
		return "", err
	}
	for i, d := range journal {
		digest.AddDecision(i, d)
	}
	return digest.Revision(), nil
}

// line writes a value as JSON, which sorts the cells of a record.
func line(b *strings.Builder, what string, value any) {
	text, err := json.Marshal(value)
	fmt.Fprintln(b, what, string(text), err)
}

// dump is Dump with the runs and documents that the tests of this package make.
func (h handle) dump() string {
	h.t.Helper()
	text, err := Dump(ctx(), h)
	h.must(err)
	var b strings.Builder
	b.WriteString(text)
	for _, id := range workSources {
		runs, err := h.Runs(ctx(), id)
		if !errors.Is(err, graph.ErrNotFound) {
			h.must(err)
		}
		for _, run := range runs {
			line(&b, "run", run)
		}
	}
	for _, kind := range workKinds {
		documents, err := h.Documents(ctx(), kind)
		h.must(err)
		for _, d := range documents {
			line(&b, "document", d)
		}
	}
	return b.String()
}

// sound wants the revision kept to be that of the content.
func (h handle) sound() {
	h.t.Helper()
	want, err := Recompute(ctx(), h)
	h.must(err)
	if got := h.revision(); got != want {
		h.t.Errorf("revision %s, but the content makes %s", got, want)
	}
}

// unchanged wants the dump to be what it was.
func (h handle) unchanged(before string) {
	h.t.Helper()
	h.same("content", strings.Split(h.dump(), "\n"), strings.Split(before, "\n"))
}
