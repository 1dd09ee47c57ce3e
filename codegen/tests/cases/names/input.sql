-- files: models/mod.rs errors/mod.rs models/users.rs stores/type.rs models/options.rs stores/options.rs models/results.rs stores/results.rs stores/_2fa.rs models/_2fa.rs models/strings.rs stores/strings.rs
-- Names that Rust does not take, or that generated code uses itself.
CREATE TABLE users (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE new_users (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE user_patches (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE user_errors (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE "type" (
    db integer,
    new integer,
    patch integer,
    "set" integer,
    "row" integer,
    "type" integer,
    "self" integer,
    "default" integer,
    name text,
    PRIMARY KEY (db, new, patch, "set", "row"),
    UNIQUE ("type", "self", "default")
);
CREATE TABLE options (id integer PRIMARY KEY, value text, parent integer REFERENCES options);
CREATE TABLE results (id integer PRIMARY KEY, value text, parent integer REFERENCES results);
CREATE TABLE strings (id text PRIMARY KEY, value text, parts text[]);
CREATE TABLE "2fa" ("1st" integer PRIMARY KEY, "Größe" integer UNIQUE, "用户" text, "a b" text, a_b text, _note text, note text);
