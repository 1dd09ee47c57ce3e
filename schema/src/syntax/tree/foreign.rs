//! Foreign-data wrappers, servers and user mappings.

use super::{ForeignOption, Name, QualifiedName, Role, Spanned, StringLiteral};

/// `CREATE FOREIGN DATA WRAPPER`.
#[derive(Clone, PartialEq, Debug)]
pub struct CreateForeignDataWrapper {
    pub name: Name,
    pub functions: Vec<WrapperFunction>,
    pub options: Vec<ForeignOption>,
}

/// `ALTER FOREIGN DATA WRAPPER` except owner and name.
#[derive(Clone, PartialEq, Debug)]
pub struct AlterForeignDataWrapper {
    pub name: Name,
    pub functions: Vec<WrapperFunction>,
    pub options: Vec<ForeignOption>,
}

/// `HANDLER f`, `NO VALIDATOR`, ….
#[derive(Clone, PartialEq, Debug)]
pub struct WrapperFunction {
    pub kind: WrapperFunctionKind,
    /// `None` is `NO …`.
    pub function: Option<QualifiedName>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WrapperFunctionKind {
    Handler,
    Validator,
    /// `CONNECTION`, PostgreSQL 19.
    Connection,
}

/// `CREATE SERVER`.
#[derive(Clone, PartialEq, Debug)]
pub struct CreateServer {
    pub name: Name,
    pub if_not_exists: bool,
    pub server_type: Option<StringLiteral>,
    /// `VERSION NULL` is no version.
    pub version: Option<StringLiteral>,
    pub wrapper: Name,
    pub options: Vec<ForeignOption>,
}

/// `ALTER SERVER` except owner and name.
#[derive(Clone, PartialEq, Debug)]
pub struct AlterServer {
    pub name: Name,
    /// Outer `None`: not written; inner `None`: `NULL`.
    pub version: Option<Spanned<Option<Box<str>>>>,
    pub options: Vec<ForeignOption>,
}

/// `CREATE`, `ALTER` or `DROP USER MAPPING`.
#[derive(Clone, PartialEq, Debug)]
pub struct UserMapping {
    pub action: UserMappingAction,
    /// `USER` is the current user.
    pub user: Role,
    pub server: Name,
    pub options: Vec<ForeignOption>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UserMappingAction {
    Create { if_not_exists: bool },
    Alter,
    Drop { if_exists: bool },
}

/// `IMPORT FOREIGN SCHEMA`: what it makes is not known here.
#[derive(Clone, PartialEq, Debug)]
pub struct ImportForeignSchema {
    pub remote_schema: Name,
    pub filter: Option<ImportFilter>,
    pub server: Name,
    pub local_schema: Name,
    pub options: Vec<ForeignOption>,
}

#[derive(Clone, PartialEq, Debug)]
pub enum ImportFilter {
    LimitTo(Vec<QualifiedName>),
    Except(Vec<QualifiedName>),
}
