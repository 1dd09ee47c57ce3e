//! PostgreSQL's grammar of statements, by hand, on our own tokens. Each file holds one subject, as the tree's files do.
//!
//! Grammar functions take a [`cursor::Cursor`] that stands after the words which chose the statement's kind. Where the
//! grammar says one thing and PostgreSQL's own parser refuses it at once in words of its own, so do they.

mod alter_table;
mod constraint;
pub(crate) mod cursor;
mod dml;
mod expression;
mod foreign;
mod function;
mod index;
mod naming;
mod object;
mod operator;
mod option;
mod privilege;
mod schema;
mod sequence;
mod session;
mod table;
mod trigger;
mod typename;
mod types;
mod view;
