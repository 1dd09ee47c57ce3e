//! `CREATE INDEX`.

use super::Replayer;
use super::defined::Found;
use super::place::Place;
use super::resolve::Scope;
use super::stop::{Applied, Result, Stop};
use super::table::options;
use crate::catalog::{
    ColumnId, DefinedKind, Index, IndexId, IndexKey, KeyTarget, ObjectId, Origins, PropertyValue, RelationId,
    RelationKind, SqlExpr, TypeBase, TypeKind, names, property,
};
use crate::expression::tree::ExprKind;
use crate::expression::typing::facts::{self, TypeFact};
use crate::source::Span;
use crate::syntax::tree::{CreateIndex, IndexElement, KeyKind, Name, QualifiedName};

impl Replayer<'_> {
    pub(super) fn create_index(&mut self, create: &CreateIndex, span: Span) -> Result<Applied> {
        let table = self.relation(&create.table)?;
        let entry = &self.catalog.relations[table];
        if matches!(entry.kind, RelationKind::View | RelationKind::Foreign) {
            let message = format!("cannot create index on relation \"{}\"", entry.name);
            return Err(Stop::refused("42809", create.table.span(), message));
        }
        if entry.kind == RelationKind::Partitioned && create.concurrently {
            let message = format!("cannot create index on partitioned table \"{}\" concurrently", entry.name);
            return Err(Stop::refused("0A000", create.table.span(), message).help(
                "create the index ON ONLY the parent, then CONCURRENTLY on each partition, then attach them",
            ));
        }
        if create.concurrently && self.in_transaction() {
            return Err(Stop::refused(
                "25001",
                span,
                "CREATE INDEX CONCURRENTLY cannot run inside a transaction block",
            ));
        }
        let (schema, relation_name) = (entry.schema, entry.name.clone());
        if let Some(name) = &create.name
            && self.catalog.class(schema, &name.text).is_some()
        {
            if create.if_not_exists {
                return Ok(Applied::Nothing("CREATE INDEX IF NOT EXISTS"));
            }
            let name = crate::syntax::tree::QualifiedName { schema: None, name: name.clone() };
            return Err(self.class_exists(schema, &name));
        }
        let mut keys = Vec::new();
        for key in &create.keys {
            let method = create.method.as_ref().map_or("btree", |method| &method.text);
            keys.push(self.index_key(table, key, method)?);
        }
        let mut include = Vec::new();
        for element in &create.include {
            match &element.key {
                KeyKind::Column(name) => include.push(self.index_column(table, name)?),
                KeyKind::Expression(_) => {
                    let message = "expressions are not supported in included columns";
                    return Err(Stop::refused("0A000", element.span, message));
                }
            }
        }
        let predicate = match create.predicate {
            Some(sql) => {
                let predicate = self.expression(sql, Scope::Relation(table))?;
                self.fits_place(sql.span, Place::IndexPredicate, Some(table))?;
                Some(predicate)
            }
            None => None,
        };
        let method = create.method.as_ref().map_or("btree", |method| &*method.text);
        self.check_index_method(create, method, span)?;
        if create.unique {
            self.check_unique_of_partitions(table, &keys, span)?;
        }
        if self.knows_all_extensions() {
            super::storage_parameter::check_index_parameters(&create.options, method)?;
        }
        let name: Box<str> = match &create.name {
            Some(name) => name.text.clone(),
            None => {
                let column_names = self.key_names(&keys, &include);
                let addition = names::index_name_addition(column_names.iter().map(String::as_str));
                names::choose_name(&relation_name, Some(&addition), "idx", |name| {
                    self.catalog.class(schema, name).is_some()
                })
                .into()
            }
        };
        let partitioned = self.catalog.relations[table].kind == RelationKind::Partitioned;
        let id = self.catalog.add_index(Index {
            relation: table,
            name,
            method: create.method.as_ref().map_or_else(|| "btree".into(), |method| method.text.clone()),
            unique: create.unique,
            nulls_not_distinct: create.nulls_not_distinct.is_some(),
            keys,
            include,
            predicate,
            options: options(&create.options),
            tablespace: create.tablespace.as_ref().map(|name| name.text.clone()),
            constraint: None,
            parent: None,
            valid: !(partitioned && create.only && !self.catalog.children_of(table).is_empty()),
            clustered: false,
            replica_identity: false,
            origins: Origins::created(span),
        });
        if !create.only {
            self.propagate_index(id, span);
        }
        Ok(Applied::Schema)
    }

    /// What an access method cannot do (`pg_index_has_property`; documentation, "Index Access Method Functions").
    fn check_index_method(&self, create: &CreateIndex, method: &str, span: Span) -> Result<()> {
        /// Method; unique; several columns; INCLUDE; an order of its own.
        const METHODS: &[(&str, bool, bool, bool, bool)] = &[
            ("btree", true, true, true, true),
            ("hash", false, false, false, false),
            ("gist", false, true, true, false),
            ("gin", false, true, false, false),
            ("spgist", false, false, true, false),
            ("brin", false, true, false, false),
        ];
        let Some((_, unique, several, include, order)) = METHODS.iter().find(|(name, ..)| *name == method)
        else {
            return Ok(());
        };
        let ordered =
            create.keys.iter().any(|key| key.order.descending.is_some() || key.order.nulls_first.is_some());
        let what = match () {
            () if create.unique && !unique => "unique indexes",
            () if !create.include.is_empty() && !include => "included columns",
            () if create.keys.len() > 1 && !several => "multicolumn indexes",
            () if ordered && !order => {
                let descending = create.keys.iter().any(|key| key.order.descending.is_some());
                if descending { "ASC/DESC options" } else { "NULLS FIRST/LAST options" }
            }
            () => return Ok(()),
        };
        let message = format!("access method \"{method}\" does not support {what}");
        Err(Stop::refused("0A000", span, message))
    }

    /// Rows of different partitions are compared only by what sends them there.
    pub(super) fn check_unique_of_partitions(
        &self,
        table: RelationId,
        keys: &[IndexKey],
        span: Span,
    ) -> Result<()> {
        let Some(partition_key) = &self.catalog.relations[table].partition_key else { return Ok(()) };
        for part in &partition_key.keys {
            match &part.target {
                KeyTarget::Expression(_) => {
                    let message = "unsupported UNIQUE constraint with partition key definition";
                    return Err(Stop::refused("0A000", span, message)
                        .help("a unique constraint cannot be used when partition keys include expressions"));
                }
                KeyTarget::Column(column) => {
                    if keys.iter().any(|key| key.target == KeyTarget::Column(*column)) {
                        continue;
                    }
                    let message =
                        "unique constraint on partitioned table must include all partitioning columns";
                    return Err(Stop::refused("0A000", span, message).help(format!(
                        "add column \"{}\" of the partition key",
                        self.catalog.columns[*column].name
                    )));
                }
            }
        }
        Ok(())
    }

    fn index_column(&self, table: RelationId, name: &crate::syntax::tree::Name) -> Result<ColumnId> {
        if super::resolve::SYSTEM_COLUMNS.contains(&&*name.text) {
            let message = "index creation on system columns is not supported";
            return Err(Stop::refused("0A000", name.span, message));
        }
        self.catalog.column_named(table, &name.text).ok_or_else(|| {
            let entry = &self.catalog.relations[table];
            let columns = entry.columns.iter().map(|id| &*self.catalog.columns[*id].name);
            let stop = Stop::refused("42703", name.span, format!("column \"{}\" does not exist", name.text))
                .label(entry.origins.creation(), "of this relation");
            match super::resolve::nearest(&name.text, columns) {
                Some(near) => stop.help(format!("there is a column \"{near}\"")),
                None => stop,
            }
        })
    }

    pub(super) fn index_key(
        &self,
        table: RelationId,
        element: &IndexElement,
        method: &str,
    ) -> Result<IndexKey> {
        let mut inner_collation = None;
        let target = match &element.key {
            KeyKind::Column(name) => KeyTarget::Column(self.index_column(table, name)?),
            KeyKind::Expression(sql) => {
                let expression = unwrap_parentheses(self.expression(*sql, Scope::Relation(table))?);
                self.fits_place(sql.span, Place::IndexExpression, Some(table))?;
                let (target, collation) = self.key_of_expression(expression);
                inner_collation = collation;
                target
            }
        };
        let descending = element.order.descending.is_some_and(|order| order.value);
        let collation = match &element.collation {
            Some(name) => self.key_collation(name, &target)?,
            None => inner_collation,
        };
        let opclass = match &element.opclass {
            Some(name) => self.key_opclass(name, &target, method)?,
            None => None,
        };
        Ok(IndexKey {
            target,
            collation,
            opclass,
            opclass_options: options(&element.opclass_options),
            descending,
            // NULLs come last, but first in descending order (documentation, "Indexes and ORDER BY").
            nulls_first: element.order.nulls_first.map_or(descending, |order| order.value),
        })
    }

    /// A key `(a || b COLLATE c)` is the key `(a || b)` with a collation of its own, to PostgreSQL.
    /// And what is left is a plain column, if it is nothing but its name.
    pub(super) fn key_of_expression(&self, expression: SqlExpr) -> (KeyTarget, Option<Box<str>>) {
        let (expression, collation) = self.without_collation(expression);
        match expression.references() {
            [only] if (only.start, only.end as usize) == (0, expression.written().len()) => {
                if let ObjectId::Column(column) = only.target {
                    let target = KeyTarget::Column(column);
                    let collation = collation.filter(|text| *self.own_key_collation(&target) != **text);
                    return (target, collation);
                }
            }
            _ => {}
        }
        (KeyTarget::Expression(expression), collation)
    }

    fn without_collation(&self, mut expression: SqlExpr) -> (SqlExpr, Option<Box<str>>) {
        let mut outermost = None;
        while let Ok(tree) = crate::expression::parse(expression.written())
            && let ExprKind::Collate { operand, .. } = &tree.kind
        {
            let behind =
                expression.references().iter().rev().find(|reference| reference.start >= operand.range.end);
            let collation = match behind.map(|reference| reference.target) {
                Some(target) => self.catalog.printed_name(target),
                None => {
                    let written = expression.written().get(operand.range.end as usize..).unwrap_or_default();
                    let words = written.trim_start_matches(|c: char| c == ')' || c.is_whitespace());
                    let name = words.get("COLLATE".len()..).unwrap_or_default().trim();
                    match crate::expression::path_of_text(name).ok().and_then(|mut path| path.pop()) {
                        Some(name) => names::quote_identifier(&name).into_owned(),
                        None => return (expression, outermost),
                    }
                }
            };
            outermost.get_or_insert_with(|| collation.into_boxed_str());
            expression = unwrap_parentheses(part(&expression, operand.range.start, operand.range.end));
        }
        (expression, outermost)
    }

    /// The printed name of an operator class, unless it is the default of a column's type.
    pub(super) fn key_opclass(
        &self,
        name: &QualifiedName,
        target: &KeyTarget,
        method: &str,
    ) -> Result<Option<Box<str>>> {
        let method = Name { text: method.into(), span: name.span() };
        let text = name.name.as_str();
        // Names of PostgreSQL 7 that mean the default.
        if matches!(text, "network_ops" | "timespan_ops" | "datetime_ops" | "lztext_ops" | "bigbox_ops") {
            return Ok(None);
        }
        let found = self.of_access_method(DefinedKind::OperatorClass, name, &method);
        if let Err(stop) = found
            && self.knows_all_extensions()
        {
            return Err(stop);
        }
        if let Ok(Found::Object(id)) = self.of_access_method(DefinedKind::OperatorClass, name, &method) {
            let of = |attribute| self.catalog.property(id.into(), attribute);
            let is_default = match (target, of(property::TYPE)) {
                (KeyTarget::Column(column), Some(PropertyValue::Type(ty))) => {
                    let own = &self.catalog.columns[*column].ty;
                    of(property::IS_DEFAULT) == Some(&super::option::flag(true))
                        && super::callee::same_type(own, ty)
                }
                _ => false,
            };
            return Ok((!is_default).then(|| self.catalog.printed_name(id.into()).into()));
        }
        self.check_opclass(name, &method.text)?;
        let is_default = match target {
            KeyTarget::Column(column) => self.is_default_opclass(*column, text, &method.text),
            KeyTarget::Expression(_) => false,
        };
        Ok((!is_default).then(|| match name.schema_str() {
            None | Some("pg_catalog") => names::quote_identifier(text).into(),
            Some(schema) => names::qualified(schema, text).into(),
        }))
    }

    /// `text_ops` on a text column says nothing that the default does not.
    fn is_default_opclass(&self, column: ColumnId, opclass: &str, method: &str) -> bool {
        let mut ty = &self.catalog.columns[column].ty;
        while let (TypeBase::User(id), false) = (&ty.base, ty.is_array()) {
            let TypeKind::Domain(domain) = &self.catalog.types[*id].kind else { break };
            ty = &domain.base;
        }
        let polymorphic = match &ty.base {
            _ if ty.is_array() => "anyarray",
            TypeBase::User(id) => match &self.catalog.types[*id].kind {
                TypeKind::Enum(_) => "anyenum",
                TypeKind::Range(_) => "anyrange",
                TypeKind::Composite(_) => "record",
                TypeKind::Domain(_) | TypeKind::Base => "",
            },
            TypeBase::Builtin(builtin) if builtin.name.ends_with("multirange") => "anymultirange",
            TypeBase::Builtin(builtin) if builtin.name.ends_with("range") => "anyrange",
            TypeBase::Row(_) => "record",
            TypeBase::Builtin(_) | TypeBase::Extension { .. } => "",
        };
        let mut rows = facts::objects(opclass).filter(|row| row.kind == "operator class");
        rows.any(|row| {
            let [of_method, of_type, default, ..] = row.words;
            if of_method != method || default != "d" {
                return false;
            }
            let wanted = TypeFact::read(of_type);
            let same = match &ty.base {
                TypeBase::Builtin(builtin) => {
                    let own = TypeFact { source: "", name: builtin.name, array: ty.is_array() };
                    own == wanted
                        || facts::cast(own, wanted)
                            .is_some_and(|cast| (cast.context, cast.method) == ('i', 'b'))
                }
                TypeBase::Extension { name, .. } => {
                    **name == *wanted.name && wanted.array == ty.is_array() && !wanted.source.is_empty()
                }
                TypeBase::User(_) | TypeBase::Row(_) => false,
            };
            same || wanted.name == polymorphic
        })
    }

    /// Gives every partition of the index's table an index of its own, attached to this one.
    pub(super) fn propagate_index(&mut self, index: IndexId, span: Span) {
        let table = self.catalog.indexes[index].relation;
        if self.catalog.relations[table].kind != RelationKind::Partitioned {
            return;
        }
        for child in self.catalog.children_of(table).to_vec() {
            self.clone_index(index, child, span);
        }
    }
}

