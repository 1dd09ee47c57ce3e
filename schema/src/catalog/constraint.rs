//! Constraints of tables.

use super::{ColumnId, IndexId, Origins, RelationId, SqlExpr};

#[derive(Clone, PartialEq, Debug)]
pub struct Constraint {
    pub relation: RelationId,
    pub name: Box<str>,
    pub kind: ConstraintKind,
    pub deferrable: bool,
    pub initially_deferred: bool,
    pub validated: bool,
    pub no_inherit: bool,
    /// Comes from a parent only (`NOT conislocal`).
    pub inherited: bool,
    pub origins: Origins,
}

#[derive(Clone, PartialEq, Debug)]
pub enum ConstraintKind {
    /// Its columns and options are those of its index.
    PrimaryKey {
        index: IndexId,
    },
    Unique {
        index: IndexId,
    },
    /// Operators in the order of the index's keys.
    Exclusion {
        index: IndexId,
        operators: Vec<Box<str>>,
    },
    ForeignKey(ForeignKey),
    Check {
        expression: SqlExpr,
    },
}

impl ConstraintKind {
    /// The kind that a copy of a constraint with an index has, with the copy of its index.
    pub(crate) fn on_index(self, index: IndexId) -> Self {
        match self {
            Self::PrimaryKey { .. } => Self::PrimaryKey { index },
            Self::Exclusion { operators, .. } => Self::Exclusion { index, operators },
            _ => Self::Unique { index },
        }
    }

    pub fn word(&self) -> &'static str {
        match self {
            Self::PrimaryKey { .. } => "primary key",
            Self::Unique { .. } => "unique",
            Self::Exclusion { .. } => "exclude",
            Self::ForeignKey(_) => "foreign key",
            Self::Check { .. } => "check",
        }
    }

    /// The index behind the constraint, for the kinds that have one.
    pub fn index(&self) -> Option<IndexId> {
        match self {
            Self::PrimaryKey { index } | Self::Unique { index } | Self::Exclusion { index, .. } => {
                Some(*index)
            }
            Self::ForeignKey(_) | Self::Check { .. } => None,
        }
    }
}

#[derive(Clone, PartialEq, Debug)]
pub struct ForeignKey {
    pub columns: Vec<ColumnId>,
    pub references: RelationId,
    pub referenced_columns: Vec<ColumnId>,
    pub match_full: bool,
    pub on_update: ReferentialAction,
    pub on_delete: ReferentialAction,
    /// `ON DELETE SET NULL (a, b)`: the columns set; empty means all.
    pub on_delete_columns: Vec<ColumnId>,
    /// The unique index of the other side that it relies on.
    pub index: Option<IndexId>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReferentialAction {
    NoAction,
    Restrict,
    Cascade,
    SetNull,
    SetDefault,
}

impl ReferentialAction {
    pub fn sql(self) -> &'static str {
        match self {
            Self::NoAction => "NO ACTION",
            Self::Restrict => "RESTRICT",
            Self::Cascade => "CASCADE",
            Self::SetNull => "SET NULL",
            Self::SetDefault => "SET DEFAULT",
        }
    }
}
