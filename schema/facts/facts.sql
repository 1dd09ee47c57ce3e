-- What a server's own catalog says about types, functions, operators, casts, relations and rarer objects: one line a fact.
-- Run by `generate` in an empty database. A type is `int4`, of an extension `hstore:hstore`, an array `int4[]`.
\set ON_ERROR_STOP on
\set QUIET on
\pset format unaligned
\pset tuples_only on
\pset fieldsep '\t'
SET client_min_messages = error;

-- Every extension that comes with the server, each in a schema of its own.
SELECT format('CREATE SCHEMA IF NOT EXISTS %I; CREATE EXTENSION IF NOT EXISTS %I SCHEMA %I CASCADE;', 'of ' || name, name, 'of ' || name)
FROM pg_available_extensions
WHERE name NOT IN ('plpgsql', 'adminpack', 'earthdistance')
  AND name NOT LIKE '%plperl%' AND name NOT LIKE '%plpython%' AND name NOT LIKE '%pltcl%'
ORDER BY name
\gexec
-- Its script finds cube only in the same schema.
SELECT 'CREATE EXTENSION earthdistance SCHEMA "of cube"'
FROM pg_available_extensions WHERE name = 'earthdistance'
\gexec

-- The extension that an object belongs to, `information_schema`, or nothing for what PostgreSQL itself has.
CREATE FUNCTION pg_temp.source(class regclass, object oid, namespace oid) RETURNS text LANGUAGE sql AS $$
    SELECT coalesce(
        (SELECT e.extname::text FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid
         WHERE d.classid = class AND d.objid = object AND d.deptype = 'e' AND d.refclassid = 'pg_extension'::regclass
           AND e.extname <> 'plpgsql'),
        (SELECT nullif(nspname, 'pg_catalog')::text FROM pg_namespace WHERE oid = namespace), '')
$$;
CREATE FUNCTION pg_temp.type(wanted oid) RETURNS text LANGUAGE sql AS $$
    SELECT CASE WHEN EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid)
           THEN (SELECT CASE s WHEN '' THEN '' ELSE s || ':' END || e.typname || '[]'
                 FROM pg_type e, pg_temp.source('pg_type', e.oid, e.typnamespace) s WHERE e.typarray = t.oid)
           ELSE CASE s WHEN '' THEN '' ELSE s || ':' END || t.typname END
    FROM pg_type t, pg_temp.source('pg_type', t.oid, t.typnamespace) s WHERE t.oid = wanted
$$;
CREATE TEMP VIEW known AS
    SELECT oid FROM pg_namespace WHERE nspname IN ('pg_catalog', 'information_schema') OR nspname LIKE 'of %';

\o :dir/types
SELECT t.typname, pg_temp.source('pg_type', t.oid, t.typnamespace),
    t.typtype, t.typcategory, CASE WHEN t.typispreferred THEN 'p' ELSE '' END,
    coalesce((SELECT CASE c.collname WHEN 'default' THEN 'd' ELSE c.collname END FROM pg_collation c WHERE c.oid = t.typcollation), ''),
    CASE WHEN t.typmodin <> 0 THEN 'm' ELSE '' END,
    CASE t.typtype
        WHEN 'd' THEN pg_temp.type(t.typbasetype) || coalesce(substring(format_type(t.typbasetype, t.typtypmod) from '\([^)]*\)'), '')
        WHEN 'r' THEN (SELECT pg_temp.type(r.rngsubtype) || ' ' || pg_temp.type(r.rngmultitypid) FROM pg_range r WHERE r.rngtypid = t.oid)
        WHEN 'm' THEN (SELECT pg_temp.type(r.rngtypid) FROM pg_range r WHERE r.rngmultitypid = t.oid)
        ELSE coalesce(pg_temp.type(nullif(t.typelem, 0)), '') END,
    format_type(t.oid, NULL)
