//! Expressions whose value decides which statements run: constants, variables of PL/pgSQL, and what the catalog says.
//!
//! A value that is not known for certain is `None`, and makes what depends on it unknown; nothing is guessed.

mod call;
mod query;
mod relations;
mod value;

use super::Replayer;
use super::stop::{Result, Stop};
use crate::catalog::{ObjectId, TypeBase, names};
use crate::expression::tree::{
    Call, Choice, Expr, ExprKind, IsTest, LikeKind, QueryForm, SqlKeyword, Subscript,
};
use crate::expression::{self, path_of_text};
use crate::source::Span;

pub(super) use query::{Binding, Row};
pub(super) use value::{Oid, Value};

/// A variable of a block, or an argument of a function.
#[derive(Clone, Debug)]
pub(super) struct Variable {
    pub(super) name: Box<str>,
    pub(super) ty: VariableType,
    pub(super) value: Option<Value>,
}

/// What is done to a value that is put into a variable.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct VariableType {
    /// The name of a built-in type; absent for records and for types whose values are not followed.
    pub(super) name: Option<&'static str>,
    pub(super) array: bool,
    pub(super) record: bool,
}

impl VariableType {
    pub(super) const RECORD: Self = Self { name: None, array: false, record: true };
}

/// What names mean where an expression stands: variables, and the columns of the row at hand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Environment<'e> {
    pub(super) variables: &'e [Variable],
    pub(super) row: &'e [Binding],
    /// The place that a refusal is reported at.
    pub(super) place: Span,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Truth {
    True,
    False,
    Unknown,
}

/// Expressions nested deeper than this are not evaluated.
const MAX_HEIGHT: u16 = 200;

/// A value, or `None` when it is not known.
type Known = Option<Value>;

