package example

import _ "embed"

// What the source is called, how far it is known and whom to credit.
const (
	Source = "eura-2014-esimerkki"
	Name   = "EURA 2014 -esimerkkiaineisto"
	File   = "eura-2014-esimerkki.csv"
	AsOf   = 2019_06_30 // a graph.Date
	Credit = "Hanketiedot: EURA 2014, työ- ja elinkeinoministeriö; esimerkkiaineisto, kuvaukset Hankeverkon"
)

// CSV is the sheet: semicolons, UTF-8, one row for each project and actor.
//
//go:embed eura-2014-esimerkki.csv
var CSV []byte
