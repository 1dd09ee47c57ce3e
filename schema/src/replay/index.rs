//! `CREATE INDEX`.

use super::Replayer;
use super::resolve::Scope;
use super::stop::{Applied, Result, Stop};
use super::table::options;
use crate::catalog::{
    ColumnId, Index, IndexId, IndexKey, KeyTarget, Origins, RelationId, RelationKind, SqlExpr, TypeBase,
    names,
};
use crate::source::Span;
use crate::syntax::tree::{CreateIndex, IndexElement, KeyKind};

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
            keys.push(self.index_key(table, key)?);
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
            Some(sql) => Some(self.expression(sql, Scope::Relation(table))?),
            None => None,
        };
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

    fn index_column(&self, table: RelationId, name: &crate::syntax::tree::Name) -> Result<ColumnId> {
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

    pub(super) fn index_key(&self, table: RelationId, element: &IndexElement) -> Result<IndexKey> {
        let target = match &element.key {
            KeyKind::Column(name) => KeyTarget::Column(self.index_column(table, name)?),
            KeyKind::Expression(sql) => {
                KeyTarget::Expression(unwrap_parentheses(self.expression(*sql, Scope::Relation(table))?))
            }
        };
        let descending = element.order.descending.is_some_and(|order| order.value);
        let collation = match &element.collation {
            Some(name) => {
                let name_text = names::quote_identifier(name.name.as_str());
                let text = match name.schema_str() {
                    None | Some("pg_catalog") => name_text.into_owned(),
                    Some(schema) => format!("{}.{name_text}", names::quote_identifier(schema)),
                };
                // The column's own collation is not repeated.
                let own = match &target {
                    KeyTarget::Column(column) => self.catalog.columns[*column].collation.clone(),
                    KeyTarget::Expression(_) => None,
                };
                let default = name.name.as_str() == "default" && own.is_none();
                (own.as_deref() != Some(text.as_str()) && !default).then(|| text.into())
            }
            None => None,
        };
        let opclass = element.opclass.as_ref().and_then(|name| {
            let text = name.name.as_str();
            let is_default = match &target {
                KeyTarget::Column(column) => self.is_default_opclass(*column, text),
                KeyTarget::Expression(_) => false,
            };
            (!is_default).then(|| match name.schema_str() {
                None | Some("pg_catalog") => names::quote_identifier(text).into(),
                Some(schema) => names::qualified(schema, text).into(),
            })
        });
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

    /// `text_ops` on a text column says nothing that the default does not.
    fn is_default_opclass(&self, column: ColumnId, opclass: &str) -> bool {
        let ty = &self.catalog.columns[column].ty;
        let TypeBase::Builtin(builtin) = &ty.base else {
            return matches!(ty.base, TypeBase::User(_)) && opclass == "enum_ops";
        };
        if ty.is_array() {
            return opclass == "array_ops";
        }
        let stem = match builtin.name {
            "varchar" => "text",
            "timestamptz" | "timestamp" | "date" if opclass == "datetime_ops" => return false,
            other => other,
        };
        opclass.strip_suffix("_ops") == Some(stem)
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

/// `pg_get_indexdef` adds the parentheses that an expression needs; the catalog keeps none around it.
fn unwrap_parentheses(expression: SqlExpr) -> SqlExpr {
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
