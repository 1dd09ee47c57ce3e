//! Tables of every kind, views, and their columns.

use std::collections::HashMap;

use schemactl_schema::catalog::{
    Catalog, Column, Generated, Identity, KeyTarget, Origins, PartitionKey, PartitionKeyPart,
    PartitionStrategy, Persistence, PropertyValue, Relation, RelationKind, ReplicaIdentity, property,
};
use schemactl_schema::diagnostic::Diagnostic;
use sqlx::postgres::types::Oid;

use super::Rows;
use super::fixed_point;
use super::indexes::{OperatorClasses, collation_names};
use super::not_modelled::finding;
use super::objects::{Objects, letter, options, unknown, vector};
use super::printed::{has_collation, parts, split_list};
use super::reader::{USER_SCHEMA, not_of_extension, row};
use super::types::TypeMap;
use crate::error::LiveError;

row!(RelationRow {
    oid: Oid,
    schema: Oid,
    name: String,
    kind: String,
    persistence: String,
    owner: String,
    of_type: Oid,
    row_security: bool,
    force_row_security: bool,
    replica_identity: String,
    options: Vec<String>,
    toast_options: Vec<String>,
    /// When it is not `heap`.
    access_method: Option<String>,
    tablespace: Option<String>,
    partition_bound: Option<String>,
    parents: Vec<Oid>,
    partition_strategy: Option<String>,
    partition_columns: Option<String>,
    partition_opclasses: Option<String>,
    partition_collations: Option<String>,
    /// Their printed names, when any is not the default one.
    partition_collation_names: Vec<String>,
    partition_expressions: Option<String>,
    partition_key: Option<String>,
    /// The query of a view, as `pg_get_viewdef` prints it.
    view: Option<String>,
    populated: bool,
});

pub(super) fn relations() -> String {
    let not_of_extension = not_of_extension("pg_class", "c.oid");
    let collation_names = collation_names("p.partcollation");
    format!(
        "\
SELECT c.oid, n.oid AS schema, c.relname AS name, c.relkind::text AS kind, c.relpersistence::text AS persistence,
       pg_get_userbyid(c.relowner)::text AS owner, c.reloftype AS of_type,
       c.relrowsecurity AS row_security, c.relforcerowsecurity AS force_row_security,
       c.relreplident::text AS replica_identity,
       coalesce(c.reloptions, '{{}}') AS options, coalesce(toast.reloptions, '{{}}') AS toast_options,
       am.amname AS access_method, space.spcname AS tablespace,
       pg_get_expr(c.relpartbound, c.oid) AS partition_bound,
       ARRAY(SELECT i.inhparent FROM pg_inherits i WHERE i.inhrelid = c.oid ORDER BY i.inhseqno) AS parents,
       p.partstrat::text AS partition_strategy, p.partattrs::text AS partition_columns,
       p.partclass::text AS partition_opclasses, p.partcollation::text AS partition_collations,
       {collation_names} AS partition_collation_names,
       pg_get_expr(p.partexprs, c.oid) AS partition_expressions,
       CASE WHEN p.partexprs IS NOT NULL THEN pg_get_partkeydef(c.oid) END AS partition_key,
       CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END AS view, c.relispopulated AS populated
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_class toast ON toast.oid = c.reltoastrelid
LEFT JOIN pg_am am ON am.oid = c.relam AND am.amname <> 'heap'
LEFT JOIN pg_tablespace space ON space.oid = c.reltablespace
LEFT JOIN pg_partitioned_table p ON p.partrelid = c.oid
WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm') AND {USER_SCHEMA} AND {not_of_extension}
ORDER BY n.nspname, c.relname"
    )
}

row!(ColumnRow {
    relation: Oid,
    relation_kind: String,
    number: i16,
    name: String,
    ty: Oid,
    /// `format_type`'s, when there are modifiers.
    type_text: Option<String>,
    dimensions: i32,
    not_null: bool,
    /// The default, or the generation expression.
    expression: Option<String>,
    generated: String,
    identity: String,
    /// `pg_attribute.attcollation`; zero when the type has none.
    collation_oid: Oid,
    /// When it is not the type's own.
    collation: Option<String>,
    storage: Option<String>,
    compression: String,
    statistics: Option<i32>,
    options: Vec<String>,
    /// Those of a foreign table's column.
    generic_options: Vec<String>,
    local: bool,
    inherited: i32,
});

