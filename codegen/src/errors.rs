//! One file a table: the error with a variant for each constraint that a statement on the table can violate.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use heck::{ToSnakeCase, ToUpperCamelCase};
use schemactl_schema::catalog::names::{index_name_addition, make_object_name};
use schemactl_schema::catalog::{
    Catalog, ColumnId, Constraint, ConstraintId, ConstraintKind, ForeignKey, IndexId, IndexWalker, KeyTarget,
    ReferentialAction, RelationId, TypeBase, TypeId, TypeKind,
};

use crate::names::{ItemName, Names, camel_number, free, identifier_or, row_type_of};
use crate::plan::TablePlan;
use crate::scope::Scope;
use crate::{docs, text};

/// One thing that can be violated.
struct Violation {
    variant: String,
    /// As the server reports it: the table and the constraint, for each partition too.
    reported: Vec<(Reporter, String)>,
    /// The table that refers to this one by partitions, and the names to which the server adds a number for each.
    numbered: Option<(String, Vec<String>)>,
    /// The constraint, in a few words.
    what: String,
    message: String,
}

/// The table that the server names beside the constraint.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Reporter {
    /// None, for the check of a domain.
    Nothing,
    Table(String),
    /// A partition that nobody knows yet: its constraint is called like that of the partitioned table.
    Any,
}

impl Reporter {
    fn pattern(&self) -> String {
        match self {
            Self::Nothing => "\"\"".to_owned(),
            Self::Table(name) => text::string(name),
            Self::Any => "_".to_owned(),
        }
    }
}

/// What a table's error needs of other tables, gathered once: to search the catalog for each table would take the square
/// of its size.
#[derive(Default)]
pub(crate) struct Referring {
    /// The foreign keys that refer to a table, in the catalog's order.
    keys: BTreeMap<RelationId, Vec<ConstraintId>>,
    /// The indexes that are attached to an index, in the catalog's order.
    attached: BTreeMap<IndexId, Vec<IndexId>>,
}

impl Referring {
    pub(crate) fn new(catalog: &Catalog) -> Self {
        let mut all = Self::default();
        for (id, constraint) in catalog.constraints.iter() {
            if let ConstraintKind::ForeignKey(key) = &constraint.kind {
                all.keys.entry(key.references).or_default().push(id);
            }
        }
        for (id, index) in catalog.indexes.iter() {
            if let Some(parent) = index.parent {
                all.attached.entry(parent).or_default().push(id);
            }
        }
        all
    }

    fn keys(&self, table: RelationId) -> &[ConstraintId] {
        self.keys.get(&table).map_or(&[], Vec::as_slice)
    }

    fn attached(&self, index: IndexId) -> &[IndexId] {
        self.attached.get(&index).map_or(&[], Vec::as_slice)
    }
}

