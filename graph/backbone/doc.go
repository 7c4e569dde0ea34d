// Package backbone tells which pairs of actors share more projects than chance
// gives: the stochastic degree sequence model (SDSM) of Neal, Social Networks
// 39, 84 (2014) and Neal, Domagalski & Sagan, Scientific Reports 11, 23929
// (2021), with a correction for looking at many pairs.
package backbone
