//! Text to tokens, by the rules of PostgreSQL's `scan.l` (documentation: SQL Syntax, Lexical Structure).
//!
//! A token is a kind and a stretch of bytes; nothing is copied. Settings that change the lexer are taken at their
//! defaults (`standard_conforming_strings = on`).

/// One token. Offsets are bytes of the text that was lexed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    pub kind: TokenKind,
    pub start: u32,
    pub end: u32,
}

impl Token {
    /// Its slice of the text it was lexed from; empty if that is another text.
    pub fn text<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TokenKind {
    Whitespace,
    /// `-- …` or `/* … */`.
    Comment,
    /// An identifier without quotes, or a keyword.
    Word,
    /// `"…"`.
    QuotedName,
    /// `U&"…"`.
    UnicodeName,
    /// `'…'`, with its continuations on following lines.
    String,
    /// `E'…'`.
    EscapeString,
    /// `U&'…'`.
    UnicodeString,
    /// `N'…'`.
    NationalString,
    /// `B'…'`.
    BitString,
    /// `X'…'`.
    HexString,
    /// `$tag$…$tag$`.
    DollarString,
    Integer,
    Float,
    /// `$1`.
    Parameter,
    /// Any operator, single characters such as `+`, `<`, `=`, `*` included.
    Operator,
    /// `::`
    TypeCast,
    /// `:=`
    ColonEquals,
    /// `=>`
    EqualsGreater,
    /// `..`
    DotDot,
    LeftParen,
    RightParen,
    LeftBracket,
    RightBracket,
    Comma,
    Semicolon,
    Colon,
    Dot,
    /// A character that begins nothing: `\`, `{`, `$` alone.
    Unknown,
    /// A number with letters at its end: `12ab`, `0x`.
    Junk,
    /// A quote or a comment that the end of the text cuts off.
    Unterminated(Quote),
    /// What the parser sees past the last token.
    End,
}

/// What was left open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Quote {
    Comment,
    String,
    BitString,
    HexString,
    DollarString,
    Name,
}

impl Quote {
    /// PostgreSQL's message.
    pub fn message(self) -> &'static str {
        match self {
            Self::Comment => "unterminated /* comment",
            Self::String => "unterminated quoted string",
            Self::BitString => "unterminated bit string literal",
            Self::HexString => "unterminated hexadecimal string literal",
            Self::DollarString => "unterminated dollar-quoted string",
            Self::Name => "unterminated quoted identifier",
        }
    }
}

