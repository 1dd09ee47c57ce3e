//! What is known about extensions: their names, what they require, where they must lie, and the types they bring.

use super::facts;

const SHIPPED: &str = include_str!("../../../facts/extensions.tsv");
const ELSEWHERE: &str = include_str!("../../../facts/elsewhere.tsv");

/// An extension's control file, as far as it matters to a schema.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct ExtensionRow {
    pub(crate) requires: &'static str,
    /// `ALTER EXTENSION … SET SCHEMA` is allowed. Not known of those that PostgreSQL does not ship.
    pub(crate) relocatable: bool,
    /// The one schema that it can be made in.
    pub(crate) schema: Option<&'static str>,
    /// The types of one that PostgreSQL does not ship.
    types: &'static str,
}

impl ExtensionRow {
    /// The extensions that must be there before it.
    pub(crate) fn requires(&self) -> impl Iterator<Item = &'static str> {
        self.requires.split(',').filter(|name| !name.is_empty())
    }
}

/// An extension that PostgreSQL ships, or one of the well-known others; `None` for all the rest.
pub(crate) fn extension(name: &str) -> Option<ExtensionRow> {
    let field = |line: &'static str, at: usize| line.split('\t').nth(at).unwrap_or("");
    let is_named = |line: &&str| line.strip_prefix(name).is_some_and(|rest| rest.starts_with('\t'));
    let find = |table: &'static str| table.lines().find(is_named);
    let schema = |name: &'static str| (!name.is_empty()).then_some(name);
    if let Some(line) = find(SHIPPED) {
        return Some(ExtensionRow {
            requires: field(line, 1),
            relocatable: field(line, 2) == "r",
            schema: schema(field(line, 3)),
            types: "",
        });
    }
    find(ELSEWHERE).map(|line| ExtensionRow {
        requires: field(line, 2),
        relocatable: true,
        schema: schema(field(line, 3)),
        types: field(line, 1),
    })
}

/// True when the extension brings a type of this name.
pub(crate) fn brings_type(name: &str, ty: &str) -> bool {
    facts::types(ty).any(|row| row.source == name)
        || extension(name).is_some_and(|row| row.types.split(',').any(|known| known == ty))
}

/// The first extension that brings a type of this name.
pub(crate) fn provider_of_type(ty: &str) -> Option<&'static str> {
    let shipped = facts::types(ty).map(|row| row.source).find(|source| is_extension(source));
    shipped.or_else(|| {
        let brings = |line: &&str| {
            line.split('\t').nth(1).is_some_and(|types| types.split(',').any(|known| known == ty))
        };
        ELSEWHERE.lines().find(brings).and_then(|line| line.split('\t').next())
    })
}

/// The first extension that brings a function of this name.
pub(crate) fn provider_of_function(function: &str) -> Option<&'static str> {
    facts::functions(function).map(|row| row.source).find(|source| is_extension(source))
}

fn is_extension(source: &str) -> bool {
    !matches!(source, "" | "information_schema")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extensions_and_what_they_bring() {
        let row = extension("earthdistance").unwrap();
        assert!(row.requires().eq(["cube"]) && row.relocatable);
        assert!(extension("postgis_topology").unwrap().schema == Some("topology"));
        assert_eq!(extension("nothing"), None);
        assert!(brings_type("hstore", "hstore") && brings_type("vector", "halfvec"));
        assert!(!brings_type("hstore", "citext") && !brings_type("nothing", "int4"));
        assert_eq!(
            (provider_of_type("geometry"), provider_of_type("ltree")),
            (Some("postgis"), Some("ltree"))
        );
        assert_eq!(provider_of_type("int4"), None);
        assert_eq!(provider_of_function("uuid_generate_v4"), Some("uuid-ossp"));
        for line in SHIPPED.lines() {
            assert_eq!(line.split('\t').count(), 5, "{line}");
        }
        for line in ELSEWHERE.lines() {
            assert_eq!(line.split('\t').count(), 4, "{line}");
        }
    }
}
