//! Row-level security policies.

use super::{Name, QualifiedName, Role, Spanned, SqlText};

/// `CREATE POLICY`.
#[derive(Clone, PartialEq, Debug)]
pub struct CreatePolicy {
    pub name: Name,
    pub table: QualifiedName,
    /// `AS PERMISSIVE` is true, also when nothing is written.
    pub permissive: bool,
    pub command: PolicyCommand,
    /// Empty is `PUBLIC`.
    pub roles: Vec<Role>,
    /// Without its parentheses.
    pub using: Option<Spanned<SqlText>>,
    pub with_check: Option<Spanned<SqlText>>,
}

#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum PolicyCommand {
    #[default]
    All,
    Select,
    Insert,
    Update,
    Delete,
}

/// `ALTER POLICY` except its name; what is `None` or empty stays.
#[derive(Clone, PartialEq, Debug)]
pub struct AlterPolicy {
    pub name: Name,
    pub table: QualifiedName,
    pub roles: Option<Vec<Role>>,
    pub using: Option<Spanned<SqlText>>,
    pub with_check: Option<Spanned<SqlText>>,
}
