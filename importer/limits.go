package importer

import "hankeverkko/importer/workbook"

// Limits of one file. A file beyond the first three is refused as a whole; a
// row with a longer cell is rejected. A spreadsheet program holds no more in a cell.
const (
	MaxBytes   = 50 << 20
	MaxRows    = 200_000
	MaxColumns = 256
	MaxCell    = 32_767 // characters
)

// Limits of what a workbook unpacks to; beyond them it is refused.
const (
	MaxUnpacked = 200 << 20
	MaxParts    = 1_000
	MaxRatio    = 100 // unpacked to packed, of parts larger than RatioFrom
	RatioFrom   = 100_000
	MaxDepth    = 64      // of XML
	MaxToken    = 1 << 20 // bytes of one XML tag or text: no cell needs more
	MaxStrings  = 4_000_000
	MaxMerged   = 1_000_000
)

// Limits of an archive of files, which are otherwise those of a workbook.
const (
	MaxInArchive = 5_000     // files: a saved page brings a dozen with it
	MaxInside    = 100 << 20 // bytes that one file unpacks to
)

// MaxPageLines is how many lines a file of saved pages may have; one page has some 300.
const MaxPageLines = 500_000

func archiveLimits() workbook.Limits {
	l := workbookLimits()
	l.Parts = MaxInArchive
	return l
}

func workbookLimits() workbook.Limits {
	return workbook.Limits{
		Parts: MaxParts, Unpacked: MaxUnpacked, Ratio: MaxRatio, RatioFrom: RatioFrom,
		Depth: MaxDepth, Token: MaxToken, Strings: MaxStrings, Merged: MaxMerged, Columns: MaxColumns,
	}
}
