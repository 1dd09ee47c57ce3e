//! SQL migrations to a catalog, a catalog to a diff, a diff to SQL.
//!
//! This crate is pure: it reads files when it is asked to ([`migrations`]) and does nothing else to
//! the world: no database, no network, no async, no clock. Every step returns what it could make
//! beside a list of [`diagnostic::Diagnostic`]s; no step panics on any input.

pub mod catalog;
pub mod diagnostic;
pub mod diff;
pub mod dump;
pub mod expression;
pub mod migrations;
pub mod query;
pub mod replay;
pub mod resolve;
pub mod rules;
pub mod source;
pub mod syntax;
