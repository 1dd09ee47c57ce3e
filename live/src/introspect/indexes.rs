//! Indexes and their operator classes.

use std::collections::HashMap;

use schemactl_schema::catalog::{Catalog, Index, IndexKey, KeyTarget, Origins};
use sqlx::postgres::types::Oid;

use super::Rows;
use super::fixed_point;
use super::objects::{Objects, options, unknown, vector};
use super::printed::{has_collation, parts, split_list};
use super::reader::row;
use super::relations::ColumnRow;
use super::types::TypeMap;
use crate::error::LiveError;

row!(OperatorClassRow { oid: Oid, name: String, method: String, ty: Oid, default: bool });

pub(super) const OPERATOR_CLASSES: &str = "\
SELECT o.oid,
       CASE WHEN o.opcnamespace = 'pg_catalog'::regnamespace THEN quote_ident(o.opcname)
            ELSE format('%s.%I', o.opcnamespace::regnamespace, o.opcname) END AS name,
       am.amname AS method, o.opcintype AS ty, o.opcdefault AS default
FROM pg_opclass o JOIN pg_am am ON am.oid = o.opcmethod";

/// All operator classes of the database.
#[derive(Debug)]
pub(super) struct OperatorClasses<'a> {
    by_oid: HashMap<Oid, &'a OperatorClassRow>,
    defaults: HashMap<(&'a str, Oid), Oid>,
}

impl<'a> OperatorClasses<'a> {
    pub(super) fn new(rows: &'a [OperatorClassRow]) -> Self {
        Self {
            by_oid: rows.iter().map(|row| (row.oid, row)).collect(),
            defaults: rows
                .iter()
                .filter(|row| row.default)
                .map(|row| ((row.method.as_str(), row.ty), row.oid))
                .collect(),
        }
    }

    fn name(&self, oid: Oid) -> Option<Box<str>> {
        self.by_oid.get(&oid).map(|class| class.name.as_str().into())
    }

    /// The printed name of an operator class, when it is not what `GetDefaultOpClass` of PostgreSQL gives for the
    /// type (which must not be a domain): the default class of exactly that type, or else one whose type stands in
    /// for it.
    pub(super) fn printed(&self, oid: Oid, method: &str, ty: Option<Oid>) -> Option<Box<str>> {
        let class = self.by_oid.get(&oid)?;
        let own = ty.and_then(|ty| self.defaults.get(&(method, ty)));
        let is_default = class.default && own.is_none_or(|own| *own == oid);
        (!is_default).then(|| class.name.as_str().into())
    }
}

/// An array of the printed names behind an `oidvector` of collations; empty when all are usual ones (0 is none,
/// 100 is `default`).
pub(super) fn collation_names(vector: &str) -> String {
    format!(
        "CASE WHEN EXISTS (SELECT FROM unnest({vector}) AS u(c) WHERE u.c NOT IN (0, 100)) THEN
            ARRAY(SELECT u.c::regcollation::text FROM unnest({vector}) WITH ORDINALITY AS u(c, n) ORDER BY u.n)
            ELSE '{{}}' END"
    )
}

row!(IndexRow {
    oid: Oid,
    relation: Oid,
    name: String,
    method: String,
    unique: bool,
    nulls_not_distinct: bool,
    key_count: i32,
    columns: String,
    opclasses: String,
    collations: String,
    /// Their printed names, when any is not the default one.
    collation_names: Vec<String>,
    flags: String,
    expressions: Option<String>,
    predicate: Option<String>,
    /// `pg_get_indexdef`'s, when there are expressions and unusual collations.
    definition: Option<String>,
    options: Vec<String>,
    tablespace: Option<String>,
    parent: Option<Oid>,
    valid: bool,
    clustered: bool,
    replica_identity: bool,
});

pub(super) fn indexes(version: u32) -> String {
    let nulls_not_distinct = if version >= 150_000 { "i.indnullsnotdistinct" } else { "false" };
    let collation_names = collation_names("i.indcollation");
    format!(
        "\
SELECT i.indexrelid AS oid, i.indrelid AS relation, c.relname AS name, am.amname AS method,
       i.indisunique AS unique, {nulls_not_distinct} AS nulls_not_distinct, i.indnkeyatts::int4 AS key_count,
       i.indkey::text AS columns, i.indclass::text AS opclasses, i.indcollation::text AS collations,
       {collation_names} AS collation_names, i.indoption::text AS flags,
       pg_get_expr(i.indexprs, i.indrelid) AS expressions, pg_get_expr(i.indpred, i.indrelid) AS predicate,
       CASE WHEN i.indexprs IS NOT NULL
                 AND EXISTS (SELECT FROM unnest(i.indcollation) AS u(c) WHERE u.c NOT IN (0, 100))
            THEN pg_get_indexdef(i.indexrelid) END AS definition,
       coalesce(c.reloptions, '{{}}') AS options, space.spcname AS tablespace,
       h.inhparent AS parent, i.indisvalid AS valid, i.indisclustered AS clustered,
       i.indisreplident AS replica_identity
FROM pg_index i
JOIN pg_class c ON c.oid = i.indexrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_am am ON am.oid = c.relam
LEFT JOIN pg_tablespace space ON space.oid = c.reltablespace
LEFT JOIN pg_inherits h ON h.inhrelid = i.indexrelid
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY n.nspname, c.relname"
    )
}

