//! What changes the state that statements run in: settings, transactions, `DO`, psql commands, and statements that
//! leave the schema alone.

use super::{Name, SqlText, StringLiteral};
use crate::source::Span;

/// `SET`, `RESET`, and `SELECT pg_catalog.set_config(…)` as `pg_dump` writes it.
///
/// The spellings with words of their own have the name of their parameter, as in PostgreSQL: `SET TIME ZONE` is
/// `timezone`, `SET NAMES` `client_encoding`, `SET ROLE` `role`, `SET SESSION AUTHORIZATION` `session_authorization`,
/// `SET SCHEMA` `search_path`, `SET XML OPTION` `xmloption`.
#[derive(Clone, PartialEq, Debug)]
pub struct Set {
    pub scope: SetScope,
    /// In lower case, dots kept; `None` is `RESET ALL`.
    pub parameter: Option<Name>,
    pub value: SetValue,
    pub span: Span,
}

#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum SetScope {
    /// Also when nothing is written.
    #[default]
    Session,
    Local,
}

#[derive(Clone, PartialEq, Debug)]
pub enum SetValue {
    Values(Vec<SetItem>),
    /// `TO DEFAULT` and `RESET`.
    Default,
    FromCurrent,
}

/// One value: a string's contents, a folded word, a number as written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SetItem {
    pub text: Box<str>,
    pub span: Span,
}

/// Transaction control.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Transaction {
    /// `BEGIN`, `START TRANSACTION`.
    Begin,
    /// `COMMIT`, `END`.
    Commit {
        chain: bool,
    },
    /// `ROLLBACK`, `ABORT`.
    Rollback {
        chain: bool,
    },
    Savepoint(Name),
    Release(Name),
    RollbackTo(Name),
    Prepare(StringLiteral),
    CommitPrepared(StringLiteral),
    RollbackPrepared(StringLiteral),
    /// `SET TRANSACTION`, `SET SESSION CHARACTERISTICS AS TRANSACTION`.
    SetCharacteristics,
}

/// `DO`.
#[derive(Clone, PartialEq, Debug)]
pub struct Do {
    /// `None` is plpgsql.
    pub language: Option<Name>,
    pub body: StringLiteral,
}

/// A query or a change of rows. The text is read elsewhere.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Dml {
    pub kind: DmlKind,
    pub sql: SqlText,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DmlKind {
    /// `SELECT`, `VALUES`, `TABLE`, `WITH … SELECT`, in parentheses or not.
    Select,
    Insert,
    Update,
    Delete,
    Merge,
}

/// A statement that leaves the schema alone; `kind` is its name as the table of kinds lists it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Irrelevant {
    pub kind: &'static str,
}

/// A line for psql: `\restrict abc`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PsqlCommand {
    /// Without the backslash.
    pub command: Box<str>,
    /// The rest of the line, trimmed.
    pub arguments: Box<str>,
}

/// `ON COMMIT` of a temporary table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OnCommit {
    PreserveRows,
    DeleteRows,
    Drop,
}
