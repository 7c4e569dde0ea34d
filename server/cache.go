package server

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"hash/fnv"
	"net/http"
	"strings"
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"
	"github.com/labstack/echo/v4"

	"hankeverkko/graph/view"
)

// keptBytes bounds the memory of kept answers. Packed, a picture takes some
// 8 kB, so that every region in three sizes and languages finds room.
const keptBytes = 64 << 20

// answer is a finished body of one revision, packed.
type answer struct {
	contentType string
	gzip        []byte
	etag        string
}

// answers keeps what was computed for a request until the revision changes:
// an old revision is never asked for again and falls out in time.
type answers struct {
	lock sync.Mutex
	kept *simplelru.LRU[string, answer]
	// size and most are in bytes.
	size, most int
}

func newAnswers(most int) (*answers, error) {
	a := &answers{most: most}
	var err error
	// The number is bounded by the bytes: every answer weighs its overhead.
	a.kept, err = simplelru.NewLRU(most/overhead+1, func(key string, old answer) { a.size -= weight(key, old) })
	if err != nil {
		return nil, fmt.Errorf("answer cache: %w", err)
	}
	return a, nil
}

func (a *answers) get(key string) (answer, bool) {
	a.lock.Lock()
	defer a.lock.Unlock()
	return a.kept.Get(key)
}

// add keeps an answer and drops the longest unused ones when all together
// weigh too much.
func (a *answers) add(key string, computed answer) {
	a.lock.Lock()
	defer a.lock.Unlock()
	if a.kept.Contains(key) {
		return
	}
	a.kept.Add(key, computed)
	for a.size += weight(key, computed); a.size > a.most; {
		a.kept.RemoveOldest()
	}
}

// overhead is what an entry takes besides its bytes, roughly.
const overhead = 512

func weight(key string, a answer) int { return len(key) + len(a.gzip) + overhead }

// everyName is the edition with the names of persons.
var everyName = view.Edition{Named: true}

// cached answers equal requests of one revision and day from memory. Only
// good answers are kept.
func (s *Server) cached(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		current, _, err := s.live.Current()
		if err != nil {
			return err
		}
		request := c.Request()
		// Who may write sees names that others must never get from memory.
		named := mayWriteHere(request.Context()) && s.live.Normal(everyName).Named
		// Another version of the program may answer otherwise: it counts for the ETag.
		key := fmt.Sprintf("%s %s %s %t %s?%s", s.version, current.Revision, s.today(), named, request.URL.EscapedPath(), request.URL.Query().Encode())
		if kept, ok := s.answers.get(key); ok {
			return kept.write(c, named)
		}
		recorder := &recorder{ResponseWriter: c.Response().Writer, header: http.Header{}, status: http.StatusOK}
		original := c.Response().Writer
		c.Response().Writer = recorder
		err = next(c)
		c.Response().Writer = original
		c.Response().Committed = false // nothing has been sent: recorder held it back
		if err != nil {
			return err
		}
		computed, err := newAnswer(key, recorder)
		if err != nil {
			return err
		}
		// A revision that came meanwhile must not be taken for the old one.
		now, _, err := s.live.Current()
		if err != nil {
			return err
		}
		if recorder.status != http.StatusOK || now.Revision != current.Revision {
			return c.Blob(recorder.status, computed.contentType, recorder.body.Bytes())
		}
		s.answers.add(key, computed)
		return computed.write(c, named)
	}
}

func newAnswer(key string, r *recorder) (answer, error) {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := w.Write(r.body.Bytes()); err != nil {
		return answer{}, fmt.Errorf("compress answer: %w", err)
	}
	if err := w.Close(); err != nil {
		return answer{}, fmt.Errorf("compress answer: %w", err)
	}
	hash := fnv.New64a()
	hash.Write([]byte(key))
	return answer{
		contentType: r.header.Get(echo.HeaderContentType),
		gzip:        packed.Bytes(),
		etag:        fmt.Sprintf(`W/"%016x"`, hash.Sum64()),
	}, nil
}

// write sends an answer. One with the names of persons is kept by no browser
// and no server on the way.
func (a *answer) write(c echo.Context, named bool) error {
	header := c.Response().Header()
	header.Set("Cache-Control", "no-cache")
	if named {
		header.Set("Cache-Control", "no-store")
	}
	header.Set("ETag", a.etag)
	header.Set("Vary", "Accept-Encoding")
	if c.Request().Header.Get("If-None-Match") == a.etag {
		return c.NoContent(http.StatusNotModified)
	}
	if accepts(c.Request(), "gzip") {
		header.Set("Content-Encoding", "gzip")
		return c.Blob(http.StatusOK, a.contentType, a.gzip)
	}
	plain, err := gzip.NewReader(bytes.NewReader(a.gzip))
	if err != nil {
		return fmt.Errorf("unpack answer: %w", err)
	}
	return c.Stream(http.StatusOK, a.contentType, plain)
}

// recorder holds an answer back until it is known to be good.
type recorder struct {
	http.ResponseWriter
	header http.Header
	status int
	body   bytes.Buffer
}

func (r *recorder) Header() http.Header         { return r.header }
func (r *recorder) WriteHeader(status int)      { r.status = status }
func (r *recorder) Write(b []byte) (int, error) { return r.body.Write(b) }

// accepts tells whether the client takes an encoding; "gzip;q=0" says no.
func accepts(r *http.Request, encoding string) bool {
	for part := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		name, quality, _ := strings.Cut(strings.TrimSpace(part), ";")
		if strings.TrimSpace(name) == encoding && strings.ReplaceAll(quality, " ", "") != "q=0" {
			return true
		}
	}
	return false
}
