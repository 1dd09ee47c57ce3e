//! Queries of the catalog, and of constants: `SELECT … FROM pg_class c JOIN … WHERE …`, `VALUES`, `unnest(…)`.

use super::{Environment, Known, Value, both, own_function};
use crate::catalog::ObjectId;
use crate::catalog::RelationKind;
use crate::expression::tree::{Expr, ExprKind};
use crate::query::tree::{
    Alias, Body, Distinct, FromItem, FromKind, JoinCondition, JoinKind, Query, Select, SetOperator, Target,
};
use crate::replay::Replayer;
use crate::replay::stop::Result;

/// One relation's part of the row at hand.
#[derive(Clone, Debug)]
pub(in crate::replay) struct Binding {
    /// Its alias or its name.
    pub(super) name: Box<str>,
    pub(super) columns: Vec<(Box<str>, Known)>,
    /// No column is missing from the list.
    pub(super) complete: bool,
}

impl Binding {
    pub(super) fn has(&self, name: &str) -> bool {
        self.columns.iter().any(|(column, _)| **column == *name)
    }

    pub(super) fn column(&self, name: &str) -> Known {
        self.columns.iter().find(|(column, _)| **column == *name).and_then(|(_, value)| value.clone())
    }
}

/// A row that a query gives: names and values.
pub(in crate::replay) type Row = Vec<(Box<str>, Known)>;

/// A row of all relations joined, and whether it is certainly there.
type Frame = (Vec<Binding>, bool);

/// More rows than this are not looked at.
const MAX_ROWS: usize = 100_000;

