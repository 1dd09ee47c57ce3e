// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.times`.
//!
//! Left out:
//!
//! - pages by `times_until_idx`: the Rust type of `zoned` does not fit into a cursor.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};

use super::super::models::Time;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT day, hour, zoned, plain, instant, until, days, plains, instants, a_day, ",
    "day_list, hour_list, instant_list, range_list",
    " FROM public.times",
);

/// A position in the order of `times_pkey`: `day, hour`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByDayAndHour {
    pub day: NaiveDate,
    pub hour: NaiveTime,
}

impl Order for ByDayAndHour {
    type Row = Time;

    const NAME: &'static str = "public.times by_day_and_hour";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("day", "date"),
        Key::ascending("hour", "time without time zone"),
    ];

    fn position(row: &Time) -> Self {
        Self {
            day: row.day,
            hour: row.hour,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.day));
        to.key(Some(self.hour));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            day: from.key()?,
            hour: from.key()?,
        })
    }
}

/// Pages over all rows: `day, hour`.
pub fn by_day_and_hour() -> Pages<ByDayAndHour> {
    Pages::new()
}

/// Pages over the rows with this `day`: `hour`.
pub fn of_day_by_hour(day: NaiveDate) -> Pages<ByDayAndHour> {
    Pages::new().fix(Some(day))
}

/// A position in the order of `times_plain_key`: `plain`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByPlain {
    pub plain: NaiveDateTime,
}

impl Order for ByPlain {
    type Row = Time;

    const NAME: &'static str = "public.times by_plain";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("plain", "timestamp without time zone"),
    ];

    fn position(row: &Time) -> Self {
        Self {
            plain: row.plain,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.plain));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            plain: from.key()?,
        })
    }
}

/// Pages over all rows: `plain`.
pub fn by_plain() -> Pages<ByPlain> {
    Pages::new()
}

/// A position in the order of `times_until_key`: `until, day, hour`.
///
/// Ties are broken by `day`, `hour`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByUntil {
    pub until: Option<DateTime<Utc>>,
    pub day: NaiveDate,
    pub hour: NaiveTime,
}

impl Order for ByUntil {
    type Row = Time;

    const NAME: &'static str = "public.times by_until";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("until", "timestamp with time zone").nullable(),
        Key::ascending("day", "date"),
        Key::ascending("hour", "time without time zone"),
    ];

    fn position(row: &Time) -> Self {
        Self {
            until: row.until,
            day: row.day,
            hour: row.hour,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(self.until);
        to.key(Some(self.day));
        to.key(Some(self.hour));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            until: from.key()?,
            day: from.key()?,
            hour: from.key()?,
        })
    }
}

/// Pages over all rows: `until, day, hour`.
pub fn by_until() -> Pages<ByUntil> {
    Pages::new()
}

/// A position in the order of `times_instant_idx`: `instant DESC, hour, day`.
///
/// Ties are broken by `day`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByInstantAndHour {
    pub instant: DateTime<Utc>,
    pub hour: NaiveTime,
    pub day: NaiveDate,
}

impl Order for ByInstantAndHour {
    type Row = Time;

    const NAME: &'static str = "public.times by_instant_and_hour";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::descending("instant", "timestamp with time zone"),
        Key::ascending("hour", "time without time zone"),
        Key::ascending("day", "date"),
    ];

    fn position(row: &Time) -> Self {
        Self {
            instant: row.instant,
            hour: row.hour,
            day: row.day,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.instant));
        to.key(Some(self.hour));
        to.key(Some(self.day));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            instant: from.key()?,
            hour: from.key()?,
            day: from.key()?,
        })
    }
}

/// Pages over all rows: `instant DESC, hour, day`.
pub fn by_instant_and_hour() -> Pages<ByInstantAndHour> {
    Pages::new()
}

/// Pages over the rows with this `instant`: `hour, day`.
pub fn of_instant_by_hour(instant: DateTime<Utc>) -> Pages<ByInstantAndHour> {
    Pages::new().fix(Some(instant))
}
