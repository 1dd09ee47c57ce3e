-- Literal statements in DO blocks: handlers, and conditions that the catalog decides.
CREATE TYPE mood AS ENUM ('ok');
DO $$
BEGIN
    CREATE TYPE mood AS ENUM ('other');
EXCEPTION
    WHEN duplicate_object THEN NULL;
END
$$;
DO $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typname = 'mood' AND n.nspname = 'public') THEN
        CREATE TYPE never AS ENUM ('a');
    ELSIF EXISTS (SELECT 1 FROM pg_type WHERE typname = 'nothing') THEN
        CREATE TABLE never_either (a int);
    ELSE
        CREATE TABLE t (a int, m mood);
    END IF;
END $$;
DO $body$
DECLARE
    n int := 0;
BEGIN
    IF (SELECT to_regclass('t') IS NOT NULL) THEN
        ALTER TABLE t RENAME TO renamed;
    END IF;
    IF NOT EXISTS (SELECT FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'renamed' AND column_name IN ('b', 'c')) THEN
        ALTER TABLE renamed ADD COLUMN b int DEFAULT 1;
    END IF;
    IF NOT EXISTS (SELECT FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = 'renamed' AND column_name = 'b') THEN
        ALTER TABLE renamed DROP COLUMN b;
    END IF;
    IF EXISTS (SELECT 1 FROM renamed WHERE a > 3) THEN
        DROP TABLE renamed;
    END IF;
    IF EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'renamed_check' AND conrelid = 'renamed'::regclass) OR n > 0 AND false THEN
        DROP TABLE renamed;
    ELSE
        ALTER TABLE renamed ADD CONSTRAINT renamed_check CHECK (a > 0);
    END IF;
    n := 1;
    BEGIN
        ALTER TABLE renamed ADD COLUMN d int;
        ALTER TABLE renamed ADD COLUMN b int;
    EXCEPTION WHEN undefined_table OR duplicate_column THEN
        RAISE NOTICE 'there already';
        CREATE INDEX renamed_a ON renamed (a);
    END;
    FOR n IN SELECT a FROM renamed LOOP
        EXECUTE format('CREATE TABLE t_%s (a int)', n);
    END LOOP;
    EXECUTE 'CREATE TABLE literal (a int)';
    EXECUTE $sql$CREATE TABLE quoted (a text DEFAULT 'x')$sql$;
    IF NOT EXISTS (SELECT 1 FROM pg_enum e JOIN pg_type t ON e.enumtypid = t.oid WHERE t.typname = 'mood' AND e.enumlabel = 'ok') THEN
        RETURN;
    END IF;
    CREATE TABLE last (a int);
    RETURN;
    CREATE TABLE after_return (a int);
END
$body$ LANGUAGE plpgsql;
