package graph

import (
	"cmp"
	"fmt"
	"slices"
)

type (
	ProjectID string
	ActorID   string
	// Municipality is the official three-digit code, "698".
	Municipality string
	// AreaID names a region: "maakunta:19", "seutukunta:134", "kunta:145", "set:seinajoki-ilmajoki".
	AreaID string
)

// Part is what an actor does in a project. (A brokerage role is another thing.)
type Part uint8

const (
	Participant Part = iota // takes part, the source does not say how
	Lead
	Partner
	Recipient // gets part of the aid
	Associated
)

var parts = [...]string{"participant", "lead", "partner", "recipient", "associated"}

func (p Part) String() string { return parts[p] }

// ParsePart reads what String writes.
func ParsePart(s string) (Part, error) {
	if i := slices.Index(parts[:], s); i >= 0 {
		return Part(i), nil
	}
	return 0, fmt.Errorf("part %q: %w", s, ErrInvalid)
}

// Partners says what is known of a project's partners. Unknown is not none.
type Partners uint8

const (
	PartnersUnknown Partners = iota
	PartnersAlone            // known to have none
	PartnersListed
)

var partners = [...]string{"unknown", "alone", "listed"}

func (p Partners) String() string { return partners[p] }

// Rung says how a place or a seat became known, best first.
type Rung uint8

const (
	RungUnknown   Rung = iota
	RungNamed          // the source names it
	RungPostal         // from a postal code or town
	RungCommonest      // the actor's commonest town elsewhere
	RungName           // a municipality named in the actor's name
	RungAuthority      // a regional council as authority
)

var rungs = [...]string{"unknown", "named", "postal", "commonest", "name", "authority"}

func (r Rung) String() string { return rungs[r] }

// Place is where a project takes effect.
type Place struct {
	// Written is the source's own word, Area what it was taken for: empty when
	// it is no official place ("Meri-Lappi").
	Written        string
	Area           AreaID
	Municipalities []Municipality
	Rung           Rung
}

// RecordRef points to the record that a fact came from.
type RecordRef struct {
	Source SourceID
	Run    RunID
	Row    int
	Hash   Hash
}

// Project is a development project. Funder and authority are attributes:
// they are never ties.
type Project struct {
	ID                             ProjectID
	Code                           string
	Name                           string
	Description                    string
	Fund, Priority, Objective      string
	Funder, Authority, Status      string
	From, To                       Date
	Keywords, Themes, TargetGroups []string
	Places                         []Place
	Link                           string
	Partners                       Partners
	Records                        []RecordRef
	// Differing is what other sources say of the fields above.
	Differing []Told
}

// Told is what a source says of a field of a project, where another source
// says something else and is believed.
type Told struct {
	Field  Field
	Source SourceID
	Value  string
}

// State is a project's relation to a viewing date.
type State uint8

const (
	StateUnknown State = iota
	Running
	Ended
	Upcoming
)

var states = [...]string{"unknown", "running", "ended", "upcoming"}

func (s State) String() string { return states[s] }

// StateAt tells whether the project runs at the date. Without a start it is
// unknown unless its end has passed; without an end it runs on.
func (p *Project) StateAt(date Date) State {
	switch {
	case p.To != 0 && p.To < date:
		return Ended
	case p.From == 0:
		return StateUnknown
	case p.From > date:
		return Upcoming
	}
	return Running
}

// Alias is one spelling of an actor's name and the source that writes it.
type Alias struct {
	Name   string
	Source SourceID
}

// Actor is an organisation that takes part in projects.
type Actor struct {
	ID ActorID
	// OtherIDs are weaker ids of the same actor; they lead here.
	OtherIDs []ActorID
	Name     string
	Short    string // official short name, where known
	// Names are the names people chose for a language: "sv", "en".
	Names map[string]string
	Kind  ActorKind
	// KindWritten is the organisation type in the source's word.
	KindWritten string
	BusinessID  string
	PIC         string
	Site        string
	// Country is where the source says it is, by ISO 3166 in two letters where
	// the source does; empty is unknown, which in Finnish registers means Finland.
	Country string
	// Seat is the municipality where most of its ties are seated.
	Seat    Municipality
	Aliases []Alias
	// Person tells a sole trader or a private person, Public that people decided
	// to show one.
	Person, Public bool
	// PartOf are the actors that it is or was a part of, Follows those whose
	// work it went on with, as people decided.
	PartOf, Follows []Relation
}

// Hidden tells that name and numbers are kept from the public.
func (a *Actor) Hidden() bool { return a.Person && !a.Public }

// NameIn returns the name to show in a language.
func (a *Actor) NameIn(lang string) string {
	if name := a.Names[lang]; name != "" {
		return name
	}
	return a.Name
}

