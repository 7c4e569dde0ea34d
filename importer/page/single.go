package page

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
)

// Single returns the page itself out of a file in which a browser saved it with
// all that belongs to it (MHTML). It is false where the file is none of these, or
// where it is broken or the page longer than the limit in bytes.
func Single(raw []byte, longest int64) ([]byte, bool) {
	const far = 4096
	start := bytes.ToLower(raw[:min(len(raw), far)])
	if !bytes.Contains(start, []byte("mime-version:")) || !bytes.Contains(start, []byte("multipart/related")) {
		return nil, false
	}
	message, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return nil, false
	}
	_, params, err := mime.ParseMediaType(message.Header.Get("Content-Type"))
	if err != nil || params["boundary"] == "" {
		return nil, false
	}
	parts := multipart.NewReader(message.Body, params["boundary"])
	for {
		part, err := parts.NextRawPart()
		if err != nil {
			return nil, false
		}
		if kind, _, err := mime.ParseMediaType(part.Header.Get("Content-Type")); err != nil || kind != "text/html" {
			continue
		}
		var body io.Reader = part
		switch strings.ToLower(part.Header.Get("Content-Transfer-Encoding")) {
		case "quoted-printable":
			body = quotedprintable.NewReader(part)
		case "base64":
			body = base64.NewDecoder(base64.StdEncoding, part)
		}
		page, err := io.ReadAll(io.LimitReader(body, longest+1))
		return page, err == nil && int64(len(page)) <= longest
	}
}
