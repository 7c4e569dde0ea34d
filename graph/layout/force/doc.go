// Package force places the vertices of a network by forces, ForceAtlas2: all
// push each other away, ties pull together, and so groups lie apart. The pushing
// is summed over cells of a tree by series, with a known error, in place of over
// all pairs. The same network gives the same places on any number of processors.
package force
