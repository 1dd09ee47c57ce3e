//! What generation knows of one table before it writes anything: its columns as Rust sees them, and its keys.

use std::collections::BTreeSet;

use schemactl_schema::catalog::names::{quote_identifier, quote_literal};
use schemactl_schema::catalog::{
    Catalog, ColumnId, ColumnWalker, ConstraintId, ConstraintKind, DataType, Identity, IndexId, IndexWalker,
    KeyTarget, ObjectId, PropertyValue, RelationWalker, TypeBase, TypeKind, property,
};

use schemactl_schema::expression::typing::Nullability;

use crate::declared;
use crate::names::Names;
use crate::rust_type::RustType;
use crate::settings::Settings;

/// A table and what can be done with it.
pub(crate) struct TablePlan<'a> {
    pub(crate) table: RelationWalker<'a>,
    /// Those that have a Rust type, in order.
    pub(crate) columns: Vec<ColumnPlan<'a>>,
    /// Why no row can be inserted: columns that need a value and have no Rust type.
    pub(crate) unwritable: Vec<ColumnId>,
    pub(crate) keys: Vec<KeyPlan>,
    /// The columns of each foreign key, as positions in `columns`; of two over the same columns the first.
    pub(crate) references: Vec<Vec<usize>>,
}

pub(crate) struct ColumnPlan<'a> {
    pub(crate) column: ColumnWalker<'a>,
    pub(crate) field: &'a str,
    pub(crate) ty: RustType,
    pub(crate) not_null: bool,
    pub(crate) inserted: Inserted,
    /// Whether a patch can name it: neither generated nor part of the primary key.
    pub(crate) patched: bool,
}

/// How a new row gives a column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Inserted {
    /// The server makes it.
    Never,
    Required,
    /// `None` is NULL.
    Nullable,
    /// The SQL of the default.
    Default(String),
}

/// A unique key, made of columns or of expressions over them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct KeyPlan {
    /// Positions in [`TablePlan::columns`]: the columns themselves, or those that the expressions name.
    pub(crate) columns: Vec<usize>,
    /// Where one of the keys is an expression: what `ON CONFLICT` names, and the condition of a row that has the key which
    /// the values `$1`, `$2`, … of the columns would have.
    pub(crate) expressions: Option<KeyExpressions>,
    pub(crate) primary: bool,
    /// The condition that its rows meet, for a partial index.
    pub(crate) predicate: Option<String>,
    /// Whether `ON CONFLICT` can name it: not when it is deferrable.
    pub(crate) arbiter: bool,
    /// The name of its index.
    pub(crate) name: String,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct KeyExpressions {
    /// The parts of the key as SQL, for documentation.
    pub(crate) parts: Vec<String>,
    pub(crate) target: String,
    pub(crate) condition: String,
}

impl<'a> TablePlan<'a> {
    pub(crate) fn of(table: RelationWalker<'a>, names: &'a Names) -> Self {
        let primary: BTreeSet<ColumnId> = table
            .primary_key()
            .and_then(schemactl_schema::catalog::ConstraintWalker::index)
            .map(|index| index.key_columns().flatten().map(|column| column.id).collect())
            .unwrap_or_default();
        let (mut columns, mut unwritable) = (Vec::new(), Vec::new());
        for column in table.columns() {
            let inserted = inserted(column);
            match (names.types().column(column), names.field(column.id)) {
                (Ok(ty), Some(field)) => columns.push(ColumnPlan {
                    column,
                    field,
                    ty,
                    not_null: if table.kind.is_table() {
                        column.is_not_null()
                    } else {
                        column.nullability() == Nullability::NotNull
                    },
                    patched: inserted != Inserted::Never && !primary.contains(&column.id),
                    inserted,
                }),
                _ if inserted == Inserted::Required => unwritable.push(column.id),
                _ => {}
            }
        }
        let mut plan = Self { table, columns, unwritable, keys: Vec::new(), references: Vec::new() };
        plan.keys = plan.find_keys();
        plan.references = plan.find_references();
        plan
    }

    pub(crate) fn primary_key(&self) -> Option<&KeyPlan> {
        self.keys.iter().find(|key| key.primary)
    }

