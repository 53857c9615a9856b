"""The tables of a project file, as plain SQL. Only migrations use this text.

A `winner` row is the coding that counts for one statement, with all that filters ask for beside
it. Unknown country, person and role are '' there, so that they sort, group and filter like any
other value; an unknown date stays NULL, so that nothing can plot it. `day` counts days since
1970-01-01 (UTC). Ids of articles, statements and codings are never given twice (AUTOINCREMENT):
what remembers one must not find another in its place.
"""

from __future__ import annotations

VERSION_1 = """
CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    app TEXT NOT NULL,
    model TEXT NOT NULL,
    knowledge_base TEXT NOT NULL,
    codebook TEXT NOT NULL,
    settings TEXT NOT NULL DEFAULT '',
    started TEXT NOT NULL,
    finished TEXT,
    articles INTEGER NOT NULL DEFAULT 0,
    statements INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE article (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    url TEXT NOT NULL DEFAULT '',
    published TEXT CHECK (published IS date(published)),
    date_basis TEXT NOT NULL CHECK ((date_basis = 'unknown') = (published IS NULL)),
    importer TEXT NOT NULL DEFAULT '',
    path TEXT NOT NULL DEFAULT '',
    imported TEXT NOT NULL,
    run_id INTEGER REFERENCES run(id),
    masks TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(masks)),
    text TEXT NOT NULL
) STRICT;
CREATE INDEX article_run ON article(run_id);
CREATE INDEX article_published ON article(published);

CREATE TABLE statement (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    start INTEGER NOT NULL CHECK (start >= 0),
    kind TEXT NOT NULL CHECK (kind IN ('direct', 'mixed', 'indirect')),
    content TEXT NOT NULL CHECK (json_valid(content)),
    cue TEXT CHECK (cue IS NULL OR json_valid(cue)),
    speaker TEXT CHECK (speaker IS NULL OR json_valid(speaker)),
    confidence REAL NOT NULL DEFAULT 1.0,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX statement_article ON statement(article_id, start);

CREATE TABLE coder (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    human INTEGER NOT NULL CHECK (human IN (0, 1)),
    run_id INTEGER UNIQUE REFERENCES run(id),
    CHECK (human = (run_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX coder_name ON coder(name) WHERE human = 1;

CREATE TABLE coding (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    statement_id INTEGER NOT NULL REFERENCES statement(id) ON DELETE CASCADE,
    coder_id INTEGER NOT NULL REFERENCES coder(id),
    created TEXT NOT NULL,
    retracted_at TEXT,
    valid INTEGER NOT NULL CHECK (valid IN (0, 1)),
    speaker_text TEXT NOT NULL,
    person TEXT,
    role TEXT,
    country TEXT,
    countries TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(countries)),
    official INTEGER NOT NULL CHECK (official IN (0, 1)),
    targets TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(targets)),
    stance REAL NOT NULL CHECK (stance BETWEEN -1 AND 1),
    level INTEGER NOT NULL CHECK (level BETWEEN -2 AND 2),
    act TEXT NOT NULL,
    tone REAL NOT NULL,
    confidence REAL NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    evidence TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(evidence))
) STRICT;
CREATE INDEX coding_statement ON coding(statement_id);
CREATE INDEX coding_coder ON coding(coder_id);

CREATE TABLE winner (
    statement_id INTEGER PRIMARY KEY REFERENCES statement(id) ON DELETE CASCADE,
    coding_id INTEGER NOT NULL REFERENCES coding(id) ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    valid INTEGER NOT NULL,
    reviewed INTEGER NOT NULL,
    official INTEGER NOT NULL,
    day INTEGER,
    stance REAL NOT NULL,
    level INTEGER NOT NULL,
    kind TEXT NOT NULL,
    act TEXT NOT NULL,
    country TEXT NOT NULL,
    person TEXT NOT NULL,
    role TEXT NOT NULL,
    source TEXT NOT NULL,
    tone REAL NOT NULL,
    confidence REAL NOT NULL,
    stamp INTEGER NOT NULL
) STRICT;
CREATE INDEX winner_stamp ON winner(stamp);
CREATE INDEX winner_coding ON winner(coding_id);
CREATE INDEX winner_article ON winner(article_id);
CREATE INDEX winner_published ON winner(day) WHERE valid = 1;
CREATE INDEX winner_by_country ON winner(country, day, stance) WHERE valid = 1;
CREATE INDEX winner_by_person ON winner(person, day, stance) WHERE valid = 1;
CREATE INDEX winner_by_stance ON winner(stance) WHERE valid = 1;
CREATE INDEX winner_by_confidence ON winner(confidence) WHERE valid = 1;
CREATE INDEX winner_reviewed ON winner(reviewed) WHERE reviewed = 1;
CREATE INDEX winner_rejected ON winner(valid) WHERE valid = 0;

-- The further countries of joint sources; the first is winner.country.
CREATE TABLE winner_country (
    country TEXT NOT NULL,
    statement_id INTEGER NOT NULL REFERENCES winner(statement_id) ON DELETE CASCADE,
    PRIMARY KEY (country, statement_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX winner_country_statement ON winner_country(statement_id);

CREATE TABLE winner_target (
    target TEXT NOT NULL,
    statement_id INTEGER NOT NULL REFERENCES winner(statement_id) ON DELETE CASCADE,
    PRIMARY KEY (target, statement_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX winner_target_statement ON winner_target(statement_id);

-- Each change of winners takes the next stamp, so that a reader can fetch what is new to it.
CREATE TABLE clock (stamp INTEGER NOT NULL) STRICT;
INSERT INTO clock VALUES (0);
CREATE TABLE winner_gone (
    statement_id INTEGER PRIMARY KEY,
    stamp INTEGER NOT NULL
) STRICT;
CREATE INDEX winner_gone_stamp ON winner_gone(stamp);

-- Two names of one person: `alias` is shown and counted as `person`.
CREATE TABLE alias (
    alias TEXT PRIMARY KEY,
    person TEXT NOT NULL CHECK (person <> alias)
) STRICT;
CREATE INDEX coding_person ON coding(person);

CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    date TEXT NOT NULL CHECK (date IS date(date)),
    label TEXT NOT NULL
) STRICT;

-- The undo log: `steps` is a JSON list of what was done, in order.
CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    made TEXT NOT NULL,
    label TEXT NOT NULL,
    steps TEXT NOT NULL CHECK (json_valid(steps)),
    undone INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE state (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE VIEW statements AS
SELECT winner.statement_id AS id, article.published, winner.country, winner.person, winner.role,
    winner.stance, winner.level, winner.act, winner.kind, statement.text,
    coding.speaker_text AS speaker, winner.official, coding.targets, winner.tone,
    winner.confidence, winner.reviewed, coder.name AS coder, coding.note, winner.source,
    article.title, article.url, winner.article_id
FROM winner
JOIN statement ON statement.id = winner.statement_id
JOIN article ON article.id = winner.article_id
JOIN coding ON coding.id = winner.coding_id
JOIN coder ON coder.id = coding.coder_id
WHERE winner.valid = 1;
"""

