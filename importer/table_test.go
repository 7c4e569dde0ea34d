package importer

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	xencoding "golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"

	"hankeverkko/graph"
	"hankeverkko/importer/cell"
	"hankeverkko/importer/cell/celltest"
)

// content is what a sheet says, apart from how a file writes it.
type content []pair

type pair struct {
	code, project, actor, role, place, remark string
	from, to                                  graph.Date
	cents                                     int64
	keywords                                  []string
}

// dress is how a file writes a table.
type dress struct {
	delimiter rune
	crlf      bool
	encoding  xencoding.Encoding
	date      func(graph.Date) string
	money     func(int64) string
	headers   []string
	shuffle   uint64 // 0 leaves rows and columns in order
	title     bool
}

var headerSets = [][]string{
	{"hankekoodi", "hanke", "toimija", "rooli", "paikat", "kuvaus", "alkaa", "päättyy", "euroa", "asiasanat"},
	{"HANKEKOODI ", "Hankkeen nimi", "Toteuttajan nimi", "Rooli", "Maakunta", "Tiivistelmä", "Aloituspvm", "Päättymispäivä", "Myönnetty rahoitus (€)", "Asia-sanat"},
	{"Projektkod", "Projektnamn", "Genomförare", "Roll", "Landskap", "Beskrivning", "Startdatum", "Slutdatum", "Beviljat", "Nyckelord"},
	{"project code", "Project title", "Organisation", "ROLE", "Region", "Abstract", "Start date", "End date", "Grant", "Keywords"},
}

var encodings = map[string]xencoding.Encoding{
	"utf-8": unicode.UTF8, "utf-8 with mark": unicode.UTF8BOM, "windows-1252": charmap.Windows1252,
	"utf-16le": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "utf-16be": unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
}

func (t content) write(d dress) []byte {
	lines := [][]string{d.headers}
	for _, p := range t {
		lines = append(lines, []string{
			p.code, p.project, p.actor, p.role, p.place, p.remark, d.date(p.from), d.date(p.to), d.money(p.cents), strings.Join(p.keywords, "; "),
		})
	}
	if d.shuffle != 0 {
		random := rand.New(rand.NewPCG(d.shuffle, 1))
		random.Shuffle(len(t), func(i, j int) { lines[i+1], lines[j+1] = lines[j+1], lines[i+1] })
		order := random.Perm(len(d.headers))
		for n, line := range lines {
			lines[n] = make([]string, len(order))
			for to, from := range order {
				lines[n][to] = line[from]
			}
		}
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = d.delimiter, d.crlf
	if d.title {
		lines = slices.Insert(lines, 0, []string{"Hankkeet keväällä"}, []string{""})
	}
	if err := w.WriteAll(lines); err != nil {
		panic(err)
	}
	out, err := d.encoding.NewEncoder().Bytes(b.Bytes())
	if err != nil {
		panic(err)
	}
	return out
}

var plainDress = dress{delimiter: ';', encoding: unicode.UTF8, date: celltest.DayForms[1], money: celltest.AmountForms[1], headers: headerSets[0]}

func dressGenerator() *rapid.Generator[dress] {
	return rapid.Custom(func(t *rapid.T) dress {
		names := []string{"utf-8", "utf-8 with mark", "windows-1252", "utf-16le", "utf-16be"}
		return dress{
			delimiter: rapid.SampledFrom([]rune{';', ',', '\t', '|'}).Draw(t, "delimiter"),
			crlf:      rapid.Bool().Draw(t, "crlf"),
			encoding:  encodings[rapid.SampledFrom(names).Draw(t, "encoding")],
			date:      rapid.SampledFrom(celltest.DayForms).Draw(t, "date form"),
			money:     rapid.SampledFrom(celltest.AmountForms).Draw(t, "money form"),
			headers:   rapid.SampledFrom(headerSets).Draw(t, "headers"),
			shuffle:   rapid.Uint64().Draw(t, "shuffle"),
			title:     rapid.Bool().Draw(t, "title"),
		}
	})
}

func contentGenerator() *rapid.Generator[content] {
	word := rapid.StringMatching(`[A-ZÅÄÖ][a-zåäö]{2,9}`).Filter(said)
	text := rapid.StringMatching(`[A-ZÅÄÖ][a-zåäö]{1,5}([ ;,|"\t\n-][a-zåäö]{1,6}){0,5}["!]?`).Filter(said)
	row := rapid.Custom(func(t *rapid.T) pair {
		return pair{
			code:    rapid.SampledFrom([]string{"", "A70009", "S21168", "HK-1"}).Draw(t, "code"),
			project: word.Draw(t, "project") + ` "hanke" ` + word.Draw(t, "name"),
			actor:   word.Draw(t, "actor"),
			role:    rapid.SampledFrom([]string{"", "päätoteuttaja", "delgenomförare", "Lead partner"}).Draw(t, "role"),
			place:   word.Draw(t, "place"),
			remark:  text.Draw(t, "remark"),
			from:    celltest.Days().Draw(t, "from"), to: celltest.Days().Draw(t, "to"),
			cents:    rapid.Int64Range(-1e12, 1e12).Draw(t, "cents"),
			keywords: rapid.SliceOfNDistinct(word, 2, 4, rapid.ID).Draw(t, "keywords"),
		}
	})
	return rapid.Custom(func(t *rapid.T) content {
		rows := rapid.SliceOfN(row, 1, 8).Draw(t, "rows")
		if rapid.Bool().Draw(t, "twice") {
			rows = append(rows, rows[0])
		}
		return rows
	})
}

// contentsOf are the keys and hashes of the records of a reading, in an order of their own.
func contentsOf(r *Reading) []recordKey {
	var all []recordKey
	for _, x := range r.Records {
		all = append(all, recordKey{x.Key, x.Hash})
	}
	slices.SortFunc(all, func(a, b recordKey) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.hash, b.hash)) })
	return all
}

