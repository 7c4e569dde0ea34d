package server

import (
	"context"
	"net"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"
)

// accessError refuses what only a curator may do.
type accessError struct{}

func (accessError) Error() string { return "no right to write" }

// mayWrite lets through who has the right to change the data.
func (s *Server) mayWrite(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if !s.allowed(c.Request()) {
			return accessError{}
		}
		return next(c)
	}
}

// allowed tells whether a request may change the data, and so may see what is
// hidden from the public: it comes from this machine, to a name of this machine,
// with no proxy between.
func (s *Server) allowed(r *http.Request) bool {
	for name := range r.Header {
		if name == "Forwarded" || strings.HasPrefix(name, "X-Forwarded-") {
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

// fresh answers are never kept, and may differ for who may write.
func (s *Server) fresh(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		c.Response().Header().Set("Cache-Control", "no-store")
		return next(c)
	}
}

// writer marks the context of a request whose sender may write.
type writer struct{}

// knowWriter tells handlers whether the sender may write.
func (s *Server) knowWriter(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if r := c.Request(); s.allowed(r) {
			c.SetRequest(r.WithContext(context.WithValue(r.Context(), writer{}, true)))
		}
		return next(c)
	}
}

// mayWriteHere tells whether who asks may write, and so sees hidden names.
func mayWriteHere(ctx context.Context) bool {
	may, _ := ctx.Value(writer{}).(bool)
	return may
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}
