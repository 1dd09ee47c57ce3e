-- What a view names may be renamed: the view means the same as before.
CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE TYPE a.kind AS ENUM ('x', 'y');
CREATE SEQUENCE a.counter;
CREATE TABLE a.items (id int PRIMARY KEY, name text, kind a.kind, parent int);
CREATE TABLE a.parts (id int PRIMARY KEY, item int, weight numeric);
CREATE FUNCTION a.label(integer) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1::text';
CREATE VIEW v AS
    SELECT items.id, items.name, label.label, i.kind AS what, a.label(items.id) AS called, 'x'::a.kind AS x,
           nextval('a.counter') AS next
    FROM a.items JOIN a.items i ON i.id = items.parent, LATERAL a.label(i.id) label
    WHERE items.kind = 'x' ORDER BY name;
CREATE VIEW star AS SELECT * FROM a.items;
CREATE VIEW star_of_view AS SELECT * FROM star s WHERE s.id > 0;
CREATE VIEW grouped AS SELECT kind, count(*) FROM a.items GROUP BY kind HAVING max(name) > 'a';
ALTER TABLE a.items RENAME COLUMN name TO title;
ALTER TABLE a.items ADD COLUMN later int;
ALTER TABLE a.items RENAME TO things;
ALTER TABLE a.things SET SCHEMA b;
ALTER TYPE a.kind RENAME TO sort;
ALTER SEQUENCE a.counter RENAME TO clock;
ALTER FUNCTION a.label(integer) RENAME TO tag;
ALTER SCHEMA a RENAME TO c;
ALTER VIEW star RENAME COLUMN kind TO sort;
ALTER VIEW star RENAME TO whole;
ALTER TYPE c.sort RENAME VALUE 'y' TO 'z';

CREATE TYPE c.place AS (street text, town text);
CREATE TABLE c.people (id int PRIMARY KEY, name text, home c.place);
CREATE TABLE c.jobs (id int, person int, name text);
CREATE COLLATION c.plain (provider = libc, locale = 'C');
CREATE FUNCTION c.all_jobs() RETURNS SETOF c.jobs LANGUAGE sql STABLE AS 'SELECT * FROM c.jobs';
CREATE FUNCTION c.greeting(c.people) RETURNS text LANGUAGE sql STABLE AS 'SELECT $1.name';
CREATE FUNCTION c.anything() RETURNS SETOF record LANGUAGE sql AS 'SELECT 1, 2';
CREATE VIEW using_names AS SELECT id, p.name, j.person FROM c.people p JOIN c.jobs j USING (id);
CREATE VIEW using_self AS
    SELECT jobs.name, id, other.person, person AS who FROM c.jobs JOIN c.jobs other USING (id, person) WHERE jobs.name = other.name AND jobs.id > 0;
CREATE VIEW natural_names AS SELECT id, name FROM c.people NATURAL JOIN c.jobs;
CREATE VIEW full_names AS SELECT id, p.home FROM c.people p FULL JOIN c.jobs USING (id);
CREATE VIEW listed AS SELECT x.a, x.name FROM c.jobs x (a, b) WHERE b > 0;
CREATE VIEW of_function AS SELECT * FROM c.all_jobs();
CREATE VIEW of_function_alias AS SELECT f.id, f FROM c.all_jobs() f WHERE name > '';
CREATE VIEW of_record AS SELECT * FROM c.anything() AS (x int, y int);
SET search_path = public, c;
CREATE VIEW fields AS SELECT (home).town AS where_at, (p.home).street AS way, (p).name, (home).*, p.greeting AS spoken, g.greeting FROM c.people p
    CROSS JOIN LATERAL (SELECT c.greeting(p)) g WHERE (home).town > 'a';
RESET search_path;
CREATE VIEW twice AS SELECT s.* FROM (SELECT 1 AS one) s, LATERAL (SELECT s.one) t;
CREATE VIEW of_class AS SELECT pg_relation_size('c.jobs') AS size, 'c.people'::regclass AS class;
CREATE VIEW collated AS SELECT name COLLATE c.plain AS name FROM c.people ORDER BY name COLLATE c.plain;
ALTER TABLE c.people RENAME COLUMN id TO number;
ALTER TABLE c.jobs RENAME COLUMN person TO worker;
ALTER TABLE c.jobs RENAME TO tasks;
ALTER TYPE c.place RENAME ATTRIBUTE town TO city;
ALTER FUNCTION c.all_jobs() RENAME TO all_tasks;
ALTER FUNCTION c.greeting(c.people) RENAME TO salute;
ALTER FUNCTION c.anything() RENAME TO something;
ALTER COLLATION c.plain RENAME TO bare;
ALTER SCHEMA c RENAME TO d;

CREATE TABLE feelings (id int, sort d.sort NOT NULL);
CREATE VIEW moved AS
    SELECT id, CASE sort WHEN 'x' THEN 'x' ELSE 'other' END AS word, coalesce(nullif(sort, 'x'), 'z') AS other
    FROM feelings WHERE sort = 'x' OR sort IN ('z', 'x') OR sort::text = 'x' OR sort = ANY (ARRAY['x'::d.sort]);
ALTER TYPE d.sort RENAME VALUE 'x' TO 'it''s';
GRANT SELECT ON moved TO PUBLIC;
GRANT UPDATE (word) ON moved TO PUBLIC;
