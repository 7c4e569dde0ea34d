package neo4j_test

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"sort"
	"strings"
	"testing"

	"hankeverkko/example"
	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/graph/store/neo4j"
	"hankeverkko/graph/store/neo4j/neo4jtest"
	"hankeverkko/importer"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"pgregory.net/rapid"
)

// shown is the graph as a Cypher user sees it, past the store.
type shown struct {
	driver driver.DriverWithContext
	store  *neo4j.Store
	// revision is that of the store, which holds no records here.
	revision graph.Revision
}

// openShown opens a new store in a database that shows nothing.
func openShown(t *testing.T) *shown { return openShownAt(t, server.Need(t)) }

func openShownAt(t *testing.T, host string) *shown {
	t.Helper()
	s := &shown{}
	var err error
	if s.driver, err = driver.NewDriverWithContext("bolt://"+server.Need(t), driver.BasicAuth(neo4jtest.User, server.Password(), "")); err != nil {
		t.Fatal(err)
	}
	if s.store, err = neo4j.Open(options(address(host))); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		s.store.Close()
		s.driver.Close(context.Background())
	})
	s.run(t, "MATCH (n) WHERE n.hankeverkkoId IS NOT NULL DETACH DELETE n", nil)
	if s.revision, err = s.store.Revision(t.Context()); err != nil {
		t.Fatal(err)
	}
	return s
}

// fataler is a testing.T or a rapid.T.
type fataler interface {
	Helper()
	Fatal(...any)
}

func (s *shown) run(t fataler, query string, parameters map[string]any) [][]any {
	t.Helper()
	result, err := s.result(query, parameters)
	if err != nil {
		t.Fatal(query, err)
	}
	var rows [][]any
	for _, r := range result.Records {
		rows = append(rows, r.Values)
	}
	return rows
}

func (s *shown) result(query string, parameters map[string]any) (*driver.EagerResult, error) {
	return driver.ExecuteQuery(context.Background(), s.driver, query, parameters, driver.EagerResultTransformer)
}

// number runs a query that gives one number.
func (s *shown) number(t fataler, query string) int {
	t.Helper()
	rows := s.run(t, query, nil)
	if len(rows) != 1 || len(rows[0]) != 1 {
		t.Fatal(query, "gave", rows)
	}
	n, ok := rows[0][0].(int64)
	if !ok {
		t.Fatal(query, "gave", rows)
	}
	return int(n)
}

func (s *shown) publish(t fataler, limit int, n *graph.Network) (changes int) {
	t.Helper()
	changes, err := s.store.PublishWithin(context.Background(), limit, s.revision, n)
	if err != nil {
		t.Fatal(err)
	}
	return changes
}

// dump writes all that is drawn, in an order of its own: a line for each node
// and relationship with labels, keys and properties.
func (s *shown) dump(t fataler) []string {
	t.Helper()
	var lines []string
	for _, r := range s.run(t, "MATCH (n) WHERE n.hankeverkkoId IS NOT NULL AND NOT n:HankeverkkoPublished AND NOT n:HankeverkkoHidden RETURN labels(n), properties(n)", nil) {
		lines = append(lines, fmt.Sprint(r[0], line(r[1])))
	}
	for _, r := range s.run(t, `MATCH (a)-[r]->(b) WHERE a.hankeverkkoId IS NOT NULL AND b.hankeverkkoId IS NOT NULL AND NOT a:HankeverkkoHidden AND NOT b:HankeverkkoHidden
		RETURN labels(a), a.hankeverkkoId, type(r), labels(b), b.hankeverkkoId, properties(r)`, nil) {
		lines = append(lines, fmt.Sprint(r[0], r[1], r[2], r[3], r[4], line(r[5])))
	}
	slices.Sort(lines)
	return lines
}

func line(properties any) string {
	var parts []string
	for k, v := range properties.(map[string]any) {
		parts = append(parts, fmt.Sprintf("%s=%T:%v", k, v, v))
	}
	sort.Strings(parts)
	return strings.Join(parts, " ")
}

