-- The schema that the expressions of expressions.txt are about, and the function that prints them.
--
-- expressions.txt was made with it on PostgreSQL 15: `printed` is what probe() returns for `written`, `reprinted`
-- what it returns for `printed` with an empty search_path, as after a dump and a restore.

CREATE TYPE public.mood AS ENUM ('sad', 'ok', 'very happy');
CREATE DOMAIN public.score AS smallint CHECK (VALUE BETWEEN 0 AND 100);
CREATE DOMAIN public.email AS text CHECK (VALUE ~ '^[^@]+@[^@]+$');
CREATE TYPE public.pair AS (a integer, b text);
CREATE SEQUENCE public.ids;
CREATE FUNCTION public.digest_of(jsonb) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$ SELECT sha256($1::text::bytea) $$;
CREATE FUNCTION public.label(text, n integer DEFAULT 1) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT $1 || n::text $$;

CREATE TABLE public.subject (
    i2 smallint, i4 integer, i4b integer, i8 bigint, i8b bigint, n numeric, n52 numeric(5,2), f4 real,
    f8 double precision, t text, t2 text, v character varying, v20 character varying(20), c10 character(10),
    b boolean, b2 boolean, d date, d2 date, ts timestamp without time zone, tz timestamp with time zone,
    tz2 timestamp with time zone, tm time without time zone, iv interval, u uuid, j json, jb jsonb,
    ta text[], va character varying[], ia integer[], mood public.mood, mood2 public.mood, moods public.mood[],
    sc public.score, em public.email, ip inet, cd cidr, by bytea, tsv tsvector, r int4range,
    tr tstzrange, nm name, m money, pr public.pair, bits bit(4), "Odd Name" text, "order" integer
);

-- kind: check, predicate, index, default <type>, generated <type>, domain <type>.
CREATE FUNCTION public.probe(kind text, expression text, path text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    word text := split_part(kind, ' ', 1);
    type text := substr(kind, length(split_part(kind, ' ', 1)) + 2);
    printed text;
BEGIN
    PERFORM set_config('search_path', path, true);
    CREATE TABLE public.probed (LIKE public.subject);
    IF word = 'check' THEN
        EXECUTE format('ALTER TABLE public.probed ADD CONSTRAINT c CHECK (%s)', expression);
    ELSIF word = 'predicate' THEN
        EXECUTE format('CREATE INDEX i ON public.probed (i4) WHERE %s', expression);
    ELSIF word = 'index' THEN
        EXECUTE format('CREATE INDEX i ON public.probed ((%s))', expression);
    ELSIF word = 'default' THEN
        EXECUTE format('ALTER TABLE public.probed ADD probed_column %s DEFAULT %s', type, expression);
    ELSIF word = 'generated' THEN
        EXECUTE format('ALTER TABLE public.probed ADD probed_column %s GENERATED ALWAYS AS (%s) STORED', type, expression);
    ELSE
        EXECUTE format('CREATE DOMAIN public.probed_domain AS %s CONSTRAINT c CHECK (%s)', type, expression);
    END IF;
    PERFORM set_config('search_path', '', true);
    printed := CASE
        WHEN word = 'check' THEN (SELECT pg_catalog.pg_get_expr(conbin, conrelid) FROM pg_catalog.pg_constraint
            WHERE conrelid = 'public.probed'::regclass AND conname = 'c')
        WHEN word = 'predicate' THEN (SELECT pg_catalog.pg_get_expr(indpred, indrelid) FROM pg_catalog.pg_index
            WHERE indrelid = 'public.probed'::regclass)
        WHEN word = 'index' THEN (SELECT pg_catalog.pg_get_expr(indexprs, indrelid) FROM pg_catalog.pg_index
            WHERE indrelid = 'public.probed'::regclass)
        WHEN word IN ('default', 'generated') THEN (SELECT pg_catalog.pg_get_expr(adbin, adrelid)
            FROM pg_catalog.pg_attrdef WHERE adrelid = 'public.probed'::regclass)
        ELSE (SELECT pg_catalog.regexp_replace(pg_catalog.pg_get_constraintdef(oid), '^CHECK \((.*)\)$', '\1')
            FROM pg_catalog.pg_constraint WHERE conname = 'c')
    END;
    DROP TABLE public.probed;
    IF word = 'domain' THEN
        DROP DOMAIN public.probed_domain;
    END IF;
    RETURN printed;
END
$$;
