package importer

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
)

// Each row of this list is joined with another or kept apart for one reason.
const jointList = `Koodi,Rahasto,Hankkeen nimi,Tl,Viranomainen,Tila,Aloituspvm,Päättymispvm,Toteuttajan nimi,Myönnetty EU- ja valtion rahoitus,Toteutunut EU- ja valtion rahoitus,Suunniteltu julkinen rahoitus yhteensä,Toteutunut julkinen rahoitus yhteensä
A79012,EAKR,INKA - Valoa kaamokseen,2,Lapin liitto,Käynnissä,1.3.2015,28.2.2017,Lapin yliopisto,100,10,100,10
A79011,EAKR,Inka: valoa kaamokseen,2,Innovaatiorahoituskeskus Tekes,Käynnissä,1.3.2015,28.2.2017,Oulun yliopisto,200,20,200,20
A79013,EAKR,INKA - Valoa kaamokseen,2,Lapin liitto,Käynnissä,1.3.2015,31.3.2017,Kemin kaupunki,300,30,300,30
A79014,EAKR,Koordinaatio Lapissa,2,Lapin liitto,Käynnissä,1.3.2015,28.2.2017,Kemin kaupunki,400,40,400,40
A79015,EAKR,Koordinaatio Lapissa,2,Lapin liitto,Käynnissä,1.3.2015,28.2.2017,Sallan kunta,500,50,500,50
A79016,EAKR,Kolmen sanan hanke,2,Lapin liitto,Käynnissä,1.4.2015,28.2.2017,Sallan kunta,600,60,600,60
A79017,EAKR,Kolmen sanan hanke,2,Lapin liitto,Käynnissä,1.4.2015,28.2.2017,SALLAN KUNTA,700,70,700,70
A79022,EAKR,Yksi yhtiö kahdesti,2,Lapin liitto,Käynnissä,1.6.2015,28.2.2017,Merenkulku Ab,1,1,1,1
A79023,EAKR,Yksi yhtiö kahdesti,2,Lapin liitto,Käynnissä,1.6.2015,28.2.2017,MERENKULKU AB OY,1,1,1,1
A79018,EAKR,Päiviä ei ole,2,Lapin liitto,Käynnissä,,,Sallan kunta,800,80,800,80
A79019,EAKR,Päiviä ei ole,2,Lapin liitto,Käynnissä,,,Kemin kaupunki,900,90,900,90
A79020,EAKR,Investointi ja kehittäminen,1,Finnvera,Käynnissä,1.5.2015,28.2.2017,Yksi Oy,1000,100,1000,100
A79021,EAKR,Investointi ja kehittäminen,1,Finnvera,Käynnissä,1.5.2015,28.2.2017,Kaksi Oy,1100,110,1100,110
`