impl Replayer<'_> {
    /// What the condition written at `span` is now.
    pub(super) fn truth(&self, span: Span, environment: Environment<'_>) -> Result<Truth> {
        let text = self.text(span);
        let Ok(parsed) = expression::parse(text) else { return Ok(Truth::Unknown) };
        Ok(match self.value(&parsed, text, environment)? {
            Some(Value::Bool(true)) => Truth::True,
            // NULL is not true.
            Some(Value::Bool(false) | Value::Null) => Truth::False,
            _ => Truth::Unknown,
        })
    }

    /// The value of the expression written at `span`.
    pub(super) fn value_at(&self, span: Span, environment: Environment<'_>) -> Result<Known> {
        let text = self.text(span);
        match expression::parse(text) {
            Ok(parsed) => self.value(&parsed, text, environment),
            Err(_) => Ok(None),
        }
    }

    /// The value of an expression that was read from `text`.
    pub(super) fn value(&self, expression: &Expr, text: &str, environment: Environment<'_>) -> Result<Known> {
        if expression.height() > MAX_HEIGHT {
            return Ok(None);
        }
        let value = |expression: &Expr| self.value(expression, text, environment);
        Ok(match &expression.kind {
            ExprKind::Null => Some(Value::Null),
            ExprKind::Boolean(known) => Some(Value::Bool(*known)),
            ExprKind::Number(digits) => digits.parse().ok().map(Value::Int),
            ExprKind::String(known) => Some(Value::Text(known.clone())),
            ExprKind::Parameter(number) => environment
                .variables
                .iter()
                .rev()
                .find(|variable| *variable.name == *format!("${number}"))
                .and_then(|variable| variable.value.clone()),
            ExprKind::Column { path, all: false } => self.named(&path.texts(), environment),
            ExprKind::Keyword(SqlKeyword::CurrentSchema, _) => self.current_schema(),
            ExprKind::Call(call) => return self.call(call, text, environment),
            ExprKind::Cast { operand, ty } => {
                let Some(known) = value(operand)? else { return Ok(None) };
                let system = ty.path.schema().is_none_or(|schema| schema == "pg_catalog");
                if !system || ty.dimensions > 1 || ty.interval_fields.is_some() {
                    return Ok(None);
                }
                let name = match (ty.path.name(), ty.modifiers.is_empty()) {
                    (name, true) => name,
                    // A length that cuts nothing changes nothing.
                    ("varchar", false) => match &known {
                        Value::Text(text)
                            if ty.modifiers.first().and_then(|length| length.parse().ok())
                                >= Some(text.chars().count()) =>
                        {
                            "varchar"
                        }
                        _ => return Ok(None),
                    },
                    _ => return Ok(None),
                };
                return self.cast(known, name, ty.dimensions > 0, environment.place);
            }
            ExprKind::And(terms) => self.all(terms, false, text, environment)?,
            ExprKind::Or(terms) => self.all(terms, true, text, environment)?,
            ExprKind::Not(inner) => negate(value(inner)?),
            ExprKind::Is { operand, test, negated } => {
                let known = value(operand)?;
                let result = match (test, known) {
                    (_, None) | (IsTest::Document | IsTest::Normalized(_), _) => None,
                    (IsTest::Null, Some(Value::Row(_))) => None,
                    (IsTest::Null | IsTest::Unknown, Some(known)) => Some(known.is_null()),
                    (IsTest::True, Some(known)) => Some(known == Value::Bool(true)),
                    (IsTest::False, Some(known)) => Some(known == Value::Bool(false)),
                };
                result.map(|result| Value::Bool(result != *negated))
            }
            ExprKind::IsDistinct { left, right, negated } => match (value(left)?, value(right)?) {
                (Some(left), Some(right)) => {
                    let equal = match (left.is_null(), right.is_null()) {
                        (false, false) => left.equals(&right),
                        (left, right) => Some(left == right),
                    };
                    equal.map(|equal| Value::Bool(equal == *negated))
                }
                _ => None,
            },
            ExprKind::In { operand, list, negated } => {
                let found = match value(operand)? {
                    None => None,
                    Some(known) => {
                        let mut found = Some(Value::Bool(false));
                        for item in list {
                            found = either(found, self.equal(Some(&known), value(item)?.as_ref()));
                        }
                        found
                    }
                };
                if *negated { negate(found) } else { found }
            }
            ExprKind::Quantified { left, operator, all, array } if matches!(&*operator.name, "=" | "<>") => {
                let (Some(known), Some(Value::Array(elements))) = (value(left)?, value(array)?) else {
                    return Ok(None);
                };
                let mut found = Some(Value::Bool(*all));
                for element in &elements {
                    let equal = self.equal(Some(&known), Some(element));
                    let here = if &*operator.name == "=" { equal } else { negate(equal) };
                    found = if *all { both(found, here) } else { either(found, here) };
                }
                found
            }
            ExprKind::Between { operand, low, high, negated, symmetric: false } => {
                let (Some(known), Some(low), Some(high)) = (value(operand)?, value(low)?, value(high)?)
                else {
                    return Ok(None);
                };
                let inside = match (known.order(&low), known.order(&high)) {
                    (Some(low), Some(high)) => Some(Value::Bool(low.is_ge() && high.is_le())),
                    _ => None,
                };
                if *negated { negate(inside) } else { inside }
            }
            ExprKind::Like { kind, operand, pattern, escape: None, negated } => {
                match (value(operand)?, value(pattern)?) {
                    (Some(Value::Null), Some(_)) | (Some(_), Some(Value::Null)) => Some(Value::Null),
                    (Some(Value::Text(text)), Some(Value::Text(pattern))) => match kind {
                        LikeKind::Like => Some(Value::Bool(value::like(&text, &pattern) != *negated)),
                        LikeKind::ILike => Some(Value::Bool(
                            value::like(&text.to_lowercase(), &pattern.to_lowercase()) != *negated,
                        )),
                        LikeKind::Similar => None,
                    },
                    _ => None,
                }
            }
            ExprKind::Binary { operator, left, right }
                if operator.schema.as_ref().is_none_or(|schema| &*schema.text == "pg_catalog") =>
            {
                let (left, right) = (value(left)?, value(right)?);
                self.binary(&operator.name, left, right)
            }
            ExprKind::Unary { operator, operand } if &*operator.name == "-" => match value(operand)? {
                Some(Value::Int(number)) => number.checked_neg().map(Value::Int),
                _ => None,
            },
            ExprKind::Case { operand, branches, otherwise } => {
                let operand = match operand {
                    Some(operand) => Some(value(operand)?),
                    None => None,
                };
                for (condition, result) in branches {
                    let condition = value(condition)?;
                    let holds = match &operand {
                        Some(operand) => self.equal(operand.as_ref(), condition.as_ref()),
                        None => condition,
                    };
                    match holds {
                        Some(Value::Bool(true)) => return value(result),
                        Some(Value::Bool(false) | Value::Null) => {}
                        _ => return Ok(None),
                    }
                }
                return match otherwise {
                    Some(otherwise) => value(otherwise),
                    None => Ok(Some(Value::Null)),
                };
            }
            ExprKind::Choice(Choice::Coalesce, terms) => {
                for term in terms {
                    match value(term)? {
                        Some(Value::Null) => {}
                        known => return Ok(known),
                    }
                }
                Some(Value::Null)
            }
            ExprKind::Choice(Choice::NullIf, terms) => {
                let [left, right] = &**terms else { return Ok(None) };
                let (left, right) = (value(left)?, value(right)?);
                match self.equal(left.as_ref(), right.as_ref()) {
                    Some(Value::Bool(true)) => Some(Value::Null),
                    Some(_) => left,
                    None => None,
                }
            }
            ExprKind::Array(terms) => {
                let mut elements = Vec::with_capacity(terms.len());
                for term in terms {
                    let Some(element) = value(term)? else { return Ok(None) };
                    elements.push(element);
                }
                Some(Value::Array(elements))
            }
            ExprKind::Subscript { operand, index: Subscript::Index(index) } => {
                match (value(operand)?, value(index)?) {
                    (Some(Value::Array(elements)), Some(Value::Int(at))) => {
                        let at = usize::try_from(at).ok().and_then(|at| at.checked_sub(1));
                        Some(at.and_then(|at| elements.get(at).cloned()).unwrap_or(Value::Null))
                    }
                    _ => None,
                }
            }
            ExprKind::Field { operand, field } => match value(operand)? {
                Some(Value::Row(fields)) => {
                    fields.into_iter().find(|(name, _)| *name == field.text).and_then(|(_, value)| value)
                }
                _ => None,
            },
            ExprKind::Query { form, outer, query, .. } => {
                let inner = text.get(query.range()).unwrap_or("");
                match (form, outer) {
                    (QueryForm::Exists, _) => self.exists(inner, environment)?.map(Value::Bool),
                    (QueryForm::Scalar, _) => match self.rows_of_text(inner, environment)? {
                        Some(rows) => match &*rows {
                            [] => Some(Value::Null),
                            [row] => row.first().and_then(|(_, value)| value.clone()),
                            _ => None,
                        },
                        None => None,
                    },
                    (QueryForm::Array, _) => match self.rows_of_text(inner, environment)? {
                        Some(rows) => {
                            let first = |row: Vec<(Box<str>, Known)>| row.into_iter().next()?.1;
                            rows.into_iter().map(first).collect::<Option<Vec<_>>>().map(Value::Array)
                        }
                        None => None,
                    },
                    (QueryForm::In | QueryForm::NotIn, Some((operand, _))) => {
                        let Some(known) = value(operand)? else { return Ok(None) };
                        let Some(rows) = self.rows_of_text(inner, environment)? else { return Ok(None) };
                        let mut found = Some(Value::Bool(false));
                        for row in &rows {
                            let item = row.first().and_then(|(_, value)| value.as_ref());
                            found = either(found, self.equal(Some(&known), item));
                        }
                        if *form == QueryForm::NotIn { negate(found) } else { found }
                    }
                    _ => None,
                }
            }
            _ => None,
        })
    }

    /// A column of the row at hand, else a variable or a field of one.
    fn named(&self, path: &[&str], environment: Environment<'_>) -> Known {
        match path {
            [name] => {
                let mut known = environment.row.iter().filter(|binding| binding.has(name));
                if let Some(binding) = known.next() {
                    return binding.column(name);
                }
                // A relation whose columns are not all known may have one of this name.
                if environment.row.iter().any(|binding| !binding.complete) {
                    return None;
                }
                let variable = environment.variables.iter().rev().find(|variable| *variable.name == **name);
                variable.and_then(|variable| variable.value.clone())
            }
            [.., qualifier, name] => {
                if let Some(binding) = environment.row.iter().find(|binding| *binding.name == **qualifier) {
                    return binding.column(name);
                }
                let variable =
                    environment.variables.iter().rev().find(|variable| *variable.name == **qualifier);
                match variable.map(|variable| &variable.value) {
                    Some(Some(Value::Row(fields))) => fields
                        .iter()
                        .find(|(field, _)| **field == **name)
                        .and_then(|(_, value)| value.clone()),
                    Some(_) => None,
                    // A function's or a block's own name before its variable.
                    None => {
                        let variable =
                            environment.variables.iter().rev().find(|variable| *variable.name == **name);
                        variable.and_then(|variable| variable.value.clone())
                    }
                }
            }
            [] => None,
        }
    }

    /// `AND`, or with `any` `OR`: one term decides however unknown the others are.
    fn all(&self, terms: &[Expr], any: bool, text: &str, environment: Environment<'_>) -> Result<Known> {
        let mut result = Some(Value::Bool(!any));
        for term in terms {
            let here = self.value(term, text, environment)?;
            result = if any { either(result, here) } else { both(result, here) };
            if result == Some(Value::Bool(any)) {
                break;
            }
        }
        Ok(result)
    }

    pub(super) fn equal(&self, left: Option<&Value>, right: Option<&Value>) -> Known {
        let (left, right) = (left?, right?);
        if left.is_null() || right.is_null() {
            return Some(Value::Null);
        }
        match (left, right) {
            // `attrelid = 'name'` does not read a name: only a number would do.
            (Value::Name(_), Value::Text(text)) | (Value::Text(text), Value::Name(_)) => {
                let path = path_of_text(text).ok()?;
                let path: Vec<&str> = path.iter().map(|part| &**part).collect();
                let found = self.lookup_class(&path).map(Value::Name);
                let name = if matches!(left, Value::Name(_)) { left } else { right };
                Some(Value::Bool(found.as_ref() == Some(name)))
            }
            _ => left.equals(right).map(Value::Bool),
        }
    }

    fn binary(&self, operator: &str, left: Known, right: Known) -> Known {
        let (left, right) = (left?, right?);
        if left.is_null() || right.is_null() {
            // An array takes a null as an element, or as no array.
            let array = matches!(left, Value::Array(_)) || matches!(right, Value::Array(_));
            return (!array).then_some(Value::Null);
        }
        match operator {
            "=" => self.equal(Some(&left), Some(&right)),
            "<>" => negate(self.equal(Some(&left), Some(&right))),
            "<" | ">" | "<=" | ">=" => {
                let order = left.order(&right)?;
                Some(Value::Bool(match operator {
                    "<" => order.is_lt(),
                    ">" => order.is_gt(),
                    "<=" => order.is_le(),
                    _ => order.is_ge(),
                }))
            }
            "~~" => match (&left, &right) {
                (Value::Text(text), Value::Text(pattern)) => Some(Value::Bool(value::like(text, pattern))),
                _ => None,
            },
            "+" | "-" | "*" | "/" | "%" => {
                let (Value::Int(left), Value::Int(right)) = (left, right) else { return None };
                match operator {
                    "+" => left.checked_add(right),
                    "-" => left.checked_sub(right),
                    "*" => left.checked_mul(right),
                    "/" => left.checked_div(right),
                    _ => left.checked_rem(right),
                }
                .map(Value::Int)
            }
            "||" => match (left, right) {
                (Value::Array(mut left), Value::Array(right)) => {
                    left.extend(right);
                    Some(Value::Array(left))
                }
                (Value::Array(mut left), right) => {
                    left.push(right);
                    Some(Value::Array(left))
                }
                (left, Value::Array(mut right)) => {
                    right.insert(0, left);
                    Some(Value::Array(right))
                }
                // The operator casts to text, where a truth value is a whole word.
                (left, right) => {
                    let word = |value: &Value| match value {
                        Value::Bool(known) => Some(known.to_string()),
                        other => self.output(other),
                    };
                    Some(Value::text(word(&left)? + &word(&right)?))
                }
            },
            _ => None,
        }
    }

    /// The text that a value's output function gives.
    pub(super) fn output(&self, value: &Value) -> Option<String> {
        match value {
            Value::Bool(known) => Some(if *known { "t" } else { "f" }.to_owned()),
            Value::Int(number) => Some(number.to_string()),
            Value::Text(text) => Some(text.to_string()),
            Value::Name(object) => Some(self.visible_name(*object)),
            Value::Array(elements) => {
                let mut parts = Vec::new();
                for element in elements {
                    parts.push(match element {
                        Value::Null => "NULL".to_owned(),
                        other => {
                            let text = self.output(other)?;
                            let plain = !text.is_empty()
                                && !text.eq_ignore_ascii_case("null")
                                && !text.contains(|c: char| c.is_whitespace() || "{},\"\\".contains(c));
                            if plain {
                                text
                            } else {
                                format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
                            }
                        }
                    });
                }
                Some(format!("{{{}}}", parts.join(",")))
            }
            Value::Null | Value::Oid(_) | Value::Row(_) => None,
        }
    }

    /// As `regclass` and `regtype` print a name: with its schema where the path does not find it without.
    fn visible_name(&self, object: ObjectId) -> String {
        let whole = self.catalog.printed_name(object);
        let (schema, name) = match object {
            ObjectId::Relation(id) => (self.catalog.relations[id].schema, &self.catalog.relations[id].name),
            ObjectId::Sequence(id) => (self.catalog.sequences[id].schema, &self.catalog.sequences[id].name),
            ObjectId::Index(id) => {
                let index = &self.catalog.indexes[id];
                (self.catalog.relations[index.relation].schema, &index.name)
            }
            ObjectId::Type(id) => (self.catalog.types[id].schema, &self.catalog.types[id].name),
            _ => return whole,
        };
        let first = self.search_path().find(|path| {
            if matches!(object, ObjectId::Type(_)) {
                self.catalog.type_named(*path, name).is_some()
            } else {
                self.catalog.class(*path, name).is_some()
            }
        });
        if first == Some(schema) { names::quote_identifier(name).into_owned() } else { whole }
    }

    fn current_schema(&self) -> Known {
        self.session_schema().map(|id| Value::Text(self.catalog.schemas[id].name.clone()))
    }

    /// A value as another of PostgreSQL's types; `None` where that is not followed.
    ///
    /// # Errors
    /// PostgreSQL's refusal: a name that means nothing.
    pub(super) fn cast(&self, value: Value, ty: &str, array: bool, place: Span) -> Result<Known> {
        if value.is_null() {
            return Ok(Some(value));
        }
        if array {
            let elements = match value {
                Value::Array(elements) => Some(elements),
                Value::Text(text) => value::array_literal(&text),
                _ => None,
            };
            let Some(elements) = elements else { return Ok(None) };
            let mut cast = Vec::with_capacity(elements.len());
            for element in elements {
                let Some(element) = self.cast(element, ty, false, place)? else { return Ok(None) };
                cast.push(element);
            }
            return Ok(Some(Value::Array(cast)));
        }
        Ok(match (ty, value) {
            ("text" | "varchar", Value::Bool(known)) => Some(Value::text(known.to_string())),
            ("text" | "varchar", value) => self.output(&value).map(Value::text),
            ("name", value) => self.output(&value).map(|text| Value::text(names::truncate(&text))),
            ("regclass", Value::Text(text)) => {
                let Ok(path) = path_of_text(&text) else { return Ok(None) };
                let path: Vec<&str> = path.iter().map(|part| &**part).collect();
                match self.lookup_class(&path) {
                    // The name of a relation in pg_type is that of its row type.
                    Some(ObjectId::Type(_)) => None,
                    Some(object) => Some(Value::Name(object)),
                    None if text.bytes().all(|byte| byte.is_ascii_digit()) || self.is_system_class(&path) => {
                        None
                    }
                    None => {
                        let message = format!("relation \"{text}\" does not exist");
                        return Err(Stop::refused("42P01", place, message));
                    }
                }
            }
            ("regtype", Value::Text(text)) => {
                let Ok(path) = path_of_text(&text) else { return Ok(None) };
                let path: Vec<&str> = path.iter().map(|part| &**part).collect();
                self.lookup_type(&path).map(Value::Name)
            }
            ("regnamespace", Value::Text(text)) => {
                self.catalog.schema(&text).map(|id| Value::Name(id.into()))
            }
            (
                "regclass" | "regtype" | "regnamespace",
                Value::Name(object) | Value::Oid(Oid::Object(object)),
            ) => Some(Value::Name(object)),
            ("oid", Value::Name(object)) => Some(Value::Oid(Oid::Object(object))),
            ("oid", value @ Value::Oid(_)) => Some(value),
            ("int2" | "int4" | "int8", Value::Text(text)) => text.trim().parse().ok().map(Value::Int),
            ("int2" | "int4" | "int8", Value::Bool(known)) => Some(Value::Int(known.into())),
            ("int2" | "int4" | "int8" | "numeric", value @ Value::Int(_)) => Some(value),
            ("bool", Value::Text(text)) => value::boolean(&text).map(Value::Bool),
            ("bool", value @ Value::Bool(_)) => Some(value),
            _ => None,
        })
    }

    /// A value as a variable of this type keeps it.
    pub(super) fn coerce(&self, value: Known, ty: &VariableType, place: Span) -> Result<Known> {
        let Some(value) = value else { return Ok(None) };
        if ty.record {
            return Ok(matches!(value, Value::Row(_) | Value::Null).then_some(value));
        }
        match ty.name {
            Some(name) => self.cast(value, name, ty.array, place),
            None => Ok(value.is_null().then_some(value)),
        }
    }

    /// How a variable of a written type (`text`, `public.t%ROWTYPE`, `name[]`) keeps its values.
    pub(super) fn variable_type(&self, written: &str) -> VariableType {
        let unknown = VariableType { name: None, array: false, record: false };
        let lower = written.trim().to_ascii_lowercase();
        if lower == "record" || lower.ends_with("%rowtype") {
            return VariableType::RECORD;
        }
        let cast = format!("NULL::{written}");
        let Ok(Expr { kind: ExprKind::Cast { ty, .. }, .. }) = expression::parse(&cast) else {
            return unknown;
        };
        if !ty.modifiers.is_empty() || ty.dimensions > 1 || ty.interval_fields.is_some() {
            return unknown;
        }
        if ty.path.schema().is_some_and(|schema| schema != "pg_catalog") {
            return unknown;
        }
        let found = crate::catalog::builtin_type(ty.path.name());
        VariableType { name: found.map(|found| found.name), array: ty.dimensions > 0, record: false }
    }

    /// How an argument of a function keeps its values.
    pub(super) fn argument_type(ty: &crate::catalog::DataType) -> VariableType {
        let name = match &ty.base {
            TypeBase::Builtin(builtin) => Some(builtin.name),
            TypeBase::Row(_) => return VariableType::RECORD,
            TypeBase::User(_) | TypeBase::Extension { .. } => None,
        };
        VariableType { name, array: ty.is_array(), record: false }
    }
}

