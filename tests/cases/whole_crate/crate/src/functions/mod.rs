// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

mod mask_of;

pub use self::mask_of::mask_of;
