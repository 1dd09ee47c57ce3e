//! Which tables may have rows: a history that starts empty has none but those that its own statements write.

use rustc_hash::FxHashSet;

use super::Replayer;
use crate::catalog::{Attribute, FunctionBody, FunctionId, ObjectId, RelationId};
use crate::diagnostic::Diagnostic;
use crate::rules;
use crate::source::{FileId, Span};
use crate::syntax::lexer::{Lexer, TokenKind};
use crate::syntax::parse_file;
use crate::syntax::plpgsql::{self, Instruction};
use crate::syntax::tree::{Dml, DmlKind, Persistence, Statement};

/// What has been written so far.
#[derive(Clone, Default, Debug)]
pub(super) struct Written {
    tables: FxHashSet<RelationId>,
    /// Something ran whose effect on rows is not followed: any table may have rows.
    anything: bool,
}

impl Replayer<'_> {
    /// False only when no statement so far can have put a row into the table.
    pub(super) fn may_have_rows(&self, table: RelationId) -> bool {
        // What a view gives is not followed.
        self.written.anything
            || self.written.tables.contains(&table)
            || !self.catalog.relations[table].kind.is_table()
    }

    /// A statement put rows into the table.
    pub(super) fn note_filled(&mut self, table: RelationId) {
        self.written.tables.insert(table);
    }

    /// Something ran that may have written anywhere: a function, `COPY`, a built string.
    pub(super) fn note_unknown_rows(&mut self) {
        self.written.anything = true;
    }

    pub(super) fn note_rows(&mut self, dml: &Dml) {
        match dml.kind {
            // Without rows there is nothing to change, and no trigger fires for each of them.
            DmlKind::Update | DmlKind::Delete => {}
            DmlKind::Insert | DmlKind::Merge => match self.insert_target(dml.sql.span) {
                // Triggers of the table may write elsewhere.
                Some(table)
                    if self.catalog.triggers_of(table).is_empty()
                        && self.catalog.relations[table].kind.is_table() =>
                {
                    self.written.tables.insert(table);
                    for parent in self.catalog.relations[table].parents.clone() {
                        self.written.tables.insert(parent);
                    }
                }
                _ => self.note_unknown_rows(),
            },
            DmlKind::Select => {
                if self.calls_user_function(dml.sql.span) {
                    self.note_unknown_rows();
                }
            }
        }
    }

    /// The table of `INSERT INTO table`; none when the statement begins otherwise.
    fn insert_target(&self, span: Span) -> Option<RelationId> {
        let text = self.text(span);
        let mut tokens = Lexer::new(text)
            .filter(|token| !matches!(token.kind, TokenKind::Whitespace | TokenKind::Comment));
        let mut next = || tokens.next().and_then(|token| text.get(token.start as usize..token.end as usize));
        if !(next()?.eq_ignore_ascii_case("insert") && next()?.eq_ignore_ascii_case("into")) {
            return None;
        }
        let mut written = next()?.to_owned();
        if next() == Some(".") {
            written = format!("{written}.{}", next()?);
        }
        let path = crate::expression::path_of_text(&written).ok()?;
        let path: Vec<&str> = path.iter().map(|part| &**part).collect();
        match self.lookup_class(&path)? {
            ObjectId::Relation(id) => Some(id),
            _ => None,
        }
    }

    /// True when the text has a call of a function that the schema defines.
    pub(super) fn calls_user_function(&self, span: Span) -> bool {
        !self.called_functions(self.text(span)).is_empty()
    }

    /// The schema's own functions and procedures whose names are called in the text.
    fn called_functions(&self, text: &str) -> Vec<FunctionId> {
        let tokens: Vec<_> = Lexer::new(text)
            .filter(|token| !matches!(token.kind, TokenKind::Whitespace | TokenKind::Comment))
            .collect();
        let mut found = Vec::new();
        for pair in tokens.windows(2) {
            let called = pair[1].kind == TokenKind::LeftParen
                && matches!(pair[0].kind, TokenKind::Word | TokenKind::QuotedName);
            let name = text.get(pair[0].start as usize..pair[0].end as usize).filter(|_| called);
            if let Some(path) = name.and_then(|name| crate::expression::path_of_text(name).ok()) {
                let functions = self.catalog.functions.iter();
                found.extend(
                    functions.filter(|(_, entry)| path.last() == Some(&entry.name)).map(|(id, _)| id),
                );
            }
        }
        found
    }

    /// The first function called in a text that changes the schema, itself or by calling one that does.
    pub(super) fn schema_changing_function(&self, text: &str) -> Option<FunctionId> {
        self.schema_changer(text, &mut Vec::new())
    }

    fn schema_changer(&self, text: &str, seen: &mut Vec<FunctionId>) -> Option<FunctionId> {
        self.called_functions(text).into_iter().find(|id| {
            if seen.contains(id) {
                return false;
            }
            seen.push(*id);
            let function = &self.catalog.functions[*id];
            match &function.body {
                FunctionBody::Source(body) if &*function.language == "plpgsql" => {
                    plpgsql::parse(body).is_none_or(|list| changes_schema(&list, body))
                        || self.schema_changer(body, seen).is_some()
                }
                FunctionBody::Source(body) if &*function.language == "sql" => {
                    text_changes_schema(body) || self.schema_changer(body, seen).is_some()
                }
                // The grammar of SQL-standard bodies has no statement that could; other languages are not read.
                FunctionBody::Source(_) | FunctionBody::Library { .. } | FunctionBody::Sql(_) => false,
            }
        })
    }

    /// The finding for a statement that calls a function which itself changes the schema, where that is not followed.
    pub(super) fn schema_changing_call(&self, span: Span) -> Option<Diagnostic> {
        let function = self.schema_changing_function(self.text(span))?;
        let name = self.catalog.printed_signature(function);
        let mut finding = Diagnostic::new(
            &rules::OPAQUE,
            format!("this calls {name}, which changes the schema: what it does is not followed"),
        )
        .at(span)
        .why("the catalog may miss what the function makes or changes")
        .help("write the statements out, or compare with a server: schemactl diff migrations shadow");
        if let Some(place) = self.catalog.functions[function].origins.of(Attribute::BODY) {
            finding = finding.label(place, "the function");
        }
        Some(finding)
    }
}

