//! Where the server keeps the rarer kinds of objects that stand around tables: collations, statistics, rules,
//! publications, event triggers.

use super::defined::{EMPTY, Source};

macro_rules! event_of_rule {
    () => {
        "CASE o.ev_type WHEN '1' THEN 'SELECT' WHEN '2' THEN 'UPDATE' WHEN '3' THEN 'INSERT' ELSE 'DELETE' END"
    };
}

/// What goes with an extension though it is no part of it.
macro_rules! depends {
    ($class:literal) => {
        concat!(
            "EXISTS (SELECT FROM pg_depend d WHERE d.classid = '",
            $class,
            "'::regclass AND d.objid = o.oid AND d.deptype = 'x')"
        )
    };
}
macro_rules! dependence {
    ($class:literal) => {
        (
            "depends on extensions",
            'Q',
            concat!(
                "(SELECT string_agg('pg_extension' || chr(30) || x.oid || chr(30) || quote_ident(x.extname), chr(29)
                                    ORDER BY x.extname COLLATE \"C\")
                  FROM pg_depend d JOIN pg_extension x ON x.oid = d.refobjid
                  WHERE d.classid = '",
                $class,
                "'::regclass AND d.objid = o.oid AND d.deptype = 'x')"
            ),
        )
    };
}

/// Of what a server's version has no column for, `to_jsonb` gives null.
pub(super) const OF_TABLES: &[Source] = &[
    Source {
        kind: "COLLATION",
        class: "pg_collation",
        schema: "o.collnamespace",
        name: "o.collname",
        owner: "o.collowner",
        parts: &[
            (
                "provider",
                'w',
                "CASE o.collprovider WHEN 'i' THEN 'icu' WHEN 'c' THEN 'libc' WHEN 'b' THEN 'builtin' END",
            ),
            (
                "locale",
                'l',
                "CASE WHEN o.collprovider <> 'c'
                      THEN coalesce(to_jsonb(o)->>'colllocale', to_jsonb(o)->>'colliculocale', o.collcollate) END",
            ),
            ("lc_collate", 'l', "CASE WHEN o.collprovider = 'c' THEN o.collcollate END"),
            ("lc_ctype", 'l', "CASE WHEN o.collprovider = 'c' THEN o.collctype END"),
            ("deterministic", 'w', "o.collisdeterministic::text"),
            ("rules", 'l', "to_jsonb(o)->>'collicurules'"),
        ],
        ..EMPTY
    },
    Source {
        kind: "FOREIGN DATA WRAPPER",
        class: "pg_foreign_data_wrapper",
        name: "o.fdwname",
        owner: "o.fdwowner",
        parts: &[
            ("handler", 'n', "$proc(o.fdwhandler)"),
            ("validator", 'n', "$proc(o.fdwvalidator)"),
            ("generic options", 'O', "array_to_string(nullif(o.fdwoptions, '{}'), chr(30))"),
        ],
        ..EMPTY
    },
    Source {
        kind: "SERVER",
        class: "pg_foreign_server",
        name: "o.srvname",
        owner: "o.srvowner",
        parts: &[
            (
                "foreign-data wrapper",
                'o',
                "(SELECT 'pg_foreign_data_wrapper' || chr(30) || w.oid || chr(30) || quote_ident(w.fdwname)
                  FROM pg_foreign_data_wrapper w WHERE w.oid = o.srvfdw)",
            ),
            ("server type", 'l', "o.srvtype"),
            ("version", 'l', "o.srvversion"),
            ("generic options", 'O', "array_to_string(nullif(o.srvoptions, '{}'), chr(30))"),
        ],
        ..EMPTY
    },
    // The table behind the view is for superusers.
    Source {
        kind: "USER MAPPING",
        class: "pg_user_mapping",
        from: "(SELECT m.umid AS oid, m.* FROM pg_user_mappings m)",
        name: "coalesce(o.usename, 'public')",
        parts: &[
            (
                "server",
                'o',
                "'pg_foreign_server' || chr(30) || o.srvid || chr(30) || quote_ident(o.srvname)",
            ),
            ("generic options", 'O', "array_to_string(nullif(o.umoptions, '{}'), chr(30))"),
        ],
        ..EMPTY
    },
    Source {
        class: "pg_class",
        condition: "o.relkind = 'f'",
        parts: &[
            (
                "server",
                'o',
                "(SELECT 'pg_foreign_server' || chr(30) || s.oid || chr(30) || quote_ident(s.srvname)
                  FROM pg_foreign_table f JOIN pg_foreign_server s ON s.oid = f.ftserver WHERE f.ftrelid = o.oid)",
            ),
            (
                "generic options",
                'O',
                "(SELECT array_to_string(nullif(f.ftoptions, '{}'), chr(30))
                  FROM pg_foreign_table f WHERE f.ftrelid = o.oid)",
            ),
        ],
        ..EMPTY
    },
    Source {
        class: "pg_class",
        condition: "o.relkind IN ('i', 'I')
                    AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = o.oid AND a.attstattarget >= 0)",
        parts: &[(
            "statistics targets of keys",
            'W',
            "(SELECT string_agg(a.attnum || ' ' || a.attstattarget, chr(30) ORDER BY a.attnum)
              FROM pg_attribute a WHERE a.attrelid = o.oid AND a.attstattarget >= 0)",
        )],
        ..EMPTY
    },
    Source { class: "pg_class", condition: depends!("pg_class"), parts: &[dependence!("pg_class")], ..EMPTY },
    Source { class: "pg_proc", condition: depends!("pg_proc"), parts: &[dependence!("pg_proc")], ..EMPTY },
    Source { class: "pg_trigger", condition: depends!("pg_trigger"), parts: &[dependence!("pg_trigger")], ..EMPTY },
    Source {
        class: "pg_proc",
        condition: "(o.prosupport <> 0 OR o.protrftypes IS NOT NULL)",
        parts: &[
            ("support function", 'n', "$proc(o.prosupport)"),
            ("transforms", 'T', "array_to_string(o.protrftypes, chr(30))"),
        ],
        ..EMPTY
    },
    Source {
        kind: "STATISTICS",
        class: "pg_statistic_ext",
        schema: "o.stxnamespace",
        name: "o.stxname",
        relation: "o.stxrelid",
        owner: "o.stxowner",
        parts: &[
            (
                "statistics kinds",
                'w',
                "nullif(concat_ws(', ', CASE WHEN 'd' = ANY (o.stxkind) THEN 'ndistinct' END,
                        CASE WHEN 'f' = ANY (o.stxkind) THEN 'dependencies' END,
                        CASE WHEN 'm' = ANY (o.stxkind) THEN 'mcv' END), '')",
            ),
            ("columns", 'c', "o.stxrelid || ' ' || nullif(o.stxkeys::text, '')"),
            ("expressions", 'E', "array_to_string(pg_get_statisticsobjdef_expressions(o.oid), chr(30))"),
            ("statistics target", 'w', "CASE WHEN o.stxstattarget >= 0 THEN o.stxstattarget::text END"),
        ],
        ..EMPTY
    },
    Source {
        kind: "RULE",
        class: "pg_rewrite",
        name: "o.rulename",
        relation: "o.ev_class",
        // What stands on an extension's table is the extension's.
        condition: "o.rulename <> '_RETURN'
                    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = o.ev_class
                                    AND e.deptype = 'e')",
        parts: &[
            ("event", 'w', event_of_rule!()),
            (
                "actions",
                's',
                concat!(
                    "(SELECT trim(rtrim(substr(d.text, strpos(d.text, d.head) + length(d.head)), ';'))
                      FROM (SELECT pg_get_ruledef(o.oid) AS text,
                                   ' ON ' || ", event_of_rule!(), " || ' TO ' || o.ev_class::regclass AS head) d)"
                ),
            ),
            ("enabled", 'w', "CASE o.ev_enabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' WHEN 'A' THEN 'always' END"),
        ],
        ..EMPTY
    },
    Source { until: 150_000, parts: &[PUBLISHED[0], PUBLISHED[1], PUBLISHED[2], PUBLISHED[3], (
        "published tables",
        'P',
        "(SELECT string_agg('opg_class' || chr(30) || r.prrelid || chr(30) || r.prrelid::regclass, chr(29)
                            ORDER BY r.prrelid::regclass::text COLLATE \"C\")
          FROM pg_publication_rel r WHERE r.prpubid = o.oid)",
    )], ..PUBLICATION },
    Source { since: 150_000, parts: &[PUBLISHED[0], PUBLISHED[1], PUBLISHED[2], PUBLISHED[3], (
        "published tables",
        'P',
        "(SELECT string_agg('opg_class' || chr(30) || r.prrelid || chr(30) || r.prrelid::regclass
                            || coalesce(chr(28) || 'c' || r.prrelid || ' ' || r.prattrs::text, '')
                            || coalesce(chr(28) || 'e' || pg_get_expr(r.prqual, r.prrelid), ''), chr(29)
                            ORDER BY r.prrelid::regclass::text COLLATE \"C\")
          FROM pg_publication_rel r WHERE r.prpubid = o.oid)",
    ), (
        "published schemas",
        'Q',
        "(SELECT string_agg('pg_namespace' || chr(30) || s.pnnspid || chr(30) || s.pnnspid::regnamespace, chr(29)
                            ORDER BY s.pnnspid::regnamespace::text COLLATE \"C\")
          FROM pg_publication_namespace s WHERE s.pnpubid = o.oid)",
    )], ..PUBLICATION },
    Source {
        kind: "EVENT TRIGGER",
        class: "pg_event_trigger",
        name: "o.evtname",
        owner: "o.evtowner",
        parts: &[
            ("event", 'w', "o.evtevent"),
            ("tags", 'W', "array_to_string(o.evttags, chr(30))"),
            ("function", 'n', "$proc(o.evtfoid)"),
            ("enabled", 'w', "CASE o.evtenabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' WHEN 'A' THEN 'always' END"),
        ],
        ..EMPTY
    },
];

const PUBLICATION: Source =
    Source { kind: "PUBLICATION", class: "pg_publication", name: "o.pubname", owner: "o.pubowner", ..EMPTY };

const PUBLISHED: [(&str, char, &str); 4] = [
    ("all tables", 'w', "o.puballtables::text"),
    (
        "published actions",
        'w',
        "concat_ws(', ', CASE WHEN o.pubinsert THEN 'insert' END, CASE WHEN o.pubupdate THEN 'update' END,
                   CASE WHEN o.pubdelete THEN 'delete' END, CASE WHEN o.pubtruncate THEN 'truncate' END)",
    ),
    ("publish via root", 'w', "o.pubviaroot::text"),
    ("publish generated columns", 'w', "CASE WHEN to_jsonb(o)->>'pubgencols' = 's' THEN 'stored' END"),
];
