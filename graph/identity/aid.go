package identity

import (
	"slices"
	"strings"
	"sync"

	"hankeverkko/graph"
)

// aidRule is a row of kinds/aid.tsv: one way to know aid to one company.
type aidRule struct {
	id        string
	recipient string // "any"; "open": not known to be no company; "company"
	authority []pattern
	nameless  bool // no authority is named
	titles    []string
	codes     []string
}

var aidRules = sync.OnceValue(func() (rules []aidRule) {
	for _, line := range kindTable("aid") {
		r := aidRule{id: line[0], recipient: line[1], nameless: line[2] == "none"}
		if !r.nameless && line[2] != "-" {
			r.authority = patternsOf(line[2])
		}
		if line[3] != "-" {
			r.titles = strings.Split(line[3], ", ")
		}
		if line[4] != "-" {
			r.codes = strings.Split(line[4], ", ")
		}
		rules = append(rules, r)
	}
	return rules
})

// CompanyAid tells by which rule of kinds/aid.tsv project p of the network is
// aid to one company, such as a subsidy for machines; empty when it is not.
// A project of several actors is not.
func CompanyAid(n *graph.Network, p int) (rule string) {
	ties := n.ProjectTies(p)
	if len(ties) > 1 || n.Projects[p].Partners == graph.PartnersListed {
		return ""
	}
	recipient := graph.KindUnknown
	if len(ties) == 1 {
		recipient = n.Actors[ties[0].A].Kind
	}
	return CompanyAidTo(recipient, &n.Projects[p])
}

// CompanyAidTo tells the same of a project whose only actor is of a kind;
// unknown stands for no actor too.
func CompanyAidTo(recipient graph.ActorKind, project *graph.Project) (rule string) {
	authority, title := strings.Fields(NameForm(project.Authority)), NameForm(project.Name)
	for _, r := range aidRules() {
		if r.mayGoTo(recipient) && r.fits(authority, title, project.Code) {
			return r.id
		}
	}
	return ""
}

func (r *aidRule) mayGoTo(recipient graph.ActorKind) bool {
	company := recipient.Sector() == graph.SectorCompanies
	return r.recipient == "any" || company || r.recipient == "open" && recipient == graph.KindUnknown
}

func (r *aidRule) fits(authority []string, title, code string) bool {
	if r.nameless && len(authority) > 0 {
		return false
	}
	if r.authority != nil && !slices.ContainsFunc(r.authority, func(p pattern) bool {
		return p.within(authority)
	}) {
		return false
	}
	if r.titles != nil && !slices.Contains(r.titles, title) {
		return false
	}
	return r.codes == nil || slices.ContainsFunc(r.codes, func(begin string) bool { return strings.HasPrefix(code, begin) })
}
