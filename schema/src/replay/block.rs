//! PL/pgSQL: the bodies of `DO` blocks and of functions that a migration calls. Statements inside are executed; what
//! runs, how often and with which text is decided where constants and the catalog decide it.

use std::collections::BTreeSet;

use super::Replayer;
use super::evaluate::{Environment, Row, Truth, Value, Variable, VariableType};
use super::stop::{Applied, Result, Stop};
use super::unknown::Reach;
use crate::diagnostic::Diagnostic;
use crate::rules;
use crate::source::Span;
use crate::syntax::lexer::{Lexer, TokenKind};
use crate::syntax::plpgsql::{self, Declaration, Handler, Instruction, LoopKind, Slice};
use crate::syntax::tree::{Do, Statement};
use crate::syntax::{Parsed, literal, parse_statement};

/// A body that runs: where its text lies, its variables, and what came of it so far.
#[derive(Debug)]
pub(super) struct Run {
    /// Of the text between the quotes.
    content: Span,
    variables: Vec<Variable>,
    /// A statement changed the schema.
    pub(super) did: bool,
    /// What is not known here.
    pub(super) unknown: Vec<Diagnostic>,
    /// Instructions that may still run.
    budget: u32,
    /// How many calls of functions lie around it.
    pub(super) depth: u32,
    /// A branch of which it is not known whether it runs may have ended the body.
    doubtful: Option<Span>,
}

/// More instructions than this are not followed: loops may be long.
const BUDGET: u32 = 20_000;

impl Run {
    pub(super) fn new(content: Span, variables: Vec<Variable>, depth: u32) -> Self {
        Self { content, variables, did: false, unknown: Vec::new(), budget: BUDGET, depth, doubtful: None }
    }

    fn span(&self, slice: &Slice) -> Span {
        let base = self.content.start as usize;
        Span::new(self.content.file, base + slice.start, base + slice.end)
    }

    fn environment(&self, place: Span) -> Environment<'_> {
        Environment { variables: &self.variables, row: &[], place }
    }

    fn variable(&mut self, name: &str) -> Option<&mut Variable> {
        self.variables.iter_mut().rev().find(|variable| *variable.name == *name)
    }

    fn forget(&mut self, name: &str) {
        if let Some(variable) = self.variable(name) {
            variable.value = None;
        }
    }
}

/// How a list of instructions ended.
#[derive(Clone, PartialEq, Eq)]
enum Flow {
    Goes,
    /// `RETURN` or an error of its own.
    Ends,
    /// `EXIT` of the loop with this label, or of the innermost; with `true`, `CONTINUE`.
    Leaves(Option<Box<str>>, bool),
}

