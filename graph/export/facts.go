package export

// Fact is something to know about a file: where it comes from, how it was
// computed. Value is what encoding/json can write.
type Fact struct {
	Name  string
	Value any
}
