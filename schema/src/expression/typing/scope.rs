//! What surrounds an expression or a query: the trait through which a catalog answers, and the answers.

use crate::catalog::{ObjectId, names};

/// A catalog as one session sees it. Names are folded and unquoted; nothing here applies `search_path`, that is
/// done by the asker. What PostgreSQL itself and the extensions of its distribution bring is known without asking.
pub trait Scope {
    /// The schemas that names without one are searched in, in order. `pg_catalog` comes first unless it is listed.
    fn search_path(&self) -> Vec<Box<str>>;

    fn has_schema(&self, name: &str) -> bool;

    /// The extensions that are installed, each with its schema.
    fn extensions(&self) -> Vec<(Box<str>, Box<str>)> {
        Vec::new()
    }

    /// A table, view, materialized view or foreign table.
    fn relation(&self, schema: &str, name: &str) -> Option<ScopeRelation>;

    /// Anything else that `regclass` can name: a sequence, an index.
    fn other_class(&self, schema: &str, name: &str) -> Option<ObjectId> {
        let _ = (schema, name);
        None
    }

    /// A type that is no relation's row type.
    fn type_named(&self, schema: &str, name: &str) -> Option<ScopeType>;

    /// The functions and aggregates of a name.
    fn functions(&self, schema: &str, name: &str) -> Vec<ScopeFunction> {
        let _ = (schema, name);
        Vec::new()
    }

    /// The operators of a name.
    fn operators(&self, schema: &str, name: &str) -> Vec<ScopeOperator> {
        let _ = (schema, name);
        Vec::new()
    }

    /// The casts that `CREATE CAST` made.
    fn casts(&self) -> Vec<ScopeCast> {
        Vec::new()
    }

    /// A collation that `CREATE COLLATION` made.
    fn collation(&self, schema: &str, name: &str) -> Option<ObjectId> {
        let _ = (schema, name);
        None
    }
}

/// A type where it is used: with modifiers, and whether it is an array.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct TypeRef {
    /// `pg_catalog` for PostgreSQL's own.
    pub schema: Box<str>,
    /// The internal name: `int4`.
    pub name: Box<str>,
    pub array: bool,
    /// As between the parentheses: `["10", "2"]` for `numeric(10,2)`.
    pub modifiers: Vec<Box<str>>,
    /// `day to second` of `interval`.
    pub interval_fields: Option<Box<str>>,
}

impl TypeRef {
    pub fn new(schema: &str, name: &str) -> Self {
        Self {
            schema: schema.into(),
            name: name.into(),
            array: false,
            modifiers: Vec::new(),
            interval_fields: None,
        }
    }

    /// One of PostgreSQL's own types by its internal name.
    pub fn builtin(name: &str) -> Self {
        Self::new("pg_catalog", name)
    }

    /// As `format_type(oid, typmod)` prints it with an empty `search_path`.
    pub fn print(&self) -> String {
        let suffix =
            if self.modifiers.is_empty() { String::new() } else { format!("({})", self.modifiers.join(",")) };
        let mut out = if &*self.schema == "pg_catalog" {
            let row = super::facts::types(&self.name).find(|row| row.source.is_empty());
            let display = match (row.map(|row| row.display), &*self.name, self.modifiers.is_empty()) {
                // Without a length these are not `character` and `bit`, which mean a length of 1.
                (_, "bpchar", true) => "bpchar".to_owned(),
                (_, "bit", true) => "\"bit\"".to_owned(),
                (Some(display), ..) => display.to_owned(),
                // A row type of PostgreSQL's own catalog.
                (None, ..) => names::quote_identifier(&self.name).into_owned(),
            };
            if &*self.name == "interval" {
                let fields = self.interval_fields.as_ref().map(|fields| format!(" {fields}"));
                format!("{display}{}{suffix}", fields.unwrap_or_default())
            } else if let (Some((word, rest)), false) = (display.split_once(" with"), suffix.is_empty()) {
                format!("{word}{suffix} with{rest}")
            } else {
                display + &suffix
            }
        } else {
            names::qualified(&self.schema, &self.name) + &suffix
        };
        if self.array {
            out.push_str("[]");
        }
        out
    }
}

#[derive(Clone, PartialEq, Debug)]
pub struct ScopeType {
    pub id: Option<ObjectId>,
    pub kind: ScopeTypeKind,
}

#[derive(Clone, PartialEq, Debug)]
pub enum ScopeTypeKind {
    Enum,
    Domain {
        base: TypeRef,
        /// Printed name of the collation, where it is not that of the base type.
        collation: Option<Box<str>>,
    },
    Composite(Vec<ScopeColumn>),
    /// The multirange type is of the same schema.
    Range {
        subtype: TypeRef,
        multirange: Box<str>,
    },
    /// The range type is of the same schema.
    Multirange {
        range: Box<str>,
    },
    /// Nothing is known but the name.
    Opaque,
}

/// Whether a column may hold `NULL`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Nullability {
    /// It never does.
    NotNull,
    /// Nothing forbids it.
    Nullable,
    /// It takes more than the schema to know.
    Unknown,
}

#[derive(Clone, PartialEq, Debug)]
pub struct ScopeColumn {
    pub id: Option<ObjectId>,
    pub name: Box<str>,
    /// Absent where it could not be inferred (of a view over something unknown).
    pub ty: Option<TypeRef>,
    /// Printed name, where it is not that of the type.
    pub collation: Option<Box<str>>,
    pub nullability: Nullability,
}

#[derive(Clone, PartialEq, Debug)]
pub struct ScopeRelation {
    pub id: Option<ObjectId>,
    pub columns: Vec<ScopeColumn>,
    /// The places of the primary key's columns and the constraint, unless it is deferrable.
    pub primary_key: Option<(Vec<usize>, Option<ObjectId>)>,
    /// It has the system columns (`ctid` …): all but views have.
    pub system_columns: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ScopeFunctionKind {
    Function,
    Procedure,
    /// `direct` arguments come before `WITHIN GROUP`; `None` for an ordinary aggregate.
    Aggregate {
        direct: Option<usize>,
    },
    Window,
}

#[derive(Clone, PartialEq, Debug)]
pub struct ScopeFunction {
    pub id: Option<ObjectId>,
    pub kind: ScopeFunctionKind,
    /// Name (empty for none) and type of each input argument.
    pub arguments: Vec<(Box<str>, TypeRef)>,
    /// How many of the last have a default.
    pub defaults: usize,
    pub variadic: bool,
    /// `record` where there are several `OUT` arguments, `void` for procedures.
    pub result: TypeRef,
    pub returns_set: bool,
    /// `OUT`, `INOUT` and `TABLE` arguments, name (empty for none) and type.
    pub outputs: Vec<(Box<str>, TypeRef)>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct ScopeOperator {
    pub id: Option<ObjectId>,
    pub left: Option<TypeRef>,
    pub right: TypeRef,
    pub result: TypeRef,
}

#[derive(Clone, PartialEq, Debug)]
pub struct ScopeCast {
    pub from: TypeRef,
    pub to: TypeRef,
    /// `i` implicit, `a` on assignment, `e` explicit.
    pub context: char,
}
