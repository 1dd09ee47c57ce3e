//! Whether the queries of two views mean the same.
//!
//! Both are analysed against one catalog. Columns are then called by the source that they are of and their place in
//! it, so that aliases, qualification and stars make no difference; clauses are compared one by one, expressions on
//! trees whose types are known. A sub-query that is equal on both sides is the same constant for what surrounds it.

use std::cell::Cell;

use super::compare::Verdict;
use super::facts::Expression;
use super::scope::Surroundings;
use crate::catalog::names::{self, quote_literal};
use crate::catalog::{Catalog, ObjectId};
use crate::expression::tree::{Expr, ExprKind, QueryForm, SortKey, TextRange};
use crate::expression::typing::{TypeRef, facts};
use crate::expression::{self, Scope, UserFunction, UserType};
use crate::query::tree::{
    Body, Distinct, FromItem, FromKind, GroupItem, JoinCondition, JoinKind, Query, Select, SetOperation,
    SetStep, With,
};
use crate::query::{Analysis, CatalogScope, Environment, Form, Refusal, analyse, output_names, parse};
use crate::syntax::lexer::{Lexer, TokenKind};

/// Compares two queries, each valid where names have their schema.
pub(super) fn compare(catalog: &Catalog, left: &str, right: &str) -> Verdict {
    if left == right {
        return Verdict::Equal;
    }
    let (Ok(left_tree), Ok(right_tree)) = (parse(left), parse(right)) else { return Verdict::Undecidable };
    let scope = CatalogScope::new(catalog, catalog.open_path());
    let understood = |tree| analyse(tree, &scope, &Environment::default());
    let (left_side, right_side) = match (understood(&left_tree), understood(&right_tree)) {
        (Ok(left_analysis), Ok(right_analysis)) => (
            Side { catalog, text: left, analysis: left_analysis },
            Side { catalog, text: right, analysis: right_analysis },
        ),
        // It names what this side does not have.
        (Ok(_), Err(Refusal { certain: true, sqlstate: "42P01" | "42703" | "42883" | "42704", .. })) => {
            return Verdict::Different;
        }
        _ => return Verdict::Undecidable,
    };
    let comparison = Comparison { left: &left_side, right: &right_side, placeholders: Cell::new(0) };
    let found = comparison.query(&left_tree, &right_tree, true, &mut Vec::new());
    let (own, other) = (left_side.analysis.sources.len(), right_side.analysis.sources.len());
    // Sources are told apart by their order, which must be the same.
    if own == other || found == Verdict::Equal { found } else { found.max(Verdict::Undecidable) }
}

/// One of the queries.
struct Side<'a> {
    catalog: &'a Catalog,
    text: &'a str,
    analysis: Analysis,
}

struct Comparison<'a> {
    left: &'a Side<'a>,
    right: &'a Side<'a>,
    placeholders: Cell<u32>,
}

/// Names of common table expressions that stand for each other, innermost last.
type Tables<'q> = Vec<(&'q str, &'q str)>;

fn decided(equal: bool) -> Verdict {
    if equal { Verdict::Equal } else { Verdict::Different }
}

fn known(equal: bool) -> Verdict {
    if equal { Verdict::Equal } else { Verdict::Undecidable }
}

/// The query itself, where parentheses around it do nothing.
fn bare(mut query: &Query) -> &Query {
    while let Body::Nested(inner) = &query.body {
        let plain = query.with.is_none()
            && query.order_by.is_empty()
            && query.limit.is_none()
            && query.offset.is_none()
            && query.locking.is_empty();
        if !plain {
            break;
        }
        query = inner;
    }
    query
}

fn bare_body(body: &Body) -> &Body {
    match body {
        Body::Nested(inner) => {
            let inner = bare(inner);
            let plain = inner.with.is_none()
                && inner.order_by.is_empty()
                && inner.limit.is_none()
                && inner.offset.is_none()
                && inner.locking.is_empty();
            if plain { bare_body(&inner.body) } else { body }
        }
        _ => body,
    }
}

