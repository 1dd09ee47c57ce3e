//! Sequences.

use schemactl_schema::catalog::{Catalog, Origins, Sequence};
use sqlx::postgres::types::Oid;

use super::objects::Objects;
use super::reader::{USER_SCHEMA, not_of_extension, row};
use super::relations::persistence;
use super::types::TypeMap;
use crate::error::LiveError;

row!(SequenceRow {
    oid: Oid,
    schema: Oid,
    name: String,
    ty: Oid,
    start: i64,
    increment: i64,
    min: i64,
    max: i64,
    cache: i64,
    cycle: bool,
    persistence: String,
    owner: String,
    owned_by: Option<Oid>,
    owned_by_column: Option<i16>,
    identity: bool,
});

pub(super) fn sequences() -> String {
    let not_of_extension = not_of_extension("pg_class", "c.oid");
    format!(
        "\
SELECT c.oid, n.oid AS schema, c.relname AS name, s.seqtypid AS ty, s.seqstart AS start,
       s.seqincrement AS increment, s.seqmin AS min, s.seqmax AS max, s.seqcache AS cache, s.seqcycle AS cycle,
       c.relpersistence::text AS persistence, pg_get_userbyid(c.relowner)::text AS owner,
       d.refobjid AS owned_by, d.refobjsubid::int2 AS owned_by_column, coalesce(d.deptype = 'i', false) AS identity
FROM pg_sequence s
JOIN pg_class c ON c.oid = s.seqrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.objsubid = 0
     AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
WHERE {USER_SCHEMA} AND {not_of_extension}
ORDER BY n.nspname, c.relname"
    )
}

pub(super) fn add_sequences(
    catalog: &mut Catalog,
    objects: &Objects,
    types: &TypeMap,
    rows: &[SequenceRow],
) -> Result<(), LiveError> {
    for row in rows {
        let owner_column = row.owned_by.zip(row.owned_by_column);
        let id = catalog.add_sequence(Sequence {
            schema: objects.schema(row.schema)?,
            name: row.name.as_str().into(),
            data_type: types.data_type(row.ty, None, 0)?,
            start: row.start,
            increment: row.increment,
            min: row.min,
            max: row.max,
            cache: row.cache,
            cycle: row.cycle,
            owned_by: owner_column.and_then(|key| objects.columns.get(&key).copied()),
            identity: row.identity,
            persistence: persistence(&row.persistence),
            owner: Some(row.owner.as_str().into()),
            origins: Origins::default(),
        });
        debug_assert_eq!(objects.sequences.get(&row.oid), Some(&id));
    }
    Ok(())
}
