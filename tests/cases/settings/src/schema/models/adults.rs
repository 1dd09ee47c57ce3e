// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;
use time::Date;
use uuid::Uuid;

use crate::types::Email;
use super::super::composites::Place;
use super::super::support::{AnyRow, Record, RowReader};

/// A row of the view `public.adults`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[doc(alias = "database")]
#[non_exhaustive]
pub struct Adult {
    /// `uuid`
    pub id: Uuid,
    /// `public.email`
    pub email: Email,
    /// `date`
    pub born: Date,
    /// `public.place`
    pub home: Option<Place>,
}

impl Record for Adult {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            email: row.column("email")?,
            born: row.finite("born")?,
            home: row.column("home")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Adult {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}