/// Columns of relations, attributes of composite types, and those columns of indexes that have options.
pub(super) fn columns() -> String {
    let not_of_extension = not_of_extension("pg_class", "c.oid");
    format!(
        "\
SELECT a.attrelid AS relation, c.relkind::text AS relation_kind, a.attnum AS number, a.attname AS name,
       a.atttypid AS ty,
       CASE WHEN a.atttypmod >= 0 THEN format_type(a.atttypid, a.atttypmod) END AS type_text,
       a.attndims::int4 AS dimensions, a.attnotnull AS not_null,
       pg_get_expr(d.adbin, d.adrelid) AS expression,
       a.attgenerated::text AS generated, a.attidentity::text AS identity, a.attcollation AS collation_oid,
       CASE WHEN a.attcollation <> t.typcollation AND a.attcollation <> 0
            THEN a.attcollation::regcollation::text END AS collation,
       CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage::text END AS storage,
       a.attcompression::text AS compression, a.attstattarget::int4 AS statistics,
       coalesce(a.attoptions, '{{}}') AS options, coalesce(a.attfdwoptions, '{{}}') AS generic_options,
       a.attislocal AS local, a.attinhcount::int4 AS inherited
FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE a.attnum > 0 AND NOT a.attisdropped
  AND (c.relkind IN ('r', 'p', 'f', 'v', 'm', 'c') OR c.relkind IN ('i', 'I') AND a.attoptions IS NOT NULL)
  AND {USER_SCHEMA} AND {not_of_extension}
ORDER BY n.nspname, c.relname, a.attnum"
    )
}

pub(super) fn add_relations(
    catalog: &mut Catalog,
    objects: &Objects,
    types: &TypeMap,
    opclasses: &OperatorClasses,
    rows: &Rows,
) -> Result<(), LiveError> {
    let columns: HashMap<_, _> =
        rows.columns.iter().map(|column| ((column.relation, column.number), column)).collect();
    for row in &rows.relations {
        let kind = match row.kind.as_str() {
            "p" => RelationKind::Partitioned,
            "f" => RelationKind::Foreign,
            "v" => RelationKind::View,
            "m" => RelationKind::MaterializedView,
            _ => RelationKind::Table,
        };
        let toast = options(&row.toast_options);
        let toast = toast.into_iter().map(|(name, value)| (format!("toast.{name}").into(), value));
        let relation = Relation {
            schema: objects.schema(row.schema)?,
            name: row.name.as_str().into(),
            kind,
            persistence: persistence(&row.persistence),
            columns: Vec::new(),
            parents: row.parents.iter().map(|parent| objects.relation(*parent)).collect::<Result<_, _>>()?,
            partition_key: partition_key(row, objects, types, opclasses, &columns)?,
            partition_bound: row.partition_bound.as_deref().map(fixed_point::expression),
            view: None,
            of_type: objects.types.get(&row.of_type).copied(),
            options: options(&row.options).into_iter().chain(toast).collect(),
            access_method: row.access_method.as_deref().map(Into::into),
            tablespace: row.tablespace.as_deref().map(Into::into),
            row_security: row.row_security,
            force_row_security: row.force_row_security,
            replica_identity: match row.replica_identity.as_str() {
                "f" => ReplicaIdentity::Full,
                "i" => ReplicaIdentity::Index,
                // Views have the letter `n` because they have no rows of their own.
                "n" if kind.is_table() && kind != RelationKind::Foreign => ReplicaIdentity::Nothing,
                _ => ReplicaIdentity::Default,
            },
            owner: Some(row.owner.as_str().into()),
            origins: Origins::default(),
        };
        let id = catalog.add_relation(relation);
        debug_assert_eq!(objects.relations.get(&row.oid), Some(&id));
    }
    Ok(())
}

/// Reads the queries of views, whose names are of objects that are all there now.
pub(super) fn set_views(
    catalog: &mut Catalog,
    objects: &Objects,
    rows: &[RelationRow],
    diagnostics: &mut Vec<Diagnostic>,
) {
    for row in rows {
        let (Some(text), Some(id)) = (&row.view, objects.relations.get(&row.oid)) else { continue };
        let text = text.trim().trim_end_matches(';');
        if !catalog.set_view(*id, &fixed_point::query(text), row.populated) {
            let name = catalog.printed_name((*id).into());
            diagnostics.push(finding("what is named in the query of", &name));
        }
    }
}

