package server

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/labstack/echo/v4"

	"hankeverkko/server/api"
)

// Limits of a curator's session and of guessing at the key.
const (
	sessionIdle   = 30 * time.Minute
	sessionLength = 12 * time.Hour
	mostMisses    = 10
	missesWithin  = 15 * time.Minute
	mostPeers     = 10_000 // whose misses are kept
)

// access tells who may write. Without a key that is who sits at this machine;
// with one, who has shown it.
type access struct {
	key [sha256.Size]byte
	set bool
	now func() time.Time

	mu       sync.Mutex
	sessions map[[sha256.Size]byte]session // by the hash of the cookie
	misses   map[string][]time.Time        // by peer
}

type session struct{ began, seen time.Time }

func newAccess(key string, now func() time.Time) *access {
	return &access{
		key: sha256.Sum256([]byte(key)), set: key != "", now: now,
		sessions: map[[sha256.Size]byte]session{}, misses: map[string][]time.Time{},
	}
}

// accessError refuses what only a curator may do.
type accessError struct{}

func (accessError) Error() string { return "no right to write" }

// guessedError refuses another guess at the key.
type guessedError struct{}

func (guessedError) Error() string { return "too many wrong keys" }

// foreignError refuses what another page sends through a visitor's browser.
type foreignError struct{ cause error }

func (e foreignError) Error() string { return e.cause.Error() }

// ownPage refuses requests that change something and come from another site.
func ownPage(next echo.HandlerFunc) echo.HandlerFunc {
	protection := http.NewCrossOriginProtection()
	return func(c echo.Context) error {
		if err := protection.Check(c.Request()); err != nil {
			return foreignError{err}
		}
		return next(c)
	}
}

// mayWrite lets through who has the right to change the data.
func (s *Server) mayWrite(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if !mayWriteHere(c.Request().Context()) {
			return accessError{}
		}
		return next(c)
	}
}

// allowed tells whether a request may change the data, and so may see what is
// hidden from the public. Without a key it must come from this machine, to a
// name of this machine, with no proxy between: a page elsewhere that has its
// own name lead here is not let in.
func (a *access) allowed(r *http.Request) bool {
	if a.set {
		return a.known(r)
	}
	for name := range r.Header {
		if name == "Forwarded" || strings.HasPrefix(name, "X-Forwarded-") || name == "X-Real-Ip" {
			return false
		}
	}
	peer, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return false
	}
	host := r.Host
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	return loopback(peer) && (host == "localhost" || loopback(strings.Trim(host, "[]")))
}

func (a *access) how(r *http.Request) string {
	switch {
	case a.set:
		return "key"
	case a.allowed(r):
		return "open"
	}
	return "closed"
}

// The names of the session cookie; the first is for encrypted connections.
const (
	securedCookie = "__Host-hankeverkko"
	plainCookie   = "hankeverkko"
)

// known finds the session of a request and keeps it alive.
func (a *access) known(r *http.Request) bool {
	id, ok := sessionOf(r)
	if !ok {
		return false
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	s, ok := a.sessions[id]
	now := a.now()
	if !ok || now.Sub(s.began) > sessionLength || now.Sub(s.seen) > sessionIdle {
		delete(a.sessions, id)
		return false
	}
	s.seen = now
	a.sessions[id] = s
	return true
}

func sessionOf(r *http.Request) (id [sha256.Size]byte, ok bool) {
	for _, name := range [...]string{securedCookie, plainCookie} {
		if cookie, err := r.Cookie(name); err == nil && cookie.Value != "" {
			return sha256.Sum256([]byte(cookie.Value)), true
		}
	}
	return id, false
}

// enter takes a key and returns the cookie of a new session.
func (a *access) enter(r *http.Request, key string) (*http.Cookie, error) {
	peer, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		peer = r.RemoteAddr
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	now := a.now()
	misses := slices.DeleteFunc(a.misses[peer], func(t time.Time) bool { return now.Sub(t) > missesWithin })
	if len(misses) >= mostMisses {
		return nil, guessedError{}
	}
	given := sha256.Sum256([]byte(key))
	if !a.set || subtle.ConstantTimeCompare(given[:], a.key[:]) != 1 {
		if len(a.misses) >= mostPeers {
			clear(a.misses)
		}
		a.misses[peer] = append(misses, now)
		return nil, accessError{}
	}
	delete(a.misses, peer)
	for id, s := range a.sessions {
		if now.Sub(s.began) > sessionLength || now.Sub(s.seen) > sessionIdle {
			delete(a.sessions, id)
		}
	}
	secret := rand.Text() + rand.Text() // over 256 bits
	a.sessions[sha256.Sum256([]byte(secret))] = session{now, now}
	return sessionCookie(r, secret, int(sessionLength/time.Second)), nil
}

func (a *access) leave(r *http.Request) *http.Cookie {
	if id, ok := sessionOf(r); ok {
		a.mu.Lock()
		delete(a.sessions, id)
		a.mu.Unlock()
	}
	return sessionCookie(r, "", -1)
}

func sessionCookie(r *http.Request, value string, seconds int) *http.Cookie {
	c := &http.Cookie{Name: plainCookie, Value: value, Path: "/", MaxAge: seconds, HttpOnly: true, SameSite: http.SameSiteStrictMode}
	// Behind a proxy only the browser knows that it speaks encrypted.
	if r.TLS != nil || strings.HasPrefix(r.Header.Get("Origin"), "https://") {
		c.Name, c.Secure = securedCookie, true
	}
	return c
}

// fresh answers are never kept, and may differ for who may write.
func (s *Server) fresh(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		c.Response().Header().Set("Cache-Control", "no-store")
		return next(c)
	}
}

// sender is what handlers know of who asks.
type sender struct {
	request  *http.Request
	mayWrite bool
}

type senderKey struct{}

// knowSender tells handlers whether the sender may write.
func (s *Server) knowSender(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		r := c.Request()
		who := sender{r, s.access.allowed(r)}
		c.SetRequest(r.WithContext(context.WithValue(r.Context(), senderKey{}, who)))
		return next(c)
	}
}

// mayWriteHere tells whether who asks may write, and so sees hidden names.
func mayWriteHere(ctx context.Context) bool {
	who, _ := ctx.Value(senderKey{}).(sender)
	return who.mayWrite
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

func (s *Server) GetAccess(ctx context.Context, _ api.GetAccessRequestObject) (api.GetAccessResponseObject, error) {
	who, _ := ctx.Value(senderKey{}).(sender)
	return api.GetAccess200JSONResponse{MayWrite: who.mayWrite, How: s.access.how(who.request)}, nil
}

func (s *Server) EnterAccess(ctx context.Context, r api.EnterAccessRequestObject) (api.EnterAccessResponseObject, error) {
	who, _ := ctx.Value(senderKey{}).(sender)
	if r.Body == nil {
		return nil, &invalidParameter{"body", ""}
	}
	cookie, err := s.access.enter(who.request, r.Body.Key)
	if err != nil {
		return nil, err
	}
	return api.EnterAccess200JSONResponse{
		Body: api.Access{MayWrite: true, How: "key"}, Headers: api.EnterAccess200ResponseHeaders{SetCookie: cookie.String()},
	}, nil
}

func (s *Server) LeaveAccess(ctx context.Context, _ api.LeaveAccessRequestObject) (api.LeaveAccessResponseObject, error) {
	who, _ := ctx.Value(senderKey{}).(sender)
	return api.LeaveAccess204Response{Headers: api.LeaveAccess204ResponseHeaders{SetCookie: s.access.leave(who.request).String()}}, nil
}
