//! What the catalog may not know: the effects of opaque statements, and the refusals that they make uncertain.
//!
//! After a statement whose effect is not known here, "does not exist" and "already exists" are no longer certain. A
//! refusal that such a statement may have prevented is opaque itself, and so is what stands on it in turn.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use super::Replayer;
use super::stop::Stop;
use crate::catalog::{Catalog, Id, ObjectId, RelationId};
use crate::diagnostic::Diagnostic;
use crate::expression::path_of_text;
use crate::rules;
use crate::source::Span;
use crate::syntax::lexer::{Lexer, TokenKind};
use crate::syntax::literal;
use crate::syntax::tree::{ObjectAddress, ObjectName, QualifiedName, Statement, TableElement};

/// What an opaque statement may have made, changed or dropped.
#[derive(Clone, Debug)]
pub(super) enum Reach {
    Anything,
    /// An extension's objects, by its name: nothing that was there before is touched.
    Extension {
        name: Box<str>,
        schema: Option<Box<str>>,
    },
    /// The objects whose names the statement writes, and what PostgreSQL names after them (`t_pkey`).
    Named(BTreeSet<Box<str>>),
}

/// One opaque statement.
#[derive(Clone, Debug)]
struct Unknown {
    place: Span,
    reach: Reach,
    /// How many objects of each kind had been made when it ran: what came later it cannot have touched.
    made: Made,
    /// Names that statements after it have shown, or made, to mean nothing.
    absent: FxHashSet<Box<str>>,
}

/// How many slots each arena had.
#[derive(Clone, Copy, Debug)]
struct Made {
    schemas: usize,
    types: usize,
    sequences: usize,
    relations: usize,
    columns: usize,
    constraints: usize,
    indexes: usize,
    functions: usize,
    triggers: usize,
    policies: usize,
    defined: usize,
    extensions: usize,
}

impl Made {
    fn of(catalog: &Catalog) -> Self {
        Self {
            schemas: catalog.schemas.made(),
            types: catalog.types.made(),
            sequences: catalog.sequences.made(),
            relations: catalog.relations.made(),
            columns: catalog.columns.made(),
            constraints: catalog.constraints.made(),
            indexes: catalog.indexes.made(),
            functions: catalog.functions.made(),
            triggers: catalog.triggers.made(),
            policies: catalog.policies.made(),
            defined: catalog.defined.made(),
            extensions: catalog.extensions.made(),
        }
    }

    /// True when an object of this name was there already.
    fn had(self, catalog: &Catalog, name: &str) -> bool {
        macro_rules! any {
            ($($arena:ident),*) => {
                $(catalog.$arena.iter().any(|(id, entry)| id.index() < self.$arena && *entry.name == *name))||*
            };
        }
        any!(
            schemas,
            types,
            sequences,
            relations,
            columns,
            constraints,
            indexes,
            functions,
            triggers,
            policies,
            defined,
            extensions
        )
    }
}

/// All opaque statements so far, in the order of execution.
#[derive(Clone, Default, Debug)]
pub(super) struct Unknowns(Vec<Unknown>);

impl Unknowns {
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Forgets what a rollback undid.
    pub(super) fn truncate(&mut self, len: usize) {
        self.0.truncate(len);
    }
}

/// What a refusal rests on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ground {
    Missing,
    Exists,
    /// How an object that is there is made.
    State,
}

/// The refusals that rest on the catalog (documentation, "PostgreSQL Error Codes").
const GROUNDS: &[(&str, Ground)] = &[
    ("2BP01", Ground::State),
    ("3F000", Ground::Missing),
    ("42701", Ground::Exists),
    ("42703", Ground::Missing),
    ("42704", Ground::Missing),
    ("42710", Ground::Exists),
    ("42723", Ground::Exists),
    ("42725", Ground::State),
    ("42804", Ground::State),
    ("42809", Ground::State),
    ("42830", Ground::State),
    ("42846", Ground::State),
    ("42883", Ground::Missing),
    ("42P01", Ground::Missing),
    ("42P06", Ground::Exists),
    ("42P07", Ground::Exists),
    ("42P16", Ground::State),
    ("42P17", Ground::State),
    ("55000", Ground::State),
];

