-- A label that is renamed is renamed in every stored expression, and nowhere else.
CREATE TYPE status AS ENUM ('new', 'old', 'it''s');
CREATE TYPE other AS ENUM ('old', 'x');
CREATE DOMAIN known AS status DEFAULT 'old' CHECK (VALUE <> 'old' OR VALUE IN ('new', 'old'));
CREATE FUNCTION ranked(status, note text DEFAULT 'old') RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE FUNCTION best(s status DEFAULT 'old') RETURNS status LANGUAGE sql IMMUTABLE AS 'SELECT s';
CREATE TABLE t (
    s status NOT NULL DEFAULT 'old',
    o other DEFAULT 'old',
    note text DEFAULT 'old',
    list status[] DEFAULT '{old,new}',
    made status[] DEFAULT ARRAY['old', 'new']::status[],
    cast_one text DEFAULT 'old'::status::text,
    chosen status GENERATED ALWAYS AS (CASE WHEN s = 'old' THEN 'new'::status ELSE 'old' END) STORED,
    k known,
    CHECK (s <> 'old' OR note = 'old' OR o = 'old'),
    CHECK (s IN ('old', 'new') AND 'old' = ANY (list)),
    CHECK (coalesce(s, 'old') = best('old') AND ranked('old', 'old') = 1),
    CHECK (s = ANY (ARRAY['old', 'it''s']::status[]) OR NOT s BETWEEN 'new' AND 'old')
);
CREATE INDEX t_old ON t (note) WHERE s = 'old' AND note <> 'old';
CREATE INDEX t_expr ON t ((s = 'old'));
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (s = 'old') WITH CHECK (CASE s WHEN 'old' THEN true ELSE note = 'old' END);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.s = 'old' AND NEW.note = 'old') EXECUTE FUNCTION f();
CREATE TABLE parts (s status, n int) PARTITION BY LIST (s);
CREATE TABLE parts_old PARTITION OF parts FOR VALUES IN ('old', 'it''s');
ALTER TYPE status RENAME VALUE 'old' TO 'it''s old';
ALTER TYPE other RENAME VALUE 'old' TO 'former';