FROM pg_type t
WHERE t.typnamespace IN (TABLE known) AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid)
  AND (t.typrelid = 0 OR (SELECT relkind FROM pg_class WHERE oid = t.typrelid) = 'c');

\o :dir/functions
SELECT p.proname, pg_temp.source('pg_proc', p.oid, p.pronamespace),
    p.prokind::text || coalesce(a.aggkind::text || a.aggnumdirectargs, ''),
    CASE WHEN p.proisstrict THEN 's' ELSE '' END || CASE WHEN p.proretset THEN 'S' ELSE '' END
        || CASE WHEN p.provariadic <> 0 THEN 'V' ELSE '' END || p.provolatile::text,
    (SELECT coalesce(string_agg(pg_temp.type(u.ty), ',' ORDER BY u.at), '') FROM unnest(p.proargtypes) WITH ORDINALITY u (ty, at)),
    p.pronargdefaults,
    pg_temp.type(p.prorettype),
    CASE WHEN p.proallargtypes IS NULL THEN '' ELSE
        (SELECT coalesce(string_agg(coalesce(nullif(p.proargnames[u.at], ''), 'column' || u.at) || ' ' || pg_temp.type(u.ty), ',' ORDER BY u.at), '')
         FROM unnest(p.proallargtypes) WITH ORDINALITY u (ty, at) WHERE p.proargmodes[u.at] IN ('o', 'b', 't')) END,
    coalesce((SELECT string_agg(n, ',' ORDER BY at) FROM unnest(p.proargnames) WITH ORDINALITY u (n, at)
              WHERE p.proargmodes IS NULL OR p.proargmodes[at] IN ('i', 'b', 'v')), '')
FROM pg_proc p LEFT JOIN pg_aggregate a ON a.aggfnoid = p.oid
WHERE p.pronamespace IN (TABLE known) AND p.prokind <> 'p' AND NOT 'internal'::regtype = ANY (p.proargtypes);

\o :dir/operators
SELECT o.oprname, pg_temp.source('pg_operator', o.oid, o.oprnamespace),
    coalesce(pg_temp.type(nullif(o.oprleft, 0)), ''), pg_temp.type(o.oprright), pg_temp.type(o.oprresult),
    CASE WHEN p.proisstrict THEN 's' ELSE '' END
FROM pg_operator o JOIN pg_proc p ON p.oid = o.oprcode
WHERE o.oprnamespace IN (TABLE known);

\o :dir/casts
SELECT pg_temp.type(c.castsource), pg_temp.source('pg_cast', c.oid, 11), pg_temp.type(c.casttarget), c.castcontext, c.castmethod
FROM pg_cast c;

\o :dir/relations
SELECT c.relname, pg_temp.source('pg_class', c.oid, c.relnamespace), c.relkind,
    (SELECT string_agg(a.attname || ' ' || pg_temp.type(a.atttypid)
            || coalesce(substring(format_type(a.atttypid, a.atttypmod) from '\([^)]*\)'), '')
            || CASE WHEN a.attnotnull THEN '!' ELSE '' END
            || CASE WHEN a.attcollation <> t.typcollation THEN '=' || (SELECT collname FROM pg_collation WHERE oid = a.attcollation) ELSE '' END,
            ',' ORDER BY a.attnum)
     FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)
FROM pg_class c
WHERE c.relnamespace IN (TABLE known) AND c.relkind IN ('r', 'v', 'p', 'f', 'c');
-- Functions that SQL cannot call, but that definitions name: estimators, handlers, support functions.
\o :dir/internals
SELECT p.proname, pg_temp.source('pg_proc', p.oid, p.pronamespace),
    CASE WHEN p.proisstrict THEN 's' ELSE '' END || CASE WHEN p.proretset THEN 'S' ELSE '' END || p.provolatile::text,
    (SELECT string_agg(pg_temp.type(u.ty), ',' ORDER BY u.at) FROM unnest(p.proargtypes) WITH ORDINALITY u (ty, at)),
    pg_temp.type(p.prorettype)
