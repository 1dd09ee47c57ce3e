//! SQL expressions: read into a small typed tree, searched for names, and compared by meaning.
//!
//! The reader is written by hand after `a_expr`, `b_expr` and `c_expr` of PostgreSQL's grammar. It stands on the
//! lexer of [`crate::syntax`] and not on sqlparser, because an expression must be read exactly as PostgreSQL reads
//! it, with the place of every name: sqlparser ranks some operators otherwise, keeps no place for operators,
//! types and collations, and refuses forms that the server prints. All that it would have spared is one file.
//!
//! Not read, with an error that says so: the forms of XML (`XMLELEMENT` …) and of SQL/JSON (`JSON_VALUE` …).
//! Sub-queries are read by [`crate::query`]; those that it cannot read are kept as text.

mod compare;
mod facts;
mod names;
pub(crate) mod parser;
mod primary;
mod special_form;
pub mod tree;
mod type_name;
pub mod typing;

pub use compare::{Scope, UserFunction, UserType, UserTypeKind, Verdict, compare, compare_as};
pub use names::{NameKind, NameUse};
use tree::{Expr, TextRange};

/// PostgreSQL's grammar does not allow the text, or this reader does not know the form.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{message}")]
pub struct ParseError {
    pub message: String,
    /// Where in the text.
    pub range: TextRange,
    /// PostgreSQL may well allow it: only this reader does not know the form.
    pub unread: bool,
}

impl ParseError {
    pub(crate) fn new(message: impl Into<String>, range: TextRange) -> Self {
        Self { message: message.into(), range, unread: false }
    }

    /// For a form that the grammar has and this reader has not.
    pub(crate) fn unread(form: &str, range: TextRange) -> Self {
        Self { message: format!("the form {form} is not read"), range, unread: true }
    }
}

/// Reads one expression (documentation: Value Expressions). Never panics; nesting is bounded.
pub fn parse(text: &str) -> Result<Expr, ParseError> {
    parser::Parser::new(text)?.whole()
}

/// Every name that the expression uses, in the order of their places.
pub fn names(text: &str) -> Result<Vec<NameUse>, ParseError> {
    parse(text).map(|expression| names::of(&expression))
}

/// True for a name of a function of PostgreSQL's own that [`compare`] knows without asking.
pub(crate) fn compares_function(name: &str) -> bool {
    !facts::functions(name).is_empty()
}

/// The parts of a name as SQL writes it (`public."Users"`), folded and unquoted.
pub fn path_of_text(text: &str) -> Result<Vec<Box<str>>, ParseError> {
    names::path_of_text(text)
}

#[cfg(test)]
mod case_tests;
#[cfg(test)]
mod reference_tests;
#[cfg(test)]
mod tests;