impl Replayer<'_> {
    /// Whether the query has a row; `None` where that is not known.
    pub(super) fn exists(&self, text: &str, environment: Environment<'_>) -> Result<Option<bool>> {
        let Ok(query) = crate::query::parse(text) else { return Ok(None) };
        if let (Body::Select(select), None, None) = (&query.body, &query.limit, &query.offset)
            && select.group_by.is_empty()
            && select.having.is_none()
            && !select.targets.iter().any(|target| is_aggregate(&target.value))
        {
            let Some(frames) = self.frames_of(select, &query, text, environment)? else { return Ok(None) };
            // One row that is certainly there is enough.
            let mut known = true;
            for (_, certain) in frames {
                if certain {
                    return Ok(Some(true));
                }
                known = false;
            }
            return Ok(known.then_some(false));
        }
        Ok(self.rows(&query, text, environment)?.map(|rows| !rows.is_empty()))
    }

    /// The rows of a query; `None` where they are not all known.
    ///
    /// # Errors
    /// PostgreSQL's refusal of an expression in it.
    pub(in crate::replay) fn rows_of_text(
        &self,
        text: &str,
        environment: Environment<'_>,
    ) -> Result<Option<Vec<Row>>> {
        match crate::query::parse(text) {
            Ok(query) => self.rows(&query, text, environment),
            Err(_) => Ok(None),
        }
    }

    /// The targets of a `SELECT`, and the rows that they are evaluated for.
    #[expect(clippy::type_complexity, reason = "both parts are taken apart at once")]
    pub(in crate::replay) fn call_frames<'q>(
        &self,
        query: &'q Query,
        text: &str,
        environment: Environment<'_>,
    ) -> Result<Option<(&'q [Target], Vec<Vec<Binding>>)>> {
        let Body::Select(select) = &query.body else { return Ok(None) };
        let plain = query.limit.is_none()
            && query.offset.is_none()
            && select.group_by.is_empty()
            && select.having.is_none()
            && matches!(select.distinct, Distinct::No);
        if !plain {
            return Ok(None);
        }
        let Some(frames) = self.frames_of(select, query, text, environment)? else { return Ok(None) };
        let certain = frames.iter().all(|(_, certain)| *certain);
        Ok(certain.then(|| (&*select.targets, frames.into_iter().map(|(frame, _)| frame).collect())))
    }

    fn rows(&self, query: &Query, text: &str, environment: Environment<'_>) -> Result<Option<Vec<Row>>> {
        if query.with.is_some() || query.offset.is_some() || query.with_ties {
            return Ok(None);
        }
        let Some(mut rows) = self.body_rows(query, &query.body, text, environment)? else { return Ok(None) };
        if let Some(limit) = &query.limit {
            match self.value(limit, text, environment)? {
                Some(Value::Int(limit)) => rows.truncate(usize::try_from(limit).unwrap_or(0)),
                Some(Value::Null) => {}
                _ => return Ok(None),
            }
        }
        Ok(Some(rows))
    }

    fn body_rows(
        &self,
        query: &Query,
        body: &Body,
        text: &str,
        environment: Environment<'_>,
    ) -> Result<Option<Vec<Row>>> {
        match body {
            Body::Nested(query) => self.rows(query, text, environment),
            Body::Values(values) => {
                let mut rows = Vec::new();
                for row in values {
                    let mut columns: Row = Vec::new();
                    for (at, value) in row.iter().enumerate() {
                        let value = match value {
                            Some(value) => self.value(value, text, environment)?,
                            None => None,
                        };
                        columns.push((format!("column{}", at + 1).into(), value));
                    }
                    rows.push(columns);
                }
                Ok(Some(rows))
            }
            Body::Set(set) => {
                let Some(mut rows) = self.body_rows(query, &set.first.body, text, environment)? else {
                    return Ok(None);
                };
                for (step, operand) in &set.rest {
                    if step.operator != SetOperator::Union {
                        return Ok(None);
                    }
                    let Some(more) = self.body_rows(query, &operand.body, text, environment)? else {
                        return Ok(None);
                    };
                    let names: Vec<Box<str>> =
                        rows.first().into_iter().flatten().map(|(name, _)| name.clone()).collect();
                    rows.extend(more.into_iter().map(|row| {
                        let named = row.into_iter().enumerate();
                        named
                            .map(|(at, (name, value))| (names.get(at).cloned().unwrap_or(name), value))
                            .collect()
                    }));
                    if !step.all && !distinct(&mut rows) {
                        return Ok(None);
                    }
                }
                Ok(Some(rows))
            }
            Body::Select(select) => self.select_rows(select, query, text, environment),
            _ => Ok(None),
        }
    }

    fn select_rows(
        &self,
        select: &Select,
        query: &Query,
        text: &str,
        environment: Environment<'_>,
    ) -> Result<Option<Vec<Row>>> {
        let Some(mut frames) = self.frames_of(select, query, text, environment)? else { return Ok(None) };
        if frames.iter().any(|(_, certain)| !certain) {
            return Ok(None);
        }
        let grouped = !select.group_by.is_empty() || select.having.is_some();
        if grouped || matches!(select.distinct, Distinct::On(_)) {
            return Ok(None);
        }
        if let [target] = &*select.targets
            && is_aggregate(&target.value)
        {
            return self.aggregate(&target.value, &frames, text, environment);
        }
        if select.targets.iter().any(|target| is_aggregate(&target.value)) {
            return Ok(None);
        }
        // Keys that are not known, or hang on a collation, leave the order as it is: a server's may be any.
        for key in query.order_by.iter().rev() {
            let mut keyed = Vec::with_capacity(frames.len());
            for (frame, certain) in frames {
                let value = self.value(&key.value, text, Environment { row: &frame, ..environment })?;
                keyed.push((value, frame, certain));
            }
            keyed.sort_by(|(left, ..), (right, ..)| {
                let order = match (left, right) {
                    (Some(left), Some(right)) => left.order(right).unwrap_or(std::cmp::Ordering::Equal),
                    _ => std::cmp::Ordering::Equal,
                };
                if key.descending { order.reverse() } else { order }
            });
            frames = keyed.into_iter().map(|(_, frame, certain)| (frame, certain)).collect();
        }
        let mut rows = Vec::new();
        for (frame, _) in &frames {
            let here = Environment { row: frame, ..environment };
            // SELECT unnest(array): a row each.
            if let [target] = &*select.targets
                && let ExprKind::Call(call) = &target.value.kind
                && let (Some("unnest" | "generate_series"), Some(first)) =
                    (own_function(call), call.arguments.first())
            {
                let name =
                    target.label.as_ref().map_or_else(|| label(&target.value), |label| label.text.clone());
                match (self.value(&first.value, text, here)?, call.arguments.len()) {
                    (Some(Value::Array(elements)), 1) => {
                        rows.extend(elements.into_iter().map(|value| vec![(name.clone(), Some(value))]));
                        continue;
                    }
                    _ => return Ok(None),
                }
            }
            let mut row: Row = Vec::new();
            for target in &select.targets {
                if let ExprKind::Column { path, all: true } = &target.value.kind {
                    let wanted = path.parts.last().map(|part| &*part.text);
                    let bindings =
                        frame.iter().filter(|binding| wanted.is_none_or(|name| *binding.name == *name));
                    for binding in bindings {
                        row.extend(binding.columns.iter().cloned());
                    }
                    continue;
                }
                let name =
                    target.label.as_ref().map_or_else(|| label(&target.value), |label| label.text.clone());
                row.push((name, self.value(&target.value, text, here)?));
            }
            rows.push(row);
        }
        let known = !matches!(select.distinct, Distinct::All) || distinct(&mut rows);
        Ok(known.then_some(rows))
    }

    /// `count(*)` and `array_agg(x)`, `string_agg(x, y)` over all rows.
    fn aggregate(
        &self,
        target: &Expr,
        frames: &[Frame],
        text: &str,
        environment: Environment<'_>,
    ) -> Result<Option<Vec<Row>>> {
        let ExprKind::Call(call) = &target.kind else { return Ok(None) };
        let name = call.function.name();
        let one = |value: Value| Ok(Some(vec![vec![(name.into(), Some(value))]]));
        if call.star && name == "count" && call.filter.is_none() && call.over.is_none() {
            return one(Value::Int(i64::try_from(frames.len()).unwrap_or(i64::MAX)));
        }
        if own_function(call).is_none() {
            return Ok(None);
        }
        let mut values = Vec::new();
        for (frame, _) in frames {
            let here = Environment { row: frame, ..environment };
            let Some(first) = call.arguments.first() else { return Ok(None) };
            let Some(value) = self.value(&first.value, text, here)? else { return Ok(None) };
            values.push(value);
        }
        match (name, call.arguments.get(1)) {
            ("count", None) => one(Value::Int(
                i64::try_from(values.iter().filter(|value| !value.is_null()).count()).unwrap_or(i64::MAX),
            )),
            ("array_agg", None) if values.is_empty() => one(Value::Null),
            ("array_agg", None) => one(Value::Array(values)),
            ("string_agg", Some(separator)) => {
                let Some(Value::Text(separator)) = self.value(&separator.value, text, environment)? else {
                    return Ok(None);
                };
                let known = values.iter().filter(|value| !value.is_null());
                let parts: Option<Vec<String>> = known.map(|value| self.output(value)).collect();
                match parts {
                    Some(parts) if parts.is_empty() => one(Value::Null),
                    Some(parts) => one(Value::text(parts.join(&separator))),
                    None => Ok(None),
                }
            }
            _ => Ok(None),
        }
    }

    /// What `FROM` and `WHERE` give, each with whether it is certainly there.
    fn frames_of(
        &self,
        select: &Select,
        query: &Query,
        text: &str,
        environment: Environment<'_>,
    ) -> Result<Option<Vec<Frame>>> {
        if query.with.is_some() || select.into.is_some() {
            return Ok(None);
        }
        let mut conditions: Vec<&Expr> = Vec::new();
        conjuncts(select.condition.as_ref(), &mut conditions);
        let mut frames: Vec<Vec<Binding>> = vec![environment.row.to_vec()];
        for item in &select.from {
            let Some(more) = self.join(frames, item, &mut conditions, text, environment)? else {
                return Ok(None);
            };
            frames = more;
        }
        let mut found = Vec::new();
        for frame in frames {
            let mut holds = Some(Value::Bool(true));
            for condition in &conditions {
                let here = Environment { row: &frame, ..environment };
                holds = both(holds, self.value(condition, text, here)?);
                if holds == Some(Value::Bool(false)) {
                    break;
                }
            }
            match holds {
                Some(Value::Bool(true)) => found.push((frame, true)),
                Some(_) => {}
                None => found.push((frame, false)),
            }
        }
        Ok(Some(found))
    }

    /// Every row so far with every row of an item, without those that a condition rules out already.
    fn join<'q>(
        &self,
        frames: Vec<Vec<Binding>>,
        item: &'q FromItem,
        conditions: &mut Vec<&'q Expr>,
        text: &str,
        environment: Environment<'_>,
    ) -> Result<Option<Vec<Vec<Binding>>>> {
        if let FromKind::Join(join) = &item.kind {
            if item.alias.is_some() {
                return Ok(None);
            }
            let Some(mut frames) = self.join(frames, &join.first, conditions, text, environment)? else {
                return Ok(None);
            };
            for step in &join.rest {
                // Outer joins add rows of nulls.
                match (step.kind, &step.condition) {
                    (JoinKind::Inner, JoinCondition::None) => {}
                    (JoinKind::Inner, JoinCondition::On(condition)) => {
                        conjuncts(Some(condition), conditions);
                    }
                    _ => return Ok(None),
                }
                let Some(more) = self.join(frames, &step.item, conditions, text, environment)? else {
                    return Ok(None);
                };
                frames = more;
            }
            return Ok(Some(frames));
        }
        let mut found = Vec::new();
        let mut fixed: Option<Vec<Binding>> = None;
        for frame in frames {
            // Only what is lateral hangs on the rows beside it.
            let lateral = item.lateral || matches!(item.kind, FromKind::Functions { .. });
            let bindings = match (&fixed, lateral) {
                (Some(fixed), false) => fixed.clone(),
                _ => {
                    let here = Environment { row: &frame, ..environment };
                    let Some(bindings) = self.item_rows(item, text, here)? else { return Ok(None) };
                    fixed = Some(bindings.clone());
                    bindings
                }
            };
            for binding in bindings {
                let mut joined = frame.clone();
                joined.push(binding);
                let mut out = false;
                for condition in conditions.iter() {
                    let here = Environment { row: &joined, ..environment };
                    if matches!(self.value(condition, text, here)?, Some(Value::Bool(false) | Value::Null)) {
                        out = true;
                        break;
                    }
                }
                if !out {
                    found.push(joined);
                }
                if found.len() > MAX_ROWS {
                    return Ok(None);
                }
            }
        }
        Ok(Some(found))
    }

    /// The rows of one item of `FROM`.
    fn item_rows(
        &self,
        item: &FromItem,
        text: &str,
        environment: Environment<'_>,
    ) -> Result<Option<Vec<Binding>>> {
        let bind = |name: &str, rows: Vec<Row>, complete: bool| -> Vec<Binding> {
            rows.into_iter()
                .map(|columns| Binding {
                    name: alias_name(item.alias.as_ref(), name),
                    columns: renamed(item.alias.as_ref(), columns),
                    complete,
                })
                .collect()
        };
        match &item.kind {
            FromKind::Relation { name, sample: None } => {
                let path = name.path.texts();
                if let Some(rows) = self.catalog_rows(&path) {
                    return Ok(Some(bind(name.path.name(), rows, true)));
                }
                // A table of the schema itself: without a row nothing is found in it, whatever is asked.
                Ok(match self.lookup_class(&path) {
                    Some(ObjectId::Relation(id))
                        if self.catalog.relations[id].kind == RelationKind::Table
                            && !self.may_have_rows(id) =>
                    {
                        Some(Vec::new())
                    }
                    _ => None,
                })
            }
            FromKind::Query(query) => {
                Ok(self.rows(query, text, environment)?.map(|rows| bind("", rows, true)))
            }
            FromKind::Functions { functions, ordinality, .. } => {
                let [function] = &**functions else { return Ok(None) };
                let ExprKind::Call(call) = &function.call.kind else { return Ok(None) };
                let mut values = Vec::new();
                for argument in &call.arguments {
                    let Some(value) = self.value(&argument.value, text, environment)? else {
                        return Ok(None);
                    };
                    values.push(value);
                }
                let elements = match (own_function(call), &*values) {
                    (Some("unnest"), [Value::Array(elements)]) => elements.clone(),
                    (Some("generate_series"), [Value::Int(first), Value::Int(last)]) => {
                        if last.saturating_sub(*first) > 10_000 {
                            return Ok(None);
                        }
                        (*first..=*last).map(Value::Int).collect()
                    }
                    (Some("generate_subscripts"), [Value::Array(elements), Value::Int(1)]) => {
                        (1..=elements.len()).filter_map(|at| i64::try_from(at).ok()).map(Value::Int).collect()
                    }
                    _ => return Ok(None),
                };
                let name = call.function.name();
                let column = alias_name(item.alias.as_ref(), name);
                let rows = elements.into_iter().enumerate().map(|(at, value)| {
                    let mut row: Row = vec![(column.clone(), Some(value))];
                    if *ordinality {
                        row.push(("ordinality".into(), i64::try_from(at + 1).ok().map(Value::Int)));
                    }
                    row
                });
                Ok(Some(bind(name, rows.collect(), true)))
            }
            FromKind::Relation { .. } | FromKind::Join(_) => Ok(None),
        }
    }
}

