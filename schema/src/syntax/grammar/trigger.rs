//! `CREATE TRIGGER`, `CREATE EVENT TRIGGER`, `CREATE RULE`, `CREATE POLICY`, `ALTER POLICY`.

use super::cursor::{Cursor, Parse};
use crate::syntax::lexer::TokenKind;
use crate::syntax::tree::{
    AlterPolicy, ConstraintAttributes, CreateEventTrigger, CreatePolicy, CreateRule, CreateTrigger,
    EventTriggerFilter, Name, PolicyCommand, QualifiedName, RuleEvent, Spanned, SqlText, Statement,
    TransitionTable, TriggerArgument, TriggerEvent, TriggerEventKind, TriggerTiming,
};

impl Cursor<'_> {
    /// After `CREATE [OR REPLACE] [CONSTRAINT] TRIGGER`.
    pub(crate) fn create_trigger(&mut self) -> Parse<Statement> {
        let constraint = self.led_by("CONSTRAINT");
        let name = self.column_name()?;
        let timings: &[(&[&'static str], TriggerTiming)] = &[
            (&["AFTER"], TriggerTiming::After),
            (&["BEFORE"], TriggerTiming::Before),
            (&["INSTEAD", "OF"], TriggerTiming::InsteadOf),
        ];
        let Some(timing) = self.eat_phrase(timings) else { return self.refuse() };
        if constraint && timing != TriggerTiming::After {
            let back = self.position().saturating_sub(1);
            self.rewind(back);
            return self.refuse_wanting("AFTER");
        }
        let mut events = vec![self.trigger_event()?];
        while self.eat("OR") {
            let event = self.trigger_event()?;
            let same = |other: &TriggerEvent| {
                std::mem::discriminant(&other.kind) == std::mem::discriminant(&event.kind)
            };
            if events.iter().any(same) {
                return self.refuse_with(event.span, "duplicate trigger events specified");
            }
            events.push(event);
        }
        self.expect("ON")?;
        let table = self.qualified_name()?;
        let mut trigger = CreateTrigger {
            name,
            or_replace: self.led_by("REPLACE"),
            constraint,
            timing,
            events,
            table,
            from: None,
            attributes: ConstraintAttributes::default(),
            transitions: Vec::new(),
            for_each_row: false,
            condition: None,
            function: QualifiedName { schema: None, name: Name { text: "".into(), span: self.here() } },
            arguments: Vec::new(),
        };
        if constraint {
            if self.eat("FROM") {
                trigger.from = Some(self.qualified_name()?);
            }
            trigger.attributes = self.constraint_attributes()?;
        } else if self.eat("REFERENCING") {
            while self.nth_in(0, &["NEW", "OLD"]) {
                trigger.transitions.push(self.transition_table()?);
            }
            if trigger.transitions.is_empty() {
                return self.refuse_wanting("NEW");
            }
        }
        if self.eat("FOR") {
            self.eat("EACH");
            let Some(row) = self.eat_one(&[("ROW", true), ("STATEMENT", false)]) else {
                return self.refuse();
            };
            trigger.for_each_row = row;
        }
        if self.eat("WHEN") {
            trigger.condition = Some(self.expression_in_parens()?);
        }
        self.expect("EXECUTE")?;
        if !self.eat("FUNCTION") {
            self.expect("PROCEDURE")?;
        }
        trigger.function = self.function_name()?;
        trigger.arguments = self.in_parens_or_empty(Self::trigger_argument)?;
        Ok(Statement::CreateTrigger(trigger))
    }

    fn trigger_event(&mut self) -> Parse<TriggerEvent> {
        let start = self.here();
        let kind = if self.eat("INSERT") {
            TriggerEventKind::Insert
        } else if self.eat("DELETE") {
            TriggerEventKind::Delete
        } else if self.eat("TRUNCATE") {
            TriggerEventKind::Truncate
        } else {
            self.expect("UPDATE")?;
            let columns = if self.eat("OF") { self.list(Self::column_name)? } else { Vec::new() };
            TriggerEventKind::Update(columns)
        };
        Ok(TriggerEvent { kind, span: self.since(start) })
    }

    fn transition_table(&mut self) -> Parse<TransitionTable> {
        let start = self.here();
        let new = self.nth_is(0, "NEW");
        self.bump();
        if self.nth_is(0, "ROW") {
            // In the grammar, refused by the server.
            return self
                .refuse_with(self.here(), "ROW variable naming in the REFERENCING clause is not supported");
        }
        self.expect("TABLE")?;
        self.eat("AS");
        let name = self.column_name()?;
        Ok(TransitionTable { new, name, span: self.since(start) })
    }

    /// A string, a number or any word; the server stores the text.
    fn trigger_argument(&mut self) -> Parse<TriggerArgument> {
        let span = self.here();
        if self.nth_string(0) {
            let string = self.string()?;
            return Ok(TriggerArgument { text: string.value, span: string.span });
        }
        if matches!(self.kind(), TokenKind::Integer | TokenKind::Float) {
            let token = self.bump();
            return Ok(TriggerArgument { text: self.slice(token).into(), span });
        }
        let name = self.label()?;
        Ok(TriggerArgument { text: name.text, span: name.span })
    }

    /// After `CREATE EVENT TRIGGER`.
    pub(crate) fn create_event_trigger(&mut self) -> Parse<Statement> {
        let name = self.column_name()?;
        self.expect("ON")?;
        let event = self.label()?;
        let mut filters = Vec::new();
        if self.eat("WHEN") {
            loop {
                let variable = self.column_name()?;
                self.expect("IN")?;
                let values = self.in_parens(Self::string)?;
                filters.push(EventTriggerFilter { variable, values });
                if !self.eat("AND") {
                    break;
                }
            }
        }
        self.expect("EXECUTE")?;
        if !self.eat("FUNCTION") {
            self.expect("PROCEDURE")?;
        }
        let function = self.function_name()?;
        self.expect_sign(TokenKind::LeftParen)?;
        self.expect_sign(TokenKind::RightParen)?;
        Ok(Statement::CreateEventTrigger(CreateEventTrigger { name, event, filters, function }))
    }

    /// After `CREATE [OR REPLACE] RULE`.
    pub(crate) fn create_rule(&mut self) -> Parse<Statement> {
        let name = self.column_name()?;
        self.expect_all(&["AS", "ON"])?;
        let events = &[
            ("SELECT", RuleEvent::Select),
            ("INSERT", RuleEvent::Insert),
            ("UPDATE", RuleEvent::Update),
            ("DELETE", RuleEvent::Delete),
        ];
        let Some(event) = self.eat_one(events) else { return self.refuse() };
        self.expect("TO")?;
        let table = self.qualified_name()?;
        let condition = if self.eat("WHERE") { Some(self.expression()?) } else { None };
        self.expect("DO")?;
        let instead = self.eat("INSTEAD");
        if !instead {
            self.eat("ALSO");
        }
        let actions = self.rule_actions()?;
        let or_replace = self.led_by("REPLACE");
        Ok(Statement::CreateRule(CreateRule { name, or_replace, event, table, condition, instead, actions }))
    }

    fn rule_actions(&mut self) -> Parse<Vec<SqlText>> {
        const ACTIONS: &[&str] =
            &["SELECT", "INSERT", "UPDATE", "DELETE", "NOTIFY", "WITH", "VALUES", "TABLE"];
        if self.eat("NOTHING") {
            return Ok(Vec::new());
        }
        // Parentheses of a list of actions, or of a query.
        if self.kind() == TokenKind::LeftParen && self.nth_kind(1) != TokenKind::LeftParen {
            self.bump();
            let mut actions = Vec::new();
            loop {
                if self.eat_sign(TokenKind::Semicolon) {
                    continue;
                }
                if self.eat_sign(TokenKind::RightParen) {
                    return Ok(actions);
                }
                if !self.nth_in(0, ACTIONS) && self.kind() != TokenKind::LeftParen {
                    return self.refuse_wanting("an action");
                }
                actions.push(self.text_until(|cursor| {
                    matches!(cursor.kind(), TokenKind::Semicolon | TokenKind::RightParen)
                })?);
                if !matches!(self.kind(), TokenKind::Semicolon | TokenKind::RightParen) {
                    return self.refuse_wanting(")");
                }
            }
        }
        if !self.nth_in(0, ACTIONS) && self.kind() != TokenKind::LeftParen {
            return self.refuse_wanting("an action");
        }
        Ok(vec![self.text_until(|_| false)?])
    }

    /// After `CREATE POLICY`.
    pub(crate) fn create_policy(&mut self) -> Parse<Statement> {
        let name = self.column_name()?;
        self.expect("ON")?;
        let table = self.qualified_name()?;
        let mut permissive = true;
        if self.eat("AS") {
            let start = self.here();
            let word = self.word()?;
            permissive = match word.as_str() {
                "permissive" => true,
                "restrictive" => false,
                other => {
                    return self.refuse_with(start, format!("unrecognized row security option \"{other}\""));
                }
            };
        }
        let commands = &[
            ("ALL", PolicyCommand::All),
            ("SELECT", PolicyCommand::Select),
            ("INSERT", PolicyCommand::Insert),
            ("UPDATE", PolicyCommand::Update),
            ("DELETE", PolicyCommand::Delete),
        ];
        let command = if self.eat("FOR") {
            match self.eat_one(commands) {
                Some(command) => command,
                None => return self.refuse(),
            }
        } else {
            PolicyCommand::All
        };
        let roles = if self.eat("TO") { self.roles()? } else { Vec::new() };
        let (using, with_check) = self.policy_expressions()?;
        Ok(Statement::CreatePolicy(CreatePolicy {
            name,
            table,
            permissive,
            command,
            roles,
            using,
            with_check,
        }))
    }

    #[expect(clippy::type_complexity, reason = "two optional expressions with their places")]
    fn policy_expressions(&mut self) -> Parse<(Option<Spanned<SqlText>>, Option<Spanned<SqlText>>)> {
        let start = self.here();
        let mut using = None;
        if self.eat("USING") {
            let value = self.expression_in_parens()?;
            using = Some(Spanned { value, span: self.since(start) });
        }
        let start = self.here();
        let mut with_check = None;
        if self.eat_then("WITH", &["CHECK"])? {
            let value = self.expression_in_parens()?;
            with_check = Some(Spanned { value, span: self.since(start) });
        }
        Ok((using, with_check))
    }

    /// `ALTER POLICY name ON table …` except its name, from after the table.
    pub(crate) fn alter_policy(&mut self, name: Name, table: QualifiedName) -> Parse<Statement> {
        let roles = if self.eat("TO") { Some(self.roles()?) } else { None };
        let (using, with_check) = self.policy_expressions()?;
        Ok(Statement::AlterPolicy(AlterPolicy { name, table, roles, using, with_check }))
    }
}
