//! Schemas and extensions: the containers of everything else.

use super::{Name, OptionItem, QualifiedName, Role, Statement};
use crate::source::Span;

/// `CREATE SCHEMA`.
#[derive(Clone, PartialEq, Debug)]
pub struct CreateSchema {
    /// `None` with `AUTHORIZATION` alone: the schema has the role's name.
    pub name: Option<Name>,
    pub if_not_exists: bool,
    pub owner: Option<Role>,
    /// Statements written inside: tables, views, indexes, sequences, triggers, grants.
    pub elements: Vec<SchemaElement>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct SchemaElement {
    pub statement: Statement,
    pub span: Span,
}

/// `CREATE EXTENSION`.
#[derive(Clone, PartialEq, Debug)]
pub struct CreateExtension {
    pub name: Name,
    pub if_not_exists: bool,
    pub schema: Option<Name>,
    pub version: Option<Name>,
    pub cascade: bool,
}

/// `ALTER EXTENSION` except its schema.
#[derive(Clone, PartialEq, Debug)]
pub struct AlterExtension {
    pub name: Name,
    pub action: AlterExtensionAction,
}

#[derive(Clone, PartialEq, Debug)]
pub enum AlterExtensionAction {
    /// `UPDATE [TO version]`.
    Update(Option<Name>),
    Add(super::ObjectAddress),
    Drop(super::ObjectAddress),
}

/// `CREATE ACCESS METHOD`.
#[derive(Clone, PartialEq, Debug)]
pub struct CreateAccessMethod {
    pub name: Name,
    /// `INDEX` is true, `TABLE` false.
    pub index: bool,
    pub handler: QualifiedName,
}

/// `CREATE LANGUAGE`.
#[derive(Clone, PartialEq, Debug)]
pub struct CreateLanguage {
    pub name: Name,
    pub or_replace: bool,
    pub trusted: bool,
    /// Without a handler the statement means `CREATE EXTENSION`.
    pub handler: Option<QualifiedName>,
    pub inline: Option<QualifiedName>,
    pub validator: Option<QualifiedName>,
}

/// `CREATE COLLATION`.
#[derive(Clone, PartialEq, Debug)]
pub struct CreateCollation {
    pub name: QualifiedName,
    pub if_not_exists: bool,
    pub definition: CollationDefinition,
}

#[derive(Clone, PartialEq, Debug)]
pub enum CollationDefinition {
    Options(Vec<OptionItem>),
    From(QualifiedName),
}

/// `CREATE [DEFAULT] CONVERSION`.
#[derive(Clone, PartialEq, Debug)]
pub struct CreateConversion {
    pub name: QualifiedName,
    pub default: bool,
    pub from: Box<str>,
    pub to: Box<str>,
    pub function: QualifiedName,
}
