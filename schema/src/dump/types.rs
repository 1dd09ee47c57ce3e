//! Enums, domains, composites and ranges as SQL.

use std::collections::BTreeSet;

use crate::catalog::names::{qualified, quote_identifier, quote_literal};
use crate::catalog::{
    Catalog, CompositeAttribute, Domain, DomainConstraint, ObjectId, Range, TypeId, TypeKind, property,
};

use super::text;

/// `CREATE TYPE …` or `CREATE DOMAIN …`; `None` for a type of which only the name is known.
pub(crate) fn create(catalog: &Catalog, id: TypeId, apart: &BTreeSet<ObjectId>) -> Option<String> {
    let name = catalog.printed_name(id.into());
    Some(match &catalog.types[id].kind {
        TypeKind::Enum(labels) => {
            let labels: Vec<_> =
                labels.iter().map(|label| format!("    {}", quote_literal(&label.name))).collect();
            if labels.is_empty() {
                format!("CREATE TYPE {name} AS ENUM ();")
            } else {
                format!("CREATE TYPE {name} AS ENUM (\n{}\n);", labels.join(",\n"))
            }
        }
        TypeKind::Domain(domain) => create_domain(catalog, id, domain, apart),
        TypeKind::Composite(attributes) => {
            let attributes: Vec<_> = attributes
                .iter()
                .map(|attribute| format!("    {}", composite_attribute(catalog, attribute)))
                .collect();
            if attributes.is_empty() {
                format!("CREATE TYPE {name} AS ();")
            } else {
                format!("CREATE TYPE {name} AS (\n{}\n);", attributes.join(",\n"))
            }
        }
        TypeKind::Range(range) => create_range(catalog, id, range),
        // A shell: its name is all that there is.
        TypeKind::Base => format!("CREATE TYPE {name};"),
    })
}

/// `name type COLLATE …`.
pub(crate) fn composite_attribute(catalog: &Catalog, attribute: &CompositeAttribute) -> String {
    let mut out = format!("{} {}", quote_identifier(&attribute.name), attribute.ty.print(catalog));
    if let Some(collation) = &attribute.collation {
        out.push_str(" COLLATE ");
        out.push_str(collation);
    }
    out
}

fn create_domain(catalog: &Catalog, id: TypeId, domain: &Domain, apart: &BTreeSet<ObjectId>) -> String {
    let mut out =
        format!("CREATE DOMAIN {} AS {}", catalog.printed_name(id.into()), domain.base.print(catalog));
    if let Some(collation) = &domain.collation {
        out.push_str(" COLLATE ");
        out.push_str(collation);
    }
    if let Some(default) = &domain.default {
        out.push_str("\n    DEFAULT ");
        out.push_str(&text::term(catalog, default));
    }
    if domain.not_null {
        out.push_str("\n    NOT NULL");
    }
    for (constraint, at) in domain.constraints.iter().zip(0..) {
        if !apart.contains(&ObjectId::DomainConstraint(id, at)) {
            out.push_str("\n    ");
            out.push_str(&domain_constraint(catalog, constraint));
        }
    }
    out.push(';');
    out
}

/// `CONSTRAINT name CHECK (…)`.
pub(crate) fn domain_constraint(catalog: &Catalog, constraint: &DomainConstraint) -> String {
    let check = text::parenthesised(catalog, &constraint.check);
    format!("CONSTRAINT {} CHECK {check}", quote_identifier(&constraint.name))
}

/// `ALTER DOMAIN … ADD CONSTRAINT …`.
pub(crate) fn add_domain_constraint(catalog: &Catalog, id: TypeId, constraint: &DomainConstraint) -> String {
    let not_valid = if constraint.validated { "" } else { " NOT VALID" };
    let printed = domain_constraint(catalog, constraint);
    format!("ALTER DOMAIN {} ADD {printed}{not_valid};", catalog.printed_name(id.into()))
}

fn create_range(catalog: &Catalog, id: TypeId, range: &Range) -> String {
    let schema = &catalog.schemas[catalog.types[id].schema].name;
    let mut lines = vec![format!("    subtype = {}", range.subtype.print(catalog))];
    let parts = [
        ("subtype_opclass", property::SUBTYPE_CLASS),
        ("canonical", property::CANONICAL),
        ("subtype_diff", property::SUBTYPE_DIFF),
    ];
    for (name, attribute) in parts {
        if let Some(value) = catalog.property(id.into(), attribute) {
            lines.push(format!("    {name} = {}", value.print(catalog)));
        }
    }
    for (name, value) in &range.options {
        // Unqualified, it would be made in whatever schema `search_path` begins with.
        let value = if &**name == "multirange_type_name" && !value.contains('.') {
            qualified(schema, value.trim_matches('"'))
        } else {
            value.to_string()
        };
        lines.push(format!("    {} = {value}", quote_identifier(name)));
    }
    format!("CREATE TYPE {} AS RANGE (\n{}\n);", catalog.printed_name(id.into()), lines.join(",\n"))
}
