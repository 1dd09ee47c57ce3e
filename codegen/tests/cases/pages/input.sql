-- files: pages/posts.rs stores/posts.rs
-- Orders of indexes: directions that differ, NULLs, ties; and indexes that serve none, each with its reason.
CREATE TABLE posts (
    id bigint PRIMARY KEY,
    author integer NOT NULL,
    score integer,
    published timestamptz,
    title text NOT NULL,
    place point,
    tags text[] NOT NULL
);
CREATE INDEX posts_by_score ON posts (author, score DESC NULLS LAST);
CREATE INDEX posts_by_publication ON posts (published NULLS FIRST, title DESC);
CREATE INDEX posts_by_title ON posts (title COLLATE "C");
CREATE INDEX posts_drafts ON posts (author) WHERE published IS NULL;
CREATE INDEX posts_by_lower_title ON posts (lower(title));
CREATE INDEX posts_by_prefix ON posts (title text_pattern_ops);
CREATE INDEX posts_by_tags ON posts USING gin (tags);
CREATE UNIQUE INDEX posts_title_once ON posts (author, lower(title));