/// Reads tokens one by one, whitespace and comments among them. Every byte of the text is in exactly one token.
#[derive(Clone, Debug)]
pub struct Lexer<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Lexer<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text, bytes: text.as_bytes(), at: 0 }
    }

    /// Where the next token begins.
    pub fn position(&self) -> usize {
        self.at
    }

    /// Goes on at another place, which must be a character boundary.
    pub fn seek(&mut self, at: usize) {
        self.at = at.min(self.bytes.len());
    }

    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    fn skip_while(&self, at: usize, accept: impl Fn(u8) -> bool) -> usize {
        let rest = self.bytes.get(at..).unwrap_or(&[]);
        rest.iter().position(|byte| !accept(*byte)).map_or(self.bytes.len(), |length| at + length)
    }

    fn scan_token(&self) -> (TokenKind, usize) {
        let at = self.at;
        let next = self.byte(at + 1);
        match self.byte(at) {
            byte if is_space(byte) => (TokenKind::Whitespace, self.skip_while(at, is_space)),
            0xEF if at == 0 && self.text.starts_with('\u{feff}') => (TokenKind::Whitespace, 3),
            b'-' if next == b'-' => {
                (TokenKind::Comment, self.skip_while(at, |byte| byte != b'\n' && byte != b'\r'))
            }
            b'/' if next == b'*' => self.block_comment(at),
            b'\'' => self.string(at + 1, TokenKind::String, Quote::String),
            b'"' => self.quoted_name(at + 1, TokenKind::QuotedName),
            b'e' | b'E' if next == b'\'' => self.string(at + 2, TokenKind::EscapeString, Quote::String),
            b'b' | b'B' if next == b'\'' => self.string(at + 2, TokenKind::BitString, Quote::BitString),
            b'x' | b'X' if next == b'\'' => self.string(at + 2, TokenKind::HexString, Quote::HexString),
            b'n' | b'N' if next == b'\'' => self.string(at + 2, TokenKind::NationalString, Quote::String),
            b'u' | b'U' if next == b'&' && self.byte(at + 2) == b'\'' => {
                self.string(at + 3, TokenKind::UnicodeString, Quote::String)
            }
            b'u' | b'U' if next == b'&' && self.byte(at + 2) == b'"' => {
                self.quoted_name(at + 3, TokenKind::UnicodeName)
            }
            byte if is_name_start(byte) => (TokenKind::Word, self.skip_while(at, is_name_part)),
            b'$' => self.dollar(at),
            b'0'..=b'9' => self.number(at),
            b'.' if next.is_ascii_digit() => self.number(at),
            b'.' if next == b'.' => (TokenKind::DotDot, at + 2),
            b'.' => (TokenKind::Dot, at + 1),
            b':' if next == b':' => (TokenKind::TypeCast, at + 2),
            b':' if next == b'=' => (TokenKind::ColonEquals, at + 2),
            b':' => (TokenKind::Colon, at + 1),
            b'(' => (TokenKind::LeftParen, at + 1),
            b')' => (TokenKind::RightParen, at + 1),
            b'[' => (TokenKind::LeftBracket, at + 1),
            b']' => (TokenKind::RightBracket, at + 1),
            b',' => (TokenKind::Comma, at + 1),
            b';' => (TokenKind::Semicolon, at + 1),
            byte if is_operator(byte) => self.operator(at),
            _ => (TokenKind::Unknown, at + 1),
        }
    }

    fn block_comment(&self, start: usize) -> (TokenKind, usize) {
        let mut depth = 1_usize;
        let mut at = start + 2;
        while at < self.bytes.len() {
            match (self.byte(at), self.byte(at + 1)) {
                (b'/', b'*') => {
                    depth += 1;
                    at += 2;
                }
                (b'*', b'/') => {
                    depth -= 1;
                    at += 2;
                    if depth == 0 {
                        return (TokenKind::Comment, at);
                    }
                }
                _ => at += 1,
            }
        }
        (TokenKind::Unterminated(Quote::Comment), self.bytes.len())
    }

    /// From the first byte after the opening quote to past the closing quote of the last continued part.
    fn string(&self, mut at: usize, kind: TokenKind, quote: Quote) -> (TokenKind, usize) {
        let escapes = kind == TokenKind::EscapeString;
        while at < self.bytes.len() {
            match self.byte(at) {
                b'\\' if escapes => at += 2,
                b'\'' if self.byte(at + 1) == b'\'' => at += 2,
                b'\'' => match self.continuation(at + 1) {
                    Some(next) => at = next,
                    None => return (kind, at + 1),
                },
                _ => at += 1,
            }
        }
        (TokenKind::Unterminated(quote), self.bytes.len())
    }

    /// A string goes on if only blanks with a line break among them part it from the next quote: the place past it.
    fn continuation(&self, mut at: usize) -> Option<usize> {
        let mut line_break = false;
        loop {
            match self.byte(at) {
                b'\n' | b'\r' => {
                    line_break = true;
                    at += 1;
                }
                byte if is_space(byte) => at += 1,
                b'-' if self.byte(at + 1) == b'-' => {
                    at = self.skip_while(at, |byte| byte != b'\n' && byte != b'\r');
                }
                b'\'' if line_break => return Some(at + 1),
                _ => return None,
            }
        }
    }

    fn quoted_name(&self, mut at: usize, kind: TokenKind) -> (TokenKind, usize) {
        while at < self.bytes.len() {
            match (self.byte(at), self.byte(at + 1)) {
                (b'"', b'"') => at += 2,
                (b'"', _) => return (kind, at + 1),
                _ => at += 1,
            }
        }
        (TokenKind::Unterminated(Quote::Name), self.bytes.len())
    }

    fn dollar(&self, start: usize) -> (TokenKind, usize) {
        let next = self.byte(start + 1);
        if next.is_ascii_digit() {
            let end = self.skip_while(start + 1, |byte| byte.is_ascii_digit());
            return if is_name_start(self.byte(end)) && end < self.bytes.len() {
                (TokenKind::Junk, self.skip_while(end, is_name_part))
            } else {
                (TokenKind::Parameter, end)
            };
        }
        let tag_end = if is_name_start(next) {
            self.skip_while(start + 1, |byte| is_name_part(byte) && byte != b'$')
        } else {
            start + 1
        };
        if self.byte(tag_end) != b'$' {
            return (TokenKind::Unknown, start + 1);
        }
        let delimiter = self.text.get(start..=tag_end).unwrap_or("$$");
        match self.text.get(tag_end + 1..).and_then(|rest| rest.find(delimiter)) {
            Some(offset) => (TokenKind::DollarString, tag_end + 1 + offset + delimiter.len()),
            None => (TokenKind::Unterminated(Quote::DollarString), self.bytes.len()),
        }
    }

    fn number(&self, start: usize) -> (TokenKind, usize) {
        let digits = |at| self.digits(at, |byte| byte.is_ascii_digit());
        let mut kind = TokenKind::Integer;
        let mut at = start;
        let radix: Option<fn(u8) -> bool> = match (self.byte(start), self.byte(start + 1)) {
            (b'0', b'x' | b'X') => Some(|byte| byte.is_ascii_hexdigit()),
            (b'0', b'o' | b'O') => Some(|byte| matches!(byte, b'0'..=b'7')),
            (b'0', b'b' | b'B') => Some(|byte| matches!(byte, b'0' | b'1')),
            _ => None,
        };
        if let Some(accept) = radix {
            let first = if self.byte(start + 2) == b'_' { start + 3 } else { start + 2 };
            at = self.digits(first, accept);
            if at == first {
                return (TokenKind::Junk, self.skip_while(start, is_name_part));
            }
        } else {
            at = digits(at);
            // `1..10` is an integer, two dots and an integer.
            if self.byte(at) == b'.' && self.byte(at + 1) != b'.' {
                kind = TokenKind::Float;
                at = digits(at + 1);
            }
            if matches!(self.byte(at), b'e' | b'E') {
                let sign = usize::from(matches!(self.byte(at + 1), b'+' | b'-'));
                if self.byte(at + 1 + sign).is_ascii_digit() {
                    kind = TokenKind::Float;
                    at = digits(at + 1 + sign);
                }
            }
        }
        if at < self.bytes.len() && is_name_start(self.byte(at)) {
            return (TokenKind::Junk, self.skip_while(at, is_name_part));
        }
        (kind, at)
    }

    /// Digits with single underscores between them.
    fn digits(&self, mut at: usize, accept: impl Fn(u8) -> bool) -> usize {
        while at < self.bytes.len() {
            if accept(self.byte(at)) {
                at += 1;
            } else if self.byte(at) == b'_'
                && at > 0
                && accept(self.byte(at - 1))
                && accept(self.byte(at + 1))
            {
                at += 2;
            } else {
                break;
            }
        }
        at
    }

    fn operator(&self, start: usize) -> (TokenKind, usize) {
        let mut end = start + 1;
        while is_operator(self.byte(end)) && end < self.bytes.len() {
            // A comment ends the operator.
            if matches!((self.byte(end), self.byte(end + 1)), (b'/', b'*') | (b'-', b'-')) {
                break;
            }
            end += 1;
        }
        let keeps_sign = self
            .bytes
            .get(start..end)
            .is_some_and(|operator| operator.iter().any(|byte| is(*byte, KEEPS_SIGN)));
        while !keeps_sign && end > start + 1 && matches!(self.byte(end - 1), b'+' | b'-') {
            end -= 1;
        }
        let kind = if self.text.get(start..end) == Some("=>") {
            TokenKind::EqualsGreater
        } else {
            TokenKind::Operator
        };
        (kind, end)
    }
}

