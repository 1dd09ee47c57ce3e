//! Views, materialized views and tables made from queries.

use super::{Name, OnCommit, OptionItem, Persistence, QualifiedName, Spanned, SqlText};

/// `CREATE VIEW`.
#[derive(Clone, PartialEq, Debug)]
pub struct CreateView {
    pub name: QualifiedName,
    pub or_replace: bool,
    /// `Temporary` or `Permanent`.
    pub persistence: Persistence,
    pub recursive: bool,
    /// Column names if written.
    pub columns: Vec<Name>,
    pub options: Vec<OptionItem>,
    pub query: SqlText,
    pub check_option: Option<Spanned<CheckOption>>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CheckOption {
    Local,
    /// Also when neither word is written.
    Cascaded,
}

/// `CREATE MATERIALIZED VIEW`.
#[derive(Clone, PartialEq, Debug)]
pub struct CreateMaterializedView {
    pub name: QualifiedName,
    pub if_not_exists: bool,
    pub unlogged: bool,
    pub columns: Vec<Name>,
    pub access_method: Option<Name>,
    pub options: Vec<OptionItem>,
    pub tablespace: Option<Name>,
    pub query: SqlText,
    pub with_data: bool,
}

/// `CREATE TABLE … AS`.
#[derive(Clone, PartialEq, Debug)]
pub struct CreateTableAs {
    pub name: QualifiedName,
    pub persistence: Persistence,
    pub if_not_exists: bool,
    pub columns: Vec<Name>,
    pub access_method: Option<Name>,
    pub options: Vec<OptionItem>,
    pub on_commit: Option<Spanned<OnCommit>>,
    pub tablespace: Option<Name>,
    pub source: TableSource,
    pub with_data: bool,
}

/// Where the rows and the columns come from.
#[derive(Clone, PartialEq, Debug)]
pub enum TableSource {
    Query(SqlText),
    /// `EXECUTE prepared`: what it gives is not known here.
    Execute(Name),
}

/// `SELECT … INTO table FROM …`.
#[derive(Clone, PartialEq, Debug)]
pub struct SelectInto {
    pub name: QualifiedName,
    pub persistence: Persistence,
    /// The whole statement, `INTO` included.
    pub query: SqlText,
    /// The part to leave out to have a plain query: `INTO` to the name.
    pub into: SqlText,
}

/// `REFRESH MATERIALIZED VIEW`.
#[derive(Clone, PartialEq, Debug)]
pub struct RefreshMaterializedView {
    pub name: QualifiedName,
    pub concurrently: bool,
    pub with_data: bool,
}
