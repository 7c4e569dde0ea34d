package importer

import (
	"cmp"
	"slices"
	"strings"

	"hankeverkko/graph"
	"hankeverkko/graph/identity"
	"hankeverkko/words"
)

// Joint says which rows of a list that has one row for each actor are one
// joint project.
type Joint string

const (
	// JointGroup joins the rows of one group code (Ryhmähanketunnus). It is the default.
	JointGroup Joint = "group"
	// JointTitle joins those, and beside them rows without a group code by the
	// strict rule of the same title: see byTitle.
	JointTitle Joint = "title"
	// JointNone leaves every row a project of its own.
	JointNone Joint = "none"
)

// Joints lists the choices, the default first.
var Joints = []Joint{JointGroup, JointTitle, JointNone}

// Joined tells by which rule rows became joint projects, and how many.
type Joined struct {
	Rule     Joint `json:"rule"`
	Projects int   `json:"projects"`
	Rows     int   `json:"rows"`
}

// check completes the options, refuses what they cannot mean, and returns the
// formats that they leave.
func (o *Options) check() ([]Format, *FileError) {
	if o.Joint = cmp.Or(o.Joint, JointGroup); !slices.Contains(Joints, o.Joint) {
		return nil, &FileError{Code: "joint-unknown", Values: words.Values{"joint": shown(string(o.Joint))}}
	}
	formats := formatsOf(o.Format)
	if formats == nil {
		return nil, &FileError{Code: "format-unknown", Values: words.Values{"format": shown(o.Format)}}
	}
	if err := o.checkText(); err != nil {
		return nil, err
	}
	return formats, o.checkColumns()
}

// join makes joint projects of records as the rule says, and counts them. A
// joined record keeps its own code and has the code of the joint project as
// its group code, so it can be told from the record alone.
func (r Joint) join(records []graph.Record) Joined {
	joined := Joined{Rule: r}
	if r == JointTitle {
		byTitle(records)
	}
	projects := map[graph.ProjectID]bool{}
	for i := range records {
		if r != JointNone && inGroup(&records[i]) {
			projects[records[i].Project] = true
			joined.Rows++
		}
	}
	joined.Projects = len(projects)
	return joined
}

// inGroup tells that a record is part of the project that its group code names.
func inGroup(r *graph.Record) bool {
	group := r.Cells[graph.FieldGroupCode]
	return group != "" && strings.HasSuffix(string(r.Project), ":"+group)
}

// sameTitle is what the rows of a joint project without a group code share.
type sameTitle struct {
	source   graph.SourceID
	title    string // as identity.NameForm writes it
	from, to string
}

// fewestWords is how many words a title needs to tell a project from others:
// "Koordinaatio" and "Seudullinen kilpailukykyohjelma" are many.
const fewestWords = 3

// byTitle joins rows of a register that say the same title of three words or
// more, the same first and last day, and different actors. Such a project has
// the lowest of the rows' codes, and the rows no longer say who leads it. Aid to
// one company is never joint: thousands of grants share titles, and by chance days.
func byTitle(records []graph.Record) {
	groups := map[sameTitle][]int{}
	for i := range records {
		if key, ok := titleOf(&records[i]); ok {
			groups[key] = append(groups[key], i)
		}
	}
	for _, group := range groups {
		actors, lowest := map[string]bool{}, ""
		for _, i := range group {
			actors[implementer(&records[i])] = true
			if code := records[i].Cells[graph.FieldCode]; lowest == "" || code < lowest {
				lowest = code
			}
		}
		if len(actors) < 2 {
			continue
		}
		for _, i := range group {
			records[i] = inProject(&records[i], lowest)
		}
	}
}

// implementer tells one body from another: by its number, or by its folded name
// without legal form, so that two spellings are no two bodies.
func implementer(r *graph.Record) string {
	actor := actorOf(r)
	if strings.HasPrefix(actor, "name:") {
		return "name:" + identity.BareForm(r.Cells[graph.FieldActor])
	}
	return actor
}

// titleOf returns by what a record may be part of a joint project. It is false
// where it cannot be.
func titleOf(r *graph.Record) (sameTitle, bool) {
	c := r.Cells
	key := sameTitle{source: r.Source, title: identity.NameForm(c[graph.FieldProject]), from: c[graph.FieldFrom], to: c[graph.FieldTo]}
	switch {
	case c[graph.FieldCode] == "" || c[graph.FieldGroupCode] != "" || c[graph.FieldActor] == "" || key.from == "" || key.to == "",
		!strings.HasSuffix(string(r.Project), ":"+c[graph.FieldCode]),
		len(strings.Fields(key.title)) < fewestWords:
		return key, false
	}
	project := graph.Project{Code: c[graph.FieldCode], Name: c[graph.FieldProject], Authority: c[graph.FieldAuthority]}
	return key, identity.CompanyAidTo(graph.KindUnknown, &project) == ""
}

// inProject returns a record as part of the joint project of a code.
func inProject(r *graph.Record, group string) graph.Record {
	scheme, _, _ := strings.Cut(string(r.Project), ":")
	cells := make(graph.Cells, len(r.Cells)+2)
	for f, value := range r.Cells {
		if f != graph.FieldPart {
			cells[f] = value
		}
	}
	cells[graph.FieldGroupCode], cells[graph.FieldJoint] = group, "yes"
	project := graph.ProjectID(scheme + ":" + group)
	return graph.NewRecord(r.Source, project, keyOf(project, graph.ActorID(actorOf(r)), ""), cells, r.Row)
}

// keyOf says which row of a source a record is over time.
func keyOf(project graph.ProjectID, actor graph.ActorID, part string) string {
	return strings.Join([]string{string(project), string(actor), part}, "\x1f")
}

// actorOf returns the actor that the key of a record names.
func actorOf(r *graph.Record) string {
	_, rest, _ := strings.Cut(r.Key, "\x1f")
	actor, _, _ := strings.Cut(rest, "\x1f")
	return actor
}
