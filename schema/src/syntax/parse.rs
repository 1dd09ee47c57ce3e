//! A file's text to its statements and to what PostgreSQL's grammar would refuse in it.

use super::grammar::cursor::{Cursor, Refusal};
use super::kinds;
use super::split::{RawKind, RawStatement, Split, split};
use super::tree::{PsqlCommand, Statement};
use crate::diagnostic::Diagnostic;
use crate::rules;
use crate::source::{FileId, Span};

/// A statement with its place, without its semicolon.
#[derive(Clone, PartialEq, Debug)]
pub struct Parsed {
    pub statement: Statement,
    pub span: Span,
}

/// Reads all statements of a file.
///
/// A statement the grammar refuses is left out and reported (SQLSTATE 42601) at the token where PostgreSQL would report
/// it, in PostgreSQL's words; the statements after it are read all the same. Never panics, and takes time in
/// proportion to the text.
pub fn parse_file(file: FileId, text: &str) -> (Vec<Parsed>, Vec<Diagnostic>) {
    let split = split(text);
    let mut parsed = Vec::with_capacity(split.statements.len());
    let mut diagnostics = Vec::new();
    for raw in &split.statements {
        let span = Span { file, start: raw.start, end: raw.end };
        match read(file, text, &split, raw) {
            Ok(statement) => parsed.push(Parsed { statement, span }),
            Err(refusal) => diagnostics.extend(report(file, text, &split, raw, *refusal)),
        }
    }
    diagnostics.extend(split.unterminated.iter().map(|(quote, at)| {
        Diagnostic::new(&rules::UNTERMINATED, quote.message())
            .at(Span { file, start: *at, end: text.len() as u32 })
            .why("everything up to the end of the file is taken for a part of it")
            .help("close it where it should end")
            .sqlstate("42601")
    }));
    diagnostics.extend(split.endless_data.iter().map(|at| {
        Diagnostic::new(&rules::UNTERMINATED, "the data of COPY FROM stdin has no end")
            .at(Span { file, start: *at, end: *at + 4 })
            .why("where the data ends cannot be told, so what follows is taken for statements")
            .help("end the data with a line that holds \\. alone")
    }));
    diagnostics.sort_by_key(|diagnostic| diagnostic.places.first().map(|(span, _)| span.start));
    (parsed, diagnostics)
}

/// Reads the one statement that stands in `range` of a file's text, such as inside the body of a `DO`.
///
/// # Errors
/// The diagnostic of what the grammar refuses.
pub fn parse_statement(
    file: FileId,
    text: &str,
    range: std::ops::Range<usize>,
) -> Result<Parsed, Box<Diagnostic>> {
    let span = Span::new(file, range.start, range.end);
    let slice = text.get(range.clone()).unwrap_or("");
    let mut split = split(slice);
    for token in &mut split.tokens {
        token.start += span.start;
        token.end += span.start;
    }
    let Some(mut raw) = split.statements.first().cloned() else {
        let empty =
            Diagnostic::new(&rules::SYNTAX, "a statement is expected here").at(span).sqlstate("42601");
        return Err(Box::new(empty));
    };
    raw.start += span.start;
    raw.end += span.start;
    match read(file, text, &split, &raw) {
        Ok(statement) => Ok(Parsed { statement, span: Span { file, start: raw.start, end: raw.end } }),
        Err(refusal) => Err(Box::new(
            Diagnostic::new(&rules::SYNTAX, refusal.message).at(refusal.span).sqlstate(refusal.sqlstate),
        )),
    }
}

fn read(file: FileId, text: &str, split: &Split, raw: &RawStatement) -> Result<Statement, Box<Refusal>> {
    match raw.kind {
        RawKind::Sql => {
            let tokens = split.tokens.get(raw.tokens.clone()).unwrap_or(&[]);
            kinds::parse_statement(&mut Cursor::new(file, text, tokens))
        }
        RawKind::PsqlCommand => {
            let line = text.get(raw.start as usize + 1..raw.end as usize).unwrap_or("");
            let (command, arguments) =
                line.split_once(|character: char| character.is_whitespace()).unwrap_or((line, ""));
            Ok(Statement::PsqlCommand(PsqlCommand {
                command: command.into(),
                arguments: arguments.trim().into(),
            }))
        }
    }
}

/// The diagnostic of a refusal; none where an open quote, which is reported by itself, was the cause.
fn report(
    file: FileId,
    text: &str,
    split: &Split,
    raw: &RawStatement,
    refusal: Refusal,
) -> Option<Diagnostic> {
    let open_quote = split.unterminated.iter().any(|(_, at)| *at >= raw.start && *at < raw.end);
    if open_quote {
        return None;
    }
    // At the end of a statement the place is the semicolon, or whatever its last byte is followed by.
    let (mut span, mut message) = (refusal.span, refusal.message);
    if span.start == span.end {
        let rest = text.get(raw.end as usize..).unwrap_or("");
        if let Some(blank) = rest.find(|character: char| !character.is_whitespace())
            && rest.get(blank..).is_some_and(|rest| rest.starts_with(';'))
        {
            let at = raw.end as usize + blank;
            span = Span::new(file, at, at + 1);
            if message == "syntax error at end of input" {
                message = String::from("syntax error at or near \";\"");
            }
        }
    }
    let mut diagnostic = Diagnostic::new(&rules::SYNTAX, message).at(span).sqlstate(refusal.sqlstate);
    if !refusal.expected.is_empty() {
        diagnostic = diagnostic.help(format!("expected {}", alternatives(&refusal.expected)));
    }
    Some(diagnostic)
}

/// `a`, `a or b`, `a, b or c`; long lists are cut.
fn alternatives(expected: &[&'static str]) -> String {
    const MOST: usize = 8;
    let (shown, more) = match expected.get(..MOST) {
        Some(shown) if expected.len() > MOST => (shown, true),
        _ => (expected, false),
    };
    match shown.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((_, _)) if more => format!("{} or another of {}", shown.join(", "), expected.len()),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
        None => String::new(),
    }
}
