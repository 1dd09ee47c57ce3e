-- Functions that change the schema, called with what is known.
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.updated_at := now(); RETURN NEW; END $$;
CREATE FUNCTION manage_updated_at(_tbl regclass) RETURNS void AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER set_updated_at BEFORE UPDATE ON %s
                    FOR EACH ROW EXECUTE PROCEDURE touch()', _tbl);
END;
$$ LANGUAGE plpgsql;
CREATE SCHEMA other;
CREATE TABLE users (id int, updated_at timestamptz);
CREATE TABLE other."Posts" (id int, updated_at timestamptz);
SELECT manage_updated_at('users');
SELECT manage_updated_at('other."Posts"'), 1;

CREATE FUNCTION add_column(target text, name text DEFAULT 'note', ty text DEFAULT 'text') RETURNS boolean AS $$
DECLARE
    statement text := 'ALTER TABLE ' || quote_ident(target);
BEGIN
    IF EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = target AND column_name = name) THEN
        RETURN false;
    END IF;
    statement := statement || format(' ADD COLUMN %I %s', name, ty);
    EXECUTE statement;
    RETURN true;
END
$$ LANGUAGE plpgsql;
SELECT add_column('users');
SELECT add_column('users', ty => 'int', name => 'rank');
SELECT add_column('users', 'rank', 'text');
SELECT add_column(t, 'both') FROM unnest(ARRAY['users', 'users']) AS t;
SELECT add_column(tablename::text, 'seen', 'date') FROM pg_tables WHERE schemaname = 'public';

CREATE PROCEDURE make(prefix text, upto int) LANGUAGE plpgsql AS $$
BEGIN
    FOR i IN 1 .. upto LOOP
        EXECUTE format('CREATE TABLE %I (id int DEFAULT %s)', prefix || i, i);
        PERFORM manage(prefix || i);
    END LOOP;
END
$$;
CREATE FUNCTION manage(t text) RETURNS void LANGUAGE sql AS $$ SELECT add_column(t, 'managed') $$;
CALL make('part_', 2);
DROP FUNCTION manage(text);
DROP PROCEDURE make;
