//! The statements of a PL/pgSQL body: blocks, branches, loops, and the SQL between them.
//!
//! After the grammar of `pl_gram.y` (documentation, "PL/pgSQL"), as far as it takes to tell which SQL statement
//! stands where. Conditions and SQL statements stay slices of the text.

use std::ops::Range;

use super::lexer::{Lexer, Token, TokenKind};

/// A stretch of the body, in bytes.
pub type Slice = Range<usize>;

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Instruction {
    /// `BEGIN … EXCEPTION WHEN … THEN … END`.
    Block {
        body: Vec<Instruction>,
        handlers: Vec<Handler>,
    },
    If {
        arms: Vec<Arm>,
        otherwise: Vec<Instruction>,
    },
    /// `LOOP`, `WHILE`, `FOR`, `FOREACH`: how often the body runs is known at run time only.
    Loop {
        head: Slice,
        body: Vec<Instruction>,
    },
    /// `CASE … END CASE`: which arm runs is known at run time only.
    Case {
        head: Slice,
        arms: Vec<Vec<Instruction>>,
    },
    /// `EXECUTE`: the text that is run is the value of an expression.
    Execute {
        whole: Slice,
        expression: Slice,
    },
    /// Any SQL statement, without its semicolon.
    Sql(Slice),
    /// `RAISE`, `RETURN`, assignments and the like: nothing that SQL would see. `RAISE` of an error and
    /// `RETURN` end the block.
    Control {
        whole: Slice,
        ends: bool,
    },
}

/// `WHEN conditions THEN …`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Handler {
    /// Condition names in lower case, or SQLSTATEs as written.
    pub conditions: Vec<String>,
    pub body: Vec<Instruction>,
}

/// `IF condition THEN …`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Arm {
    pub condition: Slice,
    pub body: Vec<Instruction>,
}

/// Blocks inside blocks that are read; deeper ones are refused.
const MAX_DEPTH: u32 = 64;

/// Reads a body. `None` when it does not have the form of PL/pgSQL.
pub fn parse(text: &str) -> Option<Vec<Instruction>> {
    let tokens: Vec<Token> = Lexer::new(text)
        .filter(|token| !matches!(token.kind, TokenKind::Whitespace | TokenKind::Comment))
        .collect();
    let mut reader = Reader { text, tokens, at: 0, depth: 0 };
    reader.skip_label();
    let block = reader.block()?;
    reader.eat(TokenKind::Semicolon);
    (reader.at == reader.tokens.len()).then_some(vec![block])
}

struct Reader<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    at: usize,
    depth: u32,
}

