//! Types and domains: enum, composite, range, base and shell types, and what alters them.

use super::{
    ColumnConstraint, DropBehaviour, Name, OptionItem, QualifiedName, Spanned, SqlText, StringLiteral,
    TableConstraint, TypeName,
};
use crate::source::Span;

/// `CREATE TYPE`.
#[derive(Clone, PartialEq, Debug)]
pub struct CreateType {
    pub name: QualifiedName,
    pub definition: TypeDefinition,
}

#[derive(Clone, PartialEq, Debug)]
pub enum TypeDefinition {
    Enum(Vec<StringLiteral>),
    Composite(Vec<Attribute>),
    Range(Vec<OptionItem>),
    Base(Vec<OptionItem>),
    /// Only the name was written.
    Shell,
}

/// One attribute of a composite type.
#[derive(Clone, PartialEq, Debug)]
pub struct Attribute {
    pub name: Name,
    pub type_name: TypeName,
    pub collation: Option<Spanned<QualifiedName>>,
    pub span: Span,
}

/// `ALTER TYPE` except owner, schema and the name of the type itself.
#[derive(Clone, PartialEq, Debug)]
pub struct AlterType {
    pub name: QualifiedName,
    pub action: AlterTypeAction,
}

#[derive(Clone, PartialEq, Debug)]
pub enum AlterTypeAction {
    AddValue {
        if_not_exists: bool,
        value: StringLiteral,
        position: Option<EnumPosition>,
    },
    RenameValue {
        from: StringLiteral,
        to: StringLiteral,
    },
    /// Of a composite type.
    Attributes(Vec<AlterAttribute>),
    /// `SET (…)` of a base type.
    SetOptions(Vec<OptionItem>),
}

#[derive(Clone, PartialEq, Debug)]
pub enum EnumPosition {
    Before(StringLiteral),
    After(StringLiteral),
}

#[derive(Clone, PartialEq, Debug)]
pub struct AlterAttribute {
    pub kind: AlterAttributeKind,
    pub behaviour: DropBehaviour,
    pub span: Span,
}

#[derive(Clone, PartialEq, Debug)]
pub enum AlterAttributeKind {
    Add(Attribute),
    Drop { if_exists: bool, name: Name },
    SetType { name: Name, type_name: TypeName, collation: Option<Spanned<QualifiedName>> },
}

/// `CREATE DOMAIN`.
#[derive(Clone, PartialEq, Debug)]
pub struct CreateDomain {
    pub name: QualifiedName,
    pub base: TypeName,
    pub collation: Option<Spanned<QualifiedName>>,
    /// Default, not null, null and checks in the order written.
    pub constraints: Vec<ColumnConstraint>,
}

/// `ALTER DOMAIN` except owner, schema and names.
#[derive(Clone, PartialEq, Debug)]
pub struct AlterDomain {
    pub name: QualifiedName,
    pub action: AlterDomainAction,
}

#[derive(Clone, PartialEq, Debug)]
#[expect(
    clippy::large_enum_variant,
    reason = "few are alive at a time; boxes would only make them harder to match"
)]
pub enum AlterDomainAction {
    SetDefault(SqlText),
    DropDefault,
    SetNotNull,
    DropNotNull,
    AddConstraint(DomainConstraint),
    DropConstraint { if_exists: bool, name: Name, behaviour: DropBehaviour },
    ValidateConstraint(Name),
}

/// A constraint added to a domain: `CHECK` or (PostgreSQL 17) `NOT NULL`.
#[derive(Clone, PartialEq, Debug)]
#[expect(
    clippy::large_enum_variant,
    reason = "few are alive at a time; boxes would only make them harder to match"
)]
pub enum DomainConstraint {
    /// Its kind is always `Check`.
    Check(TableConstraint),
    NotNull {
        name: Option<Name>,
        span: Span,
    },
}
