//! Replays statements into a [`Catalog`], as PostgreSQL would execute them in an empty database.
//!
//! Every statement ends as *applied*, *irrelevant* to the schema, *opaque* (its effect cannot be known
//! here: a finding) or *refused* (PostgreSQL refuses it: a finding with its SQLSTATE). None is skipped in
//! silence. After a refusal the replay goes on, so that one mistake does not hide the next.

mod aggregate;
mod ahead;
mod alter_rule;
mod alter_table;
mod base_type;
mod block;
mod callee;
mod cast;
mod cluster;
mod collation;
mod constraint;
mod defined;
mod drop;
mod evaluate;
mod event_trigger;
mod extension;
mod extension_dependence;
mod foreign;
mod function;
mod function_option;
mod index;
mod inherit;
mod language;
mod like;
mod object;
mod operator;
mod operator_class;
mod option;
mod partition;
mod partition_bound;
mod place;
mod privilege;
mod publication;
mod query;
mod range;
mod resolve;
mod routine_call;
mod rows;
mod rule;
mod sequence;
mod session;
mod statistics;
mod steps;
mod stop;
mod storage_parameter;
mod subquery;
mod table;
mod table_as;
mod text_search;
mod trigger;
mod types;
mod unknown;
mod view;

use std::collections::HashSet;

use crate::catalog::{Catalog, Comment, Origins, Schema};
use crate::diagnostic::Diagnostic;
use crate::migrations::MigrationSet;
use crate::rules;
use crate::source::{FileId, Sources, Span};
use crate::syntax::tree::{DmlKind, ObjectKind, Statement};
use crate::syntax::{self, Parsed};

use session::Session;
pub use steps::{Ran, Steps};
use stop::{Applied, Stop};

/// What a replay gives: the catalog, and what became of every statement.
#[derive(Clone, Debug)]
pub struct Replayed {
    pub catalog: Catalog,
    /// Syntax errors, refused and opaque statements, in the order of the files.
    pub diagnostics: Vec<Diagnostic>,
    /// One entry a statement, in the order of execution; a syntax error has none.
    pub statements: Vec<Outcome>,
}

/// What became of one statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Outcome {
    pub span: Span,
    pub fate: Fate,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fate {
    Applied,
    /// Leaves the schema alone; the words name its kind.
    Irrelevant(&'static str),
    /// Not known without a server.
    Opaque,
    /// PostgreSQL refuses it.
    Refused,
}

/// Replays the up files of a set, oldest first.
pub fn replay(set: &MigrationSet) -> Replayed {
    replay_files(&set.sources, &set.up_files())
}

/// Replays files in the given order. Each file is a session of its own: `SET` does not outlive it.
pub fn replay_files(sources: &Sources, files: &[FileId]) -> Replayed {
    let mut replayer = Replayer::new(sources);
    ahead::parse(sources, files, |(statements, diagnostics)| {
        replayer.diagnostics.extend(diagnostics);
        replayer.run_file(&statements);
    });
    Replayed { catalog: replayer.catalog, diagnostics: replayer.diagnostics, statements: replayer.outcomes }
}

/// Replays one text, for tests and tools that have no folder.
pub fn replay_text(path: &str, text: &str) -> (Sources, Replayed) {
    let mut sources = Sources::new();
    let file = sources.add(path, text.to_owned());
    let replayed = replay_files(&sources, &[file]);
    (sources, replayed)
}

/// The state of a replay.
#[derive(Clone, Debug)]
pub(crate) struct Replayer<'a> {
    sources: &'a Sources,
    catalog: Catalog,
    session: Session,
    diagnostics: Vec<Diagnostic>,
    outcomes: Vec<Outcome>,
    written: rows::Written,
    /// Which objects have the owner and the privileges that they begin with.
    seen: privilege::Seen,
    /// What opaque statements may have done.
    unknown: unknown::Unknowns,
    /// A statement of this file ran text that stands in no file.
    built: bool,
}

impl<'a> Replayer<'a> {
    fn new(sources: &'a Sources) -> Self {
        Self {
            sources,
            catalog: Catalog::new(),
            session: Session::default(),
            diagnostics: Vec::new(),
            outcomes: Vec::new(),
            written: rows::Written::default(),
            seen: privilege::Seen::default(),
            unknown: unknown::Unknowns::default(),
            built: false,
        }
    }

