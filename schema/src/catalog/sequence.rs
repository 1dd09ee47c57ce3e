//! Sequences.

use super::{ColumnId, DataType, Origins, Persistence, SchemaId};

#[derive(Clone, PartialEq, Debug)]
pub struct Sequence {
    pub schema: SchemaId,
    pub name: Box<str>,
    pub data_type: DataType,
    pub start: i64,
    pub increment: i64,
    pub min: i64,
    pub max: i64,
    pub cache: i64,
    pub cycle: bool,
    pub owned_by: Option<ColumnId>,
    /// Made by `GENERATED … AS IDENTITY`: lives and dies with the column's identity.
    pub identity: bool,
    pub persistence: Persistence,
    pub owner: Option<Box<str>>,
    pub origins: Origins,
}
