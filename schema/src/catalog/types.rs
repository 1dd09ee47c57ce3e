//! Types: those that PostgreSQL ships, those that the schema defines, and how columns use them.

use super::builtin_types::{BUILTIN_TYPES, BuiltinType};
use super::{Catalog, Origins, RelationId, SchemaId, SqlExpr, TypeId};

/// The type of a column, an argument or a domain's base: a base, its modifiers, and whether it is an array.
#[derive(Clone, PartialEq, Debug)]
pub struct DataType {
    pub base: TypeBase,
    /// As between the parentheses: `["10", "2"]` for `numeric(10,2)`.
    pub modifiers: Vec<Box<str>>,
    /// `interval day to second` and the like, without the word interval.
    pub interval_fields: Option<Box<str>>,
    /// PostgreSQL keeps the number of dimensions that were written, but enforces none.
    pub dimensions: u8,
}

#[derive(Clone, PartialEq, Debug)]
pub enum TypeBase {
    Builtin(&'static BuiltinType),
    User(TypeId),
    /// The row type of a table or view.
    Row(RelationId),
    /// A type of an extension, known by name only.
    Extension {
        schema: Box<str>,
        name: Box<str>,
    },
}

impl DataType {
    pub fn new(base: TypeBase) -> Self {
        Self { base, modifiers: Vec::new(), interval_fields: None, dimensions: 0 }
    }

    /// The built-in type of this internal name (`int4`, `timestamptz`), without modifiers.
    pub fn builtin(name: &str) -> Option<Self> {
        builtin_type(name).map(|found| Self::new(TypeBase::Builtin(found)))
    }

    pub fn is_array(&self) -> bool {
        self.dimensions > 0
    }

    /// The type of an element, for an array; else the type itself.
    #[must_use]
    pub fn element(&self) -> Self {
        Self { dimensions: 0, ..self.clone() }
    }

    /// The internal name when it is a built-in type and no array.
    pub fn builtin_name(&self) -> Option<&'static str> {
        match (&self.base, self.dimensions) {
            (TypeBase::Builtin(builtin), 0) => Some(builtin.name),
            _ => None,
        }
    }

    /// As `format_type(oid, typmod)` prints it with an empty `search_path`:
    /// `character varying(255)`, `timestamp(3) with time zone`, `public.mood[]`.
    pub fn print(&self, catalog: &Catalog) -> String {
        let mut out = match &self.base {
            TypeBase::Builtin(builtin) => self.print_builtin(builtin),
            TypeBase::User(id) => catalog.printed_name((*id).into()) + &self.parenthesised(),
            TypeBase::Row(id) => catalog.printed_name((*id).into()),
            TypeBase::Extension { schema, name } => {
                super::names::qualified(schema, name) + &self.parenthesised()
            }
        };
        if self.is_array() {
            out.push_str("[]");
        }
        out
    }

    fn parenthesised(&self) -> String {
        if self.modifiers.is_empty() { String::new() } else { format!("({})", self.modifiers.join(",")) }
    }

    fn print_builtin(&self, builtin: &BuiltinType) -> String {
        if builtin.name == "interval" {
            let fields = self.interval_fields.as_ref().map(|fields| format!(" {fields}")).unwrap_or_default();
            return format!("interval{fields}{}", self.parenthesised());
        }
        // The modifier of `time` and `timestamp` stands inside the name.
        match builtin.display.split_once(" with") {
            Some((word, rest)) if !self.modifiers.is_empty() => {
                format!("{word}{} with{rest}", self.parenthesised())
            }
            // "bpchar" without a length is not `character`, which means character(1).
            _ if builtin.name == "bpchar" && self.modifiers.is_empty() => "bpchar".to_owned(),
            _ => format!("{}{}", builtin.display, self.parenthesised()),
        }
    }
}

/// Finds a built-in type by its internal name.
pub fn builtin_type(name: &str) -> Option<&'static BuiltinType> {
    BUILTIN_TYPES.binary_search_by(|entry| entry.name.cmp(name)).ok().map(|at| &BUILTIN_TYPES[at])
}

/// A type that the schema defines.
#[derive(Clone, PartialEq, Debug)]
pub struct UserType {
    pub schema: SchemaId,
    pub name: Box<str>,
    pub kind: TypeKind,
    pub owner: Option<Box<str>>,
    pub origins: Origins,
}

#[derive(Clone, PartialEq, Debug)]
pub enum TypeKind {
    Enum(Vec<EnumLabel>),
    Domain(Domain),
    Composite(Vec<CompositeAttribute>),
    Range(Range),
    /// `CREATE TYPE name;` or a base type written in C: nothing about it is known but its name.
    Base,
}

impl TypeKind {
    pub fn word(&self) -> &'static str {
        match self {
            Self::Enum(_) => "enum",
            Self::Domain(_) => "domain",
            Self::Composite(_) => "composite",
            Self::Range(_) => "range",
            Self::Base => "base type",
        }
    }
}

/// A label of an enum; the list is in sort order.
#[derive(Clone, PartialEq, Debug)]
pub struct EnumLabel {
    pub name: Box<str>,
    pub origins: Origins,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Domain {
    pub base: DataType,
    pub not_null: bool,
    pub default: Option<SqlExpr>,
    pub collation: Option<Box<str>>,
    pub constraints: Vec<DomainConstraint>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct DomainConstraint {
    pub name: Box<str>,
    pub check: SqlExpr,
    pub validated: bool,
    pub origins: Origins,
}

#[derive(Clone, PartialEq, Debug)]
pub struct CompositeAttribute {
    pub name: Box<str>,
    pub ty: DataType,
    pub collation: Option<Box<str>>,
    pub origins: Origins,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Range {
    pub subtype: DataType,
    /// `collation` and `multirange_type_name`. The operator class and the functions are properties of the type.
    pub options: Vec<(Box<str>, Box<str>)>,
}

/// The multirange type that comes with a range: the name given to it, or the one that PostgreSQL makes of the range's.
pub(crate) fn multirange_name(range: &str, options: &[(Box<str>, Box<str>)]) -> Box<str> {
    let given = options.iter().find(|(key, _)| &**key == "multirange_type_name");
    if let Some((_, name)) = given {
        let path = crate::expression::path_of_text(name).ok();
        return path.and_then(|path| path.last().cloned()).unwrap_or_else(|| name.clone());
    }
    match range.find("range") {
        Some(at) => {
            let (before, after) = (range.get(..at).unwrap_or(""), range.get(at..).unwrap_or(""));
            format!("{before}multi{after}").into()
        }
        None => format!("{range}_multirange").into(),
    }
}

/// Schema and name of the multirange type that comes with a type, if that is a range. `home` is the range's schema.
pub(crate) fn multirange_of(ty: &UserType, home: &str) -> Option<(Box<str>, Box<str>)> {
    let TypeKind::Range(range) = &ty.kind else { return None };
    let given = range.options.iter().find(|(key, _)| &**key == "multirange_type_name");
    let path = given.and_then(|(_, name)| crate::expression::path_of_text(name).ok());
    let schema = match path.as_deref() {
        Some([schema, _]) => schema.clone(),
        _ => home.into(),
    };
    Some((schema, multirange_name(&ty.name, &range.options)))
}
