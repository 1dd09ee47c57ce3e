-- Rows for every table of the reference schema, so many that the planner chooses by what a plan costs. What a value means
-- is of no account here: checks are dropped, and neither triggers nor foreign keys are asked. Columns that are unique by
-- themselves are numbered; of any other thirty values come again and again, and where it may, an eighth is NULL.
SET session_replication_role = replica;
DO $$
DECLARE
    found record;
BEGIN
    FOR found IN
        SELECT conrelid, contypid, conname FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND contype = 'c' AND coninhcount = 0
    LOOP
        IF found.contypid <> 0 THEN
            EXECUTE format('ALTER DOMAIN %s DROP CONSTRAINT %I', found.contypid::regtype, found.conname);
        ELSE
            EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', found.conrelid::regclass, found.conname);
        END IF;
    END LOOP;
    -- A constraint that waits cannot tell ON CONFLICT of rows that are there already.
    FOR found IN
        SELECT conrelid, conname, regexp_replace(pg_get_constraintdef(oid), ' DEFERRABLE.*', '') AS definition
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u') AND condeferrable
    LOOP
        EXECUTE format('ALTER TABLE %1$s DROP CONSTRAINT %2$I, ADD CONSTRAINT %2$I %3$s',
            found.conrelid::regclass, found.conname, found.definition);
    END LOOP;
END $$;
CREATE FUNCTION pg_temp.base(type regtype) RETURNS regtype LANGUAGE sql AS $$
    WITH RECURSIVE chain AS (
        SELECT oid, typbasetype FROM pg_type WHERE oid = type
        UNION ALL SELECT t.oid, t.typbasetype FROM chain JOIN pg_type t ON t.oid = chain.typbasetype
    )
    SELECT oid::regtype FROM chain WHERE typbasetype = 0
$$;
-- The expression of a value of a type, made of a number.
CREATE FUNCTION pg_temp.value(type regtype, number text) RETURNS text LANGUAGE sql AS $$
    SELECT CASE
        WHEN t.typtype = 'e' THEN format(
            '(enum_range(NULL::%1$s))[1 + %2$s %% (SELECT count(*) FROM pg_enum WHERE enumtypid = %3$s)]',
            type, number, type::oid)
        WHEN t.typtype = 'c' THEN format('(SELECT x FROM (SELECT NULL::%s AS x) AS y)', type)
        WHEN t.typcategory = 'A' THEN format('''{}''::%s', type)
        WHEN t.typtype = 'r' THEN format('''empty''::%s', type)
        ELSE CASE t.typname
            WHEN 'uuid' THEN format('lpad(to_hex(%s), 32, ''0'')::uuid', number)
            WHEN 'bool' THEN format('%s %% 2 = 0', number)
            WHEN 'int2' THEN format('%s', number)
            WHEN 'int4' THEN format('%s', number)
            WHEN 'int8' THEN format('%s', number)
            WHEN 'numeric' THEN format('%s %% 30 / 100.0', number)
            WHEN 'float8' THEN format('%s', number)
            WHEN 'timestamptz' THEN format('timestamptz ''2026-01-01'' + %s * interval ''1 h''', number)
            WHEN 'date' THEN format('date ''2026-01-01'' + (%s)', number)
            WHEN 'interval' THEN format('%s * interval ''1 s''', number)
            WHEN 'inet' THEN format('inet ''10.0.0.0'' + %s', number)
            WHEN 'cidr' THEN format('set_masklen(inet ''10.0.0.0'' + %s, 32)::cidr', number)
            WHEN 'json' THEN '''{}''::json'
            WHEN 'jsonb' THEN '''{}''::jsonb'
            WHEN 'bytea' THEN format('decode(lpad(to_hex(%s), 64, ''0''), ''hex'')', number)
            ELSE format('%s || ''k''', number)
        END
    END
    FROM pg_type t WHERE t.oid = type
$$;
DO $$
DECLARE
    filled record;
BEGIN
    FOR filled IN
        WITH numbered AS (
            SELECT a.*, EXISTS (
                SELECT FROM pg_index i WHERE i.indrelid = a.attrelid AND i.indisunique AND i.indnkeyatts = 1 AND i.indpred IS NULL
                    AND (i.indkey[0] = a.attnum OR i.indkey[0] = 0 AND EXISTS (
                        SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = i.indexrelid
                            AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum))
            ) AS is_alone
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        ),
        made AS (
            -- A cast that is written cuts texts short, where what is assigned would be refused.
            SELECT *, format('(%s)::%s', pg_temp.value(pg_temp.base(atttypid), CASE WHEN is_alone THEN 'n'
                ELSE format('((hashtext(n || %L) & 1048575) %% 30)', attname) END),
                format_type(atttypid, atttypmod)) AS value
            FROM numbered
        )
        SELECT attrelid::regclass AS name,
            string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS columns,
            string_agg(CASE WHEN attnotnull OR is_alone THEN value
                ELSE format('CASE WHEN hashtext(%L || n) & 7 > 0 THEN %s END', attname, value) END, ', ' ORDER BY attnum) AS values
        FROM made GROUP BY attrelid
    LOOP
        EXECUTE format(
            'INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM generate_series(1, 3000) AS g (n) ON CONFLICT DO NOTHING',
            filled.name, filled.columns, filled.values);
    END LOOP;
END $$;
ANALYZE;
