//! `WITH`: common tables, those that read themselves among them (`parse_cte.c`).

use std::collections::BTreeSet;

use super::names::CommonTable as Known;
use super::query::shared;
use super::value::{Field, Value};
use super::{Analysed, Analyser, Refusal, Unknowns};
use crate::expression::tree::{Expr, ExprKind, Ident};
use crate::expression::typing::Nullability;
use crate::expression::typing::types::Ty;
use crate::query::tree::{
    Body, Child, CommonTable, FromItem, FromKind, Query, SetOperation, SetOperator, With,
};

impl Analyser<'_> {
    pub(super) fn with_clause(&mut self, with: &With) -> Analysed<()> {
        let mut names = BTreeSet::new();
        for table in &with.tables {
            if !names.insert(&*table.name.text) {
                let text = format!("WITH query name \"{}\" specified more than once", table.name.text);
                return Err(Refusal::new("42712", text, table.name.range));
            }
        }
        let order = if with.recursive { in_order(&with.tables) } else { (0..with.tables.len()).collect() };
        for at in order {
            let Some(table) = with.tables.get(at) else { continue };
            let columns = self.common_table(table, with.recursive)?;
            self.level().tables.push(Known { name: table.name.text.clone(), columns: columns.map(shared) });
        }
        Ok(())
    }

    /// The columns of a common table; `None` if it changes rows and returns none.
    fn common_table(&mut self, table: &CommonTable, recursive: bool) -> Analysed<Option<Vec<Field>>> {
        let query = &table.query;
        let returns = match &query.body {
            Body::Insert(insert) => !insert.returning.is_empty(),
            Body::Update(update) => !update.returning.is_empty(),
            Body::Delete(delete) => !delete.returning.is_empty(),
            _ => true,
        };
        let reads_itself = recursive && {
            let mut names = BTreeSet::new();
            tables_of_query(query, &mut names);
            names.contains(&*table.name.text)
        };
        let mut fields = match &query.body {
            Body::Set(set) if reads_itself => self.recursive_table(table, set)?,
            _ if reads_itself => {
                let text = format!(
                    "recursive query \"{}\" does not have the form non-recursive-term UNION [ALL] recursive-term",
                    table.name.text
                );
                return Err(Refusal::new("42P19", text, query.range));
            }
            _ => {
                let fields = self.query(query, Unknowns::Text)?;
                renamed(fields, table)?
            }
        };
        if let Some(search) = &table.search {
            let record = if search.breadth_first { Ty::RECORD } else { self.types().array_of(Ty::RECORD) };
            let value = Value::of(record, Nullability::Unknown);
            fields.push(Field { name: search.sequence.text.clone(), value });
        }
        if let Some(cycle) = &table.cycle {
            let mark = match &cycle.values {
                Some((value, default)) => {
                    let values = vec![self.expr(value)?, self.expr(default)?];
                    let range = value.range;
                    let value = self.unify(values, "CYCLE", range)?;
                    self.known(value)
                }
                None => Value::of(Ty::BOOL, Nullability::NotNull),
            };
            fields.push(Field { name: cycle.mark.text.clone(), value: mark });
            let path = self.types().array_of(Ty::RECORD);
            let value = Value::of(path, Nullability::Unknown);
            fields.push(Field { name: cycle.path.text.clone(), value });
        }
        Ok(returns.then_some(fields))
    }

    /// `first UNION [ALL] second`, where the second part reads the table.
    fn recursive_table(&mut self, table: &CommonTable, set: &SetOperation) -> Analysed<Vec<Field>> {
        let query = &table.query;
        self.levels.push(super::names::Level::default());
        let found = self.recursive_parts(table, set, query);
        self.levels.pop();
        found
    }

    fn recursive_parts(
        &mut self,
        table: &CommonTable,
        set: &SetOperation,
        query: &Query,
    ) -> Analysed<Vec<Field>> {
        if let Some(with) = &query.with {
            self.with_clause(with)?;
        }
        let Some(((step, second), before)) = set.rest.split_last() else { return Ok(Vec::new()) };
        if step.operator != SetOperator::Union {
            let text = format!(
                "recursive query \"{}\" does not have the form non-recursive-term UNION [ALL] recursive-term",
                table.name.text
            );
            return Err(Refusal::new("42P19", text, query.range));
        }
        let mut first = self.operand(&set.first)?;
        for (step, operand) in before {
            let right = self.operand(operand)?;
            first = self.combine(first, right, *step, operand.range)?;
        }
        for field in &mut first {
            field.value = self.known(field.value.clone());
        }
        let mut own = renamed(first.clone(), table)?;
        // Search and cycle columns can be read by the second part too.
        let known = |fields: &[Field]| Known {
            name: table.name.text.clone(),
            columns: Some(shared(fields.to_vec())),
        };
        self.level().tables.push(known(&own));
        // That it holds no nulls is assumed of the rows so far, and holds if the next ones have none either.
        let right = self.operand(second)?;
        let all = self.combine(first.clone(), right, *step, second.range)?;
        self.recursive_types(&table.name.text, &first, &all, second.range)?;
        let kept = first.iter().zip(&all).all(|(first, all)| {
            first.value.nullability != Nullability::NotNull || all.value.nullability == Nullability::NotNull
        });
        for field in own.iter_mut().filter(|_| !kept) {
            if field.value.nullability == Nullability::NotNull {
                field.value.nullability = Nullability::Unknown;
            }
        }
        Ok(own)
    }
}

