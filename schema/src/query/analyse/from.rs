//! `FROM`: tables, sub-queries and joins, and what each makes visible (`parse_clause.c`).

use super::names::{self, Clause, Source, SourceColumn, Visible};
use super::outcome::{Edit, Form, KeptAlias, KeptNames, NameReference, Piece};
use super::{Analysed, Analyser, Refusal, Unknowns};
use crate::catalog::names::quote_identifier;
use crate::expression::tree::{Ident, TextRange};
use crate::expression::typing::ScopeRelation;
use crate::query::tree::{
    Alias, FromItem, FromKind, Join, JoinCondition, JoinKind, JoinStep, RelationName, Sample,
};

impl Analyser<'_> {
    /// Makes all items of a `FROM` clause visible on the level.
    pub(super) fn add_items(&mut self, items: &[FromItem]) -> Analysed<()> {
        for item in items {
            let mut found = self.add_item(item)?;
            let level = self.level();
            if let Some(name) = names::conflict(&level.sources, &level.namespace, &found) {
                return Err(twice(name, item.range));
            }
            // Items to the right see it only where they are LATERAL.
            for visible in &mut found {
                visible.lateral_only = true;
                visible.lateral_allowed = true;
            }
            level.namespace.extend(found);
        }
        for visible in &mut self.level().namespace {
            visible.lateral_only = false;
            visible.lateral_allowed = true;
        }
        Ok(())
    }

    fn add_item(&mut self, item: &FromItem) -> Analysed<Vec<Visible>> {
        match &item.kind {
            FromKind::Relation { name, sample } => {
                let found = self.relation_item(name, item.alias.as_ref())?;
                if let Some(sample) = sample {
                    self.sample(sample)?;
                }
                Ok(vec![found])
            }
            FromKind::Query(query) => {
                let before = std::mem::replace(&mut self.level().lateral_active, item.lateral);
                let fields = self.query(query, Unknowns::Text);
                self.level().lateral_active = before;
                let source = Source::of_fields(&fields?);
                self.named_item(source, item.alias.as_ref(), "", None, item.range).map(|found| vec![found])
            }
            FromKind::Functions { functions, ordinality, .. } => {
                // Functions are LATERAL without saying it.
                let before = std::mem::replace(&mut self.level().lateral_active, true);
                let found = self.in_clause(Clause::From, |analyser| {
                    analyser.function_item(functions, *ordinality, item.alias.as_ref(), item.range)
                });
                self.level().lateral_active = before;
                Ok(vec![found?])
            }
            FromKind::Join(join) => self.join(join, item.alias.as_ref(), item.range),
        }
    }

    fn sample(&mut self, sample: &Sample) -> Analysed<()> {
        for tree in sample.arguments.iter().chain(&sample.seed) {
            self.in_clause(Clause::From, |analyser| analyser.expr(tree))?;
        }
        Ok(())
    }

    // Tables.

    fn relation_item(&mut self, name: &RelationName, alias: Option<&Alias>) -> Analysed<Visible> {
        let texts = name.path.texts();
        let range = name.path.range();
        if let [only] = &*texts
            && let Some(table) = names::find_table(&self.levels, only)
        {
            let Some(columns) = table.columns.clone() else {
                let text = format!("WITH query \"{only}\" does not have a RETURNING clause");
                return Err(Refusal::new("0A000", text, range));
            };
            return self.named_item(Source::of_fields(&columns), alias, only, None, name.range);
        }
        let (schema, found) = self.find_relation(name)?;
        let table = name.path.name();
        if let Some(target) = found.id {
            self.references.push(NameReference { range, target, form: Form::Qualified });
        }
        let source = self.source_of_relation(&schema, table, found);
        let schema = if alias.is_some() { None } else { Some(schema) };
        self.named_item(source, alias, table, schema, name.range)
    }

    /// A relation by the name in a query, and its schema.
    pub(super) fn find_relation(&self, name: &RelationName) -> Analysed<(Box<str>, ScopeRelation)> {
        let types = self.types();
        let texts = name.path.texts();
        let range = name.path.range();
        let found = match &*texts {
            [table] => types
                .path()
                .iter()
                .find_map(|schema| types.relation(schema, table).map(|found| (schema.clone(), found))),
            [schema, table] | [_, schema, table] => {
                if !self.has_schema(schema) {
                    let text = format!("relation \"{}\" does not exist", texts.join("."));
                    return Err(Refusal::new("42P01", text, range).certain_if(!types.open_world()));
                }
                types.relation(schema, table).map(|found| ((*schema).into(), found))
            }
            _ => None,
        };
        found.ok_or_else(|| {
            let text = format!("relation \"{}\" does not exist", texts.join("."));
            Refusal::new("42P01", text, range).certain_if(!types.open_world())
        })
    }

    pub(super) fn source_of_relation(&self, schema: &str, name: &str, found: ScopeRelation) -> Source {
        let columns = found
            .columns
            .into_iter()
            .map(|column| {
                let value = self.of_column(&column, column.nullability);
                SourceColumn { name: column.name, value, target: column.id, base: None }
            })
            .collect();
        let mut source = Source::new(columns);
        source.row = self.types().named(schema, name);
        source.relation = found.id;
        source.system_columns = found.system_columns;
        source.primary_key = found.primary_key;
        source
    }

    /// Adds a source, its columns named by the alias.
    pub(super) fn named_item(
        &mut self,
        mut source: Source,
        alias: Option<&Alias>,
        own_name: &str,
        schema: Option<Box<str>>,
        range: TextRange,
    ) -> Analysed<Visible> {
        let name = match alias.and_then(|alias| alias.name.as_ref()) {
            Some(name) => name.text.clone(),
            None => own_name.into(),
        };
        let listed = alias.map_or(0, |alias| alias.columns.len());
        if let Some(alias) = alias {
            rename_columns(&mut source, &alias.columns, &name, range)?;
        }
        let (relation, columns) = (source.relation, kept_columns(&source));
        let source = self.add_source(source);
        let serial = self.level().sources[source].serial;
        self.kept.extend((0..listed).map(|at| (serial, at)));
        let place = alias.map_or(TextRange::new(range.end, range.end), |alias| alias.range);
        self.alias_places.insert(serial, place);
        if let Some(table) = relation
            && listed == 0
        {
            let (at, alias) = match alias {
                Some(alias) => (alias.range.end, KeptAlias::Written),
                None => (range.end, KeptAlias::Table(table)),
            };
            self.items.push((serial, KeptNames { at, alias, columns }));
        }
        Ok(Visible {
            by_name: !name.is_empty(),
            name,
            schema,
            source,
            columns: true,
            lateral_only: false,
            lateral_allowed: true,
            subset: None,
        })
    }

    // Joins.

    fn join(&mut self, join: &Join, alias: Option<&Alias>, range: TextRange) -> Analysed<Vec<Visible>> {
        let mut visible = self.add_item(&join.first)?;
        for step in &join.rest {
            visible = self.join_step(visible, step)?;
        }
        let Some(alias) = alias else { return Ok(visible) };
        // A name for the join hides the tables in it.
        let mut columns = Vec::new();
        for item in visible.iter().filter(|item| item.columns) {
            columns.extend(self.join_columns(item));
        }
        let mut source = Source::new(columns);
        source.is_join = true;
        self.named_item(source, Some(alias), "", None, range).map(|found| vec![found])
    }

    fn join_step(&mut self, mut left: Vec<Visible>, step: &JoinStep) -> Analysed<Vec<Visible>> {
        // The right side may be LATERAL to the left one, if that is not filled with nulls.
        let allowed = matches!(step.kind, JoinKind::Inner | JoinKind::Left);
        let before = self.level().namespace.len();
        for item in &left {
            let item = Visible { lateral_only: true, lateral_allowed: allowed, ..item.clone() };
            self.level().namespace.push(item);
        }
        let right = self.add_item(&step.item);
        self.level().namespace.truncate(before);
        let mut right = right?;
        let level = self.level();
        if let Some(name) = names::conflict(&level.sources, &left, &right) {
            return Err(twice(name, step.item.range));
        }
        let mut merged = None;
        match &step.condition {
            JoinCondition::None => {}
            JoinCondition::On(condition) => {
                let both: Vec<Visible> = left.iter().chain(&right).cloned().collect();
                let outside = std::mem::replace(&mut self.level().namespace, both);
                let found = self.condition(condition, Clause::JoinOn);
                self.level().namespace = outside;
                found?;
            }
            JoinCondition::Natural(word) => {
                let names = self.shared_names(&left, &right);
                self.natural_edit(*word, step, &names);
                merged = Some((self.merge(&left, &right, &names, step)?, None));
            }
            JoinCondition::Using { columns, alias, .. } => {
                merged = Some((self.merge(&left, &right, columns, step)?, alias.as_ref()));
            }
        }
        // From here on the side that may have no row is null.
        let (null_left, null_right) = match step.kind {
            JoinKind::Inner => (false, false),
            JoinKind::Left => (false, true),
            JoinKind::Right => (true, false),
            JoinKind::Full => (true, true),
        };
        for (nulled, side) in [(null_left, &left), (null_right, &right)] {
            for item in side.iter().filter(|_| nulled) {
                self.level().sources[item.source].nulled = true;
            }
        }
        let Some((columns, alias)) = merged else {
            left.append(&mut right);
            return Ok(left);
        };
        let count = columns.1;
        let mut source = Source::new(columns.0);
        source.is_join = true;
        let source = self.add_source(source);
        for item in left.iter_mut().chain(&mut right) {
            item.columns = false;
        }
        left.append(&mut right);
        let join = Visible {
            name: "".into(),
            schema: None,
            source,
            by_name: false,
            columns: true,
            lateral_only: false,
            lateral_allowed: true,
            subset: None,
        };
        left.push(join.clone());
        if let Some(alias) = alias {
            left.push(Visible {
                name: alias.text.clone(),
                by_name: true,
                columns: false,
                subset: Some((0..count).collect()),
                ..join
            });
        }
        Ok(left)
    }

    /// The columns that an item shows, as columns of a join over it.
    fn join_columns(&self, item: &Visible) -> Vec<SourceColumn> {
        let Some(level) = self.levels.last() else { return Vec::new() };
        let source = &level.sources[item.source];
        let column = |(at, column): (usize, &SourceColumn)| SourceColumn {
            // What another join merged by computing is a column of that join.
            base: Some(column.base.unwrap_or((item.source, at))),
            target: None,
            ..column.clone()
        };
        source.columns.iter().enumerate().map(column).collect()
    }

    fn shared_names(&self, left: &[Visible], right: &[Visible]) -> Vec<Ident> {
        let Some(level) = self.levels.last() else { return Vec::new() };
        let names = |side: &[Visible]| -> Vec<Box<str>> {
            let items = side.iter().filter(|item| item.columns);
            items
                .flat_map(|item| &level.sources[item.source].columns)
                .map(|column| column.name.clone())
                .collect()
        };
        let right: std::collections::BTreeSet<Box<str>> = names(right).into_iter().collect();
        let mut seen = std::collections::BTreeSet::new();
        names(left)
            .into_iter()
            .filter(|name| right.contains(name) && seen.insert(name.clone()))
            .map(|text| Ident { text, range: TextRange::new(0, 0) })
            .collect()
    }

    /// `NATURAL JOIN b` as `JOIN b USING (…)`, so that later columns change nothing.
    fn natural_edit(&mut self, word: TextRange, step: &JoinStep, names: &[Ident]) {
        let end = step.item.range.end;
        if names.is_empty() {
            // Without a common column every pair of rows is in it.
            self.edits.push(Edit { range: word, pieces: Vec::new() });
            self.edits
                .push(Edit { range: TextRange::new(end, end), pieces: vec![Piece::Text(" ON true".into())] });
            return;
        }
        let names: Vec<_> = names.iter().map(|name| quote_identifier(&name.text)).collect();
        let text = format!(" USING ({})", names.join(", "));
        self.edits.push(Edit { range: word, pieces: Vec::new() });
        self.edits.push(Edit { range: TextRange::new(end, end), pieces: vec![Piece::Text(text.into())] });
    }

    /// The columns of a join with common ones, which come first, and how many those are.
    fn merge(
        &mut self,
        left: &[Visible],
        right: &[Visible],
        names: &[Ident],
        step: &JoinStep,
    ) -> Analysed<(Vec<SourceColumn>, usize)> {
        let side = |analyser: &Self, items: &[Visible]| -> Vec<SourceColumn> {
            items.iter().filter(|item| item.columns).flat_map(|item| analyser.join_columns(item)).collect()
        };
        let (mut lefts, mut rights) = (side(self, left), side(self, right));
        let mut merged = Vec::new();
        for (at, name) in names.iter().enumerate() {
            if names.iter().take(at).any(|other| other.text == name.text) {
                let text = format!("column name \"{}\" appears more than once in USING clause", name.text);
                return Err(Refusal::new("42701", text, name.range));
            }
            let from_left = take_column(&mut lefts, name, "left")?;
            let from_right = take_column(&mut rights, name, "right")?;
            merged.push(self.merge_column(&from_left, &from_right, name, step)?);
        }
        let count = merged.len();
        merged.append(&mut lefts);
        merged.append(&mut rights);
        Ok((merged, count))
    }

    fn merge_column(
        &mut self,
        left: &SourceColumn,
        right: &SourceColumn,
        name: &Ident,
        step: &JoinStep,
    ) -> Analysed<SourceColumn> {
        let range = if name.range.end == 0 { step.range } else { name.range };
        let now = |analyser: &Self, column: &SourceColumn| {
            let level = analyser.levels.last();
            let mut value = column.value.clone();
            if let (Some(level), Some((source, at))) = (level, column.base) {
                value.nullability = names::nullability(level, source, at);
            }
            value
        };
        let values = vec![now(self, left), now(self, right)];
        self.named_operator("=", values.clone(), range)?;
        if name.range.end > 0 {
            for column in [left, right] {
                let level = self.level();
                let target = column.base.and_then(|(source, at)| level.sources[source].columns[at].target);
                if let Some(target) = target {
                    self.references.push(NameReference { range: name.range, target, form: Form::Kept });
                }
            }
        }
        for column in [left, right] {
            if let Some((source, at)) = column.base {
                let serial = self.level().sources[source].serial;
                self.kept.insert((serial, at));
            }
        }
        let ty = self.common_type(&values, "JOIN/USING", range)?;
        let kept = match step.kind {
            JoinKind::Inner | JoinKind::Left => Some(left),
            JoinKind::Right => Some(right),
            JoinKind::Full => None,
        };
        // Where types differ, or either side may be absent, the join computes a column of its own.
        let plain = kept.filter(|kept| kept.value.ty == ty);
        if let Some(plain) = plain {
            return Ok(SourceColumn { name: name.text.clone(), ..plain.clone() });
        }
        let mut value = self.unify(values, "JOIN/USING", range)?;
        if step.kind != JoinKind::Full {
            let kept = if step.kind == JoinKind::Right { right } else { left };
            value.nullability = now(self, kept).nullability;
        }
        Ok(SourceColumn { name: name.text.clone(), value, target: None, base: None })
    }
}

