//! The findings that this crate can make, one constant each. [`ALL`] lists them for the manual and the tests.

use schemactl_schema::diagnostic::{Party, Rule, Severity};

macro_rules! rules {
    ($($name:ident = $code:literal, $severity:ident, $party:ident, $summary:literal;)*) => {
        $(pub const $name: Rule =
            Rule { code: $code, severity: Severity::$severity, party: Party::$party, summary: $summary };)*
        /// Every rule of this crate, in the order of the manual.
        pub const ALL: &[&Rule] = &[$(&$name),*];
    };
}

rules! {
    // Reading the models.
    MODEL_FILE_UNREADABLE = "model-file-unreadable", Error, Rust,
        "A file of models cannot be read or is not UTF-8; what it defines is unknown.";
    MODEL_FILE_SYNTAX = "model-file-syntax", Error, Rust,
        "A file of models is not valid Rust; what it defines is unknown.";
    MODEL_PATTERN_EMPTY = "model-pattern-empty", Warning, Rust,
        "A pattern of `[models] rust` matches no file, so nothing is checked in its place.";
    MODEL_ATTRIBUTE_UNREAD = "model-attribute-unread", Warning, Rust,
        "An attribute that could rename or map a model is not written in a form that can be read.";
    MODEL_MAP_UNUSED = "model-map-unused", Warning, Rust,
        "An entry of `[models.map]` names a struct that no file defines.";
    // Structs against tables. In generated code what is a warning here is an error.
    MODEL_TABLE_MISSING = "model-table-missing", Error, Rust,
        "A struct says which table it maps, and there is no such table.";
    MODEL_TABLE_UNKNOWN = "model-table-unknown", Warning, Rust,
        "A struct reads rows (it derives FromRow or the like) and no table has a name like its own.";
    MODEL_TABLE_AMBIGUOUS = "model-table-ambiguous", Warning, Rust,
        "A struct's name fits tables of several schemas, so it was compared with none.";
    MODEL_FIELD_UNKNOWN = "model-field-unknown", Error, Rust,
        "A model field has no column: reading a row into it fails (information where `#[sqlx(default)]` fills it).";
    MODEL_FIELD_MISSING = "model-field-missing", Warning, Rust,
        "A column that needs a value has no model field: a row cannot be inserted from the model.";
    MODEL_TYPE_MISMATCH = "model-type-mismatch", Error, Rust,
        "A column's type cannot be decoded into the field's type.";
    MODEL_TYPE_UNKNOWN = "model-type-unknown", Info, Rust,
        "A field's type is not known, so it was not compared with its column.";
    MODEL_NULLABLE_INTO_PLAIN = "model-nullable-into-plain", Error, Rust,
        "A column may be NULL and its field is not an Option: reading such a row fails.";
    MODEL_OPTION_ON_NOT_NULL = "model-option-on-not-null", Warning, Rust,
        "A field is an Option and its column is never NULL: writing None fails.";
    MODEL_FLOAT_FOR_EXACT = "model-float-for-exact", Warning, Rust,
        "Money or a score is kept in a floating point field, which rounds.";
    TABLE_WITHOUT_MODEL = "table-without-model", Error, Generated,
        "The generated code has no struct for a table.";
    // Enums.
    ENUM_TYPE_MISSING = "enum-type-missing", Error, Rust,
        "A Rust enum says which enum type it maps, and there is no such type.";
    ENUM_VARIANT_MISSING = "enum-variant-missing", Error, Rust,
        "A label has no variant: reading a row that holds it fails.";
    ENUM_VARIANT_EXTRA = "enum-variant-extra", Error, Rust,
        "A variant has no label: writing it fails.";
    ENUM_VARIANT_RENAMED = "enum-variant-renamed", Error, Rust,
        "A variant's name and a label differ in spelling only: both reading and writing fail.";
    ENUM_VARIANT_ORDER = "enum-variant-order", Warning, Rust,
        "A Rust enum that can be compared sorts in another order than its labels do in PostgreSQL.";
    ENUM_WITHOUT_MODEL = "enum-without-model", Error, Generated,
        "The generated code has no enum for an enum type.";
    // The schema itself.
    INDEX_DUPLICATE = "index-duplicate", Warning, Migration,
        "Two indexes are equal: one of them costs every write and serves no query.";
    INDEX_PREFIX_REDUNDANT = "index-prefix-redundant", Warning, Migration,
        "An index is the beginning of another that serves the same queries.";
    INDEX_ON_FEW_VALUES = "index-on-few-values", Warning, Migration,
        "An index on a column of very few values alone is hardly ever used, and every write pays for it.";
    FOREIGN_KEY_WITHOUT_INDEX = "foreign-key-without-index", Warning, Migration,
        "No index starts with a foreign key's columns: each delete on the other side reads the whole table.";
    FOREIGN_KEY_DUPLICATE = "foreign-key-duplicate", Warning, Migration,
        "The same foreign key stands twice: every write is checked twice.";
    FLOAT_FOR_EXACT = "float-for-exact", Warning, Migration,
        "Money or a score is kept in a floating point column, which rounds.";
    TABLE_WITHOUT_PRIMARY_KEY = "table-without-primary-key", Warning, Migration,
        "A table has no primary key: its rows cannot be told apart, paged through or replicated.";
    CONSTRAINT_NOT_VALIDATED = "constraint-not-validated", Warning, Migration,
        "A constraint was added NOT VALID and never validated: old rows may break it.";
    TRIGGER_COLUMN_UNKNOWN = "trigger-column-unknown", Error, Migration,
        "A trigger function reads a column of NEW or OLD that its table does not have: the statement fails when it runs.";
    DOWN_LEAVES = "migration-down-leaves", Warning, Migration,
        "After a down file the schema is not what it was before its up file: up again fails, or makes another schema.";
    DOWN_REFUSED = "migration-down-refused", Error, Migration,
        "PostgreSQL refuses a statement of a down file right after its up file: the migration cannot be undone.";
    // Settings.
    ALLOW_UNUSED = "allow-unused", Warning, Migration,
        "An `[[allow]]` entry of schemactl.toml excuses a finding that was not made.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manual_lists_every_rule() {
        let manual = include_str!("../../docs/report.md");
        for rule in ALL {
            let party = format!("{:?}", rule.party).to_lowercase();
            let severity = format!("{:?}", rule.severity).to_lowercase();
            let row = format!("| `{}` | {severity} | {party} | {} |", rule.code, rule.summary);
            assert!(manual.contains(&row), "docs/report.md lacks {row}");
        }
    }

    #[test]
    fn codes_are_unique_and_stable_in_form() {
        let mut codes: Vec<_> = ALL.iter().map(|rule| rule.code).collect();
        codes.extend(schemactl_schema::rules::ALL.iter().map(|rule| rule.code));
        codes.extend(schemactl_codegen::rules::ALL.iter().map(|rule| rule.code));
        let count = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), count, "a code stands for one rule only");
        assert!(codes.iter().all(|code| code.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')));
    }
}
