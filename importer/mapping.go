package importer

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"hankeverkko/graph"
	"hankeverkko/words"
)

// mappingVersion is that of the mapping file's form.
const mappingVersion = 1

// mappingFile is how a person told a file to be read, as YAML.
type mappingFile struct {
	Version int    `yaml:"version"`
	Format  string `yaml:"format,omitempty"`
	Sheet   string `yaml:"sheet,omitempty"`
	Header  int    `yaml:"header,omitempty"`
	// Encoding and Delimiter stand here only when a person said them.
	Encoding  string `yaml:"encoding,omitempty"`
	Delimiter string `yaml:"delimiter,omitempty"`
	Joint     Joint  `yaml:"joint,omitempty"`
	// Columns are read by name, so that their order may change.
	Columns yaml.Node `yaml:"columns"`
}

// Mapping writes down how the columns of a file are read, guessed or said, so
// that the next file of the kind is read without asking. Of a register's list,
// which is known by its headers, it holds what a person said alone.
func Mapping(p Preview, o Options) ([]byte, error) {
	m := mappingFile{Version: mappingVersion, Format: p.Format, Sheet: o.Sheet, Header: o.Header, Encoding: o.Encoding, Delimiter: o.Delimiter, Joint: o.Joint}
	m.Columns.Kind = yaml.MappingNode
	written := map[string]bool{}
	for _, c := range p.Columns {
		if c.Personal || written[c.Header] || m.Format != Formats[0].ID && !c.Corrected {
			continue
		}
		written[c.Header] = true
		field := c.Field
		if field == "" {
			field = LeaveOut
		}
		key, value := &yaml.Node{}, &yaml.Node{}
		key.SetString(c.Header)
		value.SetString(string(field))
		if field == LeaveOut {
			value.Style = yaml.DoubleQuotedStyle
		}
		m.Columns.Content = append(m.Columns.Content, key, value)
	}
	var b bytes.Buffer
	out := yaml.NewEncoder(&b)
	out.SetIndent(2)
	if err := out.Encode(&m); err != nil {
		return nil, fmt.Errorf("mapping: %w", err)
	}
	return b.Bytes(), out.Close()
}

// ReadMapping takes a mapping file into options; what they say already goes
// before it. A file that is no mapping is a *FileError with the line.
func (o *Options) ReadMapping(name string, raw []byte) error {
	refuse := func(line int, code string, values words.Values) error {
		return &FileError{File: name, Row: line, Code: code, Values: values}
	}
	if len(raw) > maxMapping {
		return refuse(0, "mapping-too-large", words.Values{"limit": maxMapping / 1000})
	}
	var m mappingFile
	in := yaml.NewDecoder(bytes.NewReader(raw))
	in.KnownFields(true)
	if err := in.Decode(&m); err != nil {
		line, what := yamlFault(err)
		return refuse(line, "mapping-broken", words.Values{"what": shown(what)})
	}
	if m.Version != mappingVersion {
		return refuse(1, "mapping-version", words.Values{"version": m.Version, "want": mappingVersion})
	}
	if m.Columns.Kind != 0 && m.Columns.Kind != yaml.MappingNode {
		return refuse(m.Columns.Line, "mapping-broken", words.Values{"what": "columns"})
	}
	columns := map[string]graph.Field{}
	for i := 0; i+1 < len(m.Columns.Content); i += 2 {
		key, value := m.Columns.Content[i], m.Columns.Content[i+1]
		if value.Kind != yaml.ScalarNode || key.Kind != yaml.ScalarNode {
			return refuse(key.Line, "mapping-broken", words.Values{"what": shown(key.Value)})
		}
		if _, twice := columns[key.Value]; twice {
			return refuse(key.Line, "mapping-twice", words.Values{"column": shown(key.Value)})
		}
		field := graph.Field(value.Value)
		switch {
		case field != LeaveOut && !allowed[field]:
			return refuse(value.Line, "mapping-field", words.Values{"field": shown(value.Value), "column": shown(key.Value), "fields": fieldList()})
		case field != LeaveOut && personal(key.Value):
			return refuse(key.Line, "mapping-personal", words.Values{"column": shown(key.Value)})
		}
		columns[key.Value] = field
	}
	for header, field := range o.Columns {
		columns[header] = field
	}
	o.Columns = columns
	if o.Format == "" || o.Format == "auto" {
		o.Format = m.Format
	}
	if o.Sheet == "" {
		o.Sheet = m.Sheet
	}
	if o.Header == 0 {
		o.Header = max(0, m.Header)
	}
	if o.Joint == "" {
		o.Joint = m.Joint
	}
	if o.Encoding == "" {
		o.Encoding = m.Encoding
	}
	if o.Delimiter == "" {
		o.Delimiter = m.Delimiter
	}
	return nil
}

// maxMapping is the most bytes that a mapping may have.
const maxMapping = 100_000

var yamlLine = regexp.MustCompile(`line (\d+): (.*)`)

// yamlFault tells the line of a fault, 0 when it has none.
func yamlFault(err error) (line int, what string) {
	var kinds *yaml.TypeError
	if errors.As(err, &kinds) && len(kinds.Errors) > 0 {
		err = errors.New(kinds.Errors[0])
	}
	what = strings.TrimPrefix(err.Error(), "yaml: ")
	if m := yamlLine.FindStringSubmatch(what); m != nil {
		line, _ = strconv.Atoi(m[1]) // digits
		what = m[2]
	}
	return line, what
}

func fieldList() string {
	var names []string
	for _, f := range graph.Fields {
		names = append(names, string(f))
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}
