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
