//! Text to tree: `SELECT`, `VALUES`, `TABLE`, `WITH` and set operations (`SelectStmt` of PostgreSQL's grammar;
//! documentation: SELECT).

use super::tree::{
    Body, CommonTable, Cycle, Distinct, GroupItem, Locking, NamedWindow, Query, RelationName, Search, Select,
    SetOperand, SetOperation, SetOperator, SetStep, Target, With,
};
use crate::expression::ParseError;
use crate::expression::parser::{MAX_DEPTH, Parsed, Parser};
use crate::expression::tree::{Expr, ExprKind, Ident, Path, TextRange};
use crate::syntax::keywords::{KeywordClass, class};
use crate::syntax::lexer::TokenKind;

/// Key words that name an output column only after `AS` (`AS_LABEL` of PostgreSQL's list of key words).
const LABELS_WITH_AS: &[&str] = &[
    "array",
    "as",
    "char",
    "character",
    "create",
    "day",
    "except",
    "fetch",
    "filter",
    "for",
    "from",
    "grant",
    "group",
    "having",
    "hour",
    "intersect",
    "into",
    "isnull",
    "limit",
    "minute",
    "month",
    "notnull",
    "offset",
    "on",
    "order",
    "over",
    "overlaps",
    "precision",
    "returning",
    "second",
    "to",
    "union",
    "varying",
    "where",
    "window",
    "with",
    "within",
    "without",
    "year",
];

/// How many levels of depth a query counts for: its parts take more of the stack than an expression's.
const QUERY_WEIGHT: u16 = 4;

/// Words that end an empty `SELECT` list.
const CLAUSES: &[&str] = &[
    "from",
    "into",
    "where",
    "group",
    "having",
    "window",
    "union",
    "intersect",
    "except",
    "order",
    "limit",
    "offset",
    "fetch",
    "for",
];

