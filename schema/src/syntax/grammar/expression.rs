//! Where expressions and queries end. They are not read here: a text is delimited by PostgreSQL's grammar and kept.
//!
//! An expression is followed operand by operand and operator by operator, which is what decides whether a word goes on
//! with it (`x IS NOT NULL`) or begins the next clause (`DEFAULT x NOT NULL`). What stands in parentheses is skipped
//! to the closing one without being looked at. Nothing here recurses on nesting.

use super::cursor::{Cursor, Parse};
use crate::syntax::keywords::KeywordClass;
use crate::syntax::lexer::{Token, TokenKind};
use crate::syntax::tree::SqlText;

/// Which of the two expression rules of the grammar applies.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rule {
    /// `a_expr`: everything.
    Full,
    /// `b_expr`: without `AND`, `OR`, `NOT`, `IN`, `LIKE`, `IS NULL`, `COLLATE`, so that clauses may follow.
    Bounded,
}

/// Words that are values by themselves although they are reserved.
const VALUE_WORDS: &[&str] = &[
    "NULL",
    "TRUE",
    "FALSE",
    "CURRENT_DATE",
    "CURRENT_TIME",
    "CURRENT_TIMESTAMP",
    "LOCALTIME",
    "LOCALTIMESTAMP",
    "CURRENT_ROLE",
    "CURRENT_USER",
    "SESSION_USER",
    "SYSTEM_USER",
    "USER",
    "CURRENT_CATALOG",
    "DEFAULT",
];

