package lens

import (
	"slices"
	"testing"

	"hankeverkko/graph"
)

// Six projects on immigration, three of them in the region and on language
// courses; one of tourism. By hand: the region's own word is kielikoulutus,
// since maahanmuutto repeats the topic's name.
func TestLocalWords(t *testing.T) {
	var projects []graph.Project
	for i, keywords := range [][]string{
		{"maahanmuutto", "kielikoulutus"}, {"maahanmuutto", "kielikoulutus"}, {"maahanmuutto", "kielikoulutus"},
		{"maahanmuuttaja", "asuminen"}, {"maahanmuuttaja", "asuminen"}, {"maahanmuuttaja", "harrastus"}, {"matkailu"},
	} {
		projects = append(projects, graph.Project{ID: graph.ProjectID(rune('a' + i)), Keywords: keywords})
	}
	n := network(t, projects, nil, nil)
	topics := &Topics{
		List: []Topic{{Words: []string{"maahanmuuttaja"}, Projects: all(6)}, {Words: []string{"matkailu"}, Projects: []int32{6}}},
		Of:   []int32{0, 0, 0, 0, 0, 0, 1}, words: newVocabulary(n),
	}
	for _, test := range []struct {
		name     string
		selected []int32
		topics   []int
		words    [][]string
	}{
		{"no projects", nil, nil, nil},
		{"the region of the courses", []int32{0, 1, 2}, []int{0}, [][]string{{"kielikoulutus"}}},
		{"one project tells nothing of a region", []int32{0, 6}, []int{0, 1}, [][]string{nil, nil}},
		{"the whole country is no region", all(7), []int{0, 1}, [][]string{nil, nil}},
	} {
		t.Run(test.name, func(t *testing.T) {
			local := Local(topics, n, &graph.Selection{Projects: test.selected})
			if len(local) != len(test.topics) {
				t.Fatalf("%+v, want topics %v", local, test.topics)
			}
			seen := 0
			for i, l := range local {
				seen += len(l.Projects)
				if l.Topic != test.topics[i] || !slices.Equal(l.Words, test.words[i]) {
					t.Errorf("topic %d with %q, want %d with %q", l.Topic, l.Words, test.topics[i], test.words[i])
				}
			}
			if seen != len(test.selected) {
				t.Errorf("%d of %d projects lie in local topics", seen, len(test.selected))
			}
		})
	}
}

func TestForms(t *testing.T) {
	n := network(t, []graph.Project{
		{ID: "a", Keywords: []string{"työpajat", "Työpajat"}},
		{ID: "b", Keywords: []string{"työpajat", "hanke"}},
		{ID: "c", Name: "Luontomatkailua", Keywords: []string{"työpajat"}},
		{ID: "d", Keywords: []string{"matkailu"}},
	}, nil, nil)
	v := newVocabulary(n)
	got := v.commonest(all(4))
	want := []Keyword{{"työpajat", 3}, {"matkailu", 1}}
	if !slices.Equal(got, want) {
		t.Errorf("keywords %v, want %v: two forms in one project count once, machinery never", got, want)
	}
	for _, w := range v.words {
		if w.form == "matkailu" && !slices.Equal(w.cover, []int32{2, 3}) {
			t.Errorf("matkailu covers %v, want the compound too: [2 3]", w.cover)
		}
	}
}
