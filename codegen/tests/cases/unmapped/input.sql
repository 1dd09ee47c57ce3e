-- files: findings.txt models/documents.rs stores/documents.rs models/needed.rs stores/needed.rs models/vectors.rs
-- What nothing can read is left out, and said where somebody looks for it.
CREATE TABLE documents (id integer PRIMARY KEY, body text NOT NULL, words tsvector);
CREATE TABLE needed (id integer PRIMARY KEY, words tsvector NOT NULL, UNIQUE (words));
CREATE TABLE vectors (words tsvector);
