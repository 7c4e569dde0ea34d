// Package workbook reads the sheets of an Excel workbook (XLSX) or an
// OpenDocument spreadsheet (ODS) strictly: the archive's directory is checked
// before anything is unpacked, every part that is used is read to its end and
// must be well-formed, and a cell stands where its reference says or the
// workbook is refused. A second count of rows and
// cells, over the bytes of the sheet, must agree with the first. Nothing is
// ever read in part or put into another column without a word.
//
// Reading opens no file and no connection: macros, links, images and formulas
// are left alone, and of a formula its stored value is read.
package workbook
