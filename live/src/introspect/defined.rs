//! The rarer kinds of objects, and what few objects of the other kinds have: all in one query.
//!
//! Each kind gives rows of one form. A part of a definition is a text of three fields: the name that differences
//! use, a letter for how the value is read, and the value.

use schemactl_schema::catalog::{
    Attribute, Catalog, Defined, DefinedKind, Origins, Property, PropertyValue, property,
};
use sqlx::postgres::types::Oid;

use super::Rows;
use super::fixed_point;
use super::objects::Objects;
use super::reader::{not_of_extension, row};
use super::types::TypeMap;
use crate::error::LiveError;

row!(
    /// An object of a rarer kind, or (where `kind` is empty) what one of another kind has besides.
    DefinedRow {
        class: String,
        oid: Oid,
        sub: i16,
        /// The words of its kind.
        kind: String,
        schema: Oid,
        name: String,
        relation: Oid,
        owner: Option<String>,
        properties: Vec<String>,
    }
);

/// Between the fields of a part, and between the elements of a value.
const FIELD: char = '\u{1f}';
const ELEMENT: char = '\u{1e}';
const LIST: char = '\u{1d}';

/// One kind: its words, its system catalog as `o`, and where each thing stands in it.
///
/// In its SQL, `$proc(x)` and the like are [`SHORTHANDS`].
pub(super) struct Source {
    /// The words of its kind; empty for what objects of the other kinds have besides.
    pub(super) kind: &'static str,
    pub(super) class: &'static str,
    /// What the rows are read from; empty for the system catalog itself.
    pub(super) from: &'static str,
    pub(super) schema: &'static str,
    pub(super) name: &'static str,
    pub(super) relation: &'static str,
    pub(super) owner: &'static str,
    pub(super) condition: &'static str,
    /// Name, letter (see [`read`]), value; a part without a value is left out.
    pub(super) parts: &'static [(&'static str, char, &'static str)],
    /// The first server version that has it.
    pub(super) since: u32,
    /// The first server version that has it otherwise.
    pub(super) until: u32,
}

pub(super) const EMPTY: Source = Source {
    kind: "",
    class: "",
    from: "",
    schema: "0",
    name: "''",
    relation: "0",
    owner: "NULL::oid",
    condition: "true",
    parts: &[],
    since: 0,
    until: u32::MAX,
};

const DEFAULT_PRIVILEGES: &[Source] = &[Source {
    kind: "DEFAULT PRIVILEGES",
    class: "pg_default_acl",
    schema: "o.defaclnamespace",
    name: "CASE o.defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'functions'
               WHEN 'T' THEN 'types' WHEN 'n' THEN 'schemas' ELSE 'large objects' END",
    owner: "CASE WHEN pg_get_userbyid(o.defaclrole) NOT IN (current_user, 'postgres') THEN o.defaclrole END",
    ..EMPTY
}];

/// All kinds, in groups.
const GROUPS: &[&[Source]] =
    &[super::surroundings::OF_TABLES, super::definitions::OF_TYPES, DEFAULT_PRIVILEGES];

/// What stands for longer SQL in a [`Source`]; `?` is what stands between its parentheses. Each gives the value of a
/// letter: an object id and the name as SQL with an empty `search_path` writes it.
const SHORTHANDS: &[(&str, &str)] = &[
    // For "n".
    (
        "$proc(",
        "(SELECT p.oid || chr(30) || CASE WHEN p.pronamespace = 11 THEN quote_ident(p.proname)
                 ELSE format('%I.%I', pn.nspname, p.proname) END
          FROM pg_proc p JOIN pg_namespace pn ON pn.oid = p.pronamespace WHERE p.oid = ?)",
    ),
    // For "p".
    (
        "$routine(",
        "(SELECT p.oid || chr(30) || CASE WHEN p.pronamespace = 11 THEN quote_ident(p.proname)
                 ELSE format('%I.%I', pn.nspname, p.proname) END || '('
                 || coalesce((SELECT string_agg(CASE t WHEN 1042 THEN 'bpchar' ELSE format_type(t, NULL) END, ',' ORDER BY at)
                     FROM unnest(p.proargtypes) WITH ORDINALITY a (t, at)), '') || ')'
          FROM pg_proc p JOIN pg_namespace pn ON pn.oid = p.pronamespace WHERE p.oid = ?)",
    ),
    // For "o".
    ("$method(", "(SELECT 'pg_am' || chr(30) || a.oid || chr(30) || quote_ident(a.amname) FROM pg_am a WHERE a.oid = ?)"),
    (
        "$language(",
        "(SELECT 'pg_language' || chr(30) || l.oid || chr(30) || quote_ident(l.lanname)
          FROM pg_language l WHERE l.oid = ?)",
    ),
    (
        "$operator(",
        "(SELECT 'pg_operator' || chr(30) || x.oid || chr(30) || format('OPERATOR(%I.%s)', xn.nspname, x.oprname)
          FROM pg_operator x JOIN pg_namespace xn ON xn.oid = x.oprnamespace WHERE x.oid = ?)",
    ),
    (
        "$family(",
        "(SELECT 'pg_opfamily' || chr(30) || x.oid || chr(30) || format('%I.%I', xn.nspname, x.opfname)
          FROM pg_opfamily x JOIN pg_namespace xn ON xn.oid = x.opfnamespace WHERE x.oid = ?)",
    ),
    (
        "$parser(",
        "(SELECT 'pg_ts_parser' || chr(30) || x.oid || chr(30) || CASE WHEN x.prsnamespace = 11 THEN quote_ident(x.prsname)
                 ELSE format('%I.%I', xn.nspname, x.prsname) END
          FROM pg_ts_parser x JOIN pg_namespace xn ON xn.oid = x.prsnamespace WHERE x.oid = ?)",
    ),
    (
        "$template(",
        "(SELECT 'pg_ts_template' || chr(30) || x.oid || chr(30) || CASE WHEN x.tmplnamespace = 11 THEN quote_ident(x.tmplname)
                 ELSE format('%I.%I', xn.nspname, x.tmplname) END
          FROM pg_ts_template x JOIN pg_namespace xn ON xn.oid = x.tmplnamespace WHERE x.oid = ?)",
    ),
    (
        "$dictionary(",
        "(SELECT 'pg_ts_dict' || chr(30) || x.oid || chr(30) || CASE WHEN x.dictnamespace = 11 THEN quote_ident(x.dictname)
                 ELSE format('%I.%I', xn.nspname, x.dictname) END
          FROM pg_ts_dict x JOIN pg_namespace xn ON xn.oid = x.dictnamespace WHERE x.oid = ?)",
    ),
];

