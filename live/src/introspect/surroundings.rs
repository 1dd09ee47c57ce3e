//! Where the server keeps the rarer kinds of objects that stand around tables: collations and the like.

use super::defined::{EMPTY, Source};

/// Of what a server's version has no column for, `to_jsonb` gives null.
pub(super) const OF_TABLES: &[Source] = &[Source {
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
}];
