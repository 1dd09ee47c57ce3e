//! What makes a relation a view: its query, with every name resolved, as `pg_rewrite` keeps it.

use super::names::quote_identifier;
use super::{Catalog, ColumnId, DataType, ObjectId, Relation, RelationId, TypeBase, TypeEntry, builtin_type};
use crate::expression::typing::{Nullability, TypeRef};
use crate::query::{Analysis, CatalogScope, Environment, Form, Settled, analyse, parse};

/// The query of a view or a materialized view.
#[derive(Clone, PartialEq, Debug)]
pub struct View {
    query: Settled,
    /// What the query stands on without naming it: a primary key that `GROUP BY` relies on.
    needs: Vec<ObjectId>,
    /// The names that the query itself gives its columns; the view's own may differ.
    names: Vec<Box<str>>,
    /// Which columns could have no null when the view was made.
    never_null: Vec<bool>,
    /// Of a materialized view: `WITH DATA`, or refreshed since.
    pub populated: bool,
    /// False: names in the query could not be looked up, so that it stands as it was written.
    pub resolved: bool,
}

impl View {
    /// A query that was analysed. `text` is what was parsed.
    pub fn new(text: &str, analysis: &Analysis) -> Self {
        Self {
            query: analysis.settle(text),
            needs: analysis.dependencies.clone(),
            names: analysis.columns.iter().map(|column| column.name.clone()).collect(),
            never_null: analysis
                .columns
                .iter()
                .map(|column| column.nullability == Nullability::NotNull)
                .collect(),
            populated: true,
            resolved: true,
        }
    }

    /// A query whose names are not known.
    pub fn unresolved(text: &str) -> Self {
        Self {
            query: Settled {
                text: text.to_owned(),
                references: Vec::new(),
                labels: Vec::new(),
                kept: Vec::new(),
            },
            needs: Vec::new(),
            names: Vec::new(),
            never_null: Vec::new(),
            populated: true,
            resolved: false,
        }
    }

    /// The query with present names, valid wherever `search_path` names no schema of the catalog.
    pub fn print(&self, catalog: &Catalog) -> String {
        self.query.print(&|object, form| name_of(catalog, object, form))
    }

    /// Gives an attribute of a composite type that the query names another name.
    pub(crate) fn rename_attribute(&mut self, ty: ObjectId, old: &str, new: &str) {
        self.query.rename_attribute(ty, old, new);
    }

    /// Gives a label of an enum that the query has as a constant another name.
    pub(crate) fn rename_label(&mut self, ty: ObjectId, old: &str, new: &str) {
        self.query.rename_label(ty, old, new);
    }

    /// The query's text as it was when the view was made, what stars stand for written out.
    pub fn settled(&self) -> &Settled {
        &self.query
    }

    /// Everything that the query names or stands on, in the order of the text; some more than once.
    pub fn targets(&self) -> impl Iterator<Item = ObjectId> + '_ {
        let named = self.query.references.iter().map(|reference| reference.target);
        named.chain(self.needs.iter().copied())
    }

    /// False where the rows that a materialized view holds may be older than what now forbids a null.
    pub(crate) fn never_null_at_first(&self, at: usize) -> bool {
        self.never_null.get(at).copied().unwrap_or(false)
    }

    /// The names of columns that must be written behind the view's own, since the query gives others.
    pub fn column_list(&self, catalog: &Catalog, relation: &Relation) -> Option<String> {
        let own: Vec<&str> = relation.columns.iter().map(|id| &*catalog.columns[*id].name).collect();
        if own.iter().copied().eq(self.names.iter().map(|name| &**name)) {
            return None;
        }
        let quoted: Vec<_> = own.into_iter().map(quote_identifier).collect();
        Some(quoted.join(", "))
    }
}

/// An object's present name, as it is written where a query names it.
pub(super) fn name_of(catalog: &Catalog, object: ObjectId, form: Form) -> String {
    match (object, form) {
        (ObjectId::Column(id), _) => catalog.columns[id].name.to_string(),
        (ObjectId::Relation(id), Form::Bare) => catalog.relations[id].name.to_string(),
        (ObjectId::Sequence(id), Form::Bare) => catalog.sequences[id].name.to_string(),
        (object, _) => catalog.printed_name(object),
    }
}

/// The words that a column's type has while it is not known: no column of a server has this type.
const UNKNOWN: &str = "unknown";

impl DataType {
    /// The type of a view's column that depends on an extension which is not known.
    pub fn unknown() -> Self {
        DataType::builtin(UNKNOWN).unwrap_or_else(|| {
            DataType::new(TypeBase::Extension { schema: "pg_catalog".into(), name: UNKNOWN.into() })
        })
    }

    /// True for [`DataType::unknown`].
    pub fn is_unknown(&self) -> bool {
        match &self.base {
            TypeBase::Builtin(builtin) => builtin.name == UNKNOWN,
            _ => false,
        }
    }
}

impl Catalog {
    /// A type that analysis inferred, as columns have it.
    pub fn data_type_of(&self, ty: &TypeRef) -> DataType {
        let builtin = || if &*ty.schema == "pg_catalog" { builtin_type(&ty.name) } else { None };
        let user = || self.type_named(self.schema(&ty.schema)?, &ty.name);
        let base = if let Some(found) = builtin() {
            TypeBase::Builtin(found)
        } else {
            match user() {
                Some(TypeEntry::User(id)) => TypeBase::User(id),
                Some(TypeEntry::Row(id)) => TypeBase::Row(id),
                None => TypeBase::Extension { schema: ty.schema.clone(), name: ty.name.clone() },
            }
        };
        let mut found = DataType::new(base);
        found.dimensions = u8::from(ty.array);
        found.modifiers.clone_from(&ty.modifiers);
        found.interval_fields.clone_from(&ty.interval_fields);
        found
    }

    /// The schemas that a dump of this catalog has its names searched in: `public` and those of extensions.
    pub fn open_path(&self) -> Vec<Box<str>> {
        let mut path: Vec<Box<str>> = vec!["public".into()];
        for (_, extension) in self.extensions.iter() {
            if let Some(schema) = extension.schema {
                let name = &self.schemas[schema].name;
                if !path.contains(name) {
                    path.push(name.clone());
                }
            }
        }
        path.retain(|name| self.schema(name).is_some());
        path
    }

    /// Gives a relation that is there already the query of a view, as a server prints it: every name with its
    /// schema. False when the query cannot be read or its names cannot be looked up; the text is kept then too.
    pub fn set_view(&mut self, relation: RelationId, text: &str, populated: bool) -> bool {
        let path = self.open_path();
        let found = parse(text)
            .ok()
            .and_then(|query| analyse(&query, &CatalogScope::new(self, path), &Environment::default()).ok());
        let mut view = match &found {
            Some(analysis) => View::new(text, analysis),
            None => View::unresolved(text),
        };
        view.populated = populated;
        self.relations[relation].view = Some(Box::new(view));
        self.link(relation.into());
        found.is_some()
    }

    /// Whether rows can have a null in a column, as far as the catalog tells: of a view by its query, of a table by
    /// NOT NULL and what inherits from it. Never [`Nullability::NotNull`] where a null is possible.
    pub fn nullability(&self, column: ColumnId) -> Nullability {
        CatalogScope::through_views(self, self.open_path()).nullability(column)
    }
}
