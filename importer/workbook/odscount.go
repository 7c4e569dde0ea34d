package workbook

import (
	"io"
	"regexp"
	"strconv"
)

var (
	repeated  = regexp.MustCompile(`number-rows-repeated\s*=\s*["'](\d{1,7})["']`)
	saysValue = regexp.MustCompile(`(?:value-type|formula)\s*=`)
)

// count counts the rows of the table that hold something over the bytes of the
// content, looking for tags by name alone.
func (t *odsTable) count() (int, error) {
	r, err := t.book.archive.open(odsContent)
	if err != nil {
		return 0, within(odsContent, err)
	}
	defer r.Close()
	from, err := unicodeReader(r)
	if err != nil {
		return 0, within(odsContent, err)
	}
	tags := &tags{from: from, most: t.book.archive.limits.Token}
	table, rows, times := -1, 0, 0
	inCell, inRemark, valued := false, false, false
	for {
		tag, err := tags.next()
		if err == io.EOF {
			return rows, nil
		}
		if err != nil {
			return 0, within(odsContent, err)
		}
		name, closes, alone := tagName(tag)
		switch string(name) {
		case "table":
			if !closes {
				table++
			}
		case "table-row":
			if closes && valued && table == t.index {
				rows += times
			}
			if times, valued = 1, false; !closes {
				if m := repeated.FindSubmatch(tag); m != nil {
					times, _ = strconv.Atoi(string(m[1])) // digits
				}
			}
		case "table-cell", "covered-table-cell":
			inCell = !closes && !alone
			valued = valued || !closes && saysValue.Match(tag)
		case "annotation":
			inRemark = !closes && !alone
		case "p":
			valued = valued || inCell && !inRemark && !closes
		}
	}
}