fn alias_name(alias: Option<&Alias>, name: &str) -> Box<str> {
    alias.and_then(|alias| alias.name.as_ref()).map_or_else(|| name.into(), |name| name.text.clone())
}

/// `AS t (a, b)`.
fn renamed(alias: Option<&Alias>, columns: Row) -> Row {
    let names = alias.map_or(&[][..], |alias| &alias.columns);
    let renamed = columns.into_iter().enumerate();
    renamed.map(|(at, (name, value))| (names.get(at).map_or(name, |name| name.text.clone()), value)).collect()
}

fn conjuncts<'q>(condition: Option<&'q Expr>, out: &mut Vec<&'q Expr>) {
    match condition {
        Some(Expr { kind: ExprKind::And(terms), .. }) => {
            for term in terms {
                conjuncts(Some(term), out);
            }
        }
        Some(other) => out.push(other),
        None => {}
    }
}

/// Takes repeated rows out; false when some are not known well enough to tell.
fn distinct(rows: &mut Vec<Row>) -> bool {
    if rows.iter().flatten().any(|(_, value)| value.is_none()) {
        return false;
    }
    let mut seen: Vec<Row> = Vec::new();
    rows.retain(|row| {
        let new = !seen.contains(row);
        if new {
            seen.push(row.clone());
        }
        new
    });
    true
}

/// The name that a column has when none is written.
fn label(value: &Expr) -> Box<str> {
    match &value.kind {
        ExprKind::Column { path, .. } => path.name().into(),
        ExprKind::Call(call) => call.function.name().into(),
        ExprKind::Field { field, .. } => field.text.clone(),
        ExprKind::Cast { operand, ty } => match &*label(operand) {
            "?column?" => ty.path.name().into(),
            name => name.into(),
        },
        _ => "?column?".into(),
    }
}

fn is_aggregate(value: &Expr) -> bool {
    const AGGREGATES: &[&str] = &[
        "array_agg",
        "avg",
        "bool_and",
        "bool_or",
        "count",
        "every",
        "json_agg",
        "jsonb_agg",
        "max",
        "min",
        "string_agg",
        "sum",
    ];
    let mut found = matches!(&value.kind, ExprKind::Call(call) if AGGREGATES.contains(&call.function.name()));
    value.each_child(&mut |child| found |= is_aggregate(child));
    found
}
