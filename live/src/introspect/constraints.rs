//! Constraints of tables and domains.

use std::collections::HashMap;

use schemactl_schema::catalog::{
    Catalog, Constraint, ConstraintKind, ForeignKey, IndexId, Origins, PropertyValue, ReferentialAction,
    names, property,
};
use sqlx::postgres::types::Oid;

use super::fixed_point;
use super::objects::{Objects, unknown};
use super::reader::row;
use crate::error::LiveError;

row!(ConstraintRow {
    oid: Oid,
    name: String,
    kind: String,
    relation: Oid,
    domain: Oid,
    index: Oid,
    parent: Oid,
    references: Oid,
    columns: Vec<i16>,
    referenced_columns: Vec<i16>,
    match_type: String,
    on_update: String,
    on_delete: String,
    on_delete_columns: Vec<i16>,
    operators: Vec<String>,
    check: Option<String>,
    deferrable: bool,
    deferred: bool,
    validated: bool,
    no_inherit: bool,
    local: bool,
    enforced: bool,
    period: bool,
});

/// NOT NULL has rows here since PostgreSQL 18; for the catalog it is an attribute of the column, and its name another. Constraint triggers
/// are read as triggers.
pub(super) fn constraints(version: u32) -> String {
    let on_delete_columns =
        if version >= 150_000 { "coalesce(o.confdelsetcols, '{}')" } else { "'{}'::int2[]" };
    let (enforced, period) =
        if version >= 180_000 { ("o.conenforced", "o.conperiod") } else { ("true", "false") };
    format!(
        "\
SELECT o.oid, o.conname AS name, o.contype::text AS kind, o.conrelid AS relation, o.contypid AS domain,
       o.conindid AS index, o.conparentid AS parent, o.confrelid AS references,
       coalesce(o.conkey, '{{}}') AS columns, coalesce(o.confkey, '{{}}') AS referenced_columns,
       o.confmatchtype::text AS match_type, o.confupdtype::text AS on_update, o.confdeltype::text AS on_delete,
       {on_delete_columns} AS on_delete_columns,
       CASE WHEN o.conexclop IS NULL THEN '{{}}' ELSE
            ARRAY(SELECT CASE WHEN p.oprnamespace = 'pg_catalog'::regnamespace THEN p.oprname::text
                              ELSE format('OPERATOR(%s.%s)', p.oprnamespace::regnamespace, p.oprname) END
                  FROM unnest(o.conexclop) WITH ORDINALITY AS u(operator, n)
                  JOIN pg_operator p ON p.oid = u.operator ORDER BY u.n) END AS operators,
       pg_get_expr(o.conbin, o.conrelid) AS check,
       o.condeferrable AS deferrable, o.condeferred AS deferred, o.convalidated AS validated,
       o.connoinherit AS no_inherit, o.conislocal AS local, {enforced} AS enforced, {period} AS period
FROM pg_constraint o
LEFT JOIN pg_class c ON c.oid = o.conrelid
JOIN pg_namespace n ON n.oid = o.connamespace
WHERE o.contype IN ('p', 'u', 'f', 'c', 'x', 'n') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY n.nspname, c.relname, o.conname, o.oid"
    )
}

const ACTIONS: &[(&str, ReferentialAction)] = &[
    ("r", ReferentialAction::Restrict),
    ("c", ReferentialAction::Cascade),
    ("n", ReferentialAction::SetNull),
    ("d", ReferentialAction::SetDefault),
];

fn action(letter: &str) -> ReferentialAction {
    let found = ACTIONS.iter().find(|(entry, _)| *entry == letter);
    found.map_or(ReferentialAction::NoAction, |(_, action)| *action)
}

