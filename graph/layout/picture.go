package layout

import "hankeverkko/graph"

// Input is what a picture shows. Groups and actors are given by rank: where
// two want the same place, or not all fit, the earlier one has it.
type Input struct {
	Size Size
	// Slots is the number of places on the ring. The place of a slot depends
	// on Slots and Size alone, so that a topic stands at the same angle in
	// every region.
	Slots  int
	Groups []Group
	Actors []Actor
}

// Group is a bubble to be placed.
type Group struct {
	ID string
	// Slot counts clockwise from the top; -1 takes the widest gap.
	Slot int
	// Name is wrapped, never cut. Sub are the ways to say the line below it,
	// the full one first and shorter ones for where there is no room.
	Name string
	Sub  []string
	// Projects become dots in the order given, from the middle outwards.
	Projects []Dot
}

// Dot is a project of a group.
type Dot struct {
	ID    string
	State graph.State
}

// Actor is a diamond to be placed.
type Actor struct {
	ID, Label string
	Own       bool
	Weights   []Weight
}

// Weight says how many projects an actor has in a group.
type Weight struct {
	Group    string
	Projects int
}

// Picture is a landscape laid out, in units of its width and height, y down.
type Picture struct {
	Width, Height float64
	// DotRadius is that of every dot; 0 when there are so many projects that
	// dots would be specks, and no group has any.
	DotRadius float64
	Groups    []PlacedGroup // in the order of the input
	Actors    []PlacedActor // likewise
	Ties      []Tie
	// Dropped counts the actors at the end of the list that are left out: more
	// than the size shows, or without room.
	Dropped int
}

// PlacedGroup is a bubble, its area in proportion to its projects (but never
// smaller than a finger's aim allows), with its dots.
type PlacedGroup struct {
	ID      string
	X, Y, R float64
	Dots    []PlacedDot
	Label   PlacedLabel
}

// PlacedDot is a project's dot.
type PlacedDot struct {
	ID    string
	State graph.State
	X, Y  float64
}

// PlacedActor is a diamond of half width DiamondHalf.
type PlacedActor struct {
	ID    string
	Own   bool
	X, Y  float64
	Label PlacedLabel
}

// DiamondHalf is half the width and height of an actor's diamond.
const DiamondHalf = 7.0

// Anchor says which point of its lines a label's X is; the words are SVG's.
type Anchor string

// The three anchors.
const (
	Start  Anchor = "start"
	Middle Anchor = "middle"
	End    Anchor = "end"
)

// PlacedLabel is text in its place. Y is the base line of the first line; the
// lines of a name follow at NameLine (an actor's at ActorLine), those of Sub at
// SubLine. Box holds all of it.
type PlacedLabel struct {
	X, Y   float64
	Anchor Anchor
	Lines  []string
	Sub    []string
	Box    Box
}

// Tie is a quadratic curve from an actor's diamond to the edge of a bubble.
type Tie struct {
	Actor, Group           string
	X1, Y1, CX, CY, X2, Y2 float64
}
