// Package words holds every plain-language word of the program in Finnish,
// Swedish and English. The same files serve Go (reports, errors, tables) and
// the page. A key is flat text with dots; {{name}} is a place for a value;
// counted words stand under KEY_one and KEY_other.
package words
