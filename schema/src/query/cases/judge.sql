-- Prints what a server says of each query: the columns of a view made from it, or the SQLSTATE of its refusal.
--   createdb views && psql -qX views -f setup.sql -f data.sql && psql -qXAt views -v ON_ERROR_STOP=1 -f judge.sql > expected.txt
\set queries `cat queries.sql`
SET client_min_messages = error;
CREATE FUNCTION pg_temp.judge(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    found text;
    names text := '';
    nulls text := '';
    place integer;
    name text;
    holds boolean;
BEGIN
    -- Where names come twice, the first columns are called a1, a2, … until none does.
    FOR count IN 0..100 LOOP
        names := (SELECT '(' || string_agg('a' || n, ', ') || ')' FROM generate_series(1, count) n);
        BEGIN
            EXECUTE 'CREATE VIEW public.judged ' || coalesce(names, '') || ' AS ' || query;
            EXIT;
        EXCEPTION WHEN duplicate_column THEN
            IF count = 100 OR SQLERRM NOT LIKE '%specified more than once' THEN RAISE; END IF;
        END;
    END LOOP;
    SELECT coalesce(string_agg(
        quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
        || CASE WHEN a.attcollation <> t.typcollation THEN ' collate ' || a.attcollation::regcollation ELSE '' END,
        ', ' ORDER BY a.attnum), '(none)') INTO found
    FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid WHERE a.attrelid = 'public.judged'::regclass;
    -- The columns that hold a null, where the query can be run.
    BEGIN
        FOR place, name IN SELECT attnum, attname FROM pg_attribute WHERE attrelid = 'public.judged'::regclass ORDER BY attnum LOOP
            EXECUTE format('SELECT EXISTS (SELECT FROM public.judged WHERE %I IS NULL)', name) INTO holds;
            IF holds THEN nulls := nulls || ' ' || place; END IF;
        END LOOP;
    EXCEPTION WHEN OTHERS THEN
        nulls := ' unknown';
    END;
    DROP VIEW public.judged;
    RETURN found || CASE nulls WHEN '' THEN '' ELSE ' -- nulls in' || nulls END;
EXCEPTION WHEN OTHERS THEN
    RETURN '! ' || SQLSTATE;
END
$$;
SET search_path = public;
SELECT pg_temp.judge(query) FROM regexp_split_to_table(:'queries', E';\n') WITH ORDINALITY AS q (query, at)
WHERE query <> '' ORDER BY at;
