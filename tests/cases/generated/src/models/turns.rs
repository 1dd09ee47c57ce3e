// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::NaiveDateTime;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use sqlx::postgres::types::PgRange;

use super::super::domains::Late;
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// A row of `public.turns`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct Turn {
    /// `integer NOT NULL`
    pub id: i32,
    /// `public.shift NOT NULL`; unique
    pub during: PgRange<NaiveDateTime>,
    /// `public.shift`
    pub other: Option<PgRange<NaiveDateTime>>,
    /// `public.shift NOT NULL DEFAULT '[2020-01-01,2020-01-02)'`
    pub usual: PgRange<NaiveDateTime>,
    /// `public.shift DEFAULT '(,)'`
    pub maybe: Option<PgRange<NaiveDateTime>>,
    /// `billing."Odd"`
    pub odd: Option<PgRange<i32>>,
    /// `public.late`
    pub late: Option<Late>,
}

impl Record for Turn {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            during: row.finite_range("during")?,
            other: row.finite_range("other")?,
            usual: row.finite_range("usual")?,
            maybe: row.finite_range("maybe")?,
            odd: row.range("odd")?,
            late: row.finite_range("late")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Turn {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.turns`; it comes back as [`Turn`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewTurn {
    /// `integer NOT NULL`
    pub id: i32,
    /// `public.shift NOT NULL`; unique
    pub during: PgRange<NaiveDateTime>,
    /// `public.shift`
    pub other: Option<PgRange<NaiveDateTime>>,
    /// `public.shift NOT NULL DEFAULT '[2020-01-01,2020-01-02)'`
    pub usual: OrDefault<PgRange<NaiveDateTime>>,
    /// `public.shift DEFAULT '(,)'`
    pub maybe: OrDefault<Option<PgRange<NaiveDateTime>>>,
    /// `billing."Odd"`
    pub odd: Option<PgRange<i32>>,
    /// `public.late`
    pub late: Option<Late>,
}

impl NewTurn {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: i32, during: PgRange<NaiveDateTime>) -> Self {
        Self {
            id,
            during,
            other: None,
            usual: OrDefault::Default,
            maybe: OrDefault::Default,
            odd: None,
            late: None,
        }
    }

    /// Sets `other`.
    #[must_use]
    pub fn with_other(mut self, other: PgRange<NaiveDateTime>) -> Self {
        self.other = Some(other);
        self
    }

    /// Sets `usual`.
    #[must_use]
    pub fn with_usual(mut self, usual: PgRange<NaiveDateTime>) -> Self {
        self.usual = OrDefault::Value(usual);
        self
    }

    /// Sets `maybe`.
    #[must_use]
    pub fn with_maybe(mut self, maybe: PgRange<NaiveDateTime>) -> Self {
        self.maybe = OrDefault::Value(Some(maybe));
        self
    }

    /// Sets `odd`.
    #[must_use]
    pub fn with_odd(mut self, odd: PgRange<i32>) -> Self {
        self.odd = Some(odd);
        self
    }

    /// Sets `late`.
    #[must_use]
    pub fn with_late(mut self, late: Late) -> Self {
        self.late = Some(late);
        self
    }
}

/// A partial update of [`Turn`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TurnPatch {
    /// `public.shift NOT NULL`; unique
    pub during: Option<PgRange<NaiveDateTime>>,
    /// `public.shift`
    pub other: Change<PgRange<NaiveDateTime>>,
    /// `public.shift NOT NULL DEFAULT '[2020-01-01,2020-01-02)'`
    pub usual: Option<PgRange<NaiveDateTime>>,
    /// `public.shift DEFAULT '(,)'`
    pub maybe: Change<PgRange<NaiveDateTime>>,
    /// `billing."Odd"`
    pub odd: Change<PgRange<i32>>,
    /// `public.late`
    pub late: Change<Late>,
}
