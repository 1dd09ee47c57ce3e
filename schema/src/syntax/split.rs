//! A file's text to its statements, with exact places, so that one bad statement never hides the next.
//!
//! A semicolon ends a statement, except in the two places where PostgreSQL's grammar has one inside: the body of an
//! SQL-standard function (`BEGIN ATOMIC … END`) and the parenthesised actions of a rule. Even there a statement ends
//! when what follows the semicolon cannot stand there, so that a missing `END` or `)` costs one statement only.

use super::lexer::{Lexer, Quote, Token, TokenKind};

/// One statement's stretch of the text, without its semicolon.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RawStatement {
    pub kind: RawKind,
    /// The first token's first byte.
    pub start: u32,
    /// Past the last token's last byte.
    pub end: u32,
    /// Which of [`Split::tokens`] are its own; none for psql commands.
    pub tokens: std::ops::Range<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RawKind {
    Sql,
    /// A line that begins with a backslash.
    PsqlCommand,
}

/// What [`split`] gives.
#[derive(Clone, Default, Debug)]
pub struct Split {
    /// In the order of the file; empty statements are dropped.
    pub statements: Vec<RawStatement>,
    /// The tokens of all statements, without blanks, comments and the semicolons between statements.
    pub tokens: Vec<Token>,
    /// Quotes and comments never closed: what, and where they open.
    pub unterminated: Vec<(Quote, u32)>,
    /// `COPY … FROM stdin` whose data has no `\.` line.
    pub endless_data: Vec<u32>,
}

/// Cuts a text into statements, in linear time.
pub fn split(text: &str) -> Split {
    // Growing would copy the tokens several times; there is seldom more than one in eight bytes.
    let out = Split { tokens: Vec::with_capacity(text.len() / 8), ..Split::default() };
    let mut splitter = Splitter { text, lexer: Lexer::new(text), out, first: 0, no_more_data: false };
    splitter.run();
    splitter.out
}

struct Splitter<'a> {
    text: &'a str,
    lexer: Lexer<'a>,
    out: Split,
    /// The first token of the statement being read.
    first: usize,
    /// No line ends data from here on: looking again would cost time and find nothing.
    no_more_data: bool,
}

/// Statements that stand neither in a function's body nor in a rule: a semicolon before them always ends.
const NEVER_NESTED: &[&str] = &[
    "CREATE", "ALTER", "DROP", "COMMENT", "GRANT", "REVOKE", "BEGIN", "COMMIT", "ROLLBACK", "START", "SET",
    "DO",
];

