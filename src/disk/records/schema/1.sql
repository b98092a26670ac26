-- Trainees, the content they practised with, what they did.
CREATE TABLE profile (
    id TEXT NOT NULL PRIMARY KEY,      -- a UUID that says nothing about the person
    name TEXT NOT NULL,
    since_ms INTEGER NOT NULL,         -- milliseconds since 1970, UTC
    since_offset INTEGER NOT NULL,     -- local time minus UTC, minutes
    pin TEXT,                          -- PHC string of an Argon2id hash
    links INTEGER NOT NULL DEFAULT 0,  -- length of the chain of attempts
    head TEXT NOT NULL                 -- hash of its last link
) STRICT;

-- One content file, known by the SHA-256 of its text: kept once, however often it is practised with.
CREATE TABLE part (
    digest TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The files a scenario or a shift was made of, in order.
CREATE TABLE edition (
    digest TEXT NOT NULL,
    place INTEGER NOT NULL,
    part TEXT NOT NULL,
    PRIMARY KEY (digest, place)
) STRICT, WITHOUT ROWID;

-- Finished attempts, a chain for each trainee.
CREATE TABLE attempt (
    profile TEXT NOT NULL,
    place INTEGER NOT NULL,            -- from 1
    id TEXT NOT NULL UNIQUE,
    previous TEXT NOT NULL,            -- hash of the link before it
    hash TEXT NOT NULL,
    body TEXT NOT NULL,                -- the attempt as JSON, exactly as it was hashed
    PRIMARY KEY (profile, place)
) STRICT;

-- Attempts in progress, line by line.
CREATE TABLE open_attempt (
    id TEXT NOT NULL PRIMARY KEY,
    profile TEXT NOT NULL,
    holder TEXT NOT NULL,              -- which run of the program is at it
    setup TEXT NOT NULL,               -- JSON
    notepad TEXT NOT NULL
) STRICT;

CREATE TABLE open_line (
    attempt TEXT NOT NULL,
    place INTEGER NOT NULL,            -- from 0
    line TEXT NOT NULL,
    PRIMARY KEY (attempt, place)
) STRICT, WITHOUT ROWID;
