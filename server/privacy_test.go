package server

import (
	"archive/zip"
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"hankeverkko/server/api"
)

// Names that nobody but a curator may read, in every shape that files write
// them in: sole trader, person's name alone, in texts and lists of partners.
const (
	canary      = "Kanarianen"
	canaryGiven = "Teuvo Kanarianen"
)

const privateSheet = "hanke;toimija;y-tunnus;postitoimipaikka;kuvaus;osatoteuttajat;rahasto\n" +
	"Hanke A;Tmi Teuvo Kanarianen;0737546-2;Rovaniemi;Teuvo Kanarianen kehittää verstastaan, Kanariasen verstas kasvaa.;;EAKR\n" +
	"Hanke A;Lapin yliopisto;0292800-5;Rovaniemi;;;EAKR\n" +
	"Teuvo Kanarianen Tmi laajentaa;Kanarianen Matti;;Rovaniemi;;;EAKR\n" +
	"Hanke B;Lapin yliopisto;0292800-5;Rovaniemi;;Koneurakointi Matti Kanarianen;EAKR\n" +
	"Hanke B;Lapin ammattikorkeakoulu Oy;2528792-5;Rovaniemi;;;EAKR\n"

// everyRead lists an address for every route that is read, in every format.
func everyRead(t *testing.T, s *Server) []string {
	t.Helper()
	public := get(s, "/api/v1/actors?limit=100")
	var ids []string
	for _, a := range decode[api.ActorList](t, public).Actors {
		ids = append(ids, a.Id)
	}
	var projects []string
	for _, p := range decode[api.ProjectList](t, get(s, "/api/v1/projects?limit=100")).Projects {
		projects = append(projects, p.Id)
	}
	// Who knows an id must not get the name for it.
	ids = append(ids, "name:kanarianen matti", "ytunnus:0737546-2", "name:koneurakointi matti kanarianen")
	q := url.QueryEscape
	reads := []string{
		"/regions", "/summary", "/summary?region=Lappi", "/landscape", "/landscape?lens=cooperation", "/landscape?region=Lappi&lens=cooperation&size=phone", "/projects", "/actors",
		"/actors?q=" + q(canary), "/projects?q=" + q(canary), "/search?q=" + q("kanaria"), "/search?q=" + q(canaryGiven), "/search?q=0737546-2",
		"/path?from=" + q("Kanarianen Matti") + "&to=0292800-5", "/path?from=2528792-5&to=" + q(canaryGiven), "/modularity", "/measures", "/measures?measure=degree",
		"/candidates", "/candidates?q=" + q(canary), "/candidates?later=true", "/decisions", "/coverage", "/coverage?region=Lappi", "/health", "/ready",
		"/whatif?remove=0292800-5", "/whatif?remove=" + q("Kanarianen Matti"), "/whatif?add=0292800-5&add=" + q(canaryGiven), "/whatif?add=0292800-5&add=2528792-5",
		"/actors?units=together&aid=with", "/projects?aid=with&theme=" + q(canary), "/decisions?actor=" + q("name:kanarianen matti"),
	}
	for _, what := range []string{"projects", "actors"} {
		reads = append(reads, "/export?what="+what+"&format=csv", "/export?what="+what+"&format=xlsx", "/export?aid=with&what="+what+"&format=csv")
	}
	for _, format := range []string{"csv", "json", "graphml", "gexf"} {
		reads = append(reads, "/export?what=network&format="+format)
	}
	for _, id := range ids {
		reads = append(reads, "/actors/"+url.PathEscape(id), "/surroundings?steps=2&actor="+q(id), "/records?actor="+q(id), "/projects?actor="+q(id))
	}
	for _, id := range projects {
		reads = append(reads, "/projects/"+url.PathEscape(id), "/records?project="+q(id))
		for _, actor := range ids {
			reads = append(reads, "/records?project="+q(id)+"&actor="+q(actor))
		}
	}
	for _, g := range decode[api.Landscape](t, get(s, "/api/v1/landscape?lens=cooperation")).Groups {
		reads = append(reads, "/groups/"+url.PathEscape(g.Id)+"?lens=cooperation", "/surroundings?group="+q(g.Id))
	}
	// Whatever else the contract has to be read.
	for path, item := range s.contract.Paths.Map() {
		if item.Get == nil {
			continue
		}
		query := url.Values{}
		for _, p := range item.Get.Parameters {
			if p.Value.In == "query" && p.Value.Required {
				query.Set(p.Value.Name, "0292800-5")
			}
		}
		reads = append(reads, regexp.MustCompile(`\{[^}]*\}`).ReplaceAllString(path, url.PathEscape("ytunnus:0292800-5"))+"?"+query.Encode())
	}
	return reads
}

// told unpacks workbooks, so that their texts can be looked through.
func told(t *testing.T, response *httptest.ResponseRecorder) string {
	t.Helper()
	body := response.Body.Bytes()
	if !bytes.HasPrefix(body, []byte("PK")) {
		return string(body)
	}
	archive, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, f := range archive.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&all, part); err != nil {
			t.Fatal(err)
		}
		part.Close()
	}
	return all.String()
}

