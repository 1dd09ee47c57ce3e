//! `DO` blocks: literal statements inside are executed; branches are decided where the catalog can decide them.

use std::collections::BTreeSet;

use super::Replayer;
use super::condition::Truth;
use super::stop::{Applied, Result, Stop};
use super::unknown::Reach;
use crate::diagnostic::Diagnostic;
use crate::rules;
use crate::source::Span;
use crate::syntax::plpgsql::{self, Handler, Instruction, Slice};
use crate::syntax::tree::Do;
use crate::syntax::{Parsed, parse_statement};

/// Where a body lies in its file.
#[derive(Clone, Copy)]
struct Body {
    /// Of the text between the quotes.
    content: Span,
}

impl Body {
    fn span(self, slice: &Slice) -> Span {
        let base = self.content.start as usize;
        Span::new(self.content.file, base + slice.start, base + slice.end)
    }
}

/// How a list of instructions ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Flow {
    Goes,
    /// `RETURN` or an error of its own.
    Ends,
}

impl Replayer<'_> {
    pub(super) fn do_block(&mut self, block: &Do, span: Span) -> Result<Applied> {
        if block.language.as_ref().is_some_and(|language| language.as_str() != "plpgsql") {
            self.note_unknown(Reach::Anything, span);
            return Err(opaque("a DO block in another language than PL/pgSQL", span));
        }
        // Escaped text has other places than the file; its statements cannot be pointed at.
        let instructions = if block.body.verbatim { plpgsql::parse(&block.body.value) } else { None };
        let Some(instructions) = instructions else {
            self.note_unknown(Reach::Anything, span);
            return Err(opaque("the body of this DO block is not understood", span));
        };
        let body = Body { content: block.body.content };
        let mut did = false;
        let mut unknown = Vec::new();
        self.run(&instructions, body, &mut did, &mut unknown)?;
        let mut unknown = unknown.into_iter();
        match unknown.next() {
            Some(first) => {
                self.diagnostics.extend(unknown);
                Err(Stop::opaque(first))
            }
            None if did => Ok(Applied::Schema),
            None => Ok(Applied::Nothing("DO")),
        }
    }

    fn run(
        &mut self,
        list: &[Instruction],
        body: Body,
        did: &mut bool,
        unknown: &mut Vec<Diagnostic>,
    ) -> Result<Flow> {
        for instruction in list {
            let flow = match instruction {
                Instruction::Sql(slice) => {
                    self.run_statement(body.span(slice), did, unknown)?;
                    Flow::Goes
                }
                Instruction::Block { body: inner, handlers } => {
                    self.run_block(inner, handlers, body, did, unknown)?
                }
                Instruction::If { arms, otherwise } => {
                    let mut taken = None;
                    for arm in arms {
                        match self.truth(body.span(&arm.condition)) {
                            Truth::True => {
                                taken = Some(Some(arm.body.as_slice()));
                                break;
                            }
                            Truth::False => {}
                            Truth::Unknown => {
                                taken = Some(None);
                                let all: Vec<&[Instruction]> = arms
                                    .iter()
                                    .map(|arm| arm.body.as_slice())
                                    .chain([otherwise.as_slice()])
                                    .collect();
                                let place = body.span(&arm.condition);
                                if self.note_undecided(&all, body, place) {
                                    unknown.push(undecided(place));
                                }
                                break;
                            }
                        }
                    }
                    match taken {
                        Some(Some(list)) => self.run(list, body, did, unknown)?,
                        Some(None) => Flow::Goes,
                        None => self.run(otherwise, body, did, unknown)?,
                    }
                }
                Instruction::Loop { head, body: inner } => {
                    // Over the rows of a table that has none, a loop does nothing.
                    let empty = self.loop_is_empty(body.span(head));
                    if !empty {
                        self.note_unknown_rows();
                    }
                    if !empty && self.note_undecided(&[inner], body, body.span(head)) {
                        unknown.push(opaque_finding(
                            "how often this loop runs, and over what, is known at run time only",
                            body.span(head),
                        ));
                    }
                    Flow::Goes
                }
                Instruction::Case { head, arms } => {
                    let all: Vec<&[Instruction]> = arms.iter().map(Vec::as_slice).collect();
                    if self.note_undecided(&all, body, body.span(head)) {
                        unknown.push(undecided(body.span(head)));
                    }
                    Flow::Goes
                }
                Instruction::Execute { whole, expression } => {
                    self.run_execute(body.span(whole), body.span(expression), did, unknown)?;
                    Flow::Goes
                }
                Instruction::Control { whole, ends } => {
                    // PERFORM, CALL and assignments may run functions that write.
                    if self.calls_user_function(body.span(whole)) {
                        self.note_unknown_rows();
                    }
                    if *ends { Flow::Ends } else { Flow::Goes }
                }
            };
            if flow == Flow::Ends {
                return Ok(Flow::Ends);
            }
        }
        Ok(Flow::Goes)
    }

    /// A block with handlers is a subtransaction: an error that one of them takes rolls it back.
    fn run_block(
        &mut self,
        list: &[Instruction],
        handlers: &[Handler],
        body: Body,
        did: &mut bool,
        unknown: &mut Vec<Diagnostic>,
    ) -> Result<Flow> {
        if handlers.is_empty() {
            return self.run(list, body, did, unknown);
        }
        let (before, unknown_before) = (self.catalog.clone(), self.unknown.len());
        match self.run(list, body, did, unknown) {
            Err(Stop::Refused(refusal)) => {
                let state = refusal.sqlstate.as_deref().unwrap_or("");
                let handler = handlers.iter().find(|handler| {
                    handler.conditions.iter().any(|condition| condition_covers(condition, state))
                });
                match handler {
                    Some(handler) => {
                        self.catalog = before;
                        self.unknown.truncate(unknown_before);
                        self.run(&handler.body, body, did, unknown)
                    }
                    None => Err(Stop::Refused(refusal)),
                }
            }
            other => other,
        }
    }

    fn run_statement(&mut self, span: Span, did: &mut bool, unknown: &mut Vec<Diagnostic>) -> Result<()> {
        let text = self.sources.file(span.file).text();
        let parsed: Parsed = match parse_statement(span.file, text, span.range()) {
            Ok(parsed) => parsed,
            Err(diagnostic) => return Err(Stop::Refused(diagnostic)),
        };
        match self.execute(&parsed.statement, parsed.span, &[]) {
            Ok(Applied::Schema) => *did = true,
            Ok(Applied::Nothing(_)) => {}
            Err(Stop::Opaque(diagnostic)) => unknown.push(*diagnostic),
            Err(refused) => return Err(refused),
        }
        Ok(())
    }

    /// `EXECUTE 'literal'` is the statement itself; anything built is not known here.
    fn run_execute(
        &mut self,
        whole: Span,
        expression: Span,
        did: &mut bool,
        unknown: &mut Vec<Diagnostic>,
    ) -> Result<()> {
        use crate::syntax::lexer::{Lexer, TokenKind};
        let text = self.text(expression);
        let mut tokens = Lexer::new(text)
            .filter(|token| !matches!(token.kind, TokenKind::Whitespace | TokenKind::Comment));
        if let (Some(token), None) = (tokens.next(), tokens.next()) {
            let (start, end) = (token.start as usize, token.end as usize);
            let written = text.get(start..end).unwrap_or("");
            let quote = match token.kind {
                // A doubled quote inside would shift every place after it.
                TokenKind::String
                    if !written.get(1..written.len().saturating_sub(1)).unwrap_or("'").contains('\'') =>
                {
                    1
                }
                TokenKind::DollarString => {
                    written.get(1..).and_then(|rest| rest.find('$')).map_or(1, |at| at + 2)
                }
                _ => 0,
            };
            if quote > 0 && end - start >= 2 * quote {
                let base = expression.start as usize;
                let inner = Span::new(expression.file, base + start + quote, base + end - quote);
                return self.run_statement(inner, did, unknown);
            }
        }
        self.note_unknown_rows();
        self.note_unknown(Reach::Anything, whole);
        unknown.push(opaque_finding("EXECUTE of a string that is built at run time", whole));
        Ok(())
    }

    /// Notes what lists may do of which it is not known whether they run; false when they leave the schema alone.
    fn note_undecided(&mut self, lists: &[&[Instruction]], body: Body, place: Span) -> bool {
        let mut names = Some(BTreeSet::new());
        let mut changes = false;
        for list in lists {
            changes |= self.changes_schema(list, body, &mut names);
        }
        if changes {
            self.note_unknown(names.map_or(Reach::Anything, Reach::Named), place);
        }
        changes
    }

    /// True when a list holds a statement that may change the schema; `names` are those that such statements write,
    /// none when one of them is built at run time.
    fn changes_schema(
        &self,
        list: &[Instruction],
        body: Body,
        names: &mut Option<BTreeSet<Box<str>>>,
    ) -> bool {
        let mut changes = false;
        for instruction in list {
            changes |= match instruction {
                Instruction::Sql(slice) => {
                    let is_schema = self.is_schema_statement(body.span(slice));
                    if let (true, Some(names)) = (is_schema, names.as_mut()) {
                        names.extend(self.names_written(body.span(slice)));
                    }
                    is_schema
                }
                Instruction::Execute { .. } => {
                    *names = None;
                    true
                }
                Instruction::Block { body: inner, handlers } => {
                    let mut any = self.changes_schema(inner, body, names);
                    for handler in handlers {
                        any |= self.changes_schema(&handler.body, body, names);
                    }
                    any
                }
                Instruction::If { arms, otherwise } => {
                    let mut any = self.changes_schema(otherwise, body, names);
                    for arm in arms {
                        any |= self.changes_schema(&arm.body, body, names);
                    }
                    any
                }
                Instruction::Loop { body: inner, .. } => self.changes_schema(inner, body, names),
                Instruction::Case { arms, .. } => {
                    let mut any = false;
                    for arm in arms {
                        any |= self.changes_schema(arm, body, names);
                    }
                    any
                }
                Instruction::Control { .. } => false,
            };
        }
        changes
    }

    fn is_schema_statement(&self, span: Span) -> bool {
        use crate::syntax::tree::Statement;
        let text = self.sources.file(span.file).text();
        !matches!(
            parse_statement(span.file, text, span.range()),
            Ok(Parsed {
                statement: Statement::Dml(_)
                    | Statement::Irrelevant(_)
                    | Statement::Set(_)
                    | Statement::Truncate(_),
                ..
            })
        )
    }
}

