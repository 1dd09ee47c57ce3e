// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

mod pause;
mod word;

pub use self::pause::Pause;
pub use self::word::Word;
