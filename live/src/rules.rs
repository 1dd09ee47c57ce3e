//! The findings that this crate can make, one constant each. [`ALL`] lists them for the manual and the tests.
//!
//! What a server refuses is `schemactl_schema::rules::REFUSED`: the same finding as without a server.

use schemactl_schema::diagnostic::{Party, Rule, Severity};

/// The server said something that is no error.
pub const SERVER_NOTICE: Rule = Rule {
    code: "server-notice",
    severity: Severity::Info,
    party: Party::Migration,
    summary: "PostgreSQL remarks on a statement: often that it did nothing because the thing was already there.",
};

/// The server warned.
pub const SERVER_WARNING: Rule = Rule {
    code: "server-warning",
    severity: Severity::Warning,
    party: Party::Migration,
    summary: "PostgreSQL warns about a statement: it was executed, and may not do what it seems to do.",
};

/// A file cannot be run as it is written.
pub const NOT_RUNNABLE: Rule = Rule {
    code: "migration-not-runnable",
    severity: Severity::Error,
    party: Party::Migration,
    summary: "A migration cannot be run: it needs psql, or its BEGIN and COMMIT do not match.",
};

/// The database has more than the catalog can hold.
pub const NOT_MODELLED: Rule = Rule {
    code: "live-object-not-modelled",
    severity: Severity::Warning,
    party: Party::Live,
    summary: "The database holds something that the catalog has no place for, so it is not compared.",
};

/// The server is newer than this program.
pub const SERVER_UNKNOWN: Rule = Rule {
    code: "live-server-unknown",
    severity: Severity::Warning,
    party: Party::Live,
    summary: "The server is newer than the versions whose catalogs are known: what is new in it is not read.",
};

/// Every rule of this crate, in the order of the manual.
pub const ALL: &[&Rule] = &[&SERVER_NOTICE, &SERVER_WARNING, &NOT_RUNNABLE, &NOT_MODELLED, &SERVER_UNKNOWN];
