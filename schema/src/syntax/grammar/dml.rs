//! Queries and changes of rows: only as much as tells them apart, `SELECT INTO`, and `set_config` as pg_dump writes it.

use super::cursor::{Cursor, Parse};
use crate::syntax::lexer::TokenKind;
use crate::syntax::tree::{
    Dml, DmlKind, Irrelevant, Name, Persistence, SelectInto, Set, SetItem, SetScope, SetValue, Statement,
};

impl Cursor<'_> {
    /// A statement that begins with `SELECT`, `VALUES`, `TABLE`, `WITH`, `(`, `INSERT`, `UPDATE`, `DELETE` or `MERGE`.
    pub(crate) fn dml(&mut self) -> Parse<Statement> {
        if let Some(set) = self.set_config()? {
            return Ok(set);
        }
        if self.nth_is(0, "SELECT")
            && let Some(into) = self.select_into()?
        {
            return Ok(into);
        }
        let mut kind = self.dml_kind().unwrap_or(DmlKind::Select);
        let with = self.nth_is(0, "WITH");
        let mut last_was_group = false;
        let sql = self.text_until(|_| false)?;
        if with {
            // The main statement begins at the first word of a statement after a group that no comma and no AS follows.
            let end = self.position();
            self.rewind(0);
            while self.position() < end {
                if self.kind() == TokenKind::LeftParen {
                    self.skip_group()?;
                    last_was_group = true;
                    continue;
                }
                if last_was_group && let Some(found) = self.dml_kind() {
                    kind = found;
                    break;
                }
                last_was_group = false;
                self.bump();
            }
            while self.position() < end {
                self.bump();
            }
        }
        Ok(Statement::Dml(Dml { kind, sql }))
    }

    fn dml_kind(&self) -> Option<DmlKind> {
        let kinds = &[
            ("SELECT", DmlKind::Select),
            ("VALUES", DmlKind::Select),
            ("TABLE", DmlKind::Select),
            ("INSERT", DmlKind::Insert),
            ("UPDATE", DmlKind::Update),
            ("DELETE", DmlKind::Delete),
            ("MERGE", DmlKind::Merge),
        ];
        kinds.iter().find(|(word, _)| self.nth_is(0, word)).map(|(_, kind)| *kind)
    }

    /// `SELECT [pg_catalog.]set_config('name', 'value', is_local)` and nothing else.
    fn set_config(&mut self) -> Parse<Option<Statement>> {
        let schema = usize::from(self.nth_is(1, "pg_catalog") && self.nth_kind(2) == TokenKind::Dot) * 2;
        let at = 1 + schema;
        let fits = self.nth_is(0, "SELECT")
            && self.nth_is(at, "set_config")
            && self.nth_kind(at + 1) == TokenKind::LeftParen
            && self.nth_string(at + 2)
            && self.nth_kind(at + 3) == TokenKind::Comma
            && self.nth_string(at + 4)
            && self.nth_kind(at + 5) == TokenKind::Comma
            && self.nth_in(at + 6, &["TRUE", "FALSE"])
            && self.nth_kind(at + 7) == TokenKind::RightParen
            && self.nth_kind(at + 8) == TokenKind::End;
        if !fits {
            return Ok(None);
        }
        let start = self.here();
        for _ in 0..at + 2 {
            self.bump();
        }
        let name = self.string()?;
        self.bump();
        let value = self.string()?;
        self.bump();
        let local = self.nth_is(0, "TRUE");
        self.bump();
        self.bump();
        let items = if &*name.value == "search_path" {
            search_path_items(&value.value, value.span)
        } else {
            vec![SetItem { text: value.value, span: value.span }]
        };
        Ok(Some(Statement::Set(Set {
            scope: if local { SetScope::Local } else { SetScope::Session },
            parameter: Some(Name { text: name.value.to_ascii_lowercase().into(), span: name.span }),
            value: SetValue::Values(items),
            span: self.since(start),
        })))
    }

    /// `SELECT … INTO table`, outside parentheses.
    fn select_into(&mut self) -> Parse<Option<Statement>> {
        let first = self.position();
        let start = self.here();
        let mut found = None;
        while !self.at_end() {
            match self.kind() {
                TokenKind::LeftParen | TokenKind::LeftBracket => self.skip_group()?,
                _ if found.is_none() && self.nth_is(0, "INTO") => {
                    let into = self.here();
                    self.bump();
                    let unlogged = self.nth_is(0, "UNLOGGED") && !self.ends_target(1);
                    let mut persistence =
                        if unlogged { Persistence::Unlogged } else { Persistence::Permanent };
                    if unlogged {
                        self.bump();
                    }
                    if self.nth_in(0, &["LOCAL", "GLOBAL"]) && self.nth_in(1, &["TEMP", "TEMPORARY"]) {
                        self.bump();
                    }
                    if self.nth_in(0, &["TEMP", "TEMPORARY"]) && !self.ends_target(1) {
                        self.bump();
                        persistence = Persistence::Temporary;
                    }
                    self.eat("TABLE");
                    let name = self.qualified_name()?;
                    found = Some((name, persistence, self.text_since(into)));
                }
                TokenKind::RightParen | TokenKind::RightBracket | TokenKind::Unknown | TokenKind::Junk => {
                    return self.refuse();
                }
                _ => {
                    self.bump();
                }
            }
        }
        let Some((name, persistence, into)) = found else {
            self.rewind(first);
            return Ok(None);
        };
        let query = self.text_since(start);
        Ok(Some(Statement::SelectInto(SelectInto { name, persistence, query, into })))
    }

    /// The word before was the table's name: a clause or the end follows.
    fn ends_target(&self, ahead: usize) -> bool {
        self.nth_kind(ahead) == TokenKind::End
            || self.nth_kind(ahead) == TokenKind::Dot
            || self.nth_in(ahead, &["FROM", "WHERE", "GROUP", "ORDER", "LIMIT", "UNION"])
    }

    /// A statement that leaves the schema alone: balanced, its text not read.
    pub(crate) fn irrelevant(&mut self, kind: &'static str) -> Parse<Statement> {
        if !self.at_end() {
            self.text_until(|_| false)?;
        }
        Ok(Statement::Irrelevant(Irrelevant { kind }))
    }
}

/// The value of `search_path` is itself a list of names.
fn search_path_items(value: &str, span: crate::source::Span) -> Vec<SetItem> {
    if value.trim().is_empty() {
        return vec![SetItem { text: "".into(), span }];
    }
    value
        .split(',')
        .map(|item| {
            let item = item.trim();
            let text = match item.strip_prefix('"').and_then(|item| item.strip_suffix('"')) {
                Some(quoted) => quoted.replace("\"\"", "\""),
                None => item.to_ascii_lowercase(),
            };
            SetItem { text: text.into(), span }
        })
        .collect()
}