/// The text of a table's error.
pub(crate) fn file(plan: &TablePlan<'_>, item: &ItemName, names: &Names, referring: &Referring) -> String {
    let Some(derived) = names.derived(plan.table.id) else {
        return text::print(Vec::new());
    };
    let name = &derived.error;
    let mut scope = Scope::beside(names, item, vec![name]);
    let result = scope.prelude("Option");
    let violations = violations(plan, referring);
    let (mut variants, mut arms, mut messages) = (String::new(), String::new(), String::new());
    let mut numbered_arms = String::new();
    for violation in &violations {
        let Violation { variant, what, message, reported, numbered } = violation;
        // Writing to a String cannot fail.
        let _ = writeln!(variants, "    /// {what}");
        let _ = writeln!(variants, "    {variant},");
        let mut by_constraint: Vec<(String, Vec<String>)> = Vec::new();
        for (table, constraint) in reported {
            let constraint = text::string(constraint);
            let table = table.pattern();
            match by_constraint.iter_mut().find(|(known, _)| *known == constraint) {
                Some((_, tables)) => tables.push(table),
                None => by_constraint.push((constraint, vec![table])),
            }
        }
        let patterns: Vec<String> = by_constraint
            .iter()
            .map(|(constraint, tables)| format!("({}, {constraint})", tables.join(" | ")))
            .collect();
        let value = format!("Self::{variant}");
        arms += &either(&patterns, &value);
        if let Some((table, first)) = numbered {
            let first: Vec<String> = first.iter().map(|first| text::string(first)).collect();
            let is_numbered = scope.at_root("support::is_numbered");
            let test = format!("{is_numbered}(name, &[{}])", first.join(", "));
            numbered_arms += &guarded(&format!("({}, name)", text::string(table)), &test, &value);
        }
        messages += &arm(&format!("Self::{variant}"), &text::string(message));
    }
    let documentation = docs::lines(
        "",
        &[
            vec![format!(
                "What can go wrong when {} is written: a variant for each constraint; all else is [`Self::Sqlx`].",
                docs::code(&plan.table.printed_name())
            )],
            vec![
                "`?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked."
                    .to_owned(),
            ],
        ],
    );
    let definition = format!(
        "{documentation}#[derive(Debug)]\n#[non_exhaustive]\npub enum {name} {{\n{variants}    \
         /// Anything else: the connection, the server, a value that Rust cannot hold.\n    Sqlx(sqlx::Error),\n}}\n"
    );
    let from = if violations.is_empty() {
        format!(
            "impl From<sqlx::Error> for {name} {{\n    fn from(error: sqlx::Error) -> Self {{\n        Self::Sqlx(error)\n    }}\n}}\n"
        )
    } else {
        let violated = scope.at_root("support::violated");
        format!(
            "impl From<sqlx::Error> for {name} {{\n    fn from(error: sqlx::Error) -> Self {{\n        \
             match {violated}(&error) {{\n{arms}{numbered_arms}            _ => Self::Sqlx(error),\n        }}\n    }}\n}}\n"
        )
    };
    let written = if violations.is_empty() {
        "        match self {\n            Self::Sqlx(error) => error.fmt(f),\n        }\n".to_owned()
    } else {
        format!(
            "        let message = match self {{\n{messages}            Self::Sqlx(error) => return error.fmt(f),\n        \
             }};\n        f.write_str(message)\n"
        )
    };
    let display = format!(
        "impl std::fmt::Display for {name} {{\n    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {{\n\
         {written}    }}\n}}\n"
    );
    let source = format!(
        "impl std::error::Error for {name} {{\n    fn source(&self) -> {result}<&(dyn std::error::Error + 'static)> {{\n        \
         match self {{\n            Self::Sqlx(error) => Some(error),\n{}        }}\n    }}\n}}\n",
        if violations.is_empty() { "" } else { "            _ => None,\n" }
    );
    let mut blocks = scope.uses();
    blocks.extend([definition, from, display, source]);
    text::print(blocks)
}

/// An arm of a match, laid out as prettyplease does it: in braces where one line is too short. At the margin itself
/// prettyplease is asked.
fn arm(pattern: &str, value: &str) -> String {
    let line = format!("            {pattern} => {value},\n");
    if line.len() <= text::MARGIN + 2 {
        return line;
    }
    if pattern.starts_with('(') && "            ".len() + pattern.len() + " => {".len() > text::MARGIN + 1 {
        // Broken in the pattern.
        return line;
    }
    format!("            {pattern} => {{\n                {value}\n            }}\n")
}

/// An arm of several patterns, a line each where one line is too short.
fn either(patterns: &[String], value: &str) -> String {
    let line = arm(&patterns.join(" | "), value);
    if patterns.len() == 1 || line.len() <= text::MARGIN + 2 {
        return line;
    }
    let mut lines: Vec<String> = patterns.iter().map(|pattern| format!("            | {pattern}")).collect();
    if let Some(first) = lines.first_mut() {
        *first = first.replacen("| ", "", 1);
    }
    let last = lines.last().map_or(0, String::len) + " => ,".len() + value.len();
    let end = if last <= text::MARGIN + 1 {
        format!(" => {value},\n")
    } else {
        format!(" => {{\n                {value}\n            }}\n")
    };
    lines.join("\n") + &end
}

/// An arm with a condition, which stands on a line of its own where one line is too short.
fn guarded(pattern: &str, test: &str, value: &str) -> String {
    let line = format!("            {pattern} if {test} => {value},\n");
    if line.len() <= text::MARGIN + 2 {
        return line;
    }
    format!(
        "            {pattern}\n                if {test} =>\n            {{\n                {value}\n            }}\n"
    )
}

