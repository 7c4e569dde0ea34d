package importer

import (
	"strings"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

const two = "hanke;toimija;alkaa\nValo ja lämpö;Kemin kaupunki;1.1.2020\nVarjo;Sallan kunta;2.1.2020\n"

// encoded writes a text in an old encoding, which can write it.
func encoded(text string, write func(string) (string, error)) []byte {
	out, err := write(text)
	if err != nil {
		panic(err)
	}
	return []byte(out)
}

func corpusDialect() []badFile {
	latin := func(s string) []byte { return encoded(s, charmap.Windows1252.NewEncoder().String) }
	little := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder()
	return []badFile{
		{"bom.csv", "a byte order mark", []byte("\uFEFF" + two)},
		{"bom-alone.csv", "nothing but a byte order mark", []byte("\uFEFF")},
		{"latin1.csv", "Windows-1252", latin(two)},
		{"utf16.tsv", "UTF-16 with tabs", encoded(strings.ReplaceAll(two, ";", "\t"), little.String)},
		{"utf16-odd.tsv", "UTF-16 cut in the middle of a letter", encoded(two, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String)[:51]},
		{"mixed.csv", "one row in another encoding", append([]byte(two+"Tähti;Ähtärin kaupunki;1.1.2020\n"), latin("Lämpö;Ähtärin kaupunki;1.1.2020\n")...)},
		{"mojibake.csv", "UTF-8 read as Windows-1252 once before", []byte(strings.ReplaceAll(two, "ä", "Ã¤"))},
		{"newlines.csv", "three kinds of line ends", []byte("hanke;toimija\r\nA;B\rC;D\nE;F\n\r")},
		{"old-mac.csv", "the line ends of old Macs", []byte(strings.ReplaceAll(two, "\n", "\r"))},
		{"sep.csv", "a line that names the delimiter", []byte("sep=;\n" + two)},
		{"sep-odd.csv", "a delimiter that is named and not there", []byte("sep=|\n" + two)},
		{"titles.csv", "titles above the header", []byte("Lapin hankkeet\n\nTulostettu 1.1.2021\n" + two)},
		{"totals.csv", "a sum below the rows", []byte(two + "Yhteensä;;\n;;\nLähde: oma lista;;\n")},
		{"header-again.csv", "the header once more in the middle", []byte(two + two)},
		{"header-only.csv", "a header and nothing below", []byte("hanke;toimija\n")},
		{"header-last.csv", "rows above a header at the very end", []byte("Valo;Kemin kaupunki\nhanke;toimija")},
		{"header-far.csv", "a header too far down", []byte(strings.Repeat("otsikko\n", 40) + two)},
		{"empty.csv", "no bytes", nil},
		{"spaces.csv", "spaces and line ends", []byte(" \t\r\n\n \n")},
		{"picture.csv", "a picture under another name", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")},
		{"page.csv", "a log-in page instead of a download", []byte("\r\n<!DOCTYPE html><html><head><title>Kirjaudu</title></head><body>Kirjaudu sisään</body></html>")},
		{"xml.csv", "XML", []byte("<?xml version=\"1.0\"?><hankkeet><hanke/></hankkeet>")},
		{"pdf.csv", "PDF", []byte("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")},
		{"rtf.csv", "rich text", []byte("{\\rtf1\\ansi hanke;toimija}")},
		{"pipes.csv", "columns parted by pipes", []byte(strings.ReplaceAll(two, ";", "|"))},
		{"delimiters.csv", "commas in the header, semicolons below", []byte("hanke,toimija\nA;B\nC;D\n")},
		{"binary.csv", "noise", []byte(strings.Repeat("\x00\x01\xFE\xFF\x07", 2000))},
	}
}

func corpusShape() []badFile {
	return []badFile{
		{"short-rows.csv", "rows with cells missing at the end", []byte("hanke;toimija;alkaa\nA;B\nC\n;D\n")},
		{"long-rows.csv", "a row with a cell too many", []byte("hanke;toimija\nA;B;C\nD;E;;\n")},
		{"quote-open.csv", "a quote that does not end", []byte("hanke;toimija\n\"A;B\nC;D\nE;F\n")},
		{"quote-inside.csv", "quotes inside cells that are none", []byte("hanke;toimija\nA \"B\" C;D\n\"E\" F;G\n\"H \"\"I\"\"\";J\n")},
		{"quote-stray.csv", "letters after the end of a quote", []byte("hanke;toimija\n\"A\"x;B\nC;D\n")},
		{"quote-lines.csv", "line ends inside quotes", []byte("hanke;toimija\n\"A\r\nB\";C\n\"D\n\nE\";F\n")},
		{"row-in-quotes.csv", "a whole row in one quoted cell", []byte("hanke;toimija;alkaa\n\"A;B;1.1.2020\"\nC;D;2.1.2020\n")},
		{"nul.csv", "signs that nobody sees", []byte("hanke;toimija\nA\x00B\x07;C\x1B[31m\n")},
		{"no-last-line-end.csv", "no line end at the end", []byte("hanke;toimija\nA;B")},
		{"column-twice.csv", "a column twice", []byte("hanke;toimija;hanke\nA;B;C\n")},
		{"columns-unnamed.csv", "columns without a name", []byte(";hanke;;toimija;\nx;A;y;B;z\n")},
		{"columns-strange.csv", "headers in odd writing", []byte(" HANKE : ;-- Toimija (pakollinen)--;ALKAA/pvm\nA;B;1.1.2020\n")},
		{"no-actor.csv", "no column of actors", []byte("hanke;paikka\nA;B\n")},
		{"no-project.csv", "no column of projects", []byte("toimija;paikka\nA;B\n")},
		{"nothing-known.csv", "no column that is known", []byte("eka;toka\nA;B\n")},
		{"columns-many.csv", "5,000 columns", []byte("hanke;toimija" + strings.Repeat(";x", 4_998) + "\nA;B\n")},
		{"cell-1mb.csv", "a cell of 1 MB", []byte("hanke;toimija;kuvaus\nA;B;" + strings.Repeat("x", 1<<20) + "\nC;D;e\n")},
		{"cell-10mb.csv", "a cell of 10 MB", []byte("hanke;toimija;kuvaus\nA;B;" + strings.Repeat("x ", 5<<20) + "\nC;D;e\n")},
		{"header-1mb.csv", "a header of 1 MB", []byte("hanke;toimija;" + strings.Repeat("x", 1<<20) + "\nA;B;c\n")},
		{"rows-same.csv", "a row thrice", []byte("hanke;toimija\nA;B\nA;B\n a ;B\nA;B\n")},
		{"rows-differ.csv", "rows of a project that disagree", []byte("hankekoodi;hanke;toimija;alkaa;tila\nA79001;Valo;Kemi;1.1.2020;Käynnissä\nA79001;Valoa;Salla;2.1.2020;Päättynyt\n")},
		{"rows-empty.csv", "empty rows between", []byte("hanke;toimija\n;\nA;B\n\n\n;;\nC;D\n")},
		{"rows-many.csv", "more rows than are read", []byte("hanke;toimija\n" + strings.Repeat("A;B\n", MaxRows+1))},
		{"rejects-many.csv", "50,000 rows of which none can be read", []byte("hanke;toimija\n" + strings.Repeat("A\n", 50_000))},
		{"partners-10000.csv", "10,000 partners in one cell", []byte("hanke;toimija;kumppanit\nA;B;\"" + partnersOf(10_000)[:MaxCell-10] + "\"\n")},
		{"partner-itself.csv", "a lead among its own partners, and a partner thrice", []byte("hanke;päätoteuttaja;osatoteuttajat\nA;Kemi;\"Kemi; Salla; Salla\nSalla\"\n")},
	}
}

func partnersOf(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("K" + plainNumber(i) + ";")
	}
	return b.String()
}
