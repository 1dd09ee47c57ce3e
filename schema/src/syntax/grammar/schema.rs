//! Schemas, extensions, languages, access methods, collations, conversions.

use super::cursor::{Cursor, Parse};
use crate::syntax::kinds;
use crate::syntax::lexer::TokenKind;
use crate::syntax::tree::{
    AlterExtension, AlterExtensionAction, CollationDefinition, CreateAccessMethod, CreateCollation,
    CreateConversion, CreateExtension, CreateLanguage, CreateSchema, Irrelevant, Name, SchemaElement,
    Statement,
};

impl Cursor<'_> {
    /// After `CREATE SCHEMA`.
    pub(crate) fn create_schema(&mut self) -> Parse<Statement> {
        let if_not_exists = self.if_not_exists();
        let name = if self.is("AUTHORIZATION") { None } else { Some(self.column_name()?) };
        let owner = if self.eat("AUTHORIZATION") { Some(self.role()?) } else { None };
        let elements_at = self.here();
        let mut elements = Vec::new();
        self.in_schema = true;
        while self.nth_in(0, &["CREATE", "GRANT"]) {
            let start = self.here();
            let statement = kinds::parse_nested(self)?;
            elements.push(SchemaElement { statement, span: self.since(start) });
        }
        self.in_schema = false;
        if if_not_exists && !elements.is_empty() {
            return self.refuse_unsupported(
                elements_at,
                "CREATE SCHEMA IF NOT EXISTS cannot include schema elements",
            );
        }
        Ok(Statement::CreateSchema(CreateSchema { name, if_not_exists, owner, elements }))
    }

    /// After `CREATE EXTENSION`.
    pub(crate) fn create_extension(&mut self) -> Parse<Statement> {
        let if_not_exists = self.if_not_exists();
        let name = self.column_name()?;
        self.eat("WITH");
        let mut extension =
            CreateExtension { name, if_not_exists, schema: None, version: None, cascade: false };
        loop {
            if self.eat("SCHEMA") {
                extension.schema = Some(self.column_name()?);
            } else if self.eat("VERSION") {
                extension.version = Some(self.word_or_string()?);
            } else if self.eat("CASCADE") {
                extension.cascade = true;
            } else if self.is("FROM") {
                return self
                    .refuse_unsupported(self.here(), "CREATE EXTENSION ... FROM is no longer supported");
            } else {
                return Ok(Statement::CreateExtension(extension));
            }
        }
    }

    /// `ALTER EXTENSION name …` except its schema, from after the name.
    pub(crate) fn alter_extension(&mut self, name: Name) -> Parse<Statement> {
        let action = if self.eat("UPDATE") {
            let version = if self.eat("TO") { Some(self.word_or_string()?) } else { None };
            AlterExtensionAction::Update(version)
        } else if self.eat("ADD") {
            AlterExtensionAction::Add(self.object()?)
        } else {
            self.expect("DROP")?;
            AlterExtensionAction::Drop(self.object()?)
        };
        Ok(Statement::AlterExtension(AlterExtension { name, action }))
    }

    /// After `CREATE … LANGUAGE`.
    pub(crate) fn create_language(&mut self) -> Parse<Statement> {
        let name = self.word_or_string()?;
        let mut language = CreateLanguage {
            name,
            or_replace: self.led_by("REPLACE"),
            trusted: self.led_by("TRUSTED"),
            handler: None,
            inline: None,
            validator: None,
        };
        if self.eat("HANDLER") {
            language.handler = Some(self.qualified_name()?);
            if self.eat("INLINE") {
                language.inline = Some(self.qualified_name()?);
            }
            if self.eat("VALIDATOR") {
                language.validator = Some(self.qualified_name()?);
            } else {
                self.eat_all(&["NO", "VALIDATOR"]);
            }
        }
        Ok(Statement::CreateLanguage(language))
    }

    /// After `CREATE ACCESS METHOD`.
    pub(crate) fn create_access_method(&mut self) -> Parse<Statement> {
        let name = self.column_name()?;
        self.expect("TYPE")?;
        let Some(index) = self.eat_one(&[("INDEX", true), ("TABLE", false)]) else { return self.refuse() };
        self.expect("HANDLER")?;
        let handler = self.qualified_name()?;
        Ok(Statement::CreateAccessMethod(CreateAccessMethod { name, index, handler }))
    }

    /// After `CREATE COLLATION`.
    pub(crate) fn create_collation(&mut self) -> Parse<Statement> {
        let if_not_exists = self.if_not_exists();
        let name = self.qualified_name()?;
        let definition = if self.eat("FROM") {
            CollationDefinition::From(self.qualified_name()?)
        } else {
            CollationDefinition::Options(self.definition()?)
        };
        Ok(Statement::CreateCollation(CreateCollation { name, if_not_exists, definition }))
    }

    /// After `CREATE [DEFAULT] CONVERSION`.
    pub(crate) fn create_conversion(&mut self) -> Parse<Statement> {
        let name = self.qualified_name()?;
        self.expect("FOR")?;
        let from = self.string()?.value;
        self.expect("TO")?;
        let to = self.string()?.value;
        self.expect("FROM")?;
        let function = self.qualified_name()?;
        let default = self.led_by("DEFAULT");
        Ok(Statement::CreateConversion(CreateConversion { name, default, from, to, function }))
    }

    /// `CREATE ASSERTION` is in the grammar only to say that it is not implemented.
    pub(crate) fn create_assertion(&mut self) -> Parse<Statement> {
        self.refuse_unsupported(self.here(), "CREATE ASSERTION is not yet implemented")
    }

    /// After `COPY`: told apart from the rest only to check that parentheses match.
    pub(crate) fn copy(&mut self) -> Parse<Statement> {
        if self.kind() == TokenKind::End {
            return self.refuse();
        }
        self.text_until(|_| false)?;
        Ok(Statement::Irrelevant(Irrelevant { kind: "COPY" }))
    }
}
