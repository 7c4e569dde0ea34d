package neo4j

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"os"
	"sync/atomic"
	"time"

	"hankeverkko/graph"
	"hankeverkko/graph/store"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"
)

// Options say which database and how patiently. The zero values are right for
// all but Address, User and Password.
type Options struct {
	// Address is neo4j://HOST:PORT for a server or a cluster, bolt://HOST:PORT
	// for exactly this server; +s asks for TLS with a certificate that is
	// checked, +ssc for TLS with any certificate.
	Address string
	// User and Password; without a user none is sent.
	User, Password string
	// Database is "neo4j" when empty, the one that Community edition has.
	Database string
	// Authorities is a PEM file of certificates to trust instead of the system's.
	Authorities string
	// Timeout is how long a server may be silent before it counts as away, 5 s
	// when zero. Work that takes longer goes on as long as the server answers.
	Timeout time.Duration
	// Space sets stores in one database apart. Tests use it; elsewhere it is empty.
	Space string
}

const (
	// patience is Options.Timeout unless set.
	patience = 5 * time.Second
	// longest is more than any one transaction should ever take.
	longest = 15 * time.Minute
	// rows are fetched in and sent in portions of this size.
	portion = 1000
)

// Store implements store.Store. It is safe for use by many goroutines, and
// several processes may use one database.
type Store struct {
	options   Options
	driver    driver.DriverWithContext
	bookmarks driver.BookmarkManager
	closed    atomic.Bool
	schema    *schema
}

var _ store.Store = (*Store)(nil)

// Open returns the store in a database. It connects with the first call of a
// method, which makes the store when it is not there, so a server may be away
// now and come later. An address or a certificate file that cannot be used is
// graph.ErrInvalid.
func Open(o Options) (*Store, error) {
	if o.Timeout == 0 {
		o.Timeout = patience
	}
	if o.Database == "" {
		o.Database = "neo4j"
	}
	token := driver.NoAuth()
	if o.User != "" {
		token = driver.BasicAuth(o.User, o.Password, "")
	}
	encryption, err := o.encryption()
	if err != nil {
		return nil, err
	}
	d, err := driver.NewDriverWithContext(o.Address, token, func(c *config.Config) {
		c.MaxTransactionRetryTime = o.Timeout / 2 // the last pause is about as long again
		c.ConnectionAcquisitionTimeout = o.Timeout
		c.SocketConnectTimeout = o.Timeout
		c.ConnectionLivenessCheckTimeout = time.Minute
		c.FetchSize = portion
		c.TelemetryDisabled = true
		c.UserAgent = "hankeverkko"
		c.NotificationsMinSeverity = notifications.DisabledLevel
		c.TlsConfig = encryption
	})
	if err != nil {
		return nil, fmt.Errorf("neo4j: address: %v: %w", err, graph.ErrInvalid)
	}
	settle(d)
	return &Store{
		options: o, driver: d, schema: newSchema(),
		bookmarks: driver.NewBookmarkManager(driver.BookmarkManagerConfig{}),
	}, nil
}

// settle lets a driver make its first connection, which fails before it reaches
// the network: version 5 finishes its own set-up there, without a lock, and
// several first connections at once would race.
func settle(d driver.DriverWithContext) {
	past, cancel := context.WithDeadline(context.Background(), time.Unix(0, 0))
	defer cancel()
	_ = d.VerifyConnectivity(past) // an error is what is wanted
}

func (o Options) encryption() (*tls.Config, error) {
	if o.Authorities == "" {
		return nil, nil
	}
	text, err := os.ReadFile(o.Authorities)
	if err != nil {
		return nil, fmt.Errorf("neo4j: certificates: %v: %w", err, graph.ErrInvalid)
	}
	trusted := x509.NewCertPool()
	if !trusted.AppendCertsFromPEM(text) {
		return nil, fmt.Errorf("neo4j: %s holds no certificate: %w", o.Authorities, graph.ErrInvalid)
	}
	return &tls.Config{RootCAs: trusted, MinVersion: tls.VersionTLS12}, nil
}

// Close lets go of all connections.
func (s *Store) Close() error {
	if s.closed.Swap(true) {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), s.options.Timeout)
	defer cancel()
	if err := s.driver.Close(ctx); err != nil {
		return fmt.Errorf("neo4j: close: %v: %w", err, graph.ErrUnavailable)
	}
	return nil
}

func (s *Store) session(mode driver.AccessMode) driver.SessionWithContext {
	return s.driver.NewSession(context.Background(), driver.SessionConfig{
		DatabaseName: s.options.Database, AccessMode: mode, BookmarkManager: s.bookmarks, FetchSize: portion,
	})
}
