//! Reading tokens: looking, taking, and the error that PostgreSQL would give where nothing fits.

use crate::source::{FileId, Span};
use crate::syntax::keywords::{self, KeywordClass};
use crate::syntax::lexer::{Token, TokenKind};
use crate::syntax::literal;
use crate::syntax::tree::{Name, Number, SqlText, StringLiteral};

/// A statement the grammar refuses.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Refusal {
    pub(crate) span: Span,
    /// PostgreSQL's own words.
    pub(crate) message: String,
    /// What could have stood there.
    pub(crate) expected: Vec<&'static str>,
    pub(crate) sqlstate: &'static str,
}

/// What grammar functions give. Boxed, because refusals are rare and statements are read often.
pub(crate) type Parse<T> = Result<T, Box<Refusal>>;

/// The tokens of one statement and a place among them.
#[derive(Debug)]
pub(crate) struct Cursor<'a> {
    pub(crate) file: FileId,
    pub(crate) text: &'a str,
    tokens: &'a [Token],
    at: usize,
    /// The words that chose the statement's kind: `CREATE OR REPLACE FUNCTION`.
    lead: std::ops::Range<usize>,
    /// Inside `CREATE SCHEMA`, where `CREATE` and `GRANT` begin the next element.
    pub(crate) in_schema: bool,
    /// Every word and sign that was looked for at the furthest place, some more than once.
    expected: Vec<&'static str>,
    expected_at: usize,
}

impl<'a> Cursor<'a> {
    pub(crate) fn new(file: FileId, text: &'a str, tokens: &'a [Token]) -> Self {
        // Dozens of words are looked for at a place where much may stand.
        let expected = Vec::with_capacity(64);
        Self { file, text, tokens, at: 0, lead: 0..0, in_schema: false, expected, expected_at: 0 }
    }

    // Looking.

    pub(crate) fn nth(&self, ahead: usize) -> Token {
        match self.tokens.get(self.at + ahead) {
            Some(token) => *token,
            None => {
                let end = self.tokens.last().map_or(0, |last| last.end);
                Token { kind: TokenKind::End, start: end, end }
            }
        }
    }

    /// The token at a place that [`Cursor::position`] counts.
    pub(crate) fn token_at(&self, position: usize) -> Token {
        self.tokens.get(position).copied().unwrap_or(Token { kind: TokenKind::End, start: 0, end: 0 })
    }

    pub(crate) fn peek(&self) -> Token {
        self.nth(0)
    }

    pub(crate) fn kind(&self) -> TokenKind {
        self.peek().kind
    }

    pub(crate) fn at_end(&self) -> bool {
        self.at >= self.tokens.len()
    }

