//! What differs between two catalogs, told attribute by attribute, and the SQL that takes the difference away.

mod compare;
mod cure;
mod diagnostics;
mod facts;
mod query;
mod scope;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::catalog::{Attribute, Catalog, ObjectId};
use crate::source::Span;

pub use cure::cure;
pub use diagnostics::{Labels, Places, diagnostics};
pub(crate) use facts::owner;
pub use facts::{Expression, Fact, ObjectKind, Value, facts};

use compare::Verdict;

/// Tables in which migration tools note what they have applied.
pub const BOOKKEEPING_TABLES: &[&str] = &[
    "_sqlx_migrations",
    "__diesel_schema_migrations",
    "flyway_schema_history",
    "goose_db_version",
    "refinery_schema_history",
    "schema_migrations",
    "seaql_migrations",
];

/// What a comparison leaves out.
#[derive(Clone, Default, Debug)]
pub struct Options {
    /// Names of tables (in any schema) that are passed over, with all that belongs to them, when only one of
    /// the sides has them. [`Options::live`] names those of migration tools.
    pub ignore: Vec<String>,
    /// [`cure`] writes the statements that lose rows (`DROP TABLE`, `DROP COLUMN`) to be run, not as comments.
    pub lossy: bool,
    /// The left side has statements that were not understood: what only the right side has may be theirs, so
    /// [`cure`] drops and revokes nothing.
    pub left_uncertain: bool,
}

impl Options {
    /// For a comparison with a database that a migration tool keeps: [`BOOKKEEPING_TABLES`] are passed over.
    pub fn live() -> Self {
        Self { ignore: BOOKKEEPING_TABLES.iter().map(|name| (*name).to_owned()).collect(), ..Self::default() }
    }
}

/// One difference: of an object, or of one attribute of an object that both sides have.
#[derive(Clone, PartialEq, Debug)]
pub struct Difference {
    pub kind: ObjectKind,
    /// `public.users.email`, `public.claim(text)`.
    pub identity: String,
    pub change: Change,
    /// The object on each side that has it.
    pub left: Option<ObjectId>,
    pub right: Option<ObjectId>,
    /// The statement that made the object or set the attribute, on each side that has one.
    pub left_origin: Option<Span>,
    pub right_origin: Option<Span>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// Only the left side has the object. The word says what it is (`enum`, `unique`, `table`).
    OnlyLeft(String),
    /// Only the right side has it.
    OnlyRight(String),
    Attribute {
        attribute: Attribute,
        /// The values as text; empty for none.
        left: String,
        right: String,
        /// The two may mean the same: only a server can tell.
        undecidable: bool,
    },
}

impl Difference {
    pub fn is_undecidable(&self) -> bool {
        matches!(self.change, Change::Attribute { undecidable: true, .. })
    }
}

/// All differences between two catalogs, by kind and then by identity.
///
/// An object that one side lacks is one difference; what belongs to it is not repeated. An object whose name
/// differs is one that each side lacks. For what is never compared see [`facts`].
pub fn diff(left: &Catalog, right: &Catalog) -> Vec<Difference> {
    diff_with(left, right, &Options::default())
}

/// As [`diff`], leaving out what the options say.
pub fn diff_with(left: &Catalog, right: &Catalog, options: &Options) -> Vec<Difference> {
    let (left_facts, right_facts) = (facts(left), facts(right));
    let (left_objects, right_objects) = (objects(&left_facts), objects(&right_facts));
    let mut out = Vec::new();
    let mut keys: Vec<_> = left_objects.keys().chain(right_objects.keys()).copied().collect();
    keys.sort_unstable();
    keys.dedup();
    for key in keys {
        match (left_objects.get(&key), right_objects.get(&key)) {
            (Some(left_facts), Some(right_facts)) => {
                attributes(left, left_facts, right_facts, &mut out);
            }
            (Some(only), None) => {
                if tells(left, only, &right_objects, options) {
                    out.extend(one_sided(only, true));
                }
            }
            (None, Some(only)) => {
                if tells(right, only, &left_objects, options) {
                    out.extend(one_sided(only, false));
                }
            }
            (None, None) => {}
        }
    }
    out
}

/// The kind and identity of an object: what makes two objects of two catalogs the same one.
type Key<'a> = (ObjectKind, &'a str);

fn objects(facts: &[Fact]) -> BTreeMap<Key<'_>, &[Fact]> {
    facts
        .chunk_by(|a, b| a.kind == b.kind && a.identity == b.identity)
        .filter_map(|chunk| chunk.first().map(|first| ((first.kind, first.identity.as_str()), chunk)))
        .collect()
}

/// False for an object of one side that belongs to another which the other side lacks, or to a table that is
/// passed over.
fn tells(
    catalog: &Catalog,
    object: &[Fact],
    other_side: &BTreeMap<Key<'_>, &[Fact]>,
    options: &Options,
) -> bool {
    let Some(first) = object.first() else { return false };
    if let ObjectId::Relation(id) = first.object
        && options.ignore.iter().any(|name| *name == *catalog.relations[id].name)
    {
        return false;
    }
    let Some(owner) = facts::owner(catalog, first.object) else { return true };
    let Some(kind) = ObjectKind::of(owner) else { return true };
    other_side.contains_key(&(kind, facts::identity(catalog, owner).as_str()))
}

fn one_sided(object: &[Fact], is_left: bool) -> Option<Difference> {
    let first = object.first()?;
    let word = first.value.text();
    let (here, nowhere) = (Some(first.object), None);
    Some(Difference {
        kind: first.kind,
        identity: first.identity.clone(),
        change: if is_left { Change::OnlyLeft(word) } else { Change::OnlyRight(word) },
        left: if is_left { here } else { nowhere },
        right: if is_left { nowhere } else { here },
        left_origin: first.origin.filter(|_| is_left),
        right_origin: first.origin.filter(|_| !is_left),
    })
}

fn attributes(left_in: &Catalog, left: &[Fact], right: &[Fact], out: &mut Vec<Difference>) {
    for fact in left {
        // One side alone gives an attribute when the other cannot know it, or is of another kind; the kind
        // then differs, which says all.
        let Some(other) = right.iter().find(|other| other.attribute == fact.attribute) else { continue };
        let verdict = compare::compare(left_in, &fact.value, &other.value);
        if verdict == Verdict::Equal {
            continue;
        }
        out.push(Difference {
            kind: fact.kind,
            identity: fact.identity.clone(),
            change: Change::Attribute {
                attribute: fact.attribute,
                left: fact.value.text(),
                right: other.value.text(),
                undecidable: verdict == Verdict::Undecidable,
            },
            left: Some(fact.object),
            right: Some(other.object),
            left_origin: fact.origin,
            right_origin: other.origin,
        });
    }
}
