package neo4j

import (
	"context"

	"hankeverkko/graph"
)

// PublishWithin is Publish with another number of changes that go into one
// transaction; it returns how many there were.
func (s *Store) PublishWithin(ctx context.Context, limit int, revision graph.Revision, n *graph.Network) (int, error) {
	return s.publish(ctx, revision, n, limit)
}

// Queries are those of the store contract, by name.
var Queries = map[string]string{
	"schema": schemaQuery, "make": makeQuery, "lock": lockQuery, "state": stateQuery, "move": moveQuery,
	"sources": sourcesQuery, "history": historyQuery, "records": recordsQuery, "journal": journalQuery,
	"turn": turnQuery, "remove": removeQuery, "there": thereQuery, "add": addQuery,
	"since": sinceQuery, "bring back": bringBackQuery, "append": appendQuery,
	"document": documentQuery, "shelf": shelfQuery, "put": putQuery,
}

// Parameters fit all of them.
var Parameters = map[string]any{
	"space": "x", "schema": 1, "digest": "", "token": "", "change": 1, "decisions": 1, "writes": []string{}, "feed": "x", "limit": 1,
	"run": map[string]any{"id": "x"}, "live": []string{"x"}, "rows": []any{map[string]any{"live": "x", "node": "x"}}, "read": 1, "place": "x", "source": "x", "then": 1,
	"decision": map[string]any{"id": "x"}, "id": "x", "shelf": "x", "kind": "x", "name": "x", "version": 1, "body": "{}",
}
