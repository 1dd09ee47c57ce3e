//! Foreign-data wrappers, servers, user mappings, publications, text search.

use super::cursor::{Cursor, Parse};
use crate::syntax::lexer::TokenKind;
use crate::syntax::tree::{
    AlterForeignDataWrapper, AlterPublication, AlterPublicationAction, AlterServer,
    AlterTextSearchConfiguration, AlterTextSearchDictionary, CreateForeignDataWrapper, CreatePublication,
    CreateServer, CreateTextSearch, ImportFilter, ImportForeignSchema, MappingAction, Name, ObjectKind,
    PublicationObject, PublicationObjectKind, QualifiedName, Role, RoleKind, Spanned, Statement, UserMapping,
    UserMappingAction, WrapperFunction, WrapperFunctionKind,
};

impl Cursor<'_> {
    fn wrapper_functions(&mut self) -> Parse<Vec<WrapperFunction>> {
        let kinds = &[
            ("HANDLER", WrapperFunctionKind::Handler),
            ("VALIDATOR", WrapperFunctionKind::Validator),
            ("CONNECTION", WrapperFunctionKind::Connection),
        ];
        let mut functions = Vec::new();
        loop {
            let no = self.eat("NO");
            let Some(kind) = self.eat_one(kinds) else {
                return if no { self.refuse() } else { Ok(functions) };
            };
            let function = if no { None } else { Some(self.qualified_name()?) };
            functions.push(WrapperFunction { kind, function });
        }
    }

    /// After `CREATE FOREIGN DATA WRAPPER`.
    pub(crate) fn create_foreign_data_wrapper(&mut self) -> Parse<Statement> {
        let name = self.column_name()?;
        let functions = self.wrapper_functions()?;
        let options = self.foreign_options()?;
        Ok(Statement::CreateForeignDataWrapper(CreateForeignDataWrapper { name, functions, options }))
    }

    pub(crate) fn alter_foreign_data_wrapper(&mut self, name: Name) -> Parse<Statement> {
        let functions = self.wrapper_functions()?;
        let options = if functions.is_empty() || self.is("OPTIONS") {
            self.altered_foreign_options()?
        } else {
            Vec::new()
        };
        Ok(Statement::AlterForeignDataWrapper(AlterForeignDataWrapper { name, functions, options }))
    }

    /// After `CREATE SERVER`.
    pub(crate) fn create_server(&mut self) -> Parse<Statement> {
        let if_not_exists = self.if_not_exists();
        let name = self.column_name()?;
        let server_type = if self.eat("TYPE") { Some(self.string()?) } else { None };
        let mut version = None;
        if self.eat("VERSION") && !self.eat("NULL") {
            version = Some(self.string()?);
        }
        self.expect_all(&["FOREIGN", "DATA", "WRAPPER"])?;
        let wrapper = self.column_name()?;
        let options = self.foreign_options()?;
        Ok(Statement::CreateServer(CreateServer {
            name,
            if_not_exists,
            server_type,
            version,
            wrapper,
            options,
        }))
    }

    pub(crate) fn alter_server(&mut self, name: Name) -> Parse<Statement> {
        let start = self.here();
        let mut version = None;
        if self.eat("VERSION") {
            let value = if self.eat("NULL") { None } else { Some(self.string()?.value) };
            version = Some(Spanned { value, span: self.since(start) });
        }
        let options = if version.is_none() || self.is("OPTIONS") {
            self.altered_foreign_options()?
        } else {
            Vec::new()
        };
        Ok(Statement::AlterServer(AlterServer { name, version, options }))
    }

    /// After `{CREATE | ALTER | DROP} USER MAPPING`.
    pub(crate) fn user_mapping(&mut self) -> Parse<Statement> {
        let action = if self.led_by("CREATE") {
            UserMappingAction::Create { if_not_exists: self.if_not_exists() }
        } else if self.led_by("DROP") {
            UserMappingAction::Drop { if_exists: self.if_exists() }
        } else {
            UserMappingAction::Alter
        };
        self.expect("FOR")?;
        let span = self.here();
        let user = if self.eat("USER") { Role { kind: RoleKind::CurrentUser, span } } else { self.role()? };
        self.expect("SERVER")?;
        let server = self.column_name()?;
        let options = match action {
            UserMappingAction::Create { .. } => self.foreign_options()?,
            UserMappingAction::Alter => self.altered_foreign_options()?,
            UserMappingAction::Drop { .. } => Vec::new(),
        };
        Ok(Statement::UserMapping(UserMapping { action, user, server, options }))
    }

    /// After `IMPORT FOREIGN SCHEMA`.
    pub(crate) fn import_foreign_schema(&mut self) -> Parse<Statement> {
        let remote_schema = self.column_name()?;
        let filter = if self.eat_then("LIMIT", &["TO"])? {
            Some(ImportFilter::LimitTo(self.in_parens(Self::qualified_name)?))
        } else if self.eat("EXCEPT") {
            Some(ImportFilter::Except(self.in_parens(Self::qualified_name)?))
        } else {
            None
        };
        self.expect_all(&["FROM", "SERVER"])?;
        let server = self.column_name()?;
        self.expect("INTO")?;
        let local_schema = self.column_name()?;
        let options = self.foreign_options()?;
        Ok(Statement::ImportForeignSchema(ImportForeignSchema {
            remote_schema,
            filter,
            server,
            local_schema,
            options,
        }))
    }

    /// After `CREATE PUBLICATION`.
    pub(crate) fn create_publication(&mut self) -> Parse<Statement> {
        let name = self.column_name()?;
        let mut publication = CreatePublication {
            name,
            all_tables: false,
            all_sequences: false,
            objects: Vec::new(),
            options: Vec::new(),
        };
        if self.eat("FOR") {
            if self.eat("ALL") {
                loop {
                    match self.eat_one(&[("TABLES", true), ("SEQUENCES", false)]) {
                        Some(true) => publication.all_tables = true,
                        Some(false) => publication.all_sequences = true,
                        None => return self.refuse(),
                    }
                    if !self.eat_sign(TokenKind::Comma) {
                        break;
                    }
                    self.expect("ALL")?;
                }
            } else {
                publication.objects = self.publication_objects()?;
            }
        }
        publication.options = self.with_definition()?;
        Ok(Statement::CreatePublication(publication))
    }

    pub(crate) fn alter_publication(&mut self, name: Name) -> Parse<Statement> {
        let action = if self.nth_is(0, "SET") && self.nth_kind(1) == TokenKind::LeftParen {
            self.bump();
            AlterPublicationAction::SetOptions(self.definition()?)
        } else if self.eat("SET") {
            AlterPublicationAction::Set(self.publication_objects()?)
        } else if self.eat("ADD") {
            AlterPublicationAction::Add(self.publication_objects()?)
        } else {
            self.expect("DROP")?;
            AlterPublicationAction::Drop(self.publication_objects()?)
        };
        Ok(Statement::AlterPublication(AlterPublication { name, action }))
    }

    /// A list where `TABLE` or `TABLES IN SCHEMA` counts for the names after it, too.
    fn publication_objects(&mut self) -> Parse<Vec<PublicationObject>> {
        let mut tables: Option<bool> = None;
        self.list(|cursor| {
            let start = cursor.here();
            if cursor.eat("TABLE") {
                tables = Some(true);
            } else if cursor.eat_all(&["TABLES", "IN", "SCHEMA"]) {
                tables = Some(false);
            }
            let kind = match tables {
                None => return cursor.refuse_wanting("TABLE"),
                Some(false) if cursor.eat("CURRENT_SCHEMA") => PublicationObjectKind::TablesInCurrentSchema,
                Some(false) => PublicationObjectKind::TablesInSchema(cursor.column_name()?),
                Some(true) => {
                    let (only, name) = cursor.relation()?;
                    let columns = cursor.optional_columns()?;
                    let filter =
                        if cursor.eat("WHERE") { Some(cursor.expression_in_parens()?) } else { None };
                    PublicationObjectKind::Table { only, name, columns, filter }
                }
            };
            Ok(PublicationObject { kind, span: cursor.since(start) })
        })
    }

    /// After `CREATE TEXT SEARCH …`.
    pub(crate) fn create_text_search(&mut self, kind: ObjectKind) -> Parse<Statement> {
        let name = self.qualified_name()?;
        let definition = self.definition()?;
        Ok(Statement::CreateTextSearch(CreateTextSearch { kind, name, definition }))
    }

    pub(crate) fn alter_dictionary(&mut self, name: QualifiedName) -> Parse<Statement> {
        let options = self.definition()?;
        Ok(Statement::AlterTextSearchDictionary(AlterTextSearchDictionary { name, options }))
    }

    pub(crate) fn alter_configuration(&mut self, name: QualifiedName) -> Parse<Statement> {
        let action = if self.eat_then("ADD", &["MAPPING", "FOR"])? {
            let tokens = self.list(Self::column_name)?;
            self.mapping_with()?;
            MappingAction::Add { tokens, dictionaries: self.qualified_names()? }
        } else if self.eat_then("DROP", &["MAPPING"])? {
            let if_exists = self.if_exists();
            self.expect("FOR")?;
            MappingAction::Drop { if_exists, tokens: self.list(Self::column_name)? }
        } else {
            self.expect_all(&["ALTER", "MAPPING"])?;
            let tokens = if self.eat("FOR") { self.list(Self::column_name)? } else { Vec::new() };
            if self.eat("REPLACE") {
                let from = self.qualified_name()?;
                self.mapping_with()?;
                MappingAction::Replace { tokens, from, to: self.qualified_name()? }
            } else {
                self.mapping_with()?;
                MappingAction::Alter { tokens, dictionaries: self.qualified_names()? }
            }
        };
        Ok(Statement::AlterTextSearchConfiguration(AlterTextSearchConfiguration { name, action }))
    }

    fn mapping_with(&mut self) -> Parse<()> {
        self.expect("WITH").map(|_| ())
    }
}
