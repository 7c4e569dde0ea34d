package hankeverkko

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "hankeverkko/"

// arrows says what each room may import of ours, and of the outside where
// that is narrow. The longest matching prefix counts; "own" means the room
// itself. This is architecture as a test: imports only.
var arrows = []struct {
	room    string
	may     []string // prefixes of our packages
	outside []string // nil: anything; empty: the standard library alone
}{
	{"words", nil, []string{}},
	{"example", nil, []string{}},
	{"config", []string{"graph", "words"}, nil},
	{"frontend", nil, []string{}},
	{"graph", []string{}, []string{}},
	{"graph/store", []string{"graph", "graph/store", "graph/store/memory"}, nil},
	{"graph/store/neo4j", []string{"graph", "graph/place", "graph/store", "graph/store/neo4j/"}, nil},
	{"graph/", []string{"graph", "words", "graph/"}, nil},
	{"importer", []string{"graph", "graph/", "words", "importer", "importer/"}, nil},
	{"importer/cell", []string{"graph"}, nil},
	{"importer/delimited", []string{}, nil},
	{"importer/page", []string{}, nil},
	{"importer/workbook", []string{}, nil},
	{"server/api", []string{}, nil},
	{"server", []string{"graph", "graph/", "importer", "importer/intake", "server/", "words"}, nil},
	{"cmd", []string{"config", "server", "server/api", "server/wire", "importer", "importer/intake", "graph", "graph/", "frontend", "words", "example", "cmd/"}, nil},
	{"bench", []string{"graph", "graph/"}, nil},
}

// only says which packages alone may import a library or an adapter.
var only = []struct {
	what  string
	rooms []string
}{
	{"github.com/labstack/echo/v4", []string{"server"}},
	{"github.com/spf13/viper", []string{"config"}},
	{"github.com/hbollon/go-edlib", []string{"graph/identity/candidate"}},
	{"modernc.org/sqlite", []string{"graph/store/sqlite"}},
	{"github.com/xuri/excelize/v2", []string{"graph/export", "bench/sheets"}},
	{"go.yaml.in/yaml/v3", []string{"importer"}},
	{"golang.org/x/net/html", []string{"importer/page"}},
	{"github.com/neo4j/neo4j-go-driver/v5", []string{"graph/store/neo4j"}},
	{"hankeverkko/graph/store/sqlite", []string{"cmd"}},
	{"hankeverkko/graph/store/memory", []string{"cmd", "graph/store/storetest"}},
	{"hankeverkko/config", []string{"cmd"}},
	{"hankeverkko/frontend", []string{"cmd"}},
}

type listed struct {
	ImportPath string
	Imports    []string
}

func packages(t *testing.T) []listed {
	t.Helper()
	command := exec.Command("go", "list", "-json=ImportPath,Imports", "./...")
	var stderr bytes.Buffer
	command.Stderr = &stderr
	output, err := command.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, &stderr)
	}
	var all []listed
	for decoder := json.NewDecoder(bytes.NewReader(output)); ; {
		var p listed
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		if p.ImportPath != strings.TrimSuffix(module, "/") {
			all = append(all, p)
		}
	}
	if len(all) < 10 {
		t.Fatalf("go list found only %d packages", len(all))
	}
	return all
}

func TestArrows(t *testing.T) {
	for _, p := range packages(t) {
		name := strings.TrimPrefix(p.ImportPath, module)
		room := -1
		for i, r := range arrows {
			if (name == r.room || strings.HasPrefix(name, strings.TrimSuffix(r.room, "/")+"/") && r.room != "graph") && (room < 0 || len(r.room) > len(arrows[room].room)) {
				room = i
			}
		}
		if room < 0 {
			t.Errorf("%s stands in no room of the architecture", name)
			continue
		}
		for _, imported := range p.Imports {
			ours, isOurs := strings.CutPrefix(imported, module)
			switch {
			case isOurs && !allowed(arrows[room].may, ours):
				t.Errorf("%s must not import %s", name, ours)
			case !isOurs && strings.Contains(strings.Split(imported, "/")[0], ".") && arrows[room].outside != nil && !allowed(arrows[room].outside, imported):
				t.Errorf("%s must not import %s: the standard library alone", name, imported)
			}
		}
		for _, rule := range only {
			in := slices.ContainsFunc(rule.rooms, func(room string) bool { return name == room || strings.HasPrefix(name, room+"/") })
			if slices.Contains(p.Imports, rule.what) && !in {
				t.Errorf("%s must not import %s: only %v may", name, rule.what, rule.rooms)
			}
		}
	}
}

// allowed takes an exact name, or anything below a name that ends in a slash.
func allowed(names []string, imported string) bool {
	return slices.ContainsFunc(names, func(n string) bool {
		return imported == n || strings.HasSuffix(n, "/") && strings.HasPrefix(imported, n)
	})
}
