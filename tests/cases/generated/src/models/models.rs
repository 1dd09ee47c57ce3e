// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::support::{AnyRow, Change, Record, RowReader};

/// A row of `public.models`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// `integer NOT NULL`
    pub id: i32,
    /// `uuid`; unique
    pub uuid: Option<Uuid>,
    /// `text`
    pub connection: Option<String>,
}

impl Record for Model {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            uuid: row.column("uuid")?,
            connection: row.column("connection")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Model {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.models`; it comes back as [`Model`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewModel {
    /// `integer NOT NULL`
    pub id: i32,
    /// `uuid`; unique
    pub uuid: Option<Uuid>,
    /// `text`
    pub connection: Option<String>,
}

impl NewModel {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: i32) -> Self {
        Self {
            id,
            uuid: None,
            connection: None,
        }
    }

    /// Sets `uuid`.
    #[must_use]
    pub fn with_uuid(mut self, uuid: Uuid) -> Self {
        self.uuid = Some(uuid);
        self
    }

    /// Sets `connection`.
    #[must_use]
    pub fn with_connection(mut self, connection: impl Into<String>) -> Self {
        self.connection = Some(connection.into());
        self
    }
}

/// A partial update of [`Model`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ModelPatch {
    /// `uuid`; unique
    pub uuid: Change<Uuid>,
    /// `text`
    pub connection: Change<String>,
}
