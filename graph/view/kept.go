package view

import (
	"context"
	"errors"
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"
)

// kept holds what was computed for a key. A value is computed once, also when
// many ask for it at the same time; a failure is not kept.
type kept[K comparable, V any] struct {
	lock    sync.Mutex
	entries *simplelru.LRU[K, *entry[V]]
}

type entry[V any] struct {
	done  chan struct{}
	value V
	err   error
}

// newKept keeps the most recently used values, at most so many: one or more.
func newKept[K comparable, V any](most int) *kept[K, V] {
	entries, err := simplelru.NewLRU[K, *entry[V]](most, nil)
	if err != nil {
		panic(err) // most is a constant of ours, and positive
	}
	return &kept[K, V]{entries: entries}
}

// errUnfinished is what others get when a computation panics.
var errUnfinished = errors.New("the computation did not finish")

// get returns the value of a key and computes it when it is not there. Who
// asked may go meanwhile: the next one profits.
func (k *kept[K, V]) get(ctx context.Context, key K, compute func(context.Context) (V, error)) (V, error) {
	k.lock.Lock()
	if e, ok := k.entries.Get(key); ok {
		k.lock.Unlock()
		select {
		case <-e.done:
			return e.value, e.err
		case <-ctx.Done():
			var none V
			return none, ctx.Err()
		}
	}
	e := &entry[V]{done: make(chan struct{}), err: errUnfinished}
	k.entries.Add(key, e)
	k.lock.Unlock()
	defer func() {
		if e.err != nil {
			k.lock.Lock()
			if now, ok := k.entries.Peek(key); ok && now == e {
				k.entries.Remove(key)
			}
			k.lock.Unlock()
		}
		close(e.done)
	}()
	e.value, e.err = compute(context.WithoutCancel(ctx))
	return e.value, e.err
}