/// The arms of set operations that are applied one after the other.
fn arms(set: &SetOperation) -> (Vec<&Body>, Vec<SetStep>) {
    let (mut bodies, mut steps) = match bare_body(&set.first.body) {
        Body::Set(inner) => arms(inner),
        other => (vec![other], Vec::new()),
    };
    for (step, operand) in &set.rest {
        steps.push(*step);
        bodies.push(bare_body(&operand.body));
    }
    (bodies, steps)
}

/// An item and the joins with it, parentheses on the left opened.
fn joins(item: &FromItem) -> (&FromItem, Vec<(JoinKind, &FromItem, &JoinCondition)>) {
    let FromKind::Join(join) = &item.kind else { return (item, Vec::new()) };
    if item.alias.is_some() {
        return (item, Vec::new());
    }
    let (first, mut steps) = joins(&join.first);
    steps.extend(join.rest.iter().map(|step| (step.kind, &step.item, &step.condition)));
    (first, steps)
}

impl Comparison<'_> {
    fn query<'q>(&self, left: &'q Query, right: &'q Query, top: bool, tables: &mut Tables<'q>) -> Verdict {
        let (left, right) = (bare(left), bare(right));
        let outside = tables.len();
        let mut found = self.with(left.with.as_ref(), right.with.as_ref(), tables);
        found = found.max(self.body(&left.body, &right.body, top, tables));
        let keys = match (bare_body(&left.body), bare_body(&right.body)) {
            (Body::Select(left_select), Body::Select(right_select)) => self.sort_keys(
                (&left.order_by, Some(left_select)),
                (&right.order_by, Some(right_select)),
                tables,
            ),
            _ => self.output_keys(left, right),
        };
        found = found.max(keys);
        for (left, right) in [(&left.limit, &right.limit), (&left.offset, &right.offset)] {
            found = found.max(self.optional(left.as_ref(), right.as_ref(), Some("bigint"), tables));
        }
        found = found.max(decided(left.with_ties == right.with_ties));
        // The server names all tables where none was named.
        let locks = |query: &Query| -> Vec<(&'static str, Option<&'static str>)> {
            query.locking.iter().map(|lock| (lock.strength, lock.wait)).collect()
        };
        found = found.max(decided(locks(left) == locks(right)));
        tables.truncate(outside);
        found
    }

    fn with<'q>(&self, left: Option<&'q With>, right: Option<&'q With>, tables: &mut Tables<'q>) -> Verdict {
        let (left, right) = match (left, right) {
            (None, None) => return Verdict::Equal,
            (Some(left), Some(right)) if left.tables.len() == right.tables.len() => (left, right),
            _ => return Verdict::Different,
        };
        let mut found = known(left.recursive == right.recursive);
        for (left, right) in left.tables.iter().zip(&right.tables) {
            let names: (&str, &str) = (&left.name.text, &right.name.text);
            // Where it does not see itself, what it names is found further out.
            tables.push(names);
            found = found
                .max(decided(left.materialized == right.materialized))
                .max(known(left.search == right.search && left.cycle.is_none() && right.cycle.is_none()))
                .max(self.query(&left.query, &right.query, false, tables));
        }
        found
    }

    fn body<'q>(&self, left: &'q Body, right: &'q Body, top: bool, tables: &mut Tables<'q>) -> Verdict {
        match (bare_body(left), bare_body(right)) {
            (Body::Select(left), Body::Select(right)) => self.select(left, right, top, tables),
            (Body::Values(left), Body::Values(right)) => {
                if left.len() != right.len() {
                    return Verdict::Different;
                }
                let mut found = Verdict::Equal;
                for (left, right) in left.iter().zip(right) {
                    if left.len() != right.len() {
                        return Verdict::Different;
                    }
                    for (at, (left, right)) in left.iter().zip(right).enumerate() {
                        let ty = self.output_type(at, top);
                        found =
                            found.max(self.optional(left.as_ref(), right.as_ref(), ty.as_deref(), tables));
                    }
                }
                found
            }
            (Body::Set(left), Body::Set(right)) => {
                let ((left, left_steps), (right, right_steps)) = (arms(left), arms(right));
                let words = |steps: &[SetStep]| -> Vec<_> {
                    steps.iter().map(|step| (step.operator, step.all)).collect()
                };
                if words(&left_steps) != words(&right_steps) {
                    return Verdict::Different;
                }
                let pairs = left.into_iter().zip(right);
                pairs.map(|(left, right)| self.body(left, right, top, tables)).max().unwrap_or(Verdict::Equal)
            }
            (Body::Nested(left), Body::Nested(right)) => self.query(left, right, top, tables),
            // Values are printed as a sub-query when their columns got other names.
            _ => Verdict::Undecidable,
        }
    }

    /// The type of a column of the whole query.
    fn output_type(&self, at: usize, top: bool) -> Option<String> {
        let column = self.left.analysis.columns.get(at).filter(|_| top)?;
        column.ty.as_ref().map(TypeRef::print)
    }

    fn select<'q>(&self, left: &'q Select, right: &'q Select, top: bool, tables: &mut Tables<'q>) -> Verdict {
        if left.targets.len() != right.targets.len() || left.from.len() != right.from.len() {
            return Verdict::Different;
        }
        let mut found = Verdict::Equal;
        for (left, right) in left.from.iter().zip(&right.from) {
            found = found.max(self.item(left, right, tables));
        }
        for (at, (left, right)) in left.targets.iter().zip(&right.targets).enumerate() {
            // A constant of no type becomes text where nothing asks for another type.
            let text = matches!(left.value.kind, ExprKind::String(_) | ExprKind::Null);
            let ty = self.output_type(at, top).or_else(|| text.then(|| "text".to_owned()));
            found = found.max(self.expr(&left.value, &right.value, ty.as_deref(), tables));
        }
        let condition = (left.condition.as_ref(), right.condition.as_ref());
        found = found.max(self.optional(condition.0, condition.1, Some("boolean"), tables));
        let having = (left.having.as_ref(), right.having.as_ref());
        found = found.max(self.optional(having.0, having.1, Some("boolean"), tables));
        found = found.max(match (&left.distinct, &right.distinct) {
            (Distinct::No, Distinct::No) | (Distinct::All, Distinct::All) => Verdict::Equal,
            (Distinct::On(left_keys), Distinct::On(right_keys)) => {
                let pairs = left_keys.iter().zip(right_keys);
                let keys = pairs.map(|(one, other)| self.key(one, other, left, right, tables));
                let keys = keys.max().unwrap_or(Verdict::Equal).min(Verdict::Undecidable);
                keys.max(known(left_keys.len() == right_keys.len()))
            }
            _ => Verdict::Different,
        });
        found = found.max(decided(left.group_distinct == right.group_distinct));
        found = found.max(self.groups(&left.group_by, &right.group_by, left, right, tables));
        let windows = left.windows.iter().zip(&right.windows).map(|(one, other)| {
            let (one, other) = (&one.definition, &other.definition);
            let sorted = self.sort_keys((&one.order_by, None), (&other.order_by, None), tables);
            let keys = one.partition_by.iter().zip(&other.partition_by);
            keys.map(|(left, right)| self.expr(left, right, None, tables))
                .max()
                .unwrap_or(Verdict::Equal)
                .max(sorted)
                .max(known(one.partition_by.len() == other.partition_by.len() && one.frame == other.frame))
        });
        found = windows.max().unwrap_or(Verdict::Equal).max(found);
        found.max(known(left.windows.len() == right.windows.len()))
    }

    fn groups<'q>(
        &self,
        left: &'q [GroupItem],
        right: &'q [GroupItem],
        left_in: &'q Select,
        right_in: &'q Select,
        tables: &mut Tables<'q>,
    ) -> Verdict {
        if left.len() != right.len() {
            return decided(false).min(if left.is_empty() == right.is_empty() {
                Verdict::Undecidable
            } else {
                Verdict::Different
            });
        }
        let mut found = Verdict::Equal;
        for (one, other) in left.iter().zip(right) {
            found = found.max(match (one, other) {
                (GroupItem::Empty, GroupItem::Empty) => Verdict::Equal,
                (GroupItem::Expr(one), GroupItem::Expr(other)) => {
                    self.key(one, other, left_in, right_in, tables)
                }
                (GroupItem::Rollup(one), GroupItem::Rollup(other))
                | (GroupItem::Cube(one), GroupItem::Cube(other))
                    if one.len() == other.len() =>
                {
                    let pairs = one.iter().zip(other);
                    let keys = pairs.map(|(one, other)| self.key(one, other, left_in, right_in, tables));
                    keys.max().unwrap_or(Verdict::Equal)
                }
                (GroupItem::Sets(one), GroupItem::Sets(other)) => {
                    self.groups(one, other, left_in, right_in, tables)
                }
                _ => Verdict::Undecidable,
            });
        }
        found
    }

    /// Keys that may be numbers or names of output columns.
    fn key<'q>(
        &self,
        left: &'q Expr,
        right: &'q Expr,
        left_in: &'q Select,
        right_in: &'q Select,
        tables: &mut Tables<'q>,
    ) -> Verdict {
        let (left, right) = (self.left.target(left, left_in), self.right.target(right, right_in));
        self.expr(left, right, None, tables)
    }

    fn sort_keys<'q>(
        &self,
        (left, left_in): (&'q [SortKey], Option<&'q Select>),
        (right, right_in): (&'q [SortKey], Option<&'q Select>),
        tables: &mut Tables<'q>,
    ) -> Verdict {
        // A key that stood there before is left out.
        let (left, right) = (self.left.sorting(left, left_in), self.right.sorting(right, right_in));
        if left.len() != right.len() {
            return Verdict::Different;
        }
        let mut found = Verdict::Equal;
        for (one, other) in left.into_iter().zip(right) {
            let values = match (left_in, right_in) {
                (Some(left_in), Some(right_in)) => {
                    self.key(&one.value, &other.value, left_in, right_in, tables)
                }
                _ => self.expr(&one.value, &other.value, None, tables),
            };
            found = found.max(values).max(same_direction(one, other));
        }
        found
    }

    /// `ORDER BY` of a set operation: names and numbers of output columns.
    fn output_keys(&self, left: &Query, right: &Query) -> Verdict {
        if left.order_by.len() != right.order_by.len() {
            return Verdict::Different;
        }
        let place = |query: &Query, key: &SortKey| match &key.value.kind {
            ExprKind::Number(number) => number.parse::<usize>().ok().and_then(|at| at.checked_sub(1)),
            ExprKind::Column { path, all: false } => {
                output_names(query)?.iter().position(|name| **name == *path.name())
            }
            _ => None,
        };
        let pairs = left.order_by.iter().zip(&right.order_by);
        let verdicts = pairs.map(|(one, other)| match (place(left, one), place(right, other)) {
            (Some(a), Some(b)) => decided(a == b).max(same_direction(one, other)),
            _ => Verdict::Undecidable,
        });
        verdicts.max().unwrap_or(Verdict::Equal)
    }

    fn item<'q>(&self, left: &'q FromItem, right: &'q FromItem, tables: &mut Tables<'q>) -> Verdict {
        let ((left_first, left_steps), (right_first, right_steps)) = (joins(left), joins(right));
        if left_steps.len() != right_steps.len() {
            return Verdict::Different;
        }
        let mut found = if left_steps.is_empty() {
            self.single(left, right, tables)
        } else {
            self.item(left_first, right_first, tables)
        };
        for ((kind, left, condition), (other_kind, right, other_condition)) in
            left_steps.into_iter().zip(right_steps)
        {
            found = found.max(decided(kind == other_kind)).max(self.item(left, right, tables));
            found = found.max(match (condition, other_condition) {
                (JoinCondition::None, JoinCondition::None) => Verdict::Equal,
                (JoinCondition::On(left), JoinCondition::On(right)) => {
                    self.expr(left, right, Some("boolean"), tables)
                }
                (JoinCondition::Using { columns: left, .. }, JoinCondition::Using { columns: right, .. }) => {
                    decided(left.iter().map(|name| &name.text).eq(right.iter().map(|name| &name.text)))
                }
                _ => Verdict::Undecidable,
            });
        }
        found
    }

    fn single<'q>(&self, left: &'q FromItem, right: &'q FromItem, tables: &mut Tables<'q>) -> Verdict {
        let found = match (&left.kind, &right.kind) {
            (
                FromKind::Relation { name: left, sample: left_sample },
                FromKind::Relation { name: right, sample: right_sample },
            ) => {
                let target = |side: &Side<'_>, range: TextRange| {
                    let mut named = side.analysis.references.iter();
                    named.find(|reference| reference.range == range).map(|reference| reference.target)
                };
                let same =
                    match (target(self.left, left.path.range()), target(self.right, right.path.range())) {
                        (Some(left), Some(right)) => decided(left == right),
                        (None, None) => {
                            let pair = (left.path.name(), right.path.name());
                            let either =
                                tables.iter().rev().find(|table| table.0 == pair.0 || table.1 == pair.1);
                            match either {
                                Some(table) => decided(*table == pair),
                                None => decided(pair.0 == pair.1),
                            }
                        }
                        _ => Verdict::Different,
                    };
                same.max(decided(left.only == right.only))
                    .max(known(left_sample.is_none() && right_sample.is_none()))
            }
            (FromKind::Query(left), FromKind::Query(right)) => self.query(left, right, false, tables),
            (
                FromKind::Functions { functions: left, ordinality: left_ordinality, .. },
                FromKind::Functions { functions: right, ordinality: right_ordinality, .. },
            ) if left.len() == right.len() => {
                let mut found = decided(left_ordinality == right_ordinality);
                for (left, right) in left.iter().zip(right) {
                    found = found.max(self.expr(&left.call, &right.call, None, tables));
                    let types = |columns: &[crate::query::tree::ColumnDefinition]| -> Vec<String> {
                        columns.iter().map(|column| format!("{:?}", column.ty.path.name())).collect()
                    };
                    found = found.max(known(types(&left.columns) == types(&right.columns)));
                }
                found
            }
            (FromKind::Join(left), FromKind::Join(right)) => {
                let mut found = self.item(&left.first, &right.first, tables);
                found = found.max(decided(left.rest.len() == right.rest.len()));
                for (left, right) in left.rest.iter().zip(&right.rest) {
                    found = found.max(decided(left.kind == right.kind)).max(self.item(
                        &left.item,
                        &right.item,
                        tables,
                    ));
                    found = found.max(match (&left.condition, &right.condition) {
                        (JoinCondition::None, JoinCondition::None) => Verdict::Equal,
                        (JoinCondition::On(left), JoinCondition::On(right)) => {
                            self.expr(left, right, Some("boolean"), tables)
                        }
                        _ => Verdict::Undecidable,
                    });
                }
                found
            }
            _ => Verdict::Different,
        };
        let lateral_counts = matches!(left.kind, FromKind::Query(_));
        found.max(known(!lateral_counts || left.lateral == right.lateral))
    }

    fn optional<'q>(
        &self,
        left: Option<&'q Expr>,
        right: Option<&'q Expr>,
        expected: Option<&str>,
        tables: &mut Tables<'q>,
    ) -> Verdict {
        match (left, right) {
            (None, None) => Verdict::Equal,
            (Some(left), Some(right)) => self.expr(left, right, expected, tables),
            _ => Verdict::Different,
        }
    }

    /// Expressions, their sub-queries first.
    fn expr<'q>(
        &self,
        left: &'q Expr,
        right: &'q Expr,
        expected: Option<&str>,
        tables: &mut Tables<'q>,
    ) -> Verdict {
        let (mut left_queries, mut right_queries) = (Vec::new(), Vec::new());
        queries(left, &mut left_queries);
        queries(right, &mut right_queries);
        let mut found = known(left_queries.len() == right_queries.len());
        let (mut left_names, mut right_names) = (Vec::new(), Vec::new());
        for at in 0..left_queries.len().max(right_queries.len()) {
            let verdict = match (left_queries.get(at), right_queries.get(at)) {
                (Some((_, Some(left))), Some((_, Some(right)))) => self.query(left, right, false, tables),
                _ => Verdict::Undecidable,
            };
            found = found.max(verdict);
            let name = self.placeholder();
            left_names.push(name.clone());
            right_names.push(if verdict == Verdict::Equal { name } else { self.placeholder() });
        }
        let (left, right) = (
            self.left.canonical(left, &mut left_names.into_iter()),
            self.right.canonical(right, &mut right_names.into_iter()),
        );
        if left == right {
            return found;
        }
        let scope = Names { left: self.left, surroundings: &surroundings(self.left.catalog) };
        found.max(match expression::compare_as(&left, &right, &scope, expected) {
            expression::Verdict::Equal => Verdict::Equal,
            // The server writes more casts and moves some; what it is made of stays.
            expression::Verdict::Different if ingredients(&left) == ingredients(&right) => {
                Verdict::Undecidable
            }
            expression::Verdict::Different => Verdict::Different,
            expression::Verdict::Undecidable => Verdict::Undecidable,
        })
    }

    fn placeholder(&self) -> String {
        let number = self.placeholders.get() + 1;
        self.placeholders.set(number);
        format!("SELECT q{number}")
    }
}

