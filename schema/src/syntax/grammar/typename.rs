//! Types as written (`Typename`), their SQL spellings turned into the names of `pg_type`.

use super::cursor::{Cursor, Parse};
use crate::source::Span;
use crate::syntax::keywords::KeywordClass;
use crate::syntax::lexer::TokenKind;
use crate::syntax::tree::{Name, QualifiedName, TypeName};

/// Spellings that are one word and take no modifier: word → `pg_type` name.
const PLAIN: &[(&str, &str)] = &[
    ("INT", "int4"),
    ("INTEGER", "int4"),
    ("SMALLINT", "int2"),
    ("BIGINT", "int8"),
    ("REAL", "float4"),
    ("BOOLEAN", "bool"),
];

/// Spellings that are one word and may have modifiers.
const MODIFIED: &[(&str, &str)] = &[("DECIMAL", "numeric"), ("DEC", "numeric"), ("NUMERIC", "numeric")];

/// The fields of `interval`, the longer first.
const INTERVAL_FIELDS: &[(&[&str], &str)] = &[
    (&["YEAR", "TO", "MONTH"], "YEAR TO MONTH"),
    (&["DAY", "TO", "HOUR"], "DAY TO HOUR"),
    (&["DAY", "TO", "MINUTE"], "DAY TO MINUTE"),
    (&["DAY", "TO", "SECOND"], "DAY TO SECOND"),
    (&["HOUR", "TO", "MINUTE"], "HOUR TO MINUTE"),
    (&["HOUR", "TO", "SECOND"], "HOUR TO SECOND"),
    (&["MINUTE", "TO", "SECOND"], "MINUTE TO SECOND"),
    (&["YEAR"], "YEAR"),
    (&["MONTH"], "MONTH"),
    (&["DAY"], "DAY"),
    (&["HOUR"], "HOUR"),
    (&["MINUTE"], "MINUTE"),
    (&["SECOND"], "SECOND"),
];

type Modifiers = Vec<Box<str>>;

