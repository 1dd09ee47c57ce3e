//! Triggers and row security policies.

use schemactl_schema::catalog::{
    Catalog, Origins, Policy, Trigger, TriggerFunction, TriggerState, TriggerTiming,
};
use sqlx::postgres::types::Oid;

use super::fixed_point;
use super::objects::{Objects, letter, vector};
use super::printed::trigger_condition;
use super::reader::row;
use crate::error::LiveError;

row!(TriggerRow {
    oid: Oid,
    relation: Oid,
    name: String,
    /// `pg_trigger.tgtype`.
    bits: i16,
    columns: String,
    old_table: Option<String>,
    new_table: Option<String>,
    /// `pg_get_triggerdef`'s, for a trigger with a condition.
    definition: Option<String>,
    function: Oid,
    function_name: String,
    /// Each ends with a zero byte.
    arguments: Vec<u8>,
    constraint: bool,
    deferrable: bool,
    initially_deferred: bool,
    from: Oid,
    enabled: String,
    parent: Oid,
});

/// Triggers that users made, and their copies on partitions (which were internal until PostgreSQL 14); not those that
/// carry out a foreign key or a deferrable unique constraint.
pub(super) const TRIGGERS: &str = "\
SELECT t.oid, t.tgrelid AS relation, t.tgname AS name, t.tgtype AS bits, t.tgattr::text AS columns,
       t.tgoldtable AS old_table, t.tgnewtable AS new_table,
       CASE WHEN t.tgqual IS NOT NULL THEN pg_get_triggerdef(t.oid) END AS definition,
       t.tgfoid AS function, t.tgfoid::regproc::text AS function_name, t.tgargs AS arguments,
       t.tgconstraint <> 0 AS constraint, t.tgdeferrable AS deferrable, t.tginitdeferred AS initially_deferred,
       t.tgconstrrelid AS from, t.tgenabled::text AS enabled, t.tgparentid AS parent
FROM pg_trigger t
JOIN pg_class c ON c.oid = t.tgrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (NOT t.tgisinternal OR t.tgparentid <> 0 AND NOT EXISTS (
          SELECT FROM pg_constraint o WHERE o.oid = t.tgconstraint AND o.contype <> 't'))
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY n.nspname, c.relname, t.tgname";

row!(PolicyRow {
    oid: Oid,
    relation: Oid,
    name: String,
    permissive: bool,
    command: String,
    roles: Vec<String>,
    using: Option<String>,
    check: Option<String>,
});

pub(super) const POLICIES: &str = "\
SELECT p.oid, p.polrelid AS relation, p.polname AS name, p.polpermissive AS permissive, p.polcmd::text AS command,
       ARRAY(SELECT r.rolname::text FROM pg_roles r WHERE r.oid = ANY (p.polroles) ORDER BY r.rolname) AS roles,
       pg_get_expr(p.polqual, p.polrelid) AS using, pg_get_expr(p.polwithcheck, p.polrelid) AS check
FROM pg_policy p
JOIN pg_class c ON c.oid = p.polrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
ORDER BY n.nspname, c.relname, p.polname";

/// `pg_trigger.tgtype` (PostgreSQL source, `catalog/pg_trigger.h`).
const ROW: i16 = 1;
const BEFORE: i16 = 2;
const INSERT: i16 = 4;
const DELETE: i16 = 8;
const UPDATE: i16 = 16;
const TRUNCATE: i16 = 32;
const INSTEAD: i16 = 64;

pub(super) fn add_triggers(
    catalog: &mut Catalog,
    objects: &Objects,
    rows: &[TriggerRow],
) -> Result<(), LiveError> {
    for row in rows {
        let Some(relation) = objects.relations.get(&row.relation).copied() else { continue };
        let is = |bit: i16| row.bits & bit != 0;
        let id = catalog.add_trigger(Trigger {
            relation,
            name: row.name.as_str().into(),
            timing: if is(BEFORE) {
                TriggerTiming::Before
            } else if is(INSTEAD) {
                TriggerTiming::InsteadOf
            } else {
                TriggerTiming::After
            },
            insert: is(INSERT),
            delete: is(DELETE),
            truncate: is(TRUNCATE),
            update: is(UPDATE),
            update_columns: objects.columns(row.relation, vector::<i16>(&row.columns))?,
            for_each_row: is(ROW),
            old_table: row.old_table.as_deref().map(Into::into),
            new_table: row.new_table.as_deref().map(Into::into),
            when: row.definition.as_deref().and_then(trigger_condition).map(fixed_point::expression),
            function: match objects.functions.get(&row.function) {
                Some(id) => TriggerFunction::User(*id),
                None => TriggerFunction::Builtin(row.function_name.as_str().into()),
            },
            arguments: trigger_arguments(row)?,
            constraint: row.constraint,
            deferrable: row.deferrable,
            initially_deferred: row.initially_deferred,
            from: objects.relations.get(&row.from).copied(),
            enabled: match row.enabled.as_str() {
                "D" => TriggerState::Disabled,
                "R" => TriggerState::Replica,
                "A" => TriggerState::Always,
                _ => TriggerState::Origin,
            },
            parent: objects.triggers.get(&row.parent).copied(),
            origins: Origins::default(),
        });
        debug_assert_eq!(objects.triggers.get(&row.oid), Some(&id));
    }
    Ok(())
}

fn trigger_arguments(row: &TriggerRow) -> Result<Vec<Box<str>>, LiveError> {
    let mut arguments = Vec::new();
    for bytes in row.arguments.split_inclusive(|byte| *byte == 0) {
        let text = std::str::from_utf8(bytes.strip_suffix(&[0]).unwrap_or(bytes)).map_err(|error| {
            LiveError::Defect(format!("an argument of trigger {} is not UTF-8: {error}", row.name))
        })?;
        arguments.push(text.into());
    }
    Ok(arguments)
}

pub(super) fn add_policies(catalog: &mut Catalog, objects: &Objects, rows: &[PolicyRow]) {
    let expression = |text: &Option<String>| text.as_deref().map(fixed_point::expression);
    for row in rows {
        let Some(relation) = objects.relations.get(&row.relation).copied() else { continue };
        let id = catalog.add_policy(Policy {
            relation,
            name: row.name.as_str().into(),
            permissive: row.permissive,
            command: letter(&row.command, '*'),
            roles: row.roles.iter().map(|role| role.as_str().into()).collect(),
            using: expression(&row.using),
            check: expression(&row.check),
            origins: Origins::default(),
        });
        debug_assert_eq!(objects.policies.get(&row.oid), Some(&id));
    }
}
