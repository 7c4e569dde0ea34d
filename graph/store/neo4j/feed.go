package neo4j

import (
	"strconv"
	"time"

	"hankeverkko/graph"
	"hankeverkko/graph/store"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

const turnQuery = "CREATE (r:HankeverkkoRun) SET r = $run"

// turn records a change of a source and brings the digest from the one state
// of it to the next.
func (t *transaction) turn(from, to feed) error {
	if from.there {
		t.next.digest.RemoveSource(from.source)
	}
	if to.there {
		t.next.digest.AddSource(to.source)
	}
	id, space := string(to.run.Source), t.store.options.Space
	run := map[string]any{
		"id": identity(space, id, strconv.FormatInt(to.number, 10)), "space": space, "feed": identity(space, id),
		"source": id, "number": to.number, "change": to.change,
		"at": timeText(to.run.At), "file": to.run.File, "sha256": to.run.SHA256, "asOf": int64(to.run.AsOf),
		"added": to.run.Added, "removed": to.run.Removed, "restored": to.run.Restored, "restores": string(to.run.Restores),
		"there": to.there, "sourceName": to.source.Name, "sourceFormat": to.source.Format, "sourceAsOf": int64(to.source.AsOf),
		"sourceCredit": to.source.Credit, "example": to.source.Example,
	}
	_, err := t.do(turnQuery, map[string]any{"run": run})
	return err
}

// feedOf reads what turn wrote.
func feedOf(n driver.Node) (feed, error) {
	text := func(name string) string { return property[string](n, name) }
	id, number := graph.SourceID(text("source")), property[int64](n, "number")
	at, err := time.Parse(time.RFC3339Nano, text("at"))
	return feed{
		number: number, change: property[int64](n, "change"), there: property[bool](n, "there"),
		run: graph.Run{
			ID: store.RunName(id, int(number)), Source: id, At: at, File: text("file"), SHA256: text("sha256"),
			AsOf: graph.Date(property[int64](n, "asOf")), Added: int(property[int64](n, "added")), Removed: int(property[int64](n, "removed")),
			Restored: property[bool](n, "restored"), Restores: graph.RunID(text("restores")),
		},
		source: graph.Source{
			ID: id, Name: text("sourceName"), Format: text("sourceFormat"), AsOf: graph.Date(property[int64](n, "sourceAsOf")),
			Credit: text("sourceCredit"), Example: property[bool](n, "example"),
		},
	}, err
}

func timeText(t time.Time) string { return t.UTC().Format(time.RFC3339Nano) }
