//! What PostgreSQL's own catalog says about types, functions, operators, casts and relations, its extensions included.
//!
//! The tables of `schema/facts` are made by `schema/facts/generate` from servers of PostgreSQL 15 and, for what is
//! newer, 18. Each is sorted by name and searched in place: nothing is read before it is asked for.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::table::{Fields, Table, table};

static TYPES: Table = table!("types.tsv");
static FUNCTIONS: Table = table!("functions.tsv");
static OPERATORS: Table = table!("operators.tsv");
static RELATIONS: Table = table!("relations.tsv");
static INTERNALS: Table = table!("internals.tsv");
static OBJECTS: Table = table!("objects.tsv");
const CASTS: &str = include_str!("../../../facts/casts.tsv");

/// A type as the tables write it: `int4`, `hstore:hstore`, `citext:citext[]`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct TypeFact {
    /// The extension or `information_schema`; empty for PostgreSQL's own.
    pub(crate) source: &'static str,
    pub(crate) name: &'static str,
    pub(crate) array: bool,
}

impl TypeFact {
    pub(crate) fn read(text: &'static str) -> Self {
        let (text, array) = match text.strip_suffix("[]") {
            Some(element) => (element, true),
            None => (text, false),
        };
        let (source, name) = text.split_once(':').unwrap_or(("", text));
        Self { source, name, array }
    }
}

/// A type's row of `pg_type`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TypeRow {
    pub(crate) name: &'static str,
    pub(crate) source: &'static str,
    /// `pg_type.typtype`.
    pub(crate) kind: char,
    pub(crate) category: char,
    pub(crate) preferred: bool,
    /// Empty for a type without collations, `d` for the default one.
    pub(crate) collation: &'static str,
    /// Of a base type the element's type, of a domain its base with modifiers, of a range subtype and multirange,
    /// of a multirange the range.
    pub(crate) detail: &'static str,
    /// As `format_type` prints it, for PostgreSQL's own.
    pub(crate) display: &'static str,
}

/// One function, aggregate or window function.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FunctionRow {
    pub(crate) source: &'static str,
    /// `f`, `w`, or `a` with `n`, `o`, `h` for its kind and the number of direct arguments.
    pub(crate) kind: &'static str,
    pub(crate) strict: bool,
    pub(crate) set: bool,
    pub(crate) variadic: bool,
    /// `i` immutable, `s` stable, `v` volatile.
    pub(crate) volatility: char,
    arguments: &'static str,
    pub(crate) defaults: usize,
    pub(crate) result: TypeFact,
    outputs: &'static str,
    names: &'static str,
}

impl FunctionRow {
    pub(crate) fn same_arguments(&self, other: &Self) -> bool {
        self.arguments == other.arguments
    }

    pub(crate) fn arguments(&self) -> impl Iterator<Item = TypeFact> {
        self.arguments.split(',').filter(|text| !text.is_empty()).map(TypeFact::read)
    }

    /// `OUT` and `TABLE` columns.
    pub(crate) fn outputs(&self) -> impl Iterator<Item = (&'static str, TypeFact)> {
        self.outputs
            .split(',')
            .filter_map(|text| text.rsplit_once(' '))
            .map(|(name, ty)| (name, TypeFact::read(ty)))
    }

    /// The names of the input arguments; empty where none were given.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.names.split(',').filter(|_| !self.names.is_empty())
    }
}

/// An object of a rarer kind.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ObjectRow {
    /// `language`, `access method`, `conversion`, `text search parser`, …
    pub(crate) kind: &'static str,
    /// The extension that brings it; empty for PostgreSQL's own.
    pub(crate) source: &'static str,
    /// Of a type its length, whether it is passed by value, its alignment and its storage, in the words of
    /// `CREATE TYPE`; of an access method its type (`i` or `t`); of a parser its token types; of a configuration its parser and its
    /// mappings; of an operator family its method; of an operator class method, type, `d` for the default, family
    /// and stored type.
    pub(crate) words: [&'static str; 5],
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct OperatorRow {
    pub(crate) source: &'static str,
    /// Absent for a prefix operator.
    pub(crate) left: Option<TypeFact>,
    pub(crate) right: TypeFact,
    pub(crate) result: TypeFact,
    pub(crate) strict: bool,
}

/// How one type becomes another (`pg_cast`).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct CastRow {
    /// `i` implicit, `a` on assignment, `e` explicit.
    pub(crate) context: char,
    /// `b` the bytes stay, `f` a function, `i` by way of the text.
    pub(crate) method: char,
}

/// A relation of `pg_catalog`, `information_schema` or an extension.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RelationRow {
    pub(crate) source: &'static str,
    /// `pg_class.relkind`.
    pub(crate) kind: char,
    columns: &'static str,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct RelationColumn {
    pub(crate) name: &'static str,
    pub(crate) ty: TypeFact,
    pub(crate) not_null: bool,
    /// Where it is not the type's own.
    pub(crate) collation: Option<&'static str>,
}

