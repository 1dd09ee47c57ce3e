//! Types: enums, domains, composites and ranges, and how columns and arguments use types.

use std::collections::HashMap;

use schemactl_schema::catalog::names::{qualified, truncate};
use schemactl_schema::catalog::{
    Catalog, CompositeAttribute, DataType, Domain, DomainConstraint, EnumLabel, Origins, Range, TypeBase,
    TypeKind, UserType, builtin_type,
};
use sqlx::postgres::types::Oid;

use super::Rows;
use super::fixed_point;
use super::objects::{Objects, unknown};
use super::reader::{USER_SCHEMA, not_of_extension, row};
use crate::error::LiveError;

row!(
    /// Any type, the server's own too: columns refer to them.
    TypeRow {
        oid: Oid,
        schema: String,
        name: String,
        /// The type of an element, for a true array type (see `IsTrueArrayType` of PostgreSQL).
        element: Option<Oid>,
        /// The table or composite type behind a row type.
        relation: Oid,
        /// What a domain is made of.
        base: Oid,
    }
);

pub(super) const TYPES: &str = "\
SELECT t.oid, n.nspname AS schema, t.typname AS name,
       CASE WHEN t.typelem <> 0 AND t.typstorage <> 'p' AND t.typsubscript = 'array_subscript_handler'::regproc
            THEN t.typelem END AS element,
       t.typrelid AS relation, t.typbasetype AS base
FROM pg_type t
JOIN pg_namespace n ON n.oid = t.typnamespace";

row!(
    /// A type that the catalog holds: no array, no row type of a table, no multirange, none of an extension.
    UserTypeRow {
        oid: Oid,
        schema: Oid,
        schema_name: String,
        name: String,
        /// `pg_type.typtype`.
        kind: String,
        relation: Oid,
        owner: String,
        base: Oid,
        base_text: Option<String>,
        base_dimensions: i32,
        not_null: bool,
        default: Option<String>,
        /// Of a domain, when it is not its base's.
        collation: Option<String>,
        subtype: Option<Oid>,
        range_collation: Option<String>,
        multirange_schema: Option<String>,
        multirange: Option<String>,
    }
);

pub(super) fn user_types() -> String {
    let not_of_extension = not_of_extension("pg_type", "t.oid");
    format!(
        "\
SELECT t.oid, n.oid AS schema, n.nspname AS schema_name, t.typname AS name, t.typtype::text AS kind,
       t.typrelid AS relation, pg_get_userbyid(t.typowner)::text AS owner, t.typbasetype AS base,
       CASE WHEN t.typtypmod >= 0 THEN format_type(t.typbasetype, t.typtypmod) END AS base_text,
       t.typndims AS base_dimensions, t.typnotnull AS not_null,
       pg_get_expr(t.typdefaultbin, 0) AS default,
       CASE WHEN t.typtype = 'd' AND t.typcollation <> b.typcollation
            THEN t.typcollation::regcollation::text END AS collation,
       r.rngsubtype AS subtype,
       CASE WHEN r.rngcollation <> 0 AND r.rngcollation <> s.typcollation
            THEN r.rngcollation::regcollation::text END AS range_collation,
       mn.nspname AS multirange_schema, m.typname AS multirange
FROM pg_type t
JOIN pg_namespace n ON n.oid = t.typnamespace
LEFT JOIN pg_class c ON c.oid = t.typrelid
LEFT JOIN pg_type b ON b.oid = t.typbasetype
LEFT JOIN pg_range r ON r.rngtypid = t.oid
LEFT JOIN pg_type s ON s.oid = r.rngsubtype
LEFT JOIN pg_type m ON m.oid = r.rngmultitypid
LEFT JOIN pg_namespace mn ON mn.oid = m.typnamespace
WHERE t.typtype <> 'm' AND (c.oid IS NULL OR c.relkind = 'c')
  AND NOT (t.typelem <> 0 AND t.typstorage <> 'p' AND t.typsubscript = 'array_subscript_handler'::regproc)
  AND {USER_SCHEMA} AND {not_of_extension}
ORDER BY n.nspname, t.typname"
    )
}

