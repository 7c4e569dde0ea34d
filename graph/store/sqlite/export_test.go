package sqlite

import "database/sql"

// Connections shows the pools of a store to its tests.
func Connections(s *Store) map[string]*sql.DB {
	return map[string]*sql.DB{"writer": s.writer, "reader": s.reader}
}
