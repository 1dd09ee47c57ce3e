// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

mod log;

pub use self::log::{Entry, EntryPatch, NewEntry};
