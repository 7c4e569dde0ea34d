package memory_test

import (
	"testing"

	"hankeverkko/graph/store"
	"hankeverkko/graph/store/memory"
	"hankeverkko/graph/store/storetest"
)

func TestStore(t *testing.T) {
	storetest.Run(t, storetest.Fixture{Open: func(testing.TB) store.Store { return memory.Open() }})
}