impl Iterator for Lexer<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        if self.at >= self.bytes.len() {
            return None;
        }
        let start = self.at;
        let (kind, end) = self.scan_token();
        // An escape may point past the end of a text that ends in it.
        self.at = end.clamp(start + 1, self.bytes.len());
        Some(Token { kind, start: start as u32, end: self.at as u32 })
    }
}

/// What a byte may be, a bit each: every byte of every file is looked up here.
static CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte: u8 = 0;
    loop {
        classes[byte as usize] = match byte {
            b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c => SPACE,
            b'A'..=b'Z' | b'a'..=b'z' | b'_' | 0x80.. => NAME_START | NAME_PART,
            b'0'..=b'9' | b'$' => NAME_PART,
            b'~' | b'!' | b'@' | b'#' | b'^' | b'&' | b'|' | b'`' | b'?' | b'%' => OPERATOR | KEEPS_SIGN,
            b'+' | b'-' | b'*' | b'/' | b'<' | b'>' | b'=' => OPERATOR,
            _ => 0,
        };
        if byte == u8::MAX {
            break classes;
        }
        byte += 1;
    }
};

const SPACE: u8 = 1;
const NAME_START: u8 = 2;
const NAME_PART: u8 = 4;
const OPERATOR: u8 = 8;
/// An operator of several characters that has one of these may end in `+` or `-`.
const KEEPS_SIGN: u8 = 16;

