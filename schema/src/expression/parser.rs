//! Text to tree: operators by precedence, as `a_expr` and `b_expr` of PostgreSQL's grammar
//! (documentation: SQL Syntax, Operator Precedence).

use super::ParseError;
use super::tree::{
    Call, Expr, ExprKind, Ident, IsTest, LikeKind, Operator, Path, QueryForm, SortKey, TextRange,
};
use crate::syntax::lexer::{Lexer, Token, TokenKind};
use crate::syntax::literal;

/// How high a tree may grow and how deep parentheses may go.
pub(crate) const MAX_DEPTH: u16 = 128;

/// How tightly operators bind, loosest first, as the `%left` and `%nonassoc` lines of `gram.y`.
pub(super) mod power {
    pub(crate) const OR: u8 = 1;
    pub(crate) const AND: u8 = 2;
    pub(crate) const NOT: u8 = 3;
    pub(crate) const IS: u8 = 4;
    pub(crate) const COMPARISON: u8 = 5;
    pub(crate) const LIKE: u8 = 6;
    pub(crate) const OPERATOR: u8 = 8;
    pub(crate) const ADD: u8 = 9;
    pub(crate) const MULTIPLY: u8 = 10;
    pub(crate) const POWER: u8 = 11;
    pub(crate) const AT: u8 = 12;
    pub(crate) const COLLATE: u8 = 13;
    pub(crate) const SIGN: u8 = 14;
    pub(crate) const CAST: u8 = 16;
}

pub(crate) type Parsed<T = Expr> = Result<T, ParseError>;

/// A token with its word folded, for the kinds that have one.
#[derive(Debug)]
struct Lexeme {
    kind: TokenKind,
    range: TextRange,
    /// Of a word without quotes, in lower case.
    word: Box<str>,
}

/// The tokens of one text and the place reached. `special.rs`, `primary.rs` and `type_name.rs` add to it.
#[derive(Debug)]
pub(crate) struct Parser<'a> {
    text: &'a str,
    lexemes: Vec<Lexeme>,
    /// Of each opening parenthesis the place of the closing one, where there is one.
    closing: Vec<u32>,
    at: usize,
    depth: u16,
    /// A sub-query that cannot be read is an error, not a stretch of text.
    strict: bool,
}

impl<'a> Parser<'a> {
    pub(crate) fn new(text: &'a str) -> Parsed<Self> {
        let mut lexemes = Vec::new();
        for token in Lexer::new(text) {
            let Token { kind, start, end } = token;
            let range = TextRange::new(start, end);
            match kind {
                TokenKind::Whitespace | TokenKind::Comment => continue,
                TokenKind::Unterminated(quote) => return Err(ParseError::new(quote.message(), range)),
                TokenKind::Junk => return Err(ParseError::new("trailing junk after a number", range)),
                TokenKind::Unknown => return Err(ParseError::new("a character that begins nothing", range)),
                _ => {}
            }
            let word =
                if kind == TokenKind::Word { token.text(text).to_ascii_lowercase() } else { String::new() };
            lexemes.push(Lexeme { kind, range, word: word.into() });
        }
        let end = TextRange::new(text.len() as u32, text.len() as u32);
        lexemes.push(Lexeme { kind: TokenKind::End, range: end, word: "".into() });
        let closing = closing_parens(&lexemes);
        Ok(Self { text, lexemes, closing, at: 0, depth: 0, strict: false })
    }

    /// From here on a sub-query that cannot be read is an error.
    pub(crate) fn set_strict(&mut self) {
        self.strict = true;
    }

    pub(crate) fn is_strict(&self) -> bool {
        self.strict
    }

    /// How many tokens on the parenthesis closes that opens `ahead` tokens on.
    pub(crate) fn closing(&self, ahead: usize) -> Option<usize> {
        let closing = *self.closing.get(self.at + ahead)? as usize;
        closing.checked_sub(self.at).filter(|found| *found > ahead)
    }