/// `ASC NULLS LAST` and `DESC NULLS FIRST` need not be said.
fn same_direction(left: &SortKey, right: &SortKey) -> Verdict {
    let direction = |key: &SortKey| (key.descending, key.nulls_first.unwrap_or(key.descending));
    let using = |key: &SortKey| key.using.as_ref().map(|operator| operator.name.clone());
    decided(direction(left) == direction(right)).max(known(using(left) == using(right)))
}

/// The columns, calls and constants of an expression with canonical names, without order. Types are left out.
fn ingredients(text: &str) -> Vec<String> {
    let tokens: Vec<_> = Lexer::new(text)
        .filter(|token| !matches!(token.kind, TokenKind::Whitespace | TokenKind::Comment))
        .collect();
    let word = |at: usize| tokens.get(at).map_or("", |token| token.text(text));
    let of_type = |word: &str| {
        let word = word.to_ascii_lowercase();
        crate::catalog::builtin_type(&word).is_some() || TYPE_WORDS.contains(&&*word)
    };
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let called = tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::LeftParen);
        match token.kind {
            TokenKind::Word if called && of_type(word(at)) => {
                // Its modifiers.
                while at < tokens.len() && tokens[at].kind != TokenKind::RightParen {
                    at += 1;
                }
            }
            TokenKind::Word if word(at + 1) == "." && word(at).starts_with('s') => {
                found.push(format!("{}.{}", word(at), word(at + 2)));
                at += 2;
            }
            TokenKind::Word | TokenKind::QuotedName if called => {
                let name = word(at).to_ascii_lowercase();
                if !NO_FUNCTIONS.contains(&&*name) {
                    found.push(name);
                }
            }
            TokenKind::Integer | TokenKind::Float | TokenKind::String => found.push(word(at).to_owned()),
            _ => {}
        }
        at += 1;
    }
    found.sort_unstable();
    found
}

