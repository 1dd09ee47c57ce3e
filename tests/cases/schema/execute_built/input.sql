-- Statements that EXECUTE builds from what is known: constants, variables, loops, PostgreSQL's own functions.
CREATE TABLE accounts (id int, name text);
CREATE TABLE "Odd Table" (id int);

DO $$
DECLARE
    t text;
    schema_name CONSTANT text := 'audit';
    tables text[] := ARRAY['accounts', 'Odd Table'];
    months int NOT NULL DEFAULT 2;
    suffix varchar = '_log';
BEGIN
    EXECUTE format('CREATE SCHEMA %I', schema_name);
    FOREACH t IN ARRAY tables LOOP
        EXECUTE format('CREATE TABLE %I.%I (LIKE %I, at timestamptz DEFAULT %L)', schema_name, t || suffix, t, '2020-01-01');
        EXECUTE 'COMMENT ON TABLE audit.' || quote_ident(t || suffix) || ' IS ' || quote_literal('of ' || t);
    END LOOP;
    FOR m IN 1..months LOOP
        EXECUTE 'CREATE TABLE part_' || lpad(m::text, 2, '0') || ' (m int CHECK (m = ' || m || '))';
        CONTINUE WHEN m = 1;
        EXECUTE concat('CREATE INDEX ON part_', lpad(m::text, 2, '0'), ' (m)');
    END LOOP;
    FOR m IN REVERSE 9..5 BY 2 LOOP
        EXECUTE format('CREATE TABLE odd_%s ()', m);
    END LOOP;
    FOR t IN SELECT unnest(tables) LOOP
        EXECUTE format('ALTER TABLE %I ADD COLUMN touched boolean; ALTER TABLE %1$I ALTER touched SET NOT NULL', t);
    END LOOP;
    months := 0;
    WHILE months < 3 LOOP
        months := months + 1;
        EXIT WHEN months = 2;
        EXECUTE 'CREATE TABLE while_' || months || ' (id int)';
    END LOOP;
    CASE months WHEN 1, 3 THEN EXECUTE 'CREATE TABLE wrong ()'; WHEN 2 THEN EXECUTE 'CREATE TABLE "right" ()'; END CASE;
    IF months = 2 AND suffix LIKE '\_%' THEN
        EXECUTE $q$CREATE FUNCTION answer() RETURNS int LANGUAGE sql AS 'SELECT 42'$q$;
    END IF;
END
$$;

DO 'DECLARE r record; BEGIN
    FOR r IN SELECT * FROM (VALUES (''one'', 1), (''two'', 2)) AS v (name, at) ORDER BY at DESC LOOP
        EXECUTE format(''CREATE TABLE %s (at int DEFAULT %s)'', r.name, r.at);
    END LOOP;
    BEGIN
        EXECUTE ''CREATE TABLE '' || quote_ident(''one'') || '' ()'';
    EXCEPTION WHEN duplicate_table THEN
        EXECUTE ''CREATE TABLE three ()'';
    END;
END';
