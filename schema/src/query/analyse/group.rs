//! `GROUP BY`: columns outside of aggregates must be keys, or depend on keys (`parse_agg.c`).

use std::collections::BTreeSet;

use super::names::ColumnUse;
use super::{Analysed, Analyser, Refusal};
use crate::expression::tree::{Expr, ExprKind, TextRange};
use crate::query::tree::{Query, Select};

/// What a query groups by.
struct Groups<'t> {
    columns: BTreeSet<(usize, usize)>,
    /// Keys that are no plain columns.
    expressions: Vec<&'t Expr>,
    /// Columns in them: whether an expression around one is a key may be a matter of spelling.
    doubtful: BTreeSet<(usize, usize)>,
    /// Tables whose primary key is among the keys.
    whole: BTreeSet<usize>,
}

impl Analyser<'_> {
    pub(super) fn check_groups<'t>(
        &mut self,
        select: &'t Select,
        query: &'t Query,
        keys: &[&'t Expr],
    ) -> Analysed<()> {
        let level = self.level();
        if level.unsure_groups {
            return Ok(());
        }
        if keys.is_empty() && !level.aggregates && select.having.is_none() && select.group_by.is_empty() {
            return Ok(());
        }
        let mut groups = Groups {
            columns: BTreeSet::new(),
            expressions: Vec::new(),
            doubtful: BTreeSet::new(),
            whole: BTreeSet::new(),
        };
        for key in keys {
            match level.uses.get(&key.range.start) {
                Some(found) if matches!(key.kind, ExprKind::Column { .. }) => {
                    groups.columns.insert((found.source, found.column));
                }
                _ => {
                    groups.expressions.push(key);
                    let inside = |found: &&ColumnUse| {
                        found.range.start >= key.range.start && found.range.end <= key.range.end
                    };
                    let found = level.uses.values().filter(inside);
                    groups.doubtful.extend(found.map(|found| (found.source, found.column)));
                }
            }
        }
        let mut relied_on = Vec::new();
        for (at, source) in level.sources.iter().enumerate() {
            if let Some((columns, constraint)) = &source.primary_key
                && !columns.is_empty()
                && columns.iter().all(|column| groups.columns.contains(&(at, *column)))
            {
                groups.whole.insert(at);
                relied_on.push((at, *constraint));
            }
        }
        let mut relied = BTreeSet::new();
        let order = query.order_by.iter().map(|key| &key.value);
        let targets = select.targets.iter().map(|target| &target.value);
        for tree in targets.chain(&select.having).chain(order) {
            self.check_grouped(tree, &groups, &mut relied)?;
        }
        for (source, constraint) in relied_on {
            if relied.contains(&source) {
                self.dependencies.extend(constraint);
            }
        }
        Ok(())
    }

    fn check_grouped(&self, tree: &Expr, groups: &Groups<'_>, relied: &mut BTreeSet<usize>) -> Analysed<()> {
        let Some(level) = self.levels.last() else { return Ok(()) };
        if level.aggregate_calls.contains(&tree.range)
            || matches!(tree.kind, ExprKind::Query { outer: None, .. })
        {
            return Ok(());
        }
        if let ExprKind::Column { all, .. } = &tree.kind {
            let uses: Vec<(usize, usize)> = if *all {
                level.stars.get(&tree.range.start).cloned().unwrap_or_default()
            } else {
                let found = level.uses.get(&tree.range.start);
                found.map(|found| (found.source, found.column)).into_iter().collect()
            };
            for column in uses {
                if groups.columns.contains(&column) || groups.doubtful.contains(&column) {
                    continue;
                }
                if groups.whole.contains(&column.0) {
                    relied.insert(column.0);
                    continue;
                }
                return Err(self.ungrouped(column, tree.range));
            }
            return Ok(());
        }
        if groups.expressions.iter().any(|key| self.same_expression(key, tree)) {
            return Ok(());
        }
        let mut result = Ok(());
        tree.each_child(&mut |child| {
            if result.is_ok() {
                result = self.check_grouped(child, groups, relied);
            }
        });
        result
    }

    fn ungrouped(&self, (source, column): (usize, usize), range: TextRange) -> Refusal {
        let level = self.levels.last();
        let name = level
            .and_then(|level| level.sources.get(source)?.columns.get(column))
            .map_or("", |column| &*column.name);
        let table = level
            .and_then(|level| level.namespace.iter().find(|item| item.source == source))
            .map_or("", |item| &*item.name);
        let name = if table.is_empty() { name.to_owned() } else { format!("{table}.{name}") };
        let text = format!(
            "column \"{name}\" must appear in the GROUP BY clause or be used in an aggregate function"
        );
        Refusal::new("42803", text, range)
    }

    /// Both are one expression, as far as spelling and the columns in it tell.
    pub(super) fn same_expression(&self, left: &Expr, right: &Expr) -> bool {
        let uses = self.levels.last().map(|level| &level.uses);
        same(left, right, &|left, right| {
            let place = |range: TextRange| {
                uses.and_then(|uses| uses.get(&range.start)).map(|found| (found.source, found.column))
            };
            match (place(left), place(right)) {
                (None, None) => None,
                (left, right) => Some(left == right),
            }
        })
    }
}

