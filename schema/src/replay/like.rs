//! `CREATE TABLE … (LIKE …)`: what a table takes over from another, once.

use super::Replayer;
use super::stop::{Result, Stop};
use crate::catalog::{
    ClassEntry, Column, CompositeAttribute, Constraint, ConstraintKind, DataType, DefinedKind, Generated,
    Index, IndexId, IndexKey, ObjectId, Origins, Property, PropertyValue, RelationId, RelationKind, TypeId,
    TypeKind, names, property,
};
use crate::source::Span;
use crate::syntax::tree::{LikeClause, LikeWhat};

/// What one `LIKE` takes besides columns and their NOT NULL.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Included(u16);

impl Included {
    fn of(clause: &LikeClause) -> Self {
        let bit = |what: LikeWhat| match what {
            LikeWhat::All => u16::MAX,
            other => 1 << other as u16,
        };
        let mut mask = 0;
        for option in &clause.options {
            if option.value.including {
                mask |= bit(option.value.what);
            } else {
                mask &= !bit(option.value.what);
            }
        }
        Self(mask)
    }

    fn has(self, what: LikeWhat) -> bool {
        self.0 & (1 << what as u16) != 0
    }
}

/// A `LIKE` whose constraints, defaults and indexes follow when the table's own keys are there.
#[derive(Clone, Copy, Debug)]
pub(super) struct PendingLike {
    source: RelationId,
    included: Included,
    span: Span,
}

