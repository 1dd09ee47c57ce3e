//! Publications: what logical replication sends.

use super::{Name, OptionItem, QualifiedName, SqlText};
use crate::source::Span;

/// `CREATE PUBLICATION`.
#[derive(Clone, PartialEq, Debug)]
pub struct CreatePublication {
    pub name: Name,
    /// `FOR ALL TABLES`.
    pub all_tables: bool,
    /// `FOR ALL SEQUENCES` (PostgreSQL 19).
    pub all_sequences: bool,
    pub objects: Vec<PublicationObject>,
    pub options: Vec<OptionItem>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct PublicationObject {
    pub kind: PublicationObjectKind,
    pub span: Span,
}

#[derive(Clone, PartialEq, Debug)]
pub enum PublicationObjectKind {
    Table {
        only: bool,
        name: QualifiedName,
        columns: Vec<Name>,
        /// Without its parentheses.
        filter: Option<SqlText>,
    },
    TablesInSchema(Name),
    /// `TABLES IN SCHEMA CURRENT_SCHEMA`.
    TablesInCurrentSchema,
}

/// `ALTER PUBLICATION` except owner and name.
#[derive(Clone, PartialEq, Debug)]
pub struct AlterPublication {
    pub name: Name,
    pub action: AlterPublicationAction,
}

#[derive(Clone, PartialEq, Debug)]
pub enum AlterPublicationAction {
    Add(Vec<PublicationObject>),
    Set(Vec<PublicationObject>),
    Drop(Vec<PublicationObject>),
    SetOptions(Vec<OptionItem>),
}