fn negate(value: Known) -> Known {
    match value? {
        Value::Bool(known) => Some(Value::Bool(!known)),
        Value::Null => Some(Value::Null),
        _ => None,
    }
}

/// `AND` of three values, and of what is not known.
fn both(left: Known, right: Known) -> Known {
    match (left, right) {
        (Some(Value::Bool(false)), _) | (_, Some(Value::Bool(false))) => Some(Value::Bool(false)),
        (Some(Value::Bool(true)), other) | (other, Some(Value::Bool(true))) => truth_value(other),
        (Some(Value::Null), Some(Value::Null)) => Some(Value::Null),
        _ => None,
    }
}

fn either(left: Known, right: Known) -> Known {
    negate(both(negate(truth_value(left)), negate(truth_value(right))))
}

fn truth_value(value: Known) -> Known {
    value.filter(|value| matches!(value, Value::Bool(_) | Value::Null))
}

/// The function that a call means, when it is one of PostgreSQL's own.
fn own_function(call: &Call) -> Option<&str> {
    let plain = call.order_by.is_empty()
        && call.within_group.is_empty()
        && call.filter.is_none()
        && call.over.is_none()
        && !call.distinct
        && call.arguments.iter().all(|argument| argument.name.is_none());
    let own = call.function.schema().is_none_or(|schema| schema == "pg_catalog");
    (plain && own).then(|| call.function.name())
}

