//! The words that begin a form of their own in an expression (`func_expr_common_subexpr` of PostgreSQL's grammar).

use super::ParseError;
use super::parser::{Parsed, Parser, special_call};
use super::primary::is_string;
use super::tree::{Choice, Expr, ExprKind, Ident, Path, QueryForm, SqlKeyword, TextRange};
use crate::syntax::lexer::TokenKind;

/// Words that are values by themselves, and whether a precision may follow.
const KEYWORDS: &[(&str, SqlKeyword, bool)] = &[
    ("current_catalog", SqlKeyword::CurrentCatalog, false),
    ("current_date", SqlKeyword::CurrentDate, false),
    ("current_role", SqlKeyword::CurrentRole, false),
    ("current_schema", SqlKeyword::CurrentSchema, false),
    ("current_time", SqlKeyword::CurrentTime, true),
    ("current_timestamp", SqlKeyword::CurrentTimestamp, true),
    ("current_user", SqlKeyword::CurrentUser, false),
    ("localtime", SqlKeyword::LocalTime, true),
    ("localtimestamp", SqlKeyword::LocalTimestamp, true),
    ("session_user", SqlKeyword::SessionUser, false),
    ("user", SqlKeyword::User, false),
];

/// Forms that this reader does not know; what they mean differs between versions or needs XML.
const UNREAD: &[&str] = &[
    "json_array",
    "json_arrayagg",
    "json_exists",
    "json_objectagg",
    "json_query",
    "json_scalar",
    "json_serialize",
    "json_value",
    "merge_action",
    "treat",
    "xmlconcat",
    "xmlelement",
    "xmlexists",
    "xmlforest",
    "xmlparse",
    "xmlpi",
    "xmlroot",
    "xmlserialize",
];