impl RelationRow {
    pub(crate) fn columns(&self) -> impl Iterator<Item = RelationColumn> {
        self.columns.split(',').filter_map(|text| {
            let (name, rest) = text.split_once(' ')?;
            let (rest, collation) = match rest.split_once('=') {
                Some((rest, collation)) => (rest, Some(collation)),
                None => (rest, None),
            };
            let (ty, not_null) = rest.strip_suffix('!').map_or((rest, false), |rest| (rest, true));
            Some(RelationColumn { name, ty: TypeFact::read(ty), not_null, collation })
        })
    }
}

pub(crate) fn types(name: &str) -> impl Iterator<Item = TypeRow> {
    TYPES.named(name).filter_map(type_row)
}

fn type_row(line: &'static str) -> Option<TypeRow> {
    let mut fields = Fields::of(line);
    Some(TypeRow {
        name: fields.next()?,
        source: fields.next()?,
        kind: fields.next()?.chars().next()?,
        category: fields.next()?.chars().next()?,
        preferred: !fields.next()?.is_empty(),
        collation: fields.next()?,
        detail: {
            fields.next()?;
            fields.next()?
        },
        display: fields.next()?,
    })
}

pub(crate) fn functions(name: &str) -> impl Iterator<Item = FunctionRow> {
    FUNCTIONS.named(name).filter_map(|line| {
        let mut fields = Fields::after_name(line);
        let source = fields.next()?;
        let kind = fields.next()?;
        let flags = fields.next()?;
        Some(FunctionRow {
            source,
            kind,
            strict: flags.starts_with('s') && flags.len() > 1,
            set: flags.contains('S'),
            variadic: flags.contains('V'),
            volatility: flags.chars().last()?,
            arguments: fields.next()?,
            defaults: fields.next()?.parse().ok()?,
            result: TypeFact::read(fields.next()?),
            outputs: fields.next()?,
            names: fields.next()?,
        })
    })
}

/// Functions with an argument of the type `internal`: SQL cannot call them, but definitions name them.
pub(crate) fn internal_functions(name: &str) -> impl Iterator<Item = FunctionRow> {
    INTERNALS.named(name).filter_map(|line| {
        let mut fields = Fields::after_name(line);
        let source = fields.next()?;
        let flags = fields.next()?;
        Some(FunctionRow {
            source,
            kind: "f",
            strict: flags.starts_with('s') && flags.len() > 1,
            set: flags.contains('S'),
            variadic: false,
            volatility: flags.chars().last()?,
            arguments: fields.next()?,
            defaults: 0,
            result: TypeFact::read(fields.next()?),
            outputs: "",
            names: "",
        })
    })
}

/// The objects of the rarer kinds that have this name.
pub(crate) fn objects(name: &str) -> impl Iterator<Item = ObjectRow> {
    OBJECTS.named(name).filter_map(|line| {
        let mut fields = Fields::after_name(line);
        let (kind, source) = (fields.next()?, fields.next()?);
        let mut words = [""; 5];
        for word in &mut words {
            *word = fields.next()?;
        }
        Some(ObjectRow { kind, source, words })
    })
}

/// True when an access method has a default operator class for exactly this type.
pub(crate) fn has_default_class(method: &str, ty: TypeFact) -> bool {
    static DEFAULTS: OnceLock<Vec<(&'static str, TypeFact)>> = OnceLock::new();
    let table = DEFAULTS.get_or_init(|| {
        let row = |line: &'static str| {
            let mut fields = Fields::after_name(line);
            if fields.next()? != "operator class" || !fields.next()?.is_empty() {
                return None;
            }
            let (method, ty) = (fields.next()?, fields.next()?);
            (fields.next()? == "d").then(|| (method, TypeFact::read(ty)))
        };
        OBJECTS.lines().filter_map(row).collect()
    });
    table.iter().any(|(own, found)| *own == method && *found == ty)
}

pub(crate) fn operators(name: &str) -> impl Iterator<Item = OperatorRow> {
    OPERATORS.named(name).filter_map(|line| {
        let mut fields = Fields::after_name(line);
        Some(OperatorRow {
            source: fields.next()?,
            left: fields.next().filter(|text| !text.is_empty()).map(TypeFact::read),
            right: TypeFact::read(fields.next()?),
            result: TypeFact::read(fields.next()?),
            strict: fields.next()? == "s",
        })
    })
}

pub(crate) fn relations(name: &str) -> impl Iterator<Item = RelationRow> {
    RELATIONS.named(name).filter_map(|line| {
        let mut fields = Fields::after_name(line);
        Some(RelationRow {
            source: fields.next()?,
            kind: fields.next()?.chars().next()?,
            columns: fields.next()?,
        })
    })
}

/// Every relation that the tables know, with its name.
pub(crate) fn all_relations() -> impl Iterator<Item = (&'static str, RelationRow)> {
    RELATIONS.lines().filter_map(|line| {
        let mut fields = Fields::of(line);
        let name = fields.next()?;
        let source = fields.next()?;
        Some((name, RelationRow { source, kind: fields.next()?.chars().next()?, columns: fields.next()? }))
    })
}

