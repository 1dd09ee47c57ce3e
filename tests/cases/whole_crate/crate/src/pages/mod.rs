// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

pub mod hosts;
pub mod ports;
