//! Which tables may have rows: a history that starts empty has none but those that its own statements write.

use std::collections::HashSet;

use super::Replayer;
use crate::catalog::{ObjectId, RelationId};
use crate::source::Span;
use crate::syntax::lexer::{Lexer, TokenKind};
use crate::syntax::tree::{Dml, DmlKind};

/// What has been written so far.
#[derive(Default, Debug)]
pub(super) struct Written {
    tables: HashSet<RelationId>,
    /// Something ran whose effect on rows is not followed: any table may have rows.
    anything: bool,
}

impl Replayer<'_> {
    /// False only when no statement so far can have put a row into the table.
    pub(super) fn may_have_rows(&self, table: RelationId) -> bool {
        self.written.anything || self.written.tables.contains(&table)
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
                Some(table) if self.catalog.triggers_of(table).is_empty() => {
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
        let text = self.text(span);
        let tokens: Vec<_> = Lexer::new(text)
            .filter(|token| !matches!(token.kind, TokenKind::Whitespace | TokenKind::Comment))
            .collect();
        tokens.windows(2).any(|pair| {
            pair[1].kind == TokenKind::LeftParen
                && matches!(pair[0].kind, TokenKind::Word | TokenKind::QuotedName)
                && text
                    .get(pair[0].start as usize..pair[0].end as usize)
                    .and_then(|name| crate::expression::path_of_text(name).ok())
                    .is_some_and(|path| {
                        self.catalog.functions.iter().any(|(_, function)| path.last() == Some(&function.name))
                    })
        })
    }
}
