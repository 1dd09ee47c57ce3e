//! The statements of a PL/pgSQL body: blocks, branches, loops, and the SQL between them.
//!
//! After the grammar of `pl_gram.y` (documentation, "PL/pgSQL"), as far as it takes to tell which SQL statement
//! stands where. Conditions and SQL statements stay slices of the text.

use std::ops::Range;

use super::lexer::{Lexer, Token, TokenKind};
use super::literal;

/// A stretch of the body, in bytes.
pub type Slice = Range<usize>;

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Instruction {
    /// `DECLARE … BEGIN … EXCEPTION WHEN … THEN … END`.
    Block {
        declarations: Vec<Declaration>,
        body: Vec<Instruction>,
        handlers: Vec<Handler>,
    },
    If {
        arms: Vec<Arm>,
        otherwise: Vec<Instruction>,
    },
    /// `LOOP`, `WHILE`, `FOR`, `FOREACH`; the head is everything before the word `LOOP`.
    Loop {
        label: Option<Box<str>>,
        kind: LoopKind,
        head: Slice,
        body: Vec<Instruction>,
    },
    /// `CASE … END CASE`; the head is the operand, empty for the form without one.
    Case {
        head: Slice,
        arms: Vec<Arm>,
        otherwise: Vec<Instruction>,
    },
    /// `EXECUTE`: the text that is run is the value of an expression.
    Execute {
        whole: Slice,
        expression: Slice,
        /// The variables of `INTO`.
        into: Vec<Box<str>>,
    },
    /// `name := value`; of `name.field` and `name[i]` the name is that of the variable.
    Assign {
        whole: Slice,
        name: Box<str>,
        /// Only a part of the variable is set.
        part: bool,
        value: Slice,
    },
    /// `PERFORM query`; the query stands without its word `SELECT`.
    Perform {
        whole: Slice,
        query: Slice,
    },
    /// `EXIT` and `CONTINUE`.
    Leave {
        again: bool,
        label: Option<Box<str>>,
        condition: Option<Slice>,
    },
    /// Any SQL statement, without its semicolon.
    Sql(Slice),
    /// `RAISE`, `RETURN` and the like: nothing that SQL would see. `RAISE` of an error and `RETURN` end the block.
    Control {
        whole: Slice,
        ends: bool,
    },
}

impl Instruction {
    /// The lists of instructions inside of it.
    pub fn lists(&self) -> Vec<&[Instruction]> {
        match self {
            Self::Block { body, handlers, .. } => {
                let handlers = handlers.iter().map(|handler| &*handler.body);
                std::iter::once(&**body).chain(handlers).collect()
            }
            Self::If { arms, otherwise } | Self::Case { arms, otherwise, .. } => {
                arms.iter().map(|arm| &*arm.body).chain([&**otherwise]).collect()
            }
            Self::Loop { body, .. } => vec![body],
            _ => Vec::new(),
        }
    }
}

/// A variable of a block.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Declaration {
    pub name: Box<str>,
    /// The type as written; empty for cursors and aliases.
    pub ty: Slice,
    pub value: Option<Slice>,
}

