//! Rules (documentation, "CREATE RULE"): their actions are analysed as queries that see `old` and `new`.

use super::Replayer;
use super::event_trigger::firing_state;
use super::stop::{Applied, Result, Stop};
use crate::catalog::{
    Attribute, DefinedKind, ObjectId, Property, PropertyValue, Reference, RelationId, RelationKind, SqlExpr,
    property,
};
use crate::diagnostic::Diagnostic;
use crate::expression::tree::TextRange;
use crate::query::tree::{Body, Query};
use crate::query::{self, CatalogScope, Environment, Form, Refusal};
use crate::rules;
use crate::source::Span;
use crate::syntax::tree::{CreateRule, FiringState, Name, RuleEvent, SqlText};

/// The name of the one rule that a view has.
const OF_VIEW: &str = "_RETURN";

/// SQL that is put together of stretches with names.
#[derive(Default)]
struct Words {
    text: String,
    references: Vec<Reference>,
}

impl Words {
    fn push(&mut self, part: &SqlExpr) {
        let at = self.text.len() as u32;
        self.text.push_str(part.written());
        let moved = part.references().iter().map(|reference| Reference {
            start: reference.start + at,
            end: reference.end + at,
            ..*reference
        });
        self.references.extend(moved);
    }
}

/// A query of a rule.
struct Action {
    sql: SqlExpr,
    /// Absent for `NOTIFY`.
    query: Option<Query>,
    returning: bool,
}

