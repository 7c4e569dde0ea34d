package identity

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/text"
	"hankeverkko/words"
)

// personKey is the general name for whoever is hidden.
const personKey = "actor.person"

// Hidden counts the actors of a network whose names are kept from the public.
func Hidden(n *graph.Network) (hidden int) {
	for i := range n.Actors {
		if n.Actors[i].Hidden() {
			hidden++
		}
	}
	return hidden
}

// Masked returns the network as the public may see it: hidden persons keep
// kind, place and ties alone, under a general name and an id that is made of
// one of their projects, and their names are masked in the texts of those
// projects. Without hidden persons it is the network itself.
func Masked(n *graph.Network) (*graph.Network, error) {
	if Hidden(n) == 0 {
		return n, nil
	}
	actors, projects := slices.Clone(n.Actors), slices.Clone(n.Projects)
	masks := map[int32]Mask{} // by project
	numbers := map[int32]int{}
	for a := range actors {
		if !actors[a].Hidden() {
			continue
		}
		mask := MaskOf(&n.Actors[a])
		for _, t := range n.ActorTies(a) {
			masks[n.Ties[t].P] = append(masks[n.Ties[t].P], mask...)
		}
		first := int32(-1)
		if ties := n.ActorTies(a); len(ties) > 0 {
			first = n.Ties[ties[0]].P
		}
		numbers[first]++
		actors[a] = masked(&n.Actors[a], first, numbers[first])
	}
	taken := map[graph.ProjectID]bool{}
	for p := range projects {
		if mask := masks[int32(p)]; mask != nil {
			mask.project(&projects[p])
		}
		for id, k := projects[p].ID, 2; taken[projects[p].ID]; k++ {
			projects[p].ID = graph.ProjectID(fmt.Sprintf("%s~%d", id, k))
		}
		taken[projects[p].ID] = true
	}
	for a := range actors {
		if actors[a].Hidden() { // only now are the ids of projects free of names
			actors[a].ID = maskedID(projects, actors[a].ID)
		} else {
			actors[a].PartOf, actors[a].Follows = withoutHidden(n, actors[a].PartOf), withoutHidden(n, actors[a].Follows)
		}
	}
	ties := slices.Clone(n.Ties)
	for i := range ties {
		ties[i].Project, ties[i].Actor = projects[ties[i].P].ID, actors[ties[i].A].ID
	}
	return graph.New(projects, actors, ties)
}

// masked returns what may be told of a hidden person. The id holds the
// position of the project for maskedID.
func masked(a *graph.Actor, project int32, number int) graph.Actor {
	out := graph.Actor{
		ID: graph.ActorID(fmt.Sprintf("%d#%d", project, number)), Name: words.Text(words.Languages[0], personKey, nil), Names: map[string]string{},
		Kind: a.Kind, Country: a.Country, Seat: a.Seat, Person: true,
	}
	for _, lang := range words.Languages {
		out.Names[lang] = words.Text(lang, personKey, nil)
	}
	return out
}

func maskedID(projects []graph.Project, id graph.ActorID) graph.ActorID {
	var project, number int
	if _, err := fmt.Sscanf(string(id), "%d#%d", &project, &number); err != nil || project < 0 {
		return "person:" + id
	}
	return graph.ActorID(fmt.Sprintf("person:%s#%d", projects[project].ID, number))
}

func withoutHidden(n *graph.Network, relations []graph.Relation) []graph.Relation {
	return slices.DeleteFunc(slices.Clone(relations), func(r graph.Relation) bool {
		other, ok := n.FindActor(r.Actor)
		return ok && n.Actors[other].Hidden()
	})
}

// Mask finds the names of hidden persons in texts.
type Mask []*regexp.Regexp

// shortest is the length of a name below which it is not looked for in texts.
const shortest = 4

// MaskOf returns the mask of all spellings of a person: as written, without
// the form of a sole trader, and the surname in any case.
func MaskOf(a *graph.Actor) Mask {
	w := readPersonWords()
	spelt := []string{a.Name, a.BusinessID}
	for _, name := range a.Names {
		spelt = append(spelt, name)
	}
	for _, alias := range a.Aliases {
		spelt = append(spelt, alias.Name)
	}
	for _, name := range slices.Clone(spelt) {
		bare := soleTraderForm.ReplaceAllString(name, " ")
		spelt = append(spelt, strings.Trim(strings.Join(strings.Fields(bare), " "), " ,.-"))
	}
	slices.SortFunc(spelt, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) })
	var mask Mask
	for _, name := range slices.Compact(spelt) {
		if len([]rune(name)) >= shortest {
			mask = append(mask, regexp.MustCompile(`(?i)`+regexp.QuoteMeta(name)))
		}
	}
	for _, name := range spelt {
		surname := w.personal(name)
		if len([]rune(surname)) < shortest {
			continue
		}
		stem := surname
		if strings.HasSuffix(text.Fold(surname), "nen") {
			stem = surname[:len(surname)-len("nen")] // -sen, -sta
		}
		again := regexp.MustCompile(`(?i)(^|\P{L})((?:[\p{L}-]+ ){0,3})` + regexp.QuoteMeta(stem) + `\p{L}*`)
		if !slices.ContainsFunc(mask, func(r *regexp.Regexp) bool { return r.String() == again.String() }) {
			mask = append(mask, again)
		}
	}
	return mask
}

var soleTraderForm = regexp.MustCompile(`(?i)(^|\P{L})(t:?mi|toiminimi|enskild firma)(\P{L}|$)`)

// Text returns a text with the names masked by the general name.
func (m Mask) Text(s string) string {
	if s == "" {
		return s
	}
	for _, name := range m {
		s = name.ReplaceAllStringFunc(s, func(found string) string {
			lead := ""
			if name.NumSubexp() > 0 {
				parts := name.FindStringSubmatch(found)
				lead = parts[1] + exceptGiven(parts[2])
			}
			return lead + "[" + words.Text(words.Languages[0], personKey, nil) + "]"
		})
	}
	return s
}

// exceptGiven returns the words before a surname without the given names.
func exceptGiven(words string) string {
	list := strings.Fields(words)
	for len(list) > 0 && readPersonWords().isGiven(list[len(list)-1]) {
		list = list[:len(list)-1]
	}
	if len(list) == 0 {
		return ""
	}
	return strings.Join(list, " ") + " "
}

func (m Mask) project(p *graph.Project) {
	texts := []*string{&p.Name, &p.Description, &p.Priority, &p.Objective, &p.Funder, &p.Authority, &p.Status, &p.Link, &p.Code}
	for _, t := range texts {
		*t = m.Text(*t)
	}
	p.ID = graph.ProjectID(m.Text(string(p.ID)))
	p.Keywords, p.Themes, p.TargetGroups = m.list(p.Keywords), m.list(p.Themes), m.list(p.TargetGroups)
	p.Places, p.Differing = slices.Clone(p.Places), slices.Clone(p.Differing)
	for i := range p.Places {
		p.Places[i].Written = m.Text(p.Places[i].Written)
	}
	for i := range p.Differing {
		p.Differing[i].Value = m.Text(p.Differing[i].Value)
	}
}

func (m Mask) list(texts []string) []string {
	if texts == nil {
		return nil
	}
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = m.Text(t)
	}
	return out
}