    /// What lies between the parenthesis at a position and the last token taken, which closes it.
    pub(crate) fn inside_of(&self, position: usize) -> TextRange {
        let first = self.lexemes.get(position + 1);
        let last = self.at.checked_sub(2).and_then(|at| self.lexemes.get(at));
        match (first, last) {
            (Some(first), Some(last)) => TextRange::new(first.range.start, last.range.end),
            _ => TextRange::new(0, 0),
        }
    }

    /// The whole text as one expression.
    pub(crate) fn whole(mut self) -> Parsed {
        let found = self.expression(0)?;
        if self.kind(0) == TokenKind::End { Ok(found) } else { Err(self.unexpected()) }
    }

    // The tokens.

    fn lexeme(&self, ahead: usize) -> Option<&Lexeme> {
        self.lexemes.get(self.at + ahead).or(self.lexemes.last())
    }

    pub(crate) fn kind(&self, ahead: usize) -> TokenKind {
        self.lexeme(ahead).map_or(TokenKind::End, |lexeme| lexeme.kind)
    }

    /// The place of the next token.
    pub(crate) fn range(&self) -> TextRange {
        self.lexeme(0).map_or(TextRange::new(0, 0), |lexeme| lexeme.range)
    }

    /// The place of the token that was taken last.
    pub(crate) fn last_range(&self) -> TextRange {
        self.at
            .checked_sub(1)
            .and_then(|at| self.lexemes.get(at))
            .map_or(TextRange::new(0, 0), |lexeme| lexeme.range)
    }

    /// The word without quotes `ahead` tokens on, in lower case; empty for anything else.
    pub(crate) fn word(&self, ahead: usize) -> &str {
        self.lexeme(ahead).map_or("", |lexeme| &lexeme.word)
    }

