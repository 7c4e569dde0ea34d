// Package candidate proposes which actors may be one body, or one a part or
// the successor of the other, and says why. Names only propose here: a person
// decides, and what was decided does not come back.
package candidate
