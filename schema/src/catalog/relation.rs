//! Tables of every kind, views, and their columns.

use super::{ColumnId, DataType, Origins, RelationId, SchemaId, SqlExpr, TypeId, View};

/// A row of `pg_class` that has columns people select: a table of any kind, a view, a materialized view.
#[derive(Clone, PartialEq, Debug)]
pub struct Relation {
    pub schema: SchemaId,
    pub name: Box<str>,
    pub kind: RelationKind,
    pub persistence: Persistence,
    /// Columns in order; dropped ones are gone.
    pub columns: Vec<ColumnId>,
    /// What it inherits from, or the one table it is a partition of.
    pub parents: Vec<RelationId>,
    pub partition_key: Option<PartitionKey>,
    /// `FOR VALUES …` or `DEFAULT`, those words included, for a partition.
    pub partition_bound: Option<SqlExpr>,
    pub of_type: Option<TypeId>,
    /// The query of a view or a materialized view; absent for tables.
    pub view: Option<Box<View>>,
    /// Storage parameters, in order: `("fillfactor", "80")`.
    pub options: Vec<(Box<str>, Box<str>)>,
    /// Absent for `heap`.
    pub access_method: Option<Box<str>>,
    /// Absent for the database's own.
    pub tablespace: Option<Box<str>>,
    pub row_security: bool,
    pub force_row_security: bool,
    pub replica_identity: ReplicaIdentity,
    /// Absent: the role that ran the statement. Owners are compared only where both sides name one.
    pub owner: Option<Box<str>>,
    pub origins: Origins,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RelationKind {
    Table,
    Partitioned,
    Foreign,
    View,
    MaterializedView,
}

impl RelationKind {
    /// Tables of every kind; not views.
    pub fn is_table(self) -> bool {
        matches!(self, Self::Table | Self::Partitioned | Self::Foreign)
    }

    /// The words that name it in SQL.
    pub fn word(self) -> &'static str {
        match self {
            Self::Table | Self::Partitioned => "table",
            Self::Foreign => "foreign table",
            Self::View => "view",
            Self::MaterializedView => "materialized view",
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Persistence {
    Permanent,
    Unlogged,
    Temporary,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReplicaIdentity {
    Default,
    Full,
    Nothing,
    /// The index itself carries the mark.
    Index,
}

#[derive(Clone, PartialEq, Debug)]
pub struct PartitionKey {
    pub strategy: PartitionStrategy,
    pub keys: Vec<PartitionKeyPart>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PartitionStrategy {
    List,
    Range,
    Hash,
}

impl PartitionStrategy {
    pub fn word(self) -> &'static str {
        match self {
            Self::List => "LIST",
            Self::Range => "RANGE",
            Self::Hash => "HASH",
        }
    }
}

#[derive(Clone, PartialEq, Debug)]
pub struct PartitionKeyPart {
    pub target: KeyTarget,
    /// When it is not the column's own.
    pub collation: Option<Box<str>>,
    /// When it is not the type's default.
    pub opclass: Option<Box<str>>,
}

/// What a key of an index or a partition key is made of.
#[derive(Clone, PartialEq, Debug)]
pub enum KeyTarget {
    Column(ColumnId),
    Expression(SqlExpr),
}

#[derive(Clone, PartialEq, Debug)]
pub struct Column {
    pub relation: RelationId,
    pub name: Box<str>,
    pub ty: DataType,
    /// By whatever makes it so: written, a primary key, identity. Not by its domain.
    pub not_null: bool,
    pub default: Option<SqlExpr>,
    pub generated: Option<Generated>,
    pub identity: Option<Identity>,
    /// Printed name of the collation as `regcollation` prints it (`"C"`, `app.mine`), when it is not the type's own.
    pub collation: Option<Box<str>>,
    /// One of `p e m x`, when it is not the type's own.
    pub storage: Option<char>,
    /// `p` (pglz) or `l` (lz4), when set.
    pub compression: Option<char>,
    /// Absent for the default, which catalogs write as -1 or null.
    pub statistics: Option<i32>,
    pub options: Vec<(Box<str>, Box<str>)>,
    /// Declared on this table itself (`attislocal`).
    pub local: bool,
    /// How many parents it comes from (`attinhcount`).
    pub inherited: u32,
    pub origins: Origins,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Generated {
    pub expression: SqlExpr,
    /// False: `VIRTUAL` (PostgreSQL 18).
    pub stored: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Identity {
    Always,
    ByDefault,
}