pub(super) fn add_constraints(
    catalog: &mut Catalog,
    objects: &mut Objects,
    rows: &[ConstraintRow],
) -> Result<(), LiveError> {
    let by_oid: HashMap<Oid, &ConstraintRow> = rows.iter().map(|row| (row.oid, row)).collect();
    let mut places: HashMap<Oid, u32> = HashMap::new();
    for row in rows {
        if row.kind == "n" {
            name_not_null(catalog, objects, row)?;
            continue;
        }
        if let Some(domain) = objects.types.get(&row.domain).copied() {
            let place = places.entry(row.domain).or_default();
            objects.domain_constraints.insert(row.oid, (domain, *place));
            *place += 1;
            continue;
        }
        let Some(relation) = objects.relations.get(&row.relation).copied() else { continue };
        if is_internal_copy(row, &by_oid) {
            continue;
        }
        let Some(kind) = constraint_kind(row, objects)? else { continue };
        // The server keeps NO INHERIT on kinds for which it means nothing.
        let no_inherit = row.no_inherit && matches!(kind, ConstraintKind::Check { .. });
        let id = catalog.add_constraint(Constraint {
            relation,
            name: row.name.as_str().into(),
            kind,
            deferrable: row.deferrable,
            initially_deferred: row.deferred,
            validated: row.validated,
            no_inherit,
            inherited: !row.local,
            origins: Origins::default(),
        });
        let properties =
            [(!row.enforced, property::ENFORCED, "NOT ENFORCED"), (row.period, property::PERIOD, "PERIOD")];
        for (_, attribute, word) in properties.into_iter().filter(|(present, ..)| *present) {
            catalog.set_property(id.into(), attribute, Some(PropertyValue::Word(word.into())));
        }
        objects.constraints.insert(row.oid, id);
    }
    Ok(())
}

/// The name of a NOT NULL constraint, where it is not the one that PostgreSQL invents.
fn name_not_null(catalog: &mut Catalog, objects: &Objects, row: &ConstraintRow) -> Result<(), LiveError> {
    let Some(relation) = objects.relations.get(&row.relation).copied() else { return Ok(()) };
    for column in objects.columns(row.relation, row.columns.iter().copied())? {
        let (table, entry) = (&catalog.relations[relation].name, &catalog.columns[column]);
        if row.name != names::make_object_name(table, Some(&entry.name), "not_null") {
            let name = PropertyValue::Word(row.name.as_str().into());
            catalog.set_property(column.into(), property::NOT_NULL_NAME, Some(name));
        }
    }
    Ok(())
}

/// A foreign key to a partitioned table has further rows, one a partition of that table, which only carry the triggers
/// of its actions.
fn is_internal_copy(row: &ConstraintRow, by_oid: &HashMap<Oid, &ConstraintRow>) -> bool {
    let mut ancestor = row;
    while let Some(parent) = by_oid.get(&ancestor.parent) {
        ancestor = parent;
    }
    row.kind == "f" && ancestor.references != row.references
}

/// `None` when the constraint refers to a table of an extension.
fn constraint_kind(row: &ConstraintRow, objects: &Objects) -> Result<Option<ConstraintKind>, LiveError> {
    let index = || -> Result<IndexId, LiveError> {
        objects.indexes.get(&row.index).copied().ok_or_else(|| unknown("index", row.index))
    };
    Ok(Some(match row.kind.as_str() {
        "p" => ConstraintKind::PrimaryKey { index: index()? },
        "u" => ConstraintKind::Unique { index: index()? },
        "x" => ConstraintKind::Exclusion {
            index: index()?,
            operators: row.operators.iter().map(|operator| operator.as_str().into()).collect(),
        },
        "f" => {
            let Some(references) = objects.relations.get(&row.references).copied() else { return Ok(None) };
            ConstraintKind::ForeignKey(ForeignKey {
                columns: objects.columns(row.relation, row.columns.iter().copied())?,
                references,
                referenced_columns: objects
                    .columns(row.references, row.referenced_columns.iter().copied())?,
                match_full: row.match_type == "f",
                on_update: action(&row.on_update),
                on_delete: action(&row.on_delete),
                on_delete_columns: objects.columns(row.relation, row.on_delete_columns.iter().copied())?,
                index: objects.indexes.get(&row.index).copied(),
            })
        }
        _ => ConstraintKind::Check {
            expression: fixed_point::expression(row.check.as_deref().unwrap_or_default()),
        },
    }))
}
