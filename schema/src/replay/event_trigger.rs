//! Event triggers (documentation, "CREATE EVENT TRIGGER").

use super::Replayer;
use super::stop::{Applied, Result, Stop};
use crate::catalog::{Attribute, DefinedKind, Property, PropertyValue, property};
use crate::source::Span;
use crate::syntax::tree::{AlterEventTrigger, CreateEventTrigger, EventTriggerFilter, FiringState};

const EVENTS: &[&str] = &["ddl_command_start", "ddl_command_end", "sql_drop", "table_rewrite", "login"];

/// Objects of a database: event triggers hear what is made, changed and dropped.
const HEARD_OBJECTS: &[&str] = &[
    "ACCESS METHOD",
    "AGGREGATE",
    "CAST",
    "COLLATION",
    "CONSTRAINT",
    "CONVERSION",
    "DOMAIN",
    "EXTENSION",
    "FOREIGN DATA WRAPPER",
    "FOREIGN TABLE",
    "FUNCTION",
    "INDEX",
    "LANGUAGE",
    "MATERIALIZED VIEW",
    "OPERATOR",
    "OPERATOR CLASS",
    "OPERATOR FAMILY",
    "POLICY",
    "PROCEDURE",
    "PUBLICATION",
    "ROUTINE",
    "RULE",
    "SCHEMA",
    "SEQUENCE",
    "SERVER",
    "STATISTICS",
    "SUBSCRIPTION",
    "TABLE",
    "TEXT SEARCH CONFIGURATION",
    "TEXT SEARCH DICTIONARY",
    "TEXT SEARCH PARSER",
    "TEXT SEARCH TEMPLATE",
    "TRANSFORM",
    "TRIGGER",
    "TYPE",
    "USER MAPPING",
    "VIEW",
];

/// Other commands that they hear.
const HEARD: &[&str] = &[
    "ALTER DEFAULT PRIVILEGES",
    "ALTER LARGE OBJECT",
    "COMMENT",
    "CREATE TABLE AS",
    "DROP OWNED",
    "GRANT",
    "IMPORT FOREIGN SCHEMA",
    "REFRESH MATERIALIZED VIEW",
    "REINDEX",
    "REVOKE",
    "SECURITY LABEL",
    "SELECT INTO",
];

/// Commands whose tags PostgreSQL knows, and that none of them hears.
const NOT_HEARD: &[&str] = &[
    "ALTER DATABASE",
    "ALTER EVENT TRIGGER",
    "ALTER ROLE",
    "ALTER SYSTEM",
    "ALTER TABLESPACE",
    "ANALYZE",
    "BEGIN",
    "CALL",
    "CHECKPOINT",
    "CLOSE",
    "CLOSE CURSOR",
    "CLOSE CURSOR ALL",
    "CLUSTER",
    "COMMIT",
    "COMMIT PREPARED",
    "COPY",
    "COPY FROM",
    "CREATE DATABASE",
    "CREATE EVENT TRIGGER",
    "CREATE ROLE",
    "CREATE TABLESPACE",
    "DEALLOCATE",
    "DEALLOCATE ALL",
    "DECLARE CURSOR",
    "DELETE",
    "DISCARD",
    "DISCARD ALL",
    "DISCARD PLANS",
    "DISCARD SEQUENCES",
    "DISCARD TEMP",
    "DO",
    "DROP DATABASE",
    "DROP EVENT TRIGGER",
    "DROP REPLICATION SLOT",
    "DROP ROLE",
    "DROP TABLESPACE",
    "EXECUTE",
    "EXPLAIN",
    "FETCH",
    "GRANT ROLE",
    "INSERT",
    "LISTEN",
    "LOAD",
    "LOCK TABLE",
    "LOGIN",
    "MERGE",
    "MOVE",
    "NOTIFY",
    "PREPARE",
    "PREPARE TRANSACTION",
    "REASSIGN OWNED",
    "RELEASE",
    "RESET",
    "REVOKE ROLE",
    "ROLLBACK",
    "ROLLBACK PREPARED",
    "SAVEPOINT",
    "SELECT",
    "SELECT FOR KEY SHARE",
    "SELECT FOR NO KEY UPDATE",
    "SELECT FOR SHARE",
    "SELECT FOR UPDATE",
    "SET",
    "SET CONSTRAINTS",
    "SHOW",
    "START TRANSACTION",
    "TRUNCATE TABLE",
    "UNLISTEN",
    "UPDATE",
    "VACUUM",
];