    pub(crate) fn slice(&self, range: TextRange) -> &'a str {
        self.text.get(range.range()).unwrap_or("")
    }

    pub(crate) fn position(&self) -> usize {
        self.at
    }

    pub(crate) fn back_to(&mut self, position: usize) {
        self.at = position;
    }

    pub(crate) fn advance(&mut self) -> TextRange {
        let range = self.range();
        if self.at + 1 < self.lexemes.len() {
            self.at += 1;
        }
        range
    }

    pub(crate) fn take(&mut self, kind: TokenKind) -> bool {
        let found = self.kind(0) == kind;
        if found {
            self.advance();
        }
        found
    }

    pub(crate) fn take_word(&mut self, word: &str) -> bool {
        let found = self.word(0) == word;
        if found {
            self.advance();
        }
        found
    }

    /// Takes all of these words, or none.
    pub(crate) fn take_words(&mut self, words: &[&str]) -> bool {
        let found = words.iter().enumerate().all(|(ahead, word)| self.word(ahead) == *word);
        if found {
            for _ in words {
                self.advance();
            }
        }
        found
    }

    pub(crate) fn expect(&mut self, kind: TokenKind) -> Parsed<TextRange> {
        if self.kind(0) == kind { Ok(self.advance()) } else { Err(self.unexpected()) }
    }

    pub(crate) fn expect_word(&mut self, word: &str) -> Parsed<()> {
        if self.take_word(word) { Ok(()) } else { Err(self.unexpected()) }
    }

    pub(crate) fn unexpected(&self) -> ParseError {
        let range = self.range();
        if self.kind(0) == TokenKind::End {
            ParseError::new("the expression ends too early", range)
        } else {
            ParseError::new(format!("syntax error at or near \"{}\"", self.slice(range)), range)
        }
    }

    /// A node, unless the tree below has grown too high.
    pub(crate) fn node(kind: ExprKind, range: TextRange) -> Parsed {
        let made = Expr::new(kind, range);
        if made.height() > MAX_DEPTH {
            Err(ParseError::new("the expression is nested too deeply", range))
        } else {
            Ok(made)
        }
    }

    /// A name: any word when `any_word`, else the caller has looked at its class.
    pub(crate) fn ident(&mut self) -> Parsed<Ident> {
        let (kind, range) = (self.kind(0), self.range());
        match kind {
            TokenKind::Word | TokenKind::QuotedName => {
                self.advance();
                Ok(Ident { text: literal::name(kind, self.slice(range), '\\'), range })
            }
            TokenKind::UnicodeName => {
                self.advance();
                let (escape, end) = self.unicode_escape(range)?;
                Ok(Ident { text: literal::name(kind, self.slice(range), escape), range: range.to(end) })
            }
            _ => Err(self.unexpected()),
        }
    }

    /// The character of `UESCAPE 'c'`, if that follows, and where it ends.
    pub(crate) fn unicode_escape(&mut self, before: TextRange) -> Parsed<(char, TextRange)> {
        if !self.take_word("uescape") {
            return Ok(('\\', before));
        }
        let range = self.expect(TokenKind::String)?;
        match self.slice(range).chars().nth(1) {
            Some(escape) if escape != '\'' => Ok((escape, range)),
            _ => Err(ParseError::new("invalid Unicode escape character", range)),
        }
    }

    // Expressions.

    /// `a_expr` of operators that bind as tightly as `min` or tighter.
    pub(crate) fn expression(&mut self, min: u8) -> Parsed {
        self.nested(|parser| parser.operators(min, false))
    }

    /// `b_expr`: without `AND`, `OR`, `NOT`, `IN`, `LIKE`, `BETWEEN`, `IS NULL`.
    pub(crate) fn restricted(&mut self, min: u8) -> Parsed {
        self.nested(|parser| parser.operators(min, true))
    }

    pub(crate) fn nested<T>(&mut self, read: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        self.nested_by(1, read)
    }

    /// One level deeper, which counts as `weight` levels: what takes more of the stack counts more.
    pub(crate) fn nested_by<T>(
        &mut self,
        weight: u16,
        read: impl FnOnce(&mut Self) -> Parsed<T>,
    ) -> Parsed<T> {
        if self.depth + weight > MAX_DEPTH {
            return Err(ParseError::new("the expression is nested too deeply", self.range()));
        }
        self.depth += weight;
        let read = read(self);
        self.depth -= weight;
        read
    }

    /// Expressions parted by commas; one at least.
    pub(crate) fn expressions(&mut self) -> Parsed<Vec<Expr>> {
        let mut found = vec![self.expression(0)?];
        while self.take(TokenKind::Comma) {
            found.push(self.expression(0)?);
        }
        Ok(found)
    }

    fn operators(&mut self, min: u8, restricted: bool) -> Parsed {
        let mut left = self.prefix(restricted)?;
        // The power of the last operator if it does not associate: `a < b < c` is an error.
        let mut alone = 0;
        while let Some(found) = self.infix_power(restricted) {
            if found < min {
                break;
            }
            if found == alone {
                return Err(self.unexpected());
            }
            alone = if matches!(found, power::COMPARISON | power::LIKE) { found } else { 0 };
            left = self.infix(left, found, restricted)?;
        }
        Ok(left)
    }

    /// The power of the infix or postfix operator that comes next, if one does.
    fn infix_power(&self, restricted: bool) -> Option<u8> {
        match self.kind(0) {
            TokenKind::Operator => Some(match self.slice(self.range()) {
                "<" | ">" | "=" | "<=" | ">=" | "<>" | "!=" => power::COMPARISON,
                "+" | "-" => power::ADD,
                "*" | "/" | "%" => power::MULTIPLY,
                "^" => power::POWER,
                _ => power::OPERATOR,
            }),
            TokenKind::TypeCast => Some(power::CAST),
            TokenKind::Word => match self.word(0) {
                "operator" if self.kind(1) == TokenKind::LeftParen => Some(power::OPERATOR),
                "is" if !restricted || self.word(1) == "distinct" || self.word(1) == "document" => {
                    Some(power::IS)
                }
                "is" if self.word(1) == "not" && matches!(self.word(2), "distinct" | "document") => {
                    Some(power::IS)
                }
                _ if restricted => None,
                "or" => Some(power::OR),
                "and" => Some(power::AND),
                "isnull" | "notnull" => Some(power::IS),
                "in" | "like" | "ilike" | "between" => Some(power::LIKE),
                "similar" if self.word(1) == "to" => Some(power::LIKE),
                "not" if matches!(self.word(1), "in" | "like" | "ilike" | "similar" | "between") => {
                    Some(power::LIKE)
                }
                "at" if matches!(self.word(1), "time" | "local") => Some(power::AT),
                "collate" => Some(power::COLLATE),
                "overlaps" => Some(power::OPERATOR),
                _ => None,
            },
            _ => None,
        }
    }

    fn prefix(&mut self, restricted: bool) -> Parsed {
        let start = self.range();
        if !restricted && self.word(0) == "not" {
            self.advance();
            let operand = self.expression(power::NOT)?;
            let range = start.to(self.last_range());
            return Self::node(ExprKind::Not(Box::new(operand)), range);
        }
        if self.kind(0) == TokenKind::Operator
            || (self.word(0) == "operator" && self.kind(1) == TokenKind::LeftParen)
        {
            let operator = self.operator()?;
            let sign = operator.schema.is_none() && matches!(&*operator.name, "+" | "-");
            let min = if sign { power::SIGN } else { power::ADD };
            let operand = if restricted { self.restricted(min)? } else { self.expression(min)? };
            let range = start.to(self.last_range());
            return Self::node(ExprKind::Unary { operator, operand: Box::new(operand) }, range);
        }
        self.primary()
    }

    /// An operator, or `OPERATOR(schema.name)`.
    pub(crate) fn operator(&mut self) -> Parsed<Operator> {
        let start = self.range();
        if self.take_word("operator") {
            self.expect(TokenKind::LeftParen)?;
            let mut schema = None;
            while self.kind(0) != TokenKind::Operator {
                schema = Some(self.ident()?);
                self.expect(TokenKind::Dot)?;
            }
            let range = self.expect(TokenKind::Operator)?;
            let end = self.expect(TokenKind::RightParen)?;
            let name = operator_name(self.slice(range));
            return Ok(Operator { schema, name, range: start.to(end) });
        }
        let range = self.expect(TokenKind::Operator)?;
        Ok(Operator { schema: None, name: operator_name(self.slice(range)), range })
    }

    fn infix(&mut self, left: Expr, found: u8, restricted: bool) -> Parsed {
        let start = left.range;
        let kind = match self.kind(0) {
            TokenKind::TypeCast => {
                self.advance();
                let ty = self.type_name()?;
                ExprKind::Cast { operand: Box::new(left), ty }
            }
            TokenKind::Operator => self.binary(left, found, restricted)?,
            _ => match self.word(0) {
                "or" => ExprKind::Or(self.terms(left, "or", power::AND)?),
                "and" => ExprKind::And(self.terms(left, "and", power::NOT)?),
                "operator" => self.binary(left, found, restricted)?,
                "is" => self.is(left)?,
                "isnull" | "notnull" => {
                    let negated = self.word(0) == "notnull";
                    self.advance();
                    ExprKind::Is { operand: Box::new(left), test: IsTest::Null, negated }
                }
                "at" => self.at_time_zone(left)?,
                "collate" => {
                    self.advance();
                    ExprKind::Collate { operand: Box::new(left), collation: self.path()? }
                }
                "overlaps" => self.overlaps(left)?,
                _ => self.like_in_between(left)?,
            },
        };
        let range = start.to(self.last_range());
        Self::node(kind, range)
    }

    fn terms(&mut self, first: Expr, word: &str, min: u8) -> Parsed<Vec<Expr>> {
        let mut terms = vec![first];
        while self.take_word(word) {
            terms.push(self.expression(min)?);
        }
        Ok(terms)
    }

    fn binary(&mut self, left: Expr, found: u8, restricted: bool) -> Parsed<ExprKind> {
        let operator = self.operator()?;
        if self.quantifier_follows() {
            return self.quantified(left, operator);
        }
        let right = if restricted { self.restricted(found + 1)? } else { self.expression(found + 1)? };
        Ok(ExprKind::Binary { operator, left: Box::new(left), right: Box::new(right) })
    }

    fn quantifier_follows(&self) -> bool {
        matches!(self.word(0), "any" | "some" | "all") && self.kind(1) == TokenKind::LeftParen
    }

    /// `ANY (…)` and `ALL (…)` after an operator.
    fn quantified(&mut self, left: Expr, operator: Operator) -> Parsed<ExprKind> {
        let all = self.word(0) == "all";
        self.advance();
        if self.query_follows() {
            let form = if all { QueryForm::All } else { QueryForm::Any };
            let (query, tree) = self.parenthesised_query()?;
            return Ok(ExprKind::Query { form, outer: Some((Box::new(left), Some(operator))), query, tree });
        }
        self.expect(TokenKind::LeftParen)?;
        let array = Box::new(self.expression(0)?);
        self.expect(TokenKind::RightParen)?;
        Ok(ExprKind::Quantified { left: Box::new(left), operator, all, array })
    }

    fn is(&mut self, left: Expr) -> Parsed<ExprKind> {
        self.advance();
        let negated = self.take_word("not");
        let operand = Box::new(left);
        let test = match self.word(0) {
            "null" => IsTest::Null,
            "true" => IsTest::True,
            "false" => IsTest::False,
            "unknown" => IsTest::Unknown,
            "document" => IsTest::Document,
            "normalized" => IsTest::Normalized(None),
            form @ ("nfc" | "nfd" | "nfkc" | "nfkd") if self.word(1) == "normalized" => {
                let test = IsTest::Normalized(Some(form.into()));
                self.advance();
                test
            }
            "distinct" => {
                self.advance();
                self.expect_word("from")?;
                let right = Box::new(self.expression(power::COMPARISON)?);
                return Ok(ExprKind::IsDistinct { left: operand, right, negated });
            }
            _ => return Err(self.unexpected()),
        };
        self.advance();
        Ok(ExprKind::Is { operand, test, negated })
    }

    fn at_time_zone(&mut self, left: Expr) -> Parsed<ExprKind> {
        let at = self.advance();
        let mut arguments = Vec::new();
        if !self.take_word("local") {
            if !self.take_words(&["time", "zone"]) {
                return Err(self.unexpected());
            }
            arguments.push(self.expression(power::AT + 1)?);
        }
        arguments.push(left);
        Ok(special_call("timezone", at, arguments))
    }

    fn overlaps(&mut self, left: Expr) -> Parsed<ExprKind> {
        let at = self.advance();
        let right = self.expression(power::OPERATOR + 1)?;
        match (left.kind, right.kind) {
            (ExprKind::Row(mut arguments), ExprKind::Row(others))
                if arguments.len() == 2 && others.len() == 2 =>
            {
                arguments.extend(others);
                Ok(special_call("overlaps", at, arguments))
            }
            _ => Err(ParseError::new("OVERLAPS takes two pairs", at)),
        }
    }

    fn like_in_between(&mut self, left: Expr) -> Parsed<ExprKind> {
        let negated = self.take_word("not");
        let operand = Box::new(left);
        if self.take_word("in") {
            if self.query_follows() {
                let form = if negated { QueryForm::NotIn } else { QueryForm::In };
                let (query, tree) = self.parenthesised_query()?;
                return Ok(ExprKind::Query { form, outer: Some((operand, None)), query, tree });
            }
            self.expect(TokenKind::LeftParen)?;
            let list = self.expressions()?;
            self.expect(TokenKind::RightParen)?;
            return Ok(ExprKind::In { operand, list, negated });
        }
        if self.take_word("between") {
            let symmetric = self.take_word("symmetric");
            if !symmetric {
                self.take_word("asymmetric");
            }
            let low = Box::new(self.restricted(power::COMPARISON)?);
            self.expect_word("and")?;
            let high = Box::new(self.expression(power::LIKE + 1)?);
            return Ok(ExprKind::Between { operand, low, high, negated, symmetric });
        }
        let kind = if self.take_word("like") {
            LikeKind::Like
        } else if self.take_word("ilike") {
            LikeKind::ILike
        } else if self.take_words(&["similar", "to"]) {
            LikeKind::Similar
        } else {
            return Err(self.unexpected());
        };
        let name = match (kind, negated) {
            (LikeKind::Like, false) => "~~",
            (LikeKind::Like, true) => "!~~",
            (LikeKind::ILike, false) => "~~*",
            (LikeKind::ILike, true) => "!~~*",
            (LikeKind::Similar, _) => "",
        };
        if self.quantifier_follows() && !name.is_empty() {
            let operator = Operator { schema: None, name: name.into(), range: self.last_range() };
            return self.quantified(*operand, operator);
        }
        let pattern = Box::new(self.expression(power::LIKE + 1)?);
        let escape =
            if self.take_word("escape") { Some(Box::new(self.expression(power::LIKE + 1)?)) } else { None };
        Ok(ExprKind::Like { kind, operand, pattern, escape, negated })
    }

    /// A dotted name of any words.
    pub(crate) fn path(&mut self) -> Parsed<Path> {
        let mut parts = vec![self.ident()?];
        while self.kind(0) == TokenKind::Dot {
            self.advance();
            parts.push(self.ident()?);
        }
        Ok(Path { parts })
    }

    /// `ORDER BY …`, if that follows; else nothing.
    pub(crate) fn sort_keys(&mut self) -> Parsed<Vec<SortKey>> {
        if !self.take_words(&["order", "by"]) {
            return Ok(Vec::new());
        }
        let mut keys = Vec::new();
        loop {
            let value = self.expression(0)?;
            let using = if self.take_word("using") { Some(self.operator()?) } else { None };
            let descending = self.take_word("desc");
            if !descending {
                self.take_word("asc");
            }
            let nulls_first = if self.take_words(&["nulls", "first"]) {
                Some(true)
            } else if self.take_words(&["nulls", "last"]) {
                Some(false)
            } else {
                None
            };
            keys.push(SortKey { value, descending, nulls_first, using });
            if !self.take(TokenKind::Comma) {
                return Ok(keys);
            }
        }
    }
}

