//! What each migration made, as it stands after the last of them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use schemactl_schema::catalog::{
    Catalog, ConstraintKind, FunctionKind, ObjectId, Origins, RelationKind, TypeKind,
};
use schemactl_schema::replay::Fate;
use schemactl_schema::source::FileId;

use super::{By, Facts, Group, Line, Section, Verdict, of_severity, short};
use crate::checks::count;

/// What one file made: names by kind, in order of declaration.
#[derive(Default)]
struct Made {
    tables: Vec<schemactl_schema::catalog::RelationId>,
    named: BTreeMap<Kind, Vec<String>>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Columns,
    Views,
    Enums,
    Domains,
    Types,
    Sequences,
    Indexes,
    Keys,
    Checks,
    Functions,
    Procedures,
    Triggers,
    Policies,
    Extensions,
}

/// One and many of each kind.
const WORDS: &[(Kind, &str, &str)] = &[
    (Kind::Columns, "column added to a table of before", "columns added to tables of before"),
    (Kind::Views, "view", "views"),
    (Kind::Enums, "enum type", "enum types"),
    (Kind::Domains, "domain", "domains"),
    (Kind::Types, "other type", "other types"),
    (Kind::Sequences, "sequence", "sequences"),
    (Kind::Indexes, "index", "indexes"),
    (Kind::Keys, "foreign key", "foreign keys"),
    (Kind::Checks, "check constraint", "check constraints"),
    (Kind::Functions, "function", "functions"),
    (Kind::Procedures, "procedure", "procedures"),
    (Kind::Triggers, "trigger", "triggers"),
    (Kind::Policies, "policy", "policies"),
    (Kind::Extensions, "extension", "extensions"),
];

pub(super) fn section(facts: &Facts<'_>) -> Section {
    let made = gather(facts.catalog());
    let groups = facts.input.set.migrations.iter().map(|migration| {
        let title = format!("{:06} {}", migration.version, migration.name.replace('_', " "));
        // A file may be called by its number alone.
        let title = title.trim_end().to_owned();
        let mut lines = vec![statements(facts, migration.up)];
        if let Some(made) = made.get(&migration.up) {
            lines.extend(made.tables.iter().map(|id| table(facts, *id)));
            for (kind, one, many) in WORDS {
                let Some(names) = made.named.get(kind) else { continue };
                let verdict = names.iter().map(|name| facts.verdict_of(name)).max().unwrap_or(Verdict::Holds);
                let shown = names.iter().map(|name| shown(name).to_owned()).collect();
                lines.push(Line::new(verdict, &facts.by(), count(names.len(), one, many)).names(shown));
            }
        }
        Group::new(title, lines)
    });
    Section::new("schema_summary", "Schema summary", groups.collect())
}

/// The first line of a migration: whether all of it was read.
fn statements(facts: &Facts<'_>, file: FileId) -> Line {
    let mut applied = 0;
    let mut irrelevant = 0;
    let mut other = 0;
    for outcome in facts.input.statements.iter().filter(|outcome| outcome.span.file == file) {
        match outcome.fate {
            Fate::Applied => applied += 1,
            Fate::Irrelevant(_) => irrelevant += 1,
            Fate::Opaque | Fate::Refused => other += 1,
        }
    }
    let verdict = facts
        .diagnostics
        .iter()
        .filter(|finding| {
            READING.contains(&finding.code) && finding.places.iter().any(|(span, _)| span.file == file)
        })
        .map(|finding| of_severity(finding.severity))
        .max()
        .unwrap_or(Verdict::Holds);
    let mut text = format!("{} applied", count(applied, "statement", "statements"));
    if irrelevant > 0 {
        let _ = write!(text, ", {irrelevant} of no effect on the schema");
    }
    if other > 0 {
        match &facts.input.resolved {
            Some(resolved) => {
                let _ = write!(text, ", {other} known from {}", resolved.name);
            }
            None => {
                let _ = write!(text, ", {other} not applied");
            }
        }
    }
    Line::new(verdict, &[By::Catalog], text)
}

/// Codes of findings about statements themselves.
pub(super) const READING: &[&str] = &[
    schemactl_schema::rules::SYNTAX.code,
    schemactl_schema::rules::UNTERMINATED.code,
    schemactl_schema::rules::OPAQUE.code,
    schemactl_schema::rules::REFUSED.code,
];

