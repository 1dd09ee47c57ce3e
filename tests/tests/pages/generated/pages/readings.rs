// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArguments;

use super::super::models::Reading;
use super::super::support::{Key, Order, Pages};

const SELECT: &str = concat!(
    "SELECT sensor, at, value",
    " FROM public.readings",
);

/// A position in the order of `readings_pkey`: `sensor, at`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
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

    fn is_null(&self, _: usize) -> bool {
        false
    }

    fn bind(&self, key: usize, arguments: &mut PgArguments) -> Result<(), BoxDynError> {
        use sqlx::Arguments as _;

        match key {
            0 => arguments.add(self.sensor),
            1 => arguments.add(self.at),
            _ => Ok(()),
        }
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
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
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

    fn is_null(&self, key: usize) -> bool {
        match key {
            0 => self.value.is_none(),
            _ => false,
        }
    }

    fn bind(&self, key: usize, arguments: &mut PgArguments) -> Result<(), BoxDynError> {
        use sqlx::Arguments as _;

        match key {
            0 => arguments.add(self.value),
            1 => arguments.add(self.sensor),
            2 => arguments.add(self.at),
            _ => Ok(()),
        }
    }
}

/// Pages over all rows: `value DESC, sensor DESC, at DESC`.
pub fn by_value() -> Pages<ByValue> {
    Pages::new()
}
