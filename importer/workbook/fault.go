package workbook

import (
	"cmp"
	"errors"
)

// Code names what is wrong with a workbook.
type Code string

const (
	Broken      Code = "broken"       // the archive is damaged or lies about itself
	Encrypted   Code = "encrypted"    // a password is needed
	Named       Code = "named"        // part names that repeat or lead outside
	TooMany     Code = "too-many"     // parts
	TooBig      Code = "too-big"      // unpacked
	TooDense    Code = "too-dense"    // unpacked beside packed
	OtherKind   Code = "other-kind"   // an archive, but no workbook
	Binary      Code = "binary"       // XLSB
	PartMissing Code = "part-missing" // named but not there
	BadXML      Code = "xml"          // not well-formed, a DTD, too deep, a text too long
	Misplaced   Code = "misplaced"    // a row or cell out of order, twice, or outside a sheet
	BadValue    Code = "value"        // a cell that does not hold what it says
	Counts      Code = "counts"       // the two counts differ
)

// Fault says why a workbook is refused and where the reason stands.
type Fault struct {
	Code Code
	Part string // of the archive
	At   string // row or cell of a sheet, or what else is meant
	Err  error
}

func (f *Fault) Error() string {
	text := "workbook: " + string(f.Code)
	for _, place := range [...]string{f.Part, f.At} {
		if place != "" {
			text += " " + place
		}
	}
	if f.Err != nil {
		text += ": " + f.Err.Error()
	}
	return text
}

func (f *Fault) Unwrap() error { return f.Err }

func fault(code Code, part, at string) *Fault { return &Fault{Code: code, Part: part, At: at} }

// errStop ends a reading early because nobody asks for more.
var errStop = errors.New("enough")

// within says of an error in which part it came up.
func within(part string, err error) error {
	if err == nil || err == errStop {
		return err
	}
	if f, ok := err.(*Fault); ok {
		f.Part = cmp.Or(f.Part, part)
		return f
	}
	return &Fault{Code: BadXML, Part: part, Err: err}
}