fn closing_parens(lexemes: &[Lexeme]) -> Vec<u32> {
    let mut found = vec![0; lexemes.len()];
    let mut open = Vec::new();
    for (at, lexeme) in lexemes.iter().enumerate() {
        match lexeme.kind {
            TokenKind::LeftParen => open.push(at),
            TokenKind::RightParen => {
                if let Some(entry) = open.pop().and_then(|start: usize| found.get_mut(start)) {
                    *entry = at as u32;
                }
            }
            _ => {}
        }
    }
    found
}

fn operator_name(written: &str) -> Box<str> {
    if written == "!=" { "<>".into() } else { written.into() }
}

/// A call that a form of the grammar stands for; `at` is where the form's word stands.
pub(crate) fn special_call(name: &str, at: TextRange, arguments: Vec<Expr>) -> ExprKind {
    let ident = |text: &str| Ident { text: text.into(), range: at };
    ExprKind::Call(Box::new(Call {
        function: Path { parts: vec![ident("pg_catalog"), ident(name)] },
        special: true,
        arguments: arguments.into_iter().map(|value| super::tree::Argument { name: None, value }).collect(),
        star: false,
        distinct: false,
        variadic: false,
        order_by: Vec::new(),
        within_group: Vec::new(),
        filter: None,
        over: None,
    }))
}