fn table(facts: &Facts<'_>, id: schemactl_schema::catalog::RelationId) -> Line {
    let catalog = facts.catalog();
    let relation = &catalog.relations[id];
    let name = catalog.printed_name(id.into());
    let mut text = format!("{} – {}", short(&name), count(relation.columns.len(), "column", "columns"));
    let keys = |kind: fn(&ConstraintKind) -> bool| {
        catalog.walk(id).constraints().filter(|constraint| kind(&constraint.kind)).count()
    };
    let checks = keys(|kind| matches!(kind, ConstraintKind::Check { .. }));
    let foreign = keys(|kind| matches!(kind, ConstraintKind::ForeignKey(_)));
    let indexes = catalog.indexes_of(id).len();
    for (number, one, many) in
        [(indexes, "index", "indexes"), (foreign, "foreign key", "foreign keys"), (checks, "check", "checks")]
    {
        if number > 0 {
            text.push_str(", ");
            text.push_str(&count(number, one, many));
        }
    }
    if relation.kind == RelationKind::Partitioned
        && let Some(key) = &relation.partition_key
    {
        let parts = catalog.children_of(id).len();
        let _ = write!(
            text,
            ", partitioned by {} ({})",
            key.strategy.word().to_lowercase(),
            count(parts, "partition", "partitions")
        );
    }
    if let Some(comment) = catalog.comments.get(&ObjectId::Relation(id)) {
        let _ = write!(text, ". {}", first_sentence(&comment.text));
    }
    Line::new(facts.verdict_of(&name), &facts.by(), text)
}

/// A constraint that carries its table's name needs it no second time.
fn shown(name: &str) -> &str {
    let name = short(name);
    match name.split_once('.') {
        Some((table, part)) if part.starts_with(table) => part,
        _ => name,
    }
}

/// A comment's first sentence: the rest is for those who read the schema.
fn first_sentence(text: &str) -> &str {
    let line = text.lines().next().unwrap_or("").trim();
    line.find(". ").map_or(line, |end| &line[..=end])
}

fn gather(catalog: &Catalog) -> BTreeMap<FileId, Made> {
    let mut made: BTreeMap<FileId, Made> = BTreeMap::new();
    let file = |origins: &Origins| origins.creation().map(|span| span.file);
    let mut note = |origins: &Origins, kind: Kind, object: ObjectId| {
        if let Some(file) = file(origins) {
            made.entry(file).or_default().named.entry(kind).or_default().push(catalog.printed_name(object));
        }
    };
    for (id, extension) in catalog.extensions.iter() {
        note(&extension.origins, Kind::Extensions, id.into());
    }
    for (id, ty) in catalog.types.iter() {
        let kind = match ty.kind {
            TypeKind::Enum(_) => Kind::Enums,
            TypeKind::Domain(_) => Kind::Domains,
            _ => Kind::Types,
        };
        note(&ty.origins, kind, id.into());
    }
    for (id, sequence) in catalog.sequences.iter() {
        // Those of identity and serial columns are the column's own.
        if sequence.owned_by.is_none() {
            note(&sequence.origins, Kind::Sequences, id.into());
        }
    }
    for (id, column) in catalog.columns.iter() {
        let table = &catalog.relations[column.relation];
        if table.kind.is_table() && file(&column.origins) != file(&table.origins) {
            note(&column.origins, Kind::Columns, id.into());
        }
    }
    for (id, index) in catalog.indexes.iter() {
        if index.constraint.is_none() && index.parent.is_none() {
            note(&index.origins, Kind::Indexes, id.into());
        }
    }
    for (id, constraint) in catalog.constraints.iter() {
        if constraint.inherited || catalog.relations[constraint.relation].partition_bound.is_some() {
            continue;
        }
        match constraint.kind {
            ConstraintKind::ForeignKey(_) => note(&constraint.origins, Kind::Keys, id.into()),
            ConstraintKind::Check { .. } => note(&constraint.origins, Kind::Checks, id.into()),
            _ => {}
        }
    }
    for (id, function) in catalog.functions.iter() {
        let kind = if function.kind == FunctionKind::Procedure { Kind::Procedures } else { Kind::Functions };
        note(&function.origins, kind, id.into());
    }
    for (id, trigger) in catalog.triggers.iter() {
        if trigger.parent.is_none() {
            note(&trigger.origins, Kind::Triggers, id.into());
        }
    }
    for (id, policy) in catalog.policies.iter() {
        note(&policy.origins, Kind::Policies, id.into());
    }
    for (id, relation) in catalog.relations.iter() {
        let Some(file) = file(&relation.origins) else { continue };
        if relation.kind.is_table() {
            if relation.partition_bound.is_none() {
                made.entry(file).or_default().tables.push(id);
            }
        } else {
            let names = &mut made.entry(file).or_default().named;
            names.entry(Kind::Views).or_default().push(catalog.printed_name(id.into()));
        }
    }
    made
}
