// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

mod entries;
mod readings;

pub use self::entries::EntryError;
pub use self::readings::ReadingError;