fn take_column(columns: &mut Vec<SourceColumn>, name: &Ident, side: &str) -> Analysed<SourceColumn> {
    let mut places =
        columns.iter().enumerate().filter(|(_, column)| column.name == name.text).map(|(at, _)| at);
    match (places.next(), places.next()) {
        (Some(at), None) => Ok(columns.remove(at)),
        (Some(_), Some(_)) => {
            let text = format!("common column name \"{}\" appears more than once in {side} table", name.text);
            Err(Refusal::new("42702", text, name.range))
        }
        _ => {
            let text =
                format!("column \"{}\" specified in USING clause does not exist in {side} table", name.text);
            Err(Refusal::new("42703", text, name.range))
        }
    }
}

/// The columns of an item, for whoever must write their names behind it.
pub(super) fn kept_columns(source: &Source) -> Vec<(Box<str>, Option<crate::catalog::ObjectId>, bool)> {
    source.columns.iter().map(|column| (column.name.clone(), column.target, false)).collect()
}

pub(super) fn rename_columns(
    source: &mut Source,
    names: &[Ident],
    table: &str,
    range: TextRange,
) -> Analysed<()> {
    if names.len() > source.columns.len() {
        let text = format!(
            "table \"{table}\" has {} columns available but {} columns specified",
            source.columns.len(),
            names.len()
        );
        return Err(Refusal::new("42P10", text, range));
    }
    for (column, name) in source.columns.iter_mut().zip(names) {
        column.name = name.text.clone();
    }
    Ok(())
}

fn twice(name: &str, range: TextRange) -> Refusal {
    Refusal::new("42712", format!("table name \"{name}\" specified more than once"), range)
}