    pub(crate) fn slice(&self, token: Token) -> &'a str {
        token.text(self.text)
    }

    /// The unquoted word some tokens ahead is this one (upper case).
    pub(crate) fn nth_is(&self, ahead: usize, word: &str) -> bool {
        // The length tells most words apart, before the text is looked at.
        self.tokens.get(self.at + ahead).is_some_and(|token| {
            token.kind == TokenKind::Word
                && (token.end - token.start) as usize == word.len()
                && self.slice(*token).eq_ignore_ascii_case(word)
        })
    }

    /// The unquoted word some tokens ahead is the first of these (upper case, with a blank or `|` between): its length.
    pub(crate) fn nth_leads(&self, ahead: usize, words: &str) -> Option<usize> {
        let token = self.tokens.get(self.at + ahead).filter(|token| token.kind == TokenKind::Word)?;
        let length = (token.end - token.start) as usize;
        let (words, text) = (words.as_bytes(), self.text.as_bytes());
        let ends = matches!(words.get(length), None | Some(b' ' | b'|'));
        let word = words.get(..length).filter(|_| ends)?;
        let found = text.get(token.start as usize..token.end as usize)?;
        found.eq_ignore_ascii_case(word).then_some(length)
    }

    /// The first byte of the unquoted word some tokens ahead.
    pub(crate) fn nth_letter(&self, ahead: usize) -> Option<u8> {
        let token = self.tokens.get(self.at + ahead).filter(|token| token.kind == TokenKind::Word)?;
        self.text.as_bytes().get(token.start as usize).copied()
    }

    pub(crate) fn nth_in(&self, ahead: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.nth_is(ahead, word))
    }

    pub(crate) fn nth_kind(&self, ahead: usize) -> TokenKind {
        self.nth(ahead).kind
    }

    /// The operator some tokens ahead is this one.
    pub(crate) fn nth_operator(&self, ahead: usize, operator: &str) -> bool {
        let token = self.nth(ahead);
        token.kind == TokenKind::Operator && self.slice(token) == operator
    }

    /// The class of the keyword there; `None` for other words, and for tokens that are no unquoted word.
    pub(crate) fn nth_class(&self, ahead: usize) -> Option<KeywordClass> {
        let token = self.nth(ahead);
        if token.kind == TokenKind::Word { keywords::class(self.slice(token)) } else { None }
    }

    /// The token there can be a name when keywords of these classes can.
    pub(crate) fn nth_names(&self, ahead: usize, classes: &[KeywordClass]) -> bool {
        match self.nth_kind(ahead) {
            TokenKind::QuotedName | TokenKind::UnicodeName => true,
            TokenKind::Word => self
                .nth_class(ahead)
                .is_none_or(|class| class == KeywordClass::Unreserved || classes.contains(&class)),
            _ => false,
        }
    }

    // Places.

    pub(crate) fn position(&self) -> usize {
        self.at
    }

    /// Goes back to a place that [`Cursor::position`] gave.
    pub(crate) fn rewind(&mut self, position: usize) {
        self.at = position;
    }

    pub(crate) fn token_span(&self, token: Token) -> Span {
        Span { file: self.file, start: token.start, end: token.end }
    }

    /// The place of the token that comes next.
    pub(crate) fn here(&self) -> Span {
        self.token_span(self.peek())
    }

    /// From a place that [`Cursor::here`] gave to the end of the last token taken.
    pub(crate) fn since(&self, start: Span) -> Span {
        let end =
            self.at.checked_sub(1).and_then(|at| self.tokens.get(at)).map_or(start.start, |last| last.end);
        Span { file: self.file, start: start.start, end: end.max(start.start) }
    }

    pub(crate) fn text_since(&self, start: Span) -> SqlText {
        SqlText { span: self.since(start) }
    }

    pub(crate) fn source(&self, span: Span) -> &'a str {
        self.text.get(span.range()).unwrap_or("")
    }

    // Taking.

    pub(crate) fn bump(&mut self) -> Token {
        let token = self.peek();
        if !self.at_end() {
            self.at += 1;
        }
        token
    }

    pub(crate) fn note(&mut self, what: &'static str) {
        if self.expected_at != self.at {
            self.expected_at = self.at;
            self.expected.clear();
        }
        // What is looked for twice is told apart when a refusal is made: few statements have one.
        self.expected.push(what);
    }

    /// The next token is this word; if it is not, errors here will say that it could have been.
    pub(crate) fn is(&mut self, word: &'static str) -> bool {
        let found = self.nth_is(0, word);
        if !found {
            self.note(word);
        }
        found
    }

    pub(crate) fn eat(&mut self, word: &'static str) -> bool {
        let found = self.is(word);
        if found {
            self.at += 1;
        }
        found
    }

    /// Takes all the words or none.
    pub(crate) fn eat_all(&mut self, words: &[&'static str]) -> bool {
        let found = words.iter().enumerate().all(|(ahead, word)| self.nth_is(ahead, word));
        if found {
            self.at += words.len();
        } else if let Some(first) = words.first() {
            self.note(first);
        }
        found
    }

    pub(crate) fn expect(&mut self, word: &'static str) -> Parse<Span> {
        let here = self.here();
        if self.eat(word) { Ok(here) } else { self.refuse() }
    }

    pub(crate) fn expect_all(&mut self, words: &[&'static str]) -> Parse<()> {
        for word in words {
            self.expect(word)?;
        }
        Ok(())
    }

    /// Takes the word, or refuses if what follows the first word is not the rest: `IF` wants `EXISTS`.
    pub(crate) fn eat_then(&mut self, first: &'static str, rest: &[&'static str]) -> Parse<bool> {
        if !self.eat(first) {
            return Ok(false);
        }
        self.expect_all(rest)?;
        Ok(true)
    }

    /// The first of the words that stands here, with the value beside it.
    pub(crate) fn eat_one<T: Copy>(&mut self, choices: &[(&'static str, T)]) -> Option<T> {
        choices.iter().find(|(word, _)| self.eat(word)).map(|(_, value)| *value)
    }

    /// The first of the word sequences that stands here, with the value beside it.
    pub(crate) fn eat_phrase<T: Copy>(&mut self, choices: &[(&[&'static str], T)]) -> Option<T> {
        choices.iter().find(|(words, _)| self.eat_all(words)).map(|(_, value)| *value)
    }

    pub(crate) fn eat_sign(&mut self, kind: TokenKind) -> bool {
        let found = self.kind() == kind;
        if found {
            self.at += 1;
        } else {
            self.note(sign(kind));
        }
        found
    }

    pub(crate) fn expect_sign(&mut self, kind: TokenKind) -> Parse<Span> {
        let here = self.here();
        if self.eat_sign(kind) { Ok(here) } else { self.refuse() }
    }

    pub(crate) fn eat_operator(&mut self, operator: &'static str) -> bool {
        let found = self.nth_operator(0, operator);
        if found {
            self.at += 1;
        } else {
            self.note(operator);
        }
        found
    }

    /// Nothing may follow.
    pub(crate) fn expect_end(&self) -> Parse<()> {
        if self.at_end() { Ok(()) } else { self.refuse() }
    }

    // Errors.

    /// The error at the next token.
    pub(crate) fn refuse<T>(&self) -> Parse<T> {
        Err(Box::new(self.refusal()))
    }

    pub(crate) fn refusal(&self) -> Refusal {
        let token = self.peek();
        let mut expected = Vec::new();
        if self.expected_at == self.at {
            for what in &self.expected {
                if !expected.contains(what) {
                    expected.push(*what);
                }
            }
        }
        let message = match token.kind {
            TokenKind::End => "syntax error at end of input".to_owned(),
            TokenKind::Unterminated(quote) => {
                format!("{} at or near \"{}\"", quote.message(), self.slice(token))
            }
            TokenKind::Junk => {
                let what = if self.slice(token).starts_with('$') { "parameter" } else { "numeric literal" };
                format!("trailing junk after {what} at or near \"{}\"", self.slice(token))
            }
            _ => format!("syntax error at or near \"{}\"", self.slice(token)),
        };
        Refusal { span: self.token_span(token), message, expected, sqlstate: "42601" }
    }

    /// An error with a message of its own, at a place.
    #[expect(clippy::unused_self, reason = "reads as the other refusals do")]
    pub(crate) fn refuse_with<T>(&self, span: Span, message: impl Into<String>) -> Parse<T> {
        Err(Box::new(Refusal { span, message: message.into(), expected: Vec::new(), sqlstate: "42601" }))
    }

    /// An error for what the grammar reads and PostgreSQL does not offer.
    #[expect(clippy::unused_self, reason = "reads as the other refusals do")]
    pub(crate) fn refuse_unsupported<T>(&self, span: Span, message: impl Into<String>) -> Parse<T> {
        Err(Box::new(Refusal { span, message: message.into(), expected: Vec::new(), sqlstate: "0A000" }))
    }

    /// The error at the next token, where this was looked for.
    pub(crate) fn refuse_wanting<T>(&mut self, what: &'static str) -> Parse<T> {
        self.note(what);
        self.refuse()
    }

    // The words that chose the kind.

    /// They end here and began at a place that [`Cursor::position`] gave.
    pub(crate) fn set_lead(&mut self, from: usize) {
        self.lead = from..self.at;
    }

    /// The word is among those that chose the statement's kind.
    pub(crate) fn led_by(&self, word: &str) -> bool {
        self.tokens
            .get(self.lead.clone())
            .unwrap_or(&[])
            .iter()
            .any(|token| self.slice(*token).eq_ignore_ascii_case(word))
    }

    // Names and constants.

    /// A name for a column, a table or nearly anything else (`ColId`).
    pub(crate) fn column_name(&mut self) -> Parse<Name> {
        self.name_of(&[KeywordClass::ColumnName], "a name")
    }

    /// A name for a function or a type (`type_function_name`).
    pub(crate) fn type_or_function_name(&mut self) -> Parse<Name> {
        self.name_of(&[KeywordClass::TypeOrFunctionName], "a name")
    }

    /// A word that is not reserved (`NonReservedWord`).
    pub(crate) fn word(&mut self) -> Parse<Name> {
        self.name_of(&[KeywordClass::ColumnName, KeywordClass::TypeOrFunctionName], "a word")
    }

    /// Any word at all (`ColLabel`).
    pub(crate) fn label(&mut self) -> Parse<Name> {
        self.name_of(
            &[KeywordClass::ColumnName, KeywordClass::TypeOrFunctionName, KeywordClass::Reserved],
            "a name",
        )
    }

    pub(crate) fn name_of(&mut self, classes: &[KeywordClass], what: &'static str) -> Parse<Name> {
        if !self.nth_names(0, classes) {
            return self.refuse_wanting(what);
        }
        let token = self.bump();
        let mut span = self.token_span(token);
        let escape = if token.kind == TokenKind::UnicodeName { self.unicode_escape()? } else { '\\' };
        span = self.since(span);
        Ok(Name { text: literal::name(token.kind, self.slice(token), escape), span })
    }

    /// `UESCAPE 'c'`.
    fn unicode_escape(&mut self) -> Parse<char> {
        if !self.nth_is(0, "UESCAPE") || self.nth_kind(1) != TokenKind::String {
            return Ok('\\');
        }
        self.bump();
        let token = self.bump();
        let value = literal::string(token.kind, self.slice(token), '\\').value;
        let mut characters = value.chars();
        match (characters.next(), characters.next()) {
            (Some(escape), None) if !escape.is_ascii_hexdigit() && !"+'\" \t\n\r".contains(escape) => {
                Ok(escape)
            }
            _ => self.refuse_with(self.token_span(token), "invalid Unicode escape character"),
        }
    }

    pub(crate) fn nth_string(&self, ahead: usize) -> bool {
        matches!(
            self.nth_kind(ahead),
            TokenKind::String | TokenKind::EscapeString | TokenKind::UnicodeString | TokenKind::DollarString
        )
    }

    /// A string constant (`Sconst`).
    pub(crate) fn string(&mut self) -> Parse<StringLiteral> {
        if !self.nth_string(0) {
            return self.refuse_wanting("a string");
        }
        let token = self.bump();
        let escape = if token.kind == TokenKind::UnicodeString { self.unicode_escape()? } else { '\\' };
        let span = self.since(self.token_span(token));
        let decoded = literal::string(token.kind, self.slice(token), escape);
        let content = Span {
            file: self.file,
            start: token.start + decoded.quotes.0 as u32,
            end: token.end.saturating_sub(decoded.quotes.1 as u32).max(token.start + decoded.quotes.0 as u32),
        };
        Ok(StringLiteral { value: decoded.value, span, content, verbatim: decoded.verbatim })
    }

    /// A number with an optional sign (`NumericOnly`).
    pub(crate) fn number(&mut self) -> Parse<Number> {
        let start = self.here();
        let signed = self.nth_operator(0, "+") || self.nth_operator(0, "-");
        let token = self.nth(usize::from(signed));
        if !matches!(token.kind, TokenKind::Integer | TokenKind::Float) {
            if signed {
                self.bump();
            }
            return self.refuse_wanting("a number");
        }
        let minus = self.nth_operator(0, "-");
        if signed {
            self.bump();
        }
        self.bump();
        let digits = self.slice(token);
        let text = if minus { format!("-{digits}").into() } else { digits.into() };
        Ok(Number { text, span: self.since(start) })
    }

    /// An integer without a sign that fits 32 bits (`Iconst`).
    pub(crate) fn integer(&mut self) -> Parse<u32> {
        let token = self.peek();
        let value = (token.kind == TokenKind::Integer)
            .then(|| Number { text: self.slice(token).into(), span: self.token_span(token) })
            .and_then(|number| number.as_i64())
            .and_then(|value| i32::try_from(value).ok())
            .and_then(|value| u32::try_from(value).ok());
        match value {
            Some(value) => {
                self.bump();
                Ok(value)
            }
            None => self.refuse_wanting("an integer"),
        }
    }

    /// An integer with an optional sign (`SignedIconst`).
    pub(crate) fn signed_integer(&mut self) -> Parse<i32> {
        let negative = self.eat_operator("-");
        if !negative {
            self.eat_operator("+");
        }
        let value = i32::try_from(self.integer()?).unwrap_or(i32::MAX);
        Ok(if negative { -value } else { value })
    }

    // Lists.

    /// One or more, with commas between.
    pub(crate) fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Parse<T>) -> Parse<Vec<T>> {
        let mut items = vec![item(self)?];
        while self.eat_sign(TokenKind::Comma) {
            items.push(item(self)?);
        }
        Ok(items)
    }

    /// One or more in parentheses.
    pub(crate) fn in_parens<T>(&mut self, item: impl FnMut(&mut Self) -> Parse<T>) -> Parse<Vec<T>> {
        self.expect_sign(TokenKind::LeftParen)?;
        let items = self.list(item)?;
        self.expect_sign(TokenKind::RightParen)?;
        Ok(items)
    }

    /// None or more in parentheses.
    pub(crate) fn in_parens_or_empty<T>(&mut self, item: impl FnMut(&mut Self) -> Parse<T>) -> Parse<Vec<T>> {
        if self.kind() == TokenKind::LeftParen && self.nth_kind(1) == TokenKind::RightParen {
            self.bump();
            self.bump();
            return Ok(Vec::new());
        }
        self.in_parens(item)
    }

    /// Column names in parentheses.
    pub(crate) fn columns(&mut self) -> Parse<Vec<Name>> {
        self.in_parens(Self::column_name)
    }

    /// Column names in parentheses, or nothing.
    pub(crate) fn optional_columns(&mut self) -> Parse<Vec<Name>> {
        if self.kind() == TokenKind::LeftParen { self.columns() } else { Ok(Vec::new()) }
    }
}

/// A sign as messages write it.
fn sign(kind: TokenKind) -> &'static str {
    match kind {
        TokenKind::LeftParen => "(",
        TokenKind::RightParen => ")",
        TokenKind::LeftBracket => "[",
        TokenKind::RightBracket => "]",
        TokenKind::Comma => ",",
        TokenKind::Dot => ".",
        TokenKind::Semicolon => ";",
        TokenKind::Colon => ":",
        TokenKind::TypeCast => "::",
        TokenKind::EqualsGreater => "=>",
        TokenKind::ColonEquals => ":=",
        _ => "a sign",
    }
}