impl Reader<'_> {
    fn token(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.at + ahead)
    }

    fn is(&self, ahead: usize, word: &str) -> bool {
        self.token(ahead).is_some_and(|token| {
            token.kind == TokenKind::Word
                && self
                    .text
                    .get(token.start as usize..token.end as usize)
                    .is_some_and(|text| text.eq_ignore_ascii_case(word))
        })
    }

    fn is_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(0, word))
    }

    fn eat_word(&mut self, word: &str) -> bool {
        let found = self.is(0, word);
        self.at += usize::from(found);
        found
    }

    fn eat(&mut self, kind: TokenKind) -> bool {
        let found = self.token(0).is_some_and(|token| token.kind == kind);
        self.at += usize::from(found);
        found
    }

    /// `<<label>>`.
    fn skip_label(&mut self) {
        while self.token(0).is_some_and(|token| {
            token.kind == TokenKind::Operator
                && self
                    .text
                    .get(token.start as usize..token.end as usize)
                    .is_some_and(|text| text.starts_with("<<"))
        }) {
            self.at += 1;
            while let Some(token) = self.token(0) {
                let closes = token.kind == TokenKind::Operator
                    && self
                        .text
                        .get(token.start as usize..token.end as usize)
                        .is_some_and(|text| text.ends_with(">>"));
                self.at += 1;
                if closes {
                    break;
                }
            }
        }
    }

    /// Everything up to one of the words at parenthesis depth 0, or to a semicolon; the end is not eaten.
    fn until(&mut self, words: &[&str]) -> Option<Slice> {
        let start = self.token(0)?.start as usize;
        let mut end = start;
        let mut open = 0_u32;
        let mut cases = 0_u32;
        while let Some(token) = self.token(0) {
            let kind = token.kind;
            let here = token.end as usize;
            if open == 0 && cases == 0 && (kind == TokenKind::Semicolon || self.is_any(words)) {
                return Some(start..end);
            }
            match kind {
                TokenKind::LeftParen => open += 1,
                TokenKind::RightParen => open = open.saturating_sub(1),
                // A CASE expression has its own THEN and END.
                TokenKind::Word if self.is(0, "CASE") => cases += 1,
                TokenKind::Word if cases > 0 && self.is(0, "END") => cases -= 1,
                _ => {}
            }
            end = here;
            self.at += 1;
        }
        None
    }

    fn block(&mut self) -> Option<Instruction> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return None;
        }
        if self.eat_word("DECLARE") {
            // Declarations end where a statement of theirs ended and BEGIN comes.
            while !self.is(0, "BEGIN") {
                self.until(&[])?;
                if !self.eat(TokenKind::Semicolon) {
                    return None;
                }
            }
        }
        if !self.eat_word("BEGIN") {
            return None;
        }
        let body = self.list(&["EXCEPTION", "END"])?;
        let mut handlers = Vec::new();
        if self.eat_word("EXCEPTION") {
            while self.eat_word("WHEN") {
                let condition = self.until(&["THEN"])?;
                self.at += 1;
                let conditions = self.text.get(condition)?.to_lowercase();
                let conditions = conditions.split(" or ").map(|name| {
                    name.trim().trim_start_matches("sqlstate").trim().trim_matches('\'').to_owned()
                });
                let conditions = conditions.collect();
                handlers.push(Handler { conditions, body: self.list(&["WHEN", "END"])? });
            }
        }
        if !self.eat_word("END") {
            return None;
        }
        // A label may follow.
        if self.token(0).is_some_and(|token| matches!(token.kind, TokenKind::Word | TokenKind::QuotedName)) {
            self.at += 1;
        }
        self.depth -= 1;
        Some(Instruction::Block { body, handlers })
    }

    fn list(&mut self, ends: &[&str]) -> Option<Vec<Instruction>> {
        let mut list = Vec::new();
        while !self.is_any(ends) {
            self.skip_label();
            list.push(self.instruction()?);
            if !self.eat(TokenKind::Semicolon) {
                return None;
            }
        }
        Some(list)
    }

    fn instruction(&mut self) -> Option<Instruction> {
        let start = self.token(0)?.start as usize;
        if self.is_any(&["BEGIN", "DECLARE"]) {
            return self.block();
        }
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return None;
        }
        let instruction = if self.eat_word("IF") {
            self.branches()?
        } else if self.is(0, "CASE") {
            self.case()?
        } else if self.is_any(&["LOOP", "WHILE", "FOR", "FOREACH"]) {
            let head = self.until(&["LOOP"]).unwrap_or(start..start);
            self.at += 1;
            let body = self.list(&["END"])?;
            self.close("LOOP")?;
            Instruction::Loop { head, body }
        } else if self.eat_word("EXECUTE") {
            let expression = self.until(&["INTO", "USING"])?;
            let rest = self.until(&[])?;
            Instruction::Execute { whole: start..rest.end.max(expression.end), expression }
        } else if self.is_any(CONTROL) || self.is_assignment() {
            let ends = self.is(0, "RETURN") || (self.is(0, "RAISE") && !self.is_mere_message());
            let whole = self.until(&[])?;
            Instruction::Control { whole, ends }
        } else {
            Instruction::Sql(self.until(&[])?)
        };
        self.depth -= 1;
        Some(instruction)
    }

    fn branches(&mut self) -> Option<Instruction> {
        let mut arms = Vec::new();
        loop {
            let condition = self.until(&["THEN"])?;
            self.at += 1;
            arms.push(Arm { condition, body: self.list(&["ELSIF", "ELSEIF", "ELSE", "END"])? });
            if !(self.eat_word("ELSIF") || self.eat_word("ELSEIF")) {
                break;
            }
        }
        let otherwise = if self.eat_word("ELSE") { self.list(&["END"])? } else { Vec::new() };
        self.close("IF")?;
        Some(Instruction::If { arms, otherwise })
    }

    fn case(&mut self) -> Option<Instruction> {
        self.at += 1;
        let head = if self.is(0, "WHEN") { 0..0 } else { self.until(&["WHEN"])? };
        let mut arms = Vec::new();
        while self.eat_word("WHEN") {
            self.until(&["THEN"])?;
            self.at += 1;
            arms.push(self.list(&["WHEN", "ELSE", "END"])?);
        }
        if self.eat_word("ELSE") {
            arms.push(self.list(&["END"])?);
        }
        self.close("CASE")?;
        Some(Instruction::Case { head, arms })
    }

    /// `END word`, and a label.
    fn close(&mut self, word: &str) -> Option<()> {
        if !(self.eat_word("END") && self.eat_word(word)) {
            return None;
        }
        if self.token(0).is_some_and(|token| token.kind == TokenKind::Word) {
            self.at += 1;
        }
        Some(())
    }

    /// `name := …`, `name = …`, `name.field := …`, `name[i] := …`.
    fn is_assignment(&self) -> bool {
        let mut ahead = 0;
        while let Some(token) = self.token(ahead) {
            match token.kind {
                TokenKind::ColonEquals => return ahead > 0,
                TokenKind::Operator => {
                    return ahead > 0 && self.text.get(token.start as usize..token.end as usize) == Some("=");
                }
                TokenKind::Word | TokenKind::QuotedName if ahead == 0 => {}
                TokenKind::Dot | TokenKind::LeftBracket | TokenKind::RightBracket | TokenKind::Integer
                    if ahead > 0 => {}
                TokenKind::Word | TokenKind::QuotedName
                    if self.token(ahead - 1).is_some_and(|before| {
                        matches!(before.kind, TokenKind::Dot | TokenKind::LeftBracket)
                    }) => {}
                _ => return false,
            }
            ahead += 1;
        }
        false
    }

    /// `RAISE NOTICE` and the other levels below an error.
    fn is_mere_message(&self) -> bool {
        ["NOTICE", "WARNING", "INFO", "LOG", "DEBUG"].iter().any(|level| self.is(1, level))
    }
}

