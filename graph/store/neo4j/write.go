package neo4j

import (
	"context"
	"fmt"
	"strconv"

	"hankeverkko/graph"
	"hankeverkko/graph/store"
)

const appendQuery = "CREATE (d:HankeverkkoDecision) SET d = $decision"

func (s *Store) Append(ctx context.Context, d graph.Decision) error {
	err := store.ValidateDecision(d)
	if err == nil {
		err = s.write(ctx, func(t *transaction) error {
			position := t.now.decisions
			actors := make([]string, len(d.Actors))
			for i, a := range d.Actors {
				actors[i] = string(a)
			}
			t.next.digest.AddDecision(int(position), d)
			t.next.decisions = position + 1
			_, err := t.do(appendQuery, map[string]any{"decision": map[string]any{
				"id": identity(s.options.Space, strconv.FormatInt(position, 10)), "space": s.options.Space, "position": position,
				"kind": int64(d.Kind), "actors": actors, "project": string(d.Project), "value": d.Value,
				"lang": d.Lang, "from": int64(d.From), "to": int64(d.To), "who": d.Who, "at": timeText(d.At), "why": d.Why,
			}})
			return err
		})
	}
	if err != nil {
		return fmt.Errorf("neo4j: journal: %w", err)
	}
	return nil
}