/// Whether `WHEN condition` takes an error of this SQLSTATE (documentation, "PostgreSQL Error Codes").
fn condition_covers(condition: &str, state: &str) -> bool {
    condition == "others"
        || condition.eq_ignore_ascii_case(state)
        || CONDITIONS.iter().any(|(name, code)| *name == condition && *code == state)
        || CONDITION_CLASSES.iter().any(|(name, class)| *name == condition && state.starts_with(class))
}

/// The conditions that a refusal of this replay can be.
const CONDITIONS: &[(&str, &str)] = &[
    ("active_sql_transaction", "25001"),
    ("ambiguous_column", "42702"),
    ("ambiguous_function", "42725"),
    ("datatype_mismatch", "42804"),
    ("dependent_objects_still_exist", "2BP01"),
    ("duplicate_column", "42701"),
    ("duplicate_function", "42723"),
    ("duplicate_object", "42710"),
    ("duplicate_schema", "42P06"),
    ("duplicate_table", "42P07"),
    ("feature_not_supported", "0A000"),
    ("invalid_column_definition", "42611"),
    ("invalid_foreign_key", "42830"),
    ("invalid_function_definition", "42P13"),
    ("invalid_object_definition", "42P17"),
    ("invalid_parameter_value", "22023"),
    ("invalid_schema_name", "3F000"),
    ("invalid_table_definition", "42P16"),
    ("object_not_in_prerequisite_state", "55000"),
    ("syntax_error", "42601"),
    ("undefined_column", "42703"),
    ("undefined_function", "42883"),
    ("undefined_object", "42704"),
    ("undefined_table", "42P01"),
    ("unique_violation", "23505"),
    ("wrong_object_type", "42809"),
];

/// Conditions that stand for a whole class.
const CONDITION_CLASSES: &[(&str, &str)] = &[
    ("dependent_privilege_descriptors_still_exist", "2B"),
    ("integrity_constraint_violation", "23"),
    ("syntax_error_or_access_rule_violation", "42"),
];

fn opaque_finding(what: &str, at: Span) -> Diagnostic {
    Diagnostic::new(&rules::OPAQUE, what)
        .at(at)
        .why("what it does to the schema is not known without a server")
        .help("write the statements out, or compare with a server: schemactl diff migrations shadow")
}

fn opaque(what: &str, at: Span) -> Stop {
    Stop::opaque(opaque_finding(what, at))
}

fn undecided(at: Span) -> Diagnostic {
    opaque_finding("whether this branch runs depends on what is not known here", at)
}