impl Replayer<'_> {
    pub(super) fn create_rule(&mut self, create: &CreateRule, span: Span) -> Result<Applied> {
        let table = self.relation(&create.table)?;
        let (kind, relation) = (self.catalog.relations[table].kind, create.table.name.text.clone());
        let at = create.table.span();
        match kind {
            RelationKind::MaterializedView => {
                let message = "rules on materialized views are not supported";
                return Err(Stop::refused("0A000", at, message));
            }
            RelationKind::Foreign => {
                let message = format!("relation \"{relation}\" cannot have rules");
                return Err(Stop::refused("42809", at, message));
            }
            RelationKind::Table | RelationKind::Partitioned | RelationKind::View => {}
        }
        let condition = match create.condition {
            Some(sql) => Some(self.rule_condition(sql, table, create.event)?),
            None => None,
        };
        let mut actions = Vec::new();
        for sql in &create.actions {
            actions.push(self.rule_action(*sql, table, create)?);
        }
        if create.event == RuleEvent::Select {
            return Err(self.select_rule(create, &actions, table));
        }
        check_returning(create, &actions)?;
        if &*create.name.text == OF_VIEW {
            let message = format!("non-view rule for \"{relation}\" must not be named \"{OF_VIEW}\"");
            return Err(Stop::refused("42P17", create.name.span, message));
        }
        let event = match create.event {
            RuleEvent::Select => "SELECT",
            RuleEvent::Insert => "INSERT",
            RuleEvent::Update => "UPDATE",
            RuleEvent::Delete => "DELETE",
        };
        let words = rule_words(create.instead, condition, &actions);
        let mut properties = vec![
            Property::new(property::EVENT, PropertyValue::Word(event.into())),
            Property::new(property::ACTIONS, PropertyValue::Sql(words)),
        ];
        match self.rule_named(table, &create.name.text) {
            // It goes on firing when it did.
            Some(id) if create.or_replace => {
                if let Some(state) = self.catalog.property(id.into(), property::ENABLED) {
                    properties.push(Property::new(property::ENABLED, state.clone()));
                }
                self.catalog.properties.insert(id.into(), properties);
                self.catalog.link(id.into());
                self.mark(id.into(), Attribute(property::EVENT.0), span);
                self.mark(id.into(), Attribute(property::ACTIONS.0), span);
            }
            Some(first) => {
                let message =
                    format!("rule \"{}\" for relation \"{relation}\" already exists", create.name.text);
                return Err(Stop::refused("42710", create.name.span, message)
                    .label(self.catalog.defined[first].origins.creation(), "made here first"));
            }
            None => {
                self.define(DefinedKind::Rule, None, &create.name.text, Some(table), properties, span);
            }
        }
        Ok(Applied::Schema)
    }

    /// What PostgreSQL refuses about a rule that makes a view of a table; else what it makes is not followed.
    fn select_rule(&self, create: &CreateRule, actions: &[Action], table: RelationId) -> Stop {
        let refused = |state, message: &str| Stop::refused(state, create.name.span, message);
        let only = match actions {
            [] => return refused("0A000", "INSTEAD NOTHING rules on SELECT are not implemented"),
            [only] => only,
            _ => return refused("0A000", "multiple actions for rules on SELECT are not implemented"),
        };
        let selects = only
            .query
            .as_ref()
            .is_some_and(|query| !matches!(query.body, Body::Insert(_) | Body::Update(_) | Body::Delete(_)));
        if !create.instead || !selects {
            return refused("0A000", "rules on SELECT must have action INSTEAD SELECT");
        }
        if create.condition.is_some() {
            return refused("0A000", "event qualifications are not implemented for rules on SELECT");
        }
        let relation = &create.table.name.text;
        if self.catalog.relations[table].kind == RelationKind::View && !create.or_replace {
            return refused("55000", &format!("\"{relation}\" is already a view"));
        }
        if &*create.name.text != OF_VIEW {
            return refused("42P17", &format!("view rule for \"{relation}\" must be named \"{OF_VIEW}\""));
        }
        opaque("a rule that makes a view of a table is read, but not followed".to_owned(), create.name.span)
    }

    pub(super) fn rule_state(&mut self, table: RelationId, name: &Name, state: FiringState) -> Result<()> {
        let id = self.rule_named(table, &name.text).ok_or_else(|| {
            let relation = &self.catalog.relations[table].name;
            let message = format!("rule \"{}\" for relation \"{relation}\" does not exist", name.text);
            Stop::refused("42704", name.span, message)
        })?;
        self.catalog.set_property(id.into(), property::ENABLED, firing_state(state));
        self.mark(id.into(), Attribute(property::ENABLED.0), name.span);
        Ok(())
    }

    fn rule_condition(&self, sql: SqlText, table: RelationId, event: RuleEvent) -> Result<SqlExpr> {
        let name = self.catalog.printed_name(table.into());
        // Here, unlike in an action, a column needs no row before it.
        let rows: Vec<String> = rows_of(event).iter().map(|row| format!("{name} AS {row}")).collect();
        let before = if rows.is_empty() {
            "SELECT 1 WHERE ".to_owned()
        } else {
            format!("SELECT 1 FROM {} WHERE ", rows.join(", "))
        };
        self.rule_query(sql, &before, table, event).map(|(sql, _)| sql)
    }

    fn rule_action(&self, sql: SqlText, table: RelationId, create: &CreateRule) -> Result<Action> {
        let text = self.text(sql.span).trim();
        let is_notify = text.get(..6).is_some_and(|word| word.eq_ignore_ascii_case("notify"));
        if is_notify {
            if create.condition.is_some() {
                let message =
                    "rules with WHERE conditions can only have SELECT, INSERT, UPDATE, or DELETE actions";
                return Err(Stop::refused("42P17", sql.span, message));
            }
            return Ok(Action { sql: SqlExpr::new(text, Vec::new()), query: None, returning: false });
        }
        let (sql, query) = self.rule_query(sql, "", table, create.event)?;
        let returning = match &query.body {
            Body::Insert(insert) => !insert.returning.is_empty(),
            Body::Update(update) => !update.returning.is_empty(),
            Body::Delete(delete) => !delete.returning.is_empty(),
            _ => false,
        };
        Ok(Action { sql, query: Some(query), returning })
    }

    /// Analyses a query in which the rows of the table are `old` and `new`; `before` is put before the text.
    fn rule_query(
        &self,
        sql: SqlText,
        before: &str,
        table: RelationId,
        event: RuleEvent,
    ) -> Result<(SqlExpr, Query)> {
        let whole = self.text(sql.span);
        let leading = whole.len() - whole.trim_start().len();
        let text = format!("{before}{}", whole.trim());
        let start = sql.span.start as usize + leading;
        let place = |range: TextRange| {
            let at =
                |place: u32| start + (place as usize).saturating_sub(before.len()).min(whole.trim().len());
            let (from, to) = (at(range.start), at(range.end));
            if from < to { Span::new(sql.span.file, from, to) } else { sql.span }
        };
        let tree = match query::parse(&text) {
            Ok(tree) => tree,
            Err(error) if error.unread => {
                let why = format!("an action of the rule is not read: {}", error.message);
                return Err(opaque(why, place(error.range)));
            }
            Err(error) => return Err(Stop::refused("42601", place(error.range), error.message)),
        };
        let entry = &self.catalog.relations[table];
        let schema = &self.catalog.schemas[entry.schema].name;
        let allowed = rows_of(event);
        let rows = if before.is_empty() { allowed } else { &[] };
        let environment = Environment {
            rows: rows.iter().map(|row| ((*row).into(), schema.clone(), entry.name.clone())).collect(),
            ..Environment::default()
        };
        let path = self.search_path().map(|id| self.catalog.schemas[id].name.clone()).collect();
        let scope = CatalogScope::new(&self.catalog, path);
        let refused = |refusal: Refusal| {
            let word = text.get(refusal.range.range()).unwrap_or("").to_ascii_lowercase();
            let row = ["old", "new"]
                .into_iter()
                .find(|row| !allowed.contains(row) && (word == *row || word.starts_with(&format!("{row}."))));
            // PostgreSQL says in words of its own what is missing in an action.
            if let (Some(row), "42P01", true) = (row, refusal.sqlstate, before.is_empty()) {
                let event = format!("{event:?}").to_ascii_uppercase();
                let message = format!("ON {event} rule cannot use {}", row.to_ascii_uppercase());
                return Stop::refused("42P17", place(refusal.range), message);
            }
            if refusal.certain {
                let stop = Stop::refused(refusal.sqlstate, place(refusal.range), refusal.message);
                return match refusal.help {
                    Some(help) => stop.help(help),
                    None => stop,
                };
            }
            let why = format!("it cannot be told what the rule names: {}", refusal.message);
            opaque(why, place(refusal.range))
        };
        let analysis = query::analyse(&tree, &scope, &environment).map_err(refused)?;
        let settled = analysis.settle(&text);
        let references = settled
            .references
            .iter()
            .filter(|reference| reference.range.start as usize >= before.len())
            // The name of a table alone is its row: only before a column can its schema stand.
            .filter(|reference| {
                !matches!((reference.form, reference.target), (Form::Bare, ObjectId::Relation(_)))
                    || settled
                        .text
                        .get(reference.range.end as usize..)
                        .is_some_and(|rest| rest.starts_with('.'))
            })
            .map(|reference| Reference {
                start: reference.range.start - before.len() as u32,
                end: reference.range.end - before.len() as u32,
                target: reference.target,
                literal: reference.form == Form::Literal,
            })
            .collect();
        let own = settled.text.get(before.len()..).unwrap_or_default();
        Ok((SqlExpr::new(own, references), tree))
    }
}

