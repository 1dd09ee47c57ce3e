//! Schemas and extensions.

use std::collections::HashSet;

use schemactl_schema::catalog::{Catalog, Extension, Origins, Schema};
use sqlx::postgres::types::Oid;

use super::Rows;
use super::objects::Objects;
use super::reader::row;

row!(SchemaRow {
    oid: Oid,
    name: String,
    owner: String,
    /// Made by an extension: kept only when something of the user's lives in it.
    extension: bool,
});

pub(super) const SCHEMAS: &str = "\
SELECT n.oid, n.nspname AS name, pg_get_userbyid(n.nspowner)::text AS owner,
       EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_namespace'::regclass AND e.objid = n.oid
               AND e.deptype = 'e') AS extension
FROM pg_namespace n
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY n.nspname";

row!(ExtensionRow { oid: Oid, name: String, schema: Oid, version: String });

/// `plpgsql` is part of every new database, and so of no schema.
pub(super) const EXTENSIONS: &str = "\
SELECT x.oid, x.extname AS name, x.extnamespace AS schema, x.extversion AS version
FROM pg_extension x
WHERE x.extname <> 'plpgsql'
ORDER BY x.extname";

pub(super) fn add_schemas(catalog: &mut Catalog, objects: &mut Objects, rows: &Rows) {
    let used: HashSet<Oid> = (rows.relations.iter().map(|row| row.schema))
        .chain(rows.sequences.iter().map(|row| row.schema))
        .chain(rows.functions.iter().map(|row| row.schema))
        .chain(rows.user_types.iter().map(|row| row.schema))
        .collect();
    let mut public_exists = false;
    for row in &rows.schemas {
        let owner = Some(row.owner.as_str().into());
        if row.name == "public" {
            let public = catalog.public();
            catalog.schemas[public].owner = owner;
            objects.schemas.insert(row.oid, public);
            public_exists = true;
        } else if !row.extension || used.contains(&row.oid) {
            let schema = Schema { name: row.name.as_str().into(), owner, origins: Origins::default() };
            objects.schemas.insert(row.oid, catalog.add_schema(schema));
        }
    }
    if !public_exists {
        catalog.remove_public();
    }
}

pub(super) fn add_extensions(catalog: &mut Catalog, objects: &mut Objects, rows: &[ExtensionRow]) {
    for row in rows {
        let extension = Extension {
            name: row.name.as_str().into(),
            schema: objects.schemas.get(&row.schema).copied(),
            version: Some(row.version.as_str().into()),
            origins: Origins::default(),
        };
        objects.extensions.insert(row.oid, catalog.add_extension(extension));
    }
}
