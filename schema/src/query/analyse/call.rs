//! Calls of functions, aggregates and window functions (`ParseFuncOrColumn`).

use super::names::Clause;
use super::outcome::{Form, NameReference};
use super::value::{Collation, Value};
use super::{Analysed, Analyser, Refusal, nulls};
use crate::catalog::ObjectId;
use crate::expression::tree::{Call as CallTree, Expr, ExprKind, SortKey, TextRange, Window};
use crate::expression::typing::coerce::Context;
use crate::expression::typing::resolve::{Call, ChosenRoutine, Found, Given};
use crate::expression::typing::types::Ty;
use crate::expression::typing::{Nullability, ScopeFunctionKind};

/// Where a call stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Callee {
    Expression,
    /// After `FROM`: sets are welcome, and columns of a record wanted.
    FromItem,
}

/// What a call after `FROM` gives.
#[derive(Clone, Debug)]
pub(super) struct CallResult {
    pub(super) value: Value,
    pub(super) routine: Option<ChosenRoutine>,
}

impl Analyser<'_> {
    pub(super) fn call(&mut self, call: &CallTree, range: TextRange, callee: Callee) -> Analysed {
        self.call_result(call, range, callee).map(|found| found.value)
    }

    pub(super) fn call_result(
        &mut self,
        call: &CallTree,
        range: TextRange,
        callee: Callee,
    ) -> Analysed<CallResult> {
        if call.function.texts() == ["grouping"] {
            // Its arguments must be keys of `GROUP BY`; what they are is of no matter here.
            for argument in &call.arguments {
                self.expr(&argument.value)?;
            }
            self.note_aggregate(0, range);
            return Ok(plain(Value::of(Ty::INT4, Nullability::NotNull)));
        }
        let name = call.function.name().to_owned();
        let schema = call.function.schema().map(str::to_owned);
        let uses_before = self.use_marks();
        let mut arguments = Vec::new();
        for argument in &call.arguments {
            arguments.push(self.expr(&argument.value)?);
        }
        // Names of relations stand in the arguments of these as strings.
        if matches!(&*name, "nextval" | "currval" | "setval")
            && schema.as_deref().is_none_or(|schema| schema == "pg_catalog")
            && let Some(first) = call.arguments.first()
            && let ExprKind::String(text) = &first.value.kind
        {
            self.literal_reference(Ty::REGCLASS, text, first.value.range)?;
        }
        let direct = arguments.len();
        for key in &call.within_group {
            arguments.push(self.expr(&key.value)?);
        }
        for key in &call.order_by {
            self.sort_key_value(key)?;
        }
        let names: Vec<&str> = call
            .arguments
            .iter()
            .filter_map(|argument| argument.name.as_ref())
            .map(|name| &*name.text)
            .collect();
        let chosen = match self.choose_call(schema.as_deref(), &name, &arguments, &names, call, range) {
            // `f(row)` may be `row.f`.
            Err(refusal) if refusal.sqlstate == "42883" && schema.is_none() => match &*arguments {
                [row] if self.has_field(row, &name) => {
                    return self.field(row, &name, call.function.range()).map(plain);
                }
                _ => return Err(refusal),
            },
            found => found?,
        };
        let Some(chosen) = chosen else {
            if let Some(filter) = &call.filter {
                self.filter(filter)?;
            }
            if let Some(window) = &call.over {
                self.window(window, range)?;
            }
            return Ok(plain(Value::undetermined()));
        };
        let chosen = match chosen {
            Call::Cast(to) => {
                let value = arguments.into_iter().next().unwrap_or_else(Value::undetermined);
                if let Some(target) = self.types().info(to).id {
                    self.references.push(NameReference {
                        range: call.function.range(),
                        target,
                        form: Form::Qualified,
                    });
                }
                return Ok(plain(self.become_type(value, to)));
            }
            Call::Routine(chosen) => chosen,
        };
        if !call.special {
            self.function_reference(chosen.routine.id, call.function.range());
        }
        let arguments: Vec<Value> = arguments
            .into_iter()
            .zip(&chosen.arguments)
            .map(|(argument, to)| self.become_type(argument, *to))
            .collect();
        let kind = chosen.routine.kind;
        let aggregate = matches!(kind, ScopeFunctionKind::Aggregate { .. });
        self.check_kind(call, &chosen, direct, range)?;
        if aggregate && call.over.is_none() {
            self.check_aggregate(&uses_before, range)?;
        }
        if let Some(filter) = &call.filter {
            self.filter(filter)?;
        }
        if let Some(window) = &call.over {
            self.window(window, range)?;
        }
        let in_targets = self.levels.len() == 1 && self.clause() == Clause::Targets;
        if in_targets && (call.over.is_some() || (chosen.routine.set && callee == Callee::Expression)) {
            self.not_updatable = true;
        }
        if chosen.routine.set && callee == Callee::Expression {
            self.check_set(range)?;
        }
        let builtin = chosen.routine.builtin && !call.variadic;
        let nullability = match kind {
            ScopeFunctionKind::Aggregate { .. } | ScopeFunctionKind::Window => {
                let some = call.over.is_none()
                    && call.filter.is_none()
                    && self.levels.last().is_some_and(|level| level.grouped);
                nulls::of_aggregate(&name, builtin, &arguments, some)
            }
            // A set that is shorter than another beside it is filled with nulls.
            _ if chosen.routine.set => Nullability::Unknown,
            _ => nulls::of_function(&name, builtin, &arguments),
        };
        let mut value = Value::new(chosen.result, nullability);
        value.collation = self.collate(&arguments.iter().collect::<Vec<_>>(), value.ty, range)?;
        if value.ty == Some(Ty::RECORD) && chosen.outputs.len() > 1 {
            let fields = chosen
                .outputs
                .iter()
                .map(|(name, ty)| super::value::Field { name: name.clone(), value: self.output_value(*ty) })
                .collect();
            value.fields = Some(fields);
        }
        Ok(CallResult { value, routine: Some(chosen) })
    }

    pub(super) fn output_value(&self, ty: Option<Ty>) -> Value {
        let mut value = Value::new(ty, Nullability::Unknown);
        value.collation = ty.map_or(Collation::None, |ty| self.own_collation(ty));
        value
    }

    /// The routine or cast that a call means; `None` if that depends on what is not known.
    fn choose_call(
        &mut self,
        schema: Option<&str>,
        name: &str,
        arguments: &[Value],
        names: &[&str],
        call: &CallTree,
        range: TextRange,
    ) -> Analysed<Option<Call>> {
        let given: Option<Vec<Ty>> = arguments.iter().map(|argument| argument.ty).collect();
        let what = |types: &[Ty], analyser: &Self| {
            let types: Vec<String> = types.iter().map(|ty| analyser.types().print(*ty)).collect();
            format!("{}({})", call.function.texts().join("."), types.join(", "))
        };
        let Some(given) = given else {
            // Where only one routine has the name and all of its results are alike, the arguments do not matter.
            return Ok(self.only_call(schema, name, arguments));
        };
        match self.resolver.call(schema, name, Given { types: &given, names, variadic: call.variadic }) {
            Found::One(found) => Ok(Some(found)),
            Found::Several => {
                let text = format!("function {} is not unique", what(&given, self));
                Err(Refusal::new("42725", text, range))
            }
            Found::Undetermined => {
                let text = format!("function {}", what(&given, self));
                self.unresolved.push(super::Unresolved { range: call.function.range(), what: text });
                Ok(None)
            }
            Found::None => {
                if let Some(schema) = schema
                    && !self.has_schema(schema)
                {
                    let text = format!("schema \"{schema}\" does not exist");
                    return Err(Refusal::new("3F000", text, call.function.range()));
                }
                let text = format!("function {} does not exist", what(&given, self));
                let refusal = Refusal::new("42883", text, range);
                Err(if self.resolver.is_routine(schema, name) {
                    refusal.help("a function of this name takes other arguments; a cast may be needed")
                } else {
                    refusal
                })
            }
        }
    }

    /// The one routine of a name that takes as many arguments, whatever their types.
    fn only_call(&mut self, schema: Option<&str>, name: &str, arguments: &[Value]) -> Option<Call> {
        // With unknown constants in the unknown places any candidate fits; only one may.
        let types: Vec<Ty> = arguments.iter().map(|argument| argument.ty.unwrap_or(Ty::UNKNOWN)).collect();
        match self.resolver.call(schema, name, Given { types: &types, names: &[], variadic: false }) {
            Found::One(Call::Routine(found)) => {
                // A result that an unknown argument decides stays unknown.
                let polymorphic =
                    found.routine.arguments.iter().any(|ty| self.types().is_pseudo(*ty) && *ty != Ty::ANY);
                let count = matches!(
                    name,
                    "count" | "coalesce" | "concat" | "json_build_object" | "jsonb_build_object"
                );
                (count && !polymorphic).then_some(Call::Routine(found))
            }
            _ => None,
        }
    }

    fn has_field(&self, row: &Value, name: &str) -> bool {
        let named = row.ty.and_then(|ty| self.types().fields(ty));
        row.fields.as_ref().is_some_and(|fields| fields.iter().any(|field| *field.name == *name))
            || named.is_some_and(|fields| fields.iter().any(|field| *field.name == *name))
    }

    /// A function that a form of the grammar stands for.
    pub(super) fn catalog_call(&mut self, name: &str, arguments: &[Value], range: TextRange) -> Analysed {
        let given: Option<Vec<Ty>> = arguments.iter().map(|argument| argument.ty).collect();
        let Some(given) = given else { return Ok(Value::undetermined()) };
        let given = Given { types: &given, names: &[], variadic: false };
        match self.resolver.call(Some("pg_catalog"), name, given) {
            Found::One(Call::Routine(chosen)) => {
                let mut value = Value::new(chosen.result, Nullability::Unknown);
                value.collation = self.collate(&arguments.iter().collect::<Vec<_>>(), value.ty, range)?;
                Ok(value)
            }
            _ => {
                let types: Vec<String> = given.types.iter().map(|ty| self.types().print(*ty)).collect();
                let text = format!("function pg_catalog.{name}({}) does not exist", types.join(", "));
                Err(Refusal::new("42883", text, range))
            }
        }
    }

    /// `f(row)` written as `row.f`, if there is such a function.
    pub(super) fn call_on_row(
        &mut self,
        name: &str,
        row: &Value,
        range: TextRange,
    ) -> Analysed<Option<Value>> {
        let Some(ty) = row.ty else { return Ok(Some(Value::undetermined())) };
        let given = Given { types: &[ty], names: &[], variadic: false };
        Ok(match self.resolver.call(None, name, given) {
            Found::One(Call::Routine(chosen)) if self.types().fields(ty).is_some() => {
                self.function_reference(chosen.routine.id, range);
                Some(self.output_value(chosen.result))
            }
            _ => None,
        })
    }

    pub(super) fn function_reference(&mut self, target: Option<ObjectId>, range: TextRange) {
        if let Some(target) = target {
            self.references.push(NameReference { range, target, form: Form::Qualified });
        }
    }

    fn filter(&mut self, filter: &Expr) -> Analysed {
        let before = std::mem::replace(&mut self.level().clause, Clause::Filter);
        let value = self.expr(filter);
        self.level().clause = before;
        self.boolean(value?, filter.range, "FILTER")
    }

    /// A key of `ORDER BY` that is no column of the output.
    pub(super) fn sort_key_value(&mut self, key: &SortKey) -> Analysed {
        let value = self.expr(&key.value)?;
        let value = self.known(value);
        if let Some(using) = &key.using {
            self.operator(using, vec![value.clone(), value.clone()], key.value.range)?;
        }
        Ok(value)
    }

    /// `OVER …`.
    pub(super) fn window(&mut self, window: &Window, range: TextRange) -> Analysed<()> {
        if !self.clause().allows_windows() && self.clause() != Clause::WindowDefinition {
            let text = format!("window functions are not allowed in {}", self.clause().words());
            return Err(Refusal::new("42P20", text, range));
        }
        if let Some(name) = &window.name
            && !self.levels.last().is_some_and(|level| level.windows.contains(&name.text))
        {
            let text = format!("window \"{}\" does not exist", name.text);
            return Err(Refusal::new("42704", text, name.range));
        }
        self.in_clause(Clause::WindowDefinition, |analyser| {
            for key in &window.partition_by {
                analyser.expr(key)?;
            }
            for key in &window.order_by {
                analyser.sort_key_value(key)?;
            }
            Ok(())
        })
    }

    // What may stand where.

    fn check_kind(
        &self,
        call: &CallTree,
        chosen: &ChosenRoutine,
        direct: usize,
        range: TextRange,
    ) -> Analysed<()> {
        let name = call.function.texts().join(".");
        let wrong = |text: String| Err(Refusal::new("42809", text, range));
        match chosen.routine.kind {
            ScopeFunctionKind::Aggregate { direct: Some(wanted) } => {
                if call.within_group.is_empty() {
                    return wrong(format!("WITHIN GROUP is required for ordered-set aggregate {name}"));
                }
                if call.over.is_some() {
                    return Err(Refusal::new(
                        "0A000",
                        format!("OVER is not supported for ordered-set aggregate {name}"),
                        range,
                    ));
                }
                if !chosen.routine.variadic && wanted != direct {
                    let text = format!("function {name} takes {wanted} direct arguments, not {direct}");
                    return Err(Refusal::new("42883", text, range));
                }
                Ok(())
            }
            ScopeFunctionKind::Aggregate { direct: None } => {
                if !call.within_group.is_empty() {
                    return wrong(format!(
                        "{name} is not an ordered-set aggregate, so it cannot have WITHIN GROUP"
                    ));
                }
                if call.arguments.is_empty() && !call.star {
                    return wrong(format!(
                        "{name}(*) must be used to call a parameterless aggregate function"
                    ));
                }
                Ok(())
            }
            ScopeFunctionKind::Window => {
                if call.over.is_none() {
                    return wrong(format!("window function {name} requires an OVER clause"));
                }
                Ok(())
            }
            ScopeFunctionKind::Function | ScopeFunctionKind::Procedure => {
                let used = [
                    (call.star, format!("{name}(*) specified, but {name} is not an aggregate function")),
                    (call.distinct, format!("DISTINCT specified, but {name} is not an aggregate function")),
                    (
                        !call.within_group.is_empty(),
                        format!("WITHIN GROUP specified, but {name} is not an aggregate function"),
                    ),
                    (
                        !call.order_by.is_empty(),
                        format!("ORDER BY specified, but {name} is not an aggregate function"),
                    ),
                    (
                        call.filter.is_some(),
                        format!("FILTER specified, but {name} is not an aggregate function"),
                    ),
                    (
                        call.over.is_some(),
                        format!(
                            "OVER specified, but {name} is not a window function nor an aggregate function"
                        ),
                    ),
                ];
                match used.into_iter().find(|(used, _)| *used) {
                    Some((_, text)) => wrong(text),
                    None => Ok(()),
                }
            }
        }
    }

    /// How many columns each level has used so far.
    fn use_marks(&self) -> Vec<usize> {
        self.levels.iter().map(|level| level.uses.len()).collect()
    }

    /// Says to which level an aggregate belongs: that of the innermost column in it (`check_agglevels_and_constraints`).
    fn check_aggregate(&mut self, before: &[usize], range: TextRange) -> Analysed<()> {
        let after = self.use_marks();
        let mut owner = self.levels.len().saturating_sub(1);
        let used: Vec<bool> = after.iter().zip(before).map(|(after, before)| after > before).collect();
        if used.iter().any(|used| *used) {
            owner = used.iter().rposition(|used| *used).unwrap_or(owner);
        }
        let Some(level) = self.levels.get_mut(owner) else { return Ok(()) };
        if !level.clause.allows_aggregates() {
            let words = level.clause.words();
            let text = if level.clause == Clause::JoinOn {
                "aggregate functions are not allowed in JOIN conditions".to_owned()
            } else {
                format!("aggregate functions are not allowed in {words}")
            };
            return Err(Refusal::new("42803", text, range));
        }
        level.aggregates = true;
        // One inside another of the same level.
        let inside = |inner: &TextRange| inner.start > range.start && inner.end <= range.end;
        if let Some(inner) = level.aggregate_calls.iter().find(|inner| inside(inner)) {
            return Err(Refusal::new("42803", "aggregate function calls cannot be nested", *inner));
        }
        level.aggregate_calls.insert(range);
        Ok(())
    }

    fn note_aggregate(&mut self, depth: usize, range: TextRange) {
        let owner = self.levels.len().saturating_sub(1 + depth);
        if let Some(level) = self.levels.get_mut(owner) {
            level.aggregate_calls.insert(range);
        }
    }

    fn check_set(&self, range: TextRange) -> Analysed<()> {
        let clause = self.clause();
        if clause.allows_sets() {
            return Ok(());
        }
        let text = format!("set-returning functions are not allowed in {}", clause.words());
        Err(Refusal::new("0A000", text, range))
    }

    /// An argument of `LIMIT` or `OFFSET`.
    pub(super) fn row_count(&mut self, tree: &Expr, word: &str) -> Analysed<()> {
        let value = self.in_clause(Clause::Limit, |analyser| analyser.expr(tree))?;
        self.must_become(value, Ty::INT8, Context::Assignment, tree.range, |_, from| {
            format!("argument of {word} must be type bigint, not type {from}")
        })?;
        Ok(())
    }
}

fn plain(value: Value) -> CallResult {
    CallResult { value, routine: None }
}
