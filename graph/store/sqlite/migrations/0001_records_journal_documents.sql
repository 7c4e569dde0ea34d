-- +goose Up

-- The digest of all content that counts towards the revision; one row.
CREATE TABLE state (
    only   INTEGER PRIMARY KEY CHECK (only = 1),
    digest TEXT NOT NULL
) STRICT;
INSERT INTO state VALUES (1, '0000000000000000000000000000000000000000000000000000000000000000');

-- A run is one change to a source. It keeps the source as it was right after
-- it; there = 0 means that the source was taken back to before its first run.
CREATE TABLE run (
    source    TEXT    NOT NULL,
    number    INTEGER NOT NULL CHECK (number > 0),
    at        TEXT    NOT NULL,
    file      TEXT    NOT NULL,
    sha256    TEXT    NOT NULL,
    as_of     INTEGER NOT NULL,
    added     INTEGER NOT NULL,
    removed   INTEGER NOT NULL,
    restored  INTEGER NOT NULL,
    restores  INTEGER, -- number of the run returned to
    there         INTEGER NOT NULL,
    source_name   TEXT    NOT NULL,
    source_format TEXT    NOT NULL,
    source_as_of  INTEGER NOT NULL,
    source_credit TEXT    NOT NULL,
    example       INTEGER NOT NULL,
    PRIMARY KEY (source, number),
    FOREIGN KEY (source, restores) REFERENCES run (source, number)
) STRICT, WITHOUT ROWID;

-- A record is live from run added up to, not including, run removed. Read is
-- the run that it was first read in: a record that came back was added later.
CREATE TABLE record (
    id      INTEGER PRIMARY KEY,
    source  TEXT    NOT NULL,
    key     TEXT    NOT NULL,
    hash    TEXT    NOT NULL,
    project TEXT    NOT NULL,
    cells   TEXT    NOT NULL, -- JSON object, fields in alphabetical order
    read    INTEGER NOT NULL,
    row     INTEGER NOT NULL,
    added   INTEGER NOT NULL,
    removed INTEGER CHECK (removed > added),
    FOREIGN KEY (source, added)   REFERENCES run (source, number),
    FOREIGN KEY (source, removed) REFERENCES run (source, number)
) STRICT;
CREATE UNIQUE INDEX record_live ON record (source, key, hash) WHERE removed IS NULL;
CREATE INDEX record_gone ON record (source, key, hash, added, removed) WHERE removed IS NOT NULL;

CREATE TABLE journal (
    position INTEGER PRIMARY KEY,
    kind     INTEGER NOT NULL,
    actors   TEXT    NOT NULL, -- JSON array
    project  TEXT    NOT NULL,
    value    TEXT    NOT NULL,
    who      TEXT    NOT NULL,
    at       TEXT    NOT NULL,
    why      TEXT    NOT NULL
) STRICT;

CREATE TABLE document (
    kind    TEXT    NOT NULL,
    id      TEXT    NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    body    TEXT    NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT;