    fn run_file(&mut self, statements: &[Parsed]) {
        self.session = Session::default();
        let before = self.diagnostics.len();
        for (at, parsed) in statements.iter().enumerate() {
            let fate = match self.execute(&parsed.statement, parsed.span, &statements[at..]) {
                Ok(Applied::Schema) => Fate::Applied,
                Ok(Applied::Nothing(kind)) => Fate::Irrelevant(kind),
                Err(Stop::Opaque(diagnostic)) => {
                    self.diagnostics.push(*diagnostic);
                    Fate::Opaque
                }
                Err(Stop::Refused(diagnostic)) => {
                    self.diagnostics.push(*diagnostic);
                    Fate::Refused
                }
            };
            self.outcomes.push(Outcome { span: parsed.span, fate });
        }
        self.end_session();
        // What was said of one place once is not said of every round of a loop, or of every call of a function.
        let mut said = HashSet::new();
        let mut found = self.diagnostics.split_off(before.min(self.diagnostics.len()));
        found.retain_mut(|finding| {
            for (place, _) in &mut finding.places {
                *place = self.sources.resolve(*place);
            }
            said.insert((finding.code, finding.message.clone(), finding.places.clone()))
        });
        self.diagnostics.append(&mut found);
        if std::mem::take(&mut self.built) {
            self.catalog.each_origin(&mut |origin| *origin = self.sources.resolve(*origin));
        }
    }

    /// Executes one statement. `rest` begins with it: transactions look ahead for their end.
    fn execute(&mut self, statement: &Statement, span: Span, rest: &[Parsed]) -> Result<Applied, Stop> {
        let mut result = self.execute_kind(statement, span, rest);
        if let Err(Stop::Refused(refusal)) = result {
            result = Err(self.doubt(statement, span, refusal));
        }
        if matches!(result, Err(Stop::Opaque(_))) {
            self.note_opaque(statement, span);
        }
        self.settle_new_objects(span);
        result
    }