/// Trees that mean the same but for their places. `columns` compares columns by where they lead.
fn same(left: &Expr, right: &Expr, columns: &dyn Fn(TextRange, TextRange) -> Option<bool>) -> bool {
    use ExprKind as K;
    let heads = match (&left.kind, &right.kind) {
        (K::Column { path: a, all: x }, K::Column { path: b, all: y }) => {
            return columns(left.range, right.range).unwrap_or_else(|| a.texts() == b.texts() && x == y);
        }
        (K::Number(a), K::Number(b)) | (K::String(a), K::String(b)) | (K::BitString(a), K::BitString(b)) => {
            a == b
        }
        (K::Null, K::Null) => true,
        (K::Boolean(a), K::Boolean(b)) => a == b,
        (K::Parameter(a), K::Parameter(b)) => a == b,
        (K::Keyword(a, x), K::Keyword(b, y)) => a == b && x == y,
        (K::Call(a), K::Call(b)) => {
            a.function.name() == b.function.name()
                && a.star == b.star
                && a.distinct == b.distinct
                && a.over.is_some() == b.over.is_some()
        }
        (K::Unary { operator: a, .. }, K::Unary { operator: b, .. })
        | (K::Binary { operator: a, .. }, K::Binary { operator: b, .. }) => a.name == b.name,
        (K::Quantified { operator: a, all: x, .. }, K::Quantified { operator: b, all: y, .. }) => {
            a.name == b.name && x == y
        }
        (K::Cast { ty: a, .. }, K::Cast { ty: b, .. }) => {
            a.path.name() == b.path.name() && a.modifiers == b.modifiers && a.dimensions == b.dimensions
        }
        (K::Choice(a, _), K::Choice(b, _)) => a == b,
        (K::In { negated: a, .. }, K::In { negated: b, .. })
        | (K::Between { negated: a, .. }, K::Between { negated: b, .. })
        | (K::IsDistinct { negated: a, .. }, K::IsDistinct { negated: b, .. }) => a == b,
        (K::Is { test: a, negated: x, .. }, K::Is { test: b, negated: y, .. }) => a == b && x == y,
        (K::Like { kind: a, negated: x, .. }, K::Like { kind: b, negated: y, .. }) => a == b && x == y,
        (K::Collate { collation: a, .. }, K::Collate { collation: b, .. }) => a.texts() == b.texts(),
        (K::Field { field: a, .. }, K::Field { field: b, .. }) => a.text == b.text,
        (K::And(_), K::And(_))
        | (K::Or(_), K::Or(_))
        | (K::Not(_), K::Not(_))
        | (K::Array(_), K::Array(_))
        | (K::Row(_), K::Row(_))
        | (K::Case { .. }, K::Case { .. })
        | (K::Subscript { .. }, K::Subscript { .. }) => true,
        // Queries are compared by nothing but their text, which is not at hand.
        _ => false,
    };
    if !heads {
        return false;
    }
    let (mut lefts, mut rights) = (Vec::new(), Vec::new());
    left.each_child(&mut |child| lefts.push(child));
    right.each_child(&mut |child| rights.push(child));
    lefts.len() == rights.len() && lefts.iter().zip(&rights).all(|(left, right)| same(left, right, columns))
}
