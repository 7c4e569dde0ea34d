package page_test

import (
	"encoding/base64"
	"strings"
	"testing"

	"hankeverkko/importer/page"
)

const saved = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://esimerkki.example/\r\nSubject: Sivu\r\nMIME-Version: 1.0\r\n" +
	"Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----Raja----\"\r\n\r\n\r\n------Raja----\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: ENCODING\r\n\r\nBODY\r\n" +
	"------Raja----\r\nContent-Type: text/css\r\n\r\np{}\r\n------Raja------\r\n"

func TestSingle(t *testing.T) {
	const want = "<html><p>Hyvää</p></html>"
	for encoding, body := range map[string]string{
		"quoted-printable": "<html><p>Hyv=C3=A4=\r\n=C3=A4</p></html>", "base64": base64.StdEncoding.EncodeToString([]byte(want)), "8bit": want,
	} {
		raw := strings.NewReplacer("ENCODING", encoding, "BODY", body).Replace(saved)
		if got, ok := page.Single([]byte(raw), 1000); !ok || string(got) != want {
			t.Errorf("%s: %q", encoding, got)
		}
		if _, ok := page.Single([]byte(raw), 10); ok {
			t.Errorf("%s: longer than the limit", encoding)
		}
		if _, ok := page.Single([]byte(raw[:len(raw)/2]), 1000); ok {
			t.Errorf("%s: cut off", encoding)
		}
	}
	if _, ok := page.Single([]byte(want), 1000); ok {
		t.Error("a page by itself")
	}
}