impl Replayer<'_> {
    /// Notes an opaque statement.
    pub(super) fn note_unknown(&mut self, reach: Reach, place: Span) {
        let made = Made::of(&self.catalog);
        self.unknown.0.push(Unknown { place, reach, made, absent: FxHashSet::default() });
    }

    /// Notes a statement that turned out opaque, as narrowly as its own words allow.
    pub(super) fn note_opaque(&mut self, statement: &Statement, place: Span) {
        let reach = match statement {
            // What is said about an object makes none. A DO block notes its statements one by one.
            Statement::Comment(_)
            | Statement::Grant(_)
            | Statement::AlterDefaultPrivileges(_)
            | Statement::ChangeOwner(_)
            | Statement::Transaction(_)
            | Statement::Set(_)
            | Statement::Do(_) => return,
            // So does one that calls functions.
            Statement::Dml(_) | Statement::Irrelevant(_) => return,
            Statement::DropOwned(_) => Reach::Anything,
            Statement::CreateExtension(create) => Reach::Extension {
                name: create.name.text.clone(),
                schema: create.schema.as_ref().map(|schema| schema.text.clone()),
            },
            _ => Reach::Named(self.names_written(place)),
        };
        self.note_unknown(reach, place);
    }

    /// Notes that the name written at a place means nothing from here on.
    pub(super) fn note_absent_at(&mut self, place: Span) {
        if self.unknown.0.is_empty() {
            return;
        }
        let text = self.text(place);
        let text = text.split_once('(').map_or(text, |(name, _)| name).trim();
        if let Some(name) = path_of_text(text).ok().and_then(|mut path| path.pop()) {
            self.note_absent(&name);
        }
    }

    /// Notes that the name of an object that is about to go, or to be called otherwise, means nothing after that.
    pub(super) fn note_absent_object(&mut self, object: ObjectId) {
        if self.unknown.0.is_empty() {
            return;
        }
        let catalog = &self.catalog;
        let name = match object {
            ObjectId::Schema(id) => &catalog.schemas[id].name,
            ObjectId::Type(id) => &catalog.types[id].name,
            ObjectId::Sequence(id) => &catalog.sequences[id].name,
            ObjectId::Relation(id) => &catalog.relations[id].name,
            ObjectId::Index(id) => &catalog.indexes[id].name,
            ObjectId::Defined(id) => &catalog.defined[id].name,
            // These share their names: overloads of a function, triggers of other tables.
            _ => return,
        };
        let name = name.clone();
        self.note_absent(&name);
    }

    fn note_absent(&mut self, name: &str) {
        for unknown in &mut self.unknown.0 {
            unknown.absent.insert(name.into());
        }
    }

    /// The names outside of parentheses up to a definition's `AS`, and those of constraints inside of them.
    pub(super) fn names_written(&self, span: Span) -> BTreeSet<Box<str>> {
        let text = self.text(span);
        let mut names = BTreeSet::new();
        let (mut depth, mut constraint) = (0_u32, false);
        for token in Lexer::new(text) {
            match token.kind {
                TokenKind::LeftParen => depth += 1,
                TokenKind::RightParen => depth = depth.saturating_sub(1),
                TokenKind::Word | TokenKind::QuotedName => {
                    let word = token.text(text);
                    if depth == 0 && word.eq_ignore_ascii_case("as") {
                        break;
                    }
                    if depth == 0 || constraint {
                        names.insert(literal::name(token.kind, word, '\\'));
                    }
                    constraint = word.eq_ignore_ascii_case("constraint");
                }
                _ => {}
            }
        }
        names
    }

    /// A refusal, or an opaque stop when an earlier opaque statement may be why PostgreSQL would not refuse.
    pub(super) fn doubt(&self, statement: &Statement, span: Span, refusal: Box<Diagnostic>) -> Stop {
        if self.unknown.0.is_empty() {
            return Stop::Refused(refusal);
        }
        let state = refusal.sqlstate.as_deref().unwrap_or("");
        let Some((_, ground)) = GROUNDS.iter().find(|(code, _)| *code == state) else {
            return Stop::Refused(refusal);
        };
        let Some(about) = self.about(statement, span, &refusal) else { return Stop::Refused(refusal) };
        let cause =
            self.unknown.0.iter().rev().find(|unknown| self.explains(unknown, *ground, state, &about));
        let Some(cause) = cause else { return Stop::Refused(refusal) };
        let (unless, label) = match (&cause.reach, ground) {
            (Reach::Extension { name, .. }, _) => (
                format!("the extension \"{name}\" brings it"),
                "what this extension brings is not known here".to_owned(),
            ),
            (_, Ground::Missing) => {
                ("an earlier statement made it".to_owned(), "this may have made it".to_owned())
            }
            (_, Ground::Exists) => {
                ("an earlier statement dropped it".to_owned(), "this may have dropped it".to_owned())
            }
            (_, Ground::State) => {
                ("an earlier statement changed it".to_owned(), "this may have changed it".to_owned())
            }
        };
        let mut finding = Diagnostic::new(&rules::OPAQUE, format!("{}, unless {unless}", refusal.message));
        finding.places.clone_from(&refusal.places);
        Stop::opaque(
            finding
                .label(cause.place, label)
                .why("the effect of that statement is not known here, so neither is that of this one")
                .help("compare with a server: schemactl diff migrations shadow"),
        )
    }

    /// What a refusal is about; `None` when it is certain by the statement's own words.
    fn about(&self, statement: &Statement, span: Span, refusal: &Diagnostic) -> Option<About> {
        let mut about = About { path: Vec::new(), relations: Vec::new() };
        if let Some((place, _)) = refusal.places.first() {
            let text = self.text(*place);
            let name = text.split_once('(').map_or(text, |(name, _)| name).trim();
            about.path = path_of_text(name).unwrap_or_default();
        }
        for (place, _) in refusal.places.iter().skip(1) {
            // Both places stand in this statement: `CREATE TABLE t (a int, a int)`.
            if place.file == span.file && span.start <= place.start && place.end <= span.end {
                return None;
            }
            let made_there =
                |relation: &crate::catalog::Relation| relation.origins.creation() == Some(*place);
            let relations = self.catalog.relations.iter();
            about.relations.extend(relations.filter(|(_, entry)| made_there(entry)).map(|(id, _)| id));
        }
        if about.relations.is_empty() {
            let named = relation_of(statement).and_then(|name| {
                let path: Vec<&str> = name.schema_str().into_iter().chain([name.name.as_str()]).collect();
                self.lookup_class(&path)
            });
            if let Some(ObjectId::Relation(id)) = named {
                about.relations.push(id);
            }
        }
        // The columns of a table that is being made are those that are written.
        let own_column = matches!(statement, Statement::CreateTable(create)
            if refusal.sqlstate.as_deref() == Some("42703")
                && about.relations.is_empty()
                && create.inherits.is_empty()
                && create.of_type.is_none()
                && create.partition_of.is_none()
                && !create.elements.iter().any(|element| matches!(element, TableElement::Like(_))));
        (!own_column).then_some(about)
    }

    fn explains(&self, unknown: &Unknown, ground: Ground, state: &str, about: &About) -> bool {
        let name = about.path.last().map(|name| &**name);
        let of_relation = || match &unknown.reach {
            Reach::Anything => about.relations.iter().any(|id| id.index() < unknown.made.relations),
            Reach::Named(names) => {
                about.relations.iter().any(|id| names.contains(&self.catalog.relations[*id].name))
            }
            Reach::Extension { .. } => false,
        };
        let of_name = || match &unknown.reach {
            Reach::Anything => name.is_none_or(|name| !unknown.absent.contains(name)),
            Reach::Named(names) => name.is_some_and(|name| {
                !unknown.absent.contains(name)
                    && names.iter().any(|written| {
                        name.strip_prefix(&**written)
                            .is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
                    })
            }),
            Reach::Extension { schema, .. } => match (&*about.path, schema) {
                ([written, _], Some(schema)) => written == schema,
                // A schema that other statements made is not the extension's.
                ([written, _], None) => &**written == "public" || self.catalog.schema(written).is_none(),
                _ => name.is_none_or(|name| !unknown.absent.contains(name)),
            },
        };
        match ground {
            Ground::Missing if state == "42703" => {
                of_relation() || (about.relations.is_empty() && matches!(unknown.reach, Reach::Anything))
            }
            Ground::Missing => of_name() || (state == "42704" && of_relation()),
            Ground::Exists => match &unknown.reach {
                Reach::Extension { .. } => false,
                Reach::Named(_) => of_name() || of_relation(),
                Reach::Anything if state == "42701" => of_relation(),
                Reach::Anything => name.is_some_and(|name| unknown.made.had(&self.catalog, name)),
            },
            Ground::State => match &unknown.reach {
                Reach::Anything => {
                    of_relation() || name.is_some_and(|name| unknown.made.had(&self.catalog, name))
                }
                Reach::Named(_) => of_name() || of_relation(),
                Reach::Extension { .. } => false,
            },
        }
    }
}

