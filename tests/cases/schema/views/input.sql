-- Views: columns as the query gives them, options, replacement, what stands on them.
CREATE SCHEMA app;
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE users (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name varchar(40) NOT NULL,
    mail text COLLATE "C",
    mood mood NOT NULL DEFAULT 'ok',
    tags text[],
    balance numeric(10, 2),
    created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE TABLE app.orders (
    id bigint PRIMARY KEY,
    user_id bigint NOT NULL REFERENCES users,
    total numeric(12, 2) NOT NULL,
    note text
);

CREATE VIEW everything AS SELECT * FROM users;
CREATE VIEW named (user_id, label) AS SELECT id, name || '!' FROM users;
CREATE VIEW some_named (user_id) AS SELECT id, name, upper(mail) FROM users WHERE mood <> 'sad';
CREATE VIEW app.totals AS
    SELECT u.id, u.name, count(*) AS orders, sum(o.total) AS total, max(o.note) note
    FROM users u LEFT JOIN app.orders o ON o.user_id = u.id
    GROUP BY u.id
    HAVING count(*) > 0
    ORDER BY total DESC NULLS LAST
    LIMIT 10;
CREATE VIEW of_view AS SELECT t.*, t.total / 2 AS half FROM app.totals t WHERE orders > 1;
CREATE VIEW literals AS
    SELECT 1 AS one, 'text' AS words, NULL AS nothing, 1.5 AS number, true AS yes, now() AS moment,
           ARRAY[1, 2] AS list, 'happy'::mood AS mood, CASE WHEN true THEN 1 ELSE 2 END, coalesce(NULL, 3);
CREATE VIEW unions AS
    SELECT id, name FROM users UNION ALL SELECT id, note FROM app.orders;
CREATE VIEW rows (a, b) AS VALUES (1, 'x'), (2, 'y');
CREATE VIEW whole AS TABLE app.orders;
CREATE VIEW with_query AS
    WITH big AS (SELECT * FROM app.orders WHERE total > 100) -- only these
    SELECT big.id, (SELECT name FROM users WHERE users.id = big.user_id) AS name
    FROM big;
CREATE RECURSIVE VIEW counting (n) AS
    VALUES (1) UNION ALL SELECT n + 1 FROM counting WHERE n < 100;

CREATE VIEW guarded WITH (security_barrier) AS SELECT id, name FROM users WHERE name IS NOT NULL;
CREATE VIEW checked AS SELECT id, name FROM users WHERE id > 0 WITH LOCAL CHECK OPTION;
CREATE VIEW cascaded WITH (security_invoker = true) AS SELECT * FROM checked WITH CHECK OPTION;

CREATE VIEW replaced AS SELECT id FROM users;
CREATE OR REPLACE VIEW replaced AS SELECT o.id, o.total FROM app.orders o;
CREATE OR REPLACE VIEW replaced WITH (security_barrier = false) AS SELECT id, total, note FROM app.orders;

COMMENT ON VIEW everything IS 'all of it';
COMMENT ON COLUMN everything.name IS 'how they are called';
ALTER VIEW everything ALTER COLUMN mood SET DEFAULT 'happy';
ALTER VIEW guarded SET (security_barrier = false, check_option = local);
ALTER VIEW guarded RESET (check_option);

CREATE VIEW renamed AS SELECT id AS a, name AS b FROM users;
ALTER VIEW renamed RENAME COLUMN a TO first;
ALTER VIEW renamed RENAME TO second_name;
ALTER TABLE second_name RENAME TO third_name;
ALTER VIEW third_name SET SCHEMA app;

CREATE FUNCTION app.of_totals() RETURNS SETOF app.totals LANGUAGE sql STABLE AS 'SELECT * FROM app.totals';
CREATE VIEW from_function AS SELECT f.id, f.total FROM app.of_totals() f;
CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER instead INSTEAD OF INSERT OR UPDATE ON everything FOR EACH ROW EXECUTE FUNCTION keep();
CREATE TRIGGER before BEFORE INSERT ON everything FOR EACH STATEMENT EXECUTE FUNCTION keep();

CREATE VIEW short_lived AS SELECT 1 AS one;
CREATE VIEW on_short_lived AS SELECT * FROM short_lived;
DROP VIEW short_lived CASCADE;
DROP VIEW IF EXISTS never_was;
