package importer

import (
	"regexp"
	"strings"

	"hankeverkko/importer/page"
)

// Text that programs take out of a page may have lost its lines: labels and
// values follow each other, and sections stand in the middle. These are the
// labels and titles as pages print them.
var (
	inlineLabel = regexp.MustCompile(`(?:^|[\s;])((?:` + strings.Join([]string{
		`Hakijan virallinen nimi`, `Osatoteuttajan virallinen nimi`, `Organisaation virallinen nimi`, `Organisaation nimi`, `Organisaatiotyyppi`, `Y-tunnus`, `Jakeluosoite`, `Postinumero`,
		`Postitoimipaikka`, `WWW-osoite`, `Puhelinnumero`, `Tilinumero \(IBAN\)`, `Hankkeen yhteyshenkilön nimi`, `Yhteyshenkilön asema hakijaorganisaatiossa`,
		`Yhteyshenkilön sähköpostiosoite`, `Yhteyshenkilön puhelinnumero`, `Hankekoodi`, `Hankkeen julkinen nimi`, `Hankkeen nimi`, `Suunnitelman mukainen toteutusaika`,
		`Toiminnan tila`, `Vastuuviranomainen`, `Rahoittava viranomainen`, `Alkamispäivämäärä`, `Päättymispäivämäärä`,
		`Myönnetty EU- ja valtion rahoitus`, `Toteutunut EU- ja valtion rahoitus`,
	}, `|`) + `):?|(?:Toimintalinja|Erityistavoite):?\s+\d|(?:Asiasanat|Avainsanat|Kohderyhmät|Maakunnat|Seutukunnat|Kunnat|Rahasto|Tukitoimen ala|Toimintalinja|Erityistavoite|Toteutusaika):)`)
	inlineSection = regexp.MustCompile(`(?:^|\s)(?:\d{1,2}\.?\s+(?:Hanke\s|Hakijan perustiedot|Hankkeen perustiedot|Hankkeen luokittelu|Tiivistelmä|Maantieteellinen kohdealue)|Hakijoiden lukumäärä tai tuen siirto|` + page.Ticked + `|` + page.Unticked + `|Vain yksi hakija|Hakijoita on useampi kuin yksi|Hakija siirtää osan|\d\.\d\s+Hankkeen julkinen tiivistelmä(?:\s*\([^)]*\))?|Vastuullisen hakijan lisäksi[^:]{0,40}hakijat:?|Tahot, joille siirretään[^:]{0,40}tuesta:?)`)
)

// splitLines gives lines with several labels a line for each section and a cell
// for each label. A line that begins otherwise is a text, and stays whole.
func splitLines(lines []page.Line) []page.Line {
	out := make([]page.Line, 0, len(lines))
	for _, l := range lines {
		if len(l.Cells) != 1 || l.Heading || !beginsInline(l.Cells[0]) {
			out = append(out, l)
			continue
		}
		for _, part := range cutAt(l.Cells[0], inlineSection.FindAllStringIndex(l.Cells[0], -1)) {
			out = append(out, page.Line{Cells: labelCells(part), Table: l.Table})
		}
	}
	return out
}

// beginsInline tells a line that begins with a section and goes on, or with a
// label after which another stands.
func beginsInline(written string) bool {
	if at := inlineSection.FindStringIndex(written); at != nil && at[0] == 0 && len(strings.TrimSpace(written)) > at[1] {
		return true
	}
	at := inlineLabel.FindStringIndex(written)
	return at != nil && at[0] == 0
}

// cutAt cuts a text before each place, and what a section's title leaves behind
// it becomes a part of its own.
func cutAt(written string, places [][]int) (parts []string) {
	from := 0
	add := func(to int) {
		if part := strings.TrimSpace(written[from:to]); part != "" {
			parts = append(parts, part)
		}
		from = to
	}
	for _, p := range places {
		add(p[0])
		if endsTitle.MatchString(written[p[0]:p[1]]) {
			add(p[1])
		}
	}
	add(len(written))
	return parts
}

// endsTitle are titles that end where they were recognised.
var endsTitle = regexp.MustCompile(`(?:perustiedot|luokittelu|kohdealue|Hanke\s|tiivistelmä(?:\s*\([^)]*\))?|hakijat:?|tuesta:?)$`)

// labelCells cuts a text into cells before and after each label.
func labelCells(written string) (cells []string) {
	from := 0
	add := func(to int) {
		if c := strings.Trim(written[from:to], " \t\n\u00a0;"); c != "" {
			cells = append(cells, c)
		}
		from = to
	}
	for _, at := range inlineLabel.FindAllStringIndex(written, -1) {
		add(at[0])
		label := written[at[0]:at[1]]
		// A number that the label was known by belongs to the value.
		add(at[0] + len(strings.TrimRight(label, "0123456789")))
	}
	add(len(written))
	return cells
}
