package server

import (
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"

	"github.com/labstack/echo/v4"
)

// asset is one embedded file with its packed twins, read once at the start.
type asset struct {
	contentType         string
	plain, gzip, brotli []byte
	lasting             bool // the name holds a hash of the content
}

// readAssets maps the addresses of the front end to its files. Only what is
// in the map is served, so no path can lead anywhere else. Without a built
// front end the placeholder stands at /.
func readAssets(files fs.FS) (map[string]asset, error) {
	assets := map[string]asset{}
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.HasSuffix(name, ".gz") || strings.HasSuffix(name, ".br") {
			return err
		}
		plain, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		a := asset{contentType: contentType(name), plain: plain, lasting: strings.HasPrefix(name, "assets/")}
		// The packed twins are optional.
		a.gzip, _ = fs.ReadFile(files, name+".gz")
		a.brotli, _ = fs.ReadFile(files, name+".br")
		assets["/"+name] = a
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("front end files: %w", err)
	}
	if index, ok := assets["/index.html"]; ok {
		assets["/"] = index
	} else if placeholder, ok := assets["/placeholder.html"]; ok {
		assets["/"] = placeholder
	}
	delete(assets, "/placeholder.html")
	return assets, nil
}

func contentType(name string) string {
	switch path.Ext(name) {
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".woff2":
		return "font/woff2"
	case ".json":
		return "application/json"
	}
	if known := mime.TypeByExtension(path.Ext(name)); known != "" {
		return known
	}
	return "application/octet-stream"
}

func (s *Server) serveAsset(c echo.Context) error {
	a, ok := s.assets[c.Request().URL.Path]
	if !ok {
		return echo.NewHTTPError(http.StatusNotFound)
	}
	header := c.Response().Header()
	header.Set("Vary", "Accept-Encoding")
	header.Set("Cache-Control", "no-cache")
	if a.lasting {
		header.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	body := a.plain
	switch {
	case a.brotli != nil && accepts(c.Request(), "br"):
		header.Set("Content-Encoding", "br")
		body = a.brotli
	case a.gzip != nil && accepts(c.Request(), "gzip"):
		header.Set("Content-Encoding", "gzip")
		body = a.gzip
	}
	return c.Blob(http.StatusOK, a.contentType, body)
}