/// Words that a parenthesis may follow and that call nothing.
const NO_FUNCTIONS: &[&str] = &[
    "all", "and", "any", "array", "as", "between", "by", "case", "distinct", "else", "exists", "filter",
    "from", "group", "having", "ilike", "in", "is", "like", "not", "on", "or", "over", "row", "select",
    "similar", "some", "then", "to", "union", "using", "values", "when", "where", "within",
];

/// Words of types that may have modifiers, other than the types' own names.
const TYPE_WORDS: &[&str] = &["character", "char", "varying", "decimal", "dec", "float"];

/// The sub-queries that stand in an expression, in the order of the text, not those within them.
fn queries<'q>(tree: &'q Expr, found: &mut Vec<(TextRange, Option<&'q Query>)>) {
    if let ExprKind::Query { query, tree, .. } = &tree.kind {
        found.push((*query, tree.as_deref()));
    }
    tree.each_child(&mut |child| queries(child, found));
    found.sort_by_key(|(range, _)| *range);
}

impl Side<'_> {
    /// The keys of `ORDER BY` that have not stood there before.
    fn sorting<'q>(&self, keys: &'q [SortKey], select: Option<&'q Select>) -> Vec<&'q SortKey> {
        let mut seen: Vec<String> = Vec::new();
        let mut found = Vec::new();
        for key in keys {
            let value = select.map_or(&key.value, |select| self.target(&key.value, select));
            let text = self.canonical(value, &mut std::iter::empty());
            if !seen.contains(&text) {
                seen.push(text);
                found.push(key);
            }
        }
        found
    }

    /// What a key of `GROUP BY` or `ORDER BY` means: a target by its number or its name, or itself.
    fn target<'q>(&self, key: &'q Expr, select: &'q Select) -> &'q Expr {
        match &key.kind {
            ExprKind::Number(number) => {
                let at = number.parse::<usize>().ok().and_then(|at| at.checked_sub(1));
                at.and_then(|at| select.targets.get(at)).map_or(key, |target| &target.value)
            }
            ExprKind::Column { path, all: false } if path.parts.len() == 1 => {
                if self.analysis.uses.iter().any(|found| found.range == key.range) {
                    return key;
                }
                let named = select.targets.iter().find(|target| match (&target.label, &target.value.kind) {
                    (Some(label), _) => *label.text == *path.name(),
                    (None, ExprKind::Column { path: own, all: false }) => own.name() == path.name(),
                    (None, ExprKind::Call(call)) => call.function.name() == path.name(),
                    (None, ExprKind::Field { field, .. }) => *field.text == *path.name(),
                    _ => false,
                });
                named.map_or(key, |target| &target.value)
            }
            _ => key,
        }
    }

    /// The expression with canonical names: `s2.c0` for the first column of the third source.
    fn canonical(&self, tree: &Expr, names: &mut dyn Iterator<Item = String>) -> String {
        let mut found: Vec<(TextRange, String)> = Vec::new();
        self.replacements(tree, names, &mut found);
        let within = |range: TextRange| tree.range.start <= range.start && range.end <= tree.range.end;
        for used in self.analysis.uses.iter().filter(|used| within(used.range)) {
            let name = match used.column {
                Some(column) => format!("s{}.c{column}", used.source),
                None => format!("s{}.row", used.source),
            };
            let written = self.text.get(used.range.range()).unwrap_or("");
            let name = if written.starts_with('(') { format!("({name})") } else { name };
            found.push((used.range, name));
        }
        for reference in self.analysis.references.iter().filter(|reference| within(reference.range)) {
            let name = match (reference.form, reference.target) {
                (_, ObjectId::Column(id)) => {
                    crate::catalog::names::quote_identifier(&self.catalog.columns[id].name).into_owned()
                }
                (Form::Qualified, target) => self.catalog.printed_name(target),
                (Form::Literal, target) => quote_literal(&self.catalog.printed_name(target)),
                _ => continue,
            };
            found.push((reference.range, name));
        }
        found.sort_by_key(|(range, _)| (range.start, u32::MAX - range.end));
        let mut out = String::new();
        let mut at = tree.range.start as usize;
        for (range, name) in found {
            let (start, end) = (range.start as usize, range.end as usize);
            if start < at {
                continue;
            }
            out.push_str(self.text.get(at..start).unwrap_or(""));
            out.push_str(&name);
            at = end;
        }
        out.push_str(self.text.get(at..tree.range.end as usize).unwrap_or(""));
        out
    }

    /// The sub-queries of an expression by their names; `NOT IN` as PostgreSQL keeps it.
    fn replacements(
        &self,
        tree: &Expr,
        names: &mut dyn Iterator<Item = String>,
        found: &mut Vec<(TextRange, String)>,
    ) {
        if let ExprKind::Query { form, outer, query, .. } = &tree.kind {
            if let (QueryForm::NotIn, Some((operand, _))) = (form, outer) {
                let operand = self.canonical(operand, names);
                let name = names.next().unwrap_or_default();
                found.push((tree.range, format!("(NOT ({operand} IN ({name})))")));
                return;
            }
            if let Some((operand, _)) = outer {
                self.replacements(operand, names, found);
            }
            found.push((*query, names.next().unwrap_or_default()));
            return;
        }
        if let ExprKind::Call(call) = &tree.kind
            && let [only] = &*call.arguments
            && let at = call.function.range()
            && self.analysis.references.iter().any(|found| found.range == at && found.form == Form::Attribute)
        {
            let operand = self.canonical(&only.value, names);
            let field = crate::catalog::names::quote_identifier(call.function.name());
            found.push((tree.range, format!("({operand}).{field}")));
            return;
        }
        if let Some((source, column)) = self.column_of_row(tree) {
            found.push((tree.range, format!("s{source}.c{column}")));
            return;
        }
        tree.each_child(&mut |child| self.replacements(child, names, found));
    }

    /// The call is of a function that the catalog has, not of a column.
    fn names_function(&self, tree: &Expr) -> bool {
        let ExprKind::Call(call) = &tree.kind else { return false };
        let at = call.function.range();
        let mut references = self.analysis.references.iter();
        references.any(|reference| reference.range == at && matches!(reference.target, ObjectId::Function(_)))
    }

    /// `(row).name` and `name(row)` are the column.
    fn column_of_row(&self, tree: &Expr) -> Option<(u32, usize)> {
        let (operand, name) = match &tree.kind {
            ExprKind::Field { operand, field } => (&**operand, &*field.text),
            ExprKind::Call(call) => match &*call.arguments {
                [only] if call.over.is_none() => (&only.value, call.function.name()),
                _ => return None,
            },
            _ => return None,
        };
        let used = self.analysis.uses.iter().find(|used| used.range == operand.range)?;
        if matches!(tree.kind, ExprKind::Call(_)) && self.names_function(tree) {
            return None;
        }
        if used.column.is_some() {
            return None;
        }
        let columns = &self.analysis.sources.get(used.source as usize)?.columns;
        Some((used.source, columns.iter().position(|(own, _)| **own == *name)?))
    }
}