fn violations(plan: &TablePlan<'_>, referring: &Referring) -> Vec<Violation> {
    let mut found = Vec::new();
    for index in plan.table.indexes().filter(|index| index.unique || is_exclusion(*index)) {
        found.push(of_index(plan, index, referring));
    }
    for constraint in plan.table.constraints() {
        match &constraint.get().kind {
            ConstraintKind::ForeignKey(key) => {
                let catalog = plan.table.catalog;
                let words = words(plan, &constraint.name, &key.columns);
                // The server reports both alike.
                let (kept, keeps) = if key.references == plan.table.id && is_kept(key) {
                    ("; or a row still refers to the one that is to go", ", or still refers to the row")
                } else {
                    ("", "")
                };
                let words = match words.strip_suffix("_id") {
                    Some(rest) if !rest.is_empty() => rest.to_owned(),
                    _ => words,
                };
                let columns = columns(catalog, &key.columns);
                let references = catalog.printed_name(key.references.into());
                found.push(Violation {
                    variant: ending(&words, "not_found"),
                    reported: vec![(
                        reporter(plan.table.catalog, plan.table.id),
                        constraint.name.to_string(),
                    )],
                    numbered: None,
                    what: format!(
                        "{}: {} has no row for {}{kept}.",
                        docs::code(&constraint.name),
                        docs::code(&references),
                        docs::code(&columns)
                    ),
                    message: format!("{references} has no row for {columns}{keeps} ({})", constraint.name),
                });
            }
            ConstraintKind::Check { expression } => {
                let catalog = plan.table.catalog;
                let named: Vec<ColumnId> = Vec::new();
                let words = words(plan, &constraint.name, &named);
                let is_column = plan.table.columns().any(|column| column.name.to_snake_case() == words);
                let suffix = if is_column { "invalid" } else { "violated" };
                let sql = format!("CHECK ({})", expression.print(catalog));
                found.push(Violation {
                    variant: ending(&words, suffix),
                    reported: vec![(
                        reporter(plan.table.catalog, plan.table.id),
                        constraint.name.to_string(),
                    )],
                    numbered: None,
                    what: format!("{}: {}.", docs::code(&constraint.name), docs::code(&sql)),
                    message: format!("a value is against {}", constraint.name),
                });
            }
            _ => {}
        }
    }
    found.extend(of_domains(plan));
    found.extend(of_referring(plan, referring));
    let mut taken: BTreeSet<String> = BTreeSet::from(["Sqlx".to_owned()]);
    for (number, violation) in found.iter_mut().enumerate() {
        let wanted =
            identifier_or(&violation.variant.to_upper_camel_case(), &format!("Constraint{}", number + 1));
        violation.variant = free(&mut taken, &wanted, &wanted, camel_number);
    }
    // Two that the server reports alike cannot be told apart: the first stands for both.
    let mut reported = BTreeSet::new();
    for violation in &mut found {
        violation.reported.retain(|report| reported.insert(report.clone()));
    }
    found.retain(|violation| !violation.reported.is_empty());
    found
}

fn is_exclusion(index: IndexWalker<'_>) -> bool {
    index
        .constraint
        .is_some_and(|id| matches!(index.catalog.constraints[id].kind, ConstraintKind::Exclusion { .. }))
}

fn of_index(plan: &TablePlan<'_>, index: IndexWalker<'_>, referring: &Referring) -> Violation {
    let exclusion = is_exclusion(index);
    let ids: Vec<ColumnId> = index.key_columns().flatten().map(|column| column.id).collect();
    let primary = index
        .constraint
        .is_some_and(|id| matches!(index.catalog.constraints[id].kind, ConstraintKind::PrimaryKey { .. }));
    let words = if primary {
        columns(index.catalog, &ids).replace(", ", "_")
    } else {
        words(plan, &index.name, &ids)
    };
    let suffix = if exclusion { "conflicts" } else { "taken" };
    let parts: Vec<String> = index
        .get()
        .keys
        .iter()
        .map(|key| match &key.target {
            KeyTarget::Column(id) => index.catalog.columns[*id].name.to_string(),
            KeyTarget::Expression(expression) => expression.print(index.catalog),
        })
        .collect();
    let columns = parts.join(", ");
    let condition = index.predicate.as_ref().map(|sql| sql.print(index.catalog));
    let mut what = format!("{}: ", docs::code(&index.name));
    let message = if exclusion {
        what += "another row excludes this one.";
        format!("another row excludes this one ({})", index.name)
    } else {
        let _ = write!(what, "another row has this {}.", docs::code(&columns));
        if index.catalog.relations[index.relation].partition_key.is_some() {
            what +=
                " A partition made after the migrations names its own index: that arrives as [`Self::Sqlx`].";
        }
        if let Some(condition) = condition {
            let _ = write!(what, " Among the rows where {}.", docs::code(&condition));
        }
        format!("another row has this {columns} ({})", index.name)
    };
    Violation {
        variant: ending(&words, suffix),
        reported: of_index_and_partitions(index, referring),
        numbered: None,
        what,
        message,
    }
}

