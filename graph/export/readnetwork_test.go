package export

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"time"
)

// failer is a test, of rapid or not.
type failer interface{ Fatalf(string, ...any) }

// read is what a strict reader finds in a network file.
type read struct {
	labels map[string]string            // of nodes
	edges  [][2]string                  // source and target
	values map[string]map[string]string // of nodes
	places map[string][2]float64        // of nodes that have one
}

// readGraphML follows the rules of the format: keys are declared once, data
// belong to a declared key of their domain and are of its type, ids are unique
// and edges join nodes.
func readGraphML(t failer, file []byte) read {
	var doc struct {
		XMLName xml.Name `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
		Keys    []struct {
			ID   string `xml:"id,attr"`
			For  string `xml:"for,attr"`
			Name string `xml:"attr.name,attr"`
			Type string `xml:"attr.type,attr"`
		} `xml:"key"`
		Graph struct {
			Default string `xml:"edgedefault,attr"`
			Nodes   []struct {
				ID   string `xml:"id,attr"`
				Data []data `xml:"data"`
			} `xml:"node"`
			Edges []struct {
				Source string `xml:"source,attr"`
				Target string `xml:"target,attr"`
				Data   []data `xml:"data"`
			} `xml:"edge"`
			Data []data `xml:"data"`
		} `xml:"graph"`
	}
	strictly(t, file, &doc)
	type key struct{ domain, name, kind string }
	keys := map[string]key{}
	for _, k := range doc.Keys {
		if _, twice := keys[k.ID]; twice {
			t.Fatalf("key %s stands twice", k.ID)
		}
		keys[k.ID] = key{k.For, k.Name, k.Type}
	}
	check := func(domain string, list []data) map[string]string {
		values := map[string]string{}
		for _, d := range list {
			k, ok := keys[d.Key]
			if !ok || k.domain != domain {
				t.Fatalf("%s of a %s is not declared", d.Key, domain)
			}
			typed(t, k.kind, d.Text)
			values[k.name] = d.Text
		}
		return values
	}
	if doc.Graph.Default != "undirected" {
		t.Fatalf("edgedefault %q", doc.Graph.Default)
	}
	r := read{map[string]string{}, nil, map[string]map[string]string{}, nil}
	check("graph", doc.Graph.Data)
	for _, n := range doc.Graph.Nodes {
		if _, twice := r.values[n.ID]; twice {
			t.Fatalf("node %s stands twice", n.ID)
		}
		r.values[n.ID] = check("node", n.Data)
		r.labels[n.ID] = r.values[n.ID]["label"]
	}
	for _, e := range doc.Graph.Edges {
		check("edge", e.Data)
		r.edges = append(r.edges, [2]string{e.Source, e.Target})
	}
	r.join(t)
	return r
}

type data struct {
	Key  string `xml:"key,attr"`
	Text string `xml:",chardata"`
}

// readGEXF does the same for GEXF.
func readGEXF(t failer, file []byte) read {
	type value struct {
		For   string `xml:"for,attr"`
		Value string `xml:"value,attr"`
	}
	var doc struct {
		XMLName xml.Name `xml:"http://gexf.net/1.3 gexf"`
		Version string   `xml:"version,attr"`
		Graph   struct {
			Attributes []struct {
				Class string `xml:"class,attr"`
				List  []struct {
					ID   string `xml:"id,attr"`
					Type string `xml:"type,attr"`
				} `xml:"attribute"`
			} `xml:"attributes"`
			Nodes []struct {
				ID     string  `xml:"id,attr"`
				Label  string  `xml:"label,attr"`
				Start  string  `xml:"start,attr"`
				End    string  `xml:"end,attr"`
				Values []value `xml:"attvalues>attvalue"`
				Place  *struct {
					X float64 `xml:"x,attr"`
					Y float64 `xml:"y,attr"`
				} `xml:"http://gexf.net/1.3/viz position"`
			} `xml:"nodes>node"`
			Edges []struct {
				ID     string  `xml:"id,attr"`
				Source string  `xml:"source,attr"`
				Target string  `xml:"target,attr"`
				Values []value `xml:"attvalues>attvalue"`
			} `xml:"edges>edge"`
		} `xml:"graph"`
	}
	strictly(t, file, &doc)
	kinds := map[string]string{}
	for _, list := range doc.Graph.Attributes {
		for _, a := range list.List {
			if _, twice := kinds[list.Class+" "+a.ID]; twice {
				t.Fatalf("%s attribute %s stands twice", list.Class, a.ID)
			}
			kinds[list.Class+" "+a.ID] = a.Type
		}
	}
	check := func(class string, list []value) map[string]string {
		values := map[string]string{}
		for _, v := range list {
			kind, ok := kinds[class+" "+v.For]
			if !ok {
				t.Fatalf("%s attribute %s is not declared", class, v.For)
			}
			typed(t, kind, v.Value)
			values[v.For] = v.Value
		}
		return values
	}
	r := read{map[string]string{}, nil, map[string]map[string]string{}, map[string][2]float64{}}
	for _, n := range doc.Graph.Nodes {
		if n.Place != nil {
			r.places[n.ID] = [2]float64{n.Place.X, n.Place.Y}
		}
		for _, day := range []string{n.Start, n.End} {
			if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
				t.Fatalf("day %q of node %s", day, n.ID)
			}
		}
		if n.Start != "" && n.End != "" && n.End < n.Start {
			t.Fatalf("node %s ends before it begins", n.ID)
		}
		r.labels[n.ID], r.values[n.ID] = n.Label, check("node", n.Values)
	}
	ids := map[string]bool{}
	for _, e := range doc.Graph.Edges {
		if ids[e.ID] {
			t.Fatalf("edge %s stands twice", e.ID)
		}
		ids[e.ID] = true
		check("edge", e.Values)
		r.edges = append(r.edges, [2]string{e.Source, e.Target})
	}
	r.join(t)
	return r
}

// strictly reads XML to its end.
func strictly(t failer, file []byte, doc any) {
	decoder := xml.NewDecoder(bytes.NewReader(file))
	if err := decoder.Decode(doc); err != nil {
		t.Fatalf("%v\n%s", err, file)
	}
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if text, ok := token.(xml.CharData); err != nil || !ok || strings.TrimSpace(string(text)) != "" {
			t.Fatalf("after the end: %v, %v", token, err)
		}
	}
}

func typed(t failer, kind, text string) {
	var err error
	switch kind {
	case "string":
	case "long":
		_, err = strconv.ParseInt(text, 10, 64)
	case "double":
		_, err = strconv.ParseFloat(text, 64)
	case "boolean":
		if text != "true" && text != "false" {
			t.Fatalf("%q is no boolean", text)
		}
	default:
		t.Fatalf("type %q", kind)
	}
	if err != nil {
		t.Fatalf("%v", err)
	}
}

func (r read) join(t failer) {
	for _, e := range r.edges {
		if r.values[e[0]]["mode"] != "project" || r.values[e[1]]["mode"] != "actor" {
			t.Fatalf("edge %v joins no project and actor", e)
		}
	}
}