row!(EnumLabelRow { ty: Oid, name: String });

pub(super) const ENUM_LABELS: &str = "\
SELECT l.enumtypid AS ty, l.enumlabel AS name FROM pg_enum l ORDER BY l.enumtypid, l.enumsortorder";

/// What a type's object id means for a column.
#[derive(Debug)]
pub(super) struct TypeMap {
    facts: HashMap<Oid, Fact>,
}

#[derive(Debug)]
struct Fact {
    base: TypeBase,
    element: Option<Oid>,
    /// What a domain is made of.
    under: Option<Oid>,
}

impl TypeMap {
    pub(super) fn new(rows: &[TypeRow], objects: &Objects) -> Self {
        let facts = rows.iter().map(|row| {
            let builtin = if row.schema == "pg_catalog" { builtin_type(&row.name) } else { None };
            let base = if let Some(id) = objects.types.get(&row.oid) {
                TypeBase::User(*id)
            } else if let Some(id) = objects.relations.get(&row.relation) {
                TypeBase::Row(*id)
            } else if let Some(builtin) = builtin {
                TypeBase::Builtin(builtin)
            } else {
                TypeBase::Extension { schema: row.schema.as_str().into(), name: row.name.as_str().into() }
            };
            let under = (row.base != Oid(0)).then_some(row.base);
            (row.oid, Fact { base, element: row.element, under })
        });
        Self { facts: facts.collect() }
    }

    /// The type as a column has it. `text` is `format_type`'s, for a type with modifiers; `dimensions` is what was
    /// written, which the server does not always keep.
    pub(super) fn data_type(
        &self,
        oid: Oid,
        text: Option<&str>,
        dimensions: i32,
    ) -> Result<DataType, LiveError> {
        let fact = self.facts.get(&oid).ok_or_else(|| unknown("type", oid))?;
        let Some(element) = fact.element else {
            let mut data_type = DataType::new(fact.base.clone());
            if let Some(text) = text {
                let builtin = data_type.builtin_name();
                data_type.modifiers = modifiers(text);
                if builtin == Some("interval") {
                    data_type.interval_fields = interval_fields(text);
                }
            }
            return Ok(data_type);
        };
        let mut data_type = self.data_type(element, text, 0)?;
        data_type.dimensions = u8::try_from(dimensions.max(1)).unwrap_or(u8::MAX);
        Ok(data_type)
    }

    /// The type below all domains.
    pub(super) fn below_domains(&self, mut oid: Oid) -> Oid {
        while let Some(under) = self.facts.get(&oid).and_then(|fact| fact.under) {
            oid = under;
        }
        oid
    }
}

/// What stands between the parentheses of `format_type`'s text.
fn modifiers(text: &str) -> Vec<Box<str>> {
    let mut quoted = false;
    let open = text.find(|c| {
        quoted ^= c == '"';
        c == '(' && !quoted
    });
    let inside = open.and_then(|open| text[open + 1..].split_once(')').map(|(inside, _)| inside));
    inside.map_or_else(Vec::new, |inside| inside.split(',').map(|part| part.trim().into()).collect())
}

/// `day to second` of `interval day to second(3)[]`.
fn interval_fields(text: &str) -> Option<Box<str>> {
    let rest = text.strip_prefix("interval")?;
    let fields = rest.split(['(', '[']).next().unwrap_or("").trim();
    (!fields.is_empty()).then(|| fields.into())
}