/// `pg_index.indoption`.
const DESCENDING: i16 = 1;
const NULLS_FIRST: i16 = 2;

pub(super) fn add_indexes(
    catalog: &mut Catalog,
    objects: &Objects,
    types: &TypeMap,
    opclasses: &OperatorClasses,
    rows: &Rows,
) -> Result<(), LiveError> {
    let columns: HashMap<_, _> =
        rows.columns.iter().map(|column| ((column.relation, column.number), column)).collect();
    for row in &rows.indexes {
        let Some(relation) = objects.relations.get(&row.relation).copied() else { continue };
        let numbers: Vec<i16> = vector(&row.columns);
        let (keys, include) =
            numbers.split_at(row.key_count.unsigned_abs().min(numbers.len() as u32) as usize);
        let index = Index {
            relation,
            name: row.name.as_str().into(),
            method: row.method.as_str().into(),
            unique: row.unique,
            nulls_not_distinct: row.nulls_not_distinct,
            keys: index_keys(row, keys, objects, types, opclasses, &columns)?,
            include: objects.columns(row.relation, include.iter().copied())?,
            predicate: row.predicate.as_deref().map(fixed_point::expression),
            options: options(&row.options),
            tablespace: row.tablespace.as_deref().map(Into::into),
            // Set when the constraint is added.
            constraint: None,
            parent: row.parent.and_then(|parent| objects.indexes.get(&parent).copied()),
            valid: row.valid,
            clustered: row.clustered,
            replica_identity: row.replica_identity,
            origins: Origins::default(),
        };
        let id = catalog.add_index(index);
        debug_assert_eq!(objects.indexes.get(&row.oid), Some(&id));
    }
    Ok(())
}

fn index_keys(
    row: &IndexRow,
    numbers: &[i16],
    objects: &Objects,
    types: &TypeMap,
    opclasses: &OperatorClasses,
    columns: &HashMap<(Oid, i16), &ColumnRow>,
) -> Result<Vec<IndexKey>, LiveError> {
    let classes: Vec<u32> = vector(&row.opclasses);
    let collations: Vec<u32> = vector(&row.collations);
    let flags: Vec<i16> = vector(&row.flags);
    let printed = row.definition.as_deref().map(parts).unwrap_or_default();
    let mut expressions = row.expressions.as_deref().map(split_list).unwrap_or_default().into_iter();
    let mut keys = Vec::new();
    for (at, number) in numbers.iter().copied().enumerate() {
        let class = Oid(classes.get(at).copied().unwrap_or_default());
        let collation = Oid(collations.get(at).copied().unwrap_or_default());
        let flags = flags.get(at).copied().unwrap_or_default();
        let (target, ty, other_collation) = if number == 0 {
            let text = expressions.next().ok_or_else(|| unknown("expression of index", row.oid))?;
            // Only the server knows an expression's own collation; it prints the key's when they differ.
            let differs = printed.get(at).is_some_and(|part| has_collation(part));
            (KeyTarget::Expression(fixed_point::expression(text)), None, differs)
        } else {
            let column = columns.get(&(row.relation, number));
            let differs = collation.0 != 0 && column.is_some_and(|c| c.collation_oid != collation);
            (KeyTarget::Column(objects.column(row.relation, number)?), column.map(|c| c.ty), differs)
        };
        let position = i16::try_from(at + 1).unwrap_or(i16::MAX);
        let printed_collation = || match row.collation_names.get(at) {
            Some(name) => name.as_str().into(),
            // None of the collations has an unusual name, so this is the usual one.
            None => "\"default\"".into(),
        };
        let opclass_options =
            columns.get(&(row.oid, position)).map(|column| options(&column.options)).unwrap_or_default();
        let opclass = if opclass_options.is_empty() {
            opclasses.printed(class, &row.method, ty.map(|ty| types.below_domains(ty)))
        } else {
            // Options cannot be written without the name.
            opclasses.name(class)
        };
        keys.push(IndexKey {
            target,
            collation: other_collation.then(printed_collation),
            opclass,
            opclass_options,
            descending: flags & DESCENDING != 0,
            nulls_first: flags & NULLS_FIRST != 0,
        });
    }
    Ok(keys)
}
