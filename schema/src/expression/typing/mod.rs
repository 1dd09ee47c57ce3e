//! The types of expressions, by PostgreSQL's rules (documentation: Type Conversion): which function or operator a
//! call means, which type becomes which, what a pseudo-type stands for.
//!
//! It stands on tables of facts about PostgreSQL and its extensions and on a [`Scope`] that knows the schema. What
//! depends on an extension that the tables do not know is said to be undetermined, never guessed.

pub(crate) mod coerce;
pub(crate) mod extension;
pub(crate) mod facts;
pub(crate) mod polymorphic;
pub(crate) mod resolve;
mod scope;
mod table;
pub(crate) mod types;

pub use scope::{
    Nullability, Scope, ScopeCast, ScopeColumn, ScopeFunction, ScopeFunctionKind, ScopeOperator,
    ScopeRelation, ScopeType, ScopeTypeKind, TypeRef,
};
