package layout

import (
	"slices"
	"strings"
)

// labelText is one way to set the text of a label.
type labelText struct {
	lines, sub []string
	w, h       float64
	cost       float64
}

// What it costs to wrap, beside the measures of a label's place.
const (
	extraNameLine = 4
	extraSubLine  = 7
)

// labelTexts returns the ways to set a group's label, the full text first.
func labelTexts(c canvas, g Group) []labelText {
	var texts []labelText
	names := nameFace.balance(tidy(g.Name), c.name)
	for i, sub := range subTexts(c, g.Sub) {
		for j, lines := range names {
			t := set(lines, sub.lines)
			t.cost = sub.cost + extraNameLine*float64(j)
			texts = append(texts, t)
			if i > 0 && t.w >= texts[j].w && t.h >= texts[j].h {
				texts = texts[:len(texts)-1] // worse than the full text in every way
			}
		}
	}
	return texts
}

// nameAlone returns the ways to set a label without the line below the name.
func nameAlone(c canvas, g Group) []labelText {
	return labelTexts(c, Group{Name: g.Name})
}

type subText struct {
	lines []string
	cost  float64
}

// subTexts returns the ways to set the line below the name, each in as few
// lines as it needs and in one more. More than two lines are never shown while
// there is a shorter way to say it.
func subTexts(c canvas, ways []string) []subText {
	if len(ways) == 0 {
		return []subText{{}}
	}
	var texts []subText
	for i, way := range ways {
		for j, lines := range subLines(tidy(way), c.sub) {
			if n := len(lines); n <= 2 || i == len(ways)-1 && j == 0 {
				texts = append(texts, subText{lines, c.shortened*float64(i) + extraSubLine*float64(max(0, n-1))})
			}
		}
	}
	return texts
}

// subLines breaks at the middle dots where that is enough, and drops the dots.
func subLines(sub string, limit float64) [][]string {
	ways := subFace.balance(sub, limit)
	parts := strings.Split(sub, " · ")
	if len(parts) == 1 || subFace.widest(parts) > limit {
		return ways
	}
	if len(ways[0]) > 1 {
		return [][]string{parts}
	}
	return [][]string{ways[0], parts}
}

func set(lines, sub []string) labelText {
	t := labelText{lines: lines, sub: sub}
	t.w = max(nameFace.widest(lines), subFace.widest(sub))
	t.h = height(nameFace, lines, sub)
	return t
}

// height of a label: from the top of its first line to the bottom of its last.
func height(f face, lines, sub []string) float64 {
	switch {
	case len(lines) == 0 && len(sub) == 0:
		return 0
	case len(sub) == 0:
		return f.size*(ascent+descent) + f.line*float64(len(lines)-1)
	}
	return f.size*ascent + f.line*float64(len(lines)-1) + SubLine*float64(len(sub)) + SubSize*descent
}

// placed puts a text into a box with its upper left corner at x, y.
func (t labelText) placed(f face, x, y float64, anchor Anchor) PlacedLabel {
	box := Box{x, y, t.w, t.h}.rounded()
	l := PlacedLabel{Anchor: anchor, Lines: slices.Clone(t.lines), Sub: slices.Clone(t.sub), Box: box}
	l.Y = tenth(y + f.size*ascent)
	switch anchor {
	case Start:
		l.X = box.X
	case Middle:
		l.X = tenth(x + t.w/2)
	case End:
		l.X = tenth(x + t.w)
	}
	return l
}
