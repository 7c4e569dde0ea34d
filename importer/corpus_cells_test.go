package importer

import (
	"strings"
	"unicode"
)

func corpusValues() []badFile {
	days := "hanke;toimija;alkaa;päättyy\n"
	for i, d := range []string{
		"31.2.2021;1.1.2022", "29.2.2021;", "1.1.21;", "2021;", "00.00.0000;", "1.13.2021;", "13/31/2021;", "1.1.0201;1.1.2201", "kevät 2021;", "45000;45001.5", "99999;", "1.2-2020;", "2021-02-30;", "1.1.2022;1.1.2021", "1.1.2020 klo 12;", "'2020-01-01;", "１.１.２０２０;",
	} {
		days += "A" + plainNumber(i) + ";B;" + d + "\n"
	}
	sums := "hanke;toimija;euroa\n"
	for i, s := range []string{
		"1,5E+06", "NaN", "1e309", "12O", "1.234,56", "1,234.56", "1 234 567,50", "\u2212500", "500-", "(500)", "--5", "(-5)", "10 t€", "12 %", "0x10", "1.23.45", "99999999999999999999", "€ 5", "5 USD", "=1+1", "1'000", "½", "٣",
	} {
		sums += "A" + plainNumber(i) + ";B;\"" + s + "\"\n"
	}
	ids := "hanke;toimija;y-tunnus;vat;pic\n"
	for i, id := range []string{
		"0292800-5;;", "0292800-6;;", "02928005;;", "FI02928005;;", "292800-5;;", "0000000-0;;", "1234567-8;;", "NOTAPPLICABLE;NOTAPPLICABLE;NOTAPPLICABLE", "-;0;111111111", ";FI02928006;", ";DE;", ";DE129515865;999992401", ";;99999240", "0109864-4;SE556036079301;",
	} {
		ids += "A" + plainNumber(i) + ";B;" + id + "\n"
	}
	return []badFile{
		{"days-alike.csv", "days that are none in rows that are alike without them", []byte("hanke;toimija;alkaa\nA;B;1.1.21\nA;B;31.2.2021\nA;B;\n")},
		{"days.csv", "days that are none, and days in every writing", []byte(days)},
		{"sums.csv", "amounts that are none, and amounts in every writing", []byte(sums)},
		{"ids.csv", "business ids, VAT numbers and PICs that are none", []byte(ids)},
		{"id-two-names.csv", "one business id under two names, one name with two ids", []byte("hanke;toimija;y-tunnus\nA;Lapin yliopisto;0292800-5\nB;University of Lapland;0292800-5\nC;Kemi;0210427-6\nD;Kemi;0191883-3\n")},
		{"words.csv", "yes and no, parts and addresses that are none", []byte("hanke;toimija;yhteishanke;rooli;linkki;www\nA;B;ehkä;pomo;javascript:alert(1);file:///etc/passwd\nC;D;kyllä;päätoteuttaja;https://esimerkki.example;//esimerkki\nE;F;1;LP;http://käyttäjä:sala@esimerkki.example;esimerkki.example\n")},
		{"nothing.csv", "words for nothing in every column", []byte("hanke;toimija;alkaa;euroa;y-tunnus;teemat\nA;B;NA;-;NOTAPPLICABLE;ei tietoa\nC;NA;1.1.2020;1;;\nNA;D;;;;\n")},
		{"errors.csv", "what spreadsheets show for a formula that failed", []byte("hanke;toimija;alkaa;euroa\nA;B;#ARVO!;#REF!\nC;D;#VALUE!;#JAKO/0!\n#NIMI?;E;;\n")},
	}
}

