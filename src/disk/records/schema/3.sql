-- How a trainee likes the window; and who asked not to be known any more.
CREATE TABLE preference (
    profile TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (profile, key)
) STRICT, WITHOUT ROWID;

ALTER TABLE profile ADD COLUMN is_anonymous INTEGER NOT NULL DEFAULT 0;