/// The index itself and those of partitions that are attached to it.
fn of_index_and_partitions(index: IndexWalker<'_>, referring: &Referring) -> Vec<(Reporter, String)> {
    let catalog = index.catalog;
    let mut found: Vec<IndexId> = vec![index.id];
    let mut at = 0;
    while let Some(parent) = found.get(at).copied() {
        found.extend(referring.attached(parent));
        at += 1;
    }
    found
        .into_iter()
        .map(|id| {
            let index = &catalog.indexes[id];
            (Reporter::Table(catalog.relations[index.relation].name.to_string()), index.name.to_string())
        })
        .collect()
}

/// Which table the server names for a constraint that is called alike in all partitions.
fn reporter(catalog: &Catalog, id: RelationId) -> Reporter {
    let relation = &catalog.relations[id];
    if relation.partition_key.is_some() { Reporter::Any } else { Reporter::Table(relation.name.to_string()) }
}

/// Checks of the domains that columns have.
fn of_domains(plan: &TablePlan<'_>) -> Vec<Violation> {
    let catalog = plan.table.catalog;
    let mut seen: BTreeSet<TypeId> = BTreeSet::new();
    let mut found = Vec::new();
    for column in plan.table.columns() {
        let mut base = &column.get().ty.base;
        while let TypeBase::User(id) = base {
            let TypeKind::Domain(domain) = &catalog.types[*id].kind else {
                break;
            };
            if !seen.insert(*id) {
                break;
            }
            let name = &catalog.types[*id].name;
            for constraint in &domain.constraints {
                let words = if domain.constraints.len() == 1 { name } else { &constraint.name };
                let sql = format!("CHECK ({})", constraint.check.print(catalog));
                let printed = catalog.printed_name((*id).into());
                found.push(Violation {
                    variant: format!("{}_invalid", words.to_snake_case()),
                    reported: vec![(Reporter::Nothing, constraint.name.to_string())],
                    numbered: None,
                    what: format!(
                        "{} of the domain {}: {}.",
                        docs::code(&constraint.name),
                        docs::code(&printed),
                        docs::code(&sql)
                    ),
                    message: format!("a value is no {printed} ({})", constraint.name),
                });
            }
            base = &domain.base.base;
        }
    }
    found
}

/// Foreign keys of other tables that keep a row from going.
fn of_referring(plan: &TablePlan<'_>, referring: &Referring) -> Vec<Violation> {
    let catalog = plan.table.catalog;
    let mut found = Vec::new();
    let keys = referring.keys(plan.table.id);
    for id in keys {
        let constraint = &catalog.constraints[*id];
        let ConstraintKind::ForeignKey(key) = &constraint.kind else {
            continue;
        };
        // A patch names no column of the primary key.
        let changes = |columns: &[ColumnId]| {
            plan.columns.iter().any(|column| column.patched && columns.contains(&column.column.id))
        };
        if constraint.relation == plan.table.id
            || constraint.inherited
            || !(keeps(key.on_delete) || keeps(key.on_update) && changes(&key.referenced_columns))
        {
            continue;
        }
        let child = &catalog.relations[constraint.relation];
        if child.partition_bound.is_some() {
            continue;
        }
        let printed = catalog.printed_name(constraint.relation.into());
        let mut variant = format!("referenced_by_{}", row_type_of(&child.name).to_snake_case());
        let others = keys.iter().filter(|other| catalog.constraints[**other].relation == constraint.relation);
        if others.count() > 1 {
            let _ = write!(variant, "_{}", columns(catalog, &key.columns).replace(", ", "_"));
        }
        found.push(Violation {
            variant,
            reported: vec![(reporter(catalog, constraint.relation), constraint.name.to_string())],
            numbered: plan.table.partition_key.is_some().then(|| numbered(catalog, constraint, key)),
            what: format!(
                "{}: {} still refers to the row.",
                docs::code(&constraint.name),
                docs::code(&printed)
            ),
            message: format!("{printed} still refers to the row ({})", constraint.name),
        });
    }
    found
}

