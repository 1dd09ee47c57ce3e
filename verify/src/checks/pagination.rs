//! Which index serves which keyset.
//!
//! A page is read by keyset when `WHERE scope = … AND (order) > (last row) ORDER BY order LIMIT n` follows an
//! index: its first keys are the scope, the others the order. The order must be total, else rows that
//! compare equal are lost or repeated where a page ends: the keys must hold those of a unique index whose
//! columns are NOT NULL. One row comparison needs all keys in one direction and none that may be NULL.

use std::collections::BTreeSet;

use schemactl_schema::catalog::{
    Catalog, ColumnId, ColumnWalker, DataType, IndexId, IndexWalker, RelationId, RelationWalker, TypeBase,
    TypeKind,
};

use super::{declared_indexes, declared_tables, foreign_keys, index_shape::normal};

/// A keyset that an index serves.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Keyset {
    pub table: RelationId,
    pub index: IndexId,
    /// Columns compared with `=`.
    pub scope: Vec<String>,
    /// As ORDER BY writes them: `created_at DESC`. The index serves the exact reverse, too.
    pub order: Vec<String>,
    /// The rows that the index holds, for a partial one.
    pub predicate: Option<String>,
    /// Why pages cut by it are not exact; `None` when they are.
    pub flaw: Option<String>,
    /// The index is the primary key's.
    pub primary: bool,
}

impl Keyset {
    /// `WHERE a = … ORDER BY b DESC, id DESC`.
    pub fn query(&self) -> String {
        let mut conditions: Vec<String> = self.scope.iter().map(|column| format!("{column} = …")).collect();
        conditions.extend(self.predicate.iter().cloned());
        let scope = if conditions.is_empty() {
            String::new()
        } else {
            format!("WHERE {} ", conditions.join(" AND "))
        };
        format!("{scope}ORDER BY {}", self.order.join(", "))
    }
}

/// Every keyset of every table, in order of declaration.
pub fn keysets(catalog: &Catalog) -> Vec<Keyset> {
    declared_tables(catalog)
        .flat_map(|table| {
            let unique = unique_keys(table);
            let references: BTreeSet<ColumnId> =
                foreign_keys(table).flat_map(|(_, key)| key.columns.iter().copied()).collect();
            declared_indexes(table)
                .filter_map(|index| keyset(table, index, &unique, &references))
                .collect::<Vec<_>>()
        })
        .collect()
}

/// The columns of each unique index by which every row can be told apart.
fn unique_keys(table: RelationWalker<'_>) -> Vec<Vec<ColumnId>> {
    table
        .indexes()
        .filter(|index| index.unique && index.valid && index.predicate.is_none())
        .filter_map(|index| {
            index
                .key_columns()
                .map(|column| column.filter(|column| column.is_not_null()).map(|column| column.id))
                .collect()
        })
        .collect()
}

fn keyset(
    table: RelationWalker<'_>,
    index: IndexWalker<'_>,
    unique: &[Vec<ColumnId>],
    references: &BTreeSet<ColumnId>,
) -> Option<Keyset> {
    if &*index.method != "btree" || !index.valid {
        return None;
    }
    let columns: Vec<ColumnWalker<'_>> = index.key_columns().collect::<Option<_>>()?;
    let catalog = table.catalog;
    // The order begins at the first key that people sort by; without one, the last key is the order.
    let sorted = columns.iter().zip(&index.get().keys).position(|(column, key)| {
        key.descending || (sorts(catalog, &column.ty) && !references.contains(&column.id))
    });
    if sorted.is_none() && !index.unique {
        // It finds rows by value, and nobody reads a list in its order.
        return None;
    }
    let begins = sorted.unwrap_or(columns.len() - 1);
    let quoted = |column: &ColumnWalker<'_>| {
        schemactl_schema::catalog::names::quote_identifier(&column.get().name).into_owned()
    };
    let order = columns[begins..]
        .iter()
        .zip(&index.get().keys[begins..])
        .map(|(column, key)| {
            let nulls = match (key.descending, key.nulls_first) {
                (false, true) => " NULLS FIRST",
                (true, false) => " NULLS LAST",
                _ => "",
            };
            // Where no NULL can be, its place does not matter.
            let nulls = if column.is_not_null() { "" } else { nulls };
            format!("{}{}{nulls}", quoted(column), if key.descending { " DESC" } else { "" })
        })
        .collect();
    let keys: Vec<ColumnId> = columns.iter().map(|column| column.id).collect();
    let total = unique.iter().any(|key| key.iter().all(|column| keys.contains(column)))
        || (index.unique && columns.iter().all(|column| column.is_not_null()));
    let nullable = columns[begins..].iter().find(|column| !column.is_not_null());
    let mixed = index.get().keys[begins..].windows(2).any(|pair| pair[0].descending != pair[1].descending);
    let flaw = if let Some(column) = nullable {
        // The predicate may exclude NULL; that is read from its text only in the plain form.
        let excluded = index.predicate.as_ref().is_some_and(|predicate| {
            normal(predicate, catalog).contains(&format!("{} is not null", column.name))
        });
        if excluded {
            None
        } else {
            Some(format!("{} may be NULL, and such rows are passed over", column.name))
        }
    } else {
        None
    };
    let flaw =
        flaw.or_else(|| mixed.then(|| "the directions differ, so one row comparison does not do".to_owned()));
    let flaw =
        flaw.or_else(|| (!total).then(|| "rows can tie: no unique key is part of the order".to_owned()));
    Some(Keyset {
        table: table.id,
        index: index.id,
        scope: columns[..begins].iter().map(quoted).collect(),
        order,
        predicate: index.predicate.as_ref().map(|predicate| normal(predicate, catalog)),
        flaw,
        primary: table.primary_key().and_then(|key| key.kind.index()) == Some(index.id),
    })
}

/// Types that lists are sorted by: times and numbers.
fn sorts(catalog: &Catalog, ty: &DataType) -> bool {
    match (&ty.base, ty.dimensions) {
        (TypeBase::Builtin(builtin), 0) => matches!(builtin.category, 'D' | 'N') && builtin.name != "oid",
        (TypeBase::User(id), 0) => match &catalog.types[*id].kind {
            TypeKind::Domain(domain) => sorts(catalog, &domain.base),
            _ => false,
        },
        _ => false,
    }
}