// Relation points to another actor of the network. From and To are the first
// and the last day that it holds; 0 is an open end.
type Relation struct {
	Actor    ActorID
	From, To Date
}

// HoldsAt tells whether the relation holds on a day.
func (r Relation) HoldsAt(day Date) bool {
	return (r.From == 0 || r.From <= day) && (r.To == 0 || day <= r.To)
}

// Finland is the country whose municipalities seats are in.
const Finland = "FI"

// Abroad tells that the actor is known to be in another country than Finland.
func (a *Actor) Abroad() bool { return a.Country != "" && a.Country != Finland }

// Tie says that an actor takes part in a project. There is one tie for each
// pair; money is in cents.
type Tie struct {
	Project ProjectID
	Actor   ActorID
	Part    Part
	// Seat is the actor's place in this project.
	Seat     Municipality
	SeatRung Rung
	Granted  Money
	Paid     Money
	Records  []RecordRef
	// P and A are the positions of project and actor, set by New.
	P, A int32
}

// Money is an amount in cents; Known tells an unknown amount from zero.
type Money struct {
	Cents int64
	Known bool
}

// Plus adds what is known.
func (m Money) Plus(o Money) Money {
	return Money{Cents: m.Cents + o.Cents, Known: m.Known || o.Known}
}

// Network is the two-mode network of one data revision: sorted, immutable.
type Network struct {
	Projects []Project // by ID
	Actors   []Actor   // by ID
	Ties     []Tie     // by project, then actor

	projectTies []int32 // Ties[projectTies[p]:projectTies[p+1]] are those of project p
	actorTies   [][]int32
}

// New sorts what it is given, in place, and links it up: the slices are the
// network's from then on. A tie must join a known project and a known actor,
// each pair once; otherwise ErrInvalid.
func New(projects []Project, actors []Actor, ties []Tie) (*Network, error) {
	n := &Network{Projects: projects, Actors: actors, Ties: ties}
	slices.SortFunc(n.Projects, func(a, b Project) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(n.Actors, func(a, b Actor) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(n.Ties, func(a, b Tie) int {
		return cmp.Or(cmp.Compare(a.Project, b.Project), cmp.Compare(a.Actor, b.Actor))
	})
	for i := 1; i < len(n.Projects); i++ {
		if n.Projects[i].ID == n.Projects[i-1].ID {
			return nil, fmt.Errorf("project %s stands twice: %w", n.Projects[i].ID, ErrInvalid)
		}
	}
	for i := 1; i < len(n.Actors); i++ {
		if n.Actors[i].ID == n.Actors[i-1].ID {
			return nil, fmt.Errorf("actor %s stands twice: %w", n.Actors[i].ID, ErrInvalid)
		}
	}
	n.projectTies = make([]int32, len(n.Projects)+1)
	n.actorTies = make([][]int32, len(n.Actors))
	for i := range n.Ties {
		t := &n.Ties[i]
		p, okP := n.FindProject(t.Project)
		a, okA := n.FindActor(t.Actor)
		if !okP || !okA {
			return nil, fmt.Errorf("tie %s – %s does not join a project and an actor: %w", t.Project, t.Actor, ErrInvalid)
		}
		if i > 0 && n.Ties[i-1].Project == t.Project && n.Ties[i-1].Actor == t.Actor {
			return nil, fmt.Errorf("tie %s – %s stands twice: %w", t.Project, t.Actor, ErrInvalid)
		}
		t.P, t.A = int32(p), int32(a)
		n.projectTies[p+1]++
		n.actorTies[a] = append(n.actorTies[a], int32(i))
	}
	for p := range n.Projects {
		n.projectTies[p+1] += n.projectTies[p]
	}
	return n, nil
}

// FindProject returns the position of a project.
func (n *Network) FindProject(id ProjectID) (int, bool) {
	return slices.BinarySearchFunc(n.Projects, id, func(p Project, id ProjectID) int { return cmp.Compare(p.ID, id) })
}

// FindActor returns the position of an actor.
func (n *Network) FindActor(id ActorID) (int, bool) {
	return slices.BinarySearchFunc(n.Actors, id, func(a Actor, id ActorID) int { return cmp.Compare(a.ID, id) })
}

// ProjectTies returns the ties of project p, by actor. It shares the network's memory.
func (n *Network) ProjectTies(p int) []Tie {
	return n.Ties[n.projectTies[p]:n.projectTies[p+1]]
}

// ActorTies returns the positions in Ties of the ties of actor a, by project.
func (n *Network) ActorTies(a int) []int32 { return n.actorTies[a] }