    /// The column that counts the updates of a row, when the settings name one.
    pub(crate) fn version(&self, settings: &Settings) -> Option<&ColumnPlan<'a>> {
        let name = settings.version_column.as_ref()?.get_ref();
        let integer =
            |column: &&ColumnPlan<'_>| matches!(column.cast().as_str(), "smallint" | "integer" | "bigint");
        self.columns.iter().filter(|column| *column.column.name == **name && column.not_null).find(integer)
    }

    pub(crate) fn is_writable(&self) -> bool {
        self.unwritable.is_empty() && self.table.kind.is_table() && !self.columns.is_empty()
    }

    pub(crate) fn has_patch(&self) -> bool {
        self.table.kind.is_table()
            && self.primary_key().is_some()
            && self.columns.iter().any(|column| column.patched)
    }

    pub(crate) fn position(&self, id: ColumnId) -> Option<usize> {
        self.columns.iter().position(|column| column.column.id == id)
    }

    /// Unique keys of columns with Rust types; of two over the same columns the first, the primary key before all.
    fn find_keys(&self) -> Vec<KeyPlan> {
        let catalog = self.table.catalog;
        let mut keys: Vec<KeyPlan> = Vec::new();
        let mut indexes: Vec<_> = self.table.indexes().filter(|index| index.unique && index.valid).collect();
        let is_primary = |id: Option<ConstraintId>| {
            id.is_some_and(|id| matches!(catalog.constraints[id].kind, ConstraintKind::PrimaryKey { .. }))
        };
        indexes.sort_by_key(|index| !is_primary(index.constraint));
        for index in indexes {
            let Some((columns, expressions)) = self.key_parts(index) else {
                continue;
            };
            let by_equality =
                index.get().keys.iter().all(|key| key.opclass.is_none() && key.collation.is_none());
            let comparable = columns.iter().all(|at| self.columns[*at].ty.is_comparable());
            if !by_equality || !comparable || &*index.method != "btree" {
                continue;
            }
            let predicate = index.get().predicate.as_ref().map(|sql| sql.print(catalog));
            if keys.iter().any(|key| {
                key.columns == columns && key.predicate == predicate && key.expressions == expressions
            }) {
                continue;
            }
            let deferrable = index.constraint.is_some_and(|id| catalog.constraints[id].deferrable);
            keys.push(KeyPlan {
                columns,
                expressions,
                primary: is_primary(index.constraint),
                predicate,
                arbiter: !deferrable,
                name: index.get().name.to_string(),
            });
        }
        keys
    }

    /// The columns of a key, and its expressions; nothing when one of them has no Rust type.
    fn key_parts(&self, index: IndexWalker<'_>) -> Option<(Vec<usize>, Option<KeyExpressions>)> {
        let catalog = index.catalog;
        let mut columns: Vec<usize> = Vec::new();
        let (mut parts, mut targets, mut terms) = (Vec::new(), Vec::new(), Vec::new());
        let mut has_expression = false;
        for key in &index.get().keys {
            match &key.target {
                KeyTarget::Column(id) => {
                    let at = self.position(*id)?;
                    let number = place(&mut columns, at);
                    let column = &self.columns[at];
                    parts.push(column.column.name.to_string());
                    targets.push(column.sql());
                    terms.push(format!("{} = ${number}::{}", column.sql(), column.cast()));
                }
                KeyTarget::Expression(expression) => {
                    has_expression = true;
                    for reference in expression.references() {
                        if let ObjectId::Column(id) = reference.target {
                            place(&mut columns, self.position(id)?);
                        }
                    }
                    let value = expression.print_with(catalog, |id| {
                        let at = self.position(id)?;
                        let number = columns.iter().position(|known| *known == at)? + 1;
                        Some(format!("${number}::{}", self.columns[at].cast()))
                    });
                    let printed = expression.print(catalog);
                    targets.push(format!("({printed})"));
                    terms.push(format!("({printed}) = ({value})"));
                    parts.push(printed);
                }
            }
        }
        if columns.is_empty() {
            return None;
        }
        let expressions = has_expression.then(|| KeyExpressions {
            parts,
            target: targets.join(", "),
            condition: terms.join(" AND "),
        });
        Some((columns, expressions))
    }

    fn find_references(&self) -> Vec<Vec<usize>> {
        let mut references: Vec<Vec<usize>> = Vec::new();
        for constraint in self.table.constraints() {
            let ConstraintKind::ForeignKey(key) = &constraint.get().kind else {
                continue;
            };
            let columns: Option<Vec<usize>> = key.columns.iter().map(|id| self.position(*id)).collect();
            let Some(columns) = columns else {
                continue;
            };
            let comparable = columns.iter().all(|at| self.columns[*at].ty.is_comparable());
            if comparable && !references.contains(&columns) {
                references.push(columns);
            }
        }
        references
    }
}

