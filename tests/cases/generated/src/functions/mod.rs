// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

mod days;
mod last_day;
mod moved;
mod numbers;
mod spans;

pub use self::days::days;
pub use self::last_day::last_day;
pub use self::moved::moved;
pub use self::numbers::numbers;
pub use self::spans::{SpansRow, spans};
