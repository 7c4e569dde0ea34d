// Package lens groups the projects of a network for a reader. The topics lens
// (Aiheet) groups them by what they are about: topics are found once over all
// data, named from their projects' own keywords, and seen by each region as
// far as it has them.
package lens
