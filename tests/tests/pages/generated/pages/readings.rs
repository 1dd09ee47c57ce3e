// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::models::Reading;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT sensor, at, value",
    " FROM public.readings",
);

/// A position in the order of `readings_pkey`: `sensor, at`.
#[derive(Debug, Clone, PartialEq)]
pub struct BySensorAndAt {
    pub sensor: i32,
    pub at: i64,
}

impl Order for BySensorAndAt {
    type Row = Reading;

    const NAME: &'static str = "public.readings by_sensor_and_at";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("sensor", "integer"),
        Key::ascending("at", "bigint"),
    ];

    fn position(row: &Reading) -> Self {
        Self {
            sensor: row.sensor,
            at: row.at,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.sensor));
        to.key(Some(self.at));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            sensor: from.key()?,
            at: from.key()?,
        })
    }
}

/// Pages over all rows: `sensor, at`.
pub fn by_sensor_and_at() -> Pages<BySensorAndAt> {
    Pages::new()
}

/// Pages over the rows with this `sensor`: `at`.
pub fn of_sensor_by_at(sensor: i32) -> Pages<BySensorAndAt> {
    Pages::new().fix(Some(sensor))
}

/// A position in the order of `readings_value_idx`: `value DESC, sensor DESC, at DESC`.
///
/// Ties are broken by `sensor`, `at`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByValue {
    pub value: Option<i16>,
    pub sensor: i32,
    pub at: i64,
}

impl Order for ByValue {
    type Row = Reading;

    const NAME: &'static str = "public.readings by_value";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::descending("value", "smallint").nullable(),
        Key::descending("sensor", "integer"),
        Key::descending("at", "bigint"),
    ];

    fn position(row: &Reading) -> Self {
        Self {
            value: row.value,
            sensor: row.sensor,
            at: row.at,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(self.value);
        to.key(Some(self.sensor));
        to.key(Some(self.at));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            value: from.key()?,
            sensor: from.key()?,
            at: from.key()?,
        })
    }
}

/// Pages over all rows: `value DESC, sensor DESC, at DESC`.
pub fn by_value() -> Pages<ByValue> {
    Pages::new()
}
