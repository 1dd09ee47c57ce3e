//! Queries: read into a tree, and analysed as PostgreSQL does it when it stores a view.
//!
//! [`parse`] follows `gram.y`, on the lexer of [`crate::syntax`] and with the expressions of [`crate::expression`].
//!
//! Not read, with an error that says so: `MERGE`, `XMLTABLE`, `JSON_TABLE`, and the forms that
//! [`crate::expression`] does not read.

mod analyse;
mod catalog_scope;
mod change;
mod from;
mod parser;
pub mod tree;

pub use analyse::{
    Analysis, Edit, Environment, Form, KeptAlias, KeptNames, Label, NameReference, OutputColumn, Parameter,
    Piece, Refusal, RowSource, Settled, SourceUse, Unresolved, analyse,
};

pub(crate) use analyse::output_names;
pub use catalog_scope::CatalogScope;

use crate::expression::ParseError;
use crate::expression::parser::Parser;
use tree::Query;

/// Reads one query, or one `INSERT`, `UPDATE` or `DELETE` (documentation: Queries). Never panics; nesting is bounded.
pub fn parse(text: &str) -> Result<Query, ParseError> {
    Parser::new(text)?.whole_query()
}

#[cfg(test)]
mod tests;
