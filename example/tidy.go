//go:build ignore

// Tidy makes the example landscape from the sheet of facts it was compiled as:
//
//	go run tidy.go < projects.csv > eura-2014-esimerkki.csv
//
// A few project pages were in English, and one name was a whole sentence; all
// other cells stay as they were printed.
package main

import (
	"encoding/csv"
	"log"
	"os"
)

// finnish gives the register's own Finnish word for what a page said in English.
var finnish = map[string]map[string]string{
	"tila": {"Ended": "Toiminta päättynyt"},
	"toimintalinja": {
		"3. Employment and labour mobility":                       "3. Työllisyys ja työvoiman liikkuvuus",
		"4. Education, professional skills and lifelong learning": "4. Koulutus, ammattitaito ja elinikäinen oppiminen",
		"5. Social inclusion and combating poverty":               "5. Sosiaalinen osallisuus ja köyhyyden torjunta",
	},
	"erityistavoite": {
		"6.1. Promoting the employment of young people and those in a weak position in the job market":              "6.1. Nuorten ja muiden heikossa työmarkkina-asemassa olevien työllistymisen edistäminen",
		"9.2. Improving the quality and sufficient supply of education in the growth and structural change sectors": "9.2. Kasvu- ja rakennemuutosalojen koulutuksen tarjonnan ja laadun parantaminen",
		"10.1. Improving the ability of those outside employment to work and function":                              "10.1. Työelämän ulkopuolella olevien työ- ja toimintakyvyn parantaminen",
	},
	"viranomainen": {
		"Centre for Economic Development, Transport and the Environment Central Finland":    "Keski-Suomen elinkeino-, liikenne- ja ympäristökeskus",
		"Centre for Economic Development, Transport and the Environment North Ostrobothnia": "Pohjois-Pohjanmaan elinkeino-, liikenne- ja ympäristökeskus",
		"Centre for Economic Development, Transport and the Environment South Savo":         "Etelä-Savon elinkeino-, liikenne- ja ympäristökeskus",
	},
	"organisaatiotyyppi": {
		"Foundation":                "Säätiö",
		"Joint municipal authority": "Kuntayhtymä",
		"University":                "Yliopisto",
		"Vocational institute":      "Ammatillinen oppilaitos",
	},
	"paikat": {"Eastern Finland": "Itä-Suomi"},
	"toimija": {
		"LAB-ammattikorkeakoulu. Lappenrannan amk Saimia ja Lahden ammattikorkeakoulu LAMK fuusioituivat 1.1.2020, minkä jälkeen nimi muuttui LABiksi.": "LAB-ammattikorkeakoulu",
	},
}

func main() {
	in := csv.NewReader(os.Stdin)
	in.Comma = ';'
	rows, err := in.ReadAll()
	if err != nil {
		log.Fatal(err)
	}
	for _, row := range rows[1:] {
		for i, column := range rows[0] {
			if word, ok := finnish[column][row[i]]; ok {
				row[i] = word
			}
		}
	}
	out := csv.NewWriter(os.Stdout)
	out.Comma = ';'
	if err := out.WriteAll(rows); err != nil {
		log.Fatal(err)
	}
}
