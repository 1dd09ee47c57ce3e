CREATE TYPE note_kind AS ENUM ('idea', 'task', 'done');

CREATE TABLE notes (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind note_kind NOT NULL DEFAULT 'idea',
    title text NOT NULL CHECK (title <> ''),
    written_at timestamptz NOT NULL DEFAULT now()
);

CREATE UNIQUE INDEX notes_title_key ON notes (title);
CREATE INDEX notes_written_at_idx ON notes (written_at DESC, id DESC);
