//! Sequences, and the options they share with identity columns.

use super::{Name, Number, Persistence, QualifiedName, TypeName};
use crate::source::Span;

/// `CREATE SEQUENCE`.
#[derive(Clone, PartialEq, Debug)]
pub struct CreateSequence {
    pub name: QualifiedName,
    pub persistence: Persistence,
    pub if_not_exists: bool,
    /// In the order written: any order is allowed.
    pub options: Vec<SequenceOption>,
}

/// `ALTER SEQUENCE name option …`. Owner, schema and name are statements of their own.
#[derive(Clone, PartialEq, Debug)]
pub struct AlterSequence {
    pub name: QualifiedName,
    pub if_exists: bool,
    pub options: Vec<SequenceOption>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct SequenceOption {
    pub kind: SequenceOptionKind,
    pub span: Span,
}

#[derive(Clone, PartialEq, Debug)]
pub enum SequenceOptionKind {
    As(TypeName),
    Cache(Number),
    Cycle(bool),
    Increment(Number),
    /// `None` is `NO MAXVALUE`.
    MaxValue(Option<Number>),
    MinValue(Option<Number>),
    /// `None` is `OWNED BY NONE`.
    OwnedBy(Option<OwnedBy>),
    /// `SEQUENCE NAME x`, of identity columns as `pg_dump` writes them.
    SequenceName(QualifiedName),
    Start(Number),
    Restart(Option<Number>),
    /// `LOGGED` is true, `UNLOGGED` false: of identity columns as `pg_dump` writes them.
    Logged(bool),
}

/// The column that a sequence belongs to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OwnedBy {
    pub table: QualifiedName,
    pub column: Name,
}
