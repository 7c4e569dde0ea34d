-- +goose Up

-- The language of a chosen name; the first and last day of a part-of or a
-- successor-of, 0 for an open end.
ALTER TABLE journal ADD COLUMN lang     TEXT    NOT NULL DEFAULT '';
ALTER TABLE journal ADD COLUMN from_day INTEGER NOT NULL DEFAULT 0;
ALTER TABLE journal ADD COLUMN to_day   INTEGER NOT NULL DEFAULT 0;
