//! `CREATE VIEW`, `CREATE MATERIALIZED VIEW`, `REFRESH MATERIALIZED VIEW`.

use super::cursor::{Cursor, Parse};
use crate::syntax::lexer::TokenKind;
use crate::syntax::tree::{
    CheckOption, CreateMaterializedView, CreateView, RefreshMaterializedView, Spanned, Statement,
};

impl Cursor<'_> {
    /// After `CREATE … VIEW`.
    pub(crate) fn create_view(&mut self) -> Parse<Statement> {
        let recursive = self.led_by("RECURSIVE");
        let name = self.qualified_name()?;
        let columns = if recursive { self.columns()? } else { self.optional_columns()? };
        let options = self.with_storage_parameters()?;
        self.expect("AS")?;
        let query = self.query_until(Self::at_check_option)?;
        let start = self.here();
        let mut check_option = None;
        if self.eat("WITH") {
            let value = self.eat_one(&[("LOCAL", CheckOption::Local), ("CASCADED", CheckOption::Cascaded)]);
            self.expect_all(&["CHECK", "OPTION"])?;
            let span = self.since(start);
            if recursive {
                return self.refuse_with(span, "WITH CHECK OPTION not supported on recursive views");
            }
            check_option = Some(Spanned { value: value.unwrap_or(CheckOption::Cascaded), span });
        }
        Ok(Statement::CreateView(CreateView {
            name,
            or_replace: self.led_by("REPLACE"),
            persistence: self.led_persistence(),
            recursive,
            columns,
            options,
            query,
            check_option,
        }))
    }

    fn at_check_option(&self) -> bool {
        self.nth_is(0, "WITH")
            && (self.nth_is(1, "CHECK")
                || (self.nth_in(1, &["LOCAL", "CASCADED"]) && self.nth_is(2, "CHECK")))
    }

    /// After `CREATE [UNLOGGED] MATERIALIZED VIEW`.
    pub(crate) fn create_materialized_view(&mut self) -> Parse<Statement> {
        let if_not_exists = self.if_not_exists();
        let name = self.qualified_name()?;
        let columns = self.optional_columns()?;
        let access_method = if self.eat("USING") { Some(self.column_name()?) } else { None };
        let options = if self.nth_is(0, "WITH") && self.nth_kind(1) == TokenKind::LeftParen {
            self.with_storage_parameters()?
        } else {
            Vec::new()
        };
        let tablespace = if self.eat("TABLESPACE") { Some(self.column_name()?) } else { None };
        self.expect("AS")?;
        let query = self.query_until(Self::at_with_data)?;
        let with_data = self.with_data();
        Ok(Statement::CreateMaterializedView(CreateMaterializedView {
            name,
            if_not_exists,
            unlogged: self.led_by("UNLOGGED"),
            columns,
            access_method,
            options,
            tablespace,
            query,
            with_data,
        }))
    }

    /// After `REFRESH MATERIALIZED VIEW`.
    pub(crate) fn refresh_materialized_view(&mut self) -> Parse<Statement> {
        let concurrently = self.eat("CONCURRENTLY");
        let name = self.qualified_name()?;
        let with_data = self.with_data();
        Ok(Statement::RefreshMaterializedView(RefreshMaterializedView { name, concurrently, with_data }))
    }
}
