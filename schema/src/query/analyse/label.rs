//! What an output column is called that has no label (`FigureColname`).

use crate::expression::tree::{Choice, Expr, ExprKind, IsTest, QueryForm, SqlKeyword, TextRange};
use crate::query::tree::{Body, Query};

/// The name of an output column without a label. `query_name` gives that of a sub-query's first column.
pub(super) fn column_name(tree: &Expr, query_name: &dyn Fn(&Expr) -> Option<Box<str>>) -> Box<str> {
    figure(tree, query_name).map_or_else(|| "?column?".into(), |(name, _)| name)
}

/// Where the name stands in the text that gives an output column its own, if it may be renamed.
pub(super) fn named_by(tree: &Expr) -> Option<TextRange> {
    match &tree.kind {
        ExprKind::Column { path, all: false } => path.parts.last().map(|part| part.range),
        ExprKind::Field { field, .. } => Some(field.range),
        ExprKind::Call(call) => Some(call.function.range()),
        ExprKind::Collate { operand, .. } | ExprKind::Subscript { operand, .. } => named_by(operand),
        ExprKind::Cast { operand, ty } => match figure(operand, &|_| None) {
            Some((_, 2)) => named_by(operand),
            _ => Some(ty.name_range),
        },
        ExprKind::Case { otherwise: Some(otherwise), .. } => named_by(otherwise),
        _ => None,
    }
}

/// The name and how well it fits: 1 for one that a better one replaces.
fn figure(tree: &Expr, query_name: &dyn Fn(&Expr) -> Option<Box<str>>) -> Option<(Box<str>, u8)> {
    Some(match &tree.kind {
        ExprKind::Column { path, all: false } => (path.name().into(), 2),
        ExprKind::Field { field, .. } => (field.text.clone(), 2),
        ExprKind::Subscript { operand, .. } => return figure(operand, query_name),
        ExprKind::Call(call) => (call.function.name().into(), 2),
        ExprKind::Collate { operand, .. } => return figure(operand, query_name),
        ExprKind::Cast { operand, ty } => match figure(operand, query_name) {
            Some((name, 2)) => (name, 2),
            _ => (ty.path.name().into(), 1),
        },
        ExprKind::Case { otherwise, .. } => {
            match otherwise.as_deref().and_then(|tree| figure(tree, query_name)) {
                Some((name, 2)) => (name, 2),
                _ => ("case".into(), 1),
            }
        }
        ExprKind::Array(_) => ("array".into(), 2),
        ExprKind::Row(_) => ("row".into(), 2),
        ExprKind::Choice(choice, _) => (
            match choice {
                Choice::Coalesce => "coalesce",
                Choice::Greatest => "greatest",
                Choice::Least => "least",
                Choice::NullIf => "nullif",
            }
            .into(),
            2,
        ),
        ExprKind::Is { test: IsTest::Normalized(_), .. } => ("is_normalized".into(), 2),
        ExprKind::Keyword(keyword, _) => (
            match keyword {
                SqlKeyword::CurrentDate => "current_date",
                SqlKeyword::CurrentTime => "current_time",
                SqlKeyword::CurrentTimestamp => "current_timestamp",
                SqlKeyword::LocalTime => "localtime",
                SqlKeyword::LocalTimestamp => "localtimestamp",
                SqlKeyword::CurrentRole => "current_role",
                SqlKeyword::CurrentUser => "current_user",
                SqlKeyword::SessionUser => "session_user",
                SqlKeyword::User => "user",
                SqlKeyword::CurrentCatalog => "current_catalog",
                SqlKeyword::CurrentSchema => "current_schema",
            }
            .into(),
            2,
        ),
        ExprKind::Query { form: QueryForm::Exists, .. } => ("exists".into(), 2),
        ExprKind::Query { form: QueryForm::Array, .. } => ("array".into(), 2),
        ExprKind::Query { form: QueryForm::Scalar, .. } => (query_name(tree)?, 2),
        _ => return None,
    })
}

/// The names of a query's output columns, where they can be told without looking anything up.
pub(crate) fn output_names(query: &Query) -> Option<Vec<Box<str>>> {
    let mut body = &query.body;
    loop {
        match body {
            Body::Nested(inner) => body = &inner.body,
            Body::Set(set) => body = &set.first.body,
            Body::Values(rows) => {
                let width = rows.first().map_or(0, Vec::len);
                return Some((1..=width).map(|at| format!("column{at}").into()).collect());
            }
            Body::Select(select) => {
                return select
                    .targets
                    .iter()
                    .map(|target| match (&target.label, &target.value.kind) {
                        (Some(label), _) => Some(label.text.clone()),
                        (None, ExprKind::Column { all: true, .. } | ExprKind::AllFields(_)) => None,
                        (None, _) => Some(column_name(&target.value, &|tree| {
                            let ExprKind::Query { tree: Some(query), .. } = &tree.kind else { return None };
                            output_names(query)?.first().cloned()
                        })),
                    })
                    .collect();
            }
            Body::Table(_) | Body::Insert(_) | Body::Update(_) | Body::Delete(_) => return None,
        }
    }
}
