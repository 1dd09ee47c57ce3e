//! Text to tree: what stands after `FROM` (`table_ref` of PostgreSQL's grammar; documentation: Table Expressions).

use super::tree::{
    Alias, ColumnDefinition, FromItem, FromKind, Join, JoinCondition, JoinKind, JoinStep, RelationName,
    Sample, TableFunction,
};
use crate::expression::ParseError;
use crate::expression::parser::{Parsed, Parser};
use crate::expression::tree::{ExprKind, Ident};
use crate::syntax::keywords::{KeywordClass, class};
use crate::syntax::lexer::TokenKind;

/// Forms that make rows and are no ordinary calls; they are not read.
const UNREAD: &[&str] = &["graph_table", "json_table", "xmltable"];

impl Parser<'_> {
    /// Items parted by commas.
    pub(super) fn items_of_from(&mut self) -> Parsed<Vec<FromItem>> {
        let mut found = vec![self.read_item()?];
        while self.take(TokenKind::Comma) {
            found.push(self.read_item()?);
        }
        Ok(found)
    }

    fn read_item(&mut self) -> Parsed<FromItem> {
        self.nested(|parser| {
            let first = parser.read_primary()?;
            if !parser.join_follows() {
                return Ok(first);
            }
            let mut rest = Vec::new();
            while parser.join_follows() {
                rest.push(parser.join_step()?);
            }
            Ok(joined(first, rest))
        })
    }

    fn join_follows(&self) -> bool {
        match self.word(0) {
            "join" | "natural" => true,
            "cross" | "inner" => self.word(1) == "join",
            "left" | "right" | "full" => matches!(self.word(1), "join" | "outer"),
            _ => false,
        }
    }

    fn join_step(&mut self) -> Parsed<JoinStep> {
        let start = self.range();
        let natural = self.word(0) == "natural";
        if natural {
            self.advance();
        }
        let cross = !natural && self.take_word("cross");
        let kind = match self.word(0) {
            "left" => JoinKind::Left,
            "right" => JoinKind::Right,
            "full" => JoinKind::Full,
            _ => JoinKind::Inner,
        };
        if matches!(self.word(0), "left" | "right" | "full") {
            self.advance();
            self.take_word("outer");
        } else {
            self.take_word("inner");
        }
        self.expect_word("join")?;
        let mut item = self.read_primary()?;
        let condition = if cross {
            JoinCondition::None
        } else if natural {
            JoinCondition::Natural(start)
        } else {
            // `a JOIN b JOIN c ON … ON …`: the joins that end first are the right side.
            let mut inner = Vec::new();
            while self.join_follows() {
                inner.push(self.nested(Self::join_step)?);
            }
            if !inner.is_empty() {
                item = joined(item, inner);
            }
            if self.take_word("on") {
                JoinCondition::On(self.expression(0)?)
            } else if self.word(0) == "using" {
                let using = self.advance();
                let columns = self.idents_in_parens()?;
                let alias = if self.take_word("as") { Some(self.column_id()?) } else { None };
                JoinCondition::Using { columns, alias, range: using.to(self.last_range()) }
            } else {
                return Err(self.unexpected());
            }
        };
        Ok(JoinStep { kind, item, condition, range: start.to(self.last_range()) })
    }

    fn read_primary(&mut self) -> Parsed<FromItem> {
        let start = self.range();
        let lateral = self.take_word("lateral");
        let opens = self.kind(0) == TokenKind::LeftParen;
        let kind = if opens && self.query_follows() {
            FromKind::Query(self.query_in_parens()?)
        } else if opens && !lateral {
            self.expect(TokenKind::LeftParen)?;
            let inside = self.read_item()?;
            self.expect(TokenKind::RightParen)?;
            let FromKind::Join(_) = inside.kind else {
                return Err(ParseError::new("syntax error: only a join stands in parentheses", start));
            };
            // Parentheses around a join hide nothing unless they have an alias of their own.
            let FromItem { kind, alias: inner, .. } = inside;
            let alias = self.alias()?.map(|(alias, _)| alias);
            let (alias, kind) = match (inner, alias) {
                (inner, None) => (inner, kind),
                (None, alias) => (alias, kind),
                (Some(_), Some(_)) => return Err(self.unexpected()),
            };
            return Ok(FromItem { kind, alias, lateral, range: start.to(self.last_range()) });
        } else if self.word(0) == "rows" && self.word(1) == "from" && self.kind(2) == TokenKind::LeftParen {
            self.advance();
            self.advance();
            self.advance();
            let mut functions = Vec::new();
            loop {
                let call = self.primary()?;
                let mut columns = Vec::new();
                if self.take_word("as") {
                    self.expect(TokenKind::LeftParen)?;
                    columns = self.column_definitions()?;
                }
                functions.push(TableFunction { call, columns });
                if !self.take(TokenKind::Comma) {
                    break;
                }
            }
            self.expect(TokenKind::RightParen)?;
            FromKind::Functions { functions, rows_from: true, ordinality: self.ordinality() }
        } else if self.function_follows() {
            if UNREAD.contains(&self.word(0)) {
                return Err(ParseError::unread(&self.word(0).to_uppercase(), start));
            }
            let call = self.primary()?;
            let callable = matches!(
                call.kind,
                ExprKind::Call(_) | ExprKind::Keyword(..) | ExprKind::Choice(..) | ExprKind::Cast { .. }
            );
            if !callable {
                return Err(ParseError::new("syntax error: not a function", call.range));
            }
            let function = TableFunction { call, columns: Vec::new() };
            FromKind::Functions { functions: vec![function], rows_from: false, ordinality: self.ordinality() }
        } else if lateral {
            return Err(self.unexpected());
        } else {
            FromKind::Relation { name: self.relation_name()?, sample: None }
        };
        self.aliased(kind, lateral, start)
    }

    /// The alias and what may follow it.
    fn aliased(
        &mut self,
        mut kind: FromKind,
        lateral: bool,
        start: crate::expression::tree::TextRange,
    ) -> Parsed<FromItem> {
        let mut alias = None;
        if let Some((found, definitions)) = self.alias()? {
            if !definitions.is_empty() {
                match &mut kind {
                    FromKind::Functions { functions, rows_from: false, .. } => {
                        if let Some(function) = functions.first_mut() {
                            function.columns = definitions;
                        }
                    }
                    _ => {
                        return Err(ParseError::new(
                            "syntax error: only a function takes column types",
                            found.range,
                        ));
                    }
                }
            }
            alias = Some(found);
        }
        if let FromKind::Relation { sample, .. } = &mut kind
            && self.take_word("tablesample")
        {
            let method = self.path()?;
            self.expect(TokenKind::LeftParen)?;
            let arguments = self.expressions()?;
            self.expect(TokenKind::RightParen)?;
            let mut seed = None;
            if self.take_word("repeatable") {
                self.expect(TokenKind::LeftParen)?;
                seed = Some(self.expression(0)?);
                self.expect(TokenKind::RightParen)?;
            }
            *sample = Some(Sample { method, arguments, seed });
        }
        Ok(FromItem { kind, alias, lateral, range: start.to(self.last_range()) })
    }

    fn ordinality(&mut self) -> bool {
        self.take_words(&["with", "ordinality"])
    }

    /// A call comes next, or a word that is one (`current_date`).
    fn function_follows(&self) -> bool {
        match self.kind(0) {
            TokenKind::QuotedName => {}
            TokenKind::Word => {
                if self.word(0) == "collation" && self.word(1) == "for" {
                    return true;
                }
                if class(self.word(0)) == Some(KeywordClass::Reserved) {
                    return self.word(0) != "only";
                }
            }
            _ => return false,
        }
        let mut at = 1;
        while self.kind(at) == TokenKind::Dot {
            at += 2;
        }
        self.kind(at) == TokenKind::LeftParen
    }

    /// `[AS] name [(columns)]`, or column definitions in place of the columns.
    fn alias(&mut self) -> Parsed<Option<(Alias, Vec<ColumnDefinition>)>> {
        let start = self.range();
        let mut name = None;
        if self.take_word("as") {
            if self.kind(0) != TokenKind::LeftParen {
                name = Some(self.column_id()?);
            }
        } else if self.column_id_follows() {
            name = Some(self.column_id()?);
        } else {
            return Ok(None);
        }
        let mut columns = Vec::new();
        let mut definitions = Vec::new();
        if self.kind(0) == TokenKind::LeftParen {
            self.advance();
            if matches!(self.kind(1), TokenKind::Comma | TokenKind::RightParen) && name.is_some() {
                columns = self.idents()?;
                self.expect(TokenKind::RightParen)?;
            } else {
                definitions = self.column_definitions()?;
            }
        }
        let range = start.to(self.last_range());
        Ok(Some((Alias { name, columns, range }, definitions)))
    }

    /// `name type [COLLATE c], …)`, past the opening parenthesis.
    fn column_definitions(&mut self) -> Parsed<Vec<ColumnDefinition>> {
        let mut found = Vec::new();
        loop {
            let name = self.column_id()?;
            let ty = self.type_name()?;
            let collation = if self.take_word("collate") { Some(self.path()?) } else { None };
            found.push(ColumnDefinition { name, ty, collation });
            if !self.take(TokenKind::Comma) {
                break;
            }
        }
        self.expect(TokenKind::RightParen)?;
        Ok(found)
    }

    /// `[ONLY] name [*]`.
    pub(super) fn relation_name(&mut self) -> Parsed<RelationName> {
        let start = self.range();
        let only = self.take_word("only");
        let parens = only && self.take(TokenKind::LeftParen);
        if !self.column_id_follows() {
            return Err(self.unexpected());
        }
        let path = self.path()?;
        if parens {
            self.expect(TokenKind::RightParen)?;
        }
        if !only && self.kind(0) == TokenKind::Operator && self.slice(self.range()) == "*" {
            self.advance();
        }
        Ok(RelationName { path, only, range: start.to(self.last_range()) })
    }

    /// `[AS] name`, but never the word that begins the next clause.
    pub(super) fn change_alias(&mut self) -> Parsed<Option<Ident>> {
        if self.take_word("as") || (self.column_id_follows() && self.word(0) != "set") {
            return self.column_id().map(Some);
        }
        Ok(None)
    }
}

fn joined(first: FromItem, rest: Vec<JoinStep>) -> FromItem {
    let range = rest.last().map_or(first.range, |last| first.range.to(last.range));
    FromItem { kind: FromKind::Join(Box::new(Join { first, rest })), alias: None, lateral: false, range }
}
