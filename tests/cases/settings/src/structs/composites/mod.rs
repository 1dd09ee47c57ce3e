// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

mod coin;
mod place;

pub use self::coin::Coin;
pub use self::place::Place;
