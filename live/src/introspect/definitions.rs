//! Where the server keeps the rarer kinds of objects that serve types and languages.

use super::defined::{EMPTY, Source};

/// Languages, access methods, conversions, text search objects, operators and their classes, casts, transforms; what
/// aggregates and base types have.
pub(super) const OF_TYPES: &[Source] = &[
    Source {
        kind: "LANGUAGE",
        class: "pg_language",
        name: "o.lanname",
        owner: "o.lanowner",
        parts: &[
            ("trusted", 'w', "o.lanpltrusted::text"),
            ("handler", 'n', "$proc(o.lanplcallfoid)"),
            ("inline handler", 'n', "$proc(o.laninline)"),
            ("validator", 'n', "$proc(o.lanvalidator)"),
        ],
        ..EMPTY
    },
    Source {
        kind: "ACCESS METHOD",
        class: "pg_am",
        name: "o.amname",
        parts: &[
            ("access method type", 'w', "CASE o.amtype WHEN 'i' THEN 'INDEX' ELSE 'TABLE' END"),
            ("handler", 'n', "$proc(o.amhandler)"),
        ],
        ..EMPTY
    },
    Source {
        kind: "CONVERSION",
        class: "pg_conversion",
        schema: "o.connamespace",
        name: "o.conname",
        owner: "o.conowner",
        parts: &[
            ("default of its kind", 'w', "o.condefault::text"),
            ("source encoding", 'l', "pg_encoding_to_char(o.conforencoding)"),
            ("target encoding", 'l', "pg_encoding_to_char(o.contoencoding)"),
            ("function", 'n', "$proc(o.conproc)"),
        ],
        ..EMPTY
    },
    Source {
        kind: "TRANSFORM",
        class: "pg_transform",
        parts: &[
            ("type", 't', "o.trftype::text"),
            ("language", 'o', "$language(o.trflang)"),
            ("from SQL", 'p', "$routine(o.trffromsql)"),
            ("to SQL", 'p', "$routine(o.trftosql)"),
        ],
        ..EMPTY
    },
    Source {
        kind: "CAST",
        class: "pg_cast",
        // A range type brings a cast to its multirange type.
        condition: "NOT EXISTS (SELECT FROM pg_depend i
                                WHERE i.classid = 'pg_cast'::regclass AND i.objid = o.oid AND i.deptype = 'i')",
        parts: &[
            ("source type", 't', "o.castsource::text"),
            ("target type", 't', "o.casttarget::text"),
            ("cast function", 'w', "CASE o.castmethod WHEN 'b' THEN 'WITHOUT FUNCTION' WHEN 'i' THEN 'WITH INOUT' END"),
            ("cast function", 'p', "$routine(o.castfunc)"),
            ("cast context", 'w', "CASE o.castcontext WHEN 'i' THEN 'as implicit' WHEN 'a' THEN 'as assignment'
                                   ELSE 'explicit' END"),
        ],
        ..EMPTY
    },
];