/// Words that begin what is PL/pgSQL's own.
const CONTROL: &[&str] = &[
    "RAISE", "RETURN", "PERFORM", "NULL", "EXIT", "CONTINUE", "ASSERT", "GET", "OPEN", "FETCH", "MOVE",
    "CLOSE", "CALL",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn sql(text: &str) -> Vec<String> {
        fn walk(text: &str, list: &[Instruction], out: &mut Vec<String>) {
            for instruction in list {
                match instruction {
                    Instruction::Block { body, handlers } => {
                        walk(text, body, out);
                        for handler in handlers {
                            walk(text, &handler.body, out);
                        }
                    }
                    Instruction::If { arms, otherwise } => {
                        for arm in arms {
                            walk(text, &arm.body, out);
                        }
                        walk(text, otherwise, out);
                    }
                    Instruction::Loop { body, .. } => walk(text, body, out),
                    Instruction::Case { arms, .. } => arms.iter().for_each(|arm| walk(text, arm, out)),
                    Instruction::Sql(slice) => out.push(text[slice.clone()].to_owned()),
                    Instruction::Execute { expression, .. } => {
                        out.push(format!("EXECUTE {}", &text[expression.clone()]));
                    }
                    Instruction::Control { .. } => {}
                }
            }
        }
        let mut out = Vec::new();
        walk(text, &parse(text).unwrap(), &mut out);
        out
    }

    #[test]
    fn sql_between_branches_loops_and_handlers_is_found() {
        let text = "DECLARE r record; n int := 1; BEGIN
            IF n = 1 THEN CREATE TABLE a (x int); ELSIF CASE WHEN n = 2 THEN true ELSE false END THEN NULL;
            ELSE DROP TABLE b; END IF;
            FOR r IN SELECT 1 LOOP EXECUTE format('x %s', r.a) USING n; END LOOP;
            n := 2; r.a = 3; RAISE NOTICE 'a; b';
            BEGIN ALTER TABLE c ADD d int; EXCEPTION WHEN duplicate_column OR undefined_table THEN NULL; END;
            END";
        assert_eq!(
            sql(text),
            [
                "CREATE TABLE a (x int)",
                "DROP TABLE b",
                "EXECUTE format('x %s', r.a)",
                "ALTER TABLE c ADD d int"
            ]
        );
    }

    #[test]
    fn what_is_no_block_is_none() {
        assert_eq!(parse("CREATE TABLE a (x int)"), None);
        assert_eq!(parse("BEGIN IF x THEN"), None);
        assert_eq!(parse(&"BEGIN ".repeat(1000)), None);
    }
}