func readJoint(t *testing.T, raw []byte, joint Joint) *Reading {
	t.Helper()
	r, err := Read("lista.csv", bytes.NewReader(raw), Options{Joint: joint})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestJointByTitle(t *testing.T) {
	apart, together := readJoint(t, []byte(jointList), ""), readJoint(t, []byte(jointList), JointTitle)
	if apart.Report.Joint != (Joined{Rule: JointGroup}) || together.Report.Joint != (Joined{JointTitle, 1, 2}) {
		t.Errorf("%+v, %+v", apart.Report.Joint, together.Report.Joint)
	}
	if apart.Report.Rows != together.Report.Rows {
		t.Errorf("%+v, %+v", apart.Report.Rows, together.Report.Rows)
	}
	var joined []graph.Cells
	for _, r := range together.Records {
		if r.Project == "eura:A79011" {
			joined = append(joined, r.Cells)
		}
	}
	if len(joined) != 2 || joined[0][graph.FieldCode] != "A79012" || joined[1][graph.FieldCode] != "A79011" {
		t.Fatalf("%v", joined)
	}
	for _, c := range joined {
		if c[graph.FieldGroupCode] != "A79011" || c[graph.FieldJoint] != "yes" || c[graph.FieldPart] != "" {
			t.Errorf("%v", c)
		}
	}
	n, err := identity.Apply(together.Records, nil, together.Source)
	if err != nil {
		t.Fatal(err)
	}
	p, ok := n.FindProject("eura:A79011")
	if !ok || len(n.Projects) != 12 || n.Projects[p].Partners != graph.PartnersListed || n.Projects[p].Code != "A79011" || len(n.ProjectTies(p)) != 2 {
		t.Fatalf("%d projects, %+v", len(n.Projects), n.Projects[p])
	}
	if ties := n.ProjectTies(p); ties[0].Granted.Cents+ties[1].Granted.Cents != 300_00 {
		t.Errorf("%+v", ties)
	}
}

// Read again the list changes nothing; read by another rule it changes the
// joint projects alone, and back again nothing is left of it.
func TestJointIsAChangeLikeAnother(t *testing.T) {
	apart, together := readJoint(t, []byte(jointList), JointGroup), readJoint(t, []byte(jointList), JointTitle)
	lines := strings.SplitAfter(strings.TrimSpace(jointList), "\n")
	lines[1], lines[len(lines)-1] = lines[len(lines)-1]+"\n", strings.TrimSpace(lines[1])
	turned := readJoint(t, []byte(strings.Join(lines, "")), JointTitle)
	if c := graph.Diff(together.Records, turned.Records, false); len(c.Added)+len(c.Removed) > 0 {
		t.Errorf("in another order: %+v", c)
	}
	there, back := graph.Diff(apart.Records, together.Records, false), graph.Diff(together.Records, apart.Records, false)
	if len(there.Added) != 2 || len(there.Removed) != 2 || len(back.Added) != 2 || len(back.Removed) != 2 {
		t.Errorf("there %+v, back %+v", there, back)
	}
}

func TestJointNone(t *testing.T) {
	row := map[string]string{"Hankekoodi": "A80001", "Ryhmähanketunnus": "R-00123", "Hankkeen nimi": "Valoa", "Toteuttajan nimi": "Lapin yliopisto"}
	for joint, want := range map[Joint]struct {
		project graph.ProjectID
		joined  Joined
	}{
		"":         {"eura:R-00123", Joined{JointGroup, 1, 1}},
		JointTitle: {"eura:R-00123", Joined{JointTitle, 1, 1}},
		JointNone:  {"eura:A80001", Joined{Rule: JointNone}},
	} {
		r := readJoint(t, eura2021Book(row), joint)
		if r.Records[0].Project != want.project || r.Report.Joint != want.joined || r.Records[0].Cells[graph.FieldGroupCode] != "R-00123" {
			t.Errorf("%s: %+v, %+v", joint, r.Records[0], r.Report.Joint)
		}
	}
	// The same in a sheet of one's own, whatever its rows are called.
	const sheet = "Hankekoodi;Ryhmähanketunnus;Hanke;Toimija\nA80001;R-7;Valoa;Lapin yliopisto\nX1;;Varjoa;Kemin kaupunki\n"
	if r := readJoint(t, []byte(sheet), ""); r.Records[0].Project != "eura:R-7" || r.Records[1].Project != "lista:X1" {
		t.Errorf("%v", r.Records)
	}
	var file *FileError
	if _, err := Read("a.csv", strings.NewReader(sheet), Options{Joint: "maybe"}); !errors.As(err, &file) || file.Code != "joint-unknown" {
		t.Error(err)
	}
}

// The strict rule on the real lists. They are cuts: where an authority was left
// out, the other half of a joint project is missing.
func TestJointInRealLists(t *testing.T) {
	for name, want := range map[string]Joined{
		"eura-fi/projektilista-2007-2013.csv":          {JointTitle, 36, 82},
		"eura-fi/projektilista-2014-2020.csv":          {JointTitle, 18, 41},
		"eura-fi/projektilista-2014-2020.original.csv": {JointTitle, 18, 41},
	} {
		r, err := Read(name, shared(t, name), Options{Joint: JointTitle})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, r.Report.Joint); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}