/// The rows that an event has.
fn rows_of(event: RuleEvent) -> &'static [&'static str] {
    match event {
        RuleEvent::Select => &[],
        RuleEvent::Insert => &["new"],
        RuleEvent::Update => &["old", "new"],
        RuleEvent::Delete => &["old"],
    }
}

fn opaque(why: String, at: Span) -> Stop {
    Stop::opaque(
        Diagnostic::new(&rules::OPAQUE, why)
            .at(at)
            .why("the catalog may miss what this statement makes or changes")
            .help("compare with a server: schemactl diff migrations shadow"),
    )
}

/// `WHERE … DO INSTEAD (…; …)`.
fn rule_words(instead: bool, condition: Option<SqlExpr>, actions: &[Action]) -> SqlExpr {
    let mut words = Words::default();
    if let Some(condition) = condition {
        words.text.push_str("WHERE (");
        words.push(&condition);
        words.text.push_str(") ");
    }
    words.text.push_str(if instead { "DO INSTEAD " } else { "DO ALSO " });
    match actions {
        [] => words.text.push_str("NOTHING"),
        [only] => words.push(&only.sql),
        several => {
            for (at, action) in several.iter().enumerate() {
                words.text.push_str(if at == 0 { "(\n    " } else { ";\n    " });
                words.push(&action.sql);
            }
            words.text.push_str("\n)");
        }
    }
    SqlExpr::new(words.text, words.references)
}

fn check_returning(create: &CreateRule, actions: &[Action]) -> Result<()> {
    let mut lists = actions.iter().filter(|action| action.returning);
    if lists.next().is_none() {
        return Ok(());
    }
    let message = if lists.next().is_some() {
        "cannot have multiple RETURNING lists in a rule"
    } else if create.condition.is_some() {
        "RETURNING lists are not supported in conditional rules"
    } else if !create.instead {
        "RETURNING lists are not supported in non-INSTEAD rules"
    } else {
        return Ok(());
    };
    Err(Stop::refused("0A000", create.name.span, message))
}
