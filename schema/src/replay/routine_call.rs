//! Calls of the schema's own functions that change the schema: their bodies run as those of `DO` blocks do.

use super::Replayer;
use super::block::Run;
use super::evaluate::{Binding, Environment, Value, Variable};
use super::stop::{Applied, Result, Stop};
use super::unknown::Reach;
use crate::catalog::{Attribute, FunctionBody, FunctionId};
use crate::expression::tree::{Call, Expr, ExprKind};
use crate::source::Span;
use crate::syntax::plpgsql;

/// Calls inside calls that are followed.
const MAX_DEPTH: u32 = 16;

impl Replayer<'_> {
    /// A query that calls functions which change the schema; `query` is its text, that of `CALL` as a `SELECT`.
    pub(super) fn call_statement(&mut self, query: &str, span: Span, kind: &'static str) -> Result<Applied> {
        let Some(finding) = self.schema_changing_call(span) else { return Ok(Applied::Nothing(kind)) };
        let mut run = Run::new(span, Vec::new(), 0);
        if self.follow_calls(query, span, &[], &mut run)? {
            return self.finish(run, kind);
        }
        self.note_unknown(Reach::Anything, span);
        Err(Stop::opaque(finding))
    }

    /// Runs the functions that a query calls; false when it is not known which, how often, or with what.
    pub(super) fn follow_calls(
        &mut self,
        text: &str,
        place: Span,
        variables: &[Variable],
        run: &mut Run,
    ) -> Result<bool> {
        let Ok(query) = crate::query::parse(text) else { return Ok(false) };
        let environment = Environment { variables, row: &[], place };
        let Some((targets, frames)) = self.call_frames(&query, text, environment)? else { return Ok(false) };
        for frame in &frames {
            for target in targets {
                let written = text.get(target.value.range.range()).unwrap_or("");
                if self.schema_changing_function(written).is_none() {
                    continue;
                }
                let Some(call) = called(&target.value) else { return Ok(false) };
                if !self.run_function(call, text, frame, variables, place, run)? {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }

    fn run_function(
        &mut self,
        call: &Call,
        text: &str,
        frame: &[Binding],
        variables: &[Variable],
        place: Span,
        run: &mut Run,
    ) -> Result<bool> {
        let Some(id) = self.only_candidate(call) else { return Ok(false) };
        if run.depth >= MAX_DEPTH {
            return Ok(false);
        }
        let function = self.catalog.functions[id].clone();
        let FunctionBody::Source(source) = &function.body else { return Ok(false) };
        let environment = Environment { variables, row: frame, place };
        let mut parameters = Vec::new();
        let mut given = call.arguments.iter();
        let mut position = 0_u32;
        for argument in &function.arguments {
            let ty = Self::argument_type(&argument.ty);
            let value = if argument.mode.is_input() {
                position += 1;
                let named = call.arguments.iter().find(|given| {
                    given.name.as_ref().is_some_and(|name| Some(&name.text) == argument.name.as_ref())
                });
                let positional = given.next().filter(|given| given.name.is_none());
                let written = named.or(positional);
                let value = match (written, &argument.default) {
                    (Some(written), _) => self.value(&written.value, text, environment)?,
                    (None, Some(default)) => {
                        let default = default.print(&self.catalog);
                        match crate::expression::parse(&default) {
                            Ok(parsed) => self.value(&parsed, &default, environment)?,
                            Err(_) => None,
                        }
                    }
                    (None, None) => return Ok(false),
                };
                self.coerce(value, &ty, place)?
            } else {
                Some(Value::Null)
            };
            let names = argument.name.clone().into_iter();
            let number = argument.mode.is_input().then(|| format!("${position}").into());
            for name in names.chain(number) {
                parameters.push(Variable { name, ty: ty.clone(), value: value.clone() });
            }
        }
        if function.strict && parameters.iter().any(|parameter| parameter.value == Some(Value::Null)) {
            return Ok(true);
        }
        let Some(content) = self.built_text(place, source.to_string()) else { return Ok(false) };
        let path = self.session.search_path.clone();
        for (name, value) in &function.settings {
            if &**name == "search_path" {
                self.session.search_path = super::session::split_path(value);
            }
        }
        let mut inner = Run::new(content, parameters, run.depth + 1);
        let result = match &*function.language {
            "plpgsql" => plpgsql::parse(source).map(|list| self.run_body(&list, &mut inner)),
            "sql" => Some(self.run_texts(content, &mut inner)),
            _ => None,
        };
        self.session.search_path = path;
        run.did |= inner.did;
        let defined = function.origins.of(Attribute::BODY);
        run.unknown.extend(inner.unknown.into_iter().map(|finding| match defined {
            Some(defined) => finding.label(defined, "in this function"),
            None => finding,
        }));
        match result {
            Some(Ok(())) => Ok(true),
            Some(Err(stop)) => Err(stop.label(defined, "in this function")),
            None => Ok(false),
        }
    }

    /// The function that a call must mean: types of arguments tell no two of them apart here.
    fn only_candidate(&self, call: &Call) -> Option<FunctionId> {
        let path = call.function.texts();
        let all: Vec<FunctionId> = match &*path {
            [name] => self.search_path().find_map(|schema| {
                let found = self.catalog.functions_named(schema, name);
                (!found.is_empty()).then(|| found.to_vec())
            })?,
            [schema, name] => self.catalog.functions_named(self.catalog.schema(schema)?, name).to_vec(),
            _ => return None,
        };
        let given = call.arguments.len();
        let mut fitting = all.into_iter().filter(|id| {
            let function = &self.catalog.functions[*id];
            let inputs = function.arguments.iter().filter(|argument| argument.mode.is_input());
            let required = inputs.clone().filter(|argument| argument.default.is_none()).count();
            (required..=inputs.count()).contains(&given)
        });
        let variadic = |id: &FunctionId| {
            let mut arguments = self.catalog.functions[*id].arguments.iter();
            arguments.any(|argument| argument.mode == crate::catalog::ArgumentMode::Variadic)
        };
        let only = fitting.next().filter(|id| !variadic(id) && !call.variadic)?;
        fitting.next().is_none().then_some(only)
    }
}

/// The call that an expression is, seen through a cast of its result.
fn called(expression: &Expr) -> Option<&Call> {
    match &expression.kind {
        ExprKind::Call(call) => Some(call),
        ExprKind::Cast { operand, .. } => called(operand),
        _ => None,
    }
}
