package graph

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"strconv"
)

// Revision names a state of sources, records and journal: equal content, equal
// revision, whatever the order of imports or the machine.
type Revision string

// Digest adds up hashes of sources, records and decisions, modulo 2^256, so
// that a store can keep it current without reading everything again. The
// zero value is the digest of an empty store.
type Digest [32]byte

// ParseDigest reads what String wrote.
func ParseDigest(s string) (Digest, error) {
	var d Digest
	b, err := hex.DecodeString(s)
	if err != nil || len(b) != len(d) {
		return d, fmt.Errorf("digest %q: %w", s, ErrInvalid)
	}
	copy(d[:], b)
	return d, nil
}

func (d Digest) String() string { return hex.EncodeToString(d[:]) }

// Revision is the short name of the state.
func (d Digest) Revision() Revision { return Revision(hex.EncodeToString(d[:8])) }

func (d *Digest) AddRecord(r Record)    { d.add(recordSum(r)) }
func (d *Digest) RemoveRecord(r Record) { d.subtract(recordSum(r)) }
func (d *Digest) AddSource(s Source)    { d.add(sourceSum(s)) }
func (d *Digest) RemoveSource(s Source) { d.subtract(sourceSum(s)) }

// AddDecision takes the position in the journal in, since order matters there.
// A decision without language and days has the sum that it had before there
// were any, so that stores of that time keep their revision.
func (d *Digest) AddDecision(position int, e Decision) {
	parts := []string{"decision", strconv.Itoa(position), e.Kind.String(), string(e.Project), e.Value, e.Why, e.Who,
		e.At.UTC().Format("2006-01-02T15:04:05.000000000Z")}
	if e.Lang != "" || e.From != 0 || e.To != 0 {
		parts[0] = "dated decision"
		parts = append(parts, e.Lang, e.From.String(), e.To.String())
	}
	for _, a := range e.Actors {
		parts = append(parts, string(a))
	}
	d.add(sum(parts...))
}

func recordSum(r Record) [32]byte {
	return sum("record", string(r.Source), r.Key, string(r.Hash))
}

func sourceSum(s Source) [32]byte {
	return sum("source", string(s.ID), s.Name, s.Format, s.AsOf.String(), s.Credit, strconv.FormatBool(s.Example))
}

// sum hashes the parts with their lengths, so that no two lists of parts run together.
func sum(parts ...string) [32]byte {
	size := 0
	for _, p := range parts {
		size += binary.MaxVarintLen32 + len(p)
	}
	b := make([]byte, 0, size)
	for _, p := range parts {
		b = binary.AppendUvarint(b, uint64(len(p)))
		b = append(b, p...)
	}
	return sha256.Sum256(b)
}

func (d *Digest) add(s [32]byte) {
	carry := 0
	for i := len(d) - 1; i >= 0; i-- {
		carry += int(d[i]) + int(s[i])
		d[i] = byte(carry)
		carry >>= 8
	}
}

func (d *Digest) subtract(s [32]byte) {
	borrow := 0
	for i := len(d) - 1; i >= 0; i-- {
		x := int(d[i]) - int(s[i]) - borrow
		borrow = 0
		if x < 0 {
			x += 256
			borrow = 1
		}
		d[i] = byte(x)
	}
}
