//! `CREATE TRIGGER` and row security policies.

use super::Replayer;
use super::resolve::Scope;
use super::stop::{Applied, Result, Stop};
use crate::catalog::{
    Attribute, FunctionId, ObjectId, Origins, Policy, RelationId, RelationKind, Trigger, TriggerFunction,
    TriggerState, TriggerTiming,
};
use crate::source::Span;
use crate::syntax::tree::{
    self, AlterPolicy, CreatePolicy, CreateTrigger, FiringState, PolicyCommand, TriggerEventKind,
    TriggerSelection,
};

impl Replayer<'_> {
    pub(super) fn create_trigger(&mut self, create: &CreateTrigger, span: Span) -> Result<Applied> {
        let table = self.relation(&create.table)?;
        let existing = self.trigger_named(table, &create.name.text);
        if let Some(existing) = existing
            && !create.or_replace
        {
            let message = format!(
                "trigger \"{}\" for relation \"{}\" already exists",
                create.name.text, self.catalog.relations[table].name
            );
            return Err(Stop::refused("42710", create.name.span, message)
                .label(self.catalog.triggers[existing].origins.creation(), "made here first"));
        }
        let mut trigger = Trigger {
            relation: table,
            name: create.name.text.clone(),
            timing: match create.timing {
                tree::TriggerTiming::Before => TriggerTiming::Before,
                tree::TriggerTiming::After => TriggerTiming::After,
                tree::TriggerTiming::InsteadOf => TriggerTiming::InsteadOf,
            },
            insert: false,
            delete: false,
            truncate: false,
            update: false,
            update_columns: Vec::new(),
            for_each_row: create.for_each_row,
            old_table: None,
            new_table: None,
            when: None,
            function: self.trigger_function(create)?,
            arguments: create.arguments.iter().map(|argument| argument.text.clone()).collect(),
            constraint: create.constraint,
            deferrable: create.attributes.deferrable.is_some_and(|flag| flag.value)
                || create.attributes.initially_deferred.is_some_and(|flag| flag.value),
            initially_deferred: create.attributes.initially_deferred.is_some_and(|flag| flag.value),
            from: match &create.from {
                Some(name) => Some(self.relation(name)?),
                None => None,
            },
            enabled: TriggerState::Origin,
            parent: None,
            origins: Origins::created(span),
        };
        for event in &create.events {
            match &event.kind {
                TriggerEventKind::Insert => trigger.insert = true,
                TriggerEventKind::Delete => trigger.delete = true,
                TriggerEventKind::Truncate => trigger.truncate = true,
                TriggerEventKind::Update(columns) => {
                    trigger.update = true;
                    for column in columns {
                        trigger.update_columns.push(self.column(table, column)?);
                    }
                }
            }
        }
        for transition in &create.transitions {
            let slot = if transition.new { &mut trigger.new_table } else { &mut trigger.old_table };
            *slot = Some(transition.name.text.clone());
        }
        self.check_trigger(&trigger, create)?;
        if let Some(sql) = create.condition {
            trigger.when = Some(self.expression(sql, Scope::Transition(table))?);
            self.fits_place(sql.span, super::place::Place::TriggerWhen, None)?;
        }
        if let Some(existing) = existing {
            for child in self.copies(existing) {
                self.catalog.remove(child);
            }
            self.catalog.remove(existing.into());
        }
        let id = self.catalog.add_trigger(trigger);
        if self.catalog.relations[table].kind == RelationKind::Partitioned {
            for child in self.catalog.children_of(table).to_vec() {
                self.clone_trigger(id, child, span);
            }
        }
        Ok(Applied::Schema)
    }

    /// What PostgreSQL refuses whatever the function does.
    fn check_trigger(&self, trigger: &Trigger, create: &CreateTrigger) -> Result<()> {
        let relation = &self.catalog.relations[trigger.relation];
        let view = relation.kind == RelationKind::View;
        let at = create.name.span;
        let instead = trigger.timing == TriggerTiming::InsteadOf;
        if instead && !view {
            let message = format!("\"{}\" is a table", relation.name);
            return Err(Stop::refused("42809", at, message).help("tables cannot have INSTEAD OF triggers"));
        }
        if view && !instead && trigger.for_each_row {
            let message = format!("\"{}\" is a view", relation.name);
            return Err(Stop::refused("42809", at, message)
                .help("views cannot have row-level BEFORE or AFTER triggers"));
        }
        if relation.kind == RelationKind::MaterializedView {
            let message = format!("relation \"{}\" cannot have triggers", relation.name);
            return Err(Stop::refused("42809", at, message).help("materialized views have none"));
        }
        if view && trigger.truncate {
            let message = format!("\"{}\" is a view", relation.name);
            return Err(Stop::refused("42809", at, message).help("views cannot have TRUNCATE triggers"));
        }
        if instead {
            let wrong = if !trigger.for_each_row {
                Some("INSTEAD OF triggers must be FOR EACH ROW")
            } else if create.condition.is_some() {
                Some("INSTEAD OF triggers cannot have WHEN conditions")
            } else if !trigger.update_columns.is_empty() {
                Some("INSTEAD OF triggers cannot have column lists")
            } else {
                None
            };
            if let Some(message) = wrong {
                return Err(Stop::refused("0A000", at, message));
            }
        }
        if trigger.truncate && trigger.for_each_row {
            return Err(Stop::refused("0A000", at, "TRUNCATE FOR EACH ROW triggers are not supported"));
        }
        if trigger.old_table.is_some() || trigger.new_table.is_some() {
            if trigger.timing != TriggerTiming::After {
                return Err(Stop::refused(
                    "42P17",
                    at,
                    "transition table name can only be specified for an AFTER trigger",
                ));
            }
            if u8::from(trigger.insert) + u8::from(trigger.update) + u8::from(trigger.delete) > 1 {
                return Err(Stop::refused(
                    "0A000",
                    at,
                    "transition tables cannot be specified for triggers with more than one event",
                ));
            }
            if !trigger.update_columns.is_empty() {
                return Err(Stop::refused(
                    "0A000",
                    at,
                    "transition tables cannot be specified for triggers with column lists",
                ));
            }
        }
        Ok(())
    }

    fn trigger_function(&self, create: &CreateTrigger) -> Result<TriggerFunction> {
        let candidates = self.functions(&create.function)?;
        let no_arguments = |id: &FunctionId| {
            self.catalog.functions[*id].arguments.iter().all(|argument| !argument.mode.is_input())
        };
        if let Some(id) = candidates.into_iter().find(no_arguments) {
            let returns =
                self.catalog.functions[id].returns.as_ref().and_then(crate::catalog::DataType::builtin_name);
            if returns != Some("trigger") {
                let message = format!("function {} must return type trigger", create.function.name.text);
                return Err(Stop::refused("42P17", create.function.span(), message)
                    .label(self.catalog.functions[id].origins.creation(), "the function"));
            }
            return Ok(TriggerFunction::User(id));
        }
        let name = create.function.name.as_str();
        let builtin = BUILTIN_TRIGGER_FUNCTIONS.contains(&name)
            && create.function.schema_str().is_none_or(|schema| schema == "pg_catalog");
        let extension = EXTENSION_TRIGGER_FUNCTIONS.iter().find(|(extension, function)| {
            *function == name && self.catalog.extensions.iter().any(|(_, entry)| *entry.name == **extension)
        });
        if builtin {
            return Ok(TriggerFunction::Builtin(name.into()));
        }
        if extension.is_some() {
            let schema = create.function.schema_str().unwrap_or("public");
            return Ok(TriggerFunction::Builtin(crate::catalog::names::qualified(schema, name).into()));
        }
        let message = format!("function {}() does not exist", Self::display_name(&create.function));
        Err(Stop::refused("42883", create.function.span(), message))
    }

    pub(super) fn trigger_named(&self, table: RelationId, name: &str) -> Option<crate::catalog::TriggerId> {
        let mut ids = self.catalog.triggers_of(table).iter().copied();
        ids.find(|id| &*self.catalog.triggers[*id].name == name)
    }

    /// The copies of a trigger on partitions, of every depth.
    pub(super) fn copies(&self, trigger: crate::catalog::TriggerId) -> Vec<ObjectId> {
        let mut found = Vec::new();
        let mut open = vec![trigger];
        while let Some(parent) = open.pop() {
            for child in self.catalog.children_of(self.catalog.triggers[parent].relation) {
                for id in self.catalog.triggers_of(*child) {
                    if self.catalog.triggers[*id].parent == Some(parent) {
                        found.push((*id).into());
                        open.push(*id);
                    }
                }
            }
        }
        found
    }

    /// `ENABLE TRIGGER` and its kin.
    pub(super) fn trigger_state(
        &mut self,
        table: RelationId,
        which: &TriggerSelection,
        state: FiringState,
        span: Span,
    ) -> Result<()> {
        let state = match state {
            FiringState::Enabled => TriggerState::Origin,
            FiringState::Disabled => TriggerState::Disabled,
            FiringState::Replica => TriggerState::Replica,
            FiringState::Always => TriggerState::Always,
        };
        let chosen = match which {
            TriggerSelection::All | TriggerSelection::User => self.catalog.triggers_of(table).to_vec(),
            TriggerSelection::Named(name) => match self.trigger_named(table, &name.text) {
                Some(id) => vec![id],
                None => {
                    let message = format!(
                        "trigger \"{}\" for table \"{}\" does not exist",
                        name.text, self.catalog.relations[table].name
                    );
                    return Err(Stop::refused("42704", name.span, message));
                }
            },
        };
        for id in chosen {
            let mut all = vec![ObjectId::Trigger(id)];
            all.extend(self.copies(id));
            for object in all {
                if let ObjectId::Trigger(id) = object {
                    self.catalog.triggers[id].enabled = state;
                    self.catalog.triggers[id].origins.set(Attribute::ENABLED, span);
                }
            }
        }
        Ok(())
    }

    pub(super) fn create_policy(&mut self, create: &CreatePolicy, span: Span) -> Result<Applied> {
        let table = self.table(&create.table)?;
        if self
            .catalog
            .policies_of(table)
            .iter()
            .any(|id| self.catalog.policies[*id].name == create.name.text)
        {
            let message = format!(
                "policy \"{}\" for table \"{}\" already exists",
                create.name.text, self.catalog.relations[table].name
            );
            return Err(Stop::refused("42710", create.name.span, message));
        }
        let using = match create.using {
            Some(sql) => Some(self.policy_expression(sql.value, table)?),
            None => None,
        };
        let check = match create.with_check {
            Some(sql) => Some(self.policy_expression(sql.value, table)?),
            None => None,
        };
        self.catalog.add_policy(Policy {
            relation: table,
            name: create.name.text.clone(),
            permissive: create.permissive,
            command: match create.command {
                PolicyCommand::All => '*',
                PolicyCommand::Select => 'r',
                PolicyCommand::Insert => 'a',
                PolicyCommand::Update => 'w',
                PolicyCommand::Delete => 'd',
            },
            roles: create.roles.iter().filter_map(Self::role_name).collect(),
            using,
            check,
            origins: Origins::created(span),
        });
        Ok(Applied::Schema)
    }

    pub(super) fn alter_policy(&mut self, alter: &AlterPolicy, span: Span) -> Result<Applied> {
        let table = self.table(&alter.table)?;
        let found = self
            .catalog
            .policies_of(table)
            .iter()
            .copied()
            .find(|id| self.catalog.policies[*id].name == alter.name.text);
        let Some(id) = found else {
            let message = format!(
                "policy \"{}\" for table \"{}\" does not exist",
                alter.name.text, alter.table.name.text
            );
            return Err(Stop::refused("42704", alter.name.span, message));
        };
        if let Some(roles) = &alter.roles {
            self.catalog.policies[id].roles = roles.iter().filter_map(Self::role_name).collect();
        }
        if let Some(sql) = alter.using {
            self.catalog.policies[id].using = Some(self.policy_expression(sql.value, table)?);
        }
        if let Some(sql) = alter.with_check {
            self.catalog.policies[id].check = Some(self.policy_expression(sql.value, table)?);
        }
        self.catalog.policies[id].origins.set(Attribute::DEFINITION, span);
        self.catalog.link(id.into());
        Ok(Applied::Schema)
    }
}

/// Trigger functions of `pg_catalog` (documentation, "Trigger Functions").
const BUILTIN_TRIGGER_FUNCTIONS: &[&str] =
    &["suppress_redundant_updates_trigger", "tsvector_update_trigger", "tsvector_update_trigger_column"];

/// Trigger functions of contrib: extension, function.
const EXTENSION_TRIGGER_FUNCTIONS: &[(&str, &str)] = &[
    ("autoinc", "autoinc"),
    ("insert_username", "insert_username"),
    ("lo", "lo_manage"),
    ("moddatetime", "moddatetime"),
    ("refint", "check_foreign_key"),
    ("refint", "check_primary_key"),
    ("tcn", "triggered_change_notification"),
];