impl Replayer<'_> {
    /// Adds the columns; what comes after the table's own keys is given back.
    pub(super) fn like_columns(
        &mut self,
        table: RelationId,
        clause: &LikeClause,
    ) -> Result<Option<PendingLike>> {
        let included = Included::of(clause);
        let source = match self.find_class(&clause.table)? {
            Some(ClassEntry::Composite(id)) => {
                self.composite_columns(table, id, clause.span)?;
                return Ok(None);
            }
            Some(ClassEntry::Relation(id)) => id,
            Some(_) => {
                let message = format!("relation \"{}\" is invalid in LIKE clause", clause.table.name.text);
                return Err(Stop::refused("42809", clause.table.span(), message));
            }
            None => self.relation(&clause.table)?,
        };
        for id in self.catalog.relations[source].columns.clone() {
            let column = self.catalog.columns[id].clone();
            let inherited = self.catalog.column_named(table, &column.name);
            let inherited = inherited.filter(|own| {
                let own = &self.catalog.columns[*own];
                own.inherited > 0 && !own.local
            });
            if let Some(own) = inherited {
                // Merged with what comes from a parent, as a column that is written out would be.
                let entry = &mut self.catalog.columns[own];
                if !Self::same_type(&entry.ty, &column.ty) {
                    let message = format!("column \"{}\" has a type conflict", column.name);
                    return Err(Stop::refused("42804", clause.span, message));
                }
                entry.local = true;
                entry.not_null |= column.not_null;
                continue;
            }
            self.column_free(table, &column.name, clause.span)?;
            let is_table = self.catalog.relations[source].kind.is_table();
            let identity = column.identity.filter(|_| included.has(LikeWhat::Identity));
            let new = self.catalog.add_column(Column {
                relation: table,
                not_null: column.not_null && is_table,
                default: None,
                generated: None,
                identity,
                storage: column.storage.filter(|_| included.has(LikeWhat::Storage)),
                compression: column.compression.filter(|_| included.has(LikeWhat::Compression)),
                statistics: None,
                options: Vec::new(),
                local: true,
                inherited: 0,
                origins: Origins::created(clause.span),
                ..column
            });
            if identity.is_some()
                && let Some(model) = self.identity_sequence(id)
            {
                let name = crate::syntax::tree::Name { text: "".into(), span: clause.span };
                let sequence = self.owned_sequence(table, new, &[], true, name.span)?;
                let model = self.catalog.sequences[model].clone();
                let entry = &mut self.catalog.sequences[sequence];
                // The type is not taken over: it is that of any new sequence.
                entry.data_type = DataType::builtin("int8").unwrap_or(model.data_type);
                entry.start = model.start;
                entry.increment = model.increment;
                entry.min = model.min;
                entry.max = model.max;
                entry.cache = model.cache;
                entry.cycle = model.cycle;
            }
        }
        Ok(Some(PendingLike { source, included, span: clause.span }))
    }

    fn column_free(&self, table: RelationId, name: &str, span: Span) -> Result<()> {
        if self.catalog.column_named(table, name).is_none() {
            return Ok(());
        }
        Err(Stop::refused("42701", span, format!("column \"{name}\" specified more than once")))
    }

    /// The attributes of a composite type as columns, for `LIKE` and for `OF`.
    pub(super) fn composite_columns(&mut self, table: RelationId, ty: TypeId, span: Span) -> Result<()> {
        let TypeKind::Composite(attributes) = &self.catalog.types[ty].kind else {
            let message = format!("type {} is not a composite type", self.catalog.types[ty].name);
            return Err(Stop::refused("42809", span, message));
        };
        for attribute in attributes.clone() {
            self.composite_column(table, attribute, span)?;
        }
        Ok(())
    }

    pub(super) fn composite_column(
        &mut self,
        table: RelationId,
        attribute: CompositeAttribute,
        span: Span,
    ) -> Result<()> {
        self.column_free(table, &attribute.name, span)?;
        self.catalog.add_column(Column {
            relation: table,
            name: attribute.name,
            ty: attribute.ty,
            not_null: false,
            default: None,
            generated: None,
            identity: None,
            collation: attribute.collation,
            storage: None,
            compression: None,
            statistics: None,
            options: Vec::new(),
            local: true,
            inherited: 0,
            origins: Origins::created(span),
        });
        Ok(())
    }

    /// `expandTableLikeClause`: defaults and checks, then indexes, then statistics, each with its comment.
    pub(super) fn expand_like(&mut self, table: RelationId, like: PendingLike) -> Result<()> {
        let PendingLike { source, included, span } = like;
        for id in self.catalog.relations[source].columns.clone() {
            let column = self.catalog.columns[id].clone();
            let Some(own) = self.catalog.column_named(table, &column.name) else { continue };
            if included.has(LikeWhat::Defaults) {
                let default = column.default.as_ref().map(|text| self.translate(text, table));
                if default.is_some() {
                    self.catalog.columns[own].default = default;
                }
            }
            if let Some(generated) = column.generated.filter(|_| included.has(LikeWhat::Generated)) {
                let expression = self.translate(&generated.expression, table);
                self.catalog.columns[own].generated = Some(Generated { expression, ..generated });
            }
            self.catalog.link(ObjectId::Default(own));
            if included.has(LikeWhat::Comments) {
                self.copy_comment(id.into(), own.into(), span);
            }
        }
        if included.has(LikeWhat::Constraints) {
            for id in self.catalog.constraints_of(source).to_vec() {
                let constraint = self.catalog.constraints[id].clone();
                let ConstraintKind::Check { expression } = &constraint.kind else { continue };
                if self.constraint_named(table, &constraint.name).is_some() {
                    let message = format!(
                        "constraint \"{}\" for relation \"{}\" already exists",
                        constraint.name, self.catalog.relations[table].name
                    );
                    return Err(Stop::refused("42710", span, message));
                }
                let kind = ConstraintKind::Check { expression: self.translate(expression, table) };
                let copy = self.catalog.add_constraint(Constraint {
                    relation: table,
                    kind,
                    validated: true,
                    inherited: false,
                    origins: Origins::created(span),
                    ..constraint
                });
                if included.has(LikeWhat::Comments) {
                    self.copy_comment(id.into(), copy.into(), span);
                }
            }
        }
        if included.has(LikeWhat::Indexes) && self.catalog.relations[source].kind != RelationKind::Foreign {
            for id in self.catalog.indexes_of(source).to_vec() {
                let copy = self.copy_index(id, table, span)?;
                if included.has(LikeWhat::Comments) {
                    self.copy_comment(id.into(), copy.into(), span);
                }
            }
        }
        if included.has(LikeWhat::Statistics) {
            self.copy_statistics(source, table, included.has(LikeWhat::Comments), span);
        }
        Ok(())
    }

    fn copy_comment(&mut self, from: ObjectId, to: ObjectId, span: Span) {
        if let Some(mut comment) = self.catalog.comments.get(&from).cloned() {
            comment.origins = Origins::created(span);
            self.catalog.comments.insert(to, comment);
        }
    }

    /// An index like another, on another table, under a name that PostgreSQL chooses; with its constraint.
    fn copy_index(&mut self, source: IndexId, table: RelationId, span: Span) -> Result<IndexId> {
        let index = self.catalog.indexes[source].clone();
        let constraint = index.constraint.map(|id| self.catalog.constraints[id].clone());
        let primary =
            matches!(constraint.as_ref().map(|entry| &entry.kind), Some(ConstraintKind::PrimaryKey { .. }));
        if primary && self.catalog.walk(table).primary_key().is_some() {
            let message = format!(
                "multiple primary keys for table \"{}\" are not allowed",
                self.catalog.relations[table].name
            );
            return Err(Stop::refused("42P16", span, message));
        }
        let keys: Vec<IndexKey> = index
            .keys
            .iter()
            .map(|key| IndexKey { target: self.translate_key(&key.target, table), ..key.clone() })
            .collect();
        let include: Vec<_> =
            index.include.iter().filter_map(|column| self.translate_column(*column, table)).collect();
        let predicate = index.predicate.as_ref().map(|text| self.translate(text, table));
        let label = match constraint.as_ref().map(|entry| &entry.kind) {
            Some(ConstraintKind::PrimaryKey { .. }) => "pkey",
            Some(ConstraintKind::Unique { .. }) => "key",
            Some(_) => "excl",
            None => "idx",
        };
        let columns = self.key_names(&keys, &include);
        let addition = names::index_name_addition(columns.iter().map(String::as_str));
        let entry = &self.catalog.relations[table];
        let name: Box<str> =
            names::choose_name(&entry.name, (!primary).then_some(addition.as_str()), label, |name| {
                self.catalog.class(entry.schema, name).is_some()
                    || (constraint.is_some() && self.catalog.constraint_name_used(entry.schema, name))
            })
            .into();
        let partitioned = entry.kind == RelationKind::Partitioned;
        let copy = self.catalog.add_index(Index {
            relation: table,
            name: name.clone(),
            keys,
            include,
            predicate,
            constraint: None,
            parent: None,
            valid: true,
            clustered: false,
            replica_identity: false,
            origins: Origins::created(span),
            ..index
        });
        if let Some(constraint) = constraint {
            let kind = constraint.kind.on_index(copy);
            self.catalog.add_constraint(Constraint {
                relation: table,
                name,
                kind,
                inherited: false,
                no_inherit: !partitioned,
                origins: Origins::created(span),
                ..constraint
            });
        }
        Ok(copy)
    }

    fn copy_statistics(&mut self, source: RelationId, table: RelationId, comments: bool, span: Span) {
        let all: Vec<_> = self
            .catalog
            .defined
            .iter()
            .filter(|(_, entry)| entry.kind == DefinedKind::Statistics && entry.relation == Some(source))
            .map(|(id, _)| id)
            .collect();
        for id in all {
            let properties: Vec<Property> = self
                .catalog
                .properties
                .get(&id.into())
                .into_iter()
                .flatten()
                .filter(|part| part.attribute != property::TARGET_VALUE)
                .map(|part| Property::new(part.attribute, self.translate_value(&part.value, table)))
                .collect();
            let name = self.statistics_name(table, &properties);
            let schema = self.catalog.relations[table].schema;
            let copy =
                self.define(DefinedKind::Statistics, Some(schema), &name, Some(table), properties, span);
            if comments {
                self.copy_comment(id.into(), copy.into(), span);
            }
        }
    }

    fn translate_value(&self, value: &PropertyValue, to: RelationId) -> PropertyValue {
        match value {
            PropertyValue::Columns(columns) => PropertyValue::Columns(
                columns.iter().filter_map(|column| self.translate_column(*column, to)).collect(),
            ),
            PropertyValue::Expression(text) => PropertyValue::Expression(self.translate(text, to)),
            PropertyValue::List(values) => {
                PropertyValue::List(values.iter().map(|value| self.translate_value(value, to)).collect())
            }
            other => other.clone(),
        }
    }

    /// `ChooseExtendedStatisticName`: `table_a_b_stat`, an expression counting as `expr`.
    pub(super) fn statistics_name(&self, table: RelationId, properties: &[Property]) -> String {
        let mut parts: Vec<String> = Vec::new();
        for part in properties {
            match &part.value {
                PropertyValue::Columns(columns) => {
                    parts.extend(columns.iter().map(|id| self.catalog.columns[*id].name.to_string()));
                }
                PropertyValue::List(values) if part.attribute == property::EXPRESSIONS => {
                    parts.extend(values.iter().map(|_| "expr".to_owned()));
                }
                _ => {}
            }
        }
        let addition = names::index_name_addition(parts.iter().map(String::as_str));
        let entry = &self.catalog.relations[table];
        names::choose_name(&entry.name, Some(&addition), "stat", |name| {
            !self.catalog.defined_named(DefinedKind::Statistics, Some(entry.schema), name).is_empty()
        })
    }
}
