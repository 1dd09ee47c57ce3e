//! Triggers and row security policies.

use super::{ColumnId, FunctionId, Origins, RelationId, SqlExpr, TriggerId};

#[derive(Clone, PartialEq, Debug)]
pub struct Trigger {
    pub relation: RelationId,
    pub name: Box<str>,
    pub timing: TriggerTiming,
    pub insert: bool,
    pub delete: bool,
    pub truncate: bool,
    pub update: bool,
    /// `UPDATE OF` columns; empty means any.
    pub update_columns: Vec<ColumnId>,
    pub for_each_row: bool,
    pub old_table: Option<Box<str>>,
    pub new_table: Option<Box<str>>,
    /// `OLD` and `NEW` stay as written; the columns behind them are resolved.
    pub when: Option<SqlExpr>,
    pub function: TriggerFunction,
    pub arguments: Vec<Box<str>>,
    pub constraint: bool,
    pub deferrable: bool,
    pub initially_deferred: bool,
    /// `FROM` of a constraint trigger.
    pub from: Option<RelationId>,
    pub enabled: TriggerState,
    /// The trigger of the partitioned parent that this one is a copy of.
    pub parent: Option<TriggerId>,
    pub origins: Origins,
}

#[derive(Clone, PartialEq, Debug)]
pub enum TriggerFunction {
    User(FunctionId),
    /// One that PostgreSQL or an extension ships, by printed name.
    Builtin(Box<str>),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TriggerTiming {
    Before,
    After,
    InsteadOf,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TriggerState {
    Origin,
    Disabled,
    Replica,
    Always,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Policy {
    pub relation: RelationId,
    pub name: Box<str>,
    pub permissive: bool,
    /// One of `* r a w d`, as `pg_policy.polcmd`.
    pub command: char,
    /// Role names; empty means `PUBLIC`.
    pub roles: Vec<Box<str>>,
    pub using: Option<SqlExpr>,
    pub check: Option<SqlExpr>,
    pub origins: Origins,
}
