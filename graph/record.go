package graph

import (
	"encoding/hex"
	"maps"
	"slices"
	"time"
)

type (
	SourceID string
	// RunID names a run: the source, a hyphen and the number of the run, "eura-3".
	RunID string
	// Hash is the lower-case hex of the first 16 bytes of SHA-256.
	Hash string
)

// Field names one allow-listed cell. What is not a Field is never stored.
type Field string

const (
	FieldCode         Field = "code"
	FieldGroupCode    Field = "groupCode"
	FieldProject      Field = "project"
	FieldDescription  Field = "description"
	FieldFund         Field = "fund"
	FieldPriority     Field = "priority"
	FieldObjective    Field = "objective"
	FieldFunder       Field = "funder"
	FieldAuthority    Field = "authority"
	FieldStatus       Field = "status"
	FieldFrom         Field = "from"
	FieldTo           Field = "to"
	FieldJoint        Field = "joint"
	FieldKeywords     Field = "keywords"
	FieldThemes       Field = "themes"
	FieldTargetGroups Field = "targetGroups"
	FieldPlaces       Field = "places"
	FieldLink         Field = "link"
	FieldPart         Field = "part"
	FieldActor        Field = "actor"
	FieldActorKind    Field = "actorKind"
	FieldBusinessID   Field = "businessId"
	FieldVAT          Field = "vat"
	FieldPIC          Field = "pic"
	FieldSeat         Field = "seat"
	FieldPostalCode   Field = "postalCode"
	FieldTown         Field = "town"
	FieldCountry      Field = "country"
	FieldSite         Field = "site"
	FieldGranted      Field = "granted"
	FieldPaid         Field = "paid"
	FieldPartners     Field = "partners"
)

// Fields lists every field a record may hold, in the order a sheet shows them.
var Fields = [...]Field{
	FieldCode, FieldGroupCode, FieldProject, FieldDescription, FieldFund, FieldPriority, FieldObjective,
	FieldFunder, FieldAuthority, FieldStatus, FieldFrom, FieldTo, FieldJoint, FieldKeywords, FieldThemes,
	FieldTargetGroups, FieldPlaces, FieldLink, FieldPart, FieldActor, FieldActorKind, FieldBusinessID,
	FieldVAT, FieldPIC, FieldSeat, FieldPostalCode, FieldTown, FieldCountry, FieldSite, FieldGranted, FieldPaid, FieldPartners,
}

// Cells holds the cleaned values of one row: dates in ISO form, money in cents
// as a decimal integer, yes/no as "yes" or "no", parts as Part.String, lists
// joined by line feeds, names as printed but in NFC and with single spaces.
// Empty cells are absent.
type Cells map[Field]string

// Record is one row of one source. It is never edited: what is shown is
// records + journal, replayed.
type Record struct {
	Source  SourceID
	Project ProjectID
	// Key says which row of the source this is over time: project, actor and
	// part. Two records of one key and different hashes are a changed row.
	Key   string
	Hash  Hash
	Cells Cells
	// Run and Row tell where the record was first read; they are no part of
	// its content.
	Run RunID
	Row int
}

// NewRecord fills in the hash of the content.
func NewRecord(source SourceID, project ProjectID, key string, cells Cells, row int) Record {
	return Record{Source: source, Project: project, Key: key, Hash: hashCells(project, cells), Cells: cells, Row: row}
}

func hashCells(project ProjectID, cells Cells) Hash {
	parts := make([]string, 0, 1+2*len(cells))
	parts = append(parts, string(project))
	for _, f := range slices.Sorted(maps.Keys(cells)) {
		parts = append(parts, string(f), cells[f])
	}
	h := sum(parts...)
	return Hash(hex.EncodeToString(h[:16]))
}

// Source is a feed that is imported again and again.
type Source struct {
	ID     SourceID
	Name   string
	Format string
	// AsOf is the day up to which the source is known.
	AsOf   Date
	Credit string
	// Example marks the bundled example landscape.
	Example bool
}

// Run is one change to a source: an import, or a return to an earlier run.
type Run struct {
	ID     RunID
	Source SourceID
	At     time.Time
	// File and SHA256 tell what was imported; a return has none.
	File   string
	SHA256 string
	AsOf   Date
	// Added and Removed count records.
	Added   int
	Removed int
	// Restored marks a return to what was right after the run Restores, or to
	// what was before the first run when that is empty.
	Restored bool
	Restores RunID
}
