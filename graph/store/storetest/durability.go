package storetest

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"hankeverkko/graph/store/memory"
)

// RunDurability holds a store that outlives its process to what it
// acknowledged. Call it directly from a test function: the writer that gets
// killed is the same test in a process of its own.
//
// HANKEVERKKO_KILLS sets the number of kills, and of cuts (with -short not to
// more than is usual), and HANKEVERKKO_SEED the seed that work and moments are
// drawn from.
func RunDurability(t *testing.T, f Fixture) {
	if os.Getenv(writerAddress) == "" {
		t.Run("what was written is there for another process", func(t *testing.T) { anotherProcess(t, f) })
		t.Run("several handles lose nothing", func(t *testing.T) { severalHandles(t, f) })
		if f.Cut != nil {
			t.Run("connections cut lose nothing and do nothing twice", func(t *testing.T) { cuts(t, f) })
		}
	}
	RunKills(t, f)
}

// RunKills is the part of RunDurability that kills, for a store that has more
// than one process to kill.
func RunKills(t *testing.T, f Fixture) {
	if address := os.Getenv(writerAddress); address != "" {
		write(t, f, address)
		return
	}
	t.Run("kills at the start leave a store that opens", func(t *testing.T) { killsAtStart(t, f) })
	t.Run("kills lose nothing and leave no halves", func(t *testing.T) { kills(t, f) })
}

func anotherProcess(t *testing.T, f Fixture) {
	address := f.Create(t)
	one, other := f.reopen(t, address), f.reopen(t, address)
	for seed := range uint64(40) {
		_, err := work(ctx(), one, seed, 30)
		one.must(err)
		other.unchanged(one.dump())
		other.sound()
	}
	before := one.dump()
	one.must(one.Close())
	other.must(other.Close())
	again := f.reopen(t, address)
	again.unchanged(before)
	again.sound()
}

func severalHandles(t *testing.T, f Fixture) {
	address := f.Create(t)
	one, two, three := f.reopen(t, address), f.reopen(t, address), f.reopen(t, address)
	contend(t, one, one.Store, two.Store, three.Store)
}

// What the writer is told.
const (
	writerAddress = "HANKEVERKKO_WRITER_ADDRESS"
	writerSeed    = "HANKEVERKKO_WRITER_SEED"
	writerStep    = "HANKEVERKKO_WRITER_STEP"
	writerRows    = 1500
)

// write works on and on, and prints the number of each step when the store
// has acknowledged it.
func write(t *testing.T, f Fixture, address string) {
	s := f.reopen(t, address)
	seed, step := number(t, writerSeed, 0), number(t, writerStep, 0)
	for ; ; step++ {
		if _, err := work(ctx(), s, seed+step, writerRows); err != nil {
			t.Fatalf("step %d: %v", step, err)
		}
		fmt.Println(acknowledged, step)
	}
}

const acknowledged = "acknowledged"

// kills lets a writer work and ends it in the middle, again and again on the
// same store. The reference does the same work, so it is known what must be
// there: everything acknowledged, and of the step in flight all or nothing.
func kills(t *testing.T, f Fixture) {
	seed, count := number(t, "HANKEVERKKO_SEED", 1), f.kills(t)
	t.Logf("%d kills, HANKEVERKKO_SEED=%d", count, seed)
	chance := rand.New(rand.NewPCG(seed, 1))
	address := f.Create(t)
	reference := handle{t, memory.Open()}
	next, flights := uint64(0), 0
	for kill := range count {
		done := f.killWriter(t, address, seed<<20, next, chance.Uint64N(6), f.moment(chance))
		for ; next < done; next++ {
			_, err := work(ctx(), reference, seed<<20+next, writerRows)
			reference.must(err)
		}
		s := f.reopen(t, address)
		s.sound()
		got := s.dump()
		if got != reference.dump() {
			_, err := work(ctx(), reference, seed<<20+next, writerRows)
			reference.must(err)
			next++
			flights++
			s.unchanged(reference.dump())
		}
		s.must(s.Close())
		if f.Check != nil {
			f.Check(t, address)
		}
		if t.Failed() {
			t.Fatalf("after kill %d, %d steps acknowledged", kill, done)
		}
	}
	t.Logf("%d steps, %d of them whole without having been acknowledged", next, flights)
}

// killsAtStart ends writers while they make a new store.
func killsAtStart(t *testing.T, f Fixture) {
	chance := rand.New(rand.NewPCG(number(t, "HANKEVERKKO_SEED", 1), 2))
	for range (f.kills(t) + 1) / 2 {
		address := f.Create(t)
		f.killWriter(t, address, 1, 0, 0, f.moment(chance))
		s := f.reopen(t, address)
		s.sound()
		s.must(s.Close())
		if f.Check != nil {
			f.Check(t, address)
		}
	}
}

func (f Fixture) kills(t *testing.T) uint64 {
	usual := cmp.Or(f.Kills, 20)
	n := number(t, "HANKEVERKKO_KILLS", usual)
	if testing.Short() {
		n = min(n, usual)
	}
	return n
}

// moment is a time that a writer is left to live, of the length of a step.
func (f Fixture) moment(chance *rand.Rand) time.Duration {
	return time.Duration(chance.Int64N(int64(cmp.Or(f.Step, 60*time.Millisecond))))
}

// killWriter starts a writer at a step, kills it a moment after it has
// acknowledged some more, and returns the number of steps acknowledged in all.
func (f Fixture) killWriter(t *testing.T, address string, seed, step, more uint64, wait time.Duration) uint64 {
	t.Helper()
	deadline, cancel := context.WithTimeout(ctx(), 3*time.Minute)
	defer cancel()
	writer := exec.CommandContext(deadline, os.Args[0], "-test.run=^"+t.Name()[:strings.IndexByte(t.Name(), '/')]+"$")
	writer.Env = append(os.Environ(), writerAddress+"="+address,
		writerSeed+"="+strconv.FormatUint(seed, 10), writerStep+"="+strconv.FormatUint(step, 10))
	output, err := writer.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := writer.Start(); err != nil {
		t.Fatal(err)
	}
	var last []string
	killed := false
	kill := func() {
		killed = true
		time.Sleep(wait)
		if f.Kill == nil {
			writer.Process.Kill()
		} else {
			f.Kill(t, address, writer.Process)
		}
	}
	if more == 0 {
		kill()
	}
	done := step
	for lines := bufio.NewScanner(output); lines.Scan(); {
		last = append(last, lines.Text())
		var n uint64
		if _, err := fmt.Sscanf(lines.Text(), acknowledged+" %d", &n); err != nil {
			continue
		}
		done = n + 1
		if done >= step+more && !killed {
			kill()
		}
	}
	writer.Wait()
	if !killed {
		t.Fatalf("the writer ended by itself:\n%s", strings.Join(last, "\n"))
	}
	return done
}

func number(t *testing.T, variable string, unset uint64) uint64 {
	t.Helper()
	text := os.Getenv(variable)
	if text == "" {
		return unset
	}
	n, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		t.Fatalf("%s: %v", variable, err)
	}
	return n
}
