package importer

import (
	"strings"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/importer/cell"
)

// The headers that the contract names, in the spellings people use.
func TestHeaders(t *testing.T) {
	for field, headers := range map[graph.Field]string{
		graph.FieldCode:         "hankekoodi|Hankekoodi |HANKE-KOODI|Projektikoodi|Projektikod|Projektkod|Project code",
		graph.FieldProject:      "hanke|Hankkeen nimi|Projektin nimi|Projekt|Projektnamn|Project title",
		graph.FieldActor:        "toimija|Toteuttaja|Toteuttajan nimi|Päätoteuttaja|Paatoteuttaja|Genomförare|Huvudgenomförare|Organisation",
		graph.FieldPart:         "rooli|Rooli hankkeessa|Roll|Role",
		graph.FieldBusinessID:   "y-tunnus|Y-tunnus|Ytunnus|Y TUNNUS|Toteuttajan Y-tunnus|FO-nummer|Business ID",
		graph.FieldFrom:         "alkaa|Alkamispäivä|Aloituspvm|Alkaa (pvm)|Startdatum|Start date",
		graph.FieldTo:           "päättyy|Päättymispäivä|Päättymispvm|Slutdatum|End date",
		graph.FieldSeat:         "kunta|Kotikunta|Kommun|Municipality",
		graph.FieldPlaces:       "paikat|Maakunta|Sijainti|Landskap|Region",
		graph.FieldThemes:       "teema|Tema|Theme",
		graph.FieldTargetGroups: "kohderyhmä|kohderyhmät|Målgrupper|Target groups",
		graph.FieldKeywords:     "asiasanat|Nyckelord|Keywords",
		graph.FieldFunder:       "rahoittaja|Finansiär|Funder",
		graph.FieldGranted:      "euroa|Myönnetty rahoitus|Myönnetty EU- ja valtion rahoitus|Beviljat stöd",
		graph.FieldPaid:         "maksettu|Toteutunut EU- ja valtion rahoitus|Utbetalt",
		graph.FieldDescription:  "kuvaus|Tiivistelmä|Beskrivning",
		graph.FieldLink:         "linkki|lähde|Länk|Link",
		graph.FieldFund:         "rahasto|Fond",
		graph.FieldPriority:     "toimintalinja|Tl|Insatsområde",
		graph.FieldObjective:    "erityistavoite|Et|Särskilt mål",
		graph.FieldStatus:       "tila|Toiminnan tila|Status",
		graph.FieldAuthority:    "viranomainen|Rahoittava viranomainen|Myndighet",
		graph.FieldActorKind:    "organisaatiotyyppi|Organisationstyp",
		graph.FieldSite:         "www|Kotisivu|Hemsida",
		graph.FieldTown:         "postitoimipaikka|Postort",
		graph.FieldPostalCode:   "postinumero|Postnummer",
		graph.FieldJoint:        "yhteishanke|Gemensamt projekt",
		graph.FieldPartners:     "Osatoteuttajat|Kumppani 2|Delgenomförare|Partners",
		graph.FieldGroupCode:    "Ryhmähanketunnus",
		graph.FieldVAT:          "VAT number",
		graph.FieldPIC:          "PIC",
	} {
		for _, header := range strings.Split(headers, "|") {
			if a, ok := fieldOf(header); !ok || a.field != field {
				t.Errorf("%q is read as %q, want %q", header, a.field, field)
			}
		}
	}
	for _, header := range []string{
		"", "Yhteyshenkilö", "Yhteyshenkilön nimi", "Sähköposti", "Puhelin", "Kontaktperson", "E-post", "Contact person", "Phone", "Email", "Jakeluosoite", "id", "nro", "Hanke 2",
	} {
		if a, ok := fieldOf(header); ok {
			t.Errorf("%q is read as %q", header, a.field)
		}
	}
}

// Every field of the domain can be read, and each alias stands as headers are
// compared and names one field.
func TestAliases(t *testing.T) {
	owner := map[string]graph.Field{}
	for field, names := range aliases {
		if !allowed[field] {
			t.Errorf("%s is not allowed", field)
		}
		for _, name := range strings.Fields(names) {
			if cell.Form(name) != name {
				t.Errorf("%s: alias %q is compared as %q", field, name, cell.Form(name))
			}
			if other, twice := owner[name]; twice && other != field {
				t.Errorf("%q names %s and %s", name, other, field)
			}
			owner[name] = field
		}
	}
	for _, f := range graph.Fields {
		if aliases[f] == "" {
			t.Errorf("no header is read as %s", f)
		}
	}
	for name := range leads {
		if owner[name] != graph.FieldActor {
			t.Errorf("%q leads but is no header of actors", name)
		}
	}
}

// Of two columns for one field the surer name wins, wherever it stands.
func TestTheSurerColumnWins(t *testing.T) {
	for _, text := range []string{"hanke;toimija;organisaatio\nA;B;C\n", "organisaatio;hanke;toimija\nC;A;B\n"} {
		r := read(t, text)
		if got := r.Records[0].Cells[graph.FieldActor]; got != "B" || len(r.Report.Dropped.Columns) != 1 || r.Report.Dropped.Columns[0] != "organisaatio" {
			t.Errorf("%q: actor %q, dropped %v", text, got, r.Report.Dropped.Columns)
		}
	}
}
