-- files: stores/accounts.rs stores/words.rs stores/places.rs
-- Documentation says what a key is made of and which rows it is about; where the server takes values for equal that Rust
-- does not; and why a table that others inherit from has no pages.
CREATE COLLATION loose (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE DOMAIN tag AS text COLLATE loose;
CREATE TABLE accounts (tenant integer NOT NULL, email text NOT NULL, deleted_at timestamptz);
CREATE UNIQUE INDEX accounts_email ON accounts (tenant, lower(email)) WHERE deleted_at IS NULL;
CREATE TABLE words (code char(3), tag tag, word text COLLATE "C", PRIMARY KEY (code, tag, word));
CREATE TABLE places (id integer PRIMARY KEY);
CREATE TABLE cities (mayor text) INHERITS (places);
