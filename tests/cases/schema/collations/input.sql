-- Collations: every way to make one, and what holds on to one when it is renamed or moved.
CREATE SCHEMA app;
CREATE COLLATION ci (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE COLLATION IF NOT EXISTS ci (provider = libc, locale = 'C');
CREATE COLLATION app.plain (locale = 'C');
CREATE COLLATION app.sides (LC_COLLATE = 'C', LC_CTYPE = "POSIX", provider = 'libc', version = '7');
CREATE COLLATION copied FROM ci;
CREATE COLLATION app.of_c (FROM = "C");
CREATE COLLATION of_icu FROM "de-AT-x-icu";
CREATE COLLATION "Mixed Case" (provider = ICU, locale = "sv", deterministic);

CREATE DOMAIN nickname AS text COLLATE ci CHECK (VALUE COLLATE app.plain <> 'root');
CREATE TYPE person AS (name text COLLATE ci, note text);
CREATE TYPE textrange AS RANGE (subtype = text, collation = app.plain);

CREATE TABLE users (
    id int PRIMARY KEY,
    name text COLLATE ci UNIQUE,
    nick nickname,
    other_nick nickname COLLATE "C",
    plain_nick nickname COLLATE "default",
    same_nick nickname COLLATE ci,
    title varchar(20) COLLATE "Mixed Case" DEFAULT ('a' COLLATE ci),
    code name COLLATE "C",
    wide name COLLATE "default",
    CHECK (title COLLATE app.sides > 'a')
);
CREATE INDEX users_title ON users (title COLLATE "C", name, (lower(title) COLLATE app.of_c));
CREATE INDEX users_wrapped ON users ((name), ((title COLLATE "C")), ((name COLLATE ci)), ((title || 'x') COLLATE "C"));
CREATE INDEX users_partial ON users (id) WHERE title > 'b' COLLATE app.plain;
CREATE TABLE parts (k text COLLATE ci, v int) PARTITION BY RANGE (k COLLATE app.plain);
ALTER TABLE users ALTER COLUMN title TYPE text COLLATE copied;

COMMENT ON COLLATION ci IS 'without regard to case';
ALTER COLLATION ci RENAME TO case_insensitive;
ALTER COLLATION app.plain SET SCHEMA public;
ALTER COLLATION copied RENAME TO "Copied";
ALTER COLLATION case_insensitive REFRESH VERSION;
ALTER COLLATION "Mixed Case" OWNER TO CURRENT_USER;
ALTER SCHEMA app RENAME TO application;

CREATE COLLATION gone (locale = 'C');
CREATE TABLE with_gone (a text COLLATE gone, b int);
CREATE INDEX with_gone_expression ON with_gone ((a || 'x' COLLATE gone));
DROP COLLATION gone CASCADE;
DROP COLLATION IF EXISTS gone, application.nowhere;