// differ tells the first lines that only one of two dumps has.
func differ(a, b []string) string {
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			at := func(lines []string) string {
				if i < len(lines) {
					return lines[i]
				}
				return "nothing"
			}
			return fmt.Sprintf("line %d\n%s\n%s", i, at(a), at(b))
		}
	}
	return ""
}

func exampleNetwork(t *testing.T) *graph.Network {
	t.Helper()
	reading, err := importer.Read(example.File, bytes.NewReader(example.CSV), importer.Options{Source: example.Source})
	if err != nil {
		t.Fatal(err)
	}
	n, err := identity.Apply(reading.Records, nil)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// someNetwork draws networks that share ids, names and words, so that one
// follows from another by every kind of change.
func someNetwork(t *rapid.T) *graph.Network {
	few := func(name string, from ...string) []string {
		return rapid.SliceOfNDistinct(rapid.SampledFrom(from), 0, 3, rapid.ID).Draw(t, name)
	}
	date := rapid.SampledFrom([]graph.Date{0, 20200229, 20211231})
	money := rapid.Custom(func(t *rapid.T) graph.Money {
		return graph.Money{Cents: rapid.Int64Range(-100, 1e12).Draw(t, "cents"), Known: rapid.Bool().Draw(t, "known")}
	})
	seat := rapid.SampledFrom([]graph.Municipality{"", "698", "091", "999"})
	var projects []graph.Project
	for _, id := range few("projects", "eura:A1", "eura:A2", "cordis:1", "x'{}\"") {
		p := graph.Project{
			ID: graph.ProjectID(id), Name: rapid.SampledFrom([]string{"", "Hanke", "Projekt", "'; MATCH (n) DETACH DELETE n //"}).Draw(t, "name"),
			From: date.Draw(t, "from"), To: date.Draw(t, "to"), Keywords: few("keywords", "vety", "Vety", "muotoilu"),
			Themes: few("themes", "vety", "energia"), TargetGroups: few("targets", "nuoret", "kunnat"),
			Partners: rapid.SampledFrom([]graph.Partners{graph.PartnersUnknown, graph.PartnersAlone, graph.PartnersListed}).Draw(t, "partners"),
			Records:  []graph.RecordRef{{Source: "a"}, {Source: "b"}}[:rapid.IntRange(0, 2).Draw(t, "records")],
		}
		for _, written := range few("places", "Lappi", "Lapin maakunta", "Rovaniemi", "Meri-Lappi") {
			at := graph.Place{Written: written, Rung: graph.RungNamed}
			switch written {
			case "Lappi", "Lapin maakunta":
				at.Area, at.Municipalities = "maakunta:19", []graph.Municipality{"698", "751"}
			case "Rovaniemi":
				at.Area, at.Municipalities = "kunta:698", []graph.Municipality{"698"}
			}
			p.Places = append(p.Places, at)
		}
		projects = append(projects, p)
	}
	var actors []graph.Actor
	var ties []graph.Tie
	for _, id := range few("actors", "ytunnus:1", "ytunnus:2", "nimi:kemi", "nimi:tornio") {
		a := graph.Actor{ID: graph.ActorID(id), Seat: seat.Draw(t, "seat"), Kind: rapid.SampledFrom([]graph.ActorKind{graph.KindUnknown, graph.KindMunicipality}).Draw(t, "kind")}
		if strings.HasPrefix(id, "ytunnus") && rapid.Bool().Draw(t, "was a name") {
			a.OtherIDs = []graph.ActorID{"nimi:kemi"}
		}
		for _, name := range few("names", "Kemi", "Kemin kaupunki", "Torneå") {
			a.Name = name
			a.Aliases = append(a.Aliases, graph.Alias{Name: name, Source: "a"})
		}
		actors = append(actors, a)
		for _, p := range projects {
			if rapid.Bool().Draw(t, "takes part") {
				ties = append(ties, graph.Tie{
					Project: p.ID, Actor: a.ID, Part: rapid.SampledFrom([]graph.Part{graph.Lead, graph.Partner}).Draw(t, "part"),
					Seat: seat.Draw(t, "tie seat"), Granted: money.Draw(t, "granted"), Paid: money.Draw(t, "paid"),
				})
			}
		}
	}
	n, err := graph.New(projects, actors, ties)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
