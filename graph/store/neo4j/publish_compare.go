package neo4j

import (
	"fmt"

	"hankeverkko/graph/store/neo4j/drawing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// change is what stands between the graph that is there and a drawing.
type change struct {
	nodes         []*nodeChange
	relationships []*relationshipChange
}

// difference holds what must happen to the nodes of a label or the
// relationships of a type: positions to create, properties to set, by element,
// and elements to remove.
type difference struct {
	create []int
	set    []setting
	remove []string
}

type setting struct {
	element    string
	properties map[string]any
}

type nodeChange struct {
	*drawing.Nodes
	difference
	// position leads from keys, of today and of the nodes that are there, to
	// where they belong.
	position map[string]int32
	isNew    []bool
	// renamed nodes are found by their new key only when that is written.
	renamed map[int32]bool
}

// noPlace is the position of a node that goes.
const noPlace = -1

// at returns the position of the node that has a key now.
func (n *nodeChange) at(key string) int32 {
	if i, ok := n.position[key]; ok {
		return i
	}
	return noPlace
}

type relationshipChange struct {
	*drawing.Relationships
	difference
	from, to *nodeChange
	// loose are relationships that are there, by element, of which one node
	// goes and the other stays.
	loose []string
}

func (d *difference) size() int { return len(d.create) + len(d.set) + len(d.remove) }

func (c *change) size() int {
	size := 0
	for _, n := range c.nodes {
		size += n.size()
	}
	for _, r := range c.relationships {
		size += r.size()
	}
	return size
}

// compare reads what is there. Measures are properties that must go.
func (p *publication) compare(d *drawing.Drawing, measures []string) (*change, error) {
	c := &change{}
	of := map[*drawing.Nodes]*nodeChange{}
	for _, s := range d.Nodes {
		n, err := p.compareNodes(s, measures)
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", s.Label, err)
		}
		c.nodes = append(c.nodes, n)
		of[s] = n
	}
	for _, s := range d.Relationships {
		r, err := p.compareRelationships(s, of[s.From], of[s.To])
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", s.Type, err)
		}
		c.relationships = append(c.relationships, r)
	}
	return c, nil
}

// compareNodes looks at the nodes with our key alone, and at our properties of
// them. A node whose key is a former one of a thing that has no node yet goes
// on as that thing.
func (p *publication) compareNodes(s *drawing.Nodes, measures []string) (*nodeChange, error) {
	n := &nodeChange{Nodes: s, position: make(map[string]int32, len(s.Keys)), isNew: make([]bool, len(s.Keys)), renamed: map[int32]bool{}}
	for i, key := range s.Keys {
		n.position[key], n.isNew[i] = int32(i), true
	}
	type node struct {
		key, element string
		found        map[string]any
	}
	var former []node // of things that go by another key now, or are gone
	keep := func(i int, at node) {
		set := s.Properties(i).Changes(at.found, s.Names)
		for _, m := range measures {
			if at.found[m] != nil {
				set = with(set, m, nil)
			}
		}
		if at.key != s.Keys[i] {
			set = with(set, drawing.Key, s.Keys[i])
			n.renamed[int32(i)] = true
		}
		if set != nil {
			n.set = append(n.set, setting{at.element, set})
		}
		n.isNew[i] = false
		n.position[at.key] = int32(i)
	}
	query := "MATCH (n:" + s.Label + ") WHERE n." + drawing.Key + " IS NOT NULL RETURN elementId(n) AS element, properties(n) AS found"
	err := p.each(query, func(r *driver.Record) {
		at := node{element: text(r, "element"), found: value[map[string]any](r, "found")}
		at.key, _ = at.found[drawing.Key].(string)
		if i, ok := n.position[at.key]; ok {
			keep(int(i), at)
		} else {
			former = append(former, at)
		}
	})
	if err != nil {
		return nil, err
	}
	for _, at := range former {
		if i, ok := s.Former[at.key]; ok && n.isNew[i] {
			keep(i, at)
			continue
		}
		n.remove = append(n.remove, at.element)
	}
	for i, isNew := range n.isNew {
		if isNew {
			n.create = append(n.create, i)
		}
	}
	return n, nil
}

func with(set map[string]any, name string, value any) map[string]any {
	if set == nil {
		set = map[string]any{}
	}
	set[name] = value
	return set
}

// compareRelationships takes every relationship of the type between two of our
// nodes for ours; of two between the same nodes, one goes.
func (p *publication) compareRelationships(s *drawing.Relationships, from, to *nodeChange) (*relationshipChange, error) {
	r := &relationshipChange{Relationships: s, from: from, to: to}
	position := make(map[drawing.Ends]int, len(s.Ends))
	for i, e := range s.Ends {
		position[e] = i
	}
	there := make([]bool, len(s.Ends))
	query := "MATCH (a:" + s.From.Label + ")-[r:" + s.Type + "]->(b:" + s.To.Label + ")" +
		" WHERE a." + drawing.Key + " IS NOT NULL AND b." + drawing.Key + " IS NOT NULL" +
		" RETURN a." + drawing.Key + " AS a, b." + drawing.Key + " AS b, elementId(r) AS element, properties(r) AS found"
	err := p.each(query, func(record *driver.Record) {
		element := text(record, "element")
		e := drawing.Ends{From: from.at(text(record, "a")), To: to.at(text(record, "b"))}
		i, ok := position[e]
		switch {
		case e.From == noPlace && e.To == noPlace:
			return
		case e.From == noPlace || e.To == noPlace:
			r.loose = append(r.loose, element)
			return
		case !ok || there[i]:
			r.remove = append(r.remove, element)
			return
		}
		there[i] = true
		if set := s.Properties(i).Changes(value[map[string]any](record, "found"), s.Names); set != nil {
			r.set = append(r.set, setting{element, set})
		}
	})
	if err != nil {
		return nil, err
	}
	for i := range there {
		if !there[i] {
			r.create = append(r.create, i)
		}
	}
	return r, nil
}