/// Commands that rewrite tables.
const REWRITING: &[&str] = &["ALTER TABLE", "ALTER TYPE", "ALTER MATERIALIZED VIEW"];

fn is_heard(tag: &str) -> bool {
    let of_object = ["CREATE ", "ALTER ", "DROP "].iter().find_map(|word| tag.strip_prefix(word));
    HEARD.contains(&tag) || of_object.is_some_and(|object| HEARD_OBJECTS.contains(&object))
}

impl Replayer<'_> {
    pub(super) fn create_event_trigger(
        &mut self,
        create: &CreateEventTrigger,
        span: Span,
    ) -> Result<Applied> {
        let event = &*create.event.text;
        if !EVENTS.contains(&event) {
            let message = format!("unrecognized event name \"{event}\"");
            return Err(Stop::refused("42601", create.event.span, message));
        }
        let tags = event_tags(event, &create.filters)?;
        self.defined_free(DefinedKind::EventTrigger, None, &create.name.text, create.name.span)?;
        let function = self.callee(&create.function, Some(&[]))?;
        if !function.returns("event_trigger") {
            let message =
                format!("function {} must return type event_trigger", Self::display_name(&create.function));
            return Err(Stop::refused("42P17", create.function.span(), message));
        }
        let mut properties = vec![Property::new(property::EVENT, PropertyValue::Word(event.into()))];
        if !tags.is_empty() {
            properties.push(Property::new(property::TAGS, PropertyValue::List(tags)));
        }
        properties.push(Property::new(property::FUNCTION, function.by_name()));
        self.define(DefinedKind::EventTrigger, None, &create.name.text, None, properties, span);
        Ok(Applied::Schema)
    }

    pub(super) fn alter_event_trigger(&mut self, alter: &AlterEventTrigger, span: Span) -> Result<Applied> {
        let id = self.global(DefinedKind::EventTrigger, &alter.name)?;
        self.catalog.set_property(id.into(), property::ENABLED, firing_state(alter.state));
        self.mark(id.into(), Attribute(property::ENABLED.0), span);
        Ok(Applied::Schema)
    }
}

/// As the catalog keeps when a rule or an event trigger fires; nothing for what is usual.
pub(super) fn firing_state(state: FiringState) -> Option<PropertyValue> {
    let word = match state {
        FiringState::Enabled => return None,
        FiringState::Disabled => "disabled",
        FiringState::Replica => "replica",
        FiringState::Always => "always",
    };
    Some(PropertyValue::Word(word.into()))
}

fn event_tags(event: &str, filters: &[EventTriggerFilter]) -> Result<Vec<PropertyValue>> {
    for (at, filter) in filters.iter().enumerate() {
        let variable = &filter.variable;
        if &*variable.text != "tag" {
            let message = format!("unrecognized filter variable \"{}\"", variable.text);
            return Err(Stop::refused("42601", variable.span, message));
        }
        if at > 0 {
            let message = "filter variable \"tag\" specified more than once";
            return Err(Stop::refused("42601", variable.span, message));
        }
    }
    let Some(filter) = filters.first() else { return Ok(Vec::new()) };
    if event == "login" {
        let message = "tag filtering is not supported for login event triggers";
        return Err(Stop::refused("0A000", filter.variable.span, message));
    }
    let mut tags = Vec::new();
    for value in &filter.values {
        let tag = value.value.to_ascii_uppercase();
        let known = is_heard(&tag) || NOT_HEARD.contains(&tag.as_str());
        let hears = if event == "table_rewrite" { REWRITING.contains(&tag.as_str()) } else { is_heard(&tag) };
        // What rewrites tables is asked without asking whether there is such a command.
        if !known && event != "table_rewrite" {
            let message =
                format!("filter value \"{}\" not recognized for filter variable \"tag\"", value.value);
            return Err(Stop::refused("42601", value.span, message));
        }
        if !hears {
            let message = format!("event triggers are not supported for {}", value.value);
            return Err(Stop::refused("0A000", value.span, message));
        }
        tags.push(PropertyValue::Word(tag.into()));
    }
    Ok(tags)
}
