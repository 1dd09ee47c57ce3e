//! Finding the objects that printed expressions name, so that their dependencies are known.
//!
//! The server wrote every name of the schema with its schema, so a name is found without a `search_path`. A name is
//! only taken when printing it again gives the same text: whatever this misses, printing stays exact. Not found are
//! columns inside of subqueries and functions that are overloaded.

use schemactl_schema::catalog::names::{quote_identifier, quote_literal};
use schemactl_schema::catalog::{
    Catalog, ClassEntry, ConstraintKind, FunctionBody, KeyTarget, ObjectId, Reference, RelationId, SqlExpr,
    TypeEntry, TypeKind,
};

use super::printed::{Kind, Token, tokens};

/// What the column names of an expression mean.
#[derive(Clone, Copy)]
enum Scope {
    None,
    Relation(RelationId),
    /// `old.x` and `new.x`.
    Transition(RelationId),
}

/// An expression that is part of an object.
type Found = (ObjectId, Scope, SqlExpr);

/// Gives every expression of the catalog its references, and notes the dependencies that come of them.
pub(super) fn resolve(catalog: &mut Catalog) {
    let mut owners: Vec<ObjectId> = Vec::new();
    owners.extend(catalog.types.ids().map(ObjectId::Type));
    owners.extend(catalog.relations.ids().map(ObjectId::Relation));
    owners.extend(catalog.columns.ids().map(ObjectId::Column));
    owners.extend(catalog.functions.ids().map(ObjectId::Function));
    owners.extend(catalog.indexes.ids().map(ObjectId::Index));
    owners.extend(catalog.constraints.ids().map(ObjectId::Constraint));
    owners.extend(catalog.triggers.ids().map(ObjectId::Trigger));
    owners.extend(catalog.policies.ids().map(ObjectId::Policy));
    for owner in owners {
        let scope = scope(catalog, owner);
        let mut texts = Vec::new();
        expressions(catalog, owner, &mut |text| texts.push(text.written().to_owned()));
        if texts.is_empty() {
            continue;
        }
        let mut resolved = texts.into_iter().map(|text| expression(catalog, text, scope)).collect::<Vec<_>>().into_iter();
        expressions(catalog, owner, &mut |text| {
            if let Some(expression) = resolved.next() {
                *text = expression;
            }
        });
        link(catalog, owner);
    }
}
