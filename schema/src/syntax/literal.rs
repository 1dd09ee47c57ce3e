//! What quoted things mean: the value of a string constant, the name behind an identifier.

use std::borrow::Cow;

use super::lexer::TokenKind;

/// PostgreSQL keeps this many bytes of a name (`NAMEDATALEN - 1`).
pub const NAME_BYTES: usize = 63;

/// Cuts a name as PostgreSQL does: to 63 bytes, never inside a character.
pub fn truncate_name(name: &str) -> &str {
    if name.len() <= NAME_BYTES {
        return name;
    }
    let mut end = NAME_BYTES;
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    name.get(..end).unwrap_or(name)
}

/// The name that a token of kind `Word`, `QuotedName` or `UnicodeName` means. `escape` is of `UESCAPE`.
pub fn name(kind: TokenKind, text: &str, escape: char) -> Box<str> {
    let value: Cow<'_, str> = match kind {
        TokenKind::QuotedName => undouble(between(text, 1, 1), '"'),
        TokenKind::UnicodeName => Cow::Owned(unicode(&undouble(between(text, 3, 1), '"'), escape)),
        // Only ASCII letters are folded when the encoding has several bytes a character.
        _ if text.bytes().any(|byte| byte.is_ascii_uppercase()) => Cow::Owned(text.to_ascii_lowercase()),
        _ => Cow::Borrowed(text),
    };
    truncate_name(&value).into()
}

/// A string token taken apart.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decoded {
    pub value: Box<str>,
    /// How many bytes the opening and the closing quote take.
    pub quotes: (usize, usize),
    /// The value is the text between the quotes as it stands.
    pub verbatim: bool,
}

/// The value of a string token of any kind. `escape` is of `UESCAPE`.
///
/// Bit strings keep their digits, with `b` or `x` before them, as PostgreSQL's parser does.
pub fn string(kind: TokenKind, text: &str, escape: char) -> Decoded {
    let open = match kind {
        TokenKind::DollarString => text.get(1..).and_then(|rest| rest.find('$')).map_or(1, |at| at + 2),
        TokenKind::UnicodeString => 3,
        TokenKind::String => 1,
        _ => 2,
    };
    let close = if kind == TokenKind::DollarString { open } else { 1 };
    let inside = between(text, open, close);
    if kind == TokenKind::DollarString {
        return Decoded { value: inside.into(), quotes: (open, close), verbatim: true };
    }
    let mut value = String::with_capacity(inside.len());
    let parts = parts(inside, kind == TokenKind::EscapeString);
    for part in &parts {
        match kind {
            TokenKind::EscapeString => value.push_str(&unescape(part)),
            _ => value.push_str(&undouble(part, '\'')),
        }
    }
    match kind {
        TokenKind::UnicodeString => value = unicode(&value, escape),
        TokenKind::BitString => value.insert(0, 'b'),
        TokenKind::HexString => value.insert(0, 'x'),
        _ => {}
    }
    let verbatim = value == inside;
    Decoded { value: value.into(), quotes: (open, close), verbatim }
}

fn between(text: &str, open: usize, close: usize) -> &str {
    text.get(open..text.len().saturating_sub(close)).unwrap_or("")
}

/// The parts of a string continued over lines: cut at every quote that is not doubled (or escaped).
fn parts(inside: &str, escapes: bool) -> Vec<&str> {
    let bytes = inside.as_bytes();
    let mut parts = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' if escapes => at += 2,
            b'\'' if bytes.get(at + 1) == Some(&b'\'') => at += 2,
            b'\'' => {
                parts.push(inside.get(start..at).unwrap_or(""));
                at += 1;
                // To past the quote that opens the next part; comments between may hold quotes.
                while let Some(byte) = bytes.get(at) {
                    if byte == &b'\'' {
                        break;
                    }
                    if byte == &b'-' {
                        while bytes.get(at).is_some_and(|byte| *byte != b'\n' && *byte != b'\r') {
                            at += 1;
                        }
                    } else {
                        at += 1;
                    }
                }
                at += 1;
                start = at;
            }
            _ => at += 1,
        }
    }
    parts.push(inside.get(start..).unwrap_or(""));
    parts
}

fn undouble(text: &str, quote: char) -> Cow<'_, str> {
    let doubled = [quote, quote].iter().collect::<String>();
    if text.contains(&doubled) {
        Cow::Owned(text.replace(&doubled, &quote.to_string()))
    } else {
        Cow::Borrowed(text)
    }
}

