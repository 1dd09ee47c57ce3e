//! Parse analysis: an expression's tree to a [`Term`], as PostgreSQL's `parse_expr.c` and `parse_func.c` do it.

use std::cell::Cell;

use super::Scope;
use super::constant;
use super::resolve::{self, Candidate, Chosen};
use super::term::{Head, Term, Value};
use super::ty::{Declared, Ty, Types};
use crate::catalog::builtin_type;
use crate::expression::facts;
use crate::expression::tree::{
    Call, Choice, Expr, ExprKind, Operator, Path, SortKey, SqlKeyword, Subscript, TypeName,
};

/// How many terms one expression may become: forms that repeat an operand can grow without bound.
const MAX_TERMS: usize = 200_000;

/// The expression would become too large.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct TooLarge;

pub(super) type Analysed<T = Term> = Result<T, TooLarge>;

/// Functions that are others by another name (one `prosrc` in `pg_proc`).
const SAME_FUNCTIONS: &[(&str, &str)] = &[
    ("ceiling", "ceil"),
    ("char_length", "length"),
    ("character_length", "length"),
    ("pow", "power"),
    ("strpos", "position"),
    ("substr", "substring"),
    ("transaction_timestamp", "now"),
];

/// Operators whose result is `boolean`, whatever they compare.
const COMPARISONS: &[&str] =
    &["=", "<>", "<", ">", "<=", ">=", "~~", "!~~", "~~*", "!~~*", "~", "!~", "~*", "!~*"];

pub(super) struct Analyser<'a> {
    pub(super) types: Types<'a>,
    pub(super) text: &'a str,
    terms: Cell<usize>,
}

impl<'a> Analyser<'a> {
    pub(super) fn new(scope: &'a dyn Scope, text: &'a str) -> Self {
        Self { types: Types { scope }, text, terms: Cell::new(0) }
    }

    /// The whole expression, as it is stored where `expected` is wanted.
    pub(super) fn whole(&self, tree: &Expr, expected: Option<&str>) -> Analysed {
        let term = match (&tree.kind, expected.and_then(|text| self.types.of_text(text))) {
            (_, Some(declared)) => {
                let term = self.term(tree)?;
                self.convert(term, &declared, false)
            }
            _ => self.term(tree)?,
        };
        Ok(self.known(term))
    }

    /// Counts terms that are about to be made.
    pub(super) fn spend(&self, count: usize) -> Analysed<()> {
        let total = self.terms.get().saturating_add(count);
        self.terms.set(total);
        if total > MAX_TERMS { Err(TooLarge) } else { Ok(()) }
    }