/// The number of a column among the parameters, from 1; it is put there if it is new.
fn place(columns: &mut Vec<usize>, at: usize) -> usize {
    if let Some(known) = columns.iter().position(|known| *known == at) {
        return known + 1;
    }
    columns.push(at);
    columns.len()
}

impl ColumnPlan<'_> {
    /// The column's name in SQL.
    pub(crate) fn sql(&self) -> String {
        quote_identifier(&self.column.name).into_owned()
    }

    /// The field of a row or key at hand, as it is bound: copied where that is as cheap as lending.
    pub(crate) fn lent(&self, of: &str) -> String {
        let borrow = if self.ty.is_copy() { "" } else { "&" };
        format!("{borrow}{of}.{}", self.field)
    }

    /// The name by which a parameter for it must be declared.
    pub(crate) fn declared(&self) -> Option<String> {
        declared::parameter(self.column.catalog, &self.column.ty, &self.ty)
    }

    /// Whether the server takes values for equal that Rust does not: `citext`, `char(n)`, and text in a collation that is
    /// not deterministic.
    pub(crate) fn is_loosely_equal(&self) -> bool {
        let catalog = self.column.catalog;
        let by_type = match &undomained(catalog, &self.column.ty).base {
            TypeBase::Builtin(ty) => ty.name == "bpchar",
            TypeBase::Extension { name, .. } => &**name == "citext",
            _ => false,
        };
        by_type || self.collation().is_some_and(|collation| !is_deterministic(catalog, collation))
    }

    /// The collation of the column, or of its domain.
    fn collation(&self) -> Option<&str> {
        let column = self.column.get();
        column.collation.as_deref().or_else(|| domain_collation(self.column.catalog, &column.ty))
    }

    /// Whether its values are arrays, whatever Rust type reads them.
    pub(crate) fn is_array(&self) -> bool {
        undomained(self.column.catalog, &self.column.ty).is_array()
    }

    /// Whether its values, or their elements, are of a composite type.
    pub(crate) fn is_composite(&self) -> bool {
        let catalog = self.column.catalog;
        let element = undomained(catalog, &undomained(catalog, &self.column.ty).element());
        match element.base {
            TypeBase::User(id) => matches!(catalog.types[id].kind, TypeKind::Composite(_)),
            _ => false,
        }
    }

    /// The type that a parameter compared with the column is cast to.
    pub(crate) fn cast(&self) -> String {
        cast(self.column.catalog, &self.column.ty)
    }
}

/// A type without its modifiers and without domains: what a parameter is cast to. A modifier would cut a value short
/// that the column must refuse.
pub(crate) fn cast(catalog: &Catalog, ty: &DataType) -> String {
    let base = undomained(catalog, ty);
    let plain = DataType { modifiers: Vec::new(), interval_fields: None, ..base };
    let printed = plain.print(catalog);
    // "bit" without a length means bit(1), and a cast to it cuts.
    match printed.strip_prefix("bit") {
        Some(array @ ("" | "[]")) => format!("bit varying{array}"),
        _ => printed,
    }
}

/// The type behind domains.
pub(crate) fn undomained(catalog: &Catalog, ty: &DataType) -> DataType {
    let mut ty = ty.clone();
    // A chain of domains ends: each is made after its base.
    while let (TypeBase::User(id), 0) = (&ty.base, ty.dimensions) {
        match &catalog.types[*id].kind {
            TypeKind::Domain(domain) => ty = domain.base.clone(),
            _ => break,
        }
    }
    ty
}

fn domain_collation<'a>(catalog: &'a Catalog, ty: &DataType) -> Option<&'a str> {
    let (TypeBase::User(id), 0) = (&ty.base, ty.dimensions) else {
        return None;
    };
    match &catalog.types[*id].kind {
        TypeKind::Domain(domain) => {
            domain.collation.as_deref().or_else(|| domain_collation(catalog, &domain.base))
        }
        _ => None,
    }
}

/// Whether texts that are equal in a collation are the same bytes. In those that PostgreSQL ships they are.
fn is_deterministic(catalog: &Catalog, printed: &str) -> bool {
    let parts = catalog.collation_printed(printed).and_then(|id| catalog.properties.get(&id.into()));
    !parts.into_iter().flatten().any(|part| {
        part.attribute == property::DETERMINISTIC
            && matches!(&part.value, PropertyValue::Word(word) if &**word == "false")
    })
}