fn expand(sql: &str) -> String {
    let mut out = String::with_capacity(sql.len());
    let mut rest = sql;
    'next: while let Some(at) = rest.find('$') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        for (head, body) in SHORTHANDS {
            if let Some(inner) = rest.strip_prefix(head) {
                let end = closing(inner);
                out.push_str(&body.replace('?', &expand(&inner[..end])));
                rest = inner.get(end + 1..).unwrap_or("");
                continue 'next;
            }
        }
        out.push('$');
        rest = &rest[1..];
    }
    out.push_str(rest);
    out
}

/// Where the parenthesis closes that was opened before the text.
fn closing(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, character) in text.char_indices() {
        match character {
            '(' => depth += 1,
            ')' if depth == 0 => return at,
            ')' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

/// All kinds in one query, in the order in which their objects can be added.
pub(super) fn defined(version: u32) -> String {
    let kinds: Vec<String> = GROUPS
        .iter()
        .flat_map(|group| group.iter())
        .filter(|source| source.since <= version && version < source.until)
        .enumerate()
        .map(|(at, source)| {
            let from = if source.from.is_empty() { source.class } else { source.from };
            let Source { kind, class, schema, name, relation, owner, condition, .. } = source;
            let parts: Vec<String> = source
                .parts
                .iter()
                .map(|(name, letter, value)| {
                    let value = expand(value);
                    format!("'{name}' || chr(31) || '{letter}' || chr(31) || ({value})")
                })
                .collect();
            let not_of_extension = not_of_extension(class, "o.oid");
            format!(
                "SELECT {at} AS place, '{class}' AS class, o.oid, 0::int2 AS sub, '{kind}' AS kind, ({schema})::oid AS schema,
                        ({name})::text AS name, ({relation})::oid AS relation, pg_get_userbyid({owner})::text AS owner,
                        array_remove(ARRAY[{}]::text[], NULL) AS properties
                 FROM {from} o WHERE o.oid >= 16384 AND {not_of_extension} AND {condition}",
                parts.join(",\n")
            )
        })
        .collect();
    format!(
        "SELECT * FROM ({}) q ORDER BY q.place, q.schema::regnamespace::text COLLATE \"C\", q.name COLLATE \"C\", q.oid",
        kinds.join("\nUNION ALL ")
    )
}

pub(super) fn kind_of(words: &str) -> Option<DefinedKind> {
    ALL.iter().copied().find(|kind| kind.words() == words)
}

const ALL: &[DefinedKind] = &[
    DefinedKind::Language,
    DefinedKind::AccessMethod,
    DefinedKind::Collation,
    DefinedKind::Conversion,
    DefinedKind::TextSearchParser,
    DefinedKind::TextSearchTemplate,
    DefinedKind::TextSearchDictionary,
    DefinedKind::TextSearchConfiguration,
    DefinedKind::Operator,
    DefinedKind::OperatorFamily,
    DefinedKind::OperatorClass,
    DefinedKind::Cast,
    DefinedKind::Transform,
    DefinedKind::ForeignDataWrapper,
    DefinedKind::ForeignServer,
    DefinedKind::UserMapping,
    DefinedKind::Statistics,
    DefinedKind::Rule,
    DefinedKind::Publication,
    DefinedKind::DefaultPrivileges,
    DefinedKind::EventTrigger,
];

pub(super) fn add_defined(
    catalog: &mut Catalog,
    objects: &Objects,
    types: &TypeMap,
    rows: &Rows,
) -> Result<(), LiveError> {
    for row in &rows.defined {
        let Some(kind) = kind_of(&row.kind) else { continue };
        let properties = properties(row, kind.attributes(), objects, types)?;
        let id = catalog.add_defined(
            Defined {
                kind,
                schema: objects.schemas.get(&row.schema).copied(),
                name: row.name.as_str().into(),
                relation: objects.relations.get(&row.relation).copied(),
                owner: row.owner.as_deref().map(Into::into),
                origins: Origins::default(),
            },
            properties,
        );
        debug_assert_eq!(objects.defined.get(&(row.class.clone(), row.oid)), Some(&id));
    }
    for id in catalog.defined.ids().collect::<Vec<_>>() {
        // The order of a server's rows says nothing.
        if let Some(PropertyValue::List(items)) = catalog.property(id.into(), property::ITEMS) {
            let mut items = items.clone();
            catalog.sort_members(&mut items);
            catalog.set_property(id.into(), property::ITEMS, Some(PropertyValue::List(items)));
        }
    }
    for row in rows.defined.iter().filter(|row| row.kind.is_empty()) {
        let Some(object) = objects.object(&row.class, row.oid, row.sub) else { continue };
        let attributes = catalog.property_attributes(object);
        for property in properties(row, attributes, objects, types)? {
            catalog.set_property(object, property.attribute, Some(property.value));
        }
        catalog.link(object);
    }
    Ok(())
}

fn properties(
    row: &DefinedRow,
    attributes: &[Attribute],
    objects: &Objects,
    types: &TypeMap,
) -> Result<Vec<Property>, LiveError> {
    let mut out = Vec::new();
    for text in &row.properties {
        let mut fields = text.splitn(3, FIELD);
        let (name, letter, value) =
            (fields.next().unwrap_or(""), fields.next().unwrap_or(""), fields.next().unwrap_or(""));
        let attribute = attributes
            .iter()
            .copied()
            .find(|attribute| attribute.0 == name)
            .ok_or_else(|| LiveError::Defect(format!("{} has no part called {name}", row.kind)))?;
        out.push(Property { attribute, value: read(letter, value, objects, types)? });
    }
    Ok(out)
}

fn read(letter: &str, value: &str, objects: &Objects, types: &TypeMap) -> Result<PropertyValue, LiveError> {
    let oid = |text: &str| Oid(text.parse().unwrap_or_default());
    let split = |text: &str| {
        let (number, printed) = text.split_once(ELEMENT).unwrap_or((text, ""));
        (oid(number), printed.to_owned())
    };
    let expression = |text: &str| fixed_point::expression(text);
    let elements = |letter: &'static str, separator: char| -> Result<Vec<PropertyValue>, LiveError> {
        let list = value.split(separator).filter(|element| !element.is_empty());
        list.map(|element| read(letter, element, objects, types)).collect()
    };
    Ok(match letter {
        "l" => PropertyValue::Literal(value.into()),
        "t" => PropertyValue::Type(types.data_type(oid(value), None, 1)?),
        // A function with the types of its arguments, and one by its name alone.
        "p" => {
            let (id, printed) = split(value);
            objects
                .functions
                .get(&id)
                .map_or_else(|| PropertyValue::Word(printed.into()), |id| PropertyValue::Routine(*id))
        }
        "n" => {
            let (id, printed) = split(value);
            objects
                .functions
                .get(&id)
                .map_or_else(|| PropertyValue::Word(printed.into()), |id| PropertyValue::Object((*id).into()))
        }
        // Any object: class, object id, printed name.
        "o" => {
            let (class, rest) = value.split_once(ELEMENT).unwrap_or(("", value));
            let (id, printed) = split(rest);
            let found = objects.object(class, id, 0);
            found.map_or_else(|| PropertyValue::Word(printed.into()), PropertyValue::Object)
        }
        // Columns: the relation, then numbers.
        "c" => {
            let mut numbers = value.split(' ');
            let relation = oid(numbers.next().unwrap_or(""));
            let numbers = numbers.filter_map(|number| number.parse::<i16>().ok());
            PropertyValue::Columns(objects.columns(relation, numbers)?)
        }
        "e" => PropertyValue::Expression(expression(value)),
        "s" => PropertyValue::Sql(expression(value)),
        "O" => PropertyValue::Options(
            value
                .split(ELEMENT)
                .filter_map(|option| option.split_once('='))
                .map(|(name, value)| (name.into(), value.into()))
                .collect(),
        ),
        "E" => PropertyValue::List(elements("e", ELEMENT)?),
        "T" => PropertyValue::List(elements("t", ELEMENT)?),
        "W" => PropertyValue::List(elements("w", ELEMENT)?),
        "P" => PropertyValue::List(elements("X", LIST)?),
        // Any number of objects, each as of "o".
        "Q" => PropertyValue::List(elements("o", LIST)?),
        // A list of fields, each a letter and a value.
        "X" => {
            let mut list = Vec::new();
            for field in value.split('\u{1c}').filter(|field| !field.is_empty()) {
                let (letter, value) = field.split_at(1);
                list.push(read(letter, value, objects, types)?);
            }
            PropertyValue::List(list)
        }
        _ => PropertyValue::Word(value.into()),
    })
}
