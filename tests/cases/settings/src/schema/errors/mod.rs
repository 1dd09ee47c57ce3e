// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

mod accounts;
mod documents;
mod orders;
mod prices;
mod scores;
mod shifts;
mod tags;
mod times;

pub use self::accounts::AccountError;
pub use self::documents::DocumentError;
pub use self::orders::OrderError;
pub use self::prices::PriceError;
pub use self::scores::ScoreError;
pub use self::shifts::ShiftError;
pub use self::tags::TagError;
pub use self::times::TimeError;
