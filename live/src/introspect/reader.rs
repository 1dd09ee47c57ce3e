//! Asking one query and reading its rows into plain structs.

use sqlx::postgres::PgRow;
use sqlx::{AssertSqlSafe, FromRow, PgConnection};

use crate::error::LiveError;

/// Declares a row of a query: each field is read from the column of its name.
macro_rules! row {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $ty:ty),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub(super) struct $name {
            $($(#[$field_doc])* pub(super) $field: $ty),*
        }
        impl<'r> sqlx::FromRow<'r, sqlx::postgres::PgRow> for $name {
            fn from_row(row: &'r sqlx::postgres::PgRow) -> Result<Self, sqlx::Error> {
                Ok(Self { $($field: sqlx::Row::try_get(row, stringify!($field))?),* })
            }
        }
    };
}
pub(super) use row;

/// Objects of a user's schema: what a condition on `pg_namespace n` must say.
pub(super) const USER_SCHEMA: &str = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

/// A condition that leaves out what an extension owns.
pub(super) fn not_of_extension(class: &str, oid: &str) -> String {
    format!(
        "NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = '{class}'::regclass AND e.objid = {oid} \
         AND e.deptype = 'e')"
    )
}

/// A connection inside the transaction that reads the schema.
pub(super) struct Reader<'c> {
    connection: &'c mut PgConnection,
    version: u32,
    queries: u32,
}

impl<'c> Reader<'c> {
    pub(super) fn new(connection: &'c mut PgConnection, version: u32) -> Self {
        Self { connection, version, queries: 0 }
    }

    pub(super) fn version(&self) -> u32 {
        self.version
    }

    /// How many queries were asked so far.
    pub(super) fn queries(&self) -> u32 {
        self.queries
    }

    /// All rows of a query; `subject` names what it reads, for messages.
    pub(super) async fn rows<T>(&mut self, subject: &str, sql: &str) -> Result<Vec<T>, LiveError>
    where
        T: for<'r> FromRow<'r, PgRow> + Send + Unpin,
    {
        self.queries += 1;
        // The text is ours alone; nothing from outside is ever part of it.
        sqlx::query_as(AssertSqlSafe(sql.to_owned()))
            .persistent(false)
            .fetch_all(&mut *self.connection)
            .await
            .map_err(|error| failure(subject, &error))
    }
}

fn failure(subject: &str, error: &sqlx::Error) -> LiveError {
    match error {
        sqlx::Error::ColumnDecode { .. } | sqlx::Error::ColumnNotFound(_) | sqlx::Error::Decode(_) => {
            LiveError::Defect(format!("reading the {subject} of the database: {error}"))
        }
        _ => LiveError::sql(format!("reading the {subject} of the database"), error),
    }
}