    fn execute_kind(&mut self, statement: &Statement, span: Span, rest: &[Parsed]) -> Result<Applied, Stop> {
        match statement {
            Statement::CreateSchema(create) => self.create_schema(create, span),
            Statement::CreateExtension(create) => self.create_extension(create, span),
            Statement::AlterExtension(alter) => self.alter_extension(alter, span),
            Statement::CreateTable(create) => self.create_table(create, span),
            Statement::CreateTableAs(create) => self.create_table_as(create, span),
            Statement::SelectInto(select) => self.select_into(select, span),
            Statement::CreateView(create) => self.create_view(create, span),
            Statement::CreateMaterializedView(create) => self.create_materialized_view(create, span),
            Statement::RefreshMaterializedView(refresh) => self.refresh(refresh, span),
            Statement::AlterTable(alter) => self.alter_table(alter, span),
            Statement::CreateIndex(create) => self.create_index(create, span),
            Statement::CreateTrigger(create) => self.create_trigger(create, span),
            Statement::CreateStatistics(create) => self.create_statistics(create, span),
            Statement::AlterStatistics(alter) => self.alter_statistics(alter, span),
            Statement::CreateRule(create) => self.create_rule(create, span),
            Statement::CreateEventTrigger(create) => self.create_event_trigger(create, span),
            Statement::AlterEventTrigger(alter) => self.alter_event_trigger(alter, span),
            Statement::CreatePublication(create) => self.create_publication(create, span),
            Statement::AlterPublication(alter) => self.alter_publication(alter, span),
            Statement::CreateForeignDataWrapper(create) => self.create_wrapper(create, span),
            Statement::AlterForeignDataWrapper(alter) => self.alter_wrapper(alter, span),
            Statement::CreateServer(create) => self.create_server(create, span),
            Statement::AlterServer(alter) => self.alter_server(alter, span),
            Statement::UserMapping(mapping) => self.user_mapping(mapping, span),
            Statement::ImportForeignSchema(import) => self.import_foreign_schema(import, span),
            Statement::Cluster(cluster) => self.cluster(cluster, span),
            Statement::DependsOnExtension(depends) => self.depends_on_extension(depends, span),
            Statement::CreateCollation(create) => self.create_collation(create, span),
            Statement::RefreshCollation(name) => self.refresh_collation(name),
            Statement::CreatePolicy(create) => self.create_policy(create, span),
            Statement::AlterPolicy(alter) => self.alter_policy(alter, span),
            Statement::CreateSequence(create) => self.create_sequence(create, span),
            Statement::AlterSequence(alter) => self.alter_sequence(alter, span),
            Statement::CreateType(create) => self.create_type(create, span),
            Statement::AlterType(alter) => self.alter_type(alter, span),
            Statement::CreateDomain(create) => self.create_domain(create, span),
            Statement::AlterDomain(alter) => self.alter_domain(alter, span),
            Statement::CreateFunction(create) => self.create_function(create, span),
            Statement::AlterFunction(alter) => self.alter_function(alter, span),
            Statement::CreateLanguage(create) => self.create_language(create, span),
            Statement::CreateAccessMethod(create) => self.create_access_method(create, span),
            Statement::CreateConversion(create) => self.create_conversion(create, span),
            Statement::CreateTransform(create) => self.create_transform(create, span),
            Statement::CreateAggregate(create) => self.create_aggregate(create, span),
            Statement::CreateOperator(create) => self.create_operator(create, span),
            Statement::AlterOperator(alter) => self.alter_operator(alter, span),
            Statement::CreateOperatorClass(create) => self.create_operator_class(create, span),
            Statement::CreateOperatorFamily(create) => self.create_operator_family(create, span),
            Statement::AlterOperatorFamily(alter) => self.alter_operator_family(alter, span),
            Statement::CreateCast(create) => self.create_cast(create, span),
            Statement::CreateTextSearch(create) => self.create_text_search(create, span),
            Statement::AlterTextSearchDictionary(alter) => self.alter_dictionary(alter, span),
            Statement::AlterTextSearchConfiguration(alter) => self.alter_configuration(alter, span),
            Statement::Comment(comment) => self.comment(comment, span),
            Statement::Drop(drop) => self.drop_statement(drop, span),
            Statement::Rename(rename) => self.rename(rename, span),
            Statement::SetSchema(set) => self.set_schema(set, span),
            Statement::ChangeOwner(change) => self.change_owner(change, span),
            Statement::Grant(grant) => self.grant(grant, span),
            Statement::AlterDefaultPrivileges(alter) => self.alter_default_privileges(alter, span),
            Statement::Transaction(transaction) => self.transaction(transaction, span, rest),
            Statement::Set(set) => self.set(set, span),
            Statement::Do(block) => self.do_block(block, span),
            Statement::Dml(dml) => {
                self.note_rows(dml);
                let kind = match dml.kind {
                    DmlKind::Select => "SELECT",
                    DmlKind::Insert => "INSERT",
                    DmlKind::Update => "UPDATE",
                    DmlKind::Delete => "DELETE",
                    DmlKind::Merge => "MERGE",
                };
                self.call_statement(self.text(dml.sql.span), span, kind)
            }
            Statement::Irrelevant(irrelevant) => {
                if matches!(irrelevant.kind, "COPY" | "CALL" | "EXECUTE" | "EXPLAIN") {
                    self.note_unknown_rows();
                    // CALL of a procedure reads as the call of a function.
                    let text = self.text(span);
                    let words = text.get(..4).filter(|word| word.eq_ignore_ascii_case("call"));
                    let query = words.map_or_else(String::new, |_| format!("SELECT {}", &text[4..]));
                    return self.call_statement(&query, span, irrelevant.kind);
                }
                Ok(Applied::Nothing(irrelevant.kind))
            }
            Statement::Truncate(_) => Ok(Applied::Nothing("TRUNCATE")),
            Statement::Reindex(_) => Ok(Applied::Nothing("REINDEX")),
            Statement::PsqlCommand(_) => Ok(Applied::Nothing("psql command")),
            other => Err(Self::not_modelled(other, span, self.sources)),
        }
    }