    pub(super) fn term(&self, tree: &Expr) -> Analysed {
        self.spend(1)?;
        Ok(match &tree.kind {
            ExprKind::Null => Term::constant(Value::Null, Ty::builtin("unknown")),
            ExprKind::Boolean(value) => {
                Term::constant(Value::Exact(value.to_string().into()), Ty::builtin("bool"))
            }
            ExprKind::Number(written) => match constant::number(written) {
                Some((base, text)) => Term::constant(Value::Exact(text.into()), Ty::builtin(base)),
                None => Term::constant(Value::Written(written.clone()), Ty::builtin("numeric")),
            },
            ExprKind::String(text) => Term::constant(Value::Written(text.clone()), Ty::builtin("unknown")),
            ExprKind::BitString(digits) => {
                Term::constant(Value::Exact(constant::bits(digits).into()), Ty::builtin("bit"))
            }
            ExprKind::Parameter(number) => Term::new(Head::Parameter(*number), None, Vec::new()),
            ExprKind::Column { path, all } => self.column(path, *all),
            ExprKind::Keyword(keyword, precision) => keyword_term(*keyword, precision.as_deref()),
            ExprKind::Call(call) => self.call(call)?,
            ExprKind::Unary { operator, operand } => {
                if let (ExprKind::Number(written), "-") = (&operand.kind, &*operator.name)
                    && let Some(term) = negative(written)
                {
                    return Ok(term);
                }
                let operand = self.term(operand)?;
                self.unary(operator, operand)
            }
            ExprKind::Binary { operator, left, right } => match (&left.kind, &right.kind) {
                (ExprKind::Row(left), ExprKind::Row(right)) if left.len() == right.len() => {
                    self.rows(operator, left, right)?
                }
                _ => {
                    let (left, right) = (self.term(left)?, self.term(right)?);
                    self.binary(operator, left, right)
                }
            },
            ExprKind::And(terms) => self.junction(Head::And, terms)?,
            ExprKind::Or(terms) => self.junction(Head::Or, terms)?,
            ExprKind::Not(operand) => {
                let operand = self.condition(operand)?;
                boolean(Head::Not, vec![operand])
            }
            ExprKind::Cast { operand, ty } => self.cast(operand, ty)?,
            ExprKind::Case { operand, branches, otherwise } => {
                self.case(operand.as_deref(), branches, otherwise.as_deref())?
            }
            ExprKind::Choice(choice, items) => self.choice(*choice, items)?,
            ExprKind::Array(items) => self.array(items)?,
            ExprKind::Row(items) => {
                let items = self.all(items)?.into_iter().map(|item| self.known(item)).collect();
                Term::new(Head::Row, Some(Ty::builtin("record")), items)
            }
            ExprKind::In { operand, list, negated } => self.in_list(operand, list, *negated)?,
            ExprKind::Between { operand, low, high, negated, symmetric } => {
                self.between([operand, low, high], *negated, *symmetric)?
            }
            ExprKind::Is { operand, test, negated } => self.is_test(operand, test, *negated)?,
            ExprKind::IsDistinct { left, right, negated } => self.distinct(left, right, *negated)?,
            ExprKind::Quantified { left, operator, all, array } => {
                let (left, array) = (self.term(left)?, self.term(array)?);
                self.quantified(operator, *all, left, array)?
            }
            ExprKind::Like { kind, operand, pattern, escape, negated } => {
                self.like(*kind, [operand, pattern], escape.as_deref(), *negated)?
            }
            ExprKind::Collate { operand, collation } => {
                let operand = self.term(operand)?;
                let ty = operand.ty.clone();
                Term::new(Head::Collate(catalog_name(collation)), ty, vec![operand])
            }
            ExprKind::Subscript { operand, index } => self.subscript(operand, index)?,
            ExprKind::Field { operand, field } => {
                let operand = self.term(operand)?;
                let declared = operand.ty.as_ref().and_then(|ty| self.types.field(ty, &field.text));
                typed(Head::Field(field.text.clone()), declared, vec![operand])
            }
            ExprKind::AllFields(operand) => Term::new(Head::AllFields, None, vec![self.term(operand)?]),
            ExprKind::Query { form, outer, query, .. } => self.query(*form, outer.as_ref(), *query)?,
        })
    }

    pub(super) fn all(&self, trees: &[Expr]) -> Analysed<Vec<Term>> {
        trees.iter().map(|tree| self.term(tree)).collect()
    }

    pub(super) fn condition(&self, tree: &Expr) -> Analysed {
        let term = self.term(tree)?;
        Ok(self.coerce(term, &Ty::builtin("bool")))
    }

    /// A constant whose type nothing says is text.
    pub(super) fn known(&self, term: Term) -> Term {
        if term.ty.as_ref().is_some_and(Ty::is_unknown) {
            self.coerce(term, &Ty::builtin("text"))
        } else {
            term
        }
    }

    fn junction(&self, head: Head, trees: &[Expr]) -> Analysed {
        let terms: Analysed<Vec<Term>> = trees.iter().map(|tree| self.condition(tree)).collect();
        Ok(junction(head, terms?))
    }

