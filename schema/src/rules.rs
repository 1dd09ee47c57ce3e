//! The findings that this crate can make, one constant each. [`ALL`] lists them for the manual and the tests.

use crate::diagnostic::{Party, Rule, Severity};

macro_rules! rules {
    ($($name:ident = $code:literal, $severity:ident, $party:ident, $summary:literal;)*) => {
        $(pub const $name: Rule =
            Rule { code: $code, severity: Severity::$severity, party: Party::$party, summary: $summary };)*
        /// Every rule of this crate, in the order of the manual.
        pub const ALL: &[&Rule] = &[$(&$name),*];
    };
}

rules! {
    // Finding and reading the files.
    FOLDER_MISSING = "migration-folder-missing", Error, Migration,
        "The folder of migrations is not there, or cannot be read.";
    FOLDER_EMPTY = "migration-folder-empty", Error, Migration,
        "The folder holds no migration, so there is nothing to build a schema from.";
    FILE_UNREADABLE = "migration-file-unreadable", Error, Migration,
        "A migration file cannot be read, is too large, or is not UTF-8; its statements are unknown.";
    NAME_UNKNOWN = "migration-name-unknown", Warning, Migration,
        "A .sql file is not named like a migration and is not read.";
    FOLDER_CHOSEN = "migration-folder-chosen", Info, Migration,
        "Of several folders, one a database, only PostgreSQL's is read.";
    LAYOUT_MIXED = "migration-layout-mixed", Warning, Migration,
        "The folder holds files of more than one tool's layout; those of the others are not read.";
    IN_CODE = "migration-in-code", Warning, Migration,
        "A migration is written in a programming language and is not read; what it does is unknown.";
    OTHER_DATABASE = "migration-other-database", Error, Migration,
        "The migrations were made for another database than PostgreSQL.";
    OUTSIDE_SECTION = "migration-outside-section", Warning, Migration,
        "A statement stands before the line that begins the migration, so it is not run.";
    PLACEHOLDER = "migration-placeholder", Warning, Migration,
        "The tool replaces a part of the text before it runs it; with what is not known here.";
    MIGRATION_REPLACED = "migration-replaced", Info, Migration,
        "A migration is not run in a new database, because a later baseline stands for it.";
    VERSION_DUPLICATE = "migration-version-duplicate", Error, Migration,
        "Two migrations have one version, so their order is not defined.";
    VERSION_GAP = "migration-version-gap", Warning, Migration,
        "A version is missing between two numbered migrations: a file may have been forgotten.";
    DOWN_MISSING = "migration-down-missing", Warning, Migration,
        "A migration cannot be undone: it has no down file.";
    UP_MISSING = "migration-up-missing", Error, Migration,
        "A down file has no up file.";
    NEEDS_NO_TRANSACTION = "migration-mixes-transaction-modes", Error, Migration,
        "A statement that cannot run inside a transaction stands beside statements that should run in one.";
    // Reading the statements.
    SYNTAX = "syntax-error", Error, Migration,
        "PostgreSQL's grammar does not allow this statement.";
    UNTERMINATED = "unterminated", Error, Migration,
        "A quote, a dollar quote or a comment is never closed.";
    OPAQUE = "statement-not-understood", Warning, Migration,
        "A statement may change the schema in a way that cannot be known without a server.";
    RESOLVED = "statement-resolved", Info, Migration,
        "The effect of a statement is not known without a server; a server has shown it.";
    LOCK_STALE = "lock-stale", Error, Migration,
        "schemactl.lock was not made of these migrations, so what only a server knows is unknown again.";
    LOCK_INCOMPLETE = "lock-incomplete", Warning, Migration,
        "The server on which schemactl.lock was made held something that the catalog has no place for.";
    // Replaying them.
    REFUSED = "statement-refused", Error, Migration,
        "PostgreSQL refuses this statement.";
    // Comparing two schemas.
    OBJECT_MISSING = "schema-object-missing", Error, Live,
        "The database lacks an object that the migrations make: what uses it fails.";
    OBJECT_UNEXPECTED = "schema-object-unexpected", Error, Live,
        "The database has an object that no migration makes: it was made by hand, or its migration was lost.";
    ATTRIBUTE_DIFFERS = "schema-attribute-differs", Error, Live,
        "An attribute of an object in the database is not what the migrations say.";
    ATTRIBUTE_UNDECIDABLE = "schema-attribute-undecidable", Warning, Live,
        "Two spellings of an attribute may mean the same; only a server can tell.";
}