    /// The finding for statements that are read but have no place in the catalog yet.
    fn not_modelled(_: &Statement, span: Span, sources: &Sources) -> Stop {
        let words: Vec<&str> = sources.text(span).split_whitespace().take(3).collect();
        Stop::opaque(
            Diagnostic::new(
                &rules::OPAQUE,
                format!("`{} …` is read, but its effect is not modelled", words.join(" ")),
            )
            .at(span)
            .why("the catalog may miss what this statement makes or changes")
            .help("compare with a server: schemactl diff migrations shadow"),
        )
    }

    fn text(&self, span: Span) -> &'a str {
        self.sources.text(span)
    }

    fn create_schema(&mut self, create: &syntax::tree::CreateSchema, span: Span) -> Result<Applied, Stop> {
        let owner = create.owner.as_ref().and_then(Self::role_name);
        let name: Box<str> = match (&create.name, &owner) {
            (Some(name), _) => name.text.clone(),
            (None, Some(owner)) => owner.clone(),
            (None, None) => {
                return Err(Stop::opaque(
                    Diagnostic::new(&rules::OPAQUE, "the schema has the name of whoever runs this statement")
                        .at(span)
                        .help("write the schema's name"),
                ));
            }
        };
        let at = create.name.as_ref().map_or(span, |name| name.span);
        if name.starts_with("pg_") {
            return Err(Stop::refused("42939", at, format!("unacceptable schema name \"{name}\"")));
        }
        if self.catalog.schema(&name).is_some() {
            if create.if_not_exists {
                return Ok(Applied::Nothing("CREATE SCHEMA IF NOT EXISTS"));
            }
            return Err(Stop::refused("42P06", at, format!("schema \"{name}\" already exists")));
        }
        let schema =
            self.catalog.add_schema(Schema { name: name.clone(), owner, origins: Origins::created(span) });
        self.settle_new_objects(span);
        let path = self.session.search_path.clone();
        self.session.search_path.insert(0, name.into());
        // What stands inside is made by the schema's owner.
        let role = self.session.role.clone();
        if create.owner.is_some() {
            self.session.role.clone_from(&self.catalog.schemas[schema].owner);
        }
        let mut result = Ok(Applied::Schema);
        // What stands on others comes after them, in whatever order they are written (`transformCreateSchemaStmt`).
        let mut elements: Vec<_> = create.elements.iter().collect();
        elements.sort_by_key(|element| schema_element_rank(&element.statement));
        for element in elements {
            if let Err(stop) = self.execute(&element.statement, element.span, &[]) {
                result = Err(stop);
                break;
            }
        }
        self.session.search_path = path;
        self.session.role = role;
        result
    }

    fn comment(&mut self, comment: &syntax::tree::Comment, span: Span) -> Result<Applied, Stop> {
        // What lies outside the database, and large objects, which are data.
        let outside = [
            (ObjectKind::Database, "COMMENT ON DATABASE"),
            (ObjectKind::Role, "COMMENT ON ROLE"),
            (ObjectKind::Tablespace, "COMMENT ON TABLESPACE"),
            (ObjectKind::LargeObject, "COMMENT ON LARGE OBJECT"),
        ];
        if let Some((_, words)) = outside.iter().find(|(kind, _)| *kind == comment.object.kind) {
            return Ok(Applied::Nothing(words));
        }
        let object = self.address(&comment.object)?;
        match &comment.text {
            // An empty comment is no comment, as in PostgreSQL.
            Some(text) if !text.value.is_empty() => {
                self.catalog
                    .comments
                    .insert(object, Comment { text: text.value.clone(), origins: Origins::created(span) });
            }
            _ => {
                self.catalog.comments.remove(&object);
            }
        }
        Ok(Applied::Schema)
    }
}

/// In which order the elements of `CREATE SCHEMA` are made.
fn schema_element_rank(statement: &Statement) -> u8 {
    match statement {
        Statement::CreateSequence(_) => 0,
        Statement::CreateTable(_) => 1,
        Statement::CreateView(_) => 2,
        Statement::CreateIndex(_) => 3,
        Statement::CreateTrigger(_) => 4,
        _ => 5,
    }
}
