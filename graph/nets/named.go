package nets

import "hankeverkko/graph"

// Zachary returns the friendships of the 34 members of a karate club, vertex 0
// being its instructor and 33 its president. Zachary (1977).
func Zachary() *graph.OneMode {
	friends := [][]int32{
		0:  {1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31},
		1:  {2, 3, 7, 13, 17, 19, 21, 30},
		2:  {3, 7, 8, 9, 13, 27, 28, 32},
		3:  {7, 12, 13},
		4:  {6, 10},
		5:  {6, 10, 16},
		6:  {16},
		8:  {30, 32, 33},
		9:  {33},
		13: {33},
		14: {32, 33},
		15: {32, 33},
		18: {32, 33},
		19: {33},
		20: {32, 33},
		22: {32, 33},
		23: {25, 27, 29, 32, 33},
		24: {25, 27, 31},
		25: {31},
		26: {29, 33},
		27: {33},
		28: {31, 33},
		29: {32, 33},
		30: {32, 33},
		31: {32, 33},
		32: {33},
	}
	var pairs [][2]int32
	for u, row := range friends {
		for _, v := range row {
			pairs = append(pairs, [2]int32{int32(u), v})
		}
	}
	return unweighted(34, pairs)
}

// Families names the vertices of Florentine.
var Families = [...]string{
	"Acciaiuoli", "Albizzi", "Barbadori", "Bischeri", "Castellani", "Ginori", "Guadagni", "Lamberteschi",
	"Medici", "Pazzi", "Peruzzi", "Ridolfi", "Salviati", "Strozzi", "Tornabuoni",
}

// Florentine returns the marriages between 15 families of Renaissance
// Florence. Padgett & Ansell (1993), after Breiger & Pattison (1986).
func Florentine() *graph.OneMode {
	return unweighted(len(Families), [][2]int32{
		{0, 8}, {1, 5}, {1, 6}, {1, 8}, {2, 4}, {2, 8}, {3, 6}, {3, 10}, {3, 13}, {4, 10},
		{4, 13}, {6, 7}, {6, 14}, {8, 11}, {8, 12}, {8, 14}, {9, 12}, {10, 13}, {11, 13}, {11, 14},
	})
}

// SouthernWomen returns 18 women, as actors, and the 14 social events they
// took part in, as projects. Davis, Gardner & Gardner (1941).
func SouthernWomen() *graph.Network {
	events := []graph.ProjectID{"E01", "E02", "E03", "E04", "E05", "E06", "E07", "E08", "E09", "E10", "E11", "E12", "E13", "E14"}
	attended := []struct {
		woman  graph.ActorID
		events []int
	}{
		{"Brenda", []int{1, 3, 4, 5, 6, 7, 8}},
		{"Charlotte", []int{3, 4, 5, 7}},
		{"Dorothy", []int{8, 9}},
		{"Eleanor", []int{5, 6, 7, 8}},
		{"Evelyn", []int{1, 2, 3, 4, 5, 6, 8, 9}},
		{"Flora", []int{9, 11}},
		{"Frances", []int{3, 5, 6, 8}},
		{"Helen", []int{7, 8, 10, 11, 12}},
		{"Katherina", []int{8, 9, 10, 12, 13, 14}},
		{"Laura", []int{1, 2, 3, 5, 6, 7, 8}},
		{"Myra", []int{8, 9, 10, 12}},
		{"Nora", []int{6, 7, 9, 10, 11, 12, 13, 14}},
		{"Olivia", []int{9, 11}},
		{"Pearl", []int{6, 8, 9}},
		{"Ruth", []int{5, 7, 8, 9}},
		{"Sylvia", []int{7, 8, 9, 10, 12, 13, 14}},
		{"Theresa", []int{2, 3, 4, 5, 6, 7, 8, 9}},
		{"Verne", []int{7, 8, 9, 12}},
	}
	var projects []graph.Project
	for _, e := range events {
		projects = append(projects, graph.Project{ID: e, Partners: graph.PartnersListed})
	}
	var actors []graph.Actor
	var ties []graph.Tie
	for _, a := range attended {
		actors = append(actors, graph.Actor{ID: a.woman, Name: string(a.woman)})
		for _, e := range a.events {
			ties = append(ties, graph.Tie{Project: events[e-1], Actor: a.woman})
		}
	}
	n, err := graph.New(projects, actors, ties)
	if err != nil {
		panic(err) // the table above would be wrong
	}
	return n
}
