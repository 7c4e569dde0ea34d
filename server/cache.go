package server

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"hash/fnv"
	"net/http"
	"strings"

	"github.com/hashicorp/golang-lru/v2"
	"github.com/labstack/echo/v4"
)

// cacheEntries bounds the kept answers: every region in three sizes and
// languages. Packed they take some 8 kB each.
const cacheEntries = 8192

// answer is a finished body of one revision, packed.
type answer struct {
	contentType string
	gzip        []byte
	etag        string
}

// answers keeps what was computed for a request until the revision changes:
// an old revision is never asked for again and falls out in time.
type answers struct{ kept *lru.Cache[string, answer] }

func newAnswers() (*answers, error) {
	kept, err := lru.New[string, answer](cacheEntries)
	if err != nil {
		return nil, fmt.Errorf("answer cache: %w", err)
	}
	return &answers{kept: kept}, nil
}

// cached answers equal requests of one revision and day from memory. Only
// good answers are kept.
func (s *Server) cached(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		view, _, err := s.live.Current()
		if err != nil {
			return err
		}
		request := c.Request()
		key := fmt.Sprintf("%s %s %s?%s", view.Revision, s.today(), request.URL.EscapedPath(), request.URL.Query().Encode())
		kept, ok := s.answers.kept.Get(key)
		if !ok {
			recorder := &recorder{ResponseWriter: c.Response().Writer, header: http.Header{}, status: http.StatusOK}
			original := c.Response().Writer
			c.Response().Writer = recorder
			err := next(c)
			c.Response().Writer = original
			if err != nil {
				// Nothing has been sent: recorder held it back.
				c.Response().Committed = false
				return err
			}
			kept, err = newAnswer(key, recorder)
			if err != nil {
				return err
			}
			c.Response().Committed = false
			if recorder.status != http.StatusOK {
				return c.Blob(recorder.status, kept.contentType, recorder.body.Bytes())
			}
			s.answers.kept.Add(key, kept)
		}
		return kept.write(c)
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

func (a *answer) write(c echo.Context) error {
	header := c.Response().Header()
	header.Set("Cache-Control", "no-cache")
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
