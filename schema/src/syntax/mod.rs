//! SQL text to statements: lexer, splitter, the tree, and the grammar of PostgreSQL 14 to 18 that fills it.
//!
//! DDL has this one path. The general SQL parsers refuse a good part of real DDL and keep few places, and every
//! attribute of the catalog must know where it was written; so statements are read by a grammar of our own, and only
//! expressions and queries, which stay slices of the source here ([`tree::SqlText`]), are given to a general parser.

mod grammar;
pub mod keywords;
pub mod kinds;
pub mod lexer;
pub mod literal;
mod parse;
pub mod plpgsql;
pub mod split;
pub mod tree;

#[cfg(test)]
mod tests;

pub use parse::{Parsed, parse_file, parse_statement};
