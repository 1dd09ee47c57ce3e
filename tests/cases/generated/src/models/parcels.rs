// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::composites::Declared;
use super::super::support::{AnyRow, Change, Record, RowReader};

/// A row of `public.parcels`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct Parcel {
    /// `integer NOT NULL`
    pub id: i32,
    /// `public.parcel NOT NULL`
    pub whole: super::super::composites::Parcel,
    /// `public.parcel[]`
    pub many: Option<Vec<super::super::composites::Parcel>>,
    /// `public.declared`
    pub name: Option<Declared>,
}

impl Record for Parcel {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            whole: row.column("whole")?,
            many: row.column("many")?,
            name: row.column("name")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Parcel {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.parcels`; it comes back as [`Parcel`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewParcel {
    /// `integer NOT NULL`
    pub id: i32,
    /// `public.parcel NOT NULL`
    pub whole: super::super::composites::Parcel,
    /// `public.parcel[]`
    pub many: Option<Vec<super::super::composites::Parcel>>,
    /// `public.declared`
    pub name: Option<Declared>,
}

impl NewParcel {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: i32, whole: super::super::composites::Parcel) -> Self {
        Self {
            id,
            whole,
            many: None,
            name: None,
        }
    }

    /// Sets `many`.
    #[must_use]
    pub fn with_many(mut self, many: Vec<super::super::composites::Parcel>) -> Self {
        self.many = Some(many);
        self
    }

    /// Sets `name`.
    #[must_use]
    pub fn with_name(mut self, name: Declared) -> Self {
        self.name = Some(name);
        self
    }
}

/// A partial update of [`Parcel`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ParcelPatch {
    /// `public.parcel NOT NULL`
    pub whole: Option<super::super::composites::Parcel>,
    /// `public.parcel[]`
    pub many: Change<Vec<super::super::composites::Parcel>>,
    /// `public.declared`
    pub name: Change<Declared>,
}
