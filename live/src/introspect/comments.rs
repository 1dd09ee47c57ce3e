//! Comments.

use schemactl_schema::catalog::{Catalog, Comment, Origins};
use schemactl_schema::diagnostic::Diagnostic;
use sqlx::postgres::types::Oid;

use super::Rows;
use super::not_modelled::finding;
use super::objects::Objects;
use super::reader::row;

row!(CommentRow {
    /// The system catalog that the object is in.
    class: String,
    object: Oid,
    sub: i16,
    text: String,
    /// What the object is, for those that the catalog may have no place for.
    description: Option<String>,
});

/// Comments on a user's objects. Object ids below 16384 are the server's own; 2200 is the schema `public`.
///
/// Large objects are data. Comments on indexes, sequences and relations are looked up by `pg_class` alone.
pub(super) const COMMENTS: &str = "\
SELECT d.classoid::regclass::text AS class, d.objoid AS object, d.objsubid::int2 AS sub, d.description AS text,
       CASE WHEN d.classoid NOT IN ('pg_class'::regclass, 'pg_proc'::regclass, 'pg_constraint'::regclass,
                                    'pg_trigger'::regclass, 'pg_policy'::regclass, 'pg_namespace'::regclass)
                 OR d.objsubid <> 0 AND c.relkind = 'c'
            THEN pg_describe_object(d.classoid, d.objoid, d.objsubid) END AS description
FROM pg_description d
LEFT JOIN pg_class c ON c.oid = d.objoid AND d.classoid = 'pg_class'::regclass
WHERE (d.objoid >= 16384 OR d.objoid = 2200 AND d.classoid = 'pg_namespace'::regclass
                            AND d.description <> 'standard public schema')
  AND d.classoid NOT IN ('pg_extension'::regclass, 'pg_largeobject'::regclass)
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = d.classoid AND e.objid = d.objoid AND e.deptype = 'e')
ORDER BY class, d.objoid, d.objsubid";

row!(ExtensionCommentRow { object: Oid, text: String });

/// Comments on extensions that are not those of their control files, which `CREATE EXTENSION` writes.
pub(super) const EXTENSION_COMMENTS: &str = "\
SELECT x.oid AS object, d.description AS text
FROM pg_extension x
JOIN pg_description d ON d.classoid = 'pg_extension'::regclass AND d.objoid = x.oid
WHERE x.extname <> 'plpgsql'
  AND NOT EXISTS (SELECT FROM pg_available_extensions() a WHERE a.name = x.extname AND a.comment = d.description)";

pub(super) fn add_comments(
    catalog: &mut Catalog,
    objects: &Objects,
    rows: &Rows,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let comment = |text: &str| Comment { text: text.into(), origins: Origins::default() };
    for row in &rows.comments {
        match objects.object(&row.class, row.object, row.sub) {
            Some(object) => {
                catalog.comments.insert(object, comment(&row.text));
            }
            // Without a description, it is on something that stands on an extension's table.
            None => diagnostics.extend(row.description.as_ref().map(|what| finding("comment on", what))),
        }
    }
    for row in &rows.extension_comments {
        if let Some(object) = objects.object("pg_extension", row.object, 0) {
            catalog.comments.insert(object, comment(&row.text));
        }
    }
}
