// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use ipnetwork::IpNetwork;
use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Record, RowReader};

/// A row of `public.hosts`; primary key: `address`.
#[derive(Debug, Clone, PartialEq)]
pub struct Host {
    /// `inet NOT NULL`
    pub address: IpNetwork,
}

impl Record for Host {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            address: row.column("address")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Host {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.hosts`; it comes back as [`Host`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewHost {
    /// `inet NOT NULL`
    pub address: IpNetwork,
}

impl NewHost {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(address: IpNetwork) -> Self {
        Self {
            address,
        }
    }
}
