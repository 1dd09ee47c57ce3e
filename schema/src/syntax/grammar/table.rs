//! `CREATE TABLE` in all its forms, `TRUNCATE`.

use super::cursor::{Cursor, Parse};
use crate::syntax::lexer::TokenKind;
use crate::syntax::tree::{
    ColumnDefinition, CreateTable, CreateTableAs, ForeignTable, KeyKind, LikeClause, LikeOption, LikeWhat,
    Name, OnCommit, PartitionBound, PartitionBoundKind, PartitionBy, PartitionKey, PartitionOf, Persistence,
    Spanned, Statement, TableElement, TableSource, Truncate,
};

const LIKE_OPTIONS: &[(&str, LikeWhat)] = &[
    ("ALL", LikeWhat::All),
    ("COMMENTS", LikeWhat::Comments),
    ("COMPRESSION", LikeWhat::Compression),
    ("CONSTRAINTS", LikeWhat::Constraints),
    ("DEFAULTS", LikeWhat::Defaults),
    ("GENERATED", LikeWhat::Generated),
    ("IDENTITY", LikeWhat::Identity),
    ("INDEXES", LikeWhat::Indexes),
    ("STATISTICS", LikeWhat::Statistics),
    ("STORAGE", LikeWhat::Storage),
];

/// What follows the columns of a table and of a table made from a query.
#[derive(Default)]
struct Storage {
    access_method: Option<Name>,
    options: Vec<crate::syntax::tree::OptionItem>,
    on_commit: Option<Spanned<OnCommit>>,
    tablespace: Option<Name>,
}

