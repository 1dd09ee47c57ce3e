//! Taking apart SQL text that the server printed: `pg_get_expr`, `pg_get_indexdef`, `pg_get_triggerdef`.
//!
//! Such text has no comments and no dollar quotes, writes keywords in capitals and quotes every name that has one.

/// What a stretch of printed text is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// A keyword, or a name without quotes.
    Word,
    /// A name in double quotes.
    Quoted,
    /// `'…'`, `E'…'`, `B'…'`.
    Literal,
    Number,
    /// One character.
    Symbol,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Token {
    pub(super) fn text(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// The name that the token stands for, when it can stand for one.
    pub(super) fn name(self, text: &str) -> Option<String> {
        let written = self.text(text);
        match self.kind {
            Kind::Word => Some(written.to_owned()),
            Kind::Quoted => {
                let inner = written.get(1..written.len().saturating_sub(1))?;
                Some(inner.replace("\"\"", "\""))
            }
            Kind::Literal | Kind::Number | Kind::Symbol => None,
        }
    }
}

/// The tokens of printed text, white space left out.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let kind = match bytes[at] {
            byte if byte.is_ascii_whitespace() => {
                at += 1;
                continue;
            }
            b'\'' => {
                at = end_of_quote(bytes, at, false);
                Kind::Literal
            }
            b'"' => {
                at = end_of_quote(bytes, at, false);
                Kind::Quoted
            }
            byte @ (b'E' | b'B' | b'X') if bytes.get(at + 1) == Some(&b'\'') => {
                at = end_of_quote(bytes, at + 1, byte == b'E');
                Kind::Literal
            }
            byte if is_name_start(byte) => {
                while at < bytes.len()
                    && (is_name_start(bytes[at]) || bytes[at].is_ascii_digit() || bytes[at] == b'$')
                {
                    at += 1;
                }
                Kind::Word
            }
            byte if byte.is_ascii_digit() => {
                while at < bytes.len() && (bytes[at].is_ascii_alphanumeric() || bytes[at] == b'.') {
                    at += 1;
                }
                Kind::Number
            }
            _ => {
                at += 1;
                Kind::Symbol
            }
        };
        tokens.push(Token { kind, start, end: at });
    }
    tokens
}

fn is_name_start(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'_' || byte >= 0x80
}

/// Where the quote that begins at `at` ends; the end of the text, when it never does.
fn end_of_quote(bytes: &[u8], at: usize, backslashes: bool) -> usize {
    let quote = bytes[at];
    let mut at = at + 1;
    while at < bytes.len() {
        if backslashes && bytes[at] == b'\\' {
            at += 2;
        } else if bytes[at] == quote {
            if bytes.get(at + 1) != Some(&quote) {
                return at + 1;
            }
            at += 2;
        } else {
            at += 1;
        }
    }
    bytes.len()
}

/// How deep in parentheses and brackets one stands after the token.
pub(super) fn deeper(depth: usize, token: Token, text: &str) -> usize {
    match (token.kind, token.text(text)) {
        (Kind::Symbol, "(" | "[") => depth + 1,
        (Kind::Symbol, ")" | "]") => depth.saturating_sub(1),
        _ => depth,
    }
}

/// The entries of a list: what commas outside of parentheses divide.
pub(super) fn split_list(text: &str) -> Vec<&str> {
    let (mut depth, mut start, mut entries) = (0, 0, Vec::new());
    for token in tokens(text) {
        if depth == 0 && token.text(text) == "," {
            entries.push(text[start..token.start].trim());
            start = token.end;
        }
        depth = deeper(depth, token, text);
    }
    entries.push(text[start..].trim());
    entries
}

/// The entries of the first list in parentheses: the keys of `pg_get_indexdef` and `pg_get_partkeydef`.
pub(super) fn parts(definition: &str) -> Vec<&str> {
    first_parentheses(definition, &tokens(definition)).map(split_list).unwrap_or_default()
}

fn first_parentheses<'a>(text: &'a str, tokens: &[Token]) -> Option<&'a str> {
    let mut depth = 0;
    let mut open = None;
    for token in tokens {
        if open.is_none() && token.text(text) == "(" {
            open = Some(token.end);
        }
        depth = deeper(depth, *token, text);
        if let Some(open) = open
            && depth == 0
        {
            return text.get(open..token.start);
        }
    }
    None
}

/// A key that names a collation of its own, outside of its expression.
pub(super) fn has_collation(key: &str) -> bool {
    let mut depth = 0;
    tokens(key).into_iter().any(|token| {
        depth = deeper(depth, token, key);
        depth == 0 && token.kind == Kind::Word && token.text(key) == "COLLATE"
    })
}

/// The condition of `pg_get_triggerdef`'s `WHEN (…)`.
pub(super) fn trigger_condition(definition: &str) -> Option<&str> {
    let tokens = tokens(definition);
    let when = tokens
        .windows(2)
        .position(|pair| pair[0].text(definition) == "WHEN" && pair[1].text(definition) == "(")?;
    first_parentheses(definition, &tokens[when..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_divided_by_commas_outside_of_parentheses() {
        assert_eq!(
            split_list("lower(a), ((b || ','::text)), ARRAY[1, 2], \"c,d\""),
            ["lower(a)", "((b || ','::text))", "ARRAY[1, 2]", "\"c,d\""]
        );
        assert_eq!(split_list(r"E'it\'s,', 'x'"), [r"E'it\'s,'", "'x'"]);
    }

    #[test]
    fn a_keys_own_collation_stands_outside_of_its_expression() {
        let keys =
            parts(r#"CREATE INDEX "i(" ON t USING btree (lower(b) COLLATE "C", ((b COLLATE "C") || 'x'))"#);
        assert_eq!(keys.iter().map(|key| has_collation(key)).collect::<Vec<_>>(), [true, false]);
    }

    #[test]
    fn a_triggers_condition_is_found_behind_a_name_that_looks_like_one() {
        let definition = r#"CREATE TRIGGER "WHEN (" BEFORE UPDATE ON t FOR EACH ROW WHEN ((new.b = 'WHEN ('::text)) EXECUTE FUNCTION f()"#;
        assert_eq!(trigger_condition(definition), Some("(new.b = 'WHEN ('::text)"));
        assert_eq!(
            trigger_condition("CREATE TRIGGER t AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()"),
            None
        );
    }
}
