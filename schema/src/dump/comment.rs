//! Comments and owners as SQL.

use crate::catalog::names::{quote_identifier, quote_literal};
use crate::catalog::{Catalog, DefinedKind, FunctionKind, ObjectId, RelationKind, TypeKind};

/// How `COMMENT ON` and `ALTER … OWNER TO` name an object: `TABLE public.users`, `CONSTRAINT c ON public.users`.
pub(crate) fn address(catalog: &Catalog, object: ObjectId) -> String {
    let name = || catalog.printed_name(object);
    let on = |word: &str, own: &str, relation| {
        format!("{word} {} ON {}", quote_identifier(own), catalog.printed_name(ObjectId::Relation(relation)))
    };
    match object {
        ObjectId::Schema(_) => format!("SCHEMA {}", name()),
        ObjectId::Extension(_) => format!("EXTENSION {}", name()),
        ObjectId::Type(id) if matches!(catalog.types[id].kind, TypeKind::Domain(_)) => {
            format!("DOMAIN {}", name())
        }
        ObjectId::Type(_) => format!("TYPE {}", name()),
        ObjectId::Sequence(_) => format!("SEQUENCE {}", name()),
        ObjectId::Relation(id) => {
            let word = match catalog.relations[id].kind {
                RelationKind::Table | RelationKind::Partitioned => "TABLE",
                RelationKind::Foreign => "FOREIGN TABLE",
                RelationKind::View => "VIEW",
                RelationKind::MaterializedView => "MATERIALIZED VIEW",
            };
            format!("{word} {}", name())
        }
        ObjectId::Column(_) | ObjectId::Default(_) => format!("COLUMN {}", name()),
        ObjectId::Constraint(id) => {
            on("CONSTRAINT", &catalog.constraints[id].name, catalog.constraints[id].relation)
        }
        ObjectId::DomainConstraint(id, at) => {
            let own = match &catalog.types[id].kind {
                TypeKind::Domain(domain) => {
                    domain.constraints.get(at as usize).map_or("", |found| &*found.name)
                }
                _ => "",
            };
            format!("CONSTRAINT {} ON DOMAIN {}", quote_identifier(own), catalog.printed_name(id.into()))
        }
        ObjectId::Index(_) => format!("INDEX {}", name()),
        ObjectId::Function(id) => {
            let word = match catalog.functions[id].kind {
                FunctionKind::Procedure => "PROCEDURE",
                FunctionKind::Aggregate => "AGGREGATE",
                FunctionKind::Function | FunctionKind::Window => "FUNCTION",
            };
            if word == "AGGREGATE" {
                format!("{word} {}", super::defined::aggregate_signature(catalog, id))
            } else {
                format!("{word} {}", catalog.printed_signature(id))
            }
        }
        ObjectId::Trigger(id) => on("TRIGGER", &catalog.triggers[id].name, catalog.triggers[id].relation),
        ObjectId::Policy(id) => on("POLICY", &catalog.policies[id].name, catalog.policies[id].relation),
        ObjectId::Defined(id) => {
            format!("{} {}", catalog.defined[id].kind.words(), catalog.printed_definition_address(id))
        }
    }
}

/// `COMMENT ON … IS …`; without a text, the statement that takes the comment away.
pub(crate) fn comment(catalog: &Catalog, object: ObjectId, comment: Option<&str>) -> String {
    let literal = comment.map_or_else(|| "NULL".to_owned(), quote_literal);
    format!("COMMENT ON {} IS {literal};", address(catalog, object))
}

/// `ALTER … OWNER TO …`.
pub(crate) fn owner(catalog: &Catalog, object: ObjectId, role: &str) -> String {
    format!("ALTER {} OWNER TO {};", address(catalog, object), quote_identifier(role))
}

/// The role that owns the object, where the catalog names one.
pub(crate) fn owner_of(catalog: &Catalog, object: ObjectId) -> Option<&str> {
    match object {
        ObjectId::Schema(id) => catalog.schemas[id].owner.as_deref(),
        ObjectId::Type(id) => catalog.types[id].owner.as_deref(),
        ObjectId::Sequence(id) => catalog.sequences[id].owner.as_deref(),
        ObjectId::Relation(id) => catalog.relations[id].owner.as_deref(),
        ObjectId::Function(id) => catalog.functions[id].owner.as_deref(),
        // The role of default privileges is whose they are.
        ObjectId::Defined(id) if catalog.defined[id].kind != DefinedKind::DefaultPrivileges => {
            catalog.defined[id].owner.as_deref()
        }
        _ => None,
    }
}