pub(super) fn persistence(letter: &str) -> Persistence {
    match letter {
        "u" => Persistence::Unlogged,
        "t" => Persistence::Temporary,
        _ => Persistence::Permanent,
    }
}

fn partition_key(
    row: &RelationRow,
    objects: &Objects,
    types: &TypeMap,
    opclasses: &OperatorClasses,
    columns: &HashMap<(Oid, i16), &ColumnRow>,
) -> Result<Option<PartitionKey>, LiveError> {
    let Some(strategy) = row.partition_strategy.as_deref() else { return Ok(None) };
    let (strategy, method) = match strategy {
        "l" => (PartitionStrategy::List, "btree"),
        "h" => (PartitionStrategy::Hash, "hash"),
        _ => (PartitionStrategy::Range, "btree"),
    };
    let numbers: Vec<i16> = vector(row.partition_columns.as_deref().unwrap_or_default());
    let classes: Vec<u32> = vector(row.partition_opclasses.as_deref().unwrap_or_default());
    let collations: Vec<u32> = vector(row.partition_collations.as_deref().unwrap_or_default());
    let printed = row.partition_key.as_deref().map(parts).unwrap_or_default();
    let mut expressions =
        row.partition_expressions.as_deref().map(split_list).unwrap_or_default().into_iter();
    let mut keys = Vec::new();
    for (at, number) in numbers.into_iter().enumerate() {
        let class = Oid(classes.get(at).copied().unwrap_or_default());
        let collation = Oid(collations.get(at).copied().unwrap_or_default());
        let (target, column, other_collation) = if number == 0 {
            let text = expressions.next().ok_or_else(|| unknown("partition key of relation", row.oid))?;
            let differs = printed.get(at).is_some_and(|part| has_collation(part));
            (KeyTarget::Expression(fixed_point::expression(text)), None, differs)
        } else {
            let column = columns.get(&(row.oid, number));
            let differs = collation.0 != 0 && column.is_some_and(|c| c.collation_oid != collation);
            (KeyTarget::Column(objects.column(row.oid, number)?), column.map(|c| c.ty), differs)
        };
        keys.push(PartitionKeyPart {
            target,
            collation: if other_collation {
                row.partition_collation_names.get(at).map(|name| name.as_str().into())
            } else {
                None
            },
            opclass: opclasses.printed(class, method, column.map(|ty| types.below_domains(ty))),
        });
    }
    Ok(Some(PartitionKey { strategy, keys }))
}

pub(super) fn add_columns(
    catalog: &mut Catalog,
    objects: &Objects,
    types: &TypeMap,
    rows: &Rows,
) -> Result<(), LiveError> {
    for row in &rows.columns {
        let Some(relation) = objects.relations.get(&row.relation).copied() else { continue };
        let expression = row.expression.as_deref().map(fixed_point::expression);
        let (default, generated) = match row.generated.as_str() {
            "" => (expression, None),
            stored => {
                let stored = stored == "s";
                (None, expression.map(|expression| Generated { expression, stored }))
            }
        };
        let column = Column {
            relation,
            name: row.name.as_str().into(),
            ty: types.data_type(row.ty, row.type_text.as_deref(), row.dimensions)?,
            not_null: row.not_null,
            default,
            generated,
            identity: match row.identity.as_str() {
                "a" => Some(Identity::Always),
                "d" => Some(Identity::ByDefault),
                _ => None,
            },
            collation: row.collation.as_deref().map(Into::into),
            storage: row.storage.as_deref().map(|storage| letter(storage, 'p')),
            compression: row.compression.chars().next(),
            // Before PostgreSQL 17, -1 stands for the default.
            statistics: row.statistics.filter(|target| *target >= 0),
            options: options(&row.options),
            local: row.local,
            inherited: row.inherited.unsigned_abs(),
            origins: Origins::default(),
        };
        let id = catalog.add_column(column);
        if !row.generic_options.is_empty() {
            let value = PropertyValue::Options(options(&row.generic_options));
            catalog.set_property(id.into(), property::OPTIONS, Some(value));
        }
        debug_assert_eq!(objects.columns.get(&(row.relation, row.number)), Some(&id));
    }
    Ok(())
}
