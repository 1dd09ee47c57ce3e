-- files: models/adults.rs stores/adults.rs models/totals.rs stores/totals.rs
-- A view is read: nothing is inserted, and what may be NULL is an Option.
CREATE TABLE people (id integer PRIMARY KEY, name text NOT NULL, age integer);
CREATE VIEW adults AS SELECT id, name, age + 1 AS next_age FROM people WHERE age >= 18;
CREATE MATERIALIZED VIEW totals AS SELECT name, count(*) AS people FROM people GROUP BY name;
CREATE UNIQUE INDEX totals_name_idx ON totals (name);
COMMENT ON VIEW adults IS 'Who may vote.';
