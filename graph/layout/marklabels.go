package layout

import "strings"

// Type of the labels of marks; the page draws with the same. Lines are
// ActorLine apart.
var projectFace = face{&advancesRegular, ActorSize, ActorLine}

// markLines is the most lines of a mark's label.
const markLines = 2

// Costs of a mark's label: beside or above instead of right of it, more lines.
const (
	labelLeft, labelBelow, labelAbove = 3.0, 4.0, 5.0
	secondLine                        = 2.0
)

// labelTextsOf returns the ways to set a mark's label. An actor's name is
// whole or left out; a project's is cut at a word, with an ellipsis.
func (c webCanvas) labelTextsOf(m *Mark) []labelText {
	f := m.face()
	text := tidy(m.Label)
	var ways []labelText
	for n, lines := range f.balance(text, c.line) {
		if len(lines) == 0 {
			return nil
		}
		if len(lines) > markLines {
			if m.Shape != Square && len(lines) > markLines+1 {
				continue
			}
			if m.Shape == Square {
				if n > 0 {
					continue
				}
				lines = ellipsis(f, text, c.line)
			}
		}
		ways = append(ways, labelText{lines: lines, w: f.widest(lines), h: height(f, lines, nil), cost: secondLine * float64(len(lines)-1)})
	}
	return ways
}

func (m *Mark) face() face {
	if m.Shape == Square {
		return projectFace
	}
	return actorFace
}

// ellipsis returns as many words of a text as fit markLines lines, and three dots.
func ellipsis(f face, text string, limit float64) []string {
	pieces := f.pieces(text, limit)
	for n := len(pieces) - 1; n > 0; n-- {
		kept := ""
		for _, piece := range pieces[:n] {
			kept += piece
		}
		if lines := f.wrap(strings.TrimRight(kept, " ,–-/"+softHyphen)+"…", limit); len(lines) <= markLines {
			return lines
		}
	}
	return nil
}

// labelFor returns the cheapest free label of a mark at a place.
func (w *webbing) labelFor(i int, at point, named bool) (label PlacedLabel, cost float64, ok bool) {
	m := &w.marks[i]
	half := m.half()
	for _, text := range w.texts[i] {
		for side, candidate := range besideMark(m.face(), at, half, text) {
			extra := text.cost + [...]float64{0, labelLeft, labelBelow, labelAbove, 6, 6, 6, 6}[side]
			if ok && extra >= cost || !w.freeLabel(i, candidate.Box) {
				continue
			}
			for _, t := range w.ties {
				if candidate.Box.cutBy(t.from, t.to) {
					extra += underLabel
				}
			}
			for _, j := range w.near[i] {
				if j < len(w.placed) && candidate.Box.cutBy(at, w.at(j)) {
					extra += underLabel
				}
			}
			if !named && extra > mostForUnnamed {
				continue
			}
			if !ok || extra < cost {
				label, cost, ok = candidate, extra, true
			}
		}
	}
	return label, cost, ok
}

// mostForUnnamed keeps labels that need not be there off the ties.
const mostForUnnamed = 12.0

// besideMark returns the places of a label: right, left, below, above, and the
// corners.
func besideMark(f face, at point, half float64, t labelText) [8]PlacedLabel {
	gap := half + 4
	corner := half*0.75 + 4 // outside of what the mark covers
	return [8]PlacedLabel{
		t.placed(f, at.x+gap, at.y-t.h/2, Start),
		t.placed(f, at.x-gap-t.w, at.y-t.h/2, End),
		t.placed(f, at.x-t.w/2, at.y+half+2, Middle),
		t.placed(f, at.x-t.w/2, at.y-half-2-t.h, Middle),
		t.placed(f, at.x+corner, at.y+corner, Start),
		t.placed(f, at.x+corner, at.y-corner-t.h, Start),
		t.placed(f, at.x-corner-t.w, at.y+corner, End),
		t.placed(f, at.x-corner-t.w, at.y-corner-t.h, End),
	}
}

// freeLabel tells whether a label touches no mark and no other label. Marks
// that are not placed yet will keep off it.
func (w *webbing) freeLabel(i int, box Box) bool {
	if !box.inside(w.frame()) {
		return false
	}
	for j := range w.placed {
		p := &w.placed[j]
		if j == i {
			continue
		}
		if box.grown(labelApart).meets(p.Label.Box) || box.grown(markFromLabel).meets(markBox(point{p.X, p.Y}, p.R)) {
			return false
		}
	}
	return true
}
