// Package layout gives a folded picture its shape: bubbles on a ring, labels
// that never overlap and are never cut, actors inside, ties between. It knows
// nothing of projects but their state; the same input gives the same picture
// on screen, on paper and next month.
package layout