/// True when a body holds a statement that may change the schema, or runs a string that might be one.
fn changes_schema(list: &[Instruction], body: &str) -> bool {
    list.iter().any(|instruction| match instruction {
        Instruction::Sql(slice) => text_changes_schema(body.get(slice.clone()).unwrap_or("")),
        // Dynamic queries are mostly that: only words of DDL make one suspicious. They may stand in a variable.
        Instruction::Execute { expression, .. } => {
            let text = body.get(expression.clone()).unwrap_or("");
            let built = !text.trim_start().starts_with('\'') && !text.trim_start().starts_with("format");
            has_schema_words(text) || (built && has_schema_words(body))
        }
        other => other.lists().into_iter().any(|inner| changes_schema(inner, body)),
    })
}

fn has_schema_words(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    ["create ", "alter ", "drop ", "comment on ", "grant ", "revoke "].iter().any(|word| text.contains(word))
}

fn text_changes_schema(sql: &str) -> bool {
    let (statements, _) = parse_file(FileId(0), sql);
    statements.iter().any(|parsed| {
        !matches!(
            &parsed.statement,
            Statement::Dml(_)
                | Statement::Irrelevant(_)
                | Statement::Set(_)
                | Statement::Truncate(_)
                | Statement::Transaction(_)
                | Statement::SelectInto(_)
                | Statement::Reindex(_)
                | Statement::RefreshMaterializedView(_)
        ) && !is_temporary(&parsed.statement)
    })
}

/// Temporary tables end with the session.
fn is_temporary(statement: &Statement) -> bool {
    match statement {
        Statement::CreateTable(create) => create.persistence == Persistence::Temporary,
        Statement::CreateTableAs(create) => create.persistence == Persistence::Temporary,
        _ => false,
    }
}
