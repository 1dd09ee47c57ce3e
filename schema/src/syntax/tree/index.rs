//! `CREATE INDEX`, `REINDEX`, `CLUSTER`, and extended statistics.

use super::{KeyKind, Name, OptionItem, QualifiedName, Spanned, SqlText};
use crate::source::Span;

/// `CREATE INDEX`.
#[derive(Clone, PartialEq, Debug)]
pub struct CreateIndex {
    pub unique: bool,
    pub concurrently: bool,
    pub if_not_exists: bool,
    /// `None`: PostgreSQL chooses. An index always lies in its table's schema.
    pub name: Option<Name>,
    /// `ON ONLY`.
    pub only: bool,
    pub table: QualifiedName,
    /// `USING`; `None` is btree.
    pub method: Option<Name>,
    pub keys: Vec<IndexElement>,
    pub include: Vec<IndexElement>,
    pub nulls_not_distinct: Option<Span>,
    pub options: Vec<OptionItem>,
    pub tablespace: Option<Name>,
    /// Without `WHERE`.
    pub predicate: Option<SqlText>,
}

/// One key of an index or of an exclusion constraint.
#[derive(Clone, PartialEq, Debug)]
pub struct IndexElement {
    pub key: KeyKind,
    pub collation: Option<QualifiedName>,
    pub opclass: Option<QualifiedName>,
    pub opclass_options: Vec<OptionItem>,
    pub order: OrderBy,
    pub span: Span,
}

/// `ASC`/`DESC` and `NULLS FIRST`/`LAST`; `None`: not written.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct OrderBy {
    /// `DESC` is true.
    pub descending: Option<Spanned<bool>>,
    /// `NULLS FIRST` is true.
    pub nulls_first: Option<Spanned<bool>>,
}

/// `REINDEX`.
#[derive(Clone, PartialEq, Debug)]
pub struct Reindex {
    pub target: ReindexTarget,
    /// Written as a word or as an option.
    pub concurrently: bool,
    pub options: Vec<OptionItem>,
}

#[derive(Clone, PartialEq, Debug)]
pub enum ReindexTarget {
    Index(QualifiedName),
    Table(QualifiedName),
    Schema(Name),
    Database(Option<Name>),
    System(Option<Name>),
}

/// `CLUSTER`; without a table it goes over all clustered ones.
#[derive(Clone, PartialEq, Debug)]
pub struct Cluster {
    pub table: Option<QualifiedName>,
    pub index: Option<Name>,
    pub options: Vec<OptionItem>,
}

/// `CREATE STATISTICS`.
#[derive(Clone, PartialEq, Debug)]
pub struct CreateStatistics {
    pub if_not_exists: bool,
    /// `None`: PostgreSQL chooses (16 and later).
    pub name: Option<QualifiedName>,
    /// `ndistinct`, `dependencies`, `mcv`; empty is all.
    pub kinds: Vec<Name>,
    pub keys: Vec<KeyKind>,
    /// One table: anything else in `FROM` is refused by PostgreSQL later and kept here as text.
    pub from: StatisticsFrom,
}

#[derive(Clone, PartialEq, Debug)]
pub enum StatisticsFrom {
    Table(QualifiedName),
    Other(SqlText),
}

/// `ALTER STATISTICS … SET STATISTICS n`.
#[derive(Clone, PartialEq, Debug)]
pub struct AlterStatistics {
    pub if_exists: bool,
    pub name: QualifiedName,
    pub target: Spanned<i32>,
}