/// What a loop goes over.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LoopKind {
    /// `LOOP`, a cursor, `FOR … IN EXECUTE`: known at run time only.
    Unknown {
        targets: Vec<Box<str>>,
    },
    While(Slice),
    /// `FOR a, b IN query`.
    Query {
        targets: Vec<Box<str>>,
        query: Slice,
    },
    /// `FOR i IN [REVERSE] lower..upper [BY step]`.
    Range {
        target: Box<str>,
        reverse: bool,
        lower: Slice,
        upper: Slice,
        step: Option<Slice>,
    },
    /// `FOREACH a IN ARRAY array`.
    Array {
        target: Box<str>,
        array: Slice,
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
    reader.label();
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
    fn label(&mut self) -> Option<Box<str>> {
        let mut label = None;
        while self.word_text().starts_with("<<") {
            self.at += 1;
            while self.token(0).is_some() {
                let text = self.word_text();
                let closes = text.ends_with(">>");
                if !closes {
                    label = self.name_here();
                }
                self.at += 1;
                if closes {
                    break;
                }
            }
        }
        label
    }

    fn word_text(&self) -> &str {
        self.token(0).map_or("", |token| token.text(self.text))
    }

    /// The name that the next token is, if it is one.
    fn name_here(&self) -> Option<Box<str>> {
        let token = self.token(0)?;
        matches!(token.kind, TokenKind::Word | TokenKind::QuotedName)
            .then(|| literal::name(token.kind, token.text(self.text), '\\'))
    }

    /// `a, b.c` as the names of variables.
    fn targets(&mut self) -> Vec<Box<str>> {
        let mut targets = Vec::new();
        while let Some(name) = self.name_here() {
            targets.push(name);
            self.at += 1;
            while self.token(0).is_some_and(|token| {
                !matches!(token.kind, TokenKind::Comma | TokenKind::Semicolon | TokenKind::Word)
            }) {
                // A field or an element of it.
                let dot = self.eat(TokenKind::Dot);
                self.at += 1;
                if !dot && self.token(0).is_none() {
                    break;
                }
            }
            if !self.eat(TokenKind::Comma) {
                break;
            }
        }
        targets
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
        let mut declarations = Vec::new();
        if self.eat_word("DECLARE") {
            // Declarations end where a statement of theirs ended and BEGIN comes.
            while !self.is(0, "BEGIN") {
                if self.eat_word("DECLARE") {
                    continue;
                }
                declarations.push(self.declaration()?);
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
        Some(Instruction::Block { declarations, body, handlers })
    }

    /// `name [CONSTANT] type [COLLATE x] [NOT NULL] [{ DEFAULT | := | = } value]`.
    fn declaration(&mut self) -> Option<Declaration> {
        let name = self.name_here()?;
        self.at += 1;
        self.eat_word("CONSTANT");
        let start = self.token(0)?.start as usize;
        let mut ty = start..start;
        let mut open = 0_u32;
        while let Some(token) = self.token(0) {
            let (kind, end) = (token.kind, token.end as usize);
            let equals = kind == TokenKind::ColonEquals
                || (kind == TokenKind::Operator && token.text(self.text) == "=")
                || self.is(0, "DEFAULT");
            match kind {
                TokenKind::LeftParen => open += 1,
                TokenKind::RightParen => open = open.saturating_sub(1),
                TokenKind::Semicolon if open == 0 => {
                    return Some(Declaration { name, ty, value: None });
                }
                _ if equals && open == 0 => {
                    self.at += 1;
                    let value = self.until(&[])?;
                    return Some(Declaration { name, ty, value: Some(value) });
                }
                _ => {}
            }
            if open > 0 || !self.is_any(&["NOT", "NULL", "COLLATE"]) {
                ty = start..end;
            }
            self.at += 1;
        }
        None
    }

    fn list(&mut self, ends: &[&str]) -> Option<Vec<Instruction>> {
        let mut list = Vec::new();
        while !self.is_any(ends) {
            let label = self.label();
            list.push(self.instruction(label)?);
            if !self.eat(TokenKind::Semicolon) {
                return None;
            }
        }
        Some(list)
    }

    fn instruction(&mut self, label: Option<Box<str>>) -> Option<Instruction> {
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
            let first = self.at;
            let head = self.until(&["LOOP"]).unwrap_or(start..start);
            let after = std::mem::replace(&mut self.at, first);
            let kind = self.loop_kind(after);
            self.at = after + 1;
            let body = self.list(&["END"])?;
            self.close("LOOP")?;
            Instruction::Loop { label, kind, head, body }
        } else if self.eat_word("EXECUTE") {
            let expression = self.until(&["INTO", "USING"])?;
            let mut end = expression.end;
            let mut into = Vec::new();
            while !self.token(0).is_none_or(|token| token.kind == TokenKind::Semicolon) {
                if self.eat_word("INTO") {
                    self.eat_word("STRICT");
                    into = self.targets();
                } else {
                    end = self.token(0)?.end as usize;
                    self.at += 1;
                }
            }
            let whole = start..end.max(self.tokens.get(self.at - 1)?.end as usize);
            Instruction::Execute { whole, expression, into }
        } else if self.is(0, "PERFORM") {
            self.at += 1;
            let query = self.until(&[])?;
            Instruction::Perform { whole: start..query.end, query }
        } else if (self.is(0, "EXIT") || self.is(0, "CONTINUE")) && !self.is_assignment() {
            let again = self.is(0, "CONTINUE");
            self.at += 1;
            let label = if self.is(0, "WHEN") { None } else { self.name_here() };
            self.at += usize::from(label.is_some());
            let condition = if self.eat_word("WHEN") { Some(self.until(&[])?) } else { None };
            Instruction::Leave { again, label, condition }
        } else if self.is_assignment() {
            self.assignment()?
        } else if self.is_any(CONTROL) {
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
            let condition = self.until(&["THEN"])?;
            self.at += 1;
            arms.push(Arm { condition, body: self.list(&["WHEN", "ELSE", "END"])? });
        }
        let otherwise = if self.eat_word("ELSE") { self.list(&["END"])? } else { Vec::new() };
        self.close("CASE")?;
        Some(Instruction::Case { head, arms, otherwise })
    }

    /// The head of a loop up to its word `LOOP`, which is the token at `end`.
    fn loop_kind(&mut self, end: usize) -> LoopKind {
        let unknown = |targets| LoopKind::Unknown { targets };
        let slice = |reader: &Self, from: usize, to: usize| {
            let first = reader.tokens.get(from)?.start as usize;
            let last = reader.tokens.get(to.checked_sub(1)?)?.end as usize;
            (from < to).then_some(first..last)
        };
        if self.eat_word("WHILE") {
            return slice(self, self.at, end).map_or_else(|| unknown(Vec::new()), LoopKind::While);
        }
        let each = self.eat_word("FOREACH");
        if !each && !self.eat_word("FOR") {
            return unknown(Vec::new());
        }
        let targets = self.targets();
        let first = targets.first().cloned();
        if each {
            let array = self.eat_word("IN") && self.eat_word("ARRAY");
            let array = if array { slice(self, self.at, end) } else { None };
            return match (first, array) {
                (Some(target), Some(array)) => LoopKind::Array { target, array },
                _ => unknown(targets),
            };
        }
        if !self.eat_word("IN") || self.is(0, "EXECUTE") {
            return unknown(targets);
        }
        let reverse = self.eat_word("REVERSE");
        let (mut dots, mut by, mut open) = (None, None, 0_u32);
        for at in self.at..end {
            match self.tokens.get(at).map(|token| token.kind) {
                Some(TokenKind::LeftParen) => open += 1,
                Some(TokenKind::RightParen) => open = open.saturating_sub(1),
                Some(TokenKind::DotDot) if open == 0 => dots = Some(at),
                Some(TokenKind::Word) if open == 0 && dots.is_some() => {
                    let text = self.tokens.get(at).map_or("", |token| token.text(self.text));
                    if text.eq_ignore_ascii_case("BY") {
                        by = Some(at);
                    }
                }
                _ => {}
            }
        }
        if let (Some(dots), Some(target)) = (dots, first) {
            let lower = slice(self, self.at, dots);
            let upper = slice(self, dots + 1, by.unwrap_or(end));
            let step = by.and_then(|by| slice(self, by + 1, end));
            return match (lower, upper) {
                (Some(lower), Some(upper)) => LoopKind::Range { target, reverse, lower, upper, step },
                _ => unknown(targets),
            };
        }
        let is_query = self.is_any(&["SELECT", "VALUES", "WITH", "TABLE"])
            || self.token(0).is_some_and(|token| token.kind == TokenKind::LeftParen);
        match slice(self, self.at, end) {
            Some(query) if is_query => LoopKind::Query { targets, query },
            _ => unknown(targets),
        }
    }

    fn assignment(&mut self) -> Option<Instruction> {
        let start = self.token(0)?.start as usize;
        let name = self.name_here()?;
        self.at += 1;
        let mut part = false;
        while !self.token(0).is_some_and(|token| {
            token.kind == TokenKind::ColonEquals
                || (token.kind == TokenKind::Operator && token.text(self.text) == "=")
        }) {
            self.token(0)?;
            part = true;
            self.at += 1;
        }
        self.at += 1;
        let value = self.until(&[])?;
        Some(Instruction::Assign { whole: start..value.end, name, part, value })
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
const CONTROL: &[&str] = &["RAISE", "RETURN", "NULL", "ASSERT", "GET", "OPEN", "FETCH", "MOVE", "CLOSE"];

#[cfg(test)]
mod tests {
    use super::*;

    fn sql(text: &str) -> Vec<String> {
        fn walk(text: &str, list: &[Instruction], out: &mut Vec<String>) {
            for instruction in list {
                match instruction {
                    Instruction::Block { body, handlers, .. } => {
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
                    Instruction::Case { arms, .. } => arms.iter().for_each(|arm| walk(text, &arm.body, out)),
                    Instruction::Sql(slice) => out.push(text[slice.clone()].to_owned()),
                    Instruction::Execute { expression, .. } => {
                        out.push(format!("EXECUTE {}", &text[expression.clone()]));
                    }
                    _ => {}
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
    fn variables_and_loops_are_taken_apart() {
        let text =
            "DECLARE a CONSTANT text[] := ARRAY['x', 'y']; b public.t%ROWTYPE; n numeric(3, 1) NOT NULL = 1;
            BEGIN
            <<outer>> FOREACH t IN ARRAY a LOOP EXIT outer WHEN t = 'x'; CONTINUE; END LOOP;
            FOR i IN REVERSE 1 .. f(3) BY 2 LOOP NULL; END LOOP;
            FOR r, s IN SELECT 1, 2 LOOP PERFORM f(r); END LOOP;
            WHILE n > 0 LOOP n := n - 1; END LOOP;
            EXECUTE 'SELECT 1' INTO STRICT n, b.c USING a, n;
            END";
        let block = parse(text).unwrap();
        let Instruction::Block { declarations, body, .. } = &block[0] else { panic!("{block:?}") };
        let declared: Vec<_> = declarations
            .iter()
            .map(|entry| (&*entry.name, &text[entry.ty.clone()], entry.value.clone().map(|at| &text[at])))
            .collect();
        assert_eq!(
            declared,
            [
                ("a", "text[]", Some("ARRAY['x', 'y']")),
                ("b", "public.t%ROWTYPE", None),
                ("n", "numeric(3, 1)", Some("1"))
            ]
        );
        let loops: Vec<String> = body
            .iter()
            .filter_map(|instruction| match instruction {
                Instruction::Loop { label, kind, .. } => Some(match kind {
                    LoopKind::Array { target, array } => {
                        format!("{label:?} {target} {}", &text[array.clone()])
                    }
                    LoopKind::Range { target, reverse, lower, upper, step } => format!(
                        "{target} {reverse} {} {} {}",
                        &text[lower.clone()],
                        &text[upper.clone()],
                        &text[step.clone().unwrap()]
                    ),
                    LoopKind::Query { targets, query } => format!("{targets:?} {}", &text[query.clone()]),
                    LoopKind::While(condition) => text[condition.clone()].to_owned(),
                    LoopKind::Unknown { .. } => "unknown".to_owned(),
                }),
                Instruction::Execute { into, expression, .. } => {
                    Some(format!("{into:?} {}", &text[expression.clone()]))
                }
                _ => None,
            })
            .collect();
        assert_eq!(
            loops,
            [
                "Some(\"outer\") t a",
                "i true 1 f(3) 2",
                "[\"r\", \"s\"] SELECT 1, 2",
                "n > 0",
                "[\"n\", \"b\"] 'SELECT 1'"
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
