// Package importer turns files of projects and actors into graph.Records and
// tells what was wrong with them. A reading goes: limits, what holds the rows
// (delimited text or the sheets of a workbook), format and header by what the
// rows say, then row by row mending, cleaning, the allow-list and ids; at the
// end the rows are counted a second time, over the raw bytes, and a file whose
// two counts differ is refused. What the allow-list does not name is never read
// into a record, and personal data inside allowed text is masked.
package importer