pub(super) fn add_types(
    catalog: &mut Catalog,
    objects: &Objects,
    types: &TypeMap,
    rows: &Rows,
) -> Result<(), LiveError> {
    let mut labels: HashMap<Oid, Vec<EnumLabel>> = HashMap::new();
    for row in &rows.enum_labels {
        let label = EnumLabel { name: row.name.as_str().into(), origins: Origins::default() };
        labels.entry(row.ty).or_default().push(label);
    }
    let mut attributes: HashMap<Oid, Vec<CompositeAttribute>> = HashMap::new();
    for row in rows.columns.iter().filter(|row| row.relation_kind == "c") {
        attributes.entry(row.relation).or_default().push(CompositeAttribute {
            name: row.name.as_str().into(),
            ty: types.data_type(row.ty, row.type_text.as_deref(), row.dimensions)?,
            collation: row.collation.as_deref().map(Into::into),
            origins: Origins::default(),
        });
    }
    for row in &rows.user_types {
        let kind = match row.kind.as_str() {
            "e" => TypeKind::Enum(labels.remove(&row.oid).unwrap_or_default()),
            "d" => TypeKind::Domain(Domain {
                base: types.data_type(row.base, row.base_text.as_deref(), row.base_dimensions)?,
                not_null: row.not_null,
                default: row.default.as_deref().map(fixed_point::expression),
                collation: row.collation.as_deref().map(Into::into),
                constraints: domain_constraints(rows, row.oid),
            }),
            "c" => TypeKind::Composite(attributes.remove(&row.relation).unwrap_or_default()),
            "r" => TypeKind::Range(range(row, types)?),
            _ => TypeKind::Base,
        };
        let id = catalog.add_type(UserType {
            schema: objects.schema(row.schema)?,
            name: row.name.as_str().into(),
            kind,
            owner: Some(row.owner.as_str().into()),
            origins: Origins::default(),
        });
        debug_assert_eq!(objects.types.get(&row.oid), Some(&id));
    }
    Ok(())
}

fn domain_constraints(rows: &Rows, domain: Oid) -> Vec<DomainConstraint> {
    rows.constraints
        .iter()
        .filter(|row| row.domain == domain && row.kind == "c")
        .map(|row| DomainConstraint {
            name: row.name.as_str().into(),
            check: fixed_point::expression(row.check.as_deref().unwrap_or_default()),
            validated: row.validated,
            origins: Origins::default(),
        })
        .collect()
}

fn range(row: &UserTypeRow, types: &TypeMap) -> Result<Range, LiveError> {
    let subtype = types.data_type(row.subtype.unwrap_or_default(), None, 0)?;
    let multirange = match (&row.multirange_schema, &row.multirange) {
        (Some(schema), Some(name))
            if *schema != row.schema_name || *name != invented_multirange_name(&row.name) =>
        {
            Some(qualified(schema, name))
        }
        _ => None,
    };
    let options = [("collation", &row.range_collation), ("multirange_type_name", &multirange)];
    let options = options
        .into_iter()
        .filter_map(|(name, value)| value.as_deref().map(|value| (name.into(), value.into())))
        .collect();
    Ok(Range { subtype, options })
}

/// `makeMultirangeTypeName` of PostgreSQL.
fn invented_multirange_name(range: &str) -> String {
    if range.contains("range") {
        truncate(&range.replacen("range", "multirange", 1)).to_owned()
    } else {
        let mut end = range.len().min(51);
        while !range.is_char_boundary(end) {
            end -= 1;
        }
        format!("{}_multirange", &range[..end])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modifiers_are_what_stands_between_the_parentheses() {
        let texts = |text| modifiers(text).join("|");
        assert_eq!(texts("numeric(10,2)[]"), "10|2");
        assert_eq!(texts("timestamp(3) with time zone"), "3");
        assert_eq!(texts("public.\"odd(type\"(Point,4326)"), "Point|4326");
        assert_eq!(interval_fields("interval day to second(3)[]").as_deref(), Some("day to second"));
        assert_eq!(interval_fields("interval(3)"), None);
    }

    #[test]
    fn a_multirange_is_named_after_its_range() {
        assert_eq!(invented_multirange_name("float8range"), "float8multirange");
        assert_eq!(invented_multirange_name("span"), "span_multirange");
    }
}
