// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

mod prices;
mod times;
mod users;

pub use self::prices::PriceError;
pub use self::times::TimeError;
pub use self::users::UserError;