FROM pg_proc p
WHERE p.pronamespace IN (TABLE known) AND p.prokind = 'f' AND 'internal'::regtype = ANY (p.proargtypes);

-- The rarer kinds: name, kind, source, and up to five words that depend on the kind.
\o :dir/objects
SELECT lanname, 'language', pg_temp.source('pg_language', oid, 11), '', '', '', '', '' FROM pg_language
UNION ALL
SELECT amname, 'access method', pg_temp.source('pg_am', oid, 11), amtype::text, '', '', '', '' FROM pg_am
UNION ALL
SELECT conname, 'conversion', pg_temp.source('pg_conversion', oid, connamespace), '', '', '', '', '' FROM pg_conversion
UNION ALL
-- Its token types.
SELECT prsname, 'text search parser', pg_temp.source('pg_ts_parser', oid, prsnamespace),
    (SELECT string_agg(alias, ',' ORDER BY tokid) FROM ts_token_type(pg_ts_parser.oid)), '', '', '', '' FROM pg_ts_parser
UNION ALL
SELECT tmplname, 'text search template', pg_temp.source('pg_ts_template', oid, tmplnamespace), '', '', '', '', '' FROM pg_ts_template
UNION ALL
SELECT dictname, 'text search dictionary', pg_temp.source('pg_ts_dict', oid, dictnamespace), '', '', '', '', '' FROM pg_ts_dict
UNION ALL
-- Its parser, and the dictionaries of each token type: "asciiword=simple+english_stem".
SELECT cfgname, 'text search configuration', pg_temp.source('pg_ts_config', c.oid, cfgnamespace),
    (SELECT prsname FROM pg_ts_parser p WHERE p.oid = cfgparser),
    (SELECT string_agg(alias || '=' || dictionaries, ',' ORDER BY tokid) FROM
        (SELECT t.tokid, t.alias, string_agg(d.dictname, '+' ORDER BY m.mapseqno) AS dictionaries
         FROM pg_ts_config_map m JOIN ts_token_type(c.cfgparser) t ON t.tokid = m.maptokentype
         JOIN pg_ts_dict d ON d.oid = m.mapdict WHERE m.mapcfg = c.oid GROUP BY 1, 2) q), '', '', '' FROM pg_ts_config c
UNION ALL
-- Method, type, "d" for the default, family, stored type.
SELECT opcname, 'operator class', pg_temp.source('pg_opclass', c.oid, opcnamespace), amname, pg_temp.type(opcintype),
    CASE WHEN opcdefault THEN 'd' ELSE '' END, opfname, coalesce(pg_temp.type(nullif(opckeytype, 0)), '')
FROM pg_opclass c JOIN pg_am a ON a.oid = opcmethod JOIN pg_opfamily f ON f.oid = opcfamily
UNION ALL
-- Length, whether it is passed by value, alignment and storage, in the words of CREATE TYPE.
SELECT typname, 'type', '', CASE typlen WHEN -1 THEN 'variable' ELSE typlen::text END, typbyval::text,
    CASE typalign WHEN 'c' THEN 'char' WHEN 's' THEN 'int2' WHEN 'i' THEN 'int4' ELSE 'double' END,
    CASE typstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'm' THEN 'main' ELSE 'extended' END, ''
FROM pg_type t WHERE typnamespace = 'pg_catalog'::regnamespace AND typrelid = 0
    AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid)
UNION ALL
SELECT opfname, 'operator family', pg_temp.source('pg_opfamily', f.oid, opfnamespace), amname, '', '', '', ''
FROM pg_opfamily f JOIN pg_am a ON a.oid = opfmethod;
\o :dir/extensions
SELECT e.name, array_to_string(v.requires, ','), CASE WHEN v.relocatable THEN 'r' ELSE '' END, coalesce(v.schema, '')
FROM pg_available_extensions e JOIN pg_available_extension_versions v ON v.name = e.name AND v.version = e.default_version;
\o
