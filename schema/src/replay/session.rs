//! The state that statements run in: `search_path`, transactions, temporary objects.

use super::Replayer;
use super::stop::{Applied, Result, Stop};
use crate::catalog::{Catalog, ObjectId, RelationId, SchemaId};
use crate::source::Span;
use crate::syntax::Parsed;
use crate::syntax::tree::{Name, Set, SetScope, SetValue, Statement, Transaction};

/// The name by which every session knows the schema of its own temporary objects.
pub(super) const TEMPORARY_SCHEMA: &str = "pg_temp";

/// What ends with the connection.
#[derive(Clone, Debug)]
pub(super) struct Session {
    /// Without the schemas that PostgreSQL searches of itself.
    pub(super) search_path: Vec<String>,
    /// The role that statements run as, once one was set; else it is whoever runs the migrations.
    pub(super) role: Option<Box<str>>,
    transaction: Option<Block>,
    /// The tables of the block that go when it commits (`ON COMMIT DROP`).
    on_commit_drop: Vec<RelationId>,
}

/// A transaction block.
#[derive(Clone, Debug)]
struct Block {
    /// The catalog at `BEGIN`; kept only when the block ends in `ROLLBACK`.
    before: Option<Box<Catalog>>,
    /// `search_path` to come back to: `SET LOCAL` ends with the block, `SET` too when it rolls back.
    path_before: Vec<String>,
    path_after_commit: Vec<String>,
    role_before: Option<Box<str>>,
    role_after_commit: Option<Box<str>>,
    /// How many opaque statements there had been at `BEGIN`.
    unknown_before: usize,
    savepoints: Vec<Savepoint>,
}

#[derive(Clone, Debug)]
struct Savepoint {
    name: Box<str>,
    /// The catalog at `SAVEPOINT`; kept only when a `ROLLBACK TO` of that name follows.
    before: Option<Box<Catalog>>,
    path_before: Vec<String>,
}

impl Default for Session {
    fn default() -> Self {
        Self { search_path: default_path(), role: None, transaction: None, on_commit_drop: Vec::new() }
    }
}

fn default_path() -> Vec<String> {
    // PostgreSQL's own default. A schema called `$user` is found by nobody: no schema of a user's name is assumed.
    vec!["$user".to_owned(), "public".to_owned()]
}