impl Splitter<'_> {
    fn run(&mut self) {
        let mut body_depth = 0_usize;
        let mut paren_depth = 0_usize;
        let mut after_semicolon = false;
        while let Some(token) = self.lexer.next() {
            match token.kind {
                TokenKind::Whitespace | TokenKind::Comment => continue,
                TokenKind::Unterminated(quote) => {
                    self.out.unterminated.push((quote, token.start));
                    if quote != Quote::Comment {
                        self.out.tokens.push(token);
                    }
                    continue;
                }
                _ => {}
            }
            if after_semicolon && self.one_of(&token, NEVER_NESTED) {
                self.finish();
                (body_depth, paren_depth) = (0, 0);
            }
            after_semicolon = false;
            match token.kind {
                // psql's way to send several statements at once: `a\; b`.
                TokenKind::Unknown
                    if self.text.get(token.start as usize..).is_some_and(|rest| rest.starts_with("\\;")) =>
                {
                    continue;
                }
                TokenKind::Unknown if token.text(self.text) == "\\" && self.takes_meta_command(token) => {
                    self.finish();
                    (body_depth, paren_depth) = (0, 0);
                    self.meta_command(token);
                    continue;
                }
                TokenKind::Semicolon if body_depth == 0 && paren_depth == 0 => {
                    self.finish();
                    continue;
                }
                TokenKind::Semicolon => after_semicolon = true,
                TokenKind::LeftParen if self.creates(&["RULE"]) => paren_depth += 1,
                TokenKind::RightParen => paren_depth = paren_depth.saturating_sub(1),
                TokenKind::Word if body_depth > 0 && self.one_of(&token, &["CASE"]) => body_depth += 1,
                TokenKind::Word if body_depth > 0 && self.one_of(&token, &["END"]) => body_depth -= 1,
                TokenKind::Word
                    if self.one_of(&token, &["ATOMIC"])
                        && self
                            .out
                            .tokens
                            .get(self.first..)
                            .and_then(<[Token]>::last)
                            .is_some_and(|last| self.one_of(last, &["BEGIN"]))
                        && self.creates(&["FUNCTION", "PROCEDURE"]) =>
                {
                    body_depth += 1;
                }
                _ => {}
            }
            self.out.tokens.push(token);
        }
        self.finish();
    }

    fn one_of(&self, token: &Token, words: &[&str]) -> bool {
        // The length tells most words apart, before the text is looked at.
        let length = (token.end - token.start) as usize;
        token.kind == TokenKind::Word
            && words
                .iter()
                .any(|word| word.len() == length && token.text(self.text).eq_ignore_ascii_case(word))
    }

    /// The statement being read begins `CREATE [OR REPLACE]` and one of the words.
    fn creates(&self, words: &[&str]) -> bool {
        let tokens = self.out.tokens.get(self.first..).unwrap_or(&[]);
        let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|token| self.one_of(token, words));
        let at = if is(1, &["OR"]) && is(2, &["REPLACE"]) { 3 } else { 1 };
        is(0, &["CREATE"]) && is(at, words)
    }

    fn finish(&mut self) {
        let tokens = self.first..self.out.tokens.len();
        self.first = tokens.end;
        let Some([first, ..]) = self.out.tokens.get(tokens.clone()) else { return };
        let Some(last) = self.out.tokens.last() else { return };
        let statement = RawStatement { kind: RawKind::Sql, start: first.start, end: last.end, tokens };
        let copies = self.copies_from_stdin(&statement);
        let start = statement.start;
        self.out.statements.push(statement);
        if copies {
            self.skip_data(start);
        }
    }

    /// `COPY … FROM STDIN` outside parentheses.
    fn copies_from_stdin(&self, statement: &RawStatement) -> bool {
        let tokens = self.out.tokens.get(statement.tokens.clone()).unwrap_or(&[]);
        tokens.first().is_some_and(|first| self.one_of(first, &["COPY"]))
            && tokens.windows(2).any(|pair| {
                // psql takes STDOUT for the same.
                matches!(pair, [from, stdin] if self.one_of(from, &["FROM"]) && self.one_of(stdin, &["STDIN", "STDOUT"]))
            })
    }

    /// Goes past the lines of data and the `\.` that ends them. Without an end nothing is taken for data, so that no
    /// statement is lost.
    fn skip_data(&mut self, start: u32) {
        let from = self.lexer.position();
        let rest = self.text.get(from..).unwrap_or("");
        // The rest of the line of the statement is not data.
        let mut at = rest.find('\n').map_or(rest.len(), |line| line + 1);
        while let Some(line) = rest.get(at..).filter(|line| !line.is_empty() && !self.no_more_data) {
            let end = line.find('\n').map_or(line.len(), |end| end + 1);
            at += end;
            if line.get(..end).is_some_and(|line| line.trim_end_matches(['\n', '\r']) == "\\.") {
                self.lexer.seek(from + at);
                return;
            }
        }
        self.no_more_data = true;
        self.out.endless_data.push(start);
    }

    /// psql takes a backslash anywhere; inside a statement only the commands that send it are known here.
    fn takes_meta_command(&self, token: Token) -> bool {
        let rest = self.text.get(token.end as usize..).unwrap_or("");
        let name: &str = rest.split(|character: char| !character.is_ascii_alphabetic()).next().unwrap_or("");
        self.out.tokens.len() == self.first
            || ["g", "gx", "gset", "gexec", "gdesc", "crosstabview", "watch", "bind"].contains(&name)
    }

    fn meta_command(&mut self, token: Token) {
        let rest = self.text.get(token.start as usize..).unwrap_or("");
        let line = rest.split(['\n', '\r']).next().unwrap_or("");
        self.lexer.seek(token.start as usize + line.len());
        let end = token.start + line.trim_end().len() as u32;
        let tokens = self.first..self.first;
        self.out.statements.push(RawStatement {
            kind: RawKind::PsqlCommand,
            start: token.start,
            end,
            tokens,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &Expect) {
        let parts: Vec<_> = split(text)
            .statements
            .iter()
            .map(|raw| format!("{:?} {:?}", raw.kind, &text[raw.start as usize..raw.end as usize]))
            .collect();
        expected.assert_eq(&parts.join("\n"));
    }

    #[test]
    fn semicolons_in_quotes_bodies_and_rules_do_not_split() {
        check(
            "\u{feff}a;;\r\n ; DO $x$ ; $x$; create function f() begin atomic select case when a then b end; end;\
             create or replace rule r as on insert to t do (a; b); c",
            &expect![[r#"
                Sql "a"
                Sql "DO $x$ ; $x$"
                Sql "create function f() begin atomic select case when a then b end; end"
                Sql "create or replace rule r as on insert to t do (a; b)"
                Sql "c""#]],
        );
    }

    #[test]
    fn an_open_parenthesis_body_or_rule_costs_one_statement() {
        check(
            "CREATE TABLE a (; CREATE RULE r DO (x; CREATE FUNCTION f() BEGIN ATOMIC y; DROP TABLE c",
            &expect![[r#"
                Sql "CREATE TABLE a ("
                Sql "CREATE RULE r DO (x;"
                Sql "CREATE FUNCTION f() BEGIN ATOMIC y;"
                Sql "DROP TABLE c""#]],
        );
    }

    #[test]
    fn data_and_psql_lines_stand_apart() {
        check(
            "\\restrict a;b\r\nCOPY t (a) FROM stdin;\n1;'\n\\.\nSELECT 1 \\gset\nBEGIN;\n",
            &expect![[r#"
                PsqlCommand "\\restrict a;b"
                Sql "COPY t (a) FROM stdin"
                Sql "SELECT 1"
                PsqlCommand "\\gset"
                Sql "BEGIN""#]],
        );
        assert_eq!(split("COPY t FROM stdin;\n1\n").endless_data, [0]);
    }

    proptest! {
        #[test]
        fn statements_are_in_order_and_lose_no_token(text in "([-a-z'\"$;()\\\\\n. ]|CREATE RULE |BEGIN ATOMIC | END |COPY a FROM stdin;){0,40}") {
            let split = split(&text);
            let mut at = 0;
            let mut token = 0;
            for raw in &split.statements {
                prop_assert!(raw.start >= at && raw.end > raw.start && raw.end as usize <= text.len());
                prop_assert_eq!(raw.tokens.start, token);
                at = raw.end;
                token = raw.tokens.end;
            }
            prop_assert_eq!(token, split.tokens.len());
        }
    }
}
