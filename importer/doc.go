// Package importer turns a file of projects and actors into graph.Records and
// tells what was wrong with it. A reading goes: limits, encoding, delimiter,
// header, then row by row cleaning, the allow-list and ids; at the end the
// rows are counted a second time, over the raw bytes, and a file whose two
// counts differ is refused. What the allow-list does not name is never read
// into a record, and personal data inside allowed text is masked.
package importer
