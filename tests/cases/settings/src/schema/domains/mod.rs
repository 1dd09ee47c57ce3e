// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

mod amount;
mod day;
mod pause;

pub use self::amount::Money;
pub use self::day::Day;
pub use self::pause::Pause;
