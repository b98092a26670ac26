-- Self-assessment: answers to questions, and what the review schedule knows of each card.
CREATE TABLE answered (
    id TEXT NOT NULL PRIMARY KEY,
    profile TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    body TEXT NOT NULL                 -- JSON
) STRICT;
CREATE INDEX answered_by ON answered (profile, at_ms);

CREATE TABLE review (
    profile TEXT NOT NULL,
    card TEXT NOT NULL,
    due_ms INTEGER NOT NULL,
    body TEXT NOT NULL,                -- JSON
    PRIMARY KEY (profile, card)
) STRICT, WITHOUT ROWID;