/// Every type that the tables know.
pub(crate) fn all_types() -> impl Iterator<Item = TypeRow> {
    TYPES.lines().filter_map(type_row)
}

/// The cast between two types that are no arrays, unless `array` says that the array itself is cast.
pub(crate) fn cast(from: TypeFact, to: TypeFact) -> Option<CastRow> {
    static BY_TYPES: OnceLock<FxHashMap<(TypeFact, TypeFact), CastRow>> = OnceLock::new();
    let table = BY_TYPES.get_or_init(|| {
        let row = |line: &'static str| {
            let mut fields = Fields::of(line);
            let from = TypeFact::read(fields.next()?);
            let to = TypeFact::read(fields.nth(1)?);
            let context = fields.next()?.chars().next()?;
            let method = fields.next()?.chars().next()?;
            Some(((from, to), CastRow { context, method }))
        };
        CASTS.lines().filter_map(row).collect()
    });
    table.get(&(from, to)).copied()
}

/// True for extensions whose objects the tables know.
pub(crate) fn knows_extension(name: &str) -> bool {
    // These bring nothing that a query could name.
    const SILENT: &[&str] = &[
        "adminpack",
        "auth_delay",
        "auto_explain",
        "bloom",
        "btree_gin",
        "dict_int",
        "dict_xsyn",
        "plpgsql",
        "pg_stat_statements",
        "tsm_system_rows",
        "tsm_system_time",
    ];
    SILENT.contains(&name) || SOURCES.contains(&name)
}

/// The extensions, and `information_schema`, that have functions in the tables.
const SOURCES: &[&str] = &[
    "amcheck",
    "autoinc",
    "btree_gin",
    "btree_gist",
    "citext",
    "cube",
    "dblink",
    "earthdistance",
    "file_fdw",
    "fuzzystrmatch",
    "hstore",
    "information_schema",
    "insert_username",
    "intagg",
    "intarray",
    "isn",
    "lo",
    "ltree",
    "moddatetime",
    "old_snapshot",
    "pageinspect",
    "pg_buffercache",
    "pg_freespacemap",
    "pg_logicalinspect",
    "pg_prewarm",
    "pg_stat_statements",
    "pg_surgery",
    "pg_trgm",
    "pg_visibility",
    "pg_walinspect",
    "pgcrypto",
    "pgrowlocks",
    "pgstattuple",
    "postgres_fdw",
    "refint",
    "seg",
    "sslinfo",
    "tablefunc",
    "tcn",
    "unaccent",
    "uuid-ossp",
    "xml2",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_found_by_its_name_and_can_be_read() {
        let names = |table: &'static Table| table.lines().filter_map(|line| line.split('\t').next());
        for name in names(&TYPES) {
            assert_eq!(types(name).count(), names(&TYPES).filter(|other| *other == name).count(), "{name}");
        }
        for name in names(&RELATIONS) {
            let all = names(&RELATIONS).filter(|other| *other == name).count();
            assert_eq!(relations(name).count(), all, "{name}");
        }
        let mut functions_seen = 0;
        let mut last = "";
        for name in names(&FUNCTIONS).filter(|name| std::mem::replace(&mut last, name) != *name) {
            functions_seen += functions(name).count();
        }
        assert_eq!(functions_seen, FUNCTIONS.lines().count());
        let mut operators_seen = 0;
        for name in names(&OPERATORS).filter(|name| std::mem::replace(&mut last, name) != *name) {
            operators_seen += operators(name).count();
        }
        assert_eq!(operators_seen, OPERATORS.lines().count());
        for name in names(&OBJECTS) {
            assert_eq!(
                objects(name).count(),
                names(&OBJECTS).filter(|other| *other == name).count(),
                "{name}"
            );
        }
        for name in names(&INTERNALS) {
            let all = names(&INTERNALS).filter(|other| *other == name).count();
            assert_eq!(internal_functions(name).count(), all, "{name}");
        }
        for absent in ["", "zzz", "int", "abs\t"] {
            assert_eq!(types(absent).count() + functions(absent).count(), 0, "{absent:?}");
        }
    }

    #[test]
    fn casts_and_extensions() {
        let ty = TypeFact::read;
        assert_eq!(cast(ty("varchar"), ty("text")), Some(CastRow { context: 'i', method: 'b' }));
        assert_eq!(cast(ty("citext:citext"), ty("text")), Some(CastRow { context: 'i', method: 'b' }));
        assert!(knows_extension("citext") && !knows_extension("postgis") && !knows_extension(""));
        let mut sources: Vec<_> =
            FUNCTIONS.lines().filter_map(|line| Fields::after_name(line).next()).collect();
        sources.sort_unstable();
        sources.dedup();
        assert_eq!(sources.strip_prefix(&[""]), Some(SOURCES));
    }
}
