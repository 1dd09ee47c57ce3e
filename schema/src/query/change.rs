//! Text to tree: `INSERT`, `UPDATE` and `DELETE`, as they stand in `WITH`, in rules and in functions of SQL.

use super::tree::{
    Assignment, AssignmentTarget, Body, ConflictUpdate, Delete, Insert, InsertSource, OnConflict, Target,
    Update,
};
use crate::expression::parser::{Parsed, Parser};
use crate::expression::tree::{Expr, SortKey};
use crate::syntax::lexer::TokenKind;

impl Parser<'_> {
    pub(super) fn insert(&mut self) -> Parsed<Body> {
        self.advance();
        self.expect_word("into")?;
        let relation = self.relation_name()?;
        let alias = if self.take_word("as") { Some(self.column_id()?) } else { None };
        let mut columns = Vec::new();
        if self.kind(0) == TokenKind::LeftParen && !self.query_follows() {
            self.advance();
            columns = self.assignment_targets()?;
            self.expect(TokenKind::RightParen)?;
        }
        if self.take_word("overriding") {
            if !self.take_word("user") {
                self.expect_word("system")?;
            }
            self.expect_word("value")?;
        }
        let source = if self.take_words(&["default", "values"]) {
            InsertSource::DefaultValues
        } else {
            InsertSource::Query(self.query()?)
        };
        let on_conflict = if self.take_words(&["on", "conflict"]) { Some(self.on_conflict()?) } else { None };
        let returning = self.returning()?;
        Ok(Body::Insert(Box::new(Insert { relation, alias, columns, source, on_conflict, returning })))
    }

    fn on_conflict(&mut self) -> Parsed<OnConflict> {
        let mut found = OnConflict { keys: Vec::new(), predicate: None, constraint: None, update: None };
        if self.take(TokenKind::LeftParen) {
            loop {
                found.keys.push(self.arbiter_key()?);
                if !self.take(TokenKind::Comma) {
                    break;
                }
            }
            self.expect(TokenKind::RightParen)?;
            if self.take_word("where") {
                found.predicate = Some(self.expression(0)?);
            }
        } else if self.take_words(&["on", "constraint"]) {
            found.constraint = Some(self.ident()?);
        }
        self.expect_word("do")?;
        if self.take_word("nothing") {
            return Ok(found);
        }
        if !self.take_words(&["update", "set"]) {
            return Err(self.unexpected());
        }
        let assignments = self.assignments()?;
        let condition = self.row_condition()?;
        found.update = Some(ConflictUpdate { assignments, condition });
        Ok(found)
    }

    /// A column or expression of an index, its operator class left out.
    fn arbiter_key(&mut self) -> Parsed<SortKey> {
        let value = self.expression(0)?;
        if self.column_id_follows() && !matches!(self.word(0), "asc" | "desc" | "nulls") {
            self.path()?;
        }
        let descending = self.take_word("desc");
        if !descending {
            self.take_word("asc");
        }
        Ok(SortKey { value, descending, nulls_first: None, using: None })
    }

    pub(super) fn update(&mut self) -> Parsed<Body> {
        self.advance();
        let relation = self.relation_name()?;
        let alias = self.change_alias()?;
        self.expect_word("set")?;
        let assignments = self.assignments()?;
        let from = if self.take_word("from") { self.items_of_from()? } else { Vec::new() };
        let condition = self.row_condition()?;
        let returning = self.returning()?;
        Ok(Body::Update(Box::new(Update { relation, alias, assignments, from, condition, returning })))
    }

    pub(super) fn delete(&mut self) -> Parsed<Body> {
        self.advance();
        self.expect_word("from")?;
        let relation = self.relation_name()?;
        let alias = self.change_alias()?;
        let using = if self.take_word("using") { self.items_of_from()? } else { Vec::new() };
        let condition = self.row_condition()?;
        let returning = self.returning()?;
        Ok(Body::Delete(Box::new(Delete { relation, alias, using, condition, returning })))
    }

    fn row_condition(&mut self) -> Parsed<Option<Expr>> {
        if !self.take_word("where") {
            return Ok(None);
        }
        if self.take_words(&["current", "of"]) {
            self.ident()?;
            return Ok(None);
        }
        self.expression(0).map(Some)
    }

    fn returning(&mut self) -> Parsed<Vec<Target>> {
        if self.take_word("returning") { self.targets() } else { Ok(Vec::new()) }
    }

    fn assignments(&mut self) -> Parsed<Vec<Assignment>> {
        let mut found = Vec::new();
        loop {
            let row = self.take(TokenKind::LeftParen);
            let targets = if row { self.assignment_targets()? } else { vec![self.assignment_target()?] };
            if row {
                self.expect(TokenKind::RightParen)?;
            }
            let equals = self.expect(TokenKind::Operator)?;
            if self.slice(equals) != "=" {
                return Err(self.unexpected());
            }
            let value = if self.take_word("default") { None } else { Some(self.expression(0)?) };
            found.push(Assignment { targets, row, value });
            if !self.take(TokenKind::Comma) {
                return Ok(found);
            }
        }
    }

    fn assignment_targets(&mut self) -> Parsed<Vec<AssignmentTarget>> {
        let mut found = vec![self.assignment_target()?];
        while self.take(TokenKind::Comma) {
            found.push(self.assignment_target()?);
        }
        Ok(found)
    }

    fn assignment_target(&mut self) -> Parsed<AssignmentTarget> {
        let mut target =
            AssignmentTarget { column: self.column_id()?, fields: Vec::new(), subscripts: Vec::new() };
        loop {
            if self.take(TokenKind::Dot) {
                target.fields.push(self.ident()?);
            } else if self.take(TokenKind::LeftBracket) {
                if self.kind(0) != TokenKind::Colon {
                    target.subscripts.push(self.expression(0)?);
                }
                if self.take(TokenKind::Colon) && self.kind(0) != TokenKind::RightBracket {
                    target.subscripts.push(self.expression(0)?);
                }
                self.expect(TokenKind::RightBracket)?;
            } else {
                return Ok(target);
            }
        }
    }
}
