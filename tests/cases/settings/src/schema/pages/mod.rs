// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

pub mod accounts;
pub mod orders;
pub mod prices;
pub mod scores;
pub mod shifts;
pub mod tags;
pub mod times;
