-- Views and functions that need each other.
CREATE TABLE t (id int PRIMARY KEY, a text);
CREATE VIEW v AS SELECT id, a, NULL::text AS label FROM t;
CREATE FUNCTION label(v) RETURNS text LANGUAGE sql STABLE AS 'SELECT $1.a';
CREATE OR REPLACE VIEW v AS SELECT x.id, x.a, label(ROW(x.id, x.a, NULL)::v) AS label FROM t x;
CREATE FUNCTION counted() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT count(*) FROM v';
CREATE VIEW w AS SELECT counted() AS n;
CREATE TABLE u (id int, n bigint DEFAULT counted(), row v);
CREATE MATERIALIZED VIEW m AS SELECT id, w.n, u.row FROM u, w;
CREATE INDEX ON m (id);
CREATE VIEW grouped AS SELECT t.id, t.a, count(*) AS n FROM t JOIN u USING (id) GROUP BY t.id;
