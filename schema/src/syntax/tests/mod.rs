//! Tests of the grammar.

mod corpus;
mod errors;
mod properties;
mod trees;

use super::parse_file;
use super::tree::Statement;
use crate::source::FileId;

/// The statements of a text that must be without fault.
#[track_caller]
fn statements(text: &str) -> Vec<Statement> {
    let (parsed, diagnostics) = parse_file(FileId(0), text);
    assert_eq!(diagnostics, [], "{text}");
    parsed.into_iter().map(|parsed| parsed.statement).collect()
}

#[track_caller]
fn statement(text: &str) -> Statement {
    let mut all = statements(text);
    assert_eq!(all.len(), 1, "{text}");
    all.remove(0)
}
