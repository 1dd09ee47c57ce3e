// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

mod prices;
mod times;

pub use self::prices::{NewPrice, Price, PricePatch};
pub use self::times::{NewTime, Time, TimePatch};
