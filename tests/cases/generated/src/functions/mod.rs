// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

mod moved;

pub use self::moved::moved;
