//! Triggers, event triggers and rules.

use super::{ConstraintAttributes, FiringState, Name, QualifiedName, SqlText, StringLiteral};
use crate::source::Span;

/// `CREATE [CONSTRAINT] TRIGGER`.
#[derive(Clone, PartialEq, Debug)]
pub struct CreateTrigger {
    pub name: Name,
    pub or_replace: bool,
    pub constraint: bool,
    pub timing: TriggerTiming,
    pub events: Vec<TriggerEvent>,
    pub table: QualifiedName,
    /// `FROM table` of a constraint trigger.
    pub from: Option<QualifiedName>,
    pub attributes: ConstraintAttributes,
    /// `REFERENCING`.
    pub transitions: Vec<TransitionTable>,
    /// `FOR EACH ROW` is true; `STATEMENT` also when nothing is written.
    pub for_each_row: bool,
    /// Without its parentheses.
    pub condition: Option<SqlText>,
    pub function: QualifiedName,
    /// Each argument as the text PostgreSQL stores.
    pub arguments: Vec<TriggerArgument>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TriggerTiming {
    Before,
    After,
    InsteadOf,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TriggerEvent {
    pub kind: TriggerEventKind,
    pub span: Span,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TriggerEventKind {
    Insert,
    Delete,
    /// `UPDATE OF` these columns; empty is any.
    Update(Vec<Name>),
    Truncate,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TransitionTable {
    /// `NEW TABLE` is true, `OLD TABLE` false.
    pub new: bool,
    pub name: Name,
    pub span: Span,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TriggerArgument {
    pub text: Box<str>,
    pub span: Span,
}

/// `CREATE EVENT TRIGGER`.
#[derive(Clone, PartialEq, Debug)]
pub struct CreateEventTrigger {
    pub name: Name,
    pub event: Name,
    pub filters: Vec<EventTriggerFilter>,
    pub function: QualifiedName,
}

/// `WHEN variable IN (…)`.
#[derive(Clone, PartialEq, Debug)]
pub struct EventTriggerFilter {
    pub variable: Name,
    pub values: Vec<StringLiteral>,
}

/// `ALTER EVENT TRIGGER name ENABLE …`.
#[derive(Clone, PartialEq, Debug)]
pub struct AlterEventTrigger {
    pub name: Name,
    pub state: FiringState,
}

/// `CREATE RULE`.
#[derive(Clone, PartialEq, Debug)]
pub struct CreateRule {
    pub name: Name,
    pub or_replace: bool,
    pub event: RuleEvent,
    pub table: QualifiedName,
    pub condition: Option<SqlText>,
    pub instead: bool,
    /// Empty is `NOTHING`.
    pub actions: Vec<SqlText>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RuleEvent {
    Select,
    Insert,
    Update,
    Delete,
}