impl Replayer<'_> {
    /// The first schema of the path that exists: where unqualified names are created.
    pub(super) fn session_schema(&self) -> Option<SchemaId> {
        self.session.search_path.iter().find_map(|name| self.catalog.schema(name))
    }

    /// The schemas that unqualified names are looked for in, in order.
    pub(super) fn search_path(&self) -> impl Iterator<Item = SchemaId> + '_ {
        std::iter::once(TEMPORARY_SCHEMA)
            .chain(self.session.search_path.iter().map(String::as_str))
            .filter_map(|name| self.catalog.schema(name))
    }

    pub(super) fn set(&mut self, set: &Set, _span: Span) -> Result<Applied> {
        let search_path = set.parameter.as_ref().is_none_or(|name| name.as_str() == "search_path");
        if let Some("role" | "session_authorization") = set.parameter.as_ref().map(Name::as_str) {
            let role = match &set.value {
                SetValue::Values(items) => items.first().map(|item| item.text.clone()),
                SetValue::Default | SetValue::FromCurrent => None,
            };
            // `postgres` is taken for whoever runs the migrations.
            let role = role.filter(|role| !matches!(&**role, "none" | "postgres"));
            if let (Some(block), SetScope::Session) = (&mut self.session.transaction, set.scope) {
                block.role_after_commit.clone_from(&role);
            }
            if set.scope == SetScope::Session || self.session.transaction.is_some() {
                self.session.role = role;
            }
            return Ok(Applied::Nothing("SET"));
        }
        if !search_path {
            return Ok(Applied::Nothing("SET"));
        }
        let path = match &set.value {
            SetValue::Values(items) => items
                .iter()
                .flat_map(|item| {
                    // set_config() takes the whole list in one string; SET takes one name an item.
                    if items.len() == 1 && item.text.contains(',') {
                        split_path(&item.text)
                    } else {
                        vec![item.text.trim().to_owned()]
                    }
                })
                .filter(|name| !name.is_empty() && name != "$user")
                .collect(),
            SetValue::Default | SetValue::FromCurrent => default_path(),
        };
        if let (Some(block), SetScope::Session) = (&mut self.session.transaction, set.scope) {
            block.path_after_commit.clone_from(&path);
        }
        if set.scope == SetScope::Session || self.session.transaction.is_some() {
            self.session.search_path = path;
        }
        Ok(Applied::Nothing("SET"))
    }

    pub(super) fn transaction(
        &mut self,
        transaction: &Transaction,
        span: Span,
        rest: &[Parsed],
    ) -> Result<Applied> {
        match transaction {
            Transaction::Begin => {
                if self.session.transaction.is_none() {
                    self.begin(rest);
                }
            }
            Transaction::Commit { chain } => {
                if let Some(block) = self.session.transaction.take() {
                    self.session.search_path = block.path_after_commit;
                    self.session.role = block.role_after_commit;
                }
                for table in std::mem::take(&mut self.session.on_commit_drop) {
                    self.remove_with_dependents(table.into());
                }
                if *chain {
                    self.begin(rest);
                }
            }
            Transaction::Rollback { chain } => {
                self.session.on_commit_drop.clear();
                if let Some(block) = self.session.transaction.take() {
                    self.session.search_path = block.path_before;
                    self.session.role = block.role_before;
                    if let Some(before) = block.before {
                        self.catalog = *before;
                        self.unknown.truncate(block.unknown_before);
                    }
                }
                if *chain {
                    self.begin(rest);
                }
            }
            Transaction::Savepoint(name) => {
                let saved = Savepoint {
                    name: name.text.clone(),
                    before: comes_back(&name.text, rest).then(|| Box::new(self.catalog.clone())),
                    path_before: self.session.search_path.clone(),
                };
                match &mut self.session.transaction {
                    Some(block) => block.savepoints.push(saved),
                    None => {
                        return Err(Stop::refused(
                            "25P01",
                            span,
                            "SAVEPOINT can only be used in transaction blocks",
                        ));
                    }
                }
            }
            Transaction::RollbackTo(name) | Transaction::Release(name) => {
                let back = matches!(transaction, Transaction::RollbackTo(_));
                let found = self.session.transaction.as_mut().and_then(|block| {
                    let at = block.savepoints.iter().rposition(|saved| saved.name == name.text)?;
                    block.savepoints.truncate(at + 1);
                    if back { block.savepoints.last().cloned() } else { block.savepoints.pop() }
                });
                match found {
                    Some(saved) if back => {
                        if let Some(before) = saved.before {
                            self.catalog = *before;
                        }
                        self.session.search_path = saved.path_before;
                    }
                    Some(_) => {}
                    None => {
                        let message = format!("savepoint \"{}\" does not exist", name.text);
                        return Err(Stop::refused("3B001", name.span, message));
                    }
                }
            }
            Transaction::Prepare(_) | Transaction::CommitPrepared(_) | Transaction::RollbackPrepared(_) => {
                return Err(super::stop::not_modelled("two-phase commit", span));
            }
            Transaction::SetCharacteristics => {}
        }
        Ok(Applied::Nothing("transaction control"))
    }

    /// A temporary table that goes when the transaction commits: outside of a block that is at once.
    pub(super) fn drop_on_commit(&mut self, table: RelationId) {
        if self.session.transaction.is_some() {
            self.session.on_commit_drop.push(table);
        } else {
            self.remove_with_dependents(table.into());
        }
    }

    /// Inside a transaction block that the file itself opened.
    pub(super) fn in_transaction(&self) -> bool {
        self.session.transaction.is_some()
    }

    fn begin(&mut self, rest: &[Parsed]) {
        // Copying the catalog at each BEGIN would make a long history quadratic: only a block that rolls
        // back needs the copy, and how it ends stands in the file.
        let rolls_back = rest
            .iter()
            .skip(1)
            .find_map(|parsed| match &parsed.statement {
                Statement::Transaction(Transaction::Rollback { .. }) => Some(true),
                Statement::Transaction(Transaction::Commit { .. } | Transaction::Prepare(_)) => Some(false),
                _ => None,
            })
            // A connection that closes inside a block rolls it back.
            .unwrap_or(true);
        self.session.transaction = Some(Block {
            before: rolls_back.then(|| Box::new(self.catalog.clone())),
            path_before: self.session.search_path.clone(),
            path_after_commit: self.session.search_path.clone(),
            role_before: self.session.role.clone(),
            role_after_commit: self.session.role.clone(),
            unknown_before: self.unknown.len(),
            savepoints: Vec::new(),
        });
    }

    /// The end of a file: an open block rolls back, temporary objects go.
    pub(super) fn end_session(&mut self) {
        if let Some(block) = self.session.transaction.take()
            && let Some(before) = block.before
        {
            self.catalog = *before;
            self.unknown.truncate(block.unknown_before);
        }
        if let Some(temporary) = self.catalog.schema(TEMPORARY_SCHEMA) {
            self.remove_with_dependents(ObjectId::Schema(temporary));
        }
    }
}

/// Whether the block goes back to a savepoint of that name: what follows the savepoint in the file says so.
fn comes_back(name: &str, rest: &[Parsed]) -> bool {
    rest.iter()
        .skip(1)
        .map_while(|parsed| match &parsed.statement {
            Statement::Transaction(Transaction::Commit { .. } | Transaction::Rollback { .. }) => None,
            statement => Some(statement),
        })
        .any(|statement| {
            matches!(statement, Statement::Transaction(Transaction::RollbackTo(to)) if *to.text == *name)
        })
}

/// Splits `a, "B c"` as `search_path` does.
pub(super) fn split_path(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut name = String::new();
    let mut quoted = false;
    for character in text.chars() {
        match character {
            '"' => quoted = !quoted,
            ',' if !quoted => names.push(std::mem::take(&mut name)),
            ' ' | '\t' if !quoted => {}
            other if quoted => name.push(other),
            other => name.extend(other.to_lowercase()),
        }
    }
    names.push(name);
    names
}
