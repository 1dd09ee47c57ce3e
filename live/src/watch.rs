//! What chosen statements of a replay change, seen by reading the schema before and after each.

use std::collections::BTreeSet;

use schemactl_schema::catalog::Catalog;
use schemactl_schema::resolve::{Touched, touched};
use schemactl_schema::source::{FileId, Span};
use sqlx::postgres::PgConnection;

use crate::error::LiveError;
use crate::introspect::{introspect, introspect_within};

/// More statements than this are not watched: each costs two readings of the schema.
const MOST: usize = 200;

/// `no_active_sql_transaction`: what `SAVEPOINT` says outside of a transaction.
const NO_TRANSACTION: &str = "25P01";

/// Which statements are watched, and what was seen.
#[derive(Debug, Default)]
pub(crate) struct Watch {
    starts: BTreeSet<(FileId, u32)>,
    /// The schema after the statement before, when that one was watched.
    seen: Option<Catalog>,
    pub(crate) touched: Vec<Touched>,
}

impl Watch {
    pub(crate) fn of(statements: &[Span]) -> Self {
        let starts = statements.iter().take(MOST).map(|span| (span.file, span.start)).collect();
        Self { starts, ..Self::default() }
    }

    /// To be called before a statement; true when it is one of those.
    pub(crate) async fn begin(
        &mut self,
        connection: &mut PgConnection,
        span: Span,
    ) -> Result<bool, LiveError> {
        if !self.starts.contains(&(span.file, span.start)) {
            self.seen = None;
            return Ok(false);
        }
        if self.seen.is_none() {
            self.seen = Some(read(connection).await?);
        }
        Ok(true)
    }

    /// To be called after a statement for which [`Watch::begin`] gave true.
    pub(crate) async fn end(&mut self, connection: &mut PgConnection, span: Span) -> Result<(), LiveError> {
        let after = read(connection).await?;
        if let Some(before) = &self.seen {
            self.touched.extend(touched(span, before, &after));
        }
        self.seen = Some(after);
        Ok(())
    }
}

/// A file may open and close transactions of its own.
async fn read(connection: &mut PgConnection) -> Result<Catalog, LiveError> {
    match introspect_within(connection).await {
        Err(LiveError::Sql { code, .. }) if code == NO_TRANSACTION => {
            Ok(introspect(connection).await?.catalog)
        }
        other => Ok(other?.catalog),
    }
}