func corpusNames() []badFile {
	spellings := []string{
		"Lapin yliopisto", "LAPIN YLIOPISTO", "Lapin\u00a0yliopisto", "Lapin  yliopisto", "La\u00adpin yliopisto", "Lapin yliopisto\u200b", "Ｌａｐｉｎ yliopisto", "Lapin ylio\u0070isto", "Lapin yliopisto\u202e", "Läpin yliopisto", "La\u0308pin yliopisto", "Lаpin yliopisto",
	}
	scripts := []string{
		"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg/onload=alert(1)>", "javascript:alert(1)", "{{constructor.constructor('x')()}}", "${7*7}", "'; DROP TABLE records; --", "\" OR 1=1 --", "MATCH (n) DETACH DELETE n", "'}) DETACH DELETE n //", "../../etc/passwd", "%00", "\\x3cscript\\x3e", "&lt;b&gt;", "<!--", "]]>",
	}
	formulas := []string{"=1+1", "+1", "-1+2", "@SUM(1)", "=cmd|' /C calc'!A0", "\t=1", "\r=1", "'=1", "＝1", "=HYPERLINK(\"http://x\")", "=IMPORTXML(1)", "%0A=1", ";=1", "|=1", "\"=1", "−1"}
	list := func(header string, names []string) []byte {
		var b strings.Builder
		b.WriteString(header)
		for i, n := range names {
			b.WriteString("H" + plainNumber(i) + ";\"" + strings.ReplaceAll(n, `"`, `""`) + "\"\n")
		}
		return []byte(b.String())
	}
	return []badFile{
		{"spellings.csv", "a name in writings that look alike", list("hanke;toimija\n", spellings)},
		{"scripts.csv", "names that are programs", list("hanke;toimija\n", scripts)},
		{"formulas.csv", "names that are formulas", list("hanke;toimija\n", formulas)},
		{"name-long.csv", "a name of 5,000 letters", list("hanke;toimija\n", []string{strings.Repeat("Ä", 5_000)})},
		{"name-marks.csv", "a letter with 1,000 marks", list("hanke;toimija\n", []string{"Z" + strings.Repeat("\u0301", 1_000)})},
		{"name-signs.csv", "names without a letter", list("hanke;toimija\n", []string{"...", "§§§", "\u200b\u200b", "—", "🎉🎉"})},
		{"name-lists.csv", "names that hold what parts lists", list("hanke;toimija\n", []string{"A;B", "A\nB", "A, B", "A/B", "A ja B", ";;;"})},
		{"name-control.csv", "every control sign in a name", list("hanke;toimija\n", []string{controls()})},
		{"private-use.csv", "letters of no alphabet", list("hanke;toimija\n", []string{"\uE000\uF8FF", "\U0010FFFF", "\uFFFD", "\uFDD0"})},
	}
}

func controls() string {
	var b strings.Builder
	for r := rune(1); r < 0xA0; r++ {
		if unicode.IsControl(r) {
			b.WriteRune(r)
		}
	}
	return "A" + b.String() + "B"
}

func corpusPrivacy() []badFile {
	return []badFile{
		{"contacts.csv", "columns of contact persons", []byte("hanke;toimija;yhteyshenkilö;sähköposti;puhelin;kontaktperson;e-mail;contact person\nA;B;Maija Malli;maija@esimerkki.example;040 123 4567;Maija;maija@esimerkki.example;Maija\n")},
		{"free-text.csv", "contacts in texts and names", []byte("hanke;toimija;kuvaus\nA;Kemin kaupunki, maija@esimerkki.example;Soita 040 123 4567 tai +358 40 123 4567.\nB maija@esimerkki.example;Kemi;Tunnus 131052-308T, sähköposti maija (at) esimerkki (piste) example\n")},
		{"secret-places.csv", "contacts where a number or a day belongs", []byte("hanke;toimija;euroa;alkaa;y-tunnus;linkki\nA;B;040 123 4567;131052-308T;131052-308T;mailto:maija@esimerkki.example\n")},
		{"secret-project.csv", "a project that is named by an address alone", []byte("hanke;toimija\nmaija@esimerkki.example;Kemi\nValo;maija@esimerkki.example\n")},
		{"secret-header.csv", "a header that holds an address", []byte("hanke;toimija;maija@esimerkki.example\nA;B;x\n")},
		{"sole-trader.csv", "sole traders by their own names", []byte("hanke;toimija\nA;Tmi Matti Mallikas\nB;Toiminimi Malli\n")},
	}
}