    fn column(&self, path: &Path, all: bool) -> Term {
        let texts = path.texts();
        let parts = path.parts.iter().map(|part| part.text.clone()).collect();
        if all {
            return Term::new(Head::AllColumns(parts), None, Vec::new());
        }
        let found = self.types.scope.column_type(&texts);
        let declared = found.as_ref().and_then(|text| self.types.of_text(text));
        // The table's name in front says nothing where the column is visible without it.
        let parts = match (texts.last(), texts.len()) {
            (Some(last), 2..) if found.is_some() && self.types.scope.column_type(&[last]) == found => {
                vec![(*last).into()]
            }
            _ => parts,
        };
        typed(Head::Column(parts), declared, Vec::new())
    }

    // Conversions.

    fn cast(&self, operand: &Expr, ty: &TypeName) -> Analysed {
        let declared = self.types.of_name(ty);
        if let (ExprKind::Array(items), true) = (&operand.kind, declared.ty.array) {
            return self.array_as(items, &declared);
        }
        let term = self.term(operand)?;
        Ok(self.convert(term, &declared, true))
    }

    /// To a type and its modifiers.
    pub(super) fn convert(&self, term: Term, declared: &Declared, explicit: bool) -> Term {
        let fields =
            declared.modifiers.last().filter(|last| last.starts_with(|c: char| c.is_ascii_alphabetic()));
        if let (true, Some(fields), Head::Constant(Value::Written(text)), Some(from)) =
            (declared.ty.is("interval"), fields, &term.head, &term.ty)
            && from.is_unknown()
        {
            let value = constant::interval_with_fields(text, fields);
            return length(Term::constant(value, declared.ty.clone()), declared, explicit);
        }
        let term = self.coerce(term, &declared.ty);
        if declared.modifiers.is_empty() { term } else { length(term, declared, explicit) }
    }

    /// To a type, as `coerce_type`.
    pub(super) fn coerce(&self, term: Term, to: &Ty) -> Term {
        let Some(from) = term.ty.clone() else {
            return Term::new(Head::Coerce, Some(to.clone()), vec![term]);
        };
        if from == *to || to.is("any") || to.is("record") || to.is_unknown() {
            return term;
        }
        // What is brought to another type is the operand, not what COLLATE makes of it.
        if let (Head::Collate(_), [operand]) = (&term.head, &*term.children) {
            let operand = self.coerce(operand.clone(), to);
            return Term::new(term.head.clone(), Some(to.clone()), vec![operand]);
        }
        if self.types.is_domain(to) {
            let base = self.types.base(to);
            let term = self.coerce(term, &base);
            return Term::new(Head::Coerce, Some(to.clone()), vec![term]);
        }
        if let (true, Head::Constant(value)) = (from.is_unknown(), &term.head) {
            return self.constant(value, to);
        }
        if let Head::Constant(value) = &term.head {
            let converted = match value {
                Value::Null => Some(Value::Null),
                Value::Exact(text) if !from.array && !to.array => {
                    constant::convert(&from.base, &to.base, text)
                }
                _ => None,
            };
            if let Some(value) = converted {
                return Term::constant(value, to.clone());
            }
        }
        if matches!(term.head, Head::Array) && to.array {
            return self.coerce_items(term, to);
        }
        // Between strings of any length nothing happens, however often it is said.
        let string = |ty: &Ty| ty.is("text") || ty.is("varchar");
        if string(&from)
            && string(to)
            && matches!(term.head, Head::Coerce)
            && let [child] = &*term.children
            && child.ty.as_ref().is_some_and(string)
        {
            return self.coerce(child.clone(), to);
        }
        Term::new(Head::Coerce, Some(to.clone()), vec![term])
    }

    fn coerce_items(&self, term: Term, to: &Ty) -> Term {
        let items = term.children.into_iter().map(|item| {
            let nested = matches!(item.head, Head::Array);
            self.coerce(item, &if nested { to.clone() } else { to.element() })
        });
        Term::new(Head::Array, Some(to.clone()), items.collect())
    }

