package layout_test

import (
	"flag"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hankeverkko/graph"
	"hankeverkko/graph/layout"
)

var pictures = flag.String("pictures", "", "folder to write the examples to as SVG, for looking at them")

type namedSize struct {
	name string
	size layout.Size
}

var sizes = []namedSize{{"wide", layout.Wide}, {"office", layout.Office}, {"phone", layout.Phone}}

func TestWritePictures(t *testing.T) {
	for _, e := range examples {
		for _, s := range sizes {
			p := layout.Ring(e.input(s.size))
			drawn := svg(p)
			if got, want := strings.Count(drawn, "<g class=\"group\""), len(e.groups); got != want {
				t.Errorf("%s, %s: %d groups drawn, want %d", e.name, s.name, got, want)
			}
			if *pictures == "" {
				continue
			}
			if err := os.WriteFile(filepath.Join(*pictures, e.name+"-"+s.name+".svg"), []byte(drawn), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

var colours = []string{"#2F6690", "#B5651D", "#3A7D44", "#8A5A44", "#6A4C93", "#7A8B2A", "#C05780", "#3E8E9C", "#A23B3B", "#5B6C8F", "#B08A1E", "#4F7F5F", "#56616d"}

// svg draws a picture much as the page does.
func svg(p layout.Picture) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%[1]g" height="%[2]g" viewBox="0 0 %[1]g %[2]g" font-family="'Source Sans 3 Variable', 'Source Sans 3', sans-serif">
<style>%[3]s.b{stroke-width:1.4;fill-opacity:.13}.tie{fill:none;stroke:#a9b0b6;stroke-width:1.2;opacity:.4}text{paint-order:stroke;stroke:#fff;stroke-linejoin:round;fill:#1b2530}
.name{font-size:14px;font-weight:650;stroke-width:4px}.sub{font-size:12px;fill:#56616d;stroke-width:3px}.actor{font-size:12px;font-weight:600;stroke-width:3.5px}.box{fill:none;stroke:#f0a;stroke-width:.4;opacity:.5}</style>
<rect width="%[1]g" height="%[2]g" fill="#fff" stroke="#dcd9d0"/>`, p.Width, p.Height, os.Getenv("LAYOUT_FONT_FACE"))
	for _, t := range p.Ties {
		fmt.Fprintf(&b, `<path class="tie" d="M%g,%gQ%g,%g %g,%g"/>`, t.X1, t.Y1, t.CX, t.CY, t.X2, t.Y2)
	}
	for i, g := range p.Groups {
		c := colours[i%len(colours)]
		fmt.Fprintf(&b, `<g class="group"><circle class="b" cx="%g" cy="%g" r="%g" fill="%s" stroke="%s"/>`, g.X, g.Y, g.R, c, c)
		for _, d := range g.Dots {
			look := fmt.Sprintf(`fill="%s"`, c)
			switch d.State {
			case graph.Ended:
				look += ` fill-opacity=".34"`
			case graph.Upcoming:
				look = fmt.Sprintf(`fill="#fff" stroke="%s" stroke-width="1.3"`, c)
			}
			fmt.Fprintf(&b, `<circle cx="%g" cy="%g" r="%g" %s/>`, d.X, d.Y, p.DotRadius, look)
		}
		text(&b, g.Label, "name", layout.NameLine)
		b.WriteString("</g>")
	}
	for _, a := range p.Actors {
		fill := "#1b2530"
		if !a.Own {
			fill = "#fff"
		}
		const h = layout.DiamondHalf
		fmt.Fprintf(&b, `<path d="M%g,%gl%g,%gl-%g,%gl-%g,-%gz" fill="%s" stroke="#1b2530" stroke-width="1.5"/>`, a.X, a.Y-h, h, h, h, h, h, h, fill)
		text(&b, a.Label, "actor", layout.ActorLine)
	}
	b.WriteString("</svg>\n")
	return b.String()
}

func text(b *strings.Builder, l layout.PlacedLabel, class string, line float64) {
	if os.Getenv("LAYOUT_BOXES") != "" {
		fmt.Fprintf(b, `<rect class="box" x="%g" y="%g" width="%g" height="%g"/>`, l.Box.X, l.Box.Y, l.Box.W, l.Box.H)
	}
	write := func(y float64, class, s string) {
		fmt.Fprintf(b, `<text class="%s" x="%g" y="%g" text-anchor="%s">%s</text>`, class, l.X, y, l.Anchor, html.EscapeString(s))
	}
	for i, s := range l.Lines {
		write(l.Y+float64(i)*line, class, s)
	}
	for i, s := range l.Sub {
		write(l.Y+float64(len(l.Lines)-1)*line+float64(i+1)*layout.SubLine, "sub", s)
	}
}