impl Parser<'_> {
    /// The whole text as one query. A semicolon may end it.
    pub(super) fn whole_query(mut self) -> Parsed<Query> {
        self.set_strict();
        let found = self.query()?;
        self.take(TokenKind::Semicolon);
        if self.kind(0) == TokenKind::End { Ok(*found) } else { Err(self.unexpected()) }
    }

    /// The query in the parentheses that open here. Where only an expression was asked for, a query that cannot
    /// be read is `None` and passed over: its text is enough to compare by.
    pub(crate) fn parenthesised_query(&mut self) -> Parsed<(TextRange, Option<Box<Query>>)> {
        let before = self.position();
        let read = self.query_in_parens();
        match read {
            Ok(query) => {
                let inside = self.inside_of(before);
                Ok((inside, Some(query)))
            }
            Err(error) if self.is_strict() => Err(error),
            Err(_) => {
                self.back_to(before);
                self.query_text().map(|range| (range, None))
            }
        }
    }

    pub(super) fn query_in_parens(&mut self) -> Parsed<Box<Query>> {
        self.expect(TokenKind::LeftParen)?;
        let query = self.query()?;
        self.expect(TokenKind::RightParen)?;
        Ok(query)
    }

    /// A query or a change of rows, with what surrounds it.
    pub(super) fn query(&mut self) -> Parsed<Box<Query>> {
        self.nested_by(QUERY_WEIGHT, |parser| {
            let start = parser.range();
            let with = if parser.word(0) == "with" { Some(parser.with_clause()?) } else { None };
            let body = match parser.word(0) {
                "insert" => parser.insert()?,
                "update" => parser.update()?,
                "delete" => parser.delete()?,
                "merge" => return Err(ParseError::unread("MERGE", parser.range())),
                _ => parser.set_operations()?.body,
            };
            let mut query = Box::new(Query::new(body, start));
            query.with = with;
            if !matches!(query.body, Body::Insert(_) | Body::Update(_) | Body::Delete(_)) {
                query.order_by = parser.sort_keys()?;
                parser.limits_and_locks(&mut query)?;
            }
            query.range = start.to(parser.last_range());
            let mut query = Self::unwrapped(query)?;
            query.measure();
            if query.height() > MAX_DEPTH {
                return Err(ParseError::new("the query is nested too deeply", query.range));
            }
            Ok(query)
        })
    }

    /// What follows a query in parentheses belongs to it: `(SELECT a FROM t) ORDER BY b` sees `t`.
    fn unwrapped(mut outer: Box<Query>) -> Parsed<Box<Query>> {
        let body = std::mem::replace(&mut outer.body, Body::Values(Vec::new()));
        let Body::Nested(mut inner) = body else {
            outer.body = body;
            return Ok(outer);
        };
        let twice = (!outer.order_by.is_empty() && !inner.order_by.is_empty())
            || (outer.limit.is_some() && inner.limit.is_some())
            || (outer.offset.is_some() && inner.offset.is_some())
            || (outer.with.is_some() && inner.with.is_some());
        if twice {
            return Err(ParseError::new("multiple clauses of one kind are not allowed", outer.range));
        }
        if !outer.order_by.is_empty() {
            inner.order_by = outer.order_by;
        }
        inner.with_ties |= outer.with_ties;
        inner.limit = inner.limit.or(outer.limit);
        inner.offset = inner.offset.or(outer.offset);
        inner.with = outer.with.or(inner.with);
        inner.locking.append(&mut outer.locking);
        inner.range = outer.range;
        Ok(inner)
    }

    // Set operations.

    /// `UNION` and `EXCEPT`, from the left.
    fn set_operations(&mut self) -> Parsed<SetOperand> {
        self.chain(&[SetOperator::Union, SetOperator::Except], |parser| {
            // `INTERSECT` binds tighter.
            parser.chain(&[SetOperator::Intersect], Self::simple_query)
        })
    }

    fn chain(
        &mut self,
        operators: &[SetOperator],
        mut operand: impl FnMut(&mut Self) -> Parsed<SetOperand>,
    ) -> Parsed<SetOperand> {
        let first = operand(self)?;
        let mut rest = Vec::new();
        while let Some(operator) = self.set_operator().filter(|found| operators.contains(found)) {
            let range = self.advance();
            let all = self.take_word("all");
            if !all {
                self.take_word("distinct");
            }
            rest.push((SetStep { operator, all, range }, operand(self)?));
        }
        if rest.is_empty() {
            return Ok(first);
        }
        let range = first.range.to(self.last_range());
        Ok(SetOperand { body: Body::Set(Box::new(SetOperation { first, rest })), range })
    }

    fn set_operator(&self) -> Option<SetOperator> {
        match self.word(0) {
            "union" => Some(SetOperator::Union),
            "intersect" => Some(SetOperator::Intersect),
            "except" => Some(SetOperator::Except),
            _ => None,
        }
    }

    fn simple_query(&mut self) -> Parsed<SetOperand> {
        let start = self.range();
        let body = if self.kind(0) == TokenKind::LeftParen {
            Body::Nested(self.query_in_parens()?)
        } else {
            match self.word(0) {
                "select" => Body::Select(Box::new(self.select()?)),
                "values" => Body::Values(self.values()?),
                "table" => {
                    self.advance();
                    let name = self.relation_name()?;
                    Body::Table(RelationName { range: start.to(name.range), ..name })
                }
                _ => return Err(self.unexpected()),
            }
        };
        Ok(SetOperand { body, range: start.to(self.last_range()) })
    }

    fn values(&mut self) -> Parsed<Vec<Vec<Option<Expr>>>> {
        self.advance();
        let mut rows = Vec::new();
        loop {
            self.expect(TokenKind::LeftParen)?;
            let mut row = Vec::new();
            loop {
                row.push(if self.take_word("default") { None } else { Some(self.expression(0)?) });
                if !self.take(TokenKind::Comma) {
                    break;
                }
            }
            self.expect(TokenKind::RightParen)?;
            rows.push(row);
            if !self.take(TokenKind::Comma) {
                return Ok(rows);
            }
        }
    }

    // SELECT.

    fn select(&mut self) -> Parsed<Select> {
        let start = self.advance();
        let mut select = Select {
            distinct: Distinct::No,
            targets: Vec::new(),
            into: None,
            from: Vec::new(),
            condition: None,
            group_by: Vec::new(),
            group_distinct: false,
            having: None,
            windows: Vec::new(),
            range: start,
        };
        if self.take_word("distinct") {
            select.distinct = Distinct::All;
            if self.take_word("on") {
                self.expect(TokenKind::LeftParen)?;
                select.distinct = Distinct::On(self.expressions()?);
                self.expect(TokenKind::RightParen)?;
            }
        } else {
            self.take_word("all");
        }
        let empty = matches!(self.kind(0), TokenKind::End | TokenKind::RightParen | TokenKind::Semicolon)
            || CLAUSES.contains(&self.word(0));
        if !empty || select.distinct != Distinct::No {
            select.targets = self.targets()?;
        }
        if self.word(0) == "into" {
            let start = self.advance();
            for word in ["temporary", "temp", "unlogged", "local", "global"] {
                if self.word(0) == word && !matches!(self.kind(1), TokenKind::Dot) {
                    self.take_word(word);
                }
            }
            self.take_word("table");
            let name = self.relation_name()?;
            let range = start.to(name.range);
            select.into = Some((name, range));
        }
        if self.take_word("from") {
            select.from = self.items_of_from()?;
        }
        if self.take_word("where") {
            select.condition = Some(self.expression(0)?);
        }
        if self.take_words(&["group", "by"]) {
            select.group_distinct = self.take_word("distinct");
            if !select.group_distinct {
                self.take_word("all");
            }
            select.group_by = self.group_items()?;
        }
        if self.take_word("having") {
            select.having = Some(self.expression(0)?);
        }
        if self.take_word("window") {
            select.windows = self.named_windows()?;
        }
        select.range = start.to(self.last_range());
        Ok(select)
    }

    pub(super) fn targets(&mut self) -> Parsed<Vec<Target>> {
        let mut found = Vec::new();
        loop {
            found.push(self.target()?);
            if !self.take(TokenKind::Comma) {
                return Ok(found);
            }
        }
    }

    fn target(&mut self) -> Parsed<Target> {
        let start = self.range();
        if self.kind(0) == TokenKind::Operator && self.slice(start) == "*" {
            self.advance();
            let kind = ExprKind::Column { path: Path { parts: Vec::new() }, all: true };
            return Ok(Target { value: Self::node(kind, start)?, label: None, range: start });
        }
        let value = self.expression(0)?;
        let labelled = self.take_word("as") || self.bare_label_follows();
        let label = if labelled { Some(self.ident()?) } else { None };
        Ok(Target { value, label, range: start.to(self.last_range()) })
    }

    fn bare_label_follows(&self) -> bool {
        match self.kind(0) {
            TokenKind::QuotedName | TokenKind::UnicodeName => true,
            TokenKind::Word => !LABELS_WITH_AS.contains(&self.word(0)),
            _ => false,
        }
    }

    fn group_items(&mut self) -> Parsed<Vec<GroupItem>> {
        let mut found = Vec::new();
        loop {
            found.push(self.group_item()?);
            if !self.take(TokenKind::Comma) {
                return Ok(found);
            }
        }
    }

    fn group_item(&mut self) -> Parsed<GroupItem> {
        let opens = self.kind(1) == TokenKind::LeftParen;
        Ok(match self.word(0) {
            "rollup" | "cube" if opens => {
                let rollup = self.word(0) == "rollup";
                self.advance();
                self.advance();
                let items = self.expressions()?;
                self.expect(TokenKind::RightParen)?;
                if rollup { GroupItem::Rollup(items) } else { GroupItem::Cube(items) }
            }
            "grouping" if self.word(1) == "sets" => {
                self.advance();
                self.advance();
                self.expect(TokenKind::LeftParen)?;
                let items = self.nested(Self::group_items)?;
                self.expect(TokenKind::RightParen)?;
                GroupItem::Sets(items)
            }
            _ if self.kind(0) == TokenKind::LeftParen && self.kind(1) == TokenKind::RightParen => {
                self.advance();
                self.advance();
                GroupItem::Empty
            }
            _ => GroupItem::Expr(self.expression(0)?),
        })
    }

    fn named_windows(&mut self) -> Parsed<Vec<NamedWindow>> {
        let mut found = Vec::new();
        loop {
            let name = self.ident()?;
            self.expect_word("as")?;
            if self.kind(0) != TokenKind::LeftParen {
                return Err(self.unexpected());
            }
            found.push(NamedWindow { name, definition: self.window()? });
            if !self.take(TokenKind::Comma) {
                return Ok(found);
            }
        }
    }

    // LIMIT, OFFSET, FETCH and FOR, which may stand in any order.

    fn limits_and_locks(&mut self, query: &mut Query) -> Parsed<()> {
        loop {
            match self.word(0) {
                "limit" => {
                    self.advance();
                    if !self.take_word("all") {
                        query.limit = Some(self.expression(0)?);
                    }
                }
                "offset" => {
                    self.advance();
                    query.offset = Some(self.expression(0)?);
                    if !self.take_word("rows") {
                        self.take_word("row");
                    }
                }
                "fetch" => {
                    self.advance();
                    if !self.take_word("first") {
                        self.expect_word("next")?;
                    }
                    query.limit = Some(if matches!(self.word(0), "row" | "rows") {
                        Self::node(ExprKind::Number("1".into()), self.range())?
                    } else {
                        self.primary()?
                    });
                    if !self.take_word("rows") {
                        self.expect_word("row")?;
                    }
                    query.with_ties = self.take_words(&["with", "ties"]);
                    if !query.with_ties {
                        self.expect_word("only")?;
                    }
                }
                "for" if self.word(1) == "read" => {
                    if !self.take_words(&["for", "read", "only"]) {
                        return Err(self.unexpected());
                    }
                }
                "for" => {
                    self.advance();
                    let strengths: [(&[&str], &str); 4] = [
                        (&["update"], "update"),
                        (&["no", "key", "update"], "no key update"),
                        (&["share"], "share"),
                        (&["key", "share"], "key share"),
                    ];
                    let Some((_, strength)) = strengths.iter().find(|(words, _)| self.take_words(words))
                    else {
                        return Err(self.unexpected());
                    };
                    let mut of = Vec::new();
                    if self.take_word("of") {
                        of = self.idents()?;
                    }
                    let wait = if self.take_word("nowait") {
                        Some("nowait")
                    } else if self.take_words(&["skip", "locked"]) {
                        Some("skip locked")
                    } else {
                        None
                    };
                    query.locking.push(Locking { strength, of, wait });
                }
                _ => return Ok(()),
            }
        }
    }

    // WITH.

    fn with_clause(&mut self) -> Parsed<With> {
        let start = self.advance();
        let recursive = self.take_word("recursive");
        let mut tables = Vec::new();
        loop {
            tables.push(self.common_table()?);
            if !self.take(TokenKind::Comma) {
                break;
            }
        }
        Ok(With { recursive, tables, range: start.to(self.last_range()) })
    }

    fn common_table(&mut self) -> Parsed<CommonTable> {
        let name = self.column_id()?;
        let columns = self.optional_idents_in_parens()?;
        self.expect_word("as")?;
        let materialized = if self.take_words(&["not", "materialized"]) {
            Some(false)
        } else if self.take_word("materialized") {
            Some(true)
        } else {
            None
        };
        let query = self.query_in_parens()?;
        let mut search = None;
        if self.take_word("search") {
            let breadth_first = self.take_word("breadth");
            if !breadth_first {
                self.expect_word("depth")?;
            }
            if !self.take_words(&["first", "by"]) {
                return Err(self.unexpected());
            }
            let columns = self.idents()?;
            self.expect_word("set")?;
            search = Some(Search { breadth_first, columns, sequence: self.ident()? });
        }
        let mut cycle = None;
        if self.take_word("cycle") {
            let columns = self.idents()?;
            self.expect_word("set")?;
            let mark = self.ident()?;
            let mut values = None;
            if self.take_word("to") {
                let value = self.primary()?;
                self.expect_word("default")?;
                values = Some((value, self.primary()?));
            }
            self.expect_word("using")?;
            cycle = Some(Cycle { columns, mark, values, path: self.ident()? });
        }
        Ok(CommonTable { name, columns, materialized, query, search, cycle })
    }

    // Names.

    /// A word or name that may be a column, a table or an alias comes next (`ColId`).
    pub(super) fn column_id_follows(&self) -> bool {
        match self.kind(0) {
            TokenKind::QuotedName | TokenKind::UnicodeName => true,
            TokenKind::Word => {
                matches!(
                    class(self.word(0)),
                    None | Some(KeywordClass::Unreserved | KeywordClass::ColumnName)
                )
            }
            _ => false,
        }
    }

    pub(super) fn column_id(&mut self) -> Parsed<Ident> {
        if self.column_id_follows() { self.ident() } else { Err(self.unexpected()) }
    }

    pub(super) fn idents(&mut self) -> Parsed<Vec<Ident>> {
        let mut found = vec![self.column_id()?];
        while self.take(TokenKind::Comma) {
            found.push(self.column_id()?);
        }
        Ok(found)
    }

    pub(super) fn idents_in_parens(&mut self) -> Parsed<Vec<Ident>> {
        self.expect(TokenKind::LeftParen)?;
        let found = self.idents()?;
        self.expect(TokenKind::RightParen)?;
        Ok(found)
    }

    pub(super) fn optional_idents_in_parens(&mut self) -> Parsed<Vec<Ident>> {
        if self.kind(0) == TokenKind::LeftParen { self.idents_in_parens() } else { Ok(Vec::new()) }
    }
}
