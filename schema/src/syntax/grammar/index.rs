//! `CREATE INDEX`, `REINDEX`, `CLUSTER`, `CREATE STATISTICS`.

use super::cursor::{Cursor, Parse};
use crate::syntax::lexer::TokenKind;
use crate::syntax::tree::{
    AlterStatistics, Cluster, CreateIndex, CreateStatistics, IndexElement, QualifiedName, Reindex,
    ReindexTarget, Spanned, Statement, StatisticsFrom,
};

impl Cursor<'_> {
    /// After `CREATE [UNIQUE] INDEX`.
    pub(crate) fn create_index(&mut self) -> Parse<Statement> {
        let unique = self.led_by("UNIQUE");
        let concurrently = self.eat("CONCURRENTLY");
        let if_not_exists = self.if_not_exists();
        let name = if !if_not_exists && self.is("ON") { None } else { Some(self.column_name()?) };
        self.expect("ON")?;
        let (only, table) = self.relation()?;
        let method = if self.eat("USING") { Some(self.column_name()?) } else { None };
        let keys = self.in_parens(Self::index_element)?;
        let include = if self.eat("INCLUDE") { self.in_parens(Self::index_element)? } else { Vec::new() };
        let nulls_not_distinct = self.nulls_not_distinct();
        let options = self.with_storage_parameters()?;
        let tablespace = if self.eat("TABLESPACE") { Some(self.column_name()?) } else { None };
        let predicate = if self.eat("WHERE") { Some(self.expression()?) } else { None };
        Ok(Statement::CreateIndex(CreateIndex {
            unique,
            concurrently,
            if_not_exists,
            name,
            only,
            table,
            method,
            keys,
            include,
            nulls_not_distinct,
            options,
            tablespace,
            predicate,
        }))
    }

    /// One key with its collation, operator class and order (`index_elem`).
    pub(crate) fn index_element(&mut self) -> Parse<IndexElement> {
        let start = self.here();
        let key = self.key()?;
        let collation = self.collation()?.map(|collation| collation.value);
        let opclass = self.optional_opclass()?;
        let opclass_options = if opclass.is_some() && self.kind() == TokenKind::LeftParen {
            self.storage_parameters()?
        } else {
            Vec::new()
        };
        let order = self.order();
        Ok(IndexElement { key, collation, opclass, opclass_options, order, span: self.since(start) })
    }

    /// `[USING] opclass`, where a word that goes on with the key is no operator class.
    pub(crate) fn optional_opclass(&mut self) -> Parse<Option<QualifiedName>> {
        if self.eat("USING") {
            return self.qualified_name().map(Some);
        }
        let order = self.nth_is(0, "NULLS") && self.nth_in(1, &["FIRST", "LAST"]);
        let named = self.nth_names(0, &[crate::syntax::keywords::KeywordClass::ColumnName]);
        if named && !order { self.qualified_name().map(Some) } else { Ok(None) }
    }

    /// After `REINDEX`.
    pub(crate) fn reindex(&mut self) -> Parse<Statement> {
        let options = self.utility_options()?;
        let kinds = &[("INDEX", 0), ("TABLE", 1), ("SCHEMA", 2), ("DATABASE", 3), ("SYSTEM", 4)];
        let Some(kind) = self.eat_one(kinds) else { return self.refuse() };
        let mut concurrently = self.eat("CONCURRENTLY");
        concurrently |= options.iter().any(|option| {
            option.name.as_str() == "concurrently"
                && option.value.as_ref().is_none_or(|value| !matches!(&*value.text, "off" | "false" | "0"))
        });
        let target = match kind {
            0 => ReindexTarget::Index(self.qualified_name()?),
            1 => ReindexTarget::Table(self.qualified_name()?),
            2 => ReindexTarget::Schema(self.column_name()?),
            kind => {
                let name = if self.at_end() { None } else { Some(self.column_name()?) };
                if kind == 3 { ReindexTarget::Database(name) } else { ReindexTarget::System(name) }
            }
        };
        Ok(Statement::Reindex(Reindex { target, concurrently, options }))
    }

    /// After `CLUSTER`.
    pub(crate) fn cluster(&mut self) -> Parse<Statement> {
        let options = self.utility_options()?;
        if options.is_empty() {
            self.eat("VERBOSE");
        }
        let mut cluster = Cluster { table: None, index: None, options };
        if !self.at_end() {
            let first = self.qualified_name()?;
            if self.eat("ON") {
                // The old form: CLUSTER index ON table.
                cluster.index = Some(first.name);
                cluster.table = Some(self.qualified_name()?);
            } else {
                cluster.table = Some(first);
                if self.eat("USING") {
                    cluster.index = Some(self.column_name()?);
                }
            }
        }
        Ok(Statement::Cluster(cluster))
    }

    /// After `CREATE STATISTICS`.
    pub(crate) fn create_statistics(&mut self) -> Parse<Statement> {
        let if_not_exists = self.if_not_exists();
        let unnamed = !if_not_exists && (self.is("ON") || self.kind() == TokenKind::LeftParen);
        let name = if unnamed { None } else { Some(self.qualified_name()?) };
        let kinds =
            if self.kind() == TokenKind::LeftParen { self.in_parens(Self::column_name)? } else { Vec::new() };
        self.expect("ON")?;
        let keys = self.list(Self::key)?;
        self.expect("FROM")?;
        let position = self.position();
        let from = match self.relation() {
            Ok((_, table)) if self.at_end() => StatisticsFrom::Table(table),
            _ => {
                self.rewind(position);
                StatisticsFrom::Other(self.text_until(|_| false)?)
            }
        };
        Ok(Statement::CreateStatistics(CreateStatistics { if_not_exists, name, kinds, keys, from }))
    }

    /// `ALTER STATISTICS [IF EXISTS] name SET STATISTICS n`, from `SET` on.
    pub(crate) fn alter_statistics(&mut self, if_exists: bool, name: QualifiedName) -> Parse<Statement> {
        self.expect_all(&["SET", "STATISTICS"])?;
        let start = self.here();
        let value = if self.eat("DEFAULT") { -1 } else { self.signed_integer()? };
        let target = Spanned { value, span: self.since(start) };
        Ok(Statement::AlterStatistics(AlterStatistics { if_exists, name, target }))
    }
}