VERSION_3 = (
    "ALTER TABLE article ADD COLUMN duplicate_of INTEGER REFERENCES article(id) ON DELETE SET NULL",
    "CREATE INDEX article_duplicate_of ON article(duplicate_of) WHERE duplicate_of IS NOT NULL",
    "ALTER TABLE winner ADD COLUMN reprint INTEGER NOT NULL DEFAULT 0",
    # Keys of an article's bands (locality-sensitive hashing): reprints have some in common.
    """
    CREATE TABLE article_key (
        key INTEGER NOT NULL,
        article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
        PRIMARY KEY (key, article_id)
    ) STRICT, WITHOUT ROWID
    """,
)

VERSION_4 = (
    # Pages are asked for once, whichever feed or file named them.
    "CREATE INDEX article_url ON article(url) WHERE url <> ''",
    """
    CREATE TABLE feed (
        id INTEGER PRIMARY KEY,
        url TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL DEFAULT '',
        etag TEXT NOT NULL DEFAULT '',
        modified TEXT NOT NULL DEFAULT '',
        asked TEXT,
        problem TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    # Entries wait here for their pages to be read, and are remembered so that none is read twice.
    """
    CREATE TABLE feed_entry (
        feed_id INTEGER NOT NULL REFERENCES feed(id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        link TEXT NOT NULL,
        title TEXT NOT NULL DEFAULT '',
        published TEXT CHECK (published IS date(published)),
        text TEXT NOT NULL DEFAULT '',
        waiting INTEGER NOT NULL DEFAULT 1 CHECK (waiting IN (0, 1)),
        tries INTEGER NOT NULL DEFAULT 0,
        problem TEXT NOT NULL DEFAULT '',
        article_id INTEGER REFERENCES article(id) ON DELETE SET NULL,
        PRIMARY KEY (feed_id, key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX feed_entry_link ON feed_entry(link)",
    "CREATE INDEX feed_entry_article ON feed_entry(article_id) WHERE article_id IS NOT NULL",
    "CREATE INDEX feed_entry_waiting ON feed_entry(feed_id) WHERE waiting = 1",
    """
    CREATE TABLE folder (
        id INTEGER PRIMARY KEY,
        path TEXT NOT NULL UNIQUE,
        looked TEXT,
        problem TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    """
    CREATE TABLE folder_file (
        folder_id INTEGER NOT NULL REFERENCES folder(id) ON DELETE CASCADE,
        path TEXT NOT NULL,
        size INTEGER NOT NULL,
        modified INTEGER NOT NULL,
        PRIMARY KEY (folder_id, path)
    ) STRICT, WITHOUT ROWID
    """,
)

VERSION_5 = (
    # Columns of the winners as of a stamp, packed: a reader begins with them (see `kept`).
    """
    CREATE TABLE kept (
        name TEXT PRIMARY KEY,
        stamp INTEGER NOT NULL,
        form TEXT NOT NULL,
        crc INTEGER NOT NULL,
        body BLOB NOT NULL
    ) STRICT
    """,
    # This program never updates a winner, but replaces it with a newer stamp. Who does, by hand or
    # by another program, leaves a copy that nobody would know to be old.
    "CREATE TRIGGER kept_is_old AFTER UPDATE ON winner BEGIN DELETE FROM kept; END",
    "CREATE INDEX article_language ON article(language) WHERE language NOT IN ('', 'en')",
)
