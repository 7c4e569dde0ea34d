// Command sheets times the reading of a sheet of 200,000 rows, as CSV and as
// XLSX, and the whole import of it into a new database, beside excelize's plain
// walk over the rows and pandas. Each runs in a process of its own.
//
//	go run ./bench/sheets -program bin/hankeverkko -python python3 -out FILE
package main
