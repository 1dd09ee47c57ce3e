// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;
use sqlx::postgres::types::{PgRange, PgTimeTz};
use time::{Date, OffsetDateTime, PrimitiveDateTime, UtcOffset};

use super::super::domains::Day;
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// A row of `public.times`; primary key: `day`, `hour`.
#[derive(Debug, Clone, PartialEq)]
#[doc(alias = "database")]
#[non_exhaustive]
pub struct Time {
    /// `date NOT NULL`
    pub day: Date,
    /// `time without time zone NOT NULL`
    pub hour: time::Time,
    /// `time with time zone NOT NULL`
    pub zoned: PgTimeTz<time::Time, UtcOffset>,
    /// `timestamp without time zone NOT NULL`; unique
    pub plain: PrimitiveDateTime,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub instant: OffsetDateTime,
    /// `timestamp with time zone`; unique
    pub until: Option<OffsetDateTime>,
    /// `daterange`
    pub days: Option<PgRange<Date>>,
    /// `tsrange NOT NULL DEFAULT '(,)'`
    pub plains: PgRange<PrimitiveDateTime>,
    /// `tstzrange`
    pub instants: Option<PgRange<OffsetDateTime>>,
    /// `public.day`
    pub a_day: Option<Day>,
    /// `date[] NOT NULL`
    pub day_list: Vec<Date>,
    /// `time without time zone[] DEFAULT '{}'`
    pub hour_list: Option<Vec<time::Time>>,
    /// `timestamp with time zone[]`
    pub instant_list: Option<Vec<OffsetDateTime>>,
    /// `tstzrange[]`
    pub range_list: Option<Vec<PgRange<OffsetDateTime>>>,
}

impl Record for Time {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            day: row.finite("day")?,
            hour: row.column("hour")?,
            zoned: row.column("zoned")?,
            plain: row.finite("plain")?,
            instant: row.finite("instant")?,
            until: row.finite("until")?,
            days: row.finite_range("days")?,
            plains: row.finite_range("plains")?,
            instants: row.finite_range("instants")?,
            a_day: row.finite("a_day")?,
            day_list: row.column("day_list")?,
            hour_list: row.column("hour_list")?,
            instant_list: row.column("instant_list")?,
            range_list: row.column("range_list")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Time {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.times`; it comes back as [`Time`].
#[derive(Debug, Clone, PartialEq)]
#[doc(alias = "database")]
pub struct NewTime {
    /// `date NOT NULL`
    pub day: Date,
    /// `time without time zone NOT NULL`
    pub hour: time::Time,
    /// `time with time zone NOT NULL`
    pub zoned: PgTimeTz<time::Time, UtcOffset>,
    /// `timestamp without time zone NOT NULL`; unique
    pub plain: PrimitiveDateTime,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub instant: OrDefault<OffsetDateTime>,
    /// `timestamp with time zone`; unique
    pub until: Option<OffsetDateTime>,
    /// `daterange`
    pub days: Option<PgRange<Date>>,
    /// `tsrange NOT NULL DEFAULT '(,)'`
    pub plains: OrDefault<PgRange<PrimitiveDateTime>>,
    /// `tstzrange`
    pub instants: Option<PgRange<OffsetDateTime>>,
    /// `public.day`
    pub a_day: Option<Day>,
    /// `date[] NOT NULL`
    pub day_list: Vec<Date>,
    /// `time without time zone[] DEFAULT '{}'`
    pub hour_list: OrDefault<Option<Vec<time::Time>>>,
    /// `timestamp with time zone[]`
    pub instant_list: Option<Vec<OffsetDateTime>>,
    /// `tstzrange[]`
    pub range_list: Option<Vec<PgRange<OffsetDateTime>>>,
}

impl NewTime {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        day: Date,
        hour: time::Time,
        zoned: PgTimeTz<time::Time, UtcOffset>,
        plain: PrimitiveDateTime,
        day_list: Vec<Date>,
    ) -> Self {
        Self {
            day,
            hour,
            zoned,
            plain,
            instant: OrDefault::Default,
            until: None,
            days: None,
            plains: OrDefault::Default,
            instants: None,
            a_day: None,
            day_list,
            hour_list: OrDefault::Default,
            instant_list: None,
            range_list: None,
        }
    }

    /// Sets `instant`.
    #[must_use]
    pub fn with_instant(mut self, instant: OffsetDateTime) -> Self {
        self.instant = OrDefault::Value(instant);
        self
    }

    /// Sets `until`.
    #[must_use]
    pub fn with_until(mut self, until: OffsetDateTime) -> Self {
        self.until = Some(until);
        self
    }

    /// Sets `days`.
    #[must_use]
    pub fn with_days(mut self, days: PgRange<Date>) -> Self {
        self.days = Some(days);
        self
    }

    /// Sets `plains`.
    #[must_use]
    pub fn with_plains(mut self, plains: PgRange<PrimitiveDateTime>) -> Self {
        self.plains = OrDefault::Value(plains);
        self
    }

    /// Sets `instants`.
    #[must_use]
    pub fn with_instants(mut self, instants: PgRange<OffsetDateTime>) -> Self {
        self.instants = Some(instants);
        self
    }

    /// Sets `a_day`.
    #[must_use]
    pub fn with_a_day(mut self, a_day: Day) -> Self {
        self.a_day = Some(a_day);
        self
    }

    /// Sets `hour_list`.
    #[must_use]
    pub fn with_hour_list(mut self, hour_list: Vec<time::Time>) -> Self {
        self.hour_list = OrDefault::Value(Some(hour_list));
        self
    }

    /// Sets `instant_list`.
    #[must_use]
    pub fn with_instant_list(mut self, instant_list: Vec<OffsetDateTime>) -> Self {
        self.instant_list = Some(instant_list);
        self
    }

    /// Sets `range_list`.
    #[must_use]
    pub fn with_range_list(mut self, range_list: Vec<PgRange<OffsetDateTime>>) -> Self {
        self.range_list = Some(range_list);
        self
    }
}

/// A partial update of [`Time`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
#[doc(alias = "database")]
pub struct TimePatch {
    /// `time with time zone NOT NULL`
    pub zoned: Option<PgTimeTz<time::Time, UtcOffset>>,
    /// `timestamp without time zone NOT NULL`; unique
    pub plain: Option<PrimitiveDateTime>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub instant: Option<OffsetDateTime>,
    /// `timestamp with time zone`; unique
    pub until: Change<OffsetDateTime>,
    /// `daterange`
    pub days: Change<PgRange<Date>>,
    /// `tsrange NOT NULL DEFAULT '(,)'`
    pub plains: Option<PgRange<PrimitiveDateTime>>,
    /// `tstzrange`
    pub instants: Change<PgRange<OffsetDateTime>>,
    /// `public.day`
    pub a_day: Change<Day>,
    /// `date[] NOT NULL`
    pub day_list: Option<Vec<Date>>,
    /// `time without time zone[] DEFAULT '{}'`
    pub hour_list: Change<Vec<time::Time>>,
    /// `timestamp with time zone[]`
    pub instant_list: Change<Vec<OffsetDateTime>>,
    /// `tstzrange[]`
    pub range_list: Change<Vec<PgRange<OffsetDateTime>>>,
}