fn is(byte: u8, class: u8) -> bool {
    CLASSES[usize::from(byte)] & class != 0
}

fn is_space(byte: u8) -> bool {
    is(byte, SPACE)
}

fn is_name_start(byte: u8) -> bool {
    is(byte, NAME_START)
}

fn is_name_part(byte: u8) -> bool {
    is(byte, NAME_PART)
}

fn is_operator(byte: u8) -> bool {
    is(byte, OPERATOR)
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &Expect) {
        let tokens: Vec<_> = Lexer::new(text)
            .filter(|token| token.kind != TokenKind::Whitespace)
            .map(|token| format!("{:?} {}", token.kind, token.text(text)))
            .collect();
        expected.assert_eq(&tokens.join("\n"));
    }

    #[test]
    fn operators_follow_the_sign_rule_and_end_at_comments() {
        check(
            "a=-1 @-- x\n>=- <->/* /* */ */ *-",
            &expect![[r"
                Word a
                Operator =
                Operator -
                Integer 1
                Operator @
                Comment -- x
                Operator >=
                Operator -
                Operator <->
                Comment /* /* */ */
                Operator *
                Operator -"]],
        );
    }

    #[test]
    fn numbers() {
        check(
            "1..10 1.5e-3 .5 0xFF 1_000 1a 0x 1.",
            &expect![[r"
                Integer 1
                DotDot ..
                Integer 10
                Float 1.5e-3
                Float .5
                Integer 0xFF
                Integer 1_000
                Junk 1a
                Junk 0x
                Float 1."]],
        );
    }

    #[test]
    fn quotes() {
        check(
            "'a''b' E'\\'' U&'x' $a$ $b$ ' $a$ $1 \"q\"\"\" 'x'\n  'y' 'z' 'w' a$b$",
            &expect![[r#"
                String 'a''b'
                EscapeString E'\''
                UnicodeString U&'x'
                DollarString $a$ $b$ ' $a$
                Parameter $1
                QuotedName "q"""
                String 'x'
                  'y'
                String 'z'
                String 'w'
                Word a$b$"#]],
        );
    }

    #[test]
    fn what_is_left_open_reaches_the_end() {
        for text in ["/* /* */", "'a", "E'\\", "$$ $", "\"a", "x'1", "E'\\é"] {
            let tokens: Vec<_> = Lexer::new(text).collect();
            assert_eq!(tokens.len(), 1, "{text}");
            assert!(matches!(tokens[0].kind, TokenKind::Unterminated(_)), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_byte_is_in_one_token(text in "[-a-z0-9'\"$/*\\\\\n.:+=@é(;E&U ]{0,60}") {
            let mut at = 0;
            for token in Lexer::new(&text) {
                prop_assert_eq!(token.start, at);
                prop_assert!(text.is_char_boundary(token.end as usize));
                at = token.end;
            }
            prop_assert_eq!(at as usize, text.len());
        }
    }
}