    /// A string constant as a constant of a type that is no domain.
    fn constant(&self, value: &Value, to: &Ty) -> Term {
        let (Value::Written(text) | Value::Exact(text)) = value else {
            return Term::constant(Value::Null, to.clone());
        };
        if to.array {
            return match constant::array_items(text) {
                Some(items) => {
                    let item = |item: Option<String>| {
                        let value = item.map_or(Value::Null, |text| Value::Written(text.into()));
                        self.coerce(Term::constant(value, Ty::builtin("unknown")), &to.element())
                    };
                    Term::new(Head::Array, Some(to.clone()), items.into_iter().map(item).collect())
                }
                None => Term::constant(Value::Written(text.clone()), to.clone()),
            };
        }
        let value = if self.types.is_enum(to) {
            Value::Exact(text.clone())
        } else if to.is("regclass") {
            self.relation(text)
        } else {
            constant::value(&to.base, text)
        };
        Term::constant(value, to.clone())
    }

    fn relation(&self, text: &str) -> Value {
        let resolved = crate::expression::path_of_text(text).ok().and_then(|path| {
            let parts: Vec<&str> = path.iter().map(|part| &**part).collect();
            self.types.scope.relation(&parts)
        });
        resolved.map_or_else(|| Value::Written(text.into()), |name| Value::Exact(name.into()))
    }

    // Operators.

    fn unary(&self, operator: &Operator, operand: Term) -> Term {
        if let (Head::Constant(Value::Exact(text)), Some(ty), None) =
            (&operand.head, &operand.ty, &operator.schema)
        {
            let folded = match &*operator.name {
                "-" if !ty.array => constant::negate(&ty.base, text),
                "+" if constant::negate(&ty.base, text).is_some() => Some(text.to_string()),
                _ => None,
            };
            if let Some(text) = folded {
                return Term::constant(Value::Exact(text.into()), ty.clone());
            }
        }
        self.operation(operator, vec![operand])
    }

    pub(super) fn binary(&self, operator: &Operator, left: Term, right: Term) -> Term {
        self.operation(operator, vec![left, right])
    }

    /// A binary operator of `pg_catalog`.
    pub(super) fn named(&self, name: &str, left: Term, right: Term) -> Term {
        let operator = Operator {
            schema: None,
            name: name.into(),
            range: crate::expression::tree::TextRange::new(0, 0),
        };
        self.binary(&operator, left, right)
    }

    fn operation(&self, operator: &Operator, operands: Vec<Term>) -> Term {
        if let Some(chosen) = self.choose(operator, &operands) {
            let operands = operands
                .into_iter()
                .zip(&chosen.arguments)
                .map(|(operand, ty)| self.coerce(operand, ty))
                .collect();
            Term::new(Head::Operator { name: chosen.name, known: true }, chosen.result, operands)
        } else {
            let (name, ty) = unresolved(operator);
            Term::new(Head::Operator { name, known: false }, ty, operands)
        }
    }

    pub(super) fn choose(&self, operator: &Operator, operands: &[Term]) -> Option<Chosen> {
        let given: Vec<Option<Ty>> = operands.iter().map(|operand| operand.ty.clone()).collect();
        self.choose_for(operator, &given)
    }

    pub(super) fn choose_for(&self, operator: &Operator, given: &[Option<Ty>]) -> Option<Chosen> {
        if operator.schema.as_ref().is_some_and(|schema| &*schema.text != "pg_catalog") {
            return None;
        }
        resolve::operator(self.types, &operator.name, &facts::operators(&operator.name), given)
    }

    // Functions.

    pub(super) fn special(&self, name: &str, arguments: Vec<Term>) -> Term {
        self.apply(name, Some("pg_catalog"), &[Some("pg_catalog"), Some(name)], arguments, false, "")
    }

