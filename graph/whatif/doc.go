// Package whatif says what changes in a two-mode network when an actor leaves
// it or a project is added: who loses or gains touch, and who connects next
// best. Everything is counted exactly; nothing is left to chance. A Standing
// also renews groups and scores of the actors: it works them out once and then
// only where a change reaches.
package whatif
