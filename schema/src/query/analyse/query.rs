//! Queries and `SELECT`: the order in which their parts are analysed (`transformSelectStmt`).

use std::rc::Rc;

use super::names::{self, Clause, Level, Visible};
use super::value::{Field, Value};
use super::{Analysed, Analyser, Edit, Piece, Refusal, Unknowns};
use crate::expression::tree::{Expr, ExprKind, IsTest, SortKey, TextRange};
use crate::expression::typing::Nullability;
use crate::expression::typing::coerce::Context;
use crate::expression::typing::types::Ty;
use crate::query::tree::{Body, Distinct, FromItem, GroupItem, Query, RelationName, Select};

impl Analyser<'_> {
    /// A query on a level of its own: its output columns.
    pub(super) fn query(&mut self, query: &Query, unknowns: Unknowns) -> Analysed<Vec<Field>> {
        self.levels.push(Level::default());
        let found = self.query_here(query, unknowns);
        self.levels.pop();
        found
    }

    fn query_here(&mut self, query: &Query, unknowns: Unknowns) -> Analysed<Vec<Field>> {
        if self.levels.len() == 1 {
            self.environment_rows()?;
        }
        if let Some(with) = &query.with {
            self.with_clause(with)?;
        }
        match &query.body {
            Body::Select(select) => self.select(select, query, unknowns),
            Body::Values(rows) => {
                let fields = self.values(rows, unknowns, query.range)?;
                let source = self.add_source(names::Source::of_fields(&fields));
                let item = Self::plain_item(source);
                self.level().namespace.push(item);
                self.row_order(&query.order_by, &fields)?;
                self.row_limits(query)?;
                Ok(fields)
            }
            Body::Table(name) => {
                let fields = self.table_rows(name)?;
                self.row_order(&query.order_by, &fields)?;
                self.row_limits(query)?;
                Ok(fields)
            }
            Body::Nested(inner) => {
                let fields = self.query(inner, unknowns)?;
                self.output_order(&query.order_by, &fields)?;
                self.row_limits(query)?;
                Ok(fields)
            }
            Body::Set(set) => {
                let fields = self.set_operation(set, unknowns)?;
                self.output_order(&query.order_by, &fields)?;
                self.row_limits(query)?;
                if let Some(lock) = query.locking.first() {
                    let text = format!("FOR {} is not allowed with UNION/INTERSECT/EXCEPT", lock.strength);
                    return Err(Refusal::new("0A000", text.to_uppercase(), query.range));
                }
                Ok(fields)
            }
            Body::Insert(insert) => self.insert(insert),
            Body::Update(update) => self.update(update),
            Body::Delete(delete) => self.delete(delete),
        }
    }

    /// `old` and `new` of a rule.
    fn environment_rows(&mut self) -> Analysed<()> {
        for (name, schema, relation) in self.environment.rows.clone() {
            if let Some(found) = self.types().relation(&schema, &relation) {
                let source = self.source_of_relation(&schema, &relation, found);
                let source = self.add_source(source);
                self.level().namespace.push(Visible {
                    name,
                    schema: None,
                    source,
                    by_name: true,
                    columns: false,
                    lateral_only: false,
                    lateral_allowed: true,
                    subset: None,
                });
            }
        }
        Ok(())
    }

    fn row_limits(&mut self, query: &Query) -> Analysed<()> {
        if let Some(offset) = &query.offset {
            self.row_count(offset, "OFFSET")?;
        }
        if let Some(limit) = &query.limit {
            self.row_count(limit, "LIMIT")?;
        }
        Ok(())
    }

    // SELECT.

    pub(super) fn select(
        &mut self,
        select: &Select,
        query: &Query,
        unknowns: Unknowns,
    ) -> Analysed<Vec<Field>> {
        self.add_items(&select.from)?;
        self.level().windows = select.windows.iter().map(|window| window.name.text.clone()).collect();
        let (keys, sets) = count_keys(&select.group_by);
        self.level().grouped = keys > 0 && !sets;
        // What the condition keeps from being null counts for the columns of the output, so it is read first; of two
        // errors the one in the output is PostgreSQL's.
        let condition = match &select.condition {
            Some(condition) => self.where_clause(condition),
            None => Ok(()),
        };
        let mut fields = self.targets(&select.targets, Clause::Targets)?;
        condition?;
        if unknowns == Unknowns::Text {
            for field in &mut fields {
                field.value = self.known(field.value.clone());
            }
        }
        if let Some(having) = &select.having {
            self.condition(having, Clause::Having)?;
        }
        self.order_by(&query.order_by, select, &fields)?;
        let mut group_keys = Vec::new();
        for item in &select.group_by {
            self.group_item(item, select, &fields, &mut group_keys)?;
        }
        self.distinct_keys(&select.distinct, &fields)?;
        self.row_limits(query)?;
        for window in &select.windows {
            self.window(&window.definition, window.name.range)?;
        }
        self.check_groups(select, query, &group_keys)?;
        if self.levels.len() == 1 {
            self.not_updatable |= self.level().aggregates;
        }
        self.check_locking(query)?;
        if sets {
            // Keys that a grouping set leaves out are null.
            for field in &mut fields {
                if field.value.nullability == Nullability::NotNull {
                    field.value.nullability = Nullability::Unknown;
                }
            }
        }
        Ok(fields)
    }

    fn check_locking(&mut self, query: &Query) -> Analysed<()> {
        for lock in &query.locking {
            for name in &lock.of {
                let level = self.level();
                if !level.namespace.iter().any(|item| item.by_name && item.name == name.text) {
                    let text = format!(
                        "relation \"{}\" in FOR {} clause not found in FROM clause",
                        name.text,
                        lock.strength.to_uppercase()
                    );
                    return Err(Refusal::new("42P01", text, name.range));
                }
            }
        }
        Ok(())
    }

    fn where_clause(&mut self, condition: &Expr) -> Analysed<()> {
        self.condition(condition, Clause::Where)?;
        let mut terms = vec![condition];
        let mut kept = Vec::new();
        while let Some(term) = terms.pop() {
            match &term.kind {
                ExprKind::And(inner) => terms.extend(inner),
                _ => self.columns_kept(term, &mut kept),
            }
        }
        self.level().not_null.extend(kept);
        Ok(())
    }

    /// The columns that are not null in every row for which the condition is true.
    fn columns_kept(&self, term: &Expr, kept: &mut Vec<(usize, usize)>) {
        let Some(level) = self.levels.last() else { return };
        let mut keep = |tree: &Expr| {
            if let (ExprKind::Column { all: false, .. }, Some(found)) =
                (&tree.kind, level.uses.get(&tree.range.start))
            {
                kept.push((found.source, found.column));
            }
        };
        match &term.kind {
            ExprKind::Is { operand, test: IsTest::Null, negated: true } => keep(operand),
            // A strict operator is not true of a null.
            ExprKind::Binary { left, right, .. } if level.strict_operations.contains(&term.range) => {
                keep(left);
                keep(right);
            }
            _ => {}
        }
    }

    // Keys: a name or a number of an output column, or an expression.

    fn order_by(&mut self, keys: &[SortKey], select: &Select, fields: &[Field]) -> Analysed<()> {
        for key in keys {
            if self.output_key(&key.value, fields, "ORDER BY")?.is_none() {
                self.in_clause(Clause::OrderBy, |analyser| analyser.sort_key_value(key))?;
                if select.distinct == Distinct::All && !self.is_target(&key.value, select) {
                    let text = "for SELECT DISTINCT, ORDER BY expressions must appear in select list";
                    return Err(Refusal::new("42P10", text, key.value.range));
                }
            }
        }
        Ok(())
    }

    /// The expression stands among the targets, as far as spelling tells.
    fn is_target(&self, key: &Expr, select: &Select) -> bool {
        let starred = select.targets.iter().any(|target| {
            matches!(target.value.kind, ExprKind::Column { all: true, .. } | ExprKind::AllFields(_))
        });
        starred || select.targets.iter().any(|target| self.same_expression(&target.value, key))
    }

    fn distinct_keys(&mut self, distinct: &Distinct, fields: &[Field]) -> Analysed<()> {
        if let Distinct::On(keys) = distinct {
            for key in keys {
                if self.output_key(key, fields, "DISTINCT ON")?.is_none() {
                    self.in_clause(Clause::OrderBy, |analyser| analyser.expr(key))?;
                }
            }
        }
        Ok(())
    }

    /// An output column that a key names (`findTargetlistEntrySQL92`), unless it is an expression.
    fn output_key(&mut self, key: &Expr, fields: &[Field], clause: &str) -> Analysed<Option<usize>> {
        match &key.kind {
            ExprKind::Column { path, all: false } => {
                let [name] = &*path.texts() else { return Ok(None) };
                // `GROUP BY` looks at the input first.
                if clause == "GROUP BY"
                    && names::find_column(&self.levels, name).is_ok_and(|found| found.depth == 0)
                {
                    return Ok(None);
                }
                // Whether two output columns of one name are the same, so that it does not matter, is not asked.
                Ok(fields.iter().position(|field| *field.name == **name))
            }
            ExprKind::Number(written) => match written.parse::<usize>() {
                Ok(place) if place >= 1 && place <= fields.len() => Ok(Some(place - 1)),
                Ok(place) => {
                    let text = format!("{clause} position {place} is not in select list");
                    Err(Refusal::new("42P10", text, key.range))
                }
                Err(_) => Err(Refusal::new("42601", format!("non-integer constant in {clause}"), key.range)),
            },
            ExprKind::String(_) | ExprKind::Null | ExprKind::BitString(_) => {
                Err(Refusal::new("42601", format!("non-integer constant in {clause}"), key.range))
            }
            _ => Ok(None),
        }
    }

    /// A source whose columns have no name before them.
    fn plain_item(source: usize) -> Visible {
        Visible {
            name: "".into(),
            schema: None,
            source,
            by_name: false,
            columns: true,
            lateral_only: false,
            lateral_allowed: true,
            subset: None,
        }
    }

    /// `ORDER BY` of `VALUES` and `TABLE`.
    fn row_order(&mut self, keys: &[SortKey], fields: &[Field]) -> Analysed<()> {
        for key in keys {
            if self.output_key(&key.value, fields, "ORDER BY")?.is_none() {
                self.in_clause(Clause::OrderBy, |analyser| analyser.sort_key_value(key))?;
            }
        }
        Ok(())
    }

    /// `ORDER BY` of a set operation: output columns only.
    fn output_order(&mut self, keys: &[SortKey], fields: &[Field]) -> Analysed<()> {
        if keys.is_empty() {
            return Ok(());
        }
        // The output is the only table that expressions could see.
        for key in keys {
            if self.output_key(&key.value, fields, "ORDER BY")?.is_some() {
                continue;
            }
            if let ExprKind::Column { path, all: false } = &key.value.kind
                && let [name] = &*path.texts()
            {
                let text = format!("column \"{name}\" does not exist");
                return Err(Refusal::new("42703", text, key.value.range));
            }
            let text = "invalid UNION/INTERSECT/EXCEPT ORDER BY clause";
            return Err(Refusal::new("0A000", text, key.value.range)
                .help("only result column names can be used, not expressions or functions"));
        }
        Ok(())
    }

    fn group_item<'t>(
        &mut self,
        item: &'t GroupItem,
        select: &'t Select,
        fields: &[Field],
        keys: &mut Vec<&'t Expr>,
    ) -> Analysed<()> {
        match item {
            GroupItem::Empty => Ok(()),
            GroupItem::Expr(expr) => self.group_key(expr, select, fields, keys),
            GroupItem::Rollup(exprs) | GroupItem::Cube(exprs) => {
                exprs.iter().try_for_each(|expr| self.group_key(expr, select, fields, keys))
            }
            GroupItem::Sets(items) => {
                items.iter().try_for_each(|item| self.group_item(item, select, fields, keys))
            }
        }
    }

    fn group_key<'t>(
        &mut self,
        expr: &'t Expr,
        select: &'t Select,
        fields: &[Field],
        keys: &mut Vec<&'t Expr>,
    ) -> Analysed<()> {
        // `(a, b)` are two keys, not a row.
        if let ExprKind::Row(items) = &expr.kind
            && !items.is_empty()
        {
            return items.iter().try_for_each(|item| self.group_key(item, select, fields, keys));
        }
        match self.output_key(expr, fields, "GROUP BY")? {
            Some(place) => {
                // With a star among the targets places and targets do not match.
                let starred = select.targets.iter().any(|target| {
                    matches!(target.value.kind, ExprKind::Column { all: true, .. } | ExprKind::AllFields(_))
                });
                match select.targets.get(place) {
                    Some(target) if !starred => {
                        let calls = &self.level().aggregate_calls;
                        let inside = |call: &&TextRange| {
                            call.start >= target.value.range.start && call.end <= target.value.range.end
                        };
                        if let Some(call) = calls.iter().find(inside) {
                            let text = "aggregate functions are not allowed in GROUP BY";
                            return Err(Refusal::new("42803", text, *call));
                        }
                        keys.push(&target.value);
                    }
                    _ => self.level().unsure_groups = true,
                }
                Ok(())
            }
            None => {
                self.in_clause(Clause::GroupBy, |analyser| analyser.expr(expr))?;
                keys.push(expr);
                Ok(())
            }
        }
    }

    // VALUES and TABLE.

    pub(super) fn values(
        &mut self,
        rows: &[Vec<Option<Expr>>],
        unknowns: Unknowns,
        range: TextRange,
    ) -> Analysed<Vec<Field>> {
        let mut columns: Vec<Vec<Value>> = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            let row = self.row_of_values(row)?;
            if at == 0 {
                columns.resize_with(row.len(), Vec::new);
            }
            if row.len() != columns.len() {
                return Err(Refusal::new("42601", "VALUES lists must all be the same length", range));
            }
            for (column, (value, _)) in columns.iter_mut().zip(row) {
                let Some(value) = value else {
                    return Err(Refusal::new("42601", "DEFAULT is not allowed in this context", range));
                };
                column.push(value);
            }
        }
        let mut fields = Vec::new();
        for (at, values) in columns.into_iter().enumerate() {
            let mut value = if unknowns == Unknowns::Stay && values.iter().all(Value::is_unknown) {
                let nullable = values.iter().any(|value| value.nullability != Nullability::NotNull);
                Value::of(Ty::UNKNOWN, if nullable { Nullability::Nullable } else { Nullability::NotNull })
            } else {
                self.unify(values, "VALUES", range)?
            };
            if unknowns == Unknowns::Text {
                value = self.known(value);
            }
            fields.push(Field { name: format!("column{}", at + 1).into(), value });
        }
        Ok(fields)
    }

    pub(super) fn table_rows(&mut self, name: &RelationName) -> Analysed<Vec<Field>> {
        let item = FromItem {
            kind: crate::query::tree::FromKind::Relation { name: name.clone(), sample: None },
            alias: None,
            lateral: false,
            range: name.range,
        };
        self.add_items(std::slice::from_ref(&item))?;
        let namespace = self.level().namespace.clone();
        let item = namespace.iter().rev().find(|item| item.columns);
        let Some(item) = item else { return Ok(Vec::new()) };
        let source = item.source;
        // `TABLE t` is `SELECT * FROM t`, written out.
        let mut pieces = vec![Piece::Text("SELECT ".into())];
        pieces.extend(self.star_pieces(&namespace));
        pieces.push(Piece::Text(if name.only { " FROM ONLY ".into() } else { " FROM ".into() }));
        let named = self.references.pop_if(|reference| reference.range == name.path.range());
        pieces.push(Piece::Copy { range: name.path.range(), references: named.into_iter().collect() });
        self.edits.push(Edit { range: name.range, pieces });
        let count = self.level().sources[source].columns.len();
        Ok((0..count).map(|column| self.field_of(source, column)).collect())
    }

    /// A column of a source of this level as an output column.
    pub(super) fn field_of(&self, source: usize, column: usize) -> Field {
        self.field_at(self.levels.len().saturating_sub(1), source, column)
    }

    /// A column of a source of any level.
    pub(super) fn field_at(&self, level: usize, source: usize, column: usize) -> Field {
        let level = &self.levels[level];
        let entry = &level.sources[source].columns[column];
        let (base_source, base_column) = entry.base.unwrap_or((source, column));
        let mut value = level.sources[base_source].columns[base_column].value.clone();
        value.nullability = names::nullability(level, base_source, base_column);
        Field { name: entry.name.clone(), value }
    }

    /// A type must be what a context wants.
    pub(super) fn assign(&mut self, value: Value, to: Ty, column: &str, range: TextRange) -> Analysed {
        self.must_become(value, to, Context::Assignment, range, |to, from| {
            format!("column \"{column}\" is of type {to} but expression is of type {from}")
        })
    }

    pub(super) fn add_source(&mut self, mut source: names::Source) -> usize {
        source.serial = self.sources.len() as u32;
        let types = self.types();
        let column = |column: &names::SourceColumn| {
            let ty = column.value.ty.map(|ty| types.to_ref(ty, &column.value.modifiers));
            (column.name.clone(), ty)
        };
        let columns = source.columns.iter().map(column).collect();
        let row =
            source.row.map(|ty| types.to_ref(ty, &crate::expression::typing::types::Modifiers::default()));
        self.sources.push(super::RowSource { columns, row });
        let level = self.level();
        level.sources.push(source);
        level.sources.len() - 1
    }
}

/// How many keys there are, and whether there are grouping sets.
fn count_keys(items: &[GroupItem]) -> (usize, bool) {
    let sets = items.iter().any(|item| !matches!(item, GroupItem::Expr(_)));
    (items.len(), sets)
}

/// Shared by what keeps output columns.
pub(super) fn shared(fields: Vec<Field>) -> Rc<[Field]> {
    fields.into()
}
