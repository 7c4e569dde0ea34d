package drawing

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"hankeverkko/graph"
)

// Format counts the ways that a network has been drawn. It rises with every
// change of what Of gives for the same network.
const Format = 2

// Key is the property that holds a node's id. A node without it was drawn by
// somebody else, whatever its label.
const Key = "hankeverkkoId"

// Labels are those of all nodes.
var Labels = [...]string{"Municipality", "Region", "Theme", "Actor", "Name", "Project"}

// Drawing is a network as nodes and relationships. It is made of the network
// alone, so equal networks give equal drawings.
type Drawing struct {
	Nodes         []*Nodes
	Relationships []*Relationships
}

// Nodes are all nodes of one label.
type Nodes struct {
	Label string
	Keys  []string // rising
	// Names are the properties that such a node may have, besides its key.
	Names []string
	// Properties returns those of the i-th node; what is unknown is left out.
	Properties func(i int) Properties
	// Former leads from the key that the same thing may have had before to its
	// position.
	Former map[string]int
}

// Relationships are all of one type between two labels.
type Relationships struct {
	Type       string
	From, To   *Nodes
	Ends       []Ends // rising
	Names      []string
	Properties func(i int) Properties
}

// Ends are the positions of the two nodes of a relationship.
type Ends struct{ From, To int32 }

func (e Ends) compare(o Ends) int {
	return cmp.Or(cmp.Compare(e.From, o.From), cmp.Compare(e.To, o.To))
}

// Of draws a network.
func Of(n *graph.Network) *Drawing {
	municipalities, regions := areas(n)
	actors, projects := actors(n), projects(n)
	themes, about := themes(n, projects)
	names, refers := names(n, actors)
	d := &Drawing{
		Nodes:         []*Nodes{municipalities, regions, themes, actors, names, projects},
		Relationships: []*Relationships{takingPart(n, actors, projects), runFrom(n, projects, municipalities)},
	}
	d.Relationships = append(d.Relationships, effects(n, projects, municipalities, regions)...)
	d.Relationships = append(d.Relationships, seats(n, actors, municipalities), about, refers)
	d.Relationships = append(d.Relationships, partOf(municipalities, regions)...)
	return d
}

// find returns the position of a key.
func (s *Nodes) find(key string) (int32, bool) {
	i, ok := slices.BinarySearch(s.Keys, key)
	return int32(i), ok
}

// longestKey is how many bytes of an id are written as they are: an index of
// Neo4j refuses texts of some 8,000 bytes.
const longestKey = 4000

// KeyOf returns the key of an id: the id itself, or its beginning and a hash where it is too long for an index.
func KeyOf[T ~string](id T) string {
	if len(id) <= longestKey {
		return string(id)
	}
	sum := sha256.Sum256([]byte(id))
	return strings.ToValidUTF8(string(id[:longestKey]), "") + "#" + hex.EncodeToString(sum[:16])
}

func none(int) Properties { return Properties{} }
