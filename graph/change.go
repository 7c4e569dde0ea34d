package graph

import (
	"cmp"
	"slices"
)

// Change is what an import does to the records of one source.
type Change struct {
	// Added is new content; Removed is content that goes. A changed row is in both.
	Added, Removed []Record
	// New, Changed, Gone and Same count rows: added = new + changed and
	// removed = gone + changed.
	New, Changed, Gone, Same int
}

// Empty tells that nothing would be written.
func (c Change) Empty() bool { return len(c.Added) == 0 && len(c.Removed) == 0 }

// Diff compares the stored records of a source with those of a new reading.
// Order does not matter. Records of equal key and hash are the same row;
// within one key, what is left on both sides is paired as changed. A row that
// stands twice with equal content counts once. With keepMissing, stored rows
// whose key is absent from the new reading stay (mode add).
func Diff(stored, read []Record, keepMissing bool) Change {
	var c Change
	old, now := byKey(stored), byKey(read)
	if len(old) == 0 {
		return Change{Added: now, New: len(now)}
	}
	for len(old) > 0 || len(now) > 0 {
		switch {
		case len(now) == 0 || len(old) > 0 && old[0].Key < now[0].Key:
			n := run(old)
			if keepMissing {
				c.Same += n
			} else {
				c.Removed = append(c.Removed, old[:n]...)
				c.Gone += n
			}
			old = old[n:]
		case len(old) == 0 || now[0].Key < old[0].Key:
			n := run(now)
			c.Added = append(c.Added, now[:n]...)
			c.New += n
			now = now[n:]
		default:
			n, m := run(old), run(now)
			removed, added := difference(old[:n], now[:m]), difference(now[:m], old[:n])
			changed := min(len(removed), len(added))
			c.Removed = append(c.Removed, removed...)
			c.Added = append(c.Added, added...)
			c.Changed += changed
			c.New += len(added) - changed
			c.Gone += len(removed) - changed
			c.Same += m - len(added)
			old, now = old[n:], now[m:]
		}
	}
	return c
}

func byKey(records []Record) []Record {
	sorted := slices.SortedStableFunc(slices.Values(records), func(a, b Record) int {
		return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.Hash, b.Hash))
	})
	return slices.CompactFunc(sorted, func(a, b Record) bool { return a.Key == b.Key && a.Hash == b.Hash })
}

// run counts the leading records that share one key.
func run(records []Record) int {
	n := 1
	for n < len(records) && records[n].Key == records[0].Key {
		n++
	}
	return n
}

// difference returns the records of a whose hash is not in b; both are sorted by hash.
func difference(a, b []Record) []Record {
	var out []Record
	for _, r := range a {
		if _, found := slices.BinarySearchFunc(b, r.Hash, func(x Record, h Hash) int { return cmp.Compare(x.Hash, h) }); !found {
			out = append(out, r)
		}
	}
	return out
}