    fn call(&self, call: &Call) -> Analysed {
        let mut arguments = Vec::new();
        for argument in &call.arguments {
            arguments.push(self.term(&argument.value)?);
        }
        let mut details = Vec::new();
        let named: Vec<&str> = call
            .arguments
            .iter()
            .map(|argument| argument.name.as_ref().map_or("", |name| &*name.text))
            .collect();
        if named.iter().any(|name| !name.is_empty()) {
            details.push(format!("names {}", named.join(",")));
        }
        for (set, word) in [(call.star, "*"), (call.distinct, "distinct"), (call.variadic, "variadic")] {
            if set {
                details.push(word.to_owned());
            }
        }
        let mut extra = Vec::new();
        self.sort_keys("order", &call.order_by, &mut extra, &mut details)?;
        self.sort_keys("within", &call.within_group, &mut extra, &mut details)?;
        if let Some(filter) = &call.filter {
            details.push("filter".to_owned());
            extra.push(self.condition(filter)?);
        }
        if let Some(window) = &call.over {
            let name = window.name.as_ref().map_or("", |name| &*name.text);
            let frame = window.frame.as_deref().unwrap_or("");
            details.push(format!("over {name} {} {frame}", window.partition_by.len()));
            extra.extend(self.all(&window.partition_by)?);
            self.sort_keys("over order", &window.order_by, &mut extra, &mut details)?;
        }
        let path: Vec<Option<&str>> = call.function.texts().into_iter().map(Some).collect();
        let details = details.join("; ");
        let mut term = self.apply(
            call.function.name(),
            call.function.schema(),
            &path,
            arguments,
            call.variadic,
            &details,
        );
        term.children.extend(extra);
        Ok(term)
    }

    fn sort_keys(
        &self,
        word: &str,
        keys: &[SortKey],
        extra: &mut Vec<Term>,
        details: &mut Vec<String>,
    ) -> Analysed<()> {
        for key in keys {
            let using = key.using.as_ref().map_or("", |operator| &*operator.name);
            // Without a word NULLs come last when ascending and first when descending.
            let nulls_first = key.nulls_first.unwrap_or(key.descending);
            details.push(format!("{word} {} {nulls_first} {using}", key.descending));
            let term = self.term(&key.value)?;
            extra.push(self.known(term));
        }
        Ok(())
    }

    fn apply(
        &self,
        name: &str,
        schema: Option<&str>,
        path: &[Option<&str>],
        arguments: Vec<Term>,
        variadic: bool,
        details: &str,
    ) -> Term {
        let of_catalog = schema.is_none_or(|schema| schema == "pg_catalog");
        let given: Vec<Option<Ty>> = arguments.iter().map(|argument| argument.ty.clone()).collect();
        // `date('2020-01-01')` is a constant of that type.
        if let (true, [Some(only)], Some(_), true) =
            (of_catalog, &*given, builtin_type(name), details.is_empty())
            && only.is_unknown()
        {
            return arguments
                .into_iter()
                .map(|only| self.coerce(only, &Ty::builtin(name)))
                .next()
                .unwrap_or_else(|| Term::constant(Value::Null, Ty::builtin(name)));
        }
        let mut candidates = Vec::new();
        if of_catalog {
            candidates = resolve::candidates(name, &facts::functions(name), given.len(), !variadic);
        }
        if schema != Some("pg_catalog") {
            let parts: Vec<&str> = path.iter().flatten().copied().collect();
            candidates.extend(self.user_candidates(&parts, given.len(), !variadic));
        }
        // Named arguments and ordered sets choose by other rules.
        let plain = !details.contains("names ") && !details.contains("within ");
        let chosen = if plain { resolve::function(self.types, &candidates, &given) } else { None };
        let Some(chosen) = chosen else {
            let written: Vec<_> = path
                .iter()
                .flatten()
                .filter(|part| **part != "pg_catalog")
                .map(|part| crate::catalog::names::quote_identifier(part))
                .collect();
            let head = Head::Call {
                name: written.join(".").into(),
                details: details.into(),
                known: false,
                volatile: true,
            };
            return Term::new(head, None, arguments);
        };
        let arguments: Vec<Term> = arguments
            .into_iter()
            .zip(&chosen.arguments)
            .map(|(argument, ty)| self.coerce(argument, ty))
            .collect();
        // A function that a cast stands on is that cast.
        if let (Some(result), [Some(from)]) = (&chosen.result, &*given) {
            let is_cast = *chosen.name == *result.base
                && facts::cast(&from.base, &result.base).is_some_and(|cast| !cast.binary)
                && chosen.arguments.first() == Some(from);
            if is_cast {
                return Term::new(Head::Coerce, Some(result.clone()), arguments);
            }
        }
        let same = SAME_FUNCTIONS.iter().find(|(name, _)| **name == *chosen.name);
        let name = same.map_or(chosen.name, |(_, same)| (*same).into());
        let head = Head::Call { name, details: details.into(), known: true, volatile: chosen.volatile };
        Term::new(head, chosen.result, arguments)
    }