/// The part of an expression between two places of its text.
fn part(expression: &SqlExpr, start: u32, end: u32) -> SqlExpr {
    // One of no length stands for the whole.
    let inside = expression.references().iter().filter(|reference| {
        reference.start == reference.end || reference.start >= start && reference.end <= end
    });
    let references = inside
        .map(|reference| crate::catalog::Reference {
            start: reference.start.saturating_sub(start),
            end: reference.end.saturating_sub(start),
            ..*reference
        })
        .collect();
    SqlExpr::new(expression.written().get(start as usize..end as usize).unwrap_or_default(), references)
}

/// `pg_get_indexdef` adds the parentheses that an expression needs; the catalog keeps none around it.
pub(super) fn unwrap_parentheses(mut expression: SqlExpr) -> SqlExpr {
    loop {
        let length = expression.written().len();
        expression = unwrap_pair(expression);
        if expression.written().len() == length {
            return expression;
        }
    }
}

fn unwrap_pair(expression: SqlExpr) -> SqlExpr {
    let text = expression.written();
    let Some(inner) = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) else {
        return expression;
    };
    // `(a) || (b)` begins and ends with parentheses that are not one pair.
    let mut depth = 0_i32;
    let mut quote = None;
    for byte in inner.bytes() {
        match (quote, byte) {
            (Some(open), byte) if byte == open => quote = None,
            (Some(_), _) => {}
            (None, b'\'' | b'"') => quote = Some(byte),
            (None, b'(') => depth += 1,
            (None, b')') => depth -= 1,
            (None, _) => {}
        }
        if depth < 0 {
            return expression;
        }
    }
    let shift = 1 + (inner.len() - inner.trim_start().len()) as u32;
    let references = expression
        .references()
        .iter()
        .map(|reference| crate::catalog::Reference {
            start: reference.start.saturating_sub(shift),
            end: reference.end.saturating_sub(shift),
            ..*reference
        })
        .collect();
    SqlExpr::new(inner.trim(), references)
}
