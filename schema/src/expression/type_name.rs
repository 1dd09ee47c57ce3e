//! Type names in expressions (`Typename` of PostgreSQL's grammar).

use super::parser::{Parsed, Parser};
use super::tree::{Ident, Path, TextRange, TypeName};
use crate::syntax::lexer::TokenKind;

/// Words that begin a type the grammar itself knows, and the type they mean alone.
const SPELLINGS: &[(&str, &str)] = &[
    ("bigint", "int8"),
    ("bit", "bit"),
    ("boolean", "bool"),
    ("char", "bpchar"),
    ("character", "bpchar"),
    ("dec", "numeric"),
    ("decimal", "numeric"),
    ("double", "float8"),
    ("float", "float8"),
    ("int", "int4"),
    ("integer", "int4"),
    ("interval", "interval"),
    ("national", "bpchar"),
    ("nchar", "bpchar"),
    ("numeric", "numeric"),
    ("real", "float4"),
    ("smallint", "int2"),
    ("time", "time"),
    ("timestamp", "timestamp"),
    ("varchar", "varchar"),
];

const INTERVAL_FIELDS: &[&str] = &["year", "month", "day", "hour", "minute", "second"];

impl Parser<'_> {
    /// True where a type of the grammar's own may begin: such a word may also be a column's name.
    pub(crate) fn type_word_follows(&self) -> bool {
        let word = self.word(0);
        SPELLINGS.iter().any(|(spelling, _)| *spelling == word)
            && (word != "double" || self.word(1) == "precision")
            && (word != "national" || matches!(self.word(1), "character" | "char"))
    }

    pub(crate) fn type_name(&mut self) -> Parsed<TypeName> {
        let start = self.range();
        let mut found = if self.type_word_follows() {
            self.grammar_type()?
        } else {
            let path = self.path()?;
            let name_range = path.range();
            let modifiers = self.modifiers()?;
            TypeName { path, name_range, modifiers, interval_fields: None, dimensions: 0, range: name_range }
        };
        if found.path.name() == "interval" && found.path.schema() == Some("pg_catalog") {
            self.interval_fields(&mut found)?;
        }
        while self.kind(0) == TokenKind::LeftBracket {
            self.advance();
            self.take(TokenKind::Integer);
            self.expect(TokenKind::RightBracket)?;
            found.dimensions = found.dimensions.saturating_add(1);
        }
        if found.dimensions == 0 && self.take_word("array") {
            found.dimensions = 1;
            if self.take(TokenKind::LeftBracket) {
                self.expect(TokenKind::Integer)?;
                self.expect(TokenKind::RightBracket)?;
            }
        }
        found.range = start.to(self.last_range());
        Ok(found)
    }

    fn grammar_type(&mut self) -> Parsed<TypeName> {
        let word = self.word(0).to_owned();
        let meaning = SPELLINGS.iter().find(|(spelling, _)| **spelling == word).map_or("", |(_, name)| name);
        let mut name_range = self.advance();
        let mut meaning = meaning.to_owned();
        match &*word {
            "double" => name_range = name_range.to(self.advance()),
            "national" => {
                name_range = name_range.to(self.advance());
            }
            _ => {}
        }
        if matches!(&*word, "character" | "char" | "nchar" | "national" | "bit") && self.take_word("varying")
        {
            name_range = name_range.to(self.last_range());
            meaning = if word == "bit" { "varbit".into() } else { "varchar".into() };
        }
        let mut modifiers = if word == "interval" { Vec::new() } else { self.modifiers()? };
        match &*word {
            "time" | "timestamp" => {
                if self.take_words(&["with", "time", "zone"]) {
                    meaning.push_str("tz");
                } else {
                    self.take_words(&["without", "time", "zone"]);
                }
            }
            "float" => {
                let single = modifiers
                    .first()
                    .and_then(|bits| bits.parse::<u32>().ok())
                    .is_some_and(|bits| bits <= 24);
                if single {
                    meaning = "float4".into();
                }
                modifiers.clear();
            }
            _ => {}
        }
        if modifiers.is_empty() && matches!(&*meaning, "bpchar" | "bit") {
            modifiers.push("1".into());
        }
        Ok(TypeName {
            path: catalog_path(&meaning, name_range),
            name_range,
            modifiers,
            interval_fields: None,
            dimensions: 0,
            range: name_range,
        })
    }

    /// The words and the precision that may follow `interval` (or the string of an interval constant).
    pub(crate) fn interval_fields(&mut self, found: &mut TypeName) -> Parsed<()> {
        if self.kind(0) == TokenKind::LeftParen {
            found.modifiers = self.modifiers()?;
            return Ok(());
        }
        let Some(first) = INTERVAL_FIELDS.iter().find(|field| **field == self.word(0)) else { return Ok(()) };
        self.advance();
        let mut fields = (*first).to_owned();
        let mut last = *first;
        if self.word(0) == "to" {
            self.advance();
            let Some(second) = INTERVAL_FIELDS.iter().find(|field| **field == self.word(0)) else {
                return Err(self.unexpected());
            };
            self.advance();
            fields.push_str(" to ");
            fields.push_str(second);
            last = second;
        }
        if last == "second" {
            found.modifiers = self.modifiers()?;
        }
        found.interval_fields = Some(fields.into());
        Ok(())
    }

    /// `(10, 2)`, if that follows.
    fn modifiers(&mut self) -> Parsed<Vec<Box<str>>> {
        let mut found = Vec::new();
        if !self.take(TokenKind::LeftParen) {
            return Ok(found);
        }
        // Only single words, numbers and strings: reading an expression here and, where the word turns out to be
        // a column's name, once more would cost double on every level.
        loop {
            let start = self.range();
            if self.kind(0) == TokenKind::Operator && matches!(self.slice(start), "-" | "+") {
                self.advance();
            }
            match self.kind(0) {
                TokenKind::Integer
                | TokenKind::Float
                | TokenKind::String
                | TokenKind::Word
                | TokenKind::QuotedName => self.advance(),
                _ => return Err(self.unexpected()),
            };
            found.push(self.slice(start.to(self.last_range())).into());
            if !self.take(TokenKind::Comma) {
                break;
            }
        }
        self.expect(TokenKind::RightParen)?;
        Ok(found)
    }
}

/// `pg_catalog.name`, both parts at one place.
pub(crate) fn catalog_path(name: &str, range: TextRange) -> Path {
    Path { parts: vec![Ident { text: "pg_catalog".into(), range }, Ident { text: name.into(), range }] }
}
