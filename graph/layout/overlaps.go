package layout

import "fmt"

// Overlaps names what lies on something else or leaves the picture: labels,
// diamonds and bubbles with each other. A picture made by Ring has none.
func Overlaps(p Picture) []string {
	var found []string
	frame := Box{0, 0, p.Width, p.Height}
	note := func(bad bool, format string, args ...any) {
		if bad {
			found = append(found, fmt.Sprintf(format, args...))
		}
	}
	labels := labelsOf(p)
	for i, l := range labels {
		note(!l.box.inside(frame), "the label of %s leaves the picture", l.id)
		for _, m := range labels[:i] {
			note(l.box.meets(m.box), "the labels of %s and %s overlap", m.id, l.id)
		}
		for _, g := range p.Groups {
			b := circle{point{g.X, g.Y}, g.R}
			note(b.meets(l.box, 0), "the label of %s lies on the bubble of %s", l.id, g.ID)
		}
		for _, a := range p.Actors {
			note(l.box.meets(diamond(point{a.X, a.Y})), "the label of %s lies on the diamond of %s", l.id, a.ID)
		}
	}
	for i, g := range p.Groups {
		b := circle{point{g.X, g.Y}, g.R}
		note(!b.box().inside(frame), "the bubble of %s leaves the picture", g.ID)
		for _, o := range p.Groups[:i] {
			note(b.to(point{o.X, o.Y}) < b.r+o.R, "the bubbles of %s and %s overlap", o.ID, g.ID)
		}
		for _, d := range g.Dots {
			note(b.to(point{d.X, d.Y}) > b.r-p.DotRadius, "the dot of %s leaves the bubble of %s", d.ID, g.ID)
		}
		for _, a := range p.Actors {
			note(b.meets(diamond(point{a.X, a.Y}), 0), "the diamond of %s lies on the bubble of %s", a.ID, g.ID)
		}
	}
	for i, a := range p.Actors {
		note(!diamond(point{a.X, a.Y}).inside(frame), "the diamond of %s leaves the picture", a.ID)
		for _, o := range p.Actors[:i] {
			note(diamond(point{a.X, a.Y}).meets(diamond(point{o.X, o.Y})), "the diamonds of %s and %s overlap", o.ID, a.ID)
		}
	}
	return found
}

type owned struct {
	id  string
	box Box
}

// labelsOf returns the labels that hold any text.
func labelsOf(p Picture) []owned {
	var labels []owned
	add := func(id string, l PlacedLabel) {
		if !l.Box.empty() {
			labels = append(labels, owned{id, l.Box})
		}
	}
	for _, g := range p.Groups {
		add(g.ID, g.Label)
	}
	for _, a := range p.Actors {
		add(a.ID, a.Label)
	}
	return labels
}

// UnfoldedOverlaps names the marks and labels of an unfolded picture that lie
// on each other or leave it. One made by Unfold has none.
func UnfoldedOverlaps(p Unfolded) []string {
	var found []string
	frame := Box{0, 0, p.Width, p.Height}
	note := func(bad bool, format string, args ...any) {
		if bad {
			found = append(found, fmt.Sprintf(format, args...))
		}
	}
	for i, m := range p.Marks {
		own := markBox(point{m.X, m.Y}, m.R)
		note(!own.inside(frame), "the mark of %s leaves the picture", m.ID)
		note(!m.Label.Box.empty() && !m.Label.Box.inside(frame), "the label of %s leaves the picture", m.ID)
		note(own.meets(m.Label.Box), "the label of %s lies on its own mark", m.ID)
		for j, o := range p.Marks {
			other := markBox(point{o.X, o.Y}, o.R)
			note(i != j && other.meets(m.Label.Box), "the label of %s lies on the mark of %s", m.ID, o.ID)
			note(j < i && own.meets(other), "the marks of %s and %s overlap", o.ID, m.ID)
			note(j < i && m.Label.Box.meets(o.Label.Box), "the labels of %s and %s overlap", o.ID, m.ID)
		}
	}
	return found
}
