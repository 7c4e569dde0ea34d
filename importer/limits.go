package importer

// Limits of one file. A file beyond the first three is refused as a whole; a
// row with a longer cell is rejected. A spreadsheet program holds no more in a cell.
const (
	MaxBytes   = 50 << 20
	MaxRows    = 200_000
	MaxColumns = 256
	MaxCell    = 32_767 // characters
)