fn inserted(column: ColumnWalker<'_>) -> Inserted {
    if column.generated.is_some() || column.identity == Some(Identity::Always) {
        return Inserted::Never;
    }
    if column.identity.is_some() {
        return Inserted::Default(next_value(column));
    }
    if let Some(default) = &column.get().default {
        return Inserted::Default(format!("({})", default.print(column.catalog)));
    }
    if let Some(default) = domain_default(column.catalog, &column.ty) {
        return Inserted::Default(format!("({default})"));
    }
    if column.is_not_null() { Inserted::Required } else { Inserted::Nullable }
}

/// The default of an identity column.
fn next_value(column: ColumnWalker<'_>) -> String {
    format!(
        "nextval(pg_get_serial_sequence({}, {}))",
        quote_literal(&column.table().printed_name()),
        quote_literal(&column.name)
    )
}

fn domain_default(catalog: &Catalog, ty: &DataType) -> Option<String> {
    match (&ty.base, ty.dimensions) {
        (TypeBase::User(id), 0) => match &catalog.types[*id].kind {
            TypeKind::Domain(domain) => match &domain.default {
                Some(default) => Some(default.print(catalog)),
                None => domain_default(catalog, &domain.base),
            },
            _ => None,
        },
        _ => None,
    }
}

/// An order that an index gives rows in, made unique by the primary key.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct OrderPlan {
    pub(crate) index: IndexId,
    pub(crate) keys: Vec<OrderKey>,
    /// How many of the keys are the index's own; the others break ties.
    pub(crate) own: usize,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct OrderKey {
    /// Position in [`TablePlan::columns`].
    pub(crate) column: usize,
    pub(crate) collation: Option<String>,
    pub(crate) descending: bool,
    pub(crate) nulls_first: bool,
}

impl TablePlan<'_> {
    /// The orders that indexes serve: of B-trees over plain columns, compared as their types are by default, without a
    /// predicate. Of two that order alike the first.
    pub(crate) fn orders(&self) -> Vec<OrderPlan> {
        let mut orders: Vec<OrderPlan> = Vec::new();
        if self.is_inherited() {
            return orders;
        }
        let Some(unique) = self.keys.iter().find(|key| self.tells_rows_apart(key)) else {
            return orders;
        };
        for index in self.table.indexes() {
            if &*index.method != "btree" || index.predicate.is_some() || !index.valid {
                continue;
            }
            let own: Option<Vec<OrderKey>> = index
                .key_columns()
                .zip(&index.get().keys)
                .map(|(column, key)| {
                    let at = self.position(column?.id)?;
                    (key.opclass.is_none() && self.columns[at].ty.is_position()).then(|| OrderKey {
                        column: at,
                        collation: key.collation.as_ref().map(ToString::to_string),
                        descending: key.descending,
                        nulls_first: key.nulls_first,
                    })
                })
                .collect();
            let Some(mut keys) = own.filter(|keys| !keys.is_empty()) else {
                continue;
            };
            let own = keys.len();
            let is_unique = self.keys.iter().any(|key| {
                self.tells_rows_apart(key)
                    && key.columns.iter().all(|at| keys.iter().any(|own| own.column == *at))
            });
            if !is_unique {
                // A tie is broken the way the last key runs, so that one comparison serves both.
                let descending = keys[own - 1].descending;
                for at in &unique.columns {
                    if keys.iter().all(|key| key.column != *at) {
                        keys.push(OrderKey {
                            column: *at,
                            collation: None,
                            descending,
                            nulls_first: descending,
                        });
                    }
                }
            }
            if !orders.iter().any(|known| known.keys == keys) {
                orders.push(OrderPlan { index: index.id, keys, own });
            }
        }
        orders
    }

    /// Whether other tables inherit from it. Their rows come with its own, and no index or key of it is about them
    /// (PostgreSQL: "Inheritance", "Caveats"). Partitions are no such tables.
    pub(crate) fn is_inherited(&self) -> bool {
        self.table.partition_key.is_none() && !self.table.catalog.children_of(self.table.id).is_empty()
    }

    fn tells_rows_apart(&self, key: &KeyPlan) -> bool {
        key.predicate.is_none()
            && key.expressions.is_none()
            && key.columns.iter().all(|at| self.columns[*at].not_null && self.columns[*at].ty.is_position())
    }
}