impl Replayer<'_> {
    pub(super) fn do_block(&mut self, block: &Do, span: Span) -> Result<Applied> {
        if block.language.as_ref().is_some_and(|language| language.as_str() != "plpgsql") {
            self.note_unknown(Reach::Anything, span);
            return Err(opaque("a DO block in another language than PL/pgSQL", span));
        }
        // Escaped text has other places than the file.
        let content = if block.body.verbatim {
            Some(block.body.content)
        } else {
            self.built_text(span, block.body.value.to_string())
        };
        let mut run = Run::new(content.unwrap_or(span), Vec::new(), 0);
        let instructions = content.and_then(|_| plpgsql::parse(&block.body.value));
        let Some(instructions) = instructions else {
            self.note_unknown(Reach::Anything, span);
            return Err(opaque("the body of this DO block is not understood", span));
        };
        self.run_body(&instructions, &mut run)?;
        self.finish(run, "DO")
    }

    /// What came of a body, as the outcome of the statement that ran it.
    pub(super) fn finish(&mut self, run: Run, kind: &'static str) -> Result<Applied> {
        let mut unknown = run.unknown.into_iter();
        match unknown.next() {
            Some(first) => {
                self.diagnostics.extend(unknown);
                Err(Stop::opaque(first))
            }
            None if run.did => Ok(Applied::Schema),
            None => Ok(Applied::Nothing(kind)),
        }
    }

    pub(super) fn run_body(&mut self, list: &[Instruction], run: &mut Run) -> Result<()> {
        self.run(list, run).map(|_| ())
    }

    /// A text that has no place of its own; spans in it are shown as `place`.
    pub(super) fn built_text(&mut self, place: Span, text: String) -> Option<Span> {
        let length = text.len();
        self.built = true;
        self.sources.add_built(place, text).map(|file| Span::new(file, 0, length))
    }

    fn run(&mut self, list: &[Instruction], run: &mut Run) -> Result<Flow> {
        for (at, instruction) in list.iter().enumerate() {
            if let Some(place) = run.doubtful {
                let rest = list.get(at..).unwrap_or(&[]);
                if self.note_undecided(&[rest], run, place) {
                    run.unknown.push(undecided(place));
                }
                return Ok(Flow::Goes);
            }
            if run.budget == 0 {
                if self.note_undecided(&[list], run, run.content) {
                    run.unknown.push(opaque_finding("this runs longer than is followed here", run.content));
                }
                return Ok(Flow::Ends);
            }
            run.budget -= 1;
            let flow = self.run_instruction(instruction, run)?;
            if flow != Flow::Goes {
                return Ok(flow);
            }
        }
        Ok(Flow::Goes)
    }

    fn run_instruction(&mut self, instruction: &Instruction, run: &mut Run) -> Result<Flow> {
        match instruction {
            Instruction::Sql(slice) => {
                let span = run.span(slice);
                match self.variables_of_into(span) {
                    Some((names, query)) => self.run_select_into(&names, &query, span, run)?,
                    None => self.run_statement(span, run)?,
                }
                Ok(Flow::Goes)
            }
            Instruction::Block { declarations, body, handlers } => {
                let outer = run.variables.len();
                for declaration in declarations {
                    self.declare(declaration, run)?;
                }
                let flow = self.run_block(body, handlers, run);
                run.variables.truncate(outer);
                flow
            }
            Instruction::If { arms, otherwise } => {
                let lists = arms.iter().map(|arm| (Some(&arm.condition), arm.body.as_slice()));
                let lists: Vec<_> = lists.chain([(None, otherwise.as_slice())]).collect();
                self.run_branches(&lists, None, run)
            }
            Instruction::Case { head, arms, otherwise } => {
                let lists = arms.iter().map(|arm| (Some(&arm.condition), arm.body.as_slice()));
                let lists: Vec<_> = lists.chain([(None, otherwise.as_slice())]).collect();
                self.run_branches(&lists, Some(head).filter(|head| !head.is_empty()), run)
            }
            Instruction::Loop { label, kind, head, body } => {
                let place = run.span(head);
                let flow = self.run_loop(kind, body, place, run)?;
                Ok(match flow {
                    Flow::Leaves(wanted, again) if wanted.is_some() && wanted != *label => {
                        Flow::Leaves(wanted, again)
                    }
                    Flow::Ends => Flow::Ends,
                    Flow::Goes | Flow::Leaves(..) => Flow::Goes,
                })
            }
            Instruction::Execute { whole, expression, into } => {
                for name in into {
                    run.forget(name);
                }
                let (whole, expression) = (run.span(whole), run.span(expression));
                self.run_execute(whole, expression, run)?;
                Ok(Flow::Goes)
            }
            Instruction::Assign { whole, name, part, value } => {
                let (whole, value) = (run.span(whole), run.span(value));
                let known = self.value_at(value, run.environment(whole))?;
                if known.is_none() && self.calls_user_function(whole) {
                    self.note_unknown_rows();
                }
                if let Some(finding) = self.schema_changing_call(value) {
                    self.note_unknown(Reach::Anything, value);
                    run.unknown.push(finding);
                }
                self.assign(name, if *part { None } else { known }, whole, run)?;
                Ok(Flow::Goes)
            }
            Instruction::Perform { whole, query } => {
                let (whole, query) = (run.span(whole), run.span(query));
                let text = format!("SELECT {}", self.text(query));
                self.run_calls(&text, whole, run)?;
                Ok(Flow::Goes)
            }
            Instruction::Leave { again, label, condition } => {
                let leaves = Flow::Leaves(label.clone(), *again);
                let Some(condition) = condition else { return Ok(leaves) };
                let place = run.span(condition);
                match self.truth(place, run.environment(place))? {
                    Truth::True => Ok(leaves),
                    Truth::False => Ok(Flow::Goes),
                    Truth::Unknown => {
                        run.doubtful = Some(place);
                        Ok(Flow::Goes)
                    }
                }
            }
            Instruction::Control { whole, ends } => {
                if self.calls_user_function(run.span(whole)) {
                    self.note_unknown_rows();
                }
                Ok(if *ends { Flow::Ends } else { Flow::Goes })
            }
        }
    }

    fn declare(&mut self, declaration: &Declaration, run: &mut Run) -> Result<()> {
        let ty = self.variable_type(self.text(run.span(&declaration.ty)));
        let place = run.span(declaration.value.as_ref().unwrap_or(&declaration.ty));
        let value = match &declaration.value {
            Some(value) => self.value_at(run.span(value), run.environment(place))?,
            None => Some(Value::Null),
        };
        let value = self.coerce(value, &ty, place)?;
        run.variables.push(Variable { name: declaration.name.clone(), ty, value });
        Ok(())
    }

    fn assign(&mut self, name: &str, value: Option<Value>, place: Span, run: &mut Run) -> Result<()> {
        let Some(ty) = run.variable(name).map(|variable| variable.ty.clone()) else { return Ok(()) };
        let value = self.coerce(value, &ty, place)?;
        if let Some(variable) = run.variable(name) {
            variable.value = value;
        }
        Ok(())
    }

    /// The first list whose condition holds; those of `CASE operand` are lists of values.
    fn run_branches(
        &mut self,
        lists: &[(Option<&Slice>, &[Instruction])],
        operand: Option<&Slice>,
        run: &mut Run,
    ) -> Result<Flow> {
        for (condition, list) in lists {
            let Some(condition) = condition else { return self.run(list, run) };
            let place = run.span(condition);
            let truth = match operand {
                None => self.truth(place, run.environment(place))?,
                Some(operand) => {
                    let text = format!("({}) IN ({})", self.text(run.span(operand)), self.text(place));
                    match self.built_text(place, text) {
                        Some(built) => self.truth(built, run.environment(place))?,
                        None => Truth::Unknown,
                    }
                }
            };
            match truth {
                Truth::True => return self.run(list, run),
                Truth::False => {}
                Truth::Unknown => {
                    let all: Vec<&[Instruction]> = lists.iter().map(|(_, list)| *list).collect();
                    if self.note_undecided(&all, run, place) {
                        run.unknown.push(undecided(place));
                    }
                    if all.iter().any(|list| self.may_leave(list, run)) {
                        run.doubtful = Some(place);
                    }
                    return Ok(Flow::Goes);
                }
            }
        }
        Ok(Flow::Goes)
    }

    fn run_loop(
        &mut self,
        kind: &LoopKind,
        body: &[Instruction],
        place: Span,
        run: &mut Run,
    ) -> Result<Flow> {
        // Each round: the variables that it begins with.
        let rounds: Option<Vec<Row>> = match kind {
            LoopKind::While(condition) => return self.run_while(Some(condition), body, place, run),
            LoopKind::Unknown { targets } if targets.is_empty() => {
                return self.run_while(None, body, place, run);
            }
            LoopKind::Unknown { .. } => None,
            LoopKind::Array { target, array } => {
                match self.value_at(run.span(array), run.environment(place))? {
                    Some(Value::Array(elements)) => Some(
                        elements.into_iter().map(|element| vec![(target.clone(), Some(element))]).collect(),
                    ),
                    // PostgreSQL refuses a null.
                    _ => None,
                }
            }
            LoopKind::Range { target, reverse, lower, upper, step } => {
                let int = |slice: &Slice| -> Result<Option<i64>> {
                    Ok(match self.value_at(run.span(slice), run.environment(place))? {
                        Some(Value::Int(number)) => Some(number),
                        _ => None,
                    })
                };
                let step = match step {
                    Some(step) => int(step)?,
                    None => Some(1),
                };
                match (int(lower)?, int(upper)?, step) {
                    (Some(first), Some(last), Some(step)) if step > 0 => {
                        let count = if *reverse { first - last } else { last - first };
                        (count <= i64::from(BUDGET)).then(|| {
                            let steps = (0..=count).step_by(usize::try_from(step).unwrap_or(1));
                            let round = |by: i64| if *reverse { first - by } else { first + by };
                            steps.map(|by| vec![(target.clone(), Some(Value::Int(round(by))))]).collect()
                        })
                    }
                    _ => None,
                }
            }
            LoopKind::Query { targets, query } => {
                let text = self.text(run.span(query)).to_owned();
                self.rows_of_text(&text, run.environment(place))?.map(|rows| {
                    let record = targets.len() == 1
                        && targets.first().is_some_and(|name| {
                            run.variables
                                .iter()
                                .rev()
                                .find(|variable| variable.name == *name)
                                .is_none_or(|variable| variable.ty.record)
                        });
                    rows.into_iter()
                        .map(|row| {
                            if record {
                                vec![(targets[0].clone(), Some(Value::Row(row)))]
                            } else {
                                targets.iter().cloned().zip(row.into_iter().map(|(_, value)| value)).collect()
                            }
                        })
                        .collect()
                })
            }
        };
        let Some(rounds) = rounds else {
            return Ok(self.undecided_loop(body, place, run));
        };
        // The variable of `FOR i IN 1..3` is the loop's own; so is a record that nobody declared.
        let own = run.variables.len();
        if matches!(kind, LoopKind::Range { .. }) {
            for (name, _) in rounds.first().into_iter().flatten() {
                let ty = VariableType { name: Some("int4"), array: false, record: false };
                run.variables.push(Variable { name: name.clone(), ty, value: None });
            }
        }
        for round in rounds {
            for (name, value) in round {
                self.assign(&name, value, place, run)?;
            }
            let flow = self.run(body, run)?;
            if run.doubtful.is_some() {
                run.variables.truncate(own);
                return Ok(self.doubtful_round(body, place, run));
            }
            match flow {
                Flow::Goes | Flow::Leaves(None, true) => {}
                Flow::Leaves(None, false) => break,
                other => {
                    run.variables.truncate(own);
                    return Ok(other);
                }
            }
        }
        run.variables.truncate(own);
        Ok(Flow::Goes)
    }

    fn run_while(
        &mut self,
        condition: Option<&Slice>,
        body: &[Instruction],
        place: Span,
        run: &mut Run,
    ) -> Result<Flow> {
        loop {
            if run.budget == 0 {
                return Ok(self.undecided_loop(body, place, run));
            }
            run.budget -= 1;
            let truth = match condition {
                Some(condition) => self.truth(run.span(condition), run.environment(place))?,
                // A loop without a head ends by EXIT.
                None => Truth::True,
            };
            match truth {
                Truth::False => return Ok(Flow::Goes),
                Truth::Unknown => return Ok(self.undecided_loop(body, place, run)),
                Truth::True => {
                    let flow = self.run(body, run)?;
                    if run.doubtful.is_some() {
                        return Ok(self.doubtful_round(body, place, run));
                    }
                    match flow {
                        Flow::Goes | Flow::Leaves(None, true) => {}
                        Flow::Leaves(None, false) => return Ok(Flow::Goes),
                        other => return Ok(other),
                    }
                }
            }
        }
    }

    /// A round of which it is not known where it ended: neither is it known then whether there is another. The doubt ends
    /// with the loop, unless something in it leaves more than the loop.
    fn doubtful_round(&mut self, body: &[Instruction], place: Span, run: &mut Run) -> Flow {
        if !leaves_by_label(body) {
            run.doubtful = None;
        }
        self.undecided_loop(body, place, run)
    }

    fn undecided_loop(&mut self, body: &[Instruction], place: Span, run: &mut Run) -> Flow {
        self.note_unknown_rows();
        if self.may_return(body, run) {
            run.doubtful = Some(place);
        }
        if self.note_undecided(&[body], run, place) {
            let what = "how often this loop runs, and over what, is known at run time only";
            run.unknown.push(opaque_finding(what, place));
        }
        Flow::Goes
    }

    /// A block with handlers is a subtransaction: an error that one of them takes rolls it back.
    fn run_block(&mut self, list: &[Instruction], handlers: &[Handler], run: &mut Run) -> Result<Flow> {
        if handlers.is_empty() {
            return self.run(list, run);
        }
        let (before, unknown_before) = (self.catalog.clone(), self.unknown.len());
        match self.run(list, run) {
            Err(Stop::Refused(refusal)) => {
                let state = refusal.sqlstate.as_deref().unwrap_or("");
                let handler = handlers.iter().find(|handler| {
                    handler.conditions.iter().any(|condition| condition_covers(condition, state))
                });
                match handler {
                    Some(handler) => {
                        self.catalog = before;
                        self.unknown.truncate(unknown_before);
                        self.run(&handler.body, run)
                    }
                    None => Err(Stop::Refused(refusal)),
                }
            }
            other => other,
        }
    }

    fn run_statement(&mut self, span: Span, run: &mut Run) -> Result<()> {
        let text = self.sources.file(span.file).text();
        let parsed: Parsed = match parse_statement(span.file, text, span.range()) {
            Ok(parsed) => parsed,
            Err(diagnostic) => return Err(Stop::Refused(diagnostic)),
        };
        if let Statement::Dml(dml) = &parsed.statement {
            let query = self.text(dml.sql.span).to_owned();
            self.note_rows(dml);
            return self.run_calls(&query, parsed.span, run);
        }
        if matches!(&parsed.statement, Statement::Irrelevant(irrelevant) if irrelevant.kind == "CALL") {
            self.note_unknown_rows();
            let query = format!("SELECT {}", self.text(parsed.span).get(4..).unwrap_or(""));
            return self.run_calls(&query, parsed.span, run);
        }
        match self.execute(&parsed.statement, parsed.span, &[]) {
            Ok(Applied::Schema) => run.did = true,
            Ok(Applied::Nothing(_)) => {}
            Err(Stop::Opaque(diagnostic)) => run.unknown.push(*diagnostic),
            Err(refused) => return Err(refused),
        }
        Ok(())
    }

    /// Calls of functions in a query that change the schema; the others leave it alone.
    fn run_calls(&mut self, query: &str, place: Span, run: &mut Run) -> Result<()> {
        if self.calls_user_function(place) {
            self.note_unknown_rows();
        }
        let Some(finding) = self.schema_changing_call(place) else { return Ok(()) };
        let variables = std::mem::take(&mut run.variables);
        let followed = self.follow_calls(query, place, &variables, run);
        run.variables = variables;
        if !followed? {
            self.note_unknown(Reach::Anything, place);
            run.unknown.push(finding);
        }
        Ok(())
    }

    /// `EXECUTE`: the statement that its expression builds, when that is known.
    fn run_execute(&mut self, whole: Span, expression: Span, run: &mut Run) -> Result<()> {
        let text = self.text(expression);
        let mut tokens = Lexer::new(text)
            .filter(|token| !matches!(token.kind, TokenKind::Whitespace | TokenKind::Comment));
        // A constant is the statement itself: its places are those of the file.
        if let (Some(token), None) = (tokens.next(), tokens.next())
            && matches!(token.kind, TokenKind::String | TokenKind::DollarString)
        {
            let decoded = literal::string(token.kind, token.text(text), '\\');
            if decoded.verbatim {
                let base = expression.start as usize;
                let (open, close) = decoded.quotes;
                let inner = Span::new(
                    expression.file,
                    base + token.start as usize + open,
                    base + token.end as usize - close,
                );
                return self.run_texts(inner, run);
            }
        }
        match self.value_at(expression, run.environment(whole))? {
            Some(Value::Text(built)) => {
                let Some(span) = self.built_text(whole, built.to_string()) else {
                    self.note_unknown(Reach::Anything, whole);
                    run.unknown
                        .push(opaque_finding("too many statements are built to follow them all", whole));
                    return Ok(());
                };
                let first = run.unknown.len();
                let said = |diagnostic: Diagnostic| match diagnostic.why {
                    None => diagnostic.why(format!("the statement that is run is: {}", shown(&built))),
                    Some(_) => diagnostic.label(whole, format!("builds: {}", shown(&built))),
                };
                let result = self.run_texts(span, run);
                let findings: Vec<_> = run.unknown.drain(first..).map(said).collect();
                run.unknown.extend(findings);
                result.map_err(|stop| stop.map(said))
            }
            _ => {
                self.note_unknown_rows();
                // Rows are changed, and the schema stays, whatever is put in.
                if changes_rows_only(self.text(expression)) {
                    return Ok(());
                }
                self.note_unknown(Reach::Anything, whole);
                run.unknown.push(opaque_finding("EXECUTE of a string that is built at run time", whole));
                Ok(())
            }
        }
    }

    /// The statements of a text that `EXECUTE` runs: there may be more than one.
    pub(super) fn run_texts(&mut self, span: Span, run: &mut Run) -> Result<()> {
        let split = crate::syntax::split::split(self.text(span));
        for raw in &split.statements {
            let start = span.start as usize;
            let one = Span::new(span.file, start + raw.start as usize, start + raw.end as usize);
            self.run_statement(one, run)?;
        }
        Ok(())
    }

    /// `SELECT … INTO a, b`: the variables, and the query without them.
    fn variables_of_into(&self, span: Span) -> Option<(Vec<Box<str>>, String)> {
        let text = self.text(span);
        let tokens: Vec<_> = Lexer::new(text)
            .filter(|token| !matches!(token.kind, TokenKind::Whitespace | TokenKind::Comment))
            .collect();
        let is = |at: usize, word: &str| {
            tokens.get(at).is_some_and(|token| {
                token.kind == TokenKind::Word && token.text(text).eq_ignore_ascii_case(word)
            })
        };
        if !(is(0, "select") || is(0, "with")) {
            return None;
        }
        let mut depth = 0_u32;
        let into = tokens.iter().enumerate().position(|(at, token)| {
            match token.kind {
                TokenKind::LeftParen => depth += 1,
                TokenKind::RightParen => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0 && is(at, "into")
        })?;
        let mut at = into + 1 + usize::from(is(into + 1, "strict"));
        let mut names = Vec::new();
        while let Some(token) = tokens.get(at) {
            if !matches!(token.kind, TokenKind::Word | TokenKind::QuotedName) {
                break;
            }
            names.push(literal::name(token.kind, token.text(text), '\\'));
            at += 1;
            while tokens.get(at).is_some_and(|token| token.kind == TokenKind::Dot) {
                // A field: the variable is only partly set.
                at += 2;
            }
            if !tokens.get(at).is_some_and(|token| token.kind == TokenKind::Comma) {
                break;
            }
            at += 1;
        }
        let before = text.get(..tokens.get(into)?.start as usize)?;
        let after = tokens.get(at).map_or(text.len(), |token| token.start as usize);
        Some((names, format!("{before}{}", text.get(after..)?)))
    }

    /// Puts a query's first row into variables.
    fn run_select_into(&mut self, names: &[Box<str>], query: &str, span: Span, run: &mut Run) -> Result<()> {
        let rows = self.rows_of_text(query, run.environment(span))?;
        let row = rows.map(|rows| rows.into_iter().next().unwrap_or_default());
        for (at, name) in names.iter().enumerate() {
            let record = run.variable(name).is_some_and(|variable| variable.ty.record);
            let value = match &row {
                None => None,
                Some(row) if row.is_empty() => Some(Value::Null),
                Some(row) if record => Some(Value::Row(row.clone())),
                Some(row) => row.get(at).map_or(Some(Value::Null), |(_, value)| value.clone()),
            };
            self.assign(name, value, span, run)?;
        }
        self.run_calls(query, span, run)
    }

    /// Notes what lists may do of which it is not known whether they run; false when they leave the schema alone.
    fn note_undecided(&mut self, lists: &[&[Instruction]], run: &mut Run, place: Span) -> bool {
        let mut names = Some(BTreeSet::new());
        let mut changes = false;
        for list in lists {
            changes |= self.changes_schema(list, run, &mut names);
            forget_assigned(list, run);
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
        run: &Run,
        names: &mut Option<BTreeSet<Box<str>>>,
    ) -> bool {
        let mut changes = false;
        for instruction in list {
            changes |= match instruction {
                Instruction::Sql(slice) => {
                    let is_schema = self.is_schema_statement(run.span(slice));
                    if let (true, Some(names)) = (is_schema, names.as_mut()) {
                        names.extend(self.names_written(run.span(slice)));
                    }
                    is_schema
                }
                Instruction::Execute { expression, .. } => {
                    let changes = !changes_rows_only(self.text(run.span(expression)));
                    if changes {
                        *names = None;
                    }
                    changes
                }
                Instruction::Perform { whole, .. } | Instruction::Assign { whole, .. } => {
                    let changes = self.schema_changing_call(run.span(whole)).is_some();
                    if changes {
                        *names = None;
                    }
                    changes
                }
                other => {
                    let mut any = false;
                    for inner in other.lists() {
                        any |= self.changes_schema(inner, run, names);
                    }
                    any
                }
            };
        }
        changes
    }

    /// True when a list can end what stands around it. An error that it may raise ends the migration, so it does not.
    fn may_leave(&self, list: &[Instruction], run: &Run) -> bool {
        list.iter().any(|instruction| {
            matches!(instruction, Instruction::Leave { .. })
                || self.ends_by_return(instruction, run)
                || instruction.lists().into_iter().any(|inner| self.may_leave(inner, run))
        })
    }

    fn may_return(&self, list: &[Instruction], run: &Run) -> bool {
        list.iter().any(|instruction| {
            self.ends_by_return(instruction, run)
                || instruction.lists().into_iter().any(|inner| self.may_return(inner, run))
        })
    }

    fn ends_by_return(&self, instruction: &Instruction, run: &Run) -> bool {
        let Instruction::Control { whole, ends: true } = instruction else { return false };
        let word = self.text(run.span(whole)).get(..6);
        word.is_some_and(|word| word.eq_ignore_ascii_case("return"))
    }

    fn is_schema_statement(&self, span: Span) -> bool {
        let text = self.sources.file(span.file).text();
        if self.variables_of_into(span).is_some() {
            return self.schema_changing_call(span).is_some();
        }
        match parse_statement(span.file, text, span.range()) {
            Ok(Parsed { statement: Statement::Dml(_) | Statement::Irrelevant(_), .. }) => {
                self.schema_changing_call(span).is_some()
            }
            Ok(Parsed { statement: Statement::Set(_) | Statement::Truncate(_), .. }) => false,
            _ => true,
        }
    }
}

/// True when a list holds an `EXIT` or a `CONTINUE` that names a loop, which may be one further out.
fn leaves_by_label(list: &[Instruction]) -> bool {
    list.iter().any(|instruction| {
        matches!(instruction, Instruction::Leave { label: Some(_), .. })
            || instruction.lists().into_iter().any(leaves_by_label)
    })
}

/// What a list assigns is not known once it is not known whether it ran.
fn forget_assigned(list: &[Instruction], run: &mut Run) {
    for instruction in list {
        match instruction {
            Instruction::Assign { name, .. } => run.forget(name),
            Instruction::Execute { into, .. } => into.iter().for_each(|name| run.forget(name)),
            // Any of them may have an INTO.
            Instruction::Sql(_) => run.variables.iter_mut().for_each(|variable| variable.value = None),
            Instruction::Loop { kind: LoopKind::Array { target, .. }, .. } => run.forget(target),
            Instruction::Loop {
                kind: LoopKind::Query { targets, .. } | LoopKind::Unknown { targets },
                ..
            } => {
                for name in targets {
                    run.forget(name);
                }
            }
            _ => {}
        }
        for inner in instruction.lists() {
            forget_assigned(inner, run);
        }
    }
}

/// True when the text that an expression builds certainly begins like a query or a change of rows.
fn changes_rows_only(expression: &str) -> bool {
    let first = Lexer::new(expression).find(|token| {
        !matches!(token.kind, TokenKind::Whitespace | TokenKind::Comment | TokenKind::LeftParen)
            && !token.text(expression).eq_ignore_ascii_case("format")
    });
    let Some(first) = first.filter(|token| {
        matches!(token.kind, TokenKind::String | TokenKind::DollarString | TokenKind::EscapeString)
    }) else {
        return false;
    };
    let value = literal::string(first.kind, first.text(expression), '\\').value;
    let word = value.split_whitespace().next().unwrap_or("").to_ascii_lowercase();
    matches!(
        &*word,
        "insert" | "update" | "delete" | "truncate" | "copy" | "notify" | "lock" | "analyze" | "vacuum"
    )
}

/// A built text in one line, cut where it is long.
fn shown(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(200) {
        Some((at, _)) => format!("{}…", line.get(..at).unwrap_or("")),
        None => line,
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
