-- Orders with everything that makes pages hard: ties, NULLs first and last, keys that run either way, a collation of
-- its own, floats, numerics, and a filter that can be NULL.

CREATE TABLE entries (
    id          bigint PRIMARY KEY,
    label       text,
    rank        integer,
    score       numeric(10, 2),
    weight      double precision NOT NULL,
    name        text COLLATE "C" NOT NULL,
    happened    timestamptz,
    code        char(3) NOT NULL
);

CREATE INDEX entries_rank_idx ON entries (rank);
CREATE INDEX entries_rank_down_idx ON entries (rank DESC);
CREATE INDEX entries_score_idx ON entries (score NULLS FIRST, weight DESC);
CREATE INDEX entries_happened_idx ON entries (happened DESC NULLS LAST, rank NULLS FIRST, id DESC);
CREATE INDEX entries_weight_idx ON entries (weight, id);
CREATE INDEX entries_name_idx ON entries (name COLLATE "POSIX", rank DESC NULLS LAST);
CREATE INDEX entries_label_idx ON entries (label, rank, happened DESC);
CREATE INDEX entries_code_idx ON entries (code DESC, id);
-- Orders that no page can be of: an expression, some rows only.
CREATE INDEX entries_lower_idx ON entries (lower(label));
CREATE INDEX entries_some_idx ON entries (rank, label) WHERE rank > 0;

CREATE TABLE readings (
    sensor      integer NOT NULL,
    at          bigint NOT NULL,
    value       smallint,
    PRIMARY KEY (sensor, at)
);

CREATE INDEX readings_value_idx ON readings (value DESC);
