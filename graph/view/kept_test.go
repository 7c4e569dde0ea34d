package view

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
)

func TestKeptComputesOnce(t *testing.T) {
	k := newKept[string, int](2)
	var computed atomic.Int32
	release := make(chan struct{})
	compute := func(context.Context) (int, error) {
		<-release
		return int(computed.Add(1)), nil
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if v, err := k.get(t.Context(), "a", compute); v != 1 || err != nil {
				t.Errorf("%d, %v", v, err)
			}
		})
	}
	close(release)
	group.Wait()
	if computed.Load() != 1 {
		t.Errorf("computed %d times", computed.Load())
	}
	// The third key drives out the longest unused one.
	for _, key := range []string{"b", "c", "a"} {
		if _, err := k.get(t.Context(), key, compute); err != nil {
			t.Error(err)
		}
	}
	if computed.Load() != 4 {
		t.Errorf("computed %d times after three more keys, want 4", computed.Load())
	}
}

func TestKeptForgetsFailures(t *testing.T) {
	k := newKept[string, int](2)
	broken := errors.New("broken")
	if _, err := k.get(t.Context(), "a", func(context.Context) (int, error) { return 0, broken }); !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
	func() {
		defer func() { _ = recover() }()
		_, _ = k.get(t.Context(), "a", func(context.Context) (int, error) { panic("broken") })
		t.Error("a panic was swallowed")
	}()
	if v, err := k.get(t.Context(), "a", func(context.Context) (int, error) { return 7, nil }); v != 7 || err != nil {
		t.Errorf("after failures: %d, %v", v, err)
	}
}

// Who waits may go; who computes finishes for the others.
func TestKeptOutlivesWhoAsked(t *testing.T) {
	k := newKept[string, int](2)
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	started, release, done := make(chan struct{}), make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		v, err := k.get(gone, "a", func(ctx context.Context) (int, error) {
			close(started)
			<-release
			return 7, ctx.Err()
		})
		if v != 7 || err != nil {
			t.Errorf("%d, %v", v, err)
		}
	}()
	<-started
	if _, err := k.get(gone, "a", nil); !errors.Is(err, context.Canceled) {
		t.Errorf("waiting without patience: %v", err)
	}
	close(release)
	<-done
}
