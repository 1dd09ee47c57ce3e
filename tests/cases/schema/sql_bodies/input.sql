-- Bodies in SQL-standard form hold on to what they name, whatever it is called later.
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE people (id int PRIMARY KEY, name text, mood mood, note varchar(20));
CREATE FUNCTION shorten(t text, n int) RETURNS text LANGUAGE sql IMMUTABLE RETURN left(t, $2);
CREATE FUNCTION label(p int) RETURNS text STABLE RETURN (SELECT shorten(name, 3) FROM people WHERE id = p);
CREATE FUNCTION all_people() RETURNS SETOF people BEGIN ATOMIC SELECT * FROM people WHERE mood = 'happy'::mood; END;
CREATE FUNCTION add_person(id int, name text) RETURNS int
BEGIN ATOMIC
    INSERT INTO people (id, name) VALUES (add_person.id, $2);
    UPDATE people SET note = upper(people.name) WHERE people.id = add_person.id RETURNING people.id;
END;
CREATE PROCEDURE forget(who int) BEGIN ATOMIC DELETE FROM people WHERE id = who; END;
CREATE PROCEDURE nothing() BEGIN ATOMIC END;
CREATE FUNCTION greet(VARIADIC b text[])  RETURNS text RETURN array_to_string(b, ' ');
CREATE VIEW happy AS SELECT name FROM all_people();
-- Made before what it stands on now, it must be dumped behind it.
CREATE FUNCTION last_mood() RETURNS mood STABLE RETURN (SELECT max(mood) FROM people);
CREATE OR REPLACE FUNCTION shorten(t text, n int) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN CASE WHEN last_mood() = 'sad' THEN t ELSE left(t, $2) END;
ALTER TABLE people RENAME TO persons;
ALTER TABLE persons RENAME COLUMN name TO full_name;
ALTER TYPE mood RENAME TO feeling;
ALTER FUNCTION last_mood() RENAME TO latest;
