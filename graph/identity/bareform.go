package identity

import (
	"slices"
	"strings"
)

// BareForm is NameForm without legal forms, for finding a body by the name
// that people use: "Lapin ammattikorkeakoulu" for "Lapin ammattikorkeakoulu
// Oy". Two bodies may share it, so no id is made of it. A name that is nothing
// but a legal form stays.
func BareForm(name string) string {
	form := NameForm(name)
	bare := slices.DeleteFunc(strings.Fields(form), func(word string) bool { return written[word] != "" })
	if len(bare) == 0 {
		return form
	}
	return strings.Join(bare, " ")
}