    fn user_candidates(&self, path: &[&str], count: usize, spread: bool) -> Vec<Candidate> {
        let mut found = Vec::new();
        for function in self.types.scope.functions(path) {
            let ty = |text: &String| self.types.of_text(text).map(|declared| declared.ty);
            let arguments: Option<Vec<Ty>> = function.arguments.iter().map(ty).collect();
            if let (Some(arguments), Some(result)) = (arguments, ty(&function.result)) {
                let candidate = Candidate {
                    name: function.name.into(),
                    arguments,
                    result,
                    volatile: function.volatile,
                    variadic: function.variadic,
                };
                found.extend(resolve::fit(candidate, count, spread, function.defaults));
            }
        }
        found
    }

    // Forms whose branches take one type.

    fn case(&self, operand: Option<&Expr>, branches: &[(Expr, Expr)], otherwise: Option<&Expr>) -> Analysed {
        let operand =
            operand.map(|operand| self.term(operand)).transpose()?.map(|operand| self.known(operand));
        // `CASE x WHEN 1` is `CASE WHEN x = 1`, if computing x again gives the same.
        let repeated = operand.as_ref().filter(|operand| operand.is_stable() && operand.size() <= 64);
        let mut conditions = Vec::new();
        let mut results = vec![match otherwise {
            Some(otherwise) => self.term(otherwise)?,
            None => Term::constant(Value::Null, Ty::builtin("unknown")),
        }];
        for (condition, result) in branches {
            conditions.push(match (&operand, repeated) {
                (None, _) => self.condition(condition)?,
                (Some(_), Some(repeated)) => {
                    self.spend(repeated.size())?;
                    let condition = self.term(condition)?;
                    self.named("=", repeated.clone(), condition)
                }
                (Some(operand), None) => {
                    let placeholder = Term::new(Head::Keyword("case".into()), operand.ty.clone(), Vec::new());
                    let condition = self.term(condition)?;
                    self.named("=", placeholder, condition)
                }
            });
            results.push(self.term(result)?);
        }
        let (ty, mut results) = self.unify(results);
        let otherwise = results.remove(0);
        let mut children = Vec::new();
        for (condition, result) in conditions.into_iter().zip(results) {
            children.push(condition);
            children.push(result);
        }
        children.push(otherwise);
        if let (Some(operand), None) = (operand.clone(), repeated) {
            children.push(operand);
            return Ok(Term::new(Head::Choice("case".into()), ty, children));
        }
        Ok(Term::new(Head::Case, ty, children))
    }

    /// All to their common type. Where that is not known they stay as they are.
    pub(super) fn unify(&self, terms: Vec<Term>) -> (Option<Ty>, Vec<Term>) {
        let types: Vec<Option<Ty>> = terms.iter().map(|term| term.ty.clone()).collect();
        let common = self.types.common(&types);
        let terms = match &common {
            Some(ty) => terms.into_iter().map(|term| self.coerce(term, ty)).collect(),
            None => terms,
        };
        (common, terms)
    }