impl Parser<'_> {
    /// The form that begins here, if one does.
    pub(super) fn special_form(&mut self) -> Parsed<Option<ExprKind>> {
        let at = self.range();
        if let Some((_, keyword, precise)) = KEYWORDS.iter().find(|(word, ..)| *word == self.word(0)) {
            // `current_schema()` is an ordinary call.
            if *keyword == SqlKeyword::CurrentSchema && self.kind(1) == TokenKind::LeftParen {
                return Ok(None);
            }
            self.advance();
            let mut precision = None;
            if *precise && self.take(TokenKind::LeftParen) {
                precision = Some(self.slice(self.range()).into());
                self.expect(TokenKind::Integer)?;
                self.expect(TokenKind::RightParen)?;
            }
            return Ok(Some(ExprKind::Keyword(*keyword, precision)));
        }
        let opens = self.kind(1) == TokenKind::LeftParen;
        let kind = match self.word(0) {
            "null" => self.constant(ExprKind::Null),
            "true" => self.constant(ExprKind::Boolean(true)),
            "false" => self.constant(ExprKind::Boolean(false)),
            "case" => {
                self.advance();
                self.case()?
            }
            "array" => {
                self.advance();
                self.array()?
            }
            "collation" if self.word(1) == "for" => {
                self.advance();
                self.advance();
                let arguments = self.one_argument()?;
                special_call("pg_collation_for", at, arguments)
            }
            _ if !opens => return Ok(None),
            "cast" => {
                self.advance();
                self.cast()?
            }
            "row" => {
                self.advance();
                self.row()?
            }
            "coalesce" => self.choice_of(Choice::Coalesce)?,
            "greatest" => self.choice_of(Choice::Greatest)?,
            "least" => self.choice_of(Choice::Least)?,
            "nullif" => self.choice_of(Choice::NullIf)?,
            "exists" => {
                self.advance();
                if !self.query_follows() {
                    return Err(self.unexpected());
                }
                let (query, tree) = self.parenthesised_query()?;
                ExprKind::Query { form: QueryForm::Exists, outer: None, query, tree }
            }
            "extract" => self.extract(at)?,
            "position" => self.position_form(at)?,
            "trim" => self.trim(at)?,
            "substring" => return self.substring(at),
            "overlay" => return self.overlay(at),
            "normalize" => self.normalize(at)?,
            word if UNREAD.contains(&word) => {
                return Err(ParseError::unread(&word.to_uppercase(), at));
            }
            _ => return Ok(None),
        };
        Ok(Some(kind))
    }

    fn constant(&mut self, kind: ExprKind) -> ExprKind {
        self.advance();
        kind
    }

    fn choice_of(&mut self, choice: Choice) -> Parsed<ExprKind> {
        self.advance();
        self.choice(choice)
    }

    fn one_argument(&mut self) -> Parsed<Vec<Expr>> {
        self.expect(TokenKind::LeftParen)?;
        let argument = self.expression(0)?;
        self.expect(TokenKind::RightParen)?;
        Ok(vec![argument])
    }

    /// `EXTRACT(field FROM x)`: the field is a word or a string.
    fn extract(&mut self, at: TextRange) -> Parsed<ExprKind> {
        self.advance();
        self.expect(TokenKind::LeftParen)?;
        let range = self.range();
        let field = if is_string(self.kind(0)) { self.string()? } else { self.ident()?.text };
        let field = Self::node(ExprKind::String(field), range)?;
        self.expect_word("from")?;
        let value = self.expression(0)?;
        self.expect(TokenKind::RightParen)?;
        Ok(special_call("extract", at, vec![field, value]))
    }

    /// `POSITION(a IN b)` is `position(b, a)`.
    fn position_form(&mut self, at: TextRange) -> Parsed<ExprKind> {
        self.advance();
        self.expect(TokenKind::LeftParen)?;
        let needle = self.form_operand()?;
        self.expect_word("in")?;
        let value = self.form_operand()?;
        self.expect(TokenKind::RightParen)?;
        Ok(special_call("position", at, vec![value, needle]))
    }

    fn trim(&mut self, at: TextRange) -> Parsed<ExprKind> {
        self.advance();
        self.expect(TokenKind::LeftParen)?;
        let function = match self.word(0) {
            "leading" => "ltrim",
            "trailing" => "rtrim",
            "both" => "btrim",
            _ => "",
        };
        if !function.is_empty() {
            self.advance();
        }
        let function = if function.is_empty() { "btrim" } else { function };
        let characters = if self.word(0) == "from" { None } else { Some(self.expression(0)?) };
        let mut arguments;
        if self.take_word("from") {
            arguments = self.expressions()?;
            arguments.extend(characters);
        } else {
            arguments = characters.into_iter().collect();
            while self.take(TokenKind::Comma) {
                arguments.push(self.expression(0)?);
            }
        }
        self.expect(TokenKind::RightParen)?;
        Ok(special_call(function, at, arguments))
    }

    /// True where a name and `(` are followed by what only an ordinary call has.
    fn is_plain_call(&self) -> bool {
        self.kind(2) == TokenKind::RightParen
            || matches!(self.word(2), "variadic" | "distinct" | "all")
            || matches!(self.kind(3), TokenKind::EqualsGreater | TokenKind::ColonEquals)
    }

    /// `SUBSTRING(a FROM b FOR c)` and its variants. With commas it is an ordinary call.
    fn substring(&mut self, at: TextRange) -> Parsed<Option<ExprKind>> {
        if self.is_plain_call() {
            return Ok(None);
        }
        self.advance();
        self.expect(TokenKind::LeftParen)?;
        let value = self.expression(0)?;
        let mut from = None;
        let mut length = None;
        if self.take_word("similar") {
            let pattern = self.expression(0)?;
            self.expect_word("escape")?;
            let escape = self.expression(0)?;
            self.expect(TokenKind::RightParen)?;
            return Ok(Some(special_call("substring", at, vec![value, pattern, escape])));
        }
        loop {
            if from.is_none() && self.take_word("from") {
                from = Some(self.expression(0)?);
            } else if length.is_none() && self.take_word("for") {
                length = Some(self.expression(0)?);
            } else {
                break;
            }
        }
        if from.is_none() && length.is_none() {
            return self.call_after(one_part("substring", at), value).map(Some);
        }
        self.expect(TokenKind::RightParen)?;
        let from = match from {
            Some(from) => from,
            None => Self::node(ExprKind::Number("1".into()), at)?,
        };
        let mut arguments = vec![value, from];
        arguments.extend(length);
        Ok(Some(special_call("substring", at, arguments)))
    }

    /// `OVERLAY(a PLACING b FROM c FOR d)`. With commas it is an ordinary call.
    fn overlay(&mut self, at: TextRange) -> Parsed<Option<ExprKind>> {
        if self.is_plain_call() {
            return Ok(None);
        }
        self.advance();
        self.expect(TokenKind::LeftParen)?;
        let value = self.expression(0)?;
        if !self.take_word("placing") {
            return self.call_after(one_part("overlay", at), value).map(Some);
        }
        let mut arguments = vec![value];
        arguments.push(self.expression(0)?);
        self.expect_word("from")?;
        arguments.push(self.expression(0)?);
        if self.take_word("for") {
            arguments.push(self.expression(0)?);
        }
        self.expect(TokenKind::RightParen)?;
        Ok(Some(special_call("overlay", at, arguments)))
    }

    /// `NORMALIZE(x)` and `NORMALIZE(x, NFC)`: the form is a word.
    fn normalize(&mut self, at: TextRange) -> Parsed<ExprKind> {
        self.advance();
        self.expect(TokenKind::LeftParen)?;
        let mut arguments = vec![self.expression(0)?];
        if self.take(TokenKind::Comma) {
            let range = self.range();
            let form: Box<str> = self.word(0).to_ascii_uppercase().into();
            self.expect(TokenKind::Word)?;
            arguments.push(Self::node(ExprKind::String(form), range)?);
        }
        self.expect(TokenKind::RightParen)?;
        Ok(special_call("normalize", at, arguments))
    }
}

fn one_part(name: &str, range: TextRange) -> Path {
    Path { parts: vec![Ident { text: name.into(), range }] }
}
