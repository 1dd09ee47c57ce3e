-- Tables made from queries: the columns alone, with types and collations.
CREATE TABLE users (id serial PRIMARY KEY, name varchar(20) NOT NULL, mail text COLLATE "C", tags int[]);
CREATE TABLE copied AS SELECT * FROM users;
CREATE TABLE named (a, b) AS SELECT id, name FROM users WITH NO DATA;
CREATE TABLE partly_named (a) AS SELECT id, name, lower(mail) FROM users;
CREATE TABLE IF NOT EXISTS copied AS SELECT 1 AS other;
CREATE UNLOGGED TABLE quick WITH (fillfactor = 70) AS SELECT 1 AS one, 'x' AS words, NULL AS nothing;
CREATE TABLE of_values AS VALUES (1, 'a'), (2, 'b');
CREATE TABLE of_changes AS WITH new AS (INSERT INTO users (name) VALUES ('x') RETURNING id, name) SELECT * FROM new;
CREATE TEMP TABLE passing AS SELECT 1 AS one;
SELECT id, name AS label INTO into_table FROM users WHERE id > 0;
SELECT count(*) INTO UNLOGGED into_unlogged FROM users GROUP BY name;
ALTER TABLE copied ADD PRIMARY KEY (id);
CREATE TABLE of_copied AS TABLE copied;