    fn choice(&self, choice: Choice, items: &[Expr]) -> Analysed {
        let terms = self.all(items)?;
        let word = match choice {
            Choice::Coalesce => "coalesce",
            Choice::Greatest => "greatest",
            Choice::Least => "least",
            Choice::NullIf => {
                let [left, right] = <[Term; 2]>::try_from(terms).map_err(|_| TooLarge)?;
                let equality = self.named("=", left, right);
                let ty = equality.children.first().and_then(|first| first.ty.clone());
                return Ok(Term::new(Head::Choice("nullif".into()), ty, equality.children));
            }
        };
        let (ty, terms) = self.unify(terms);
        Ok(Term::new(Head::Choice(word.into()), ty, terms))
    }

    fn array(&self, items: &[Expr]) -> Analysed {
        let terms = self.all(items)?;
        if terms.is_empty() {
            return Ok(Term::new(Head::Array, None, terms));
        }
        let (ty, terms) = self.unify(terms);
        let ty = ty.map(|ty| if ty.array { ty } else { ty.array_of() });
        Ok(Term::new(Head::Array, ty, terms))
    }

    /// `ARRAY[…]::t[]`: the items take the type at once.
    fn array_as(&self, items: &[Expr], declared: &Declared) -> Analysed {
        let element = Declared { ty: declared.ty.element(), modifiers: declared.modifiers.clone() };
        let terms: Analysed<Vec<Term>> = items
            .iter()
            .map(|item| {
                if let ExprKind::Array(inner) = &item.kind {
                    self.array_as(inner, declared)
                } else {
                    let term = self.term(item)?;
                    let nested = term.ty.as_ref().is_some_and(|ty| ty.array);
                    Ok(self.convert(term, if nested { declared } else { &element }, true))
                }
            })
            .collect();
        Ok(Term::new(Head::Array, Some(declared.ty.clone()), terms?))
    }

    fn subscript(&self, operand: &Expr, index: &Subscript) -> Analysed {
        let operand = self.term(operand)?;
        let ty = operand.ty.as_ref().map(|ty| self.types.base(ty));
        let jsonb = ty.as_ref().is_some_and(|ty| ty.is("jsonb"));
        let array = ty.as_ref().is_some_and(|ty| ty.array);
        let place = |tree: &Expr| -> Analysed {
            let term = self.term(tree)?;
            Ok(if jsonb {
                self.known(term)
            } else if array {
                self.coerce(term, &Ty::builtin("int4"))
            } else {
                term
            })
        };
        let mut children = vec![operand];
        let (head, ty) = match index {
            Subscript::Index(index) => {
                children.push(place(index)?);
                let element = if array { ty.map(|ty| ty.element()) } else { ty.filter(|_| jsonb) };
                (Head::Index, element)
            }
            Subscript::Slice(lower, upper) => {
                for bound in [lower, upper].into_iter().flatten() {
                    children.push(place(bound)?);
                }
                (Head::Slice { lower: lower.is_some(), upper: upper.is_some() }, ty.filter(|_| array))
            }
        };
        Ok(Term::new(head, ty, children))
    }
}

/// A number with its sign is one constant: the smallest integers are of a smaller type than without it.
fn negative(written: &str) -> Option<Term> {
    let (base, text) = constant::number(written)?;
    let text = constant::negate(base, &text)?;
    let base = match text.parse::<i64>() {
        Ok(value) if i32::try_from(value).is_ok() => "int4",
        Ok(_) => "int8",
        Err(_) => base,
    };
    Some(Term::constant(Value::Exact(text.into()), Ty::builtin(base)))
}

fn typed(head: Head, declared: Option<Declared>, children: Vec<Term>) -> Term {
    let (ty, modifiers) = declared.map_or((None, Vec::new()), |found| (Some(found.ty), found.modifiers));
    Term { head, ty, modifiers, children }
}

pub(super) fn boolean(head: Head, children: Vec<Term>) -> Term {
    Term::new(head, Some(Ty::builtin("bool")), children)
}

