//! What a database can hold and the catalog cannot: each such object is a finding.

use schemactl_schema::diagnostic::Diagnostic;

use super::reader::{not_of_extension, row};
use crate::rules;

row!(NotModelledRow { what: String, name: String });

impl NotModelledRow {
    pub(super) fn diagnostic(&self) -> Diagnostic {
        finding(&self.what, &self.name)
    }
}

pub(super) fn finding(what: &str, name: &str) -> Diagnostic {
    Diagnostic::new(&rules::NOT_MODELLED, format!("not compared: {what} {name}"))
        .subject(name)
        .why("the catalog has no place for it, so a difference between it and the migrations would go unseen")
        .help("compare it by hand, for example with `pg_dump --schema-only`")
}

/// A kind of object, as rows of a system catalog under the alias `o`.
struct Kind {
    what: &'static str,
    class: &'static str,
    /// How the object is called.
    name: &'static str,
    /// Which rows; the server's own and an extension's are left out anyway.
    condition: &'static str,
    /// The first server version that has it.
    since: u32,
}

const fn kind(what: &'static str, class: &'static str, name: &'static str, condition: &'static str) -> Kind {
    Kind { what, class, name, condition, since: 0 }
}

const fn constraint_since_18(what: &'static str, condition: &'static str) -> Kind {
    let name = "format('%s.%I', nullif(o.conrelid, 0)::regclass, o.conname)";
    Kind { what, class: "pg_constraint", name, condition, since: 180_000 }
}

const KINDS: &[Kind] = &[
    kind(
        "subscription",
        "pg_subscription",
        "quote_ident(o.subname)",
        "o.subdbid = (SELECT b.oid FROM pg_database b WHERE b.datname = current_database())",
    ),
    constraint_since_18(
        "missing validation of the NOT NULL constraint",
        "o.contype = 'n' AND NOT o.convalidated",
    ),
    constraint_since_18(
        "NO INHERIT of the NOT NULL constraint",
        "o.contype = 'n' AND o.connoinherit AND o.conrelid <> 0",
    ),
];

/// Kinds that are not rows with an object id of their own: what, and a query of their names.
const OTHERS: &[(&str, &str)] = &[
    (
        "security label of",
        "SELECT pg_describe_object(s.classoid, s.objoid, s.objsubid) FROM pg_seclabel s WHERE s.objoid >= 16384",
    ),
    (
        "unfinished detaching of partition",
        "SELECT i.inhrelid::regclass::text FROM pg_inherits i WHERE i.inhdetachpending",
    ),
];

/// One query of all of them. Object ids below 16384 are the server's own.
pub(super) fn not_modelled(version: u32) -> String {
    let kinds = KINDS.iter().filter(|kind| kind.since <= version).map(|kind| {
        let Kind { what, class, name, condition, .. } = kind;
        let not_of_extension = not_of_extension(class, "o.oid");
        format!(
            "SELECT '{what}' AS what, {name} AS name FROM {class} o \
             WHERE o.oid >= 16384 AND {condition} AND {not_of_extension}"
        )
    });
    let others =
        OTHERS.iter().map(|(what, names)| format!("SELECT '{what}', q.name FROM ({names}) AS q(name)"));
    kinds.chain(others).collect::<Vec<_>>().join("\nUNION ALL ")
}