/// The objects that a refusal speaks of.
struct About {
    /// The name at its place.
    path: Vec<Box<str>>,
    /// The relations whose parts it may be about.
    relations: Vec<RelationId>,
}

/// The relation whose parts a statement makes or changes.
fn relation_of(statement: &Statement) -> Option<&QualifiedName> {
    match statement {
        Statement::AlterTable(alter) => Some(&alter.name),
        Statement::CreateIndex(create) => Some(&create.table),
        Statement::CreateTrigger(create) => Some(&create.table),
        Statement::CreatePolicy(create) => Some(&create.table),
        Statement::AlterPolicy(alter) => Some(&alter.table),
        Statement::Comment(comment) => relation_of_address(&comment.object),
        Statement::Drop(drop) => drop.objects.first().and_then(relation_of_address),
        Statement::Rename(rename) => relation_of_address(&rename.object),
        _ => None,
    }
}

fn relation_of_address(address: &ObjectAddress) -> Option<&QualifiedName> {
    match &address.name {
        ObjectName::OnRelation { relation, .. } | ObjectName::Column { relation, .. } => Some(relation),
        ObjectName::Qualified(name) => Some(name),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Fate, replay_text};

    /// The fates of all statements but the first, as letters: applied, irrelevant, opaque, refused.
    #[track_caller]
    fn check(sql: &str, expected: &str) {
        let (_, replayed) = replay_text("a.sql", sql);
        let letter = |fate| match fate {
            Fate::Applied => 'a',
            Fate::Irrelevant(_) => 'i',
            Fate::Opaque => 'o',
            Fate::Refused => 'r',
        };
        let fates: String = replayed.statements.iter().map(|outcome| letter(outcome.fate)).collect();
        let messages: Vec<_> = replayed.diagnostics.iter().map(|finding| &finding.message).collect();
        assert_eq!(fates, expected, "{messages:?}");
    }

    const ANYTHING: &str = "DO $$BEGIN EXECUTE current_setting('x.y'); END$$;";

    #[test]
    fn after_a_built_statement_anything_may_be_there_or_gone() {
        check(&format!("{ANYTHING} ALTER TABLE t ADD a int;"), "oo");
        check(&format!("{ANYTHING} CREATE TABLE u (a missing);"), "oo");
        check(&format!("CREATE TABLE t (a int); {ANYTHING} CREATE TABLE t (a int);"), "aoo");
        check(&format!("CREATE TABLE t (a int); {ANYTHING} ALTER TABLE t DROP b;"), "aoo");
        check(&format!("CREATE TABLE t (a int); {ANYTHING} ALTER TABLE t ADD a int;"), "aoo");
        check(&format!("{ANYTHING} CREATE TABLE s.t (a int);"), "oo");
    }

    #[test]
    fn what_the_statements_after_it_say_is_certain() {
        check(&format!("{ANYTHING} CREATE TABLE t (a int); CREATE TABLE t (a int);"), "oar");
        check(&format!("{ANYTHING} CREATE TABLE t (a int); ALTER TABLE t DROP b;"), "oar");
        check(&format!("{ANYTHING} CREATE TABLE t (a int, a int);"), "or");
        check(&format!("{ANYTHING} CREATE TABLE t (a int, CHECK (b > 0));"), "or");
        check(&format!("{ANYTHING} CREATE TABLE t (a int); DROP TABLE t; DROP TABLE t;"), "oaar");
        check(&format!("{ANYTHING} DROP TABLE IF EXISTS t; ALTER TABLE t ADD a int;"), "oir");
        check(&format!("{ANYTHING} CREATE TABLE t (a varchar(0));"), "or");
        check("ALTER TABLE t ADD a int;", "r");
    }

    #[test]
    fn a_statement_that_names_its_object_reaches_no_further() {
        let opaque = "CREATE TABLE t (id int, b nothing.known); ";
        let extension = "CREATE EXTENSION unheard_of; CREATE TABLE t (a unheard_type); ";
        check(&format!("{extension} CREATE INDEX i ON t (a); COMMENT ON COLUMN t.a IS 'x';"), "aooo");
        check(&format!("{extension} CREATE TABLE u (a int REFERENCES t); DROP TABLE u;"), "aooo");
        check(&format!("{extension} DROP INDEX t_pkey; DROP TABLE other.t;"), "aooo");
        // Of an extension nothing goes, and what has a schema of ours is not an extension's.
        check(&format!("{extension} CREATE TABLE x (a int); CREATE TABLE x (a int);"), "aoar");
        check("CREATE SCHEMA s; CREATE EXTENSION unheard_of; DROP TABLE s.t;", "aar");
        check("CREATE EXTENSION unheard_of WITH SCHEMA public; DROP TABLE t; DROP TABLE public.t;", "aoo");
        check(opaque, "r");
    }

    #[test]
    fn a_branch_that_may_not_run_reaches_what_it_names() {
        let branch = "DO $$BEGIN IF random() > 2 THEN ALTER TABLE t ADD b int; END IF; END$$;";
        check(
            &format!(
                "CREATE TABLE t (a int); CREATE TABLE u (); {branch} ALTER TABLE t DROP b; ALTER TABLE u DROP b;"
            ),
            "aaoor",
        );
    }

    #[test]
    fn a_rollback_makes_all_certain_again() {
        check(&format!("BEGIN; {ANYTHING} ROLLBACK; DROP TABLE t;"), "ioir");
    }

    #[test]
    fn the_finding_names_the_earlier_statement() {
        let (sources, replayed) = replay_text("a.sql", &format!("{ANYTHING}\nDROP TABLE t;"));
        let finding = &replayed.diagnostics[1];
        assert_eq!(finding.message, "table \"t\" does not exist, unless an earlier statement made it");
        let places: Vec<_> =
            finding.places.iter().map(|(span, _)| sources.place(*span).to_string()).collect();
        assert_eq!(places, ["a.sql:2:12", "a.sql:1:12"]);
    }
}