fn surroundings(catalog: &Catalog) -> Surroundings<'_> {
    static NOTHING: Expression =
        Expression { text: String::new(), columns_of: None, value_type: None, expected: None };
    Surroundings { catalog, expression: &NOTHING }
}

/// What canonical names mean, and all other names as in any expression of the catalog.
struct Names<'a> {
    left: &'a Side<'a>,
    surroundings: &'a Surroundings<'a>,
}

impl Scope for Names<'_> {
    fn column_type(&self, path: &[&str]) -> Option<String> {
        let [source, column] = path else { return None };
        let source: usize = source.strip_prefix('s')?.parse().ok()?;
        let source = self.left.analysis.sources.get(source)?;
        if *column == "row" {
            return source.row.as_ref().map(TypeRef::print);
        }
        let (_, ty) = source.columns.get(column.strip_prefix('c')?.parse::<usize>().ok()?)?;
        ty.as_ref().map(TypeRef::print)
    }

    fn user_type(&self, path: &[&str]) -> Option<UserType> {
        self.surroundings.user_type(path)
    }

    fn functions(&self, path: &[&str]) -> Vec<UserFunction> {
        let mut found = self.surroundings.functions(path);
        let (schema, name) = match path {
            [name] => (None, *name),
            [schema, name] => (Some(*schema), *name),
            _ => return found,
        };
        let catalog = self.left.catalog;
        let home = |source: &str| -> Option<Box<str>> {
            if source.is_empty() {
                return Some("pg_catalog".into());
            }
            let (_, extension) =
                catalog.extensions.iter().find(|(_, extension)| *extension.name == *source)?;
            Some(catalog.schemas[extension.schema.unwrap_or_else(|| catalog.public())].name.clone())
        };
        // Aggregates, and what extensions bring, stand in queries alone.
        let of_query = facts::functions(name)
            .filter(|row| !row.source.is_empty() || row.kind != "f" || !expression::compares_function(name));
        for row in of_query {
            let Some(own) = home(row.source) else { continue };
            if schema.is_some_and(|schema| *schema != *own) {
                continue;
            }
            let ty = |fact: facts::TypeFact| -> Option<String> {
                let mut ty = TypeRef::new(&home(fact.source)?, fact.name);
                ty.array = fact.array;
                Some(ty.print())
            };
            let arguments: Option<Vec<String>> = row.arguments().map(ty).collect();
            let (Some(arguments), Some(result)) = (arguments, ty(row.result)) else { continue };
            let name = if row.source.is_empty() { name.to_owned() } else { names::qualified(&own, name) };
            let (defaults, variadic, volatile) = (row.defaults, row.variadic, row.volatility == 'v');
            found.push(UserFunction { name, arguments, result, defaults, variadic, volatile });
        }
        found
    }

    fn relation(&self, path: &[&str]) -> Option<String> {
        self.surroundings.relation(path)
    }
}
