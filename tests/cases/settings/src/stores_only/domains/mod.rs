// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

mod amount;
mod day;

pub use self::amount::Amount;
pub use self::day::Day;
