package server

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"hankeverkko/graph"
	"hankeverkko/importer"
)

// Limits of one upload.
const (
	maxUpload    = 200 << 20 // bytes of all files
	maxUploads   = 100       // files
	maxOptions   = 200 << 10
	uploadPrefix = "hankeverkko-import-"
)

// upload is a file as it was sent, kept under a name of ours.
type upload struct {
	name, path string
	bytes      int64
}

// folder is where uploads lie, made at the first. What a program that is no
// more has left behind goes.
func (d *drafts) folder() (string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.dir != "" {
		return d.dir, nil
	}
	old, err := filepath.Glob(filepath.Join(os.TempDir(), uploadPrefix+"*"))
	if err != nil {
		return "", err
	}
	for _, dir := range old {
		number, _, _ := strings.Cut(strings.TrimPrefix(filepath.Base(dir), uploadPrefix), "-")
		if pid, err := strconv.Atoi(number); err == nil && !alive(pid) {
			_ = os.RemoveAll(dir)
		}
	}
	d.dir, err = os.MkdirTemp("", uploadPrefix+strconv.Itoa(os.Getpid())+"-")
	return d.dir, err
}

func alive(pid int) bool {
	process, err := os.FindProcess(pid)
	return err == nil && process.Signal(syscall.Signal(0)) == nil
}

// receive writes the files of an upload into the folder. After an error none is left.
func receive(dir string, parts *multipart.Reader) (files []upload, options []byte, err error) {
	defer func() {
		if err != nil {
			discard(files)
			files = nil
		}
	}()
	left := int64(maxUpload)
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return files, options, nil
		}
		if err != nil {
			return files, nil, fmt.Errorf("upload: %v: %w", err, graph.ErrInvalid)
		}
		switch part.FormName() {
		case "options":
			if options, err = io.ReadAll(io.LimitReader(part, maxOptions)); err != nil {
				return files, nil, fmt.Errorf("upload: %v: %w", err, graph.ErrInvalid)
			}
		case "file":
			if len(files) >= maxUploads {
				return files, nil, &importer.FileError{File: part.FileName(), Code: "too-many-files", Values: map[string]any{"limit": maxUploads}}
			}
			f, err := keep(dir, part, min(left, importer.MaxBytes))
			if err != nil {
				return files, nil, err
			}
			left -= f.bytes
			files = append(files, f)
		}
	}
}

func discard(files []upload) {
	for _, f := range files {
		_ = os.Remove(f.path) // the folder goes at the end
	}
}

// keep writes one part into a file of its own, named by chance.
func keep(dir string, part *multipart.Part, most int64) (u upload, err error) {
	file, err := os.OpenFile(filepath.Join(dir, strings.ToLower(rand.Text())), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return u, err
	}
	defer func() {
		if failed := file.Close(); err == nil {
			err = failed
		}
		if err != nil {
			_ = os.Remove(file.Name())
		}
	}()
	u = upload{name: part.FileName(), path: file.Name()}
	if u.bytes, err = io.Copy(file, io.LimitReader(part, most+1)); err != nil {
		return u, fmt.Errorf("upload: %v: %w", err, graph.ErrInvalid)
	}
	if u.bytes > most {
		return u, &importer.FileError{File: u.name, Code: "too-large", Values: map[string]any{"limit": most >> 20}}
	}
	return u, nil
}

// readUploads opens the files of an upload for a reader.
func readUploads[T any](files []upload, o importer.Options, read func([]importer.File, importer.Options) (T, error)) (none T, err error) {
	var open []importer.File
	for _, f := range files {
		file, err := os.Open(f.path)
		if err != nil {
			return none, err
		}
		defer file.Close()
		open = append(open, importer.File{Name: f.name, Reader: file})
	}
	return read(open, o)
}
