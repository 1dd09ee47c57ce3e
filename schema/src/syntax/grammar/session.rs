//! `SET`, `RESET`, transactions, `DO`.

use super::cursor::{Cursor, Parse};
use crate::source::Span;
use crate::syntax::lexer::TokenKind;
use crate::syntax::tree::{Do, Irrelevant, Name, Set, SetItem, SetScope, SetValue, Statement, Transaction};

impl Cursor<'_> {
    /// After `SET`, from the start of the statement.
    pub(crate) fn set(&mut self) -> Parse<Statement> {
        if self.nth_in(0, &["CONSTRAINTS"]) {
            self.bump();
            if !self.eat("ALL") {
                self.qualified_names()?;
            }
            if !self.eat("DEFERRED") {
                self.expect("IMMEDIATE")?;
            }
            return Ok(Statement::Irrelevant(Irrelevant { kind: "SET CONSTRAINTS" }));
        }
        let characteristics = self.nth_is(0, "SESSION") && self.nth_is(1, "CHARACTERISTICS");
        let local = usize::from(self.nth_in(0, &["LOCAL", "SESSION"]) && self.nth_is(1, "TRANSACTION"));
        if characteristics || (self.nth_is(local, "TRANSACTION") && self.transaction_mode_at(local + 1)) {
            self.text_until(|_| false)?;
            return Ok(Statement::Transaction(Transaction::SetCharacteristics));
        }
        let start = self.statement_start();
        let scope = self.set_scope();
        self.set_rest(scope, start).map(Statement::Set)
    }

    fn transaction_mode_at(&self, ahead: usize) -> bool {
        self.nth_in(ahead, &["ISOLATION", "READ", "DEFERRABLE", "NOT", "SNAPSHOT"])
    }

    fn set_scope(&mut self) -> SetScope {
        if self.nth_is(1, "TO") || self.nth_operator(1, "=") || self.nth_kind(1) == TokenKind::Dot {
            // A setting of that name.
            return SetScope::Session;
        }
        if self.nth_is(0, "SESSION") && self.nth_is(1, "AUTHORIZATION") {
            return SetScope::Session;
        }
        self.eat_one(&[("LOCAL", SetScope::Local), ("SESSION", SetScope::Session)]).unwrap_or_default()
    }

    /// `SET name …` and `RESET name` among the options of a function.
    pub(crate) fn function_set(&mut self) -> Parse<Set> {
        let start = self.here();
        if self.eat("RESET") {
            return self.reset_rest(start);
        }
        self.expect("SET")?;
        self.set_rest(SetScope::Session, start)
    }

    /// After `RESET`.
    pub(crate) fn reset(&mut self) -> Parse<Statement> {
        let start = self.statement_start();
        self.reset_rest(start).map(Statement::Set)
    }

    fn reset_rest(&mut self, start: Span) -> Parse<Set> {
        let at = self.here();
        let parameter = if self.eat("ALL") {
            None
        } else if self.eat_all(&["TIME", "ZONE"]) {
            Some(self.own_words("timezone", at))
        } else if self.eat_all(&["SESSION", "AUTHORIZATION"]) {
            Some(self.own_words("session_authorization", at))
        } else if self.eat_all(&["TRANSACTION", "ISOLATION", "LEVEL"]) {
            Some(self.own_words("transaction_isolation", at))
        } else {
            Some(self.setting_name()?)
        };
        Ok(Set { scope: SetScope::Session, parameter, value: SetValue::Default, span: self.since(start) })
    }

    fn own_words(&self, name: &str, at: Span) -> Name {
        Name { text: name.into(), span: self.since(at) }
    }

    fn statement_start(&self) -> Span {
        let first = self.position().saturating_sub(1);
        self.token_span(self.token_at(first))
    }

    fn set_rest(&mut self, scope: SetScope, start: Span) -> Parse<Set> {
        let at = self.here();
        let (name, value) = if self.eat_all(&["TIME", "ZONE"]) {
            let name = self.own_words("timezone", at);
            (name, self.zone_value()?)
        } else if self.nth_is(0, "SCHEMA") && self.nth_string(1) {
            self.bump();
            let name = self.own_words("search_path", at);
            (name, SetValue::Values(vec![self.set_item()?]))
        } else if self.nth_is(0, "NAMES") && !self.nth_is(1, "TO") && !self.nth_operator(1, "=") {
            self.bump();
            let name = self.own_words("client_encoding", at);
            let value = if self.nth_string(0) {
                SetValue::Values(vec![self.set_item()?])
            } else {
                self.eat("DEFAULT");
                SetValue::Default
            };
            (name, value)
        } else if self.nth_is(0, "ROLE") && !self.nth_is(1, "TO") && !self.nth_operator(1, "=") {
            self.bump();
            let name = self.own_words("role", at);
            (name, SetValue::Values(vec![self.set_item()?]))
        } else if self.eat_all(&["SESSION", "AUTHORIZATION"]) {
            let name = self.own_words("session_authorization", at);
            let value = if self.eat("DEFAULT") {
                SetValue::Default
            } else {
                SetValue::Values(vec![self.set_item()?])
            };
            (name, value)
        } else if self.eat_all(&["XML", "OPTION"]) {
            let name = self.own_words("xmloption", at);
            (name, SetValue::Values(vec![self.set_item()?]))
        } else {
            let name = self.setting_name()?;
            if self.eat_then("FROM", &["CURRENT"])? {
                (name, SetValue::FromCurrent)
            } else {
                if !self.eat("TO") && !self.eat_operator("=") {
                    return self.refuse();
                }
                let value = if self.eat("DEFAULT") {
                    SetValue::Default
                } else {
                    SetValue::Values(self.list(Self::set_item)?)
                };
                (name, value)
            }
        };
        Ok(Set { scope, parameter: Some(name), value, span: self.since(start) })
    }

    fn zone_value(&mut self) -> Parse<SetValue> {
        if self.eat("DEFAULT") || self.eat("LOCAL") {
            return Ok(SetValue::Default);
        }
        let start = self.here();
        if self.eat("INTERVAL") {
            if self.kind() == TokenKind::LeftParen {
                self.skip_group()?;
            }
            self.string()?;
            self.interval_fields()?;
            let span = self.since(start);
            return Ok(SetValue::Values(vec![SetItem { text: self.source(span).into(), span }]));
        }
        Ok(SetValue::Values(vec![self.set_item()?]))
    }

    /// `a` or `a.b` (`var_name`), in lower case as settings are.
    pub(crate) fn setting_name(&mut self) -> Parse<Name> {
        let start = self.here();
        let mut text = self.column_name()?.text.into_string();
        while self.eat_sign(TokenKind::Dot) {
            text.push('.');
            text.push_str(&self.column_name()?.text);
        }
        Ok(Name { text: text.to_ascii_lowercase().into(), span: self.since(start) })
    }

    fn set_item(&mut self) -> Parse<SetItem> {
        if self.nth_string(0) {
            let string = self.string()?;
            return Ok(SetItem { text: string.value, span: string.span });
        }
        let number = matches!(self.kind(), TokenKind::Integer | TokenKind::Float | TokenKind::Operator);
        if number {
            let number = self.number()?;
            return Ok(SetItem { text: number.text, span: number.span });
        }
        let word = if self.nth_in(0, &["TRUE", "FALSE", "ON", "CURRENT_USER"]) {
            self.label()?
        } else {
            self.word()?
        };
        Ok(SetItem { text: word.text, span: word.span })
    }

    /// A transaction statement, from its first word on.
    pub(crate) fn transaction(&mut self) -> Parse<Statement> {
        let first = self.label()?;
        let words = |cursor: &mut Self| {
            if !cursor.eat("WORK") {
                cursor.eat("TRANSACTION");
            }
        };
        let transaction = match first.as_str() {
            "begin" => {
                words(self);
                self.transaction_modes()?;
                Transaction::Begin
            }
            "start" => {
                self.expect("TRANSACTION")?;
                self.transaction_modes()?;
                Transaction::Begin
            }
            "commit" if self.eat("PREPARED") => Transaction::CommitPrepared(self.string()?),
            "rollback" if self.eat("PREPARED") => Transaction::RollbackPrepared(self.string()?),
            "commit" | "end" => {
                words(self);
                Transaction::Commit { chain: self.chain()? }
            }
            "rollback" | "abort" => {
                words(self);
                if first.as_str() == "rollback" && self.eat("TO") {
                    self.eat("SAVEPOINT");
                    Transaction::RollbackTo(self.column_name()?)
                } else {
                    Transaction::Rollback { chain: self.chain()? }
                }
            }
            "savepoint" => Transaction::Savepoint(self.column_name()?),
            "release" => {
                self.eat("SAVEPOINT");
                Transaction::Release(self.column_name()?)
            }
            _ => {
                self.expect("TRANSACTION")?;
                Transaction::Prepare(self.string()?)
            }
        };
        Ok(Statement::Transaction(transaction))
    }

    fn transaction_modes(&mut self) -> Parse<()> {
        let modes: &[(&[&'static str], ())] = &[
            (&["ISOLATION", "LEVEL", "READ", "UNCOMMITTED"], ()),
            (&["ISOLATION", "LEVEL", "READ", "COMMITTED"], ()),
            (&["ISOLATION", "LEVEL", "REPEATABLE", "READ"], ()),
            (&["ISOLATION", "LEVEL", "SERIALIZABLE"], ()),
            (&["READ", "ONLY"], ()),
            (&["READ", "WRITE"], ()),
            (&["DEFERRABLE"], ()),
            (&["NOT", "DEFERRABLE"], ()),
        ];
        loop {
            let more = self.eat_phrase(modes).is_some();
            if !more {
                return Ok(());
            }
            self.eat_sign(TokenKind::Comma);
        }
    }

    fn chain(&mut self) -> Parse<bool> {
        if !self.eat("AND") {
            return Ok(false);
        }
        let no = self.eat("NO");
        self.expect("CHAIN")?;
        Ok(!no)
    }

    /// After `DO`.
    pub(crate) fn do_block(&mut self) -> Parse<Statement> {
        let (mut language, mut body) = (None, None);
        while !self.at_end() {
            if self.eat("LANGUAGE") {
                language = Some(self.word_or_string()?);
            } else {
                body = Some(self.string()?);
            }
        }
        match body {
            Some(body) => Ok(Statement::Do(Do { language, body })),
            None => self.refuse_wanting("a string"),
        }
    }
}
