package graph

import (
	"fmt"
	"time"
)

// Date is a calendar day as yyyymmdd, so dates compare as numbers and print
// without a time zone. Zero means unknown.
type Date int32

// NewDate returns the day, or ErrInvalid when the calendar has no such day.
func NewDate(year, month, day int) (Date, error) {
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return 0, fmt.Errorf("%d-%02d-%02d: %w", year, month, day, ErrInvalid)
	}
	return Date(year*10000 + month*100 + day), nil
}

// ParseDate reads the ISO form, 2019-06-30. The empty string is the unknown date.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return 0, nil
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() == 0 {
		return 0, fmt.Errorf("%q: %w", s, ErrInvalid)
	}
	return DateOf(t), nil
}

// DateOf returns the day of t in t's own time zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date(y*10000 + int(m)*100 + d)
}

func (d Date) Year() int  { return int(d) / 10000 }
func (d Date) Month() int { return int(d) / 100 % 100 }
func (d Date) Day() int   { return int(d) % 100 }

// String gives the ISO form, and nothing for the unknown date.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year(), d.Month(), d.Day())
}

// AddMonths moves by calendar months and stays in the month reached: one
// month after 31 January is the last day of February. The unknown date stays unknown.
func (d Date) AddMonths(months int) Date {
	if d == 0 {
		return 0
	}
	m := d.Year()*12 + d.Month() - 1 + months
	year, month := m/12, m%12+1
	return Date(year*10000 + month*100 + min(d.Day(), daysIn(year, month)))
}

// MarshalText and UnmarshalText use the ISO form.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

func (d *Date) UnmarshalText(text []byte) (err error) {
	*d, err = ParseDate(string(text))
	return err
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}