func mustRead(t rapid.TB, raw []byte) *Reading {
	t.Helper()
	r, err := Read("taulukko.csv", bytes.NewReader(raw), Options{})
	if err != nil {
		t.Fatalf("%v\n%s", err, raw)
	}
	return r
}

// Goal R5: the same content is the same records, however a file writes it.
func TestSameContentSameRecords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		content := contentGenerator().Draw(t, "table")
		want := mustRead(t, content.write(plainDress))
		d := dressGenerator().Draw(t, "dress")
		raw := content.write(d)
		got := mustRead(t, raw)
		if !slices.Equal(contentsOf(got), contentsOf(want)) {
			t.Fatalf("other records from\n%s\n%v\n%v", raw, got.Records, want.Records)
		}
		blank := 0
		if d.title {
			blank = 2
		}
		rows := got.Report.Rows
		if rows.Read != len(content)+blank || rows.Rejected != 0 || rows.Blank != blank {
			t.Fatalf("%d rows written, report %+v", len(content), rows)
		}
	})
}

// Goal R6: whatever stands in a file, each row is stored, a duplicate,
// rejected or blank, and a second count agrees.
func TestEveryRowIsAccountedFor(t *testing.T) {
	piece := rapid.SampledFrom([]string{
		";", ";", ";", "\n", "\n", "\r\n", "\r", `"`, `"`, `""`, "Hanke", "Toimija", "1.1.2020", "31.2.2020", " ", "x", "ä", "\x00", "\u200b",
		"hanke;toimija\n", "Yhteensä;", `"Hanke";"Toimija"`, "A;B\n", "maija@esimerkki.example",
	})
	rapid.Check(t, func(t *rapid.T) {
		text := "hanke;toimija;alkaa\n" + strings.Join(rapid.SliceOfN(piece, 0, 60).Draw(t, "pieces"), "")
		r := mustRead(t, []byte(text))
		if rows := r.Report.Rows; rows.Stored != len(r.Records) || rows.check() != nil {
			t.Fatalf("%+v, %d records", rows, len(r.Records))
		}
		rejected := 0
		for _, i := range r.Report.Issues {
			if i.Rejected {
				rejected++
			}
			if i.Row == 0 || i.Text("fi") == "issue."+i.Code {
				t.Fatalf("an issue without a place or words: %+v", i)
			}
		}
		if rejected != r.Report.Rows.Rejected {
			t.Fatalf("%d rows rejected, %d told", r.Report.Rows.Rejected, rejected)
		}
	})
}

// said tells that a cell is not one of the words for nothing, such as "NaN".
func said(s string) bool { return cell.Clean(s) != "" }