impl Cursor<'_> {
    /// A type with everything that may follow it: `SETOF`, modifiers, array bounds.
    pub(crate) fn type_name(&mut self) -> Parse<TypeName> {
        let start = self.here();
        let setof = self.eat("SETOF");
        let mut type_name = self.simple_type()?;
        type_name.setof = setof;
        if self.eat("ARRAY") {
            type_name.dimensions = 1;
            if self.eat_sign(TokenKind::LeftBracket) {
                self.integer()?;
                self.expect_sign(TokenKind::RightBracket)?;
            }
        } else {
            while self.eat_sign(TokenKind::LeftBracket) {
                if self.kind() != TokenKind::RightBracket {
                    self.integer()?;
                }
                self.expect_sign(TokenKind::RightBracket)?;
                type_name.dimensions += 1;
            }
        }
        type_name.span = self.since(start);
        Ok(type_name)
    }

    /// A type that may also be `relation.column%TYPE` (`func_type`).
    pub(crate) fn function_type(&mut self) -> Parse<TypeName> {
        let start = self.here();
        let position = self.position();
        let setof = self.eat("SETOF");
        if self.nth_names(0, &[KeywordClass::TypeOrFunctionName]) && self.nth_kind(1) == TokenKind::Dot {
            let mut parts = vec![self.type_or_function_name()?];
            while self.eat_sign(TokenKind::Dot) {
                parts.push(self.label()?);
            }
            if self.nth_operator(0, "%") && self.nth_is(1, "TYPE") {
                self.bump();
                self.bump();
                let column = parts.pop();
                let mut type_name = plain(self.qualify(parts)?, false, start);
                type_name.percent_type = column;
                type_name.setof = setof;
                type_name.span = self.since(start);
                return Ok(type_name);
            }
        }
        self.rewind(position);
        self.type_name()
    }

    /// A type without array bounds (`SimpleTypename`).
    pub(crate) fn simple_type(&mut self) -> Parse<TypeName> {
        let start = self.here();
        let mut found = if let Some(found) = self.builtin_type(start)? {
            found
        } else {
            if !self.nth_names(0, &[KeywordClass::TypeOrFunctionName]) {
                return self.refuse_wanting("a type");
            }
            let first = self.type_or_function_name()?;
            let name = self.after_first_name(first)?;
            let mut found = plain(name, false, start);
            found.modifiers = self.type_modifiers()?;
            found
        };
        found.span = self.since(start);
        Ok(found)
    }

    /// The spellings with words of their own; `None`: the type is an ordinary name.
    fn builtin_type(&mut self, start: Span) -> Parse<Option<TypeName>> {
        if self.kind() != TokenKind::Word {
            return Ok(None);
        }
        let system = |name: &str, span: Span| {
            plain(QualifiedName { schema: None, name: Name { text: name.into(), span } }, true, span)
        };
        if let Some((_, name)) = PLAIN.iter().find(|(word, _)| self.nth_is(0, word)) {
            self.bump();
            return Ok(Some(system(name, start)));
        }
        if let Some((_, name)) = MODIFIED.iter().find(|(word, _)| self.nth_is(0, word)) {
            self.bump();
            let mut found = system(name, start);
            found.modifiers = self.type_modifiers()?;
            return Ok(Some(found));
        }
        if self.eat_all(&["DOUBLE", "PRECISION"]) {
            return Ok(Some(system("float8", self.since(start))));
        }
        if self.nth_is(0, "FLOAT") {
            self.bump();
            return self.float(start).map(|name| Some(system(name, self.since(start))));
        }
        if self.nth_is(0, "BIT") {
            self.bump();
            let varying = self.eat("VARYING");
            let mut found = system(if varying { "varbit" } else { "bit" }, self.since(start));
            found.modifiers = self.type_modifiers()?;
            if !varying && found.modifiers.is_empty() {
                found.modifiers = vec!["1".into()];
            }
            return Ok(Some(found));
        }
        if self.nth_in(0, &["CHARACTER", "CHAR", "VARCHAR", "NCHAR"])
            || (self.nth_is(0, "NATIONAL") && self.nth_in(1, &["CHARACTER", "CHAR"]))
        {
            if self.nth_is(0, "NATIONAL") {
                self.bump();
            }
            let varchar = self.nth_is(0, "VARCHAR");
            self.bump();
            let varying = varchar || self.eat("VARYING");
            let mut found = system(if varying { "varchar" } else { "bpchar" }, self.since(start));
            if self.eat_sign(TokenKind::LeftParen) {
                let length = self.integer()?;
                self.expect_sign(TokenKind::RightParen)?;
                found.modifiers = vec![length.to_string().into()];
            } else if !varying {
                found.modifiers = vec!["1".into()];
            }
            return Ok(Some(found));
        }
        if self.nth_in(0, &["TIMESTAMP", "TIME"]) {
            let stamp = self.nth_is(0, "TIMESTAMP");
            self.bump();
            let modifiers = self.one_integer_modifier()?;
            let mut zone = false;
            if self.nth_in(0, &["WITH", "WITHOUT"]) && self.nth_is(1, "TIME") {
                zone = self.nth_is(0, "WITH");
                self.bump();
                self.expect_all(&["TIME", "ZONE"])?;
            }
            let name = match (stamp, zone) {
                (true, true) => "timestamptz",
                (true, false) => "timestamp",
                (false, true) => "timetz",
                (false, false) => "time",
            };
            let mut found = system(name, self.since(start));
            found.modifiers = modifiers;
            return Ok(Some(found));
        }
        if self.nth_is(0, "INTERVAL") {
            self.bump();
            let mut found = system("interval", self.since(start));
            if self.kind() == TokenKind::LeftParen {
                found.modifiers = self.one_integer_modifier()?;
            } else {
                (found.interval_fields, found.modifiers) = self.interval_fields()?;
            }
            return Ok(Some(found));
        }
        Ok(None)
    }

    /// The fields after `interval`, and the precision of `SECOND (n)`.
    pub(crate) fn interval_fields(&mut self) -> Parse<(Option<Box<str>>, Modifiers)> {
        let Some(fields) = self.eat_phrase(INTERVAL_FIELDS) else { return Ok((None, Vec::new())) };
        let modifiers = if fields.ends_with("SECOND") { self.one_integer_modifier()? } else { Vec::new() };
        Ok((Some(fields.into()), modifiers))
    }

    fn float(&mut self, start: Span) -> Parse<&'static str> {
        if !self.eat_sign(TokenKind::LeftParen) {
            return Ok("float8");
        }
        let precision = self.integer()?;
        self.expect_sign(TokenKind::RightParen)?;
        match precision {
            0 => self.refuse_with(self.since(start), "precision for type float must be at least 1 bit"),
            1..=24 => Ok("float4"),
            25..=53 => Ok("float8"),
            _ => self.refuse_with(self.since(start), "precision for type float must be less than 54 bits"),
        }
    }

    fn one_integer_modifier(&mut self) -> Parse<Vec<Box<str>>> {
        if !self.eat_sign(TokenKind::LeftParen) {
            return Ok(Vec::new());
        }
        let precision = self.integer()?;
        self.expect_sign(TokenKind::RightParen)?;
        Ok(vec![precision.to_string().into()])
    }

    /// `(expression, …)`, each as its raw text: not read as expressions, so that nesting costs no stack.
    fn type_modifiers(&mut self) -> Parse<Vec<Box<str>>> {
        if self.kind() != TokenKind::LeftParen {
            return Ok(Vec::new());
        }
        self.in_parens(|cursor| {
            let text = cursor
                .text_until(|cursor| matches!(cursor.kind(), TokenKind::Comma | TokenKind::RightParen))?;
            Ok(cursor.source(text.span).into())
        })
    }
}

fn plain(name: QualifiedName, system: bool, span: Span) -> TypeName {
    TypeName {
        name,
        system,
        modifiers: Vec::new(),
        dimensions: 0,
        interval_fields: None,
        setof: false,
        percent_type: None,
        span,
    }
}
