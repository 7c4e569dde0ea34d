package importer

import (
	"os"
	"path/filepath"
	"testing"
)

// shared opens a real file of the folder that stands beside the checkout on a
// developer's machine. Where it is not there, the test says so and ends.
func shared(t *testing.T, name string) *os.File {
	t.Helper()
	for up := "../.."; len(up) <= len("../../../.."); up += "/.." {
		if file, err := os.Open(filepath.Join(up, "shared", "data", name)); err == nil {
			t.Cleanup(func() { file.Close() })
			return file
		}
	}
	t.Skipf("no shared/data/%s here: the small samples alone are tested", name)
	return nil
}