#[cfg(test)]
mod tests {
    use crate::replay::{Fate, replay_text};

    /// Runs a block and gives the names of the tables that it makes, or `?` and the number of findings.
    #[track_caller]
    fn check(body: &str, expected: &str) {
        let (_, replayed) = replay_text("a.sql", &format!("DO $do$ {body} $do$;"));
        let tables: Vec<_> = replayed.catalog.relations.iter().map(|(_, table)| &*table.name).collect();
        let opaque = replayed.statements.iter().any(|outcome| outcome.fate == Fate::Opaque);
        let found = format!("{}{}", tables.join(" "), if opaque { "?" } else { "" });
        let messages: Vec<_> = replayed.diagnostics.iter().map(|finding| &finding.message).collect();
        assert_eq!(found, expected, "{messages:?}");
    }

    /// Two places of doubt in a loop: two findings, however often it might run.
    #[test]
    fn a_place_is_doubted_once() {
        let body = "LOOP EXIT WHEN random() > 0.5; CREATE TABLE a (); END LOOP;
            FOR i IN 1..3 LOOP IF random() > 0.5 THEN CREATE TABLE b (); END IF; END LOOP;";
        let (_, replayed) = replay_text("a.sql", &format!("DO $do$ BEGIN {body} END $do$;"));
        let messages: Vec<_> = replayed.diagnostics.iter().map(|finding| &*finding.message).collect();
        let branch = "whether this branch runs depends on what is not known here";
        let rounds = "how often this loop runs, and over what, is known at run time only";
        assert_eq!(messages, [rounds, branch, branch]);
    }