/// The names that the server derives those of a foreign key's copies from, one for each partition that it refers to: up to
/// PostgreSQL 17 as if the key had no name, then from its name.
fn numbered(catalog: &Catalog, constraint: &Constraint, key: &ForeignKey) -> (String, Vec<String>) {
    let table = catalog.relations[constraint.relation].name.to_string();
    let columns = index_name_addition(key.columns.iter().map(|id| &*catalog.columns[*id].name));
    let unnamed = make_object_name(&table, Some(&columns), "fkey");
    let mut first = vec![constraint.name.to_string()];
    if unnamed != *constraint.name {
        first.push(unnamed);
    }
    (table, first)
}

fn keeps(action: ReferentialAction) -> bool {
    matches!(action, ReferentialAction::NoAction | ReferentialAction::Restrict)
}

/// Whether a row cannot go, or not change its key, while another refers to it.
fn is_kept(key: &ForeignKey) -> bool {
    keeps(key.on_delete) || keeps(key.on_update)
}

/// `email` → `email_taken`; a constraint may be called so already.
fn ending(words: &str, suffix: &str) -> String {
    let told = words == suffix || words.strip_suffix(suffix).is_some_and(|rest| rest.ends_with('_'));
    if told { words.to_owned() } else { format!("{words}_{suffix}") }
}

/// Words that say what kind of constraint it is and nothing more.
const MARKS: &[&str] = &[
    "pkey",
    "key",
    "fkey",
    "check",
    "excl",
    "exclude",
    "unique",
    "uniq",
    "uq",
    "uk",
    "ux",
    "uix",
    "uidx",
    "idx",
    "index",
    "ix",
    "fk",
    "ck",
    "chk",
    "pk",
    "constraint",
    "foreign",
    "unq",
    "udx",
    "un",
    "u",
];

/// What a constraint's name says beside its table and its kind, in snake case; its columns when that is nothing.
fn words(plan: &TablePlan<'_>, name: &str, ids: &[ColumnId]) -> String {
    let snake = name.to_snake_case();
    let columns = columns(plan.table.catalog, ids).replace(", ", "_");
    let mut words: Vec<&str> = snake.split('_').filter(|word| !word.is_empty()).collect();
    // A column may be called like a mark: what is named after the columns is that name and one mark.
    let is_columns = |words: &[&str]| !columns.is_empty() && words.join("_") == columns.to_snake_case();
    let trim = |words: &mut Vec<&str>| {
        while !is_columns(words) && words.last().is_some_and(|word| MARKS.contains(word)) {
            words.pop();
        }
        while !is_columns(words) && words.first().is_some_and(|word| MARKS.contains(word)) {
            words.remove(0);
        }
    };
    let table = plan.table.name.to_snake_case();
    let singular = row_type_of(&plan.table.name).to_snake_case();
    let own: Vec<Vec<&str>> = [&table, &singular].map(|own| own.split('_').collect()).to_vec();
    let strip = |words: &mut Vec<&str>| {
        if let Some(own) = own.iter().find(|own| words.starts_with(own)) {
            words.drain(..own.len());
        }
    };
    // `accounts_key_key`: without the table first, because a mark that stands before the columns may be one of them.
    let mut without = words.clone();
    strip(&mut without);
    trim(&mut without);
    if is_columns(&without) {
        return without.join("_");
    }
    trim(&mut words);
    strip(&mut words);
    trim(&mut words);
    match words.as_slice() {
        [] if columns.is_empty() => snake,
        [] => columns,
        words => words.join("_"),
    }
}

fn columns(catalog: &Catalog, ids: &[ColumnId]) -> String {
    let names: Vec<&str> = ids.iter().map(|id| &*catalog.columns[*id].name).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arms_are_laid_out() {
        for width in 1..110 {
            let name = "x".repeat(width);
            for arms in [
                arm("Self::A", &text::string(&name)),
                arm(&format!("Self::{name}"), "\"b\""),
                arm(&format!("(\"a\", \"{name}\")"), "Self::B"),
            ] {
                text::tests::assert_laid_out(&format!(
                    "impl X {{\n    fn a() {{\n        match b {{\n{arms}        }}\n    }}\n}}\n"
                ));
            }
        }
    }
}
