//! `CREATE SEQUENCE` and the options that sequences and identity columns share.

use super::cursor::{Cursor, Parse};
use crate::syntax::lexer::TokenKind;
use crate::syntax::tree::{CreateSequence, OwnedBy, SequenceOption, SequenceOptionKind, Statement};

impl Cursor<'_> {
    /// After `CREATE … SEQUENCE`.
    pub(crate) fn create_sequence(&mut self) -> Parse<Statement> {
        let persistence = self.led_persistence();
        let if_not_exists = self.if_not_exists();
        let name = self.qualified_name()?;
        let options = self.sequence_options()?;
        Ok(Statement::CreateSequence(CreateSequence { name, persistence, if_not_exists, options }))
    }

    /// None or more options.
    pub(crate) fn sequence_options(&mut self) -> Parse<Vec<SequenceOption>> {
        let mut options = Vec::new();
        while let Some(option) = self.sequence_option()? {
            options.push(option);
        }
        Ok(options)
    }

    /// `(option …)` with at least one.
    pub(crate) fn sequence_options_in_parens(&mut self) -> Parse<Vec<SequenceOption>> {
        self.expect_sign(TokenKind::LeftParen)?;
        let options = self.sequence_options()?;
        if options.is_empty() {
            return self.refuse();
        }
        self.expect_sign(TokenKind::RightParen)?;
        Ok(options)
    }

    /// One option (`SeqOptElem`); `None`: something else stands here.
    pub(crate) fn sequence_option(&mut self) -> Parse<Option<SequenceOption>> {
        use SequenceOptionKind as Kind;
        let start = self.here();
        let kind = if self.eat("AS") {
            Kind::As(self.simple_type()?)
        } else if self.eat("CACHE") {
            Kind::Cache(self.number()?)
        } else if self.eat("CYCLE") {
            Kind::Cycle(true)
        } else if self.eat("NO") {
            match self.eat_one(&[("CYCLE", 0), ("MAXVALUE", 1), ("MINVALUE", 2)]) {
                Some(0) => Kind::Cycle(false),
                Some(1) => Kind::MaxValue(None),
                Some(_) => Kind::MinValue(None),
                None => return self.refuse(),
            }
        } else if self.eat("INCREMENT") {
            self.eat("BY");
            Kind::Increment(self.number()?)
        } else if self.eat("MAXVALUE") {
            Kind::MaxValue(Some(self.number()?))
        } else if self.eat("MINVALUE") {
            Kind::MinValue(Some(self.number()?))
        } else if self.eat_then("OWNED", &["BY"])? {
            Kind::OwnedBy(self.owned_by()?)
        } else if self.eat_then("SEQUENCE", &["NAME"])? {
            Kind::SequenceName(self.qualified_name()?)
        } else if self.eat("START") {
            self.eat("WITH");
            Kind::Start(self.number()?)
        } else if self.eat("RESTART") {
            let with = self.eat("WITH");
            let number = with
                || matches!(self.kind(), TokenKind::Integer | TokenKind::Float)
                || self.nth_operator(0, "-")
                || self.nth_operator(0, "+");
            Kind::Restart(if number { Some(self.number()?) } else { None })
        } else if let Some(logged) = self.eat_one(&[("LOGGED", true), ("UNLOGGED", false)]) {
            Kind::Logged(logged)
        } else {
            return Ok(None);
        };
        Ok(Some(SequenceOption { kind, span: self.since(start) }))
    }

    fn owned_by(&mut self) -> Parse<Option<OwnedBy>> {
        if self.nth_is(0, "NONE") && self.nth_kind(1) != TokenKind::Dot {
            self.bump();
            return Ok(None);
        }
        let start = self.here();
        let mut parts = self.dotted()?;
        let Some(column) = parts.pop().filter(|_| !parts.is_empty()) else {
            return self.refuse_with(self.since(start), "invalid OWNED BY option");
        };
        Ok(Some(OwnedBy { table: self.qualify(parts)?, column }))
    }
}