impl Cursor<'_> {
    pub(crate) fn led_persistence(&self) -> Persistence {
        if self.led_by("TEMP") || self.led_by("TEMPORARY") {
            Persistence::Temporary
        } else if self.led_by("UNLOGGED") {
            Persistence::Unlogged
        } else {
            Persistence::Permanent
        }
    }

    /// After `CREATE … TABLE`.
    pub(crate) fn create_table(&mut self) -> Parse<Statement> {
        let persistence = self.led_persistence();
        let if_not_exists = self.if_not_exists();
        let name = self.qualified_name()?;
        let names_only = self.kind() == TokenKind::LeftParen
            && matches!(self.nth_kind(2), TokenKind::Comma | TokenKind::RightParen)
            && self.nth_kind(1) != TokenKind::RightParen;
        let mut table = CreateTable {
            name,
            persistence,
            if_not_exists,
            of_type: None,
            partition_of: None,
            elements: Vec::new(),
            inherits: Vec::new(),
            partition_by: None,
            access_method: None,
            options: Vec::new(),
            on_commit: None,
            tablespace: None,
            foreign: None,
        };
        if names_only && !self.nth_is(1, "LIKE") {
            let columns = self.columns()?;
            let storage = self.storage()?;
            return self.create_table_as(table, columns, storage);
        }
        match self.kind() {
            TokenKind::LeftParen => {
                table.elements = self.in_parens_or_empty(Self::table_element)?;
                table.inherits = self.inherits()?;
            }
            _ if self.eat("OF") => {
                table.of_type = Some(self.qualified_name()?);
                table.elements = self.typed_elements()?;
            }
            _ if self.eat("PARTITION") => self.partition_of(&mut table)?,
            _ => {
                let storage = self.storage()?;
                return self.create_table_as(table, Vec::new(), storage);
            }
        }
        table.partition_by = self.partition_by()?;
        let storage = self.storage()?;
        table.access_method = storage.access_method;
        table.options = storage.options;
        table.on_commit = storage.on_commit;
        table.tablespace = storage.tablespace;
        Ok(Statement::CreateTable(table))
    }

    /// After `CREATE FOREIGN TABLE`.
    pub(crate) fn create_foreign_table(&mut self) -> Parse<Statement> {
        let if_not_exists = self.if_not_exists();
        let name = self.qualified_name()?;
        let mut table = CreateTable {
            name,
            persistence: Persistence::Permanent,
            if_not_exists,
            of_type: None,
            partition_of: None,
            elements: Vec::new(),
            inherits: Vec::new(),
            partition_by: None,
            access_method: None,
            options: Vec::new(),
            on_commit: None,
            tablespace: None,
            foreign: None,
        };
        if self.eat("PARTITION") {
            self.partition_of(&mut table)?;
        } else if self.kind() == TokenKind::LeftParen {
            table.elements = self.in_parens_or_empty(Self::table_element)?;
            table.inherits = self.inherits()?;
        } else {
            return self.refuse_wanting("(");
        }
        self.expect("SERVER")?;
        let server = self.column_name()?;
        let options = self.foreign_options()?;
        table.foreign = Some(ForeignTable { server, options });
        Ok(Statement::CreateTable(table))
    }

    /// After `PARTITION`.
    fn partition_of(&mut self, table: &mut CreateTable) -> Parse<()> {
        let start = self.expect("OF")?;
        let parent = self.qualified_name()?;
        table.elements = self.typed_elements()?;
        let bound = self.partition_bound()?;
        table.partition_of = Some(PartitionOf { parent, bound, span: self.since(start) });
        Ok(())
    }

    fn inherits(&mut self) -> Parse<Vec<crate::syntax::tree::QualifiedName>> {
        if self.eat("INHERITS") { self.in_parens(Self::qualified_name) } else { Ok(Vec::new()) }
    }

    /// `USING`, `WITH`, `ON COMMIT`, `TABLESPACE`.
    fn storage(&mut self) -> Parse<Storage> {
        let mut storage = Storage::default();
        if self.eat("USING") {
            storage.access_method = Some(self.column_name()?);
        }
        storage.options = self.with_storage_parameters()?;
        let start = self.here();
        if self.eat_then("ON", &["COMMIT"])? {
            let choices: &[(&[&'static str], OnCommit)] = &[
                (&["DROP"], OnCommit::Drop),
                (&["DELETE", "ROWS"], OnCommit::DeleteRows),
                (&["PRESERVE", "ROWS"], OnCommit::PreserveRows),
            ];
            let Some(value) = self.eat_phrase(choices) else { return self.refuse() };
            storage.on_commit = Some(Spanned { value, span: self.since(start) });
        }
        if self.eat("TABLESPACE") {
            storage.tablespace = Some(self.column_name()?);
        }
        Ok(storage)
    }

    /// From `AS` on.
    fn create_table_as(
        &mut self,
        table: CreateTable,
        columns: Vec<Name>,
        storage: Storage,
    ) -> Parse<Statement> {
        self.expect("AS")?;
        let source = if self.eat("EXECUTE") {
            let name = self.column_name()?;
            if self.kind() == TokenKind::LeftParen {
                self.skip_group()?;
            }
            TableSource::Execute(name)
        } else {
            TableSource::Query(self.query_until(Self::at_with_data)?)
        };
        let with_data = self.with_data();
        Ok(Statement::CreateTableAs(CreateTableAs {
            name: table.name,
            persistence: table.persistence,
            if_not_exists: table.if_not_exists,
            columns,
            access_method: storage.access_method,
            options: storage.options,
            on_commit: storage.on_commit,
            tablespace: storage.tablespace,
            source,
            with_data,
        }))
    }

    pub(crate) fn at_with_data(&self) -> bool {
        self.nth_is(0, "WITH")
            && (self.nth_is(1, "DATA") || (self.nth_is(1, "NO") && self.nth_is(2, "DATA")))
            && matches!(self.nth_kind(if self.nth_is(1, "NO") { 3 } else { 2 }), TokenKind::End)
    }

    /// `WITH [NO] DATA`; true when nothing is written.
    pub(crate) fn with_data(&mut self) -> bool {
        if self.eat_all(&["WITH", "NO", "DATA"]) {
            return false;
        }
        self.eat_all(&["WITH", "DATA"]);
        true
    }

    fn table_element(&mut self) -> Parse<TableElement> {
        if self.at_table_constraint() {
            return self.table_constraint().map(TableElement::Constraint);
        }
        let start = self.here();
        if self.eat("LIKE") {
            let table = self.qualified_name()?;
            let mut options = Vec::new();
            loop {
                let start = self.here();
                let Some(including) = self.eat_one(&[("INCLUDING", true), ("EXCLUDING", false)]) else {
                    break;
                };
                let Some(what) = self.eat_one(LIKE_OPTIONS) else { return self.refuse() };
                options.push(Spanned { value: LikeOption { including, what }, span: self.since(start) });
            }
            return Ok(TableElement::Like(LikeClause { table, options, span: self.since(start) }));
        }
        self.column_definition().map(TableElement::Column)
    }

    /// A column with its type (`columnDef`).
    pub(crate) fn column_definition(&mut self) -> Parse<ColumnDefinition> {
        let start = self.here();
        let name = self.column_name()?;
        let type_name = Some(self.type_name()?);
        let storage = if self.eat("STORAGE") { Some(self.word_or_default()?) } else { None };
        let compression = if self.eat("COMPRESSION") { Some(self.word_or_default()?) } else { None };
        let options = self.foreign_options()?;
        let qualities = self.column_qualities()?;
        Ok(ColumnDefinition {
            name,
            type_name,
            collation: qualities.collation,
            storage,
            compression,
            constraints: qualities.constraints,
            options,
            span: self.since(start),
        })
    }

    /// A column name's kind of word, or `DEFAULT`.
    pub(crate) fn word_or_default(&mut self) -> Parse<Name> {
        if self.is("DEFAULT") { self.label() } else { self.column_name() }
    }

    /// The columns of a typed table or a partition: no types.
    fn typed_elements(&mut self) -> Parse<Vec<TableElement>> {
        if self.kind() != TokenKind::LeftParen {
            return Ok(Vec::new());
        }
        self.in_parens(|cursor| {
            if cursor.at_table_constraint() {
                return cursor.table_constraint().map(TableElement::Constraint);
            }
            let start = cursor.here();
            let name = cursor.column_name()?;
            cursor.eat_then("WITH", &["OPTIONS"])?;
            let qualities = cursor.column_qualities()?;
            Ok(TableElement::Column(ColumnDefinition {
                name,
                type_name: None,
                collation: qualities.collation,
                storage: None,
                compression: None,
                constraints: qualities.constraints,
                options: Vec::new(),
                span: cursor.since(start),
            }))
        })
    }

    fn partition_by(&mut self) -> Parse<Option<PartitionBy>> {
        let start = self.here();
        if !self.eat_then("PARTITION", &["BY"])? {
            return Ok(None);
        }
        let strategy = self.column_name()?;
        let keys = self.in_parens(|cursor| {
            let start = cursor.here();
            let key = cursor.key()?;
            let collation = cursor.collation()?.map(|collation| collation.value);
            let opclass = cursor.optional_opclass()?;
            Ok(PartitionKey { key, collation, opclass, span: cursor.since(start) })
        })?;
        Ok(Some(PartitionBy { strategy, keys, span: self.since(start) }))
    }

    /// A column, a function call or an expression in parentheses.
    pub(crate) fn key(&mut self) -> Parse<KeyKind> {
        let start = self.here();
        if self.kind() == TokenKind::LeftParen {
            self.expression_in_parens()?;
            return Ok(KeyKind::Expression(self.text_since(start)));
        }
        let mut ahead = 1;
        while self.nth_kind(ahead) == TokenKind::Dot {
            ahead += 2;
        }
        let value_word = self.nth_class(0) == Some(crate::syntax::keywords::KeywordClass::Reserved);
        if self.nth_kind(ahead) == TokenKind::LeftParen || ahead > 1 || value_word {
            return self.function_call().map(KeyKind::Expression);
        }
        self.column_name().map(KeyKind::Column)
    }

    /// `FOR VALUES …` or `DEFAULT` (`PartitionBoundSpec`).
    pub(crate) fn partition_bound(&mut self) -> Parse<PartitionBound> {
        let start = self.here();
        if self.eat("DEFAULT") {
            return Ok(PartitionBound { kind: PartitionBoundKind::Default, span: start });
        }
        self.expect_all(&["FOR", "VALUES"])?;
        let kind = if self.eat("IN") {
            PartitionBoundKind::In(self.in_parens(Self::expression)?)
        } else if self.eat("FROM") {
            let from = self.in_parens(Self::expression)?;
            self.expect("TO")?;
            PartitionBoundKind::Range { from, to: self.in_parens(Self::expression)? }
        } else {
            self.expect("WITH")?;
            self.hash_bound()?
        };
        Ok(PartitionBound { kind, span: self.since(start) })
    }

    fn hash_bound(&mut self) -> Parse<PartitionBoundKind> {
        let (mut modulus, mut remainder) = (None, None);
        let start = self.here();
        self.in_parens(|cursor| {
            let name = cursor.word()?;
            let value = cursor.integer()?;
            let slot = match name.as_str() {
                "modulus" => &mut modulus,
                "remainder" => &mut remainder,
                other => {
                    return cursor.refuse_with(
                        name.span,
                        format!("unrecognized hash partition bound specification \"{other}\""),
                    );
                }
            };
            if slot.replace(value).is_some() {
                let message = format!("{} for hash partition provided more than once", name.as_str());
                return cursor.refuse_with(name.span, message);
            }
            Ok(())
        })?;
        let span = self.since(start);
        match (modulus, remainder) {
            (Some(modulus), Some(remainder)) => Ok(PartitionBoundKind::Hash { modulus, remainder }),
            (None, _) => self.refuse_with(span, "modulus for hash partition must be specified"),
            (_, None) => self.refuse_with(span, "remainder for hash partition must be specified"),
        }
    }

    /// After `TRUNCATE [TABLE]`.
    pub(crate) fn truncate(&mut self) -> Parse<Statement> {
        let tables = self.list(|cursor| Ok(cursor.relation()?.1))?;
        let restart_identity = self.eat_then("RESTART", &["IDENTITY"])?;
        if !restart_identity {
            self.eat_then("CONTINUE", &["IDENTITY"])?;
        }
        let behaviour = self.behaviour();
        Ok(Statement::Truncate(Truncate { tables, restart_identity, behaviour }))
    }
}
