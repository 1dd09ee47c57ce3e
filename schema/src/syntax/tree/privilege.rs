//! `GRANT` and `REVOKE` on objects, default privileges, and owned objects of roles.

use super::{DropBehaviour, Name, Number, QualifiedName, Role, RoutineSignature};
use crate::source::Span;

/// `GRANT` or `REVOKE` privileges on objects.
#[derive(Clone, PartialEq, Debug)]
pub struct Grant {
    pub action: GrantAction,
    /// Empty is `ALL [PRIVILEGES]`.
    pub privileges: Vec<Privilege>,
    /// `ALL PRIVILEGES (columns)`.
    pub all_columns: Vec<Name>,
    pub target: GrantTarget,
    pub grantees: Vec<Role>,
    /// `WITH GRANT OPTION`, or `REVOKE GRANT OPTION FOR`.
    pub grant_option: bool,
    pub granted_by: Option<Role>,
    pub behaviour: DropBehaviour,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GrantAction {
    Grant,
    Revoke,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Privilege {
    /// `select`, `usage`, …: a word in lower case.
    pub name: Name,
    pub columns: Vec<Name>,
    pub span: Span,
}

#[derive(Clone, PartialEq, Debug)]
pub enum GrantTarget {
    Tables(Vec<QualifiedName>),
    Sequences(Vec<QualifiedName>),
    Databases(Vec<Name>),
    Domains(Vec<QualifiedName>),
    ForeignDataWrappers(Vec<Name>),
    ForeignServers(Vec<Name>),
    Routines(Vec<RoutineSignature>),
    Languages(Vec<Name>),
    LargeObjects(Vec<Number>),
    Parameters(Vec<Name>),
    Schemas(Vec<Name>),
    Tablespaces(Vec<Name>),
    Types(Vec<QualifiedName>),
    /// `ALL … IN SCHEMA …`.
    AllInSchema {
        objects: ObjectClass,
        schemas: Vec<Name>,
    },
}

/// A class of objects that privileges are given on at once.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ObjectClass {
    Tables,
    Sequences,
    Functions,
    Procedures,
    Routines,
    Types,
    Schemas,
    LargeObjects,
}

/// `ALTER DEFAULT PRIVILEGES`.
#[derive(Clone, PartialEq, Debug)]
pub struct AlterDefaultPrivileges {
    /// `FOR ROLE`.
    pub roles: Vec<Role>,
    pub schemas: Vec<Name>,
    pub action: GrantAction,
    pub privileges: Vec<Privilege>,
    pub objects: ObjectClass,
    pub grantees: Vec<Role>,
    pub grant_option: bool,
    pub behaviour: DropBehaviour,
}

/// `DROP OWNED BY`.
#[derive(Clone, PartialEq, Debug)]
pub struct DropOwned {
    pub roles: Vec<Role>,
    pub behaviour: DropBehaviour,
}

/// `REASSIGN OWNED BY … TO …`.
#[derive(Clone, PartialEq, Debug)]
pub struct ReassignOwned {
    pub roles: Vec<Role>,
    pub to: Role,
}
