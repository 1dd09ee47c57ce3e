//! `INSERT`, `UPDATE` and `DELETE`: their columns, and what `RETURNING` gives (`analyze.c`).

use super::names::{Clause, Level, Visible};
use super::outcome::{Form, NameReference};
use super::value::{Field, Value};
use super::{Analysed, Analyser, Refusal, Unknowns};
use crate::expression::tree::{Expr, ExprKind, Ident, TextRange};
use crate::query::tree::{
    Assignment, AssignmentTarget, Body, Delete, Insert, InsertSource, OnConflict, RelationName, Target,
    Update,
};

impl Analyser<'_> {
    /// The table that a statement changes, visible by its name or alias.
    fn changed_table(&mut self, name: &RelationName, alias: Option<&Ident>) -> Analysed<Visible> {
        self.changes_rows = true;
        let (schema, found) = self.find_relation(name)?;
        let table = name.path.name();
        if let Some(target) = found.id {
            self.references.push(NameReference { range: name.path.range(), target, form: Form::Qualified });
        }
        let source = self.source_of_relation(&schema, table, found);
        let source = self.add_source(source);
        Ok(Visible {
            name: alias.map_or_else(|| table.into(), |alias| alias.text.clone()),
            schema: if alias.is_some() { None } else { Some(schema) },
            source,
            by_name: true,
            columns: true,
            lateral_only: false,
            lateral_allowed: true,
            subset: None,
        })
    }

    /// A column that takes a value: what the value must become.
    fn assigned_column(&mut self, table: &Visible, target: &AssignmentTarget) -> Analysed<Value> {
        let name = &target.column;
        let source = &self.level().sources[table.source];
        let Ok(at) = source.column(&name.text, None) else {
            let text = format!("column \"{}\" of relation \"{}\" does not exist", name.text, table.name);
            return Err(Refusal::new("42703", text, name.range));
        };
        let Some(column) = source.columns.get(at) else {
            let text = format!("cannot assign to system column \"{}\"", name.text);
            return Err(Refusal::new("0A000", text, name.range));
        };
        let (mut value, id) = (column.value.clone(), column.target);
        if let Some(target) = id {
            self.references.push(NameReference { range: name.range, target, form: Form::Bare });
        }
        // `a[1].b` and `a.b[1]` are read alike: what such a target takes is not told.
        if target.subscripts.is_empty() {
            for field in &target.fields {
                value = self.field(&value, &field.text, field.range)?;
            }
        }
        for subscript in &target.subscripts {
            self.expr(subscript)?;
        }
        if !target.subscripts.is_empty() {
            // An element or a slice: what it takes depends on which.
            value = Value::undetermined();
        }
        Ok(value)
    }

    fn take_value(&mut self, value: Value, to: &Value, column: &Ident, range: TextRange) -> Analysed<()> {
        if let Some(ty) = to.ty {
            self.assign(value, ty, &column.text, range)?;
        }
        Ok(())
    }

    pub(super) fn insert(&mut self, insert: &Insert) -> Analysed<Vec<Field>> {
        let table = self.changed_table(&insert.relation, insert.alias.as_ref())?;
        let mut targets = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        for target in &insert.columns {
            if target.is_whole() && !seen.insert(&*target.column.text) {
                let text = format!("column \"{}\" specified more than once", target.column.text);
                return Err(Refusal::new("42701", text, target.column.range));
            }
            targets.push((target.column.clone(), self.assigned_column(&table, target)?));
        }
        if insert.columns.is_empty() {
            let source = &self.level().sources[table.source];
            let all = source.columns.iter().map(|column| {
                (Ident { text: column.name.clone(), range: insert.relation.range }, column.value.clone())
            });
            targets = all.collect();
        }
        self.insert_source(insert, &targets)?;
        self.level().namespace.push(table.clone());
        if let Some(conflict) = &insert.on_conflict {
            self.on_conflict(conflict, &table)?;
        }
        self.returning(&insert.returning)
    }

    fn insert_source(&mut self, insert: &Insert, targets: &[(Ident, Value)]) -> Analysed<()> {
        let InsertSource::Query(query) = &insert.source else { return Ok(()) };
        let range = query.range;
        let more = |count: usize| {
            let text = if count > targets.len() {
                "INSERT has more expressions than target columns"
            } else {
                "INSERT has more target columns than expressions"
            };
            Refusal::new("42601", text, range)
        };
        let wrong =
            |count: usize| count > targets.len() || (count < targets.len() && !insert.columns.is_empty());
        // Values take the type of their columns row by row, and may be DEFAULT.
        if let (Body::Values(rows), None, true) = (&query.body, &query.with, query.order_by.is_empty()) {
            self.levels.push(Level::default());
            let found = rows.iter().try_for_each(|row| {
                let row = self.row_of_values(row)?;
                if wrong(row.len()) {
                    return Err(more(row.len()));
                }
                for ((value, range), (column, to)) in row.into_iter().zip(targets) {
                    if let Some(value) = value {
                        self.take_value(value, to, column, range)?;
                    }
                }
                Ok(())
            });
            self.levels.pop();
            return found;
        }
        let fields = self.query(query, Unknowns::Stay)?;
        if wrong(fields.len()) {
            return Err(more(fields.len()));
        }
        for (field, (column, to)) in fields.into_iter().zip(targets) {
            self.take_value(field.value, to, column, range)?;
        }
        Ok(())
    }

    /// The values of one row, what `t.*` stands for written out; `None` is DEFAULT.
    pub(super) fn row_of_values(
        &mut self,
        row: &[Option<Expr>],
    ) -> Analysed<Vec<(Option<Value>, TextRange)>> {
        let mut values = Vec::with_capacity(row.len());
        for item in row {
            match item {
                None => values.push((None, TextRange::new(0, 0))),
                Some(Expr { kind: ExprKind::Column { path, all: true }, range, .. }) => {
                    let found =
                        self.in_clause(Clause::Values, |analyser| analyser.expand_in_row(path, *range))?;
                    values.extend(found.into_iter().map(|value| (Some(value), *range)));
                }
                Some(item) => {
                    let value = self.in_clause(Clause::Values, |analyser| analyser.expr(item))?;
                    values.push((Some(value), item.range));
                }
            }
        }
        Ok(values)
    }

    fn on_conflict(&mut self, conflict: &OnConflict, table: &Visible) -> Analysed<()> {
        for key in &conflict.keys {
            self.expr(&key.value)?;
        }
        if let Some(predicate) = &conflict.predicate {
            self.condition(predicate, Clause::Where)?;
        }
        let Some(update) = &conflict.update else { return Ok(()) };
        // The row that was to be inserted.
        let excluded = Visible { name: "excluded".into(), schema: None, columns: false, ..table.clone() };
        let mut source = self.level().sources[table.source].clone();
        source.relation = None;
        let source = self.add_source(source);
        self.level().namespace.push(Visible { source, ..excluded });
        self.assignments(&update.assignments, table)?;
        if let Some(condition) = &update.condition {
            self.condition(condition, Clause::Where)?;
        }
        self.level().namespace.pop();
        Ok(())
    }

    fn assignments(&mut self, assignments: &[Assignment], table: &Visible) -> Analysed<()> {
        let mut seen = std::collections::BTreeSet::new();
        for assignment in assignments {
            let mut targets = Vec::new();
            for target in &assignment.targets {
                if target.is_whole() && !seen.insert(&*target.column.text) {
                    let text = format!("multiple assignments to same column \"{}\"", target.column.text);
                    return Err(Refusal::new("42601", text, target.column.range));
                }
                targets.push((target.column.clone(), self.assigned_column(table, target)?));
            }
            let Some(tree) = &assignment.value else { continue };
            if !assignment.row {
                let value = self.in_clause(Clause::Assignment, |analyser| analyser.expr(tree))?;
                if let Some((column, to)) = targets.first() {
                    self.take_value(value, &to.clone(), column, tree.range)?;
                }
                continue;
            }
            let values = match &tree.kind {
                ExprKind::Row(items) => {
                    self.in_clause(Clause::Assignment, |analyser| analyser.exprs(items))?
                }
                ExprKind::Query { tree: Some(query), .. } => {
                    let fields = self.query(query, Unknowns::Stay)?;
                    fields.into_iter().map(|field| field.value).collect()
                }
                _ => vec![self.expr(tree)?],
            };
            if values.len() != targets.len() {
                let text = "number of columns does not match number of values";
                return Err(Refusal::new("42601", text, tree.range));
            }
            for (value, (column, to)) in values.into_iter().zip(&targets) {
                self.take_value(value, to, column, tree.range)?;
            }
        }
        Ok(())
    }

    pub(super) fn update(&mut self, update: &Update) -> Analysed<Vec<Field>> {
        let table = self.changed_table(&update.relation, update.alias.as_ref())?;
        self.level().namespace.push(table.clone());
        self.more_items(&update.from)?;
        self.assignments(&update.assignments, &table)?;
        if let Some(condition) = &update.condition {
            self.condition(condition, Clause::Where)?;
        }
        self.returning(&update.returning)
    }

    pub(super) fn delete(&mut self, delete: &Delete) -> Analysed<Vec<Field>> {
        let table = self.changed_table(&delete.relation, delete.alias.as_ref())?;
        self.level().namespace.push(table);
        self.more_items(&delete.using)?;
        if let Some(condition) = &delete.condition {
            self.condition(condition, Clause::Where)?;
        }
        self.returning(&delete.returning)
    }

    /// `FROM` of `UPDATE`, `USING` of `DELETE`: not `LATERAL` to the table that is changed.
    fn more_items(&mut self, items: &[crate::query::tree::FromItem]) -> Analysed<()> {
        let table = self.level().namespace.pop();
        self.add_items(items)?;
        if let Some(table) = table {
            let level = self.level();
            let clash =
                super::names::conflict(&level.sources, std::slice::from_ref(&table), &level.namespace);
            if let Some(name) = clash {
                let text = format!("table name \"{name}\" specified more than once");
                let range = items.first().map_or(TextRange::new(0, 0), |item| item.range);
                return Err(Refusal::new("42712", text, range));
            }
            level.namespace.insert(0, table);
        }
        Ok(())
    }

    fn returning(&mut self, targets: &[Target]) -> Analysed<Vec<Field>> {
        let mut fields = self.targets(targets, Clause::Returning)?;
        for field in &mut fields {
            field.value = self.known(field.value.clone());
        }
        Ok(fields)
    }
}
