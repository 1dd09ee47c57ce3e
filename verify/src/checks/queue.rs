//! Indexes that hold the waiting rows of a queue, described as facts.

use schemactl_schema::catalog::{Catalog, DataType, IndexId, KeyTarget, RelationId, TypeBase, TypeKind};

use super::{declared_indexes, declared_tables, index_shape::normal};

/// A partial index over the rows in some state, sorted by when or how urgently they are to be taken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct QueueIndex {
    pub table: RelationId,
    pub index: IndexId,
    /// Its keys as written in CREATE INDEX.
    pub keys: Vec<String>,
    /// Which rows are in it. The others cost it nothing.
    pub predicate: String,
}

/// Words by which a column says when or in which order rows are to be taken.
const TURN: &[&str] = &[
    "available",
    "due",
    "execute",
    "execution",
    "expires",
    "next",
    "priority",
    "retry",
    "run",
    "scheduled",
    "visible",
];

/// Finds them: partial B-trees whose predicate names an enum column or one called `status` or `state`, with
/// a key that gives the turn.
pub fn queue_indexes(catalog: &Catalog) -> Vec<QueueIndex> {
    let mut found = Vec::new();
    for table in declared_tables(catalog) {
        let states: Vec<&str> = table
            .columns()
            .filter(|column| is_enum(catalog, &column.ty) || matches!(&*column.name, "status" | "state"))
            .map(|column| &*column.get().name)
            .collect();
        for index in declared_indexes(table) {
            let Some(predicate) = &index.get().predicate else { continue };
            let predicate = normal(predicate, catalog);
            let words: Vec<&str> = predicate.split(|c: char| !(c.is_alphanumeric() || c == '_')).collect();
            let turn = index
                .key_columns()
                .flatten()
                .any(|column| column.name.split('_').any(|word| TURN.binary_search(&word).is_ok()));
            if &*index.method != "btree" || !turn || !states.iter().any(|state| words.contains(state)) {
                continue;
            }
            let keys = index
                .get()
                .keys
                .iter()
                .map(|key| {
                    let target = match &key.target {
                        KeyTarget::Column(id) => {
                            schemactl_schema::catalog::names::quote_identifier(&catalog.columns[*id].name)
                                .into_owned()
                        }
                        KeyTarget::Expression(text) => format!("({})", normal(text, catalog)),
                    };
                    if key.descending { format!("{target} DESC") } else { target }
                })
                .collect();
            found.push(QueueIndex { table: table.id, index: index.id, keys, predicate });
        }
    }
    found
}

fn is_enum(catalog: &Catalog, ty: &DataType) -> bool {
    match (&ty.base, ty.dimensions) {
        (TypeBase::User(id), 0) => matches!(catalog.types[*id].kind, TypeKind::Enum(_)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_words_are_sorted() {
        assert!(super::TURN.is_sorted());
    }
}