// leaks tells whether a text gives a hidden name away. What the request said
// itself is no leak: a problem repeats the name that was asked for.
func leaks(text, target string) bool {
	asked, err := url.QueryUnescape(target)
	if err != nil {
		return true
	}
	text, asked = strings.ToLower(text), strings.ToLower(asked)
	if strings.Contains(asked, "kanaria") || strings.Contains(asked, "0737546") {
		var kept []string
		for _, word := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \"”“<>,:;/[]()", r) }) {
			if !strings.Contains(asked, word) {
				kept = append(kept, word)
			}
		}
		text = strings.Join(kept, " ")
	}
	return strings.Contains(text, "kanaria") || strings.Contains(text, "0737546") || strings.Contains(text, "teuvo")
}

func TestPersonsAreHiddenFromThePublic(t *testing.T) {
	s := csvServer(t, privateSheet)
	// Decisions about persons are kept back as well, and change nothing.
	for _, b := range []body{
		{"kind": "name", "actors": []string{"0737546-2"}, "value": "Kanariasen verstas", "why": "Kanarianen pyysi"},
		{"kind": "later", "actors": []string{"name:kanarianen matti", "name:koneurakointi matti kanarianen"}},
		{"kind": "part-of", "actors": []string{"name:koneurakointi matti kanarianen", "0292800-5"}},
	} {
		if r := post(t, s, "/decisions", b); r.Code != http.StatusCreated {
			t.Fatalf("%d %s", r.Code, r.Body)
		}
	}
	if err := s.live.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	reads := everyRead(t, s)
	if len(reads) < 60 {
		t.Fatalf("only %d addresses", len(reads))
	}
	for _, languages := range []string{"", "sv"} {
		for _, target := range reads {
			if languages != "" && strings.Contains(target, "?") {
				target += "&lang=" + languages
			}
			// The curator's answer first: nothing of it may be kept for the public.
			if r := curated(s, target); r.Header().Get("Cache-Control") != "no-store" && leaks(told(t, r), "") {
				t.Errorf("%s: the curator's answer may be kept: %q", target, r.Header().Get("Cache-Control"))
			}
			for range 2 {
				if r := get(s, "/api/v1"+target); leaks(told(t, r), target) {
					t.Errorf("%s: %d %.600s", target, r.Code, told(t, r))
				}
			}
		}
	}
	// The curator sees who it is.
	if text := curated(s, "/actors").Body.String(); !strings.Contains(text, canary) {
		t.Errorf("the curator does not see the name: %s", text)
	}
	if text := told(t, curated(s, "/records?project="+url.QueryEscape(projectNamed(t, s, "Hanke A")))); !strings.Contains(text, canaryGiven) {
		t.Errorf("the curator does not see the record: %s", text)
	}
	// Everybody sees that somebody is there, in the reader's language.
	for lang, name := range map[string]string{"fi": "yksityinen elinkeinonharjoittaja", "sv": "enskild näringsidkare", "en": "sole trader"} {
		list := decode[api.ActorList](t, get(s, "/api/v1/actors?lang="+lang))
		hidden := 0
		for _, a := range list.Actors {
			if a.Person && a.Name == name {
				hidden++
			}
		}
		if hidden != 3 {
			t.Errorf("%s: %d hidden persons, want 3: %+v", lang, hidden, list.Actors)
		}
	}
}

func projectNamed(t *testing.T, s *Server, name string) string {
	t.Helper()
	for _, p := range decode[api.ProjectList](t, curated(s, "/projects?limit=100")).Projects {
		if p.Name == name {
			return p.Id
		}
	}
	t.Fatalf("no project %q", name)
	return ""
}

// A curator may show a person, and hide one again.
func TestAPersonMayBeShown(t *testing.T) {
	s := csvServer(t, privateSheet)
	shown := func() bool {
		t.Helper()
		if err := s.live.Refresh(t.Context()); err != nil {
			t.Fatal(err)
		}
		return strings.Contains(get(s, "/api/v1/actors").Body.String(), "Tmi Teuvo Kanarianen")
	}
	if shown() {
		t.Fatal("shown before anybody decided")
	}
	for _, want := range []string{"public", "private"} {
		if r := post(t, s, "/decisions", body{"kind": "correction", "actors": []string{"0737546-2"}, "value": want}); r.Code != http.StatusCreated {
			t.Fatalf("%d %s", r.Code, r.Body)
		}
		if got := shown(); got != (want == "public") {
			t.Errorf("%s: shown is %t", want, got)
		}
	}
	if r := post(t, s, "/decisions", body{"kind": "correction", "actors": []string{"0292800-5"}, "value": "private"}); r.Code != http.StatusCreated {
		t.Fatalf("%d %s", r.Code, r.Body)
	}
	if err := s.live.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(get(s, "/api/v1/actors").Body.String(), "Lapin yliopisto") {
		t.Error("who is decided to be private is shown")
	}
}