/// `AND` and `OR`: flat, and in one order where order cannot matter.
pub(super) fn junction(head: Head, terms: Vec<Term>) -> Term {
    let mut flat = Vec::with_capacity(terms.len());
    for term in terms {
        if term.head == head { flat.extend(term.children) } else { flat.push(term) }
    }
    if flat.iter().all(Term::cannot_fail) {
        flat.sort();
        flat.dedup();
    }
    match flat.pop() {
        Some(only) if flat.is_empty() => only,
        last => {
            flat.extend(last);
            boolean(head, flat)
        }
    }
}

/// An operator that is not of `pg_catalog`, or whose operands are not known: its name and, for comparisons, its type.
pub(super) fn unresolved(operator: &Operator) -> (Box<str>, Option<Ty>) {
    let schema = operator.schema.as_ref().filter(|schema| &*schema.text != "pg_catalog");
    let name = match schema {
        Some(schema) => format!("{}.{}", schema.text, operator.name).into(),
        None => operator.name.clone(),
    };
    (name, COMPARISONS.contains(&&*operator.name).then(|| Ty::builtin("bool")))
}

/// Fits a value to modifiers. Only strings are cut when it is said, and refused when it is not.
fn length(term: Term, declared: &Declared, explicit: bool) -> Term {
    if term.modifiers == declared.modifiers {
        return term;
    }
    if matches!(term.head, Head::Array) && declared.ty.array {
        let element = Declared { ty: declared.ty.element(), modifiers: declared.modifiers.clone() };
        let items = term.children.into_iter().map(|item| {
            let nested = matches!(item.head, Head::Array);
            length(item, if nested { declared } else { &element }, explicit)
        });
        return Term::new(Head::Array, term.ty, items.collect());
    }
    match &term.head {
        Head::Constant(Value::Null) => return term,
        Head::Constant(Value::Exact(text)) => {
            if let Some(text) = constant::fit(&declared.ty.base, &declared.modifiers, text) {
                return Term::constant(Value::Exact(text.into()), declared.ty.clone());
            }
        }
        _ => {}
    }
    let cuts = matches!(&*declared.ty.base, "varchar" | "bpchar" | "bit" | "varbit");
    let head = Head::Length { modifiers: declared.modifiers.clone(), explicit: explicit && cuts };
    Term { head, ty: term.ty.clone(), modifiers: declared.modifiers.clone(), children: vec![term] }
}

/// A name without `pg_catalog`.
fn catalog_name(path: &Path) -> Box<str> {
    let parts: Vec<_> = path
        .parts
        .iter()
        .filter(|part| &*part.text != "pg_catalog")
        .map(|part| crate::catalog::names::quote_identifier(&part.text))
        .collect();
    parts.join(".").into()
}

fn keyword_term(keyword: SqlKeyword, precision: Option<&str>) -> Term {
    let (word, ty) = match keyword {
        SqlKeyword::CurrentDate => ("current_date", "date"),
        SqlKeyword::CurrentTime => ("current_time", "timetz"),
        SqlKeyword::CurrentTimestamp => ("current_timestamp", "timestamptz"),
        SqlKeyword::LocalTime => ("localtime", "time"),
        SqlKeyword::LocalTimestamp => ("localtimestamp", "timestamp"),
        SqlKeyword::CurrentRole | SqlKeyword::CurrentUser | SqlKeyword::User => ("current_user", "name"),
        SqlKeyword::SessionUser => ("session_user", "name"),
        SqlKeyword::CurrentCatalog => ("current_catalog", "name"),
        SqlKeyword::CurrentSchema => ("current_schema", "name"),
    };
    let ty = Some(Ty::builtin(ty));
    match precision {
        // The documentation calls the two equivalent.
        None if keyword == SqlKeyword::CurrentTimestamp => {
            let head = Head::Call { name: "now".into(), details: "".into(), known: true, volatile: false };
            Term::new(head, ty, Vec::new())
        }
        None => Term::new(Head::Keyword(word.into()), ty, Vec::new()),
        Some(precision) => Term::new(Head::Keyword(format!("{word}({precision})").into()), ty, Vec::new()),
    }
}
