//! Indexes.

use super::IndexId;
use super::{ColumnId, ConstraintId, KeyTarget, Origins, RelationId, SqlExpr};

#[derive(Clone, PartialEq, Debug)]
pub struct Index {
    pub relation: RelationId,
    pub name: Box<str>,
    pub method: Box<str>,
    pub unique: bool,
    pub nulls_not_distinct: bool,
    pub keys: Vec<IndexKey>,
    pub include: Vec<ColumnId>,
    pub predicate: Option<SqlExpr>,
    pub options: Vec<(Box<str>, Box<str>)>,
    /// Absent for the database's own.
    pub tablespace: Option<Box<str>>,
    /// The constraint that it is made for.
    pub constraint: Option<ConstraintId>,
    /// The index of the partitioned parent that it is attached to.
    pub parent: Option<IndexId>,
    /// False for an index `ON ONLY` a partitioned table that not every partition has.
    pub valid: bool,
    pub clustered: bool,
    pub replica_identity: bool,
    pub origins: Origins,
}

#[derive(Clone, PartialEq, Debug)]
pub struct IndexKey {
    pub target: KeyTarget,
    /// Printed name of the collation as `regcollation` prints it, when it is not the column's own.
    pub collation: Option<Box<str>>,
    /// Printed name of the operator class, when it is not the type's default or has options.
    pub opclass: Option<Box<str>>,
    pub opclass_options: Vec<(Box<str>, Box<str>)>,
    pub descending: bool,
    /// As in force: without words for it, true exactly when `descending`.
    pub nulls_first: bool,
}

impl IndexKey {
    /// A plain ascending key on a column.
    pub fn column(column: ColumnId) -> Self {
        Self {
            target: KeyTarget::Column(column),
            collation: None,
            opclass: None,
            opclass_options: Vec::new(),
            descending: false,
            nulls_first: false,
        }
    }
}