/// The escapes of `E'…'`.
fn unescape(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    let mut high: Option<u32> = None;
    while let Some(character) = rest.chars().next() {
        rest = rest.get(character.len_utf8()..).unwrap_or("");
        if character == '\'' && rest.starts_with('\'') {
            rest = rest.get(1..).unwrap_or("");
        }
        if character != '\\' {
            bytes.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
            continue;
        }
        let Some(escaped) = rest.chars().next() else { break };
        rest = rest.get(escaped.len_utf8()..).unwrap_or("");
        match escaped {
            'b' => bytes.push(0x08),
            'f' => bytes.push(0x0c),
            'n' => bytes.push(b'\n'),
            'r' => bytes.push(b'\r'),
            't' => bytes.push(b'\t'),
            'v' => bytes.push(0x0b),
            '0'..='7' => {
                let more = rest.bytes().take(2).take_while(|byte| matches!(byte, b'0'..=b'7')).count();
                let digits = rest.get(..more).unwrap_or("");
                let value = u32::from_str_radix(&format!("{escaped}{digits}"), 8).unwrap_or(0);
                bytes.push((value & 0xff) as u8);
                rest = rest.get(more..).unwrap_or("");
            }
            'x' | 'u' | 'U' => {
                let most = match escaped {
                    'x' => 2,
                    'u' => 4,
                    _ => 8,
                };
                let count = rest.bytes().take(most).take_while(u8::is_ascii_hexdigit).count();
                let value = rest.get(..count).and_then(|digits| u32::from_str_radix(digits, 16).ok());
                rest = rest.get(count..).unwrap_or("");
                match (escaped, value) {
                    (_, None) => bytes.extend_from_slice(escaped.encode_utf8(&mut [0; 4]).as_bytes()),
                    ('x', Some(value)) => bytes.push((value & 0xff) as u8),
                    (_, Some(value)) => push_code_point(&mut high, value, |character| {
                        bytes.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
                    }),
                }
            }
            other => bytes.extend_from_slice(other.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Joins surrogate pairs; what is no character becomes U+FFFD (PostgreSQL refuses it).
fn push_code_point(high: &mut Option<u32>, value: u32, mut push: impl FnMut(char)) {
    match (*high, value) {
        (None, 0xD800..=0xDBFF) => *high = Some(value),
        (Some(first), 0xDC00..=0xDFFF) => {
            *high = None;
            push(char::from_u32(0x10000 + ((first - 0xD800) << 10) + (value - 0xDC00)).unwrap_or('\u{fffd}'));
        }
        _ => {
            *high = None;
            push(char::from_u32(value).unwrap_or('\u{fffd}'));
        }
    }
}

/// The escapes of `U&'…'` and `U&"…"`: `\XXXX`, `\+XXXXXX`, `\\`.
fn unicode(text: &str, escape: char) -> String {
    let mut value = String::with_capacity(text.len());
    let mut rest = text;
    let mut high = None;
    while let Some(character) = rest.chars().next() {
        rest = rest.get(character.len_utf8()..).unwrap_or("");
        if character != escape {
            value.push(character);
            continue;
        }
        let (skip, count) = if rest.starts_with('+') { (1, 6) } else { (0, 4) };
        let digits = rest.get(skip..skip + count).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        if let Some(code) = digits {
            push_code_point(&mut high, code, |character| value.push(character));
            rest = rest.get(skip + count..).unwrap_or("");
        } else {
            value.push(escape);
            if rest.starts_with(escape) {
                rest = rest.get(escape.len_utf8()..).unwrap_or("");
            }
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn value(kind: TokenKind, text: &str) -> String {
        string(kind, text, '\\').value.into()
    }

    #[test]
    fn strings_mean_what_the_server_says() {
        assert_eq!(value(TokenKind::String, "'a''b'"), "a'b");
        assert_eq!(value(TokenKind::String, "'a' -- it's\n  'b''c'"), "ab'c");
        assert_eq!(value(TokenKind::EscapeString, r"E'\ta\\\'\x41\101\u0041\U0001F600'''"), "\ta\\'AAA😀'");
        assert_eq!(value(TokenKind::EscapeString, r"E'\uD83D\uDE00'"), "😀");
        assert_eq!(value(TokenKind::UnicodeString, r"U&'d\0061t\+000061\\'"), r"data\");
        assert_eq!(value(TokenKind::DollarString, "$a$ ' $a$"), " ' ");
        assert_eq!(value(TokenKind::HexString, "X'1F'"), "x1F");
        assert!(string(TokenKind::String, "'plain'", '\\').verbatim);
        assert!(!string(TokenKind::String, "'a''b'", '\\').verbatim);
    }

    #[test]
    fn names_are_folded_unquoted_and_cut() {
        assert_eq!(&*name(TokenKind::Word, "UsÉr", '\\'), "usÉr");
        assert_eq!(&*name(TokenKind::QuotedName, "\"A\"\"b\"", '\\'), "A\"b");
        assert_eq!(&*name(TokenKind::UnicodeName, "U&\"!0041\"", '!'), "A");
        let long = "é".repeat(40);
        assert_eq!(name(TokenKind::Word, &long, '\\').len(), 62);
    }
}
