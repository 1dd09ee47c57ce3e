//! Output lists: labels, and the stars that are written out (`transformTargetList`, `ExpandColumnRefStar`).

use super::names::{self, Clause, Visible};
use super::outcome::{Edit, Form, Label, NameReference, Piece};
use super::value::{Field, Value};
use super::{Analysed, Analyser, Refusal, label};
use crate::catalog::names::quote_identifier;
use crate::expression::tree::{Expr, ExprKind, Path, TextRange};
use crate::expression::typing::Nullability;
use crate::query::tree::{Body, Query, Target};

impl Analyser<'_> {
    pub(super) fn targets(&mut self, targets: &[Target], clause: Clause) -> Analysed<Vec<Field>> {
        let mut fields = Vec::new();
        for target in targets {
            let before = std::mem::replace(&mut self.level().clause, clause);
            let found = self.target(target, &mut fields);
            self.level().clause = before;
            found?;
        }
        Ok(fields)
    }

    fn target(&mut self, target: &Target, fields: &mut Vec<Field>) -> Analysed<()> {
        match &target.value.kind {
            ExprKind::Column { path, all: true } if target.label.is_none() => {
                return self.star(path, target.range, fields);
            }
            ExprKind::AllFields(operand) if target.label.is_none() => {
                return self.star_of_row(operand, target.range, fields);
            }
            _ => {}
        }
        let value = self.expr(&target.value)?;
        let name = match &target.label {
            Some(label) => label.text.clone(),
            None => {
                let name = label::column_name(&target.value, &|tree| self.query_column(tree));
                if let Some(named_by) = label::named_by(&target.value) {
                    self.labels.push(Label { at: target.range.end, name: name.clone(), named_by });
                }
                name
            }
        };
        fields.push(Field { name, value });
        Ok(())
    }

    /// The name of a sub-query's only column.
    fn query_column(&self, tree: &Expr) -> Option<Box<str>> {
        let ExprKind::Query { tree: Some(query), .. } = &tree.kind else { return None };
        self.first_name(query)
    }

    fn first_name(&self, query: &Query) -> Option<Box<str>> {
        let mut body = &query.body;
        loop {
            match body {
                Body::Nested(inner) => body = &inner.body,
                Body::Set(set) => body = &set.first.body,
                Body::Values(_) => return Some("column1".into()),
                Body::Select(select) => {
                    let target = select.targets.first()?;
                    return Some(match &target.label {
                        Some(label) => label.text.clone(),
                        None => label::column_name(&target.value, &|tree| self.query_column(tree)),
                    });
                }
                Body::Table(_) | Body::Insert(_) | Body::Update(_) | Body::Delete(_) => return None,
            }
        }
    }

    // Stars.

    fn star(&mut self, path: &Path, range: TextRange, fields: &mut Vec<Field>) -> Analysed<()> {
        let namespace = self.level().namespace.clone();
        if path.parts.is_empty() {
            if !namespace.iter().any(|item| item.columns && !item.lateral_only) {
                return Err(Refusal::new("42601", "SELECT * with no tables specified is not valid", range));
            }
            let mut places = Vec::new();
            for item in namespace.iter().filter(|item| item.columns && !item.lateral_only) {
                places.extend(self.places(item));
            }
            self.star_columns(places, range, fields);
            for item in namespace.iter().filter(|item| item.columns && !item.lateral_only) {
                self.tell_apart(item);
            }
            let pieces = self.star_pieces(&namespace);
            self.edits.push(Edit { range, pieces });
            return Ok(());
        }
        let texts = path.texts();
        let (schema, table) = match &*texts {
            [table] => (None, *table),
            [.., schema, table] => (Some(*schema), *table),
            [] => return Ok(()),
        };
        match names::find_source(&self.levels, schema, table) {
            Ok((0, item)) => {
                let item = item.clone();
                self.star_columns(self.places(&item), range, fields);
                self.tell_apart(&item);
                let pieces = self.item_pieces(&namespace, &item);
                self.edits.push(Edit { range, pieces });
                Ok(())
            }
            Ok((depth, item)) => {
                // Of a query around this one.
                let item = item.clone();
                let level = self.levels.len() - 1 - depth;
                let namespace = self.levels[level].namespace.clone();
                for (source, column) in self.places_at(level, &item) {
                    fields.push(self.field_at(level, source, column));
                }
                let pieces = self.item_pieces_at(level, &namespace, &item);
                self.edits.push(Edit { range, pieces });
                Ok(())
            }
            Err(miss) => {
                // A column of a composite type: `c.*` is `(c).*`.
                if schema.is_none() && names::find_column(&self.levels, table).is_ok() {
                    let text = format!("missing FROM-clause entry for table \"{table}\"");
                    return Err(
                        Refusal::new("42P01", text, range).help(format!("for a column write ({table}).*"))
                    );
                }
                Err(super::expr::missing_table(schema, table, miss, range))
            }
        }
    }

    /// The columns that a star stands for. Grouping looks at each of them.
    fn star_columns(&mut self, places: Vec<(usize, usize)>, range: TextRange, fields: &mut Vec<Field>) {
        let mut bases = Vec::with_capacity(places.len());
        for (source, column) in places {
            fields.push(self.field_of(source, column));
            let base = self.level().sources[source].columns[column].base;
            bases.push(base.unwrap_or((source, column)));
        }
        self.level().stars.insert(range.start, bases);
    }

    /// Columns of one name in an item could not be written out: they get names of their own, as PostgreSQL prints
    /// them.
    fn tell_apart(&mut self, item: &Visible) {
        let Some(source) = self.levels.last().and_then(|level| level.sources.get(item.source)) else {
            return;
        };
        let mut names: Vec<Box<str>> = Vec::new();
        let mut twice = false;
        for column in &source.columns {
            let mut name = column.name.clone();
            let mut number = 0;
            while names.contains(&name) {
                twice = true;
                number += 1;
                name = format!("{}_{number}", column.name).into();
            }
            names.push(name);
        }
        if !twice || !item.by_name {
            return;
        }
        let Some(range) = self.alias_places.get(&source.serial).copied() else { return };
        let list: Vec<_> = names.iter().map(|name| quote_identifier(name)).collect();
        let text = format!(" AS {} ({})", quote_identifier(&item.name), list.join(", "));
        self.edits.push(Edit { range, pieces: vec![Piece::Text(text.into())] });
        let source = item.source;
        for (column, name) in self.level().sources[source].columns.iter_mut().zip(names) {
            column.name = name;
        }
    }

    /// The sources and columns that an item shows.
    fn places(&self, item: &Visible) -> Vec<(usize, usize)> {
        self.places_at(self.levels.len() - 1, item)
    }

    fn places_at(&self, level: usize, item: &Visible) -> Vec<(usize, usize)> {
        let count = self.levels[level].sources[item.source].columns.len();
        match &item.subset {
            Some(subset) => subset.iter().map(|column| (item.source, *column)).collect(),
            None => (0..count).map(|column| (item.source, column)).collect(),
        }
    }

    /// All columns of all items, parted by commas.
    pub(super) fn star_pieces(&self, namespace: &[Visible]) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for item in namespace.iter().filter(|item| item.columns && !item.lateral_only) {
            let found = self.item_pieces(namespace, item);
            if !pieces.is_empty() && !found.is_empty() {
                pieces.push(Piece::Text(", ".into()));
            }
            pieces.extend(found);
        }
        pieces
    }

    fn item_pieces(&self, namespace: &[Visible], item: &Visible) -> Vec<Piece> {
        self.item_pieces_at(self.levels.len() - 1, namespace, item)
    }

    fn item_pieces_at(&self, level: usize, namespace: &[Visible], item: &Visible) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (source, column) in self.places_at(level, item) {
            if !pieces.is_empty() {
                pieces.push(Piece::Text(", ".into()));
            }
            self.column_pieces(level, namespace, item, (source, column), &mut pieces);
            let name = self.levels[level].sources[source].columns[column].name.clone();
            pieces.push(Piece::Label { name });
        }
        pieces
    }

    /// `alias.column`, as it can be written at that level.
    fn column_pieces(
        &self,
        level: usize,
        namespace: &[Visible],
        item: &Visible,
        (source, column): (usize, usize),
        pieces: &mut Vec<Piece>,
    ) {
        let sources = &self.levels[level].sources;
        let entry = &sources[source].columns[column];
        let mut owner = item;
        let mut place = (source, column);
        // A join's column goes by the table that it is of, unless the join has a name.
        if !item.by_name
            && let Some(base) = entry.base
            && let Some(found) = namespace.iter().find(|other| other.source == base.0 && other.by_name)
        {
            owner = found;
            place = base;
        }
        let entry = &sources[place.0].columns[place.1];
        if owner.by_name && !owner.name.is_empty() {
            let twice =
                namespace.iter().filter(|other| other.by_name && other.name == owner.name).nth(1).is_some();
            match (&owner.schema, sources[owner.source].relation) {
                (Some(schema), Some(target)) => {
                    let form = if twice { Form::Qualified } else { Form::Bare };
                    let text = if twice {
                        crate::catalog::names::qualified(schema, &owner.name)
                    } else {
                        quote_identifier(&owner.name).into_owned()
                    };
                    pieces.push(Piece::Name { text: text.into(), target, form });
                    pieces.push(Piece::Text(".".into()));
                }
                _ => pieces.push(Piece::Text(format!("{}.", quote_identifier(&owner.name)).into())),
            }
        }
        let text = quote_identifier(&entry.name);
        match entry.target {
            Some(target) => {
                let kept = self.kept.contains(&(sources[place.0].serial, place.1));
                let form = if kept { Form::Kept } else { Form::Bare };
                pieces.push(Piece::Name { text: text.into(), target, form });
            }
            None => pieces.push(Piece::Text(text.into())),
        }
    }

    /// `(row).*`.
    fn star_of_row(&mut self, operand: &Expr, range: TextRange, fields: &mut Vec<Field>) -> Analysed<()> {
        let before = self.references.len();
        let value = self.row_operand(operand)?;
        let found = self.row_fields(&value, range)?;
        // Each field repeats the expression with its names.
        let inside: Vec<NameReference> = self.references.drain(before..).collect();
        let mut pieces = Vec::new();
        for (field, target) in &found {
            if !pieces.is_empty() {
                pieces.push(Piece::Text(", ".into()));
            }
            pieces.push(Piece::Copy { range: operand.range, references: inside.clone() });
            pieces.push(Piece::Text(".".into()));
            let text = quote_identifier(&field.name);
            match target {
                Some(target) => {
                    pieces.push(Piece::Name { text: text.into(), target: *target, form: Form::Bare });
                }
                None => match value.ty.and_then(|ty| self.composite(ty)) {
                    Some(target) => {
                        pieces.push(Piece::Name { text: text.into(), target, form: Form::Attribute });
                    }
                    None => pieces.push(Piece::Text(text.into())),
                },
            }
            pieces.push(Piece::Label { name: field.name.clone() });
        }
        self.edits.push(Edit { range, pieces });
        fields.extend(found.into_iter().map(|(field, _)| field));
        Ok(())
    }

    fn row_fields(
        &self,
        value: &Value,
        range: TextRange,
    ) -> Analysed<Vec<(Field, Option<crate::catalog::ObjectId>)>> {
        if let Some(fields) = &value.fields {
            return Ok(fields.iter().map(|field| (field.clone(), None)).collect());
        }
        let Some(ty) = value.ty else {
            return Err(
                Refusal::new("42809", "the fields of this value are not known", range).certain_if(false)
            );
        };
        match self.types().fields(ty) {
            Some(fields) => Ok(fields
                .iter()
                .map(|field| {
                    let value = self.of_column(field, Nullability::Unknown);
                    (Field { name: field.name.clone(), value }, field.id)
                })
                .collect()),
            None => {
                let text = format!("type {} is not composite", self.types().print(ty));
                Err(Refusal::new("42809", text, range).certain_if(!self.types().is_opaque(ty)))
            }
        }
    }

    /// `t.*` within `ROW(…)`.
    pub(super) fn expand_in_row(&mut self, path: &Path, range: TextRange) -> Analysed<Vec<Value>> {
        let mut fields = Vec::new();
        self.star(path, range, &mut fields)?;
        // There an entry has no label.
        if let Some(edit) = self.edits.last_mut() {
            edit.pieces.retain(|piece| !matches!(piece, Piece::Label { .. }));
        }
        Ok(fields.into_iter().map(|field| field.value).collect())
    }
}