impl Cursor<'_> {
    /// An expression (`a_expr`).
    pub(crate) fn expression(&mut self) -> Parse<SqlText> {
        self.scan_expression(Rule::Full)
    }

    /// An expression that clauses may follow (`b_expr`): of column defaults.
    pub(crate) fn bounded_expression(&mut self) -> Parse<SqlText> {
        self.scan_expression(Rule::Bounded)
    }

    /// `( expression )`; gives what is inside.
    pub(crate) fn expression_in_parens(&mut self) -> Parse<SqlText> {
        self.expect_sign(TokenKind::LeftParen)?;
        let inside = self.expression()?;
        self.expect_sign(TokenKind::RightParen)?;
        Ok(inside)
    }

    /// A function call as index keys and `FROM` lists have it (`func_expr_windowless`), from its name.
    pub(crate) fn function_call(&mut self) -> Parse<SqlText> {
        let start = self.here();
        if self.nth_in(0, VALUE_WORDS) && !self.nth_in(0, &["NULL", "TRUE", "FALSE", "DEFAULT"]) {
            self.bump();
            if self.kind() == TokenKind::LeftParen {
                self.skip_group()?;
            }
            return Ok(self.text_since(start));
        }
        if self.nth_class(0) == Some(KeywordClass::Reserved) && !self.nth_is(0, "CAST") {
            return self.refuse();
        }
        self.label()?;
        while self.eat_sign(TokenKind::Dot) {
            self.label()?;
        }
        if self.kind() != TokenKind::LeftParen {
            return self.refuse_wanting("(");
        }
        self.skip_group()?;
        Ok(self.text_since(start))
    }

    fn scan_expression(&mut self, rule: Rule) -> Parse<SqlText> {
        let start = self.here();
        loop {
            self.operand(rule)?;
            if !self.after_operand(rule)? {
                return Ok(self.text_since(start));
            }
        }
    }

    /// One operand with the signs before it; refuses when none stands here.
    fn operand(&mut self, rule: Rule) -> Parse<()> {
        loop {
            if self.kind() == TokenKind::Operator || (rule == Rule::Full && self.nth_is(0, "NOT")) {
                self.bump();
            } else if self.nth_is(0, "OPERATOR") && self.nth_kind(1) == TokenKind::LeftParen {
                self.bump();
                self.skip_group()?;
            } else {
                break;
            }
        }
        match self.kind() {
            TokenKind::LeftParen => self.skip_group(),
            TokenKind::String
            | TokenKind::EscapeString
            | TokenKind::UnicodeString
            | TokenKind::NationalString
            | TokenKind::BitString
            | TokenKind::HexString
            | TokenKind::DollarString
            | TokenKind::Integer
            | TokenKind::Float
            | TokenKind::Parameter => {
                self.bump();
                if self.nth_is(0, "UESCAPE") && self.nth_string(1) {
                    self.bump();
                    self.bump();
                }
                Ok(())
            }
            TokenKind::Word | TokenKind::QuotedName | TokenKind::UnicodeName => self.word_operand(),
            _ => self.refuse_wanting("an expression"),
        }
    }

    fn word_operand(&mut self) -> Parse<()> {
        if self.nth_is(0, "CASE") {
            return self.skip_case();
        }
        if self.nth_in(0, VALUE_WORDS) {
            self.bump();
            return Ok(());
        }
        if self.nth_is(0, "ARRAY") {
            self.bump();
            return match self.kind() {
                TokenKind::LeftBracket | TokenKind::LeftParen => self.skip_group(),
                _ => self.refuse_wanting("["),
            };
        }
        if self.nth_in(0, &["CAST", "UNIQUE", "ROW", "EXISTS"]) && self.nth_kind(1) == TokenKind::LeftParen {
            self.bump();
            return self.skip_group();
        }
        if self.nth_class(0) == Some(KeywordClass::Reserved) {
            return self.refuse_wanting("an expression");
        }
        if self.typed_constant()? {
            return Ok(());
        }
        if self.eat_all(&["COLLATION", "FOR"]) {
            return if self.kind() == TokenKind::LeftParen {
                self.skip_group()
            } else {
                self.refuse_wanting("(")
            };
        }
        self.label()?;
        Ok(())
    }

    /// `interval '1 day'`, `timestamp with time zone '…'`, `numeric(3,1) '1'`, `pg_catalog.date '…'`.
    fn typed_constant(&mut self) -> Parse<bool> {
        const STARTS: &[&str] = &[
            "DOUBLE",
            "BIT",
            "CHARACTER",
            "CHAR",
            "VARCHAR",
            "NCHAR",
            "NATIONAL",
            "TIMESTAMP",
            "TIME",
            "INTERVAL",
            "INT",
            "INTEGER",
            "SMALLINT",
            "BIGINT",
            "REAL",
            "FLOAT",
            "BOOLEAN",
            "DECIMAL",
            "DEC",
            "NUMERIC",
        ];
        let position = self.position();
        let built_in = self.nth_in(0, STARTS);
        let dotted = self.nth_kind(1) == TokenKind::Dot;
        let generic = !dotted && !built_in && self.nth_kind(1) == TokenKind::LeftParen;
        if generic && !self.constant_follows_group() {
            return Ok(false);
        }
        if dotted && !self.constant_follows_dots() {
            return Ok(false);
        }
        if !(built_in || dotted || generic || self.nth_string(1)) {
            return Ok(false);
        }
        if self.simple_type().is_ok() && self.nth_string(0) {
            self.bump();
            self.interval_fields()?;
            return Ok(true);
        }
        self.rewind(position);
        Ok(false)
    }

    /// After the dotted name that begins here a string stands: the name is a type.
    fn constant_follows_dots(&self) -> bool {
        let mut ahead = 0;
        while self.nth_kind(ahead + 1) == TokenKind::Dot {
            ahead += 2;
        }
        self.nth_string(ahead + 1)
    }

    /// After the name and the simple list of numbers in parentheses that follows it a string stands.
    fn constant_follows_group(&self) -> bool {
        let mut ahead = 2;
        while matches!(self.nth_kind(ahead), TokenKind::Integer | TokenKind::Comma | TokenKind::Word)
            && ahead < 12
        {
            ahead += 1;
        }
        self.nth_kind(ahead) == TokenKind::RightParen && self.nth_string(ahead + 1)
    }

    /// Takes what goes on with an expression; true when another operand must follow.
    fn after_operand(&mut self, rule: Rule) -> Parse<bool> {
        loop {
            match self.kind() {
                // A call, or what follows one.
                TokenKind::LeftParen if self.position() > 0 && self.last_is_callable() => {
                    self.skip_group()?;
                }
                TokenKind::LeftBracket => {
                    self.skip_group()?;
                }
                TokenKind::Dot => {
                    self.bump();
                    if !self.eat_operator("*") {
                        self.label()?;
                    }
                }
                TokenKind::TypeCast => {
                    self.bump();
                    self.type_name()?;
                }
                TokenKind::Operator => {
                    self.bump();
                    self.quantified();
                    return Ok(true);
                }
                TokenKind::Word => match self.word_after_operand(rule)? {
                    Next::Operand => return Ok(true),
                    Next::Done => {}
                    Next::End => return Ok(false),
                },
                _ => return Ok(false),
            }
        }
    }

    /// `ANY`, `SOME` and `ALL` between an operator and its parentheses.
    fn quantified(&mut self) {
        if self.nth_in(0, &["ANY", "SOME", "ALL"]) && self.nth_kind(1) == TokenKind::LeftParen {
            self.bump();
        }
    }

    /// The last token can be the name of a function.
    fn last_is_callable(&self) -> bool {
        matches!(self.last().kind, TokenKind::Word | TokenKind::QuotedName | TokenKind::UnicodeName)
    }

    fn last(&self) -> Token {
        let before = self.position().saturating_sub(1);
        self.token_at(before)
    }

    fn word_after_operand(&mut self, rule: Rule) -> Parse<Next> {
        // What belongs to a function call stands in both rules.
        if self.nth_is(0, "OVER")
            && (self.nth_kind(1) == TokenKind::LeftParen || self.nth_names(1, &[KeywordClass::ColumnName]))
        {
            self.bump();
            if self.kind() == TokenKind::LeftParen {
                self.skip_group()?;
            } else {
                self.column_name()?;
            }
            return Ok(Next::Done);
        }
        if self.nth_is(0, "FILTER") && self.nth_kind(1) == TokenKind::LeftParen {
            self.bump();
            self.skip_group()?;
            return Ok(Next::Done);
        }
        if self.nth_is(0, "WITHIN") && self.nth_is(1, "GROUP") {
            self.bump();
            self.bump();
            if self.kind() != TokenKind::LeftParen {
                return self.refuse_wanting("(");
            }
            self.skip_group()?;
            return Ok(Next::Done);
        }
        if self.nth_is(0, "OPERATOR") && self.nth_kind(1) == TokenKind::LeftParen {
            self.bump();
            self.skip_group()?;
            self.quantified();
            return Ok(Next::Operand);
        }
        if self.nth_is(0, "IS") {
            return self.after_is(rule);
        }
        if rule == Rule::Bounded {
            return Ok(Next::End);
        }
        if self.eat("AND") || self.eat("OR") || self.eat("OVERLAPS") || self.eat("ESCAPE") {
            return Ok(Next::Operand);
        }
        if self.eat("ISNULL") || self.eat("NOTNULL") || self.eat_all(&["AT", "LOCAL"]) {
            return Ok(Next::Done);
        }
        if self.eat("COLLATE") {
            self.qualified_name()?;
            return Ok(Next::Done);
        }
        if self.eat_all(&["AT", "TIME", "ZONE"]) {
            return Ok(Next::Operand);
        }
        let negated = usize::from(self.nth_is(0, "NOT"));
        if self.nth_in(negated, &["LIKE", "ILIKE", "IN", "BETWEEN"])
            || (self.nth_is(negated, "SIMILAR") && self.nth_is(negated + 1, "TO"))
        {
            let skip = negated + 1 + usize::from(self.nth_is(negated, "SIMILAR"));
            for _ in 0..skip {
                self.bump();
            }
            if !self.eat("SYMMETRIC") {
                self.eat("ASYMMETRIC");
            }
            self.quantified();
            return Ok(Next::Operand);
        }
        Ok(Next::End)
    }

    fn after_is(&mut self, rule: Rule) -> Parse<Next> {
        let negated = usize::from(self.nth_is(1, "NOT"));
        let test = 1 + negated;
        if self.nth_is(test, "DISTINCT") && self.nth_is(test + 1, "FROM") {
            self.skip(test + 2);
            return Ok(Next::Operand);
        }
        if self.nth_is(test, "DOCUMENT") {
            self.skip(test + 1);
            return Ok(Next::Done);
        }
        if rule == Rule::Bounded {
            return Ok(Next::End);
        }
        if self.nth_in(test, &["NULL", "TRUE", "FALSE", "UNKNOWN", "NORMALIZED"]) {
            self.skip(test + 1);
            return Ok(Next::Done);
        }
        if self.nth_in(test, &["NFC", "NFD", "NFKC", "NFKD"]) && self.nth_is(test + 1, "NORMALIZED") {
            self.skip(test + 2);
            return Ok(Next::Done);
        }
        if self.nth_is(test, "JSON") {
            self.skip(test + 1);
            self.eat_one(&[("VALUE", ()), ("ARRAY", ()), ("OBJECT", ()), ("SCALAR", ())]);
            if self.nth_in(0, &["WITH", "WITHOUT"]) && self.nth_is(1, "UNIQUE") {
                self.skip(2);
                self.eat("KEYS");
            }
            return Ok(Next::Done);
        }
        self.skip(test);
        self.refuse_wanting("NULL")
    }

    fn skip(&mut self, count: usize) {
        for _ in 0..count {
            self.bump();
        }
    }

    /// From `(` or `[` past the one that closes it; other brackets must match too.
    pub(crate) fn skip_group(&mut self) -> Parse<()> {
        let mut open: Vec<TokenKind> = Vec::new();
        loop {
            match self.kind() {
                TokenKind::LeftParen => open.push(TokenKind::RightParen),
                TokenKind::LeftBracket => open.push(TokenKind::RightBracket),
                kind @ (TokenKind::RightParen | TokenKind::RightBracket) => {
                    let closes = open.pop() == Some(kind);
                    if !closes {
                        return self.refuse();
                    }
                }
                TokenKind::End => {
                    return match open.last() {
                        Some(TokenKind::RightBracket) => self.refuse_wanting("]"),
                        _ => self.refuse_wanting(")"),
                    };
                }
                TokenKind::Unknown | TokenKind::Junk | TokenKind::Unterminated(_) | TokenKind::Semicolon => {
                    return self.refuse();
                }
                _ => {}
            }
            self.bump();
            if open.is_empty() {
                return Ok(());
            }
        }
    }

    /// From `CASE` past its `END`.
    fn skip_case(&mut self) -> Parse<()> {
        let mut depth = 0_usize;
        loop {
            match self.kind() {
                TokenKind::LeftParen | TokenKind::LeftBracket => {
                    self.skip_group()?;
                    continue;
                }
                TokenKind::Word if self.after_dot() => {}
                TokenKind::Word if self.nth_is(0, "CASE") => depth += 1,
                TokenKind::Word if self.nth_is(0, "END") => depth -= 1,
                TokenKind::End => return self.refuse_wanting("END"),
                TokenKind::RightParen
                | TokenKind::RightBracket
                | TokenKind::Comma
                | TokenKind::Semicolon
                | TokenKind::Unknown
                | TokenKind::Junk
                | TokenKind::Unterminated(_) => return self.refuse(),
                _ => {}
            }
            self.bump();
            if depth == 0 {
                return Ok(());
            }
        }
    }

    fn after_dot(&self) -> bool {
        self.last().kind == TokenKind::Dot
    }

    /// A query begins here (`SelectStmt`).
    pub(crate) fn at_query(&self) -> bool {
        let mut ahead = 0;
        while self.nth_kind(ahead) == TokenKind::LeftParen {
            ahead += 1;
        }
        self.nth_in(ahead, &["SELECT", "VALUES", "TABLE", "WITH"])
    }

    /// Takes tokens up to one of the ends, which are looked for outside parentheses, or up to the statement's end.
    pub(crate) fn text_until(&mut self, ends: impl Fn(&Self) -> bool) -> Parse<SqlText> {
        let start = self.here();
        let first = self.position();
        loop {
            match self.kind() {
                TokenKind::End => break,
                _ if ends(self) || (self.in_schema && self.nth_in(0, &["CREATE", "GRANT"])) => break,
                TokenKind::LeftParen | TokenKind::LeftBracket => {
                    self.skip_group()?;
                }
                TokenKind::RightParen
                | TokenKind::RightBracket
                | TokenKind::Unknown
                | TokenKind::Junk
                | TokenKind::Semicolon
                | TokenKind::Unterminated(_) => return self.refuse(),
                _ => {
                    self.bump();
                }
            }
        }
        if self.position() == first { self.refuse() } else { Ok(self.text_since(start)) }
    }

    /// A query up to one of the ends.
    pub(crate) fn query_until(&mut self, ends: impl Fn(&Self) -> bool) -> Parse<SqlText> {
        if self.at_query() { self.text_until(ends) } else { self.refuse_wanting("a query") }
    }
}

/// What a word after an operand means.
enum Next {
    /// An operator: an operand must follow.
    Operand,
    /// It was taken as part of the operand.
    Done,
    /// It begins something else.
    End,
}