/// The columns by the names that the clause gives them.
fn renamed(mut fields: Vec<Field>, table: &CommonTable) -> Analysed<Vec<Field>> {
    if table.columns.len() > fields.len() {
        let text = format!(
            "WITH query \"{}\" has {} columns available but {} columns specified",
            table.name.text,
            fields.len(),
            table.columns.len()
        );
        return Err(Refusal::new("42P10", text, table.name.range));
    }
    for (field, name) in fields.iter_mut().zip(&table.columns) {
        field.name = name.text.clone();
    }
    Ok(fields)
}

/// Tables so that each comes after those it reads, as far as that goes.
fn in_order(tables: &[CommonTable]) -> Vec<usize> {
    let reads: Vec<BTreeSet<&str>> = tables
        .iter()
        .map(|table| {
            let mut names = BTreeSet::new();
            tables_of_query(&table.query, &mut names);
            names
        })
        .collect();
    let mut order: Vec<usize> = Vec::new();
    let mut waiting: Vec<usize> = (0..tables.len()).collect();
    while !waiting.is_empty() {
        let ready = |at: &usize| {
            reads.get(*at).is_none_or(|reads| {
                !waiting.iter().any(|other| {
                    other != at && tables.get(*other).is_some_and(|table| reads.contains(&*table.name.text))
                })
            })
        };
        // Two that read each other are refused by name when they are analysed.
        let next = waiting.iter().position(ready).unwrap_or(0);
        order.push(waiting.remove(next));
    }
    order
}

/// The names of one part that a query reads rows from.
fn tables_of_query<'t>(query: &'t Query, names: &mut BTreeSet<&'t str>) {
    tables_of_body(&query.body, names);
    query.each_child(&mut |child| match child {
        Child::Query(query) => tables_of_query(query, names),
        Child::Expr(expr) => tables_of_expr(expr, names),
    });
}

fn tables_of_expr<'t>(expr: &'t Expr, names: &mut BTreeSet<&'t str>) {
    if let ExprKind::Query { tree: Some(query), .. } = &expr.kind {
        tables_of_query(query, names);
    }
    expr.each_child(&mut |child| tables_of_expr(child, names));
}

fn tables_of_body<'t>(body: &'t Body, names: &mut BTreeSet<&'t str>) {
    match body {
        Body::Select(select) => select.from.iter().for_each(|item| tables_of_item(item, names)),
        Body::Table(name) => {
            if let [name] = &*name.path.parts {
                names.insert(&name.text);
            }
        }
        Body::Set(set) => {
            tables_of_body(&set.first.body, names);
            set.rest.iter().for_each(|(_, operand)| tables_of_body(&operand.body, names));
        }
        Body::Update(update) => update.from.iter().for_each(|item| tables_of_item(item, names)),
        Body::Delete(delete) => delete.using.iter().for_each(|item| tables_of_item(item, names)),
        // Queries below are children, and seen there.
        Body::Values(_) | Body::Nested(_) | Body::Insert(_) => {}
    }
}

fn tables_of_item<'t>(item: &'t FromItem, names: &mut BTreeSet<&'t str>) {
    match &item.kind {
        FromKind::Relation { name, .. } => {
            if let [name] = &*name.path.parts {
                let name: &'t Ident = name;
                names.insert(&name.text);
            }
        }
        FromKind::Join(join) => {
            tables_of_item(&join.first, names);
            join.rest.iter().for_each(|step| tables_of_item(&step.item, names));
        }
        FromKind::Query(_) | FromKind::Functions { .. } => {}
    }
}
