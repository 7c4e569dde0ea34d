package memory_test

import (
	"testing"

	"hankeverkko/graph/store"
	"hankeverkko/graph/store/memory"
	"hankeverkko/graph/store/storetest"
)

var fixture = storetest.Fixture{Open: func(testing.TB) store.Store { return memory.Open() }}

func TestStore(t *testing.T)      { storetest.Run(t, fixture) }
func BenchmarkStore(b *testing.B) { storetest.Benchmark(b, fixture) }