    #[test]
    fn what_is_not_known_stays_unknown() {
        check("BEGIN EXECUTE 'CREATE TABLE ' || current_user || ' ()'; END", "?");
        check("DECLARE t text := now()::text; BEGIN EXECUTE format('CREATE TABLE %I ()', t); END", "?");
        check(
            "DECLARE t text; BEGIN SELECT current_user INTO t; EXECUTE format('CREATE TABLE %I ()', t); END",
            "?",
        );
        check(
            "DECLARE t text; n int; BEGIN SELECT 'a', 2 INTO STRICT t, n; EXECUTE format('CREATE TABLE %I ()', t || n); END",
            "a2",
        );
        check("BEGIN IF random() > 0.5 THEN RETURN; END IF; CREATE TABLE a (); END", "?");
        check("BEGIN IF random() > 0.5 THEN RETURN; END IF; END", "");
        check("BEGIN IF random() > 0.5 THEN RAISE EXCEPTION 'x'; END IF; CREATE TABLE a (); END", "a");
        check("BEGIN LOOP CREATE TABLE IF NOT EXISTS a (); END LOOP; END", "a?");
        check("BEGIN LOOP EXIT WHEN random() > 0.5; END LOOP; CREATE TABLE a (); END", "a");
        check("BEGIN LOOP IF random() > 0.5 THEN RETURN; END IF; END LOOP; CREATE TABLE a (); END", "?");
        check(
            "DECLARE r record; BEGIN FOR r IN SELECT 1 FROM pg_stat_activity LOOP CREATE TABLE a (); END LOOP; END",
            "?",
        );
        // Rows change, whatever is put in.
        check("BEGIN EXECUTE format('UPDATE %I SET a = 1', current_user); END", "");
    }

    #[test]
    fn what_a_statement_is_built_from_is_evaluated() {
        check("BEGIN EXECUTE format('CREATE TABLE %2$I (%1$s)', 'a int', 'B'); END", "B");
        check(
            "DECLARE a text := 'x'; BEGIN IF a = 'x' THEN a := a || 'y'; END IF; EXECUTE 'CREATE TABLE ' || a || ' ()'; END",
            "xy",
        );
        check("BEGIN EXECUTE replace('CREATE TABLE @ ()', '@', lower('ABC')); END", "abc");
        check(
            "BEGIN EXECUTE CASE WHEN 2 > 1 THEN 'CREATE TABLE ' ELSE 'DROP TABLE ' END || coalesce(NULL, 'c') || '()'; END",
            "c",
        );
        check(
            "DECLARE a text[] := '{b,c}'; BEGIN FOR i IN 1..array_length(a, 1) LOOP EXECUTE concat('CREATE TABLE ', a[i], ' ()'); END LOOP; END",
            "b c",
        );
        check(
            "DECLARE r record; BEGIN FOR r IN VALUES ('p', 1), ('q', 2) LOOP EXECUTE 'CREATE TABLE ' || r.column1 || '()'; END LOOP; END",
            "p q",
        );
    }
}
